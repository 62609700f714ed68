"""What the website's front matter says of the sitemap, and what kind of page says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.hugo.content.paths import Location
from frontlint.hugo.values.kinds import Kind
from frontlint.website.facts import WebsiteFacts
from frontlint.website.ids import item_kind

if TYPE_CHECKING:
    from frontlint.findings.fix import Outputs
    from frontlint.hugo.config import Config

_SURE = frozenset({"ResourceId", "ItemId", "ItemKind"})


def is_classification(facts: WebsiteFacts) -> bool:
    """Whether the page is one of the website's terms, by its own marks."""
    return "ClassificationType" in facts.marks or item_kind(facts.marks) == "classification"


def resource_type(facts: WebsiteFacts, location: Location | None) -> str:
    """The type of one of the website's resources; empty for other pages, and where two keys disagree."""
    if location is None or location.kind is not Kind.PAGE or is_classification(facts):
        return ""
    marks = facts.marks
    one, other = marks.text("ResourceType"), marks.text("ItemType")
    if (one and other and one != other) or _SURE.isdisjoint(marks.keys()):
        return ""
    return one or other


def sitemaps_of(config: Config) -> Outputs:
    """What changes with a value below `sitemap`: the file of each language."""
    from frontlint.findings.fix import Outputs  # only where one is wrong

    codes = [one.code for one in config.languages]
    return Outputs(
        changes=tuple(f"/{code}/sitemap.xml" for code in codes) if len(codes) > 1 else ("/sitemap.xml",)
    )
