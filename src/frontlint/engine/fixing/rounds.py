"""Fixes to a fixed point: made in memory, held against the site, taken back where it objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from frontlint.base.read_within import read_within
from frontlint.base.record import NamedTuple
from frontlint.engine.fixing.batch import Batch
from frontlint.engine.fixing.bounds import Bounds
from frontlint.engine.fixing.choice import Unmade, Wanted, chosen
from frontlint.engine.fixing.pages import Crew
from frontlint.engine.fixing.trial import Objection, State, blamed, objections, reencoded
from frontlint.engine.profile import phase
from frontlint.engine.request import Request
from frontlint.engine.snapshot import Snapshot
from frontlint.findings.finding import Finding

if TYPE_CHECKING:
    from frontlint.engine.fixing.outputs import Content

ROUNDS: Final = 10
_TRIALS = 400
"""So many sites are judged at most: each fix that is taken back takes a few of them."""
_ENOUGH = "too many fixes would bring new problems; fix those first, then run frontlint again"
_WAITS = "it contradicts another fix, and could not be made after it"


class Page(NamedTuple):
    """A page before and after."""

    before: bytes
    after: bytes


class Fixing(NamedTuple):
    """What came of the fixes: `state` is the site with them, `pages` are those that change, by their paths.

    `made` are the findings that were fixed, as they were then. `unmade` has those that could not be, with
    the reason.
    """

    state: State
    pages: Mapping[str, Page]
    made: tuple[Finding, ...]
    unmade: tuple[Unmade, ...]


def fixed(snapshot: Snapshot, *, unsafe: bool) -> Fixing:
    """Fixes what can be fixed, in memory."""
    run = _Run(snapshot, unsafe=unsafe)
    left = ROUNDS
    while left and run.round():
        left -= 1
    return run.result()


class _Run:
    def __init__(self, snapshot: Snapshot, *, unsafe: bool) -> None:
        request = snapshot.request
        self._bounds = Bounds(request)
        self._crew = Crew(request.jobs, request.profile)
        self._unsafe = unsafe
        self._profile = request.profile
        self._before: dict[str, bytes] = {}
        self._now: dict[str, bytes] = {}
        self._made: list[Finding] = []
        self._unmade: list[Unmade] = []
        self._refused: dict[int, str] = {}
        self._trials = _TRIALS
        self._content: Content | None = None
        with phase(self._profile, "what can be fixed"):
            self.state = State.of(snapshot)

    def round(self) -> bool:
        """Makes the fixes that there are now; whether any was made."""
        choice = chosen(self.state.findings, self._bounds, unsafe=self._unsafe)
        self._unmade = choice.unmade
        if not choice.wanted:
            return False
        with phase(self._profile, "making edits"):
            texts = {path: self._text(path) for path in _pages(choice.wanted)}
            batch = Batch.of(choice.wanted, texts, self._crew)
        self._refused = {}
        count = len(self._made)
        done: list[Wanted] = []
        for group in self._groups(batch.made):
            self._add(group, batch, done)
        reasons = {**dict.fromkeys(batch.later, _WAITS), **batch.refused, **self._refused}
        left = [one for one in choice.wanted if one.number in reasons]
        self._unmade += (Unmade(one.finding, reasons[one.number]) for one in left)
        return len(self._made) > count

    def _groups(self, made: Sequence[Wanted]) -> list[list[Wanted]]:
        """Pages that cannot be read come last, by themselves: what they bring was there before."""
        known: list[Wanted] = []
        new: list[Wanted] = []
        for one in made:
            is_new = not all(map(self.state.is_read, one.pages)) or reencoded([one])
            (new if is_new else known).append(one)
        return [known, *([one] for one in new)]

    def _text(self, path: str) -> bytes:
        if path not in self._now:
            request = self.state.snapshot.request
            try:
                data = read_within(request.tree, path, request.settings.limits)
            except OSError:
                data = b""  # it went away: the edit of nothing is declined
            self._before[path] = self._now[path] = data
        return self._now[path]

    def _add(self, wanted: list[Wanted], batch: Batch, done: list[Wanted]) -> None:
        """Makes those of the fixes that nothing speaks against, by halving."""
        if not wanted:
            return
        before = self.state.snapshot.request
        against = self._try(wanted, batch, done)
        if against is None:
            self._made += self._declared([one.finding for one in wanted], before)
            done += wanted
        elif len(wanted) > 1:
            for part in _parts(wanted, against):
                self._add(part, batch, done)
        else:
            left = _WAITS if self._trials else _ENOUGH
            self._refused[wanted[0].number] = against[0].reason if against else left

    def _try(self, wanted: list[Wanted], batch: Batch, done: list[Wanted]) -> list[Objection] | None:
        """What speaks against some fixes; None where nothing does: then they are made."""
        texts = batch.texts(wanted, done)
        if texts is None or self._trials <= 0:
            return []
        self._trials -= 1
        after = State.of(self.state.snapshot.then(texts))
        against = objections(self.state, after, wanted)
        if not against:
            self.state = after
            self._now.update(texts)
        return against or None

    def _declared(self, made: Sequence[Finding], before: Request) -> Sequence[Finding]:
        """The findings with all that their fixes do to published files; `before` is the site without them."""
        if all(one.fix is None or one.fix.safe for one in made):
            return made
        from frontlint.engine.fixing.outputs import Content, Declaring  # safe fixes declare it themselves

        self._content = self._content or Content(before)
        return Declaring(before, self._content).complete(made)

    def result(self) -> Fixing:
        """What came of it."""
        changed = {path: data for path, data in self._now.items() if data != self._before[path]}
        pages = {path: Page(self._before[path], data) for path, data in sorted(changed.items())}
        return Fixing(self.state, pages, tuple(self._made), tuple(self._unmade))


def _parts(wanted: list[Wanted], against: Sequence[Objection]) -> tuple[list[Wanted], list[Wanted]]:
    """The fixes in two parts: those that nothing was said about first, else halves."""
    bad = set(map(id, blamed(wanted, against)))
    good = [one for one in wanted if id(one) not in bad]
    if bad and good:
        return good, [one for one in wanted if id(one) in bad]
    middle = len(wanted) // 2
    return wanted[:middle], wanted[middle:]


def _pages(wanted: Sequence[Wanted]) -> set[str]:
    return {path for one in wanted for path in one.pages}
