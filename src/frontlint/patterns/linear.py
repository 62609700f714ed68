"""Matches foreign regular expressions in linear time: all ways through an expression at once, none twice.

An automaton (Thompson's) whose sets of states are remembered, so that most characters cost one look-up.
Python's `re` tries one way after the other, and has no limit for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from frontlint.base.record import NamedTuple
from frontlint.patterns.charset import WORD, CharSet
from frontlint.patterns.foreign import parse
from frontlint.patterns.nodes import Alt, At, Dialect, LimitError, Look, Node, Repeat, Seq

MOST_STEPS: Final = 2000
"""Characters of an expression, repeats counted: `[a-z]{500}` has 500. At worst, each costs at each place."""
_MOST_STATES: Final = 4 * MOST_STEPS
_MOST_REMEMBERED: Final = 20_000


class _Split(NamedTuple):
    """Goes on at all of these states."""

    ways: tuple[int, ...]


class _Step(NamedTuple):
    """Takes a character of a set."""

    chars: CharSet
    after: int


class _Check(NamedTuple):
    """Goes on where a condition holds; a number means the look with that number."""

    place: At | int
    after: int


_MATCH: Final = 0  # the state in which an expression has been found
_START, _LINE, _LETTER, _OTHER = range(4)  # what is beside a place; the start and the end of the text are one


class _State:
    """Where an automaton is: its states, what is before the place, and where each character leads.

    None is a match.
    """

    __slots__ = ("after", "before", "states")

    def __init__(self, states: frozenset[int], before: int) -> None:
        self.states = states
        self.before = before
        self.after: dict[str, _State | None] = {}


class Matcher:
    """Whether a text holds what an expression describes. Raises PatternError for what is not an expression.

    >>> Matcher("^a+$", Dialect.GO).found_in("aaa"), Matcher("^a+$", Dialect.GO).found_in("ab")
    (True, False)
    """

    def __init__(self, pattern: str, dialect: Dialect) -> None:
        self._looks: list[tuple[_Automaton, bool, bool]] = []
        self._main = _Automaton(self._without_looks(parse(pattern, dialect)), backwards=False)

    def found_in(self, text: str) -> bool:
        """Whether the expression matches somewhere in a text."""
        if not self._looks:
            return self._main.finds(text)
        known: list[Sequence[bool]] = []
        for automaton, ahead, wanted in self._looks:
            holds = automaton.places(text[::-1] if ahead else text, known, len(text) if ahead else 0)
            known.append([found is wanted for found in (reversed(holds) if ahead else holds)])
        return any(self._main.places(text, known, 0))

    def _without_looks(self, node: Node | int) -> Node | int:
        """The tree with the numbers of its looks in their places, inner ones before outer ones."""
        if isinstance(node, Look):
            inner = self._without_looks(node.item)
            self._looks.append((_Automaton(inner, backwards=node.ahead), node.ahead, node.wanted))
            return len(self._looks) - 1
        if isinstance(node, Repeat):
            return node._replace(item=self._without_looks(node.item))  # type: ignore[arg-type]
        if isinstance(node, (Seq, Alt)):
            return node._replace(items=tuple(map(self._without_looks, node.items)))  # type: ignore[arg-type]
        return node


@lru_cache(maxsize=256)
def matcher(pattern: str, dialect: Dialect) -> Matcher:
    """The matcher of an expression, made once. Raises PatternError."""
    return Matcher(pattern, dialect)


class _Automaton:
    def __init__(self, tree: Node | int, backwards: bool) -> None:
        self._backwards = backwards
        self._states: list[_Split | _Step | _Check] = [_Split(())]
        self._steps = 0
        self._first = self._build(tree, _MATCH)
        self._forget()

    def finds(self, text: str) -> bool:
        """Whether there is a match anywhere; for an expression without looks."""
        state = self._start
        for char in text:
            after = state.after[char] if char in state.after else self._after(state, char)
            if after is None:
                return True
            state = after
        return _MATCH in self._closure(state.states, state.before, _START, ())

    def _forget(self) -> None:
        self._start = _State(frozenset((self._first,)), _START)
        self._known: dict[tuple[frozenset[int], int], _State] = {}
        self._remembered = 0

    def places(self, text: str, looks: Sequence[Sequence[bool]], length: int) -> list[bool]:
        """For each place of the text whether a match ends there; backwards, `text` is turned around.

        `looks` say at each place of the text as it is written whether the inner looks hold.
        """
        found: list[bool] = []
        known: dict[object, tuple[bool, frozenset[int]]] = {}
        states, before = frozenset((self._first,)), _START
        for at, char in enumerate((*text, "")):
            place = length - at if self._backwards else at
            here = tuple(holds[place] for holds in looks)
            key = (states, before, char, here)
            behind = _kind(char) if char else _START
            if key not in known:
                if len(known) >= _MOST_REMEMBERED:
                    known.clear()
                closure = self._closure(states, before, behind, here)
                known[key] = _MATCH in closure, self._stepped(closure, char) if char else states
            matched, states = known[key]
            found.append(matched)
            before = behind
        return found

    def _after(self, state: _State, char: str) -> _State | None:
        if self._remembered >= _MOST_REMEMBERED:
            self._forget()
        self._remembered += 1
        kind = _kind(char)
        closure = self._closure(state.states, state.before, kind, ())
        after = None
        if _MATCH not in closure:
            states = self._stepped(closure, char)
            after = self._known.setdefault((states, kind), _State(states, kind))
        state.after[char] = after
        return after

    def _stepped(self, closure: Iterable[int], char: str) -> frozenset[int]:
        """Where the automaton is after a character; a match may begin there as well."""
        steps = (self._states[number] for number in closure)
        after = {step.after for step in steps if isinstance(step, _Step) and step.chars.holds(char)}
        return frozenset((self._first, *after))

    def _closure(self, states: Iterable[int], before: int, behind: int, looks: Sequence[bool]) -> set[int]:
        """All states that can be reached without taking a character."""
        if self._backwards:
            before, behind = behind, before
        seen, waiting = set(states), list(states)
        while waiting:
            state = self._states[waiting.pop()]
            ways: tuple[int, ...] = ()
            if isinstance(state, _Split):
                ways = state.ways
            elif isinstance(state, _Check) and _holds(state.place, before, behind, looks):
                ways = (state.after,)
            for way in ways:
                if way not in seen:
                    seen.add(way)
                    waiting.append(way)
        return seen

    def _add(self, state: _Split | _Step | _Check) -> int:
        self._steps += isinstance(state, _Step)
        if self._steps > MOST_STEPS or len(self._states) > _MOST_STATES:
            raise LimitError(f"more than {MOST_STEPS} characters, repeats counted")
        self._states.append(state)
        return len(self._states) - 1

    def _build(self, node: Node | int, after: int) -> int:
        """Adds the states of a part, last ones first; the number of its first state."""
        if isinstance(node, CharSet):
            return self._add(_Step(node, after))
        if isinstance(node, (int, At)):
            return self._add(_Check(node, after))
        if isinstance(node, Seq):
            for item in node.items if self._backwards else reversed(node.items):
                after = self._build(item, after)
            return after
        if isinstance(node, Alt):
            return self._add(_Split(tuple(self._build(item, after) for item in node.items)))
        assert isinstance(node, Repeat)
        return self._repeat(node, after)

    def _repeat(self, node: Repeat, after: int) -> int:
        if node.high is None:
            loop = self._add(_Split(()))
            self._states[loop] = _Split((self._build(node.item, loop), after))
            after = loop
        else:
            end = after
            for _ in range(node.high - node.low):
                after = self._add(_Split((self._build(node.item, after), end)))
        for _ in range(node.low):
            if after == (after := self._build(node.item, after)):
                break  # it takes nothing, however often
        return after


def _kind(char: str) -> int:
    if char == "\n":
        return _LINE
    code = ord(char)
    return _LETTER if any(low <= code <= high for low, high in WORD) else _OTHER


def _holds(place: At | int, before: int, behind: int, looks: Sequence[bool]) -> bool:
    if isinstance(place, int):
        return looks[place]
    if place is At.TEXT_START:
        return before == _START
    if place is At.TEXT_END:
        return behind == _START
    if place is At.LINE_START:
        return before in (_START, _LINE)
    if place is At.LINE_END:
        return behind in (_START, _LINE)
    return ((before == _LETTER) is not (behind == _LETTER)) is (place is At.BOUNDARY)
