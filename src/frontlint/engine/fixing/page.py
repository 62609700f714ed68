"""The fixes of one page, made together in memory: what a worker does, without a site."""

from __future__ import annotations

import time
from collections.abc import Sequence

from frontlint.base.edit import apply_to_bytes
from frontlint.base.record import NamedTuple
from frontlint.base.source import as_utf8, decode
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.edit import Change, Declined, edits
from frontlint.frontmatter.edit.changes import Kind
from frontlint.frontmatter.proof import judge, judge_encoding
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

_TRIES = 100
"""So often the fixes of one page are tried together in a round; what is left then waits for the next one."""


class Wish(NamedTuple):
    """The changes of one fix in one page; `number` is that of the fix."""

    number: int
    changes: tuple[Change, ...]

    @property
    def encoding(self) -> str | None:
        """The encoding that the page has now, where the wish is UTF-8."""
        return next((str(one.value) for one in self.changes if one.kind is Kind.REENCODE), None)


class PageTask(NamedTuple):
    """A page as it is, and what is wanted of it."""

    path: str
    data: bytes
    wishes: tuple[Wish, ...]


class PageDone(NamedTuple):
    """What came of it: the page after the fixes `made`, by their numbers.

    `refused` has those that cannot be made, with the reason; those that are only in the way of others are in
    `later`. `judging` are the seconds that the independent judges took.
    """

    path: str
    after: bytes
    made: frozenset[int]
    refused: dict[int, str]
    later: frozenset[int]
    judging: float


def fix_page(task: PageTask) -> PageDone:
    """Makes as many of the wishes as go together, each of them proven."""
    work = _Work(task)
    first = [wish for wish in task.wishes if wish.encoding is not None]
    if first:
        work.reencode(first[0], [wish for wish in task.wishes if wish is not first[0]])
    else:
        work.add(task.wishes)
    made = frozenset(wish.number for wish in work.made)
    return PageDone(task.path, work.after, made, work.refused, frozenset(work.later), work.judging)


def fix_pages(tasks: Sequence[PageTask]) -> list[PageDone]:
    """The same for a batch of pages."""
    return [fix_page(task) for task in tasks]


class _Work:
    def __init__(self, task: PageTask) -> None:
        self.after = self._before = task.data
        self.made: list[Wish] = []
        self.refused: dict[int, str] = {}
        self.later: list[int] = []
        self.judging = 0.0
        self._tries = 0
        self._document: Document = read_document(decode(task.path, task.data), plain_scalar)

    def reencode(self, wish: Wish, others: Sequence[Wish]) -> None:
        """Saves the page as UTF-8; the other wishes are of a page that nobody could read yet."""
        self.later += (other.number for other in others)
        encoding = str(wish.encoding)
        after = as_utf8(self._before, encoding) or b""
        why_not = judge_encoding(self._before, after, encoding)
        if why_not is None:
            self.made, self.after = [wish], after
        else:
            self.refused[wish.number] = why_not

    def add(self, wishes: Sequence[Wish]) -> None:
        """Takes in those of the wishes that go with what is made, by halving."""
        if not wishes:
            return
        if self._tries >= _TRIES:
            self.later += (wish.number for wish in wishes)
            return
        found = self._try([*self.made, *wishes])
        if isinstance(found, bytes):
            self.made += wishes
            self.after = found
        elif len(wishes) > 1:
            middle = len(wishes) // 2
            self.add(wishes[:middle])
            self.add(wishes[middle:])
        else:
            self._leave(wishes[0], found)

    def _leave(self, wish: Wish, why: str) -> None:
        """One that does not go with the others: it waits for them, if it can be made at all."""
        alone = self._try([wish]) if self.made else why
        if isinstance(alone, bytes):
            self.later.append(wish.number)
        else:
            self.refused[wish.number] = alone

    def _try(self, wishes: Sequence[Wish]) -> bytes | str:
        """The page with these wishes made, or why it must not be."""
        self._tries += 1
        changes = tuple(change for wish in wishes for change in wish.changes)
        found = edits(self._document, changes, plain_scalar)
        if isinstance(found, Declined):
            return found.reason
        after = apply_to_bytes(self._before, found)
        begun = time.perf_counter()
        why_not = judge(self._before, after, changes, plain_scalar)
        self.judging += time.perf_counter() - begun
        return after if why_not is None else why_not
