"""Who wants which output file: groups in the sorted claims of a site, without a copy of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import ItemsView, Iterator, Mapping, Sequence, ValuesView
from itertools import groupby, islice
from operator import eq, itemgetter

from frontlint.hugo.pages.publication import Claim

_output = itemgetter(0)  # of a claim, faster than by its name


class Groups(Mapping[str, tuple[Claim, ...]]):
    """The claims on each output file, in order. `claims` are sorted by their outputs.

    Most files have one claim, so nothing is kept for each:
    a file is looked up in the order, and the groups are made as somebody walks along them.
    """

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims = claims

    def __getitem__(self, output: str) -> tuple[Claim, ...]:
        claims = self._claims
        begin = end = bisect_left(claims, output, key=_output)
        while end < len(claims) and claims[end][0] == output:
            end += 1
        if begin == end:
            raise KeyError(output)
        return tuple(claims[begin:end])

    def __iter__(self) -> Iterator[str]:
        return (output for output, _ in self.groups())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def groups(self) -> Iterator[tuple[str, tuple[Claim, ...]]]:
        """Each output file with the claims on it."""
        return ((output, tuple(group)) for output, group in groupby(self._claims, _output))

    def shared(self) -> Iterator[tuple[str, tuple[Claim, ...]]]:
        """Each output file that several claims are on, with them: few, and found without a group for each."""
        outputs = list(map(_output, self._claims))
        last = None
        for at, again in enumerate(map(eq, outputs, islice(outputs, 1, None))):
            if again and outputs[at] != last:
                last = outputs[at]
                yield last, self[last]

    def items(self) -> ItemsView[str, tuple[Claim, ...]]:
        """As those of a dictionary."""
        return _Items(self)

    def values(self) -> ValuesView[tuple[Claim, ...]]:
        """As those of a dictionary."""
        return _Values(self)


class _Items(ItemsView[str, tuple[Claim, ...]]):
    _mapping: Groups

    def __iter__(self) -> Iterator[tuple[str, tuple[Claim, ...]]]:
        return self._mapping.groups()


class _Values(ValuesView[tuple[Claim, ...]]):
    _mapping: Groups

    def __iter__(self) -> Iterator[tuple[Claim, ...]]:
        return (group for _, group in self._mapping.groups())
