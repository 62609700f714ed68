"""Groups of things each of which leads to all others of its group (Tarjan), however long the ways are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def strongly_connected(leads: Mapping[str, Sequence[str]]) -> list[frozenset[str]]:
    """The groups; without recursion, because a chain of parents may be as long as a site.

    >>> sorted(map(sorted, strongly_connected({"a": ["b"], "b": ["a"], "c": ["a"]})))
    [['a', 'b'], ['c']]
    """
    search = _Search(leads)
    for start in leads:
        search.visit(start)
    return search.groups


class _Search:
    def __init__(self, leads: Mapping[str, Sequence[str]]) -> None:
        self._leads = leads
        self._number: dict[str, int] = {}
        self._low: dict[str, int] = {}
        self._open: list[str] = []
        self._is_open: set[str] = set()
        self.groups: list[frozenset[str]] = []

    def visit(self, start: str) -> None:
        """Looks at all that a thing leads to, and closes the groups on the way back."""
        if start in self._number:
            return
        path = [self._enter(start)]
        while path:
            here, ways = path[-1]
            following = next((one for one in ways if self._is_new(here, one)), None)
            if following is not None:
                path.append(self._enter(following))
                continue
            path.pop()
            if path:
                above = path[-1][0]
                self._low[above] = min(self._low[above], self._low[here])
            if self._low[here] == self._number[here]:
                self._close(here)

    def _enter(self, here: str) -> tuple[str, Iterator[str]]:
        self._number[here] = self._low[here] = len(self._number)
        self._open.append(here)
        self._is_open.add(here)
        return here, iter(self._leads.get(here, ()))

    def _is_new(self, here: str, one: str) -> bool:
        """Whether one was never seen; what is still open is part of a ring with `here`."""
        if one not in self._number:
            return True
        if one in self._is_open:
            self._low[here] = min(self._low[here], self._number[one])
        return False

    def _close(self, first: str) -> None:
        group: set[str] = set()
        while first not in group:
            group.add(self._open.pop())
        self._is_open -= group
        self.groups.append(frozenset(group))
