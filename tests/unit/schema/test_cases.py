"""The cases of the website's facts, as far as its schemas have the word; the pages are invented."""

from __future__ import annotations

import pytest

from frontlint.schema.library import Json
from unit.schema.support_schema import Found, resource, said, tag, violations

TERM = "tags/kettle-care/_index.md"
POST = "resources/blog/descale/index.md"
OLD_ID: dict[str, Json] = {"ResourceId": "oLd-Kettle1"}


def test_good_pages_are_clean() -> None:
    assert said(violations(TERM, tag())) == set()
    assert said(violations("categories/kettle/_index.md", tag("categories", "tags"))) == set()
    assert said(violations("concepts/kettle/_index.md", tag("concepts", "categories", "tags"))) == set()
    assert said(violations(POST, resource())) == set()


NO_IDS = ("ItemId", "ResourceId", "aliases")


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (tag(*NO_IDS, concepts=[]), {("missing-field", "ResourceId", "warning")}),
        (tag(*NO_IDS, "concepts", "ItemKind"), {("missing-field", "ResourceId", "warning")}),
        (tag(*NO_IDS), {("missing-field", "ItemId", "error")}),
        (tag("ItemId"), {("missing-field", "ItemId", "warning")}),
        (tag("ItemId", "ItemKind"), {("missing-field", "ItemId", "info")}),
        (tag("ItemId", "ItemKind", concepts=[]), set()),
        (
            tag(*NO_IDS, "ItemKind", concepts="Practice"),
            {("missing-field", "ItemId", "error"), ("wrong-type", "concepts", "error")},
        ),
    ],
)
def test_which_id_is_missing_is_said_once(data: dict[str, Json], found: Found) -> None:
    assert said(violations(TERM, data)) == found


@pytest.mark.parametrize("slug", ["kettle-care", "how-to-care-for-a-kettle", "kettle"])
def test_a_slug_is_no_id(slug: str) -> None:
    assert said(violations(TERM, tag("ResourceId", ItemId=slug))) == {("bad-value", "ItemId", "warning")}
    assert said(violations(TERM, tag("ItemId", "ItemKind", concepts=[], ResourceId=slug))) == {
        ("bad-value", "ResourceId", "error")
    }


def test_ids_that_differ_are_left_to_the_rule_for_that() -> None:
    assert said(violations(TERM, tag(ItemId="kettle-care"))) == set()


def test_what_a_classification_ought_to_have() -> None:
    bare = tag("abstract", "Instructions", "headline", "trustpilot", "description", "date", "sitemap")
    assert said(violations(TERM, bare)) == {
        *(
            ("missing-field", key, "warning")
            for key in ("abstract", "Instructions", "headline", "trustpilot")
        ),
        *(("missing-field", key, "error") for key in ("description", "date", "sitemap")),
    }


@pytest.mark.parametrize(
    ("length", "severity"),
    [(29, "error"), (30, None), (180, None), (181, "info"), (320, "info"), (321, "warning"), (721, "error")],
)
def test_the_limits_of_a_description_are_graded(length: int, severity: str | None) -> None:
    found = said(violations(TERM, tag(description="x" * length)))
    assert found == ({("bad-length", "description", severity)} if severity else set())


def test_what_other_rules_say_is_not_said_twice() -> None:
    other = tag(
        "aliases",
        draft="yes",
        date="05/06/2024 14:12:53",
        lastmod="soon",
        ClassificationType="categories",
        ItemType="blog",
        concepts=["A", "B"],
        categories=["A", "A", "B", "C", "D"],
        weight=351,
        preview=None,
        BodyContentGenDate="2025-11-24T13:22:08",
        build="never",
        cascade="no",
        markup="word",
        slug="Kettle's Care",
    )
    assert said(violations(TERM, other)) == set()


def test_video() -> None:
    video = resource(ResourceType="videos", videoId="dEsC4le_K-t", duration=61, isShort=False, url="/a/:slug")
    assert said(violations("resources/videos/a/index.md", video)) == set()
    broken: dict[str, Json] = {**video, "duration": "61", "videoId": "short"}
    del broken["isShort"]
    assert said(violations("resources/videos/a/index.md", broken)) == {
        ("wrong-type", "duration", "error"),
        ("bad-value", "videoId", "error"),
        ("missing-field", "isShort", "warning"),
    }


def test_signal() -> None:
    numbers: Json = {"impressions": 1, "members_reached": 1, "reactions": 1, "comments": 0, "reposts": 0}
    post: dict[str, Json] = {
        "platform": "LinkedIn",
        "post_url": "https://example.org/1",
        "post_id": "7203391158197088256",
        "post_date": "2025-11-01T09:00:00Z",
        "performance": numbers,
    }
    where = "resources/signals/a/index.md"
    signal = resource(ResourceType="signals", platform_signals=[post])
    assert said(violations(where, signal)) == set()
    signal["platform_signals"] = [{**post, "post_id": 7203391158197088256}]
    assert said(violations(where, signal)) == {("wrong-type", "platform_signals/0/post_id", "warning")}


@pytest.mark.parametrize(
    "folder", ["guides", "case-studies", "engineering-notes", "learning-series", "principles"]
)
def test_other_resource_types_ask_for_nothing_more(folder: str) -> None:
    assert said(violations(f"resources/{folder}/a/index.md", resource(ResourceType=folder))) == set()


def test_a_free_key_of_a_resource_is_a_hint_and_a_misspelt_one_a_warning() -> None:
    found = violations(POST, resource("tldr", tdlr="x" * 200, lastmod="2025-11-02", shelf="top"))
    assert ("unknown-field", "tdlr", "warning") in said(found)
    assert ("unknown-field", "shelf", "info") in said(found)
    assert next(one.help for one in found if one.route == ("tdlr",)) == "rename it to `tldr`"


def test_older_pages_are_asked_for_less() -> None:
    old_term: dict[str, Json] = {"title": "Kettle", "description": "x" * 20, "Instructions": "Kettles."}
    assert said(violations(TERM, old_term)) == set()
    import_: dict[str, Json] = {"title": "Kettle", "id": "5", "coverImage": "a.jpg", "author": "x"}
    assert {rule for rule, _, _ in said(violations(POST, import_))} == {"deprecated-field"}
    assert said(violations(POST, {**OLD_ID, "title": "Old"})) == {
        ("missing-field", "description", "warning"),
        ("missing-field", "date", "warning"),
    }
    assert ("wrong-type", "concepts", "error") in said(violations(POST, {**OLD_ID, "concepts": "Tool"}))
