"""Text that only keeps a place: coming soon, TODO, the gap that an empty variable left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from frontlint.base.pattern import lazy_pattern
from frontlint.base.span import Span
from frontlint.prose.blocks import sentences
from frontlint.prose.english import word_set
from frontlint.prose.inline import prose_only

_GAP: Final = lazy_pattern(r"\b(?:about|of|for|with)[ ]{2,}and(?= (?:how|what|why|when|where|its?|their)\b)")
_WORD: Final = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
_LEADS_ON: Final = lazy_pattern(r"[*_ ]*+:")
_OTHER_WORDS: Final = 2
_VERBS: Final = frozenset({"is", "are", "was", "were", "be", "it's", "that's", "when", "if", "not", "no"})
_TASKS: Final = word_set("write add describe fill update insert complete finish replace explain")
_QUOTES: Final = "\"'“”‘’«»"


def gaps(text: str) -> Iterator[Span]:
    """Places where a name is missing between two words: `more about  and how it helps`."""
    for match in _GAP.finditer(prose_only(text)) if "  and" in text and _GAP.search(text) else ():
        yield Span(*match.span())


def fillers(text: str, phrases: Iterable[str]) -> Iterator[Span]:
    """Where one of the phrases is in place of a text to come; one in capitals is looked for as such.

    A phrase within a sentence that says something is left alone: "The second edition is coming soon."
    """
    patterns = [_pattern(phrase) for phrase in _possible(text, phrases)]
    patterns = [pattern for pattern in patterns if pattern.search(text)]
    if not patterns:  # hiding code and cutting sentences takes far longer
        return
    prose = prose_only(text)
    for sentence in sentences(text):
        start, end = sentence.span.start, sentence.span.end
        for pattern in patterns:
            for match in pattern.finditer(prose, start, end):
                if _keeps_a_place(prose, match, start, end):
                    yield Span(*match.span())


def _possible(text: str, phrases: Iterable[str]) -> Iterator[str]:
    """The phrases whose words are all somewhere in the text: looking for words is quick."""
    folded = text.lower()
    for phrase in phrases:
        words, within = (phrase.split(), text) if phrase.isupper() else (phrase.lower().split(), folded)
        if words and all(word in within for word in words):
            yield phrase


@lru_cache(maxsize=64)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) for word in phrase.split())
    return re.compile(rf"(?<!\w){words}(?!\w)", 0 if phrase.isupper() else re.IGNORECASE)


def _keeps_a_place(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a phrase, in the sentence from `start` to `end`, is in place of a text to come."""
    first, last = match.span()
    before, after = text[max(start, first - 1) : first], text[last : min(end, last + 1)]
    if before and before in _QUOTES and after and after in _QUOTES:
        return False
    ahead, behind = _few_words(text, start, first), _few_words(text, last, end)
    if not ahead and not behind:
        return True
    if match.group().isupper():
        in_brackets = before in ("(", "[") and after in (")", "]")
        is_task = _LEADS_ON.match(text, last, end) is not None or bool(_TASKS & set(behind[:1]))
        return in_brackets or (not ahead and is_task)
    if behind[:1] == ["dolor"]:  # the text of the printers goes on
        return True
    return len(ahead) + len(behind) <= _OTHER_WORDS and not _VERBS & set(ahead)


def _few_words(text: str, start: int, end: int) -> list[str]:
    """The first words there, in lower case; one more than a sentence around a phrase may have."""
    return [word.group().lower() for word in islice(_WORD.finditer(text, start, end), _OTHER_WORDS + 1)]
