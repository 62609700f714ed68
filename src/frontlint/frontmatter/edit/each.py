"""The edits of many fixes of one page, each by itself: drawn one by one, read together.

`edits` reads the page that it makes. For each of a thousand fixes that is a thousand pages; here it is
one, and a few more where fixes do not go together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from frontlint.base.edit import Edit
from frontlint.frontmatter.document import Document, PlainScalar
from frontlint.frontmatter.edit.changes import Change, Declined, Kind
from frontlint.frontmatter.edit.resolve import Door
from frontlint.frontmatter.edit.values import found

Changes: TypeAlias = tuple[Change, ...]
Drawn: TypeAlias = tuple[int, Changes, tuple[Edit, ...]]
"""The number of a fix, its changes, and its edits, unread."""
_READS = 64
"""So often one page is read at most."""
_STEPS = 40
"""Members of lists and mappings that drawing may walk, for each character of the page."""
_WALKING = frozenset({Kind.SET, Kind.APPEND, Kind.INSERT_ITEM, Kind.INSERT_KEY})
_MORE_STEPS = 10_000_000
_ENOUGH = Declined("the page has too many fixes that do not go together")


def edits_of_each(
    document: Document, fixes: Iterable[Sequence[Change]], plain: PlainScalar
) -> list[tuple[Edit, ...] | Declined]:
    """What `edits` gives for each of the fixes, in time linear in the length of the page and of the fixes.

    Of a page with many, those are left out of which that cannot be said in time. Never raises.
    """
    return _Each(document, plain).of([tuple(changes) for changes in fixes])


class _Each:
    def __init__(self, document: Document, plain: PlainScalar) -> None:
        self._document = document
        self._door = Door(document, plain)
        self._reads = _READS
        self._steps = _MORE_STEPS + _STEPS * len(document.source.text)
        self._out: dict[int, tuple[Edit, ...] | Declined] = {}

    def of(self, fixes: Sequence[Changes]) -> list[tuple[Edit, ...] | Declined]:
        """See `edits_of_each`. Fixes that are the same are made once."""
        first: dict[str, int] = {}
        same = [first.setdefault(repr(changes), number) for number, changes in enumerate(fixes)]
        drawn = {number: self._draw(fixes[number]) for number in first.values()}
        self._out = {number: one for number, one in drawn.items() if isinstance(one, Declined)}
        self._read([(at, fixes[at], one) for at, one in drawn.items() if not isinstance(one, Declined)])
        return [self._out[number] for number in same]

    def _draw(self, changes: Changes) -> tuple[Edit, ...] | Declined:
        """The edits, unread."""
        self._steps -= sum(self._walked(change) for change in changes)
        return _ENOUGH if self._steps < 0 else self._door.drawn(changes)

    def _walked(self, change: Change) -> int:
        """How many members a writer looks at, at most: those around the value, and those in it."""
        if change.kind not in _WALKING:
            return 1
        around, value = (found(self._document.data, route) for route in (change.route[:-1], change.route))
        return 1 + sum(len(one) for one in (around, value) if isinstance(one, (list, dict)))

    def _read(self, drawn: Sequence[Drawn]) -> None:
        """Keeps what holds; by halves where not all of it does."""
        if not drawn:
            return
        why_not = self._why_not(drawn)
        if why_not is None:
            self._out |= {number: made for number, _, made in drawn}
        elif len(drawn) == 1 or self._reads <= 0:
            self._out |= {number: why_not for number, _, _ in drawn}
        else:
            middle = len(drawn) // 2
            self._read(drawn[:middle])
            self._read(drawn[middle:])

    def _why_not(self, drawn: Sequence[Drawn]) -> Declined | None:
        if self._reads <= 0:
            return _ENOUGH
        self._reads -= 1
        changes = tuple(change for _, some, _ in drawn for change in some)
        out = dict.fromkeys(edit for _, _, some in drawn for edit in some)
        return self._door.why_not(changes, tuple(out))
