"""Whether a text names a thing by its title; plural, hyphen, case and British spelling are forgiven."""

from __future__ import annotations

import re
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.prose.english import word_set

_WORD: Final = lazy_pattern(r"[^\W_]+[+#]*")
_IN_BRACKETS: Final = lazy_pattern(r"(?:(?<!\s)\s++)?\(([^()]*+)\)\s*+")
_APOSTROPHES: Final = str.maketrans("", "", "'’‘`*_")
_LITTLE: Final = word_set("a an and as at by for in of on or the to with")
_IRREGULAR: Final = {
    "people": "person",
    "criteria": "criterion",
    "children": "child",
    "phenomena": "phenomenon",
    "matrices": "matrix",
    "indices": "index",
}
_ACRONYM_FEWEST: Final = 3


def names(text: str, title: str) -> bool:
    """Whether the text, anywhere, has the title or its words, its acronym, or the title without brackets.

    True as well for a title without words, of which nothing can be said.

    >>> names("Shift left with tools.", "Shift-Left Tool"), names("First Principles", "First Principal")
    (True, False)
    """
    words = _words(text)
    forms = [_forms(word) for word in words]
    every = set().union(*forms)
    joined = _joined(text)
    for way in _ways(title):
        wanted = [word for word in _words(way) if word not in _LITTLE] or _words(way)
        if all(_forms(word) & every for word in wanted) or _joined(way) in joined:
            return True
        acronym = "".join(word[0] for word in wanted).upper()
        if len(acronym) >= _ACRONYM_FEWEST and re.search(rf"\b{re.escape(acronym)}s?\b", text):
            return True
    return False


def _ways(title: str) -> list[str]:
    """The title, and what is outside and inside its brackets, and before its colon."""
    short, inside = _IN_BRACKETS.sub(" ", title), _IN_BRACKETS.findall(title)
    ways = [title, short, short.partition(": ")[0], *inside]
    return [way for way in ways if _words(way)] or [""]


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text.replace("&", " and ").translate(_APOSTROPHES))]


def _joined(text: str) -> str:
    return "".join(_words(text))


def _forms(word: str) -> set[str]:
    """The word, and what it may be the plural of, in one spelling: two words are one if they share a form."""
    word = _IRREGULAR.get(word, word).replace("z", "s").replace("our", "or").replace("ll", "l")
    forms = {word}
    if len(word) > 3:
        if word.endswith("ies"):
            forms.add(word[:-3] + "y")
        if word.endswith(("es", "is")):
            forms.add(word[:-2])
        if word.endswith("s") and not word.endswith("ss"):
            forms.add(word[:-1])
    return forms
