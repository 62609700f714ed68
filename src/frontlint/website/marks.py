"""The keys that only this website has: they tell whether anything of its wing applies to a page.

The engine asks this of every page, so this module imports nothing but the standard library.
"""

from __future__ import annotations

from collections.abc import Mapping

MARKS = frozenset(
    {
        *("classificationtype", "itemkind", "itemid", "itemtype"),
        *("resourceid", "resourcetype", "resourceimport", "instructions"),
    }
)
"""A page with one of these top-level keys, in lower case, is a page of the website."""

ARCHIVE = "aliasesarchive"
"""The list of retired aliases, from which the website's table of redirects is made."""

FACT_KEYS = MARKS | {ARCHIVE}
"""Only a page with one of these has `WebsiteFacts`."""

OWN_KEYS = FACT_KEYS | {"headline", "videoid"}
"""All keys that rules of the website ask for: on a page without any of them, none of these rules runs."""

NAMES: Mapping[str, str] = {
    name.lower(): name
    for name in ("ResourceId", "ResourceType", "ItemId", "ItemType", "ItemKind", "ClassificationType")
}
"""The marks that rules compare, by their folded spelling."""

SPELLINGS: Mapping[str, str] = {
    **{key: key for key in sorted(OWN_KEYS)},
    **NAMES,
    "resourceimport": "ResourceImport",
    "instructions": "Instructions",
    ARCHIVE: "aliasesArchive",
    "videoid": "videoId",
}
"""How people write the keys, for messages."""
