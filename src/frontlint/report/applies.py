"""Which sites a rule is for, in words."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.base.phrases import listing
from frontlint.base.record import NamedTuple
from frontlint.lint.rule import RuleInfo, Scope
from frontlint.website.marks import MARKS, SPELLINGS


class Applies(NamedTuple):
    """Whether a rule can find anything in a site, None where there is no site; and why, in a few words."""

    here: bool | None
    why: str


def applies(info: RuleInfo, keys: Mapping[str, str] | None) -> Applies:
    """What holds for a site with these keys, each with a page that has it; None means no site."""
    if not info.marks:
        return Applies(True, "for any Hugo site")
    if keys is None:
        return Applies(None, f"for {_pages(info)}")
    found = next((key for key in sorted(keys) if key in info.marks), None)
    if found is None:
        return Applies(False, f"no page has {_keys(info)}")
    return Applies(True, f"`{SPELLINGS[found]}` in {keys[found]}")


def for_whom(info: RuleInfo) -> str:
    """A sentence for the page of a rule about the website; empty for a rule about any Hugo site."""
    return f"Applies to {_pages(info)}." if info.marks else ""


def _pages(info: RuleInfo) -> str:
    start = "pages with" if info.scope is Scope.PAGE else "sites that have a page with"
    return f"{start} {_keys(info)}"


def _keys(info: RuleInfo) -> str:
    """The keys as people write them; of all marks, the best known."""
    names = ("resourceid", "itemid", "classificationtype") if set(info.marks) == MARKS else info.marks
    such = "a key such as " if set(info.marks) == MARKS else ""
    return such + listing([f"`{SPELLINGS[name]}`" for name in names], last="or")
