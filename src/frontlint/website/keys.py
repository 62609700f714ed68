"""What a page of the website shares with others, beside what any page of a Hugo site does."""

from __future__ import annotations

from frontlint.hugo.content.facts import PageFacts
from frontlint.site.alias_syntax import same_alias
from frontlint.site.keys import TERM_FILES, TOGETHER, Keys, code, of_output
from frontlint.site.parts import Part
from frontlint.website.facts import WebsiteFacts
from frontlint.website.ids import id_aliases


def add_keys(keys: Keys, facts: PageFacts, website: WebsiteFacts | None) -> None:
    """Adds ids, and what makes a page a part of the hierarchy."""
    keys[Part.ALIASES].update(code(f"i:{id_}") for id_, _ in id_aliases(facts))
    if website is None:
        return
    for name in ("ResourceId", "ItemId"):
        if name in website.marks:
            keys[Part.IDS].add(code(f"i:{website.marks[name].value}"))
    for entry in website.archive:
        output = same_alias("/" + entry.strip()).rstrip("/") + "/index.html"
        keys[Part.IDS].update(map(code, of_output(output)))
    if website.marked and TERM_FILES in keys[Part.PLACE]:  # as `Website.is_classification`
        keys[Part.KIN].add(TOGETHER)
    names = (parent.value.strip("/").rpartition("/")[2].lower() for parent in website.parents)
    keys[Part.KIN].update(code(f"n:{name}") for name in names)
