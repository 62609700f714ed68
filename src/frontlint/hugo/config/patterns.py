"""Permalink patterns taken apart: their attributes, and which of them Hugo knows (permalinks.go)."""

from __future__ import annotations

import re
from functools import lru_cache

from frontlint.base.pattern import lazy_pattern

# Brackets that never close are taken, too, without a group: no bracket after them closes on that line either.
_ATTRIBUTE = lazy_pattern(r":\w++(?:\[.[^\]\n]*+(\])?)?", re.ASCII)
_NAME = lazy_pattern(r":\w++", re.ASCII)
ESCAPED_COLON = "\\:"
DATE_ATTRIBUTES = frozenset({"year", "month", "monthname", "day", "weekday", "weekdayname", "yearday"})
TITLE_ATTRIBUTES = frozenset({"title", "slug"})
NAME_ATTRIBUTES = frozenset({"slugorfilename", "filename", "contentbasename", "slugorcontentbasename"})
SECTION_ATTRIBUTES = frozenset({"section", "sections", "sectionslug", "sectionslugs"})
_KNOWN = DATE_ATTRIBUTES | TITLE_ATTRIBUTES | NAME_ATTRIBUTES | SECTION_ATTRIBUTES
# The elements of Go's date layouts that may be in an attribute, which is made of word characters only.
GO_DATE = lazy_pattern(
    r"January|Jan|Monday|Mon|MST|2006|002|__2|_2|01|02|03|04|05|06|15|PM|pm|Z0700|Z07|1|2|3|4|5", re.ASCII
)


@lru_cache(maxsize=256)  # as `date_attributes`
def attributes(pattern: str) -> tuple[str, ...]:
    """The attributes of a pattern in their order, without their colons."""
    names: list[str] = []
    for found in _ATTRIBUTE.finditer(pattern.replace(ESCAPED_COLON, "\0")):
        written = found.group()
        names += [written] if found[1] or "[" not in written else _NAME.findall(written)
    return tuple(name[1:] for name in names)


def is_known(attribute: str) -> bool:
    """Whether Hugo knows the attribute."""
    if attribute in _KNOWN or attribute.startswith(("sections[", "sectionslugs[")):
        return True
    return GO_DATE.search(attribute) is not None


def unknown_attribute(pattern: str) -> str | None:
    """The first attribute of a pattern that Hugo does not know, with its colon."""
    return next((f":{name}" for name in attributes(pattern) if not is_known(name)), None)


@lru_cache(maxsize=256)  # a site has few patterns, and asks for each page
def date_attributes(pattern: str) -> tuple[str, ...]:
    """The attributes of a pattern that are made of the page's date: `year`, or a layout such as `2006`."""
    others = _KNOWN - DATE_ATTRIBUTES
    return tuple(
        name
        for name in attributes(pattern)
        if name not in others and not name.startswith("section") and is_known(name)
    )
