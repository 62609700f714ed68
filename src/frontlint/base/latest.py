"""`latest` and `same`: remember the last answers of a function that is asked one thing many times."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

A = TypeVar("A")
T = TypeVar("T")


_MOST = 1024 * 1024  # code points of the texts that are remembered


def latest(ask: Callable[[str, int], T]) -> Callable[[str, int], T]:
    """A function of a text and a place in it that answers at once where it was asked so shortly before.

    It remembers the last text, and those before it as long as all of them are short: the pages at hand. Texts
    are compared by identity: a `lru_cache` makes the hash of a whole page, which takes longer than most
    questions.
    """
    known: dict[int, tuple[str, int, T]] = {}
    length = 0

    def asked(text: str, start: int) -> T:
        nonlocal length
        found = known.get(id(text))
        if found is not None and found[1] == start:
            return found[2]
        answer = ask(text, start)
        if found is None:
            length += len(text)
            while known and length > _MOST:
                length -= len(known.pop(next(iter(known)))[0])
        known[id(text)] = text, start, answer
        return answer

    return asked


def same(ask: Callable[[A], T]) -> Callable[[A], T]:
    """A function of one thing that answers at once where it is the same object as in the last question.

    For settings, which all pages share: their hash is made of all that is in them.
    """
    known: tuple[A, T] | None = None

    def asked(thing: A) -> T:
        nonlocal known
        if known is None or known[0] is not thing:
            known = thing, ask(thing)
        return known[1]

    return asked
