"""Words written twice in a row by mistake, in English prose."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.prose.blocks import sentences
from frontlint.prose.english import word_set
from frontlint.prose.inline import prose_only

_PAIR: Final = lazy_pattern(
    r"(?<![\wÀ-ɏ'’./@#$&+\\-])([A-Za-z]+)(\s+)(?=(\1)(?![\wÀ-ɏ'’/@&+-]|\.\w))", re.IGNORECASE | re.ASCII
)
_TWINS: Final = lazy_pattern(r"\b([a-z]++)(?=\s++\1\b)", re.ASCII)
"""Finds the first word of whatever `_PAIR` finds, and of more, in a text in lower case."""
_WORD: Final = lazy_pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_QUOTES: Final = frozenset("\"'“”‘’«»")
_LONG: Final = 4
_FEW: Final = 3

# No sentence has one of these twice in a row.
_NEVER: Final = word_set("a an the and or of our their your my its every")
# Nor one of these, unless a clause ends with the first: "what it is is a tool".
_HARDLY: Final = word_set(
    "is are was were be been to for from with at as but if than then into onto nor which when where how "
    "should would could must we they also because while"
)
_CLAUSE: Final = word_set(
    "what where how who why when which whatever whoever whichever wherever whom all those"
)
_SUBJECTS: Final = word_set("i you we they he she it")
# Right after few words: "the team has has", but not "the time that the team has has come".
_EARLY: Final = frozenset({"has", "have"})
# Meant: for emphasis, by grammar ("she gave her her book", "log in in time"), as a name or in play.
_MEANT: Final = word_set(
    "had that this these those there here does them what whom did very really pretty quite "
    "much many more most less long well good great same half double again never please over around along "
    "through about down back away upon blah knock hush chop tick hear night tuck aye choo goody pompom "
    "beri agar mahi ylang walla hula cancan pizza buffalo test fifty twenty thirty forty sixty seventy "
    "eighty ninety three four five seven eight nine zero will come"
)


def doubled_words(text: str) -> Iterator[tuple[Span, Span]]:
    """The first and the second of each pair, in a text that is English; never across sentences or items."""
    # Hiding code and cutting sentences takes far longer, and so does an expression that ignores case.
    lower = text.lower()
    twins: Sequence[int] = [found.start() for found in _TWINS.finditer(lower)]
    if not twins:
        return
    if len(lower) != len(text):  # a letter has become two, so nothing is at its place
        twins = range(len(text))
    prose = prose_only(text)
    for sentence in sentences(text):
        start, end = sentence.span.start, sentence.span.end
        if bisect_left(twins, start) == bisect_left(twins, end):
            continue
        words: _Words | None = None
        for pair in _PAIR.finditer(prose, start, end):
            if pair.end(3) <= end:
                words = words or _Words(prose, start, end)
                if _is_slip(prose, pair, words):
                    yield Span(*pair.span(1)), Span(*pair.span(3))


class _Words:
    """The words of a sentence, in lower case: cut once for all the pairs in it."""

    def __init__(self, text: str, start: int, end: int) -> None:
        found = list(_WORD.finditer(text, start, end))
        self._starts = [word.start() for word in found]
        self._words = [word.group().lower() for word in found]
        self._first_clause = next((at for at, word in enumerate(self._words) if word in _CLAUSE), len(found))

    def around(self, pair: re.Match[str]) -> tuple[list[str], list[str], bool]:
        """The last few words before a pair, the one after it, and whether a word before opens a clause."""
        before = bisect_left(self._starts, pair.start())
        after = bisect_left(self._starts, pair.end(3))
        few = self._words[max(before - _FEW, 0) : before]
        return few, self._words[after : after + 1], self._first_clause < before


def _is_slip(text: str, pair: re.Match[str], words: _Words) -> bool:
    """Whether the pair cannot be meant."""
    before, after, in_clause = words.around(pair)
    first, word = pair[1], pair[3]
    spelled_alike = first == word or (not before and first == word.capitalize())
    if not word.islower() or not spelled_alike or word in (*before[-1:], *after):
        return False
    if {text[pair.start() - 1 : pair.start()], text[pair.end(3) : pair.end(3) + 1]} <= _QUOTES:  # a mention
        return False
    if word in _NEVER:
        return True
    if word in _EARLY:
        return len(before) < _FEW
    if in_clause or _ends_clause(before):
        return False
    return word in _HARDLY or (pair[2] == " " and _is_content(word))


def _ends_clause(before: list[str]) -> bool:
    """Whether a clause within the sentence may end here: `something to look at`, `the work it is`."""
    return len(before) >= _FEW and (before[-2] in _SUBJECTS | {"to"} or before[-1] in _SUBJECTS)


def _is_content(word: str) -> bool:
    return len(word) >= _LONG and word not in _MEANT and not word.endswith("ly")
