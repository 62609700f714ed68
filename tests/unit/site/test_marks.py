"""The marks of a page, which share their routes."""

from __future__ import annotations

import pickle

from frontlint.hugo.content.facts import Entry
from frontlint.website.marks_of import Marks


def test_marks_are_the_same_in_another_process() -> None:
    marks = [
        Marks([("ItemId", ("params", "ItemId")), ("ItemType", ("ItemType",))], ["a", kind]) for kind in "bc"
    ]
    sent = pickle.loads(pickle.dumps(marks))
    assert sent == marks
    assert sent[0]["ItemId"] == Entry("a", ("params", "ItemId"))
    assert [one.text("ItemType") for one in sent] == ["b", "c"]
    assert sent[0]._shape is sent[1]._shape, "pages that have the same keys go on sharing them"
