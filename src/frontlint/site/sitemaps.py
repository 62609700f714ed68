"""What the website's front matter says of the sitemap, and what kind of page says it."""

from __future__ import annotations

from frontlint.doc.document import Document, Value
from frontlint.doc.route import Route
from frontlint.hugo.config import Config
from frontlint.hugo.facts import PageFacts
from frontlint.hugo.keys import fold
from frontlint.hugo.kinds import Kind
from frontlint.hugo.paths import locate
from frontlint.site.ids import item_kind

_SURE = frozenset({"ResourceId", "ItemId", "ItemKind"})


def inner(document: Document, group: str, name: str) -> tuple[Value, Route] | None:
    """The value of a key in a mapping, such as `sitemap.priority`, with its route; None where there is none.

    Both names are given in lower case.
    """
    data = {} if document.unread else document.data
    key = fold(data).get(group)
    mapping = data.get(key) if key else None
    if key is None or not isinstance(mapping, dict) or name not in (names := fold(mapping)):
        return None
    return mapping[names[name]], (key, names[name])


def is_classification(facts: PageFacts) -> bool:
    """Whether the page is one of the website's terms, by its own marks."""
    return "ClassificationType" in facts.marks or item_kind(facts.marks) == "classification"


def resource_type(facts: PageFacts, config: Config) -> str:
    """The type of one of the website's resources; empty for other pages, and where two keys disagree."""
    location = locate(facts.path, config)
    if location is None or location.kind is not Kind.PAGE or is_classification(facts):
        return ""
    marks = facts.marks
    types = {marks[name].value for name in ("ResourceType", "ItemType") if name in marks}
    return types.pop() if len(types) == 1 and _SURE & marks.keys() else ""
