"""`latest` and `same`: remember the last answers of a function that is asked one thing many times."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

A = TypeVar("A")
T = TypeVar("T")


_MOST = 1024 * 1024  # code points of the texts that are remembered


def latest(ask: Callable[[str, int], T]) -> _Latest[T]:
    """A function of a text and a place in it that answers at once where it was asked so shortly before.

    It remembers the last text, and those before it as long as all of them are short: the pages at hand. Texts
    are compared by identity: a `lru_cache` makes the hash of a whole page, which takes longer than most
    questions.
    """
    return _Latest(ask)


class _Latest(Generic[T]):
    def __init__(self, ask: Callable[[str, int], T]) -> None:
        self._ask = ask
        self.forget()

    def forget(self) -> None:
        """Lets go of all texts."""
        self._known: dict[int, tuple[str, int, T]] = {}
        self._length = 0

    def __call__(self, text: str, start: int) -> T:
        known = self._known
        found = known.get(id(text))
        if found is not None and found[1] == start:
            return found[2]
        answer = self._ask(text, start)
        if found is None:
            self._length += len(text)
            while known and self._length > _MOST:
                self._length -= len(known.pop(next(iter(known)))[0])
        known[id(text)] = text, start, answer
        return answer


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
