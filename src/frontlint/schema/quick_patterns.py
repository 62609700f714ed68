"""`pattern` for `quick`: plain expressions, which Python's `re` and every engine read in the same way."""

from __future__ import annotations

import re
from typing import Any, TypeAlias

from frontlint.base.pattern import lazy_pattern
from frontlint.schema.quick_values import Check, of_text, unsure

# A character or a class of ASCII, how often it may come, and groups.
_PART = lazy_pattern(
    r"(?P<one>[A-Za-z0-9_ :/,@#%=-]|\\[./+*?()\[\]{}^$|-])|(?P<set>\[[A-Za-z0-9_.:/ +,-]++\])"
    r"|(?P<repeat>[*+?]|\{[0-9]{1,3}(?:,(?:[0-9]{1,3})?)?\})|(?P<group>\((?:\?:)?|\||\))"
)
_MOST_CHOICES = 7
"""Of `?` and `|`: each doubles the ways that `re` may try."""
_TRIMMED = r"^\S(.*\S)?$"
_BREAKS = frozenset("\n\r\u2028\u2029")
_Parts: TypeAlias = "list[tuple[str, str]]"


def pattern(wanted: Any) -> Check:
    """A check for a `pattern` that begins with `^`; unsure for one that is not plain.

    `re` tries each way, so it matches only where there are few: one part at most is long or short, no group
    comes again. What is left is matched in linear time, after a look for foreign characters.
    """
    if wanted == _TRIMMED:
        return of_text(_is_trimmed)
    parts = _parts(wanted) if isinstance(wanted, str) else None
    if parts is None:
        return unsure
    end = parts[-1:] == [("end", "$")]
    if not _has_few_ways(parts):
        return _linear(wanted, parts) if end else unsure
    plain = re.compile("".join(text for kind, text in parts if kind != "end") + (r"\Z" if end else ""))
    return of_text(lambda text: plain.match(text) is not None)


def _is_trimmed(text: str) -> bool | None:
    """Whether no white space is around a text of one line; None where engines may differ."""
    around = text[:1] + text[-1:]
    solid = around.isprintable() and " " not in around and bool(text)
    return True if solid and _BREAKS.isdisjoint(text) else None


def _has_few_ways(parts: _Parts) -> bool:
    choices = loose = 0
    for (_, before), (kind, text) in zip([("", ""), *parts], parts, strict=False):
        if text in ("?", "|"):
            choices += 1
        elif kind == "repeat" and before == ")":
            return False
        elif kind == "repeat":
            loose += not text.startswith("{") or "," in text
    return choices <= _MOST_CHOICES and loose <= 1


def _parts(wanted: str) -> _Parts | None:
    """The parts of an expression after `^`, each with its kind; None for one that is not plain."""
    if not wanted.startswith("^"):
        return None
    parts: _Parts = []
    at, depth = 1, 0
    while at < len(wanted):
        if wanted[at:] == "$" and depth == 0:
            return [*parts, ("end", "$")]
        found = _PART.match(wanted, at)
        if found is None or not _follows(parts, found[0], str(found.lastgroup)):
            return None
        depth += (found[0] in ("(", "(?:")) - (found[0] == ")")
        if depth < (found[0] == "|"):  # `^a|b` means `a` at the start or `b` anywhere
            return None
        parts.append((str(found.lastgroup), found[0]))
        at = found.end()
    return parts if depth == 0 else None


def _follows(parts: _Parts, text: str, kind: str) -> bool:
    """Whether a part may come after these: `a{2}+` and `[a--b]` mean something else to each engine."""
    if kind == "repeat":
        last = parts[-1] if parts else ("", "")
        return last[0] in ("one", "set") or last[1] == ")"
    return kind != "set" or "--" not in text


def _linear(wanted: str, parts: _Parts) -> Check:
    alphabet = frozenset().union(*(_characters(kind, text) for kind, text in parts))

    def holds(text: str) -> bool:
        if not alphabet.issuperset(text):
            return False
        from frontlint.schema.patterns import search  # few pages have a text that comes here

        return search(wanted, text)

    return of_text(holds)


def _characters(kind: str, text: str) -> frozenset[str]:
    """The characters that a part takes."""
    if kind == "one":
        return frozenset(text[-1])
    if kind != "set":
        return frozenset()
    inner, at = text[1:-1], 0
    found: set[str] = set()
    while at < len(inner):
        end = inner[at + 2] if inner[at + 1 : at + 2] == "-" and at + 2 < len(inner) else inner[at]
        found.update(map(chr, range(ord(inner[at]), ord(end) + 1)))
        at += 1 if end == inner[at] else 3
    return frozenset(found)
