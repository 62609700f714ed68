"""What the website's front matter says of the sitemap, and what kind of page says it."""

from __future__ import annotations

from frontlint.hugo.content.paths import Location
from frontlint.hugo.values.kinds import Kind
from frontlint.website.facts import WebsiteFacts
from frontlint.website.ids import item_kind

_SURE = frozenset({"ResourceId", "ItemId", "ItemKind"})


def is_classification(facts: WebsiteFacts) -> bool:
    """Whether the page is one of the website's terms, by its own marks."""
    return "ClassificationType" in facts.marks or item_kind(facts.marks) == "classification"


def resource_type(facts: WebsiteFacts, location: Location | None) -> str:
    """The type of one of the website's resources; empty for other pages, and where two keys disagree."""
    if location is None or location.kind is not Kind.PAGE or is_classification(facts):
        return ""
    marks = facts.marks
    types = {marks[name].value for name in ("ResourceType", "ItemType") if name in marks}
    return types.pop() if len(types) == 1 and _SURE & marks.keys() else ""
