"""The fixes of one round: what each page becomes with all of them, or with some."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from frontlint.engine.fixing.choice import Wanted
from frontlint.engine.fixing.page import PageDone, PageTask, Wish, fix_page
from frontlint.engine.fixing.pages import Crew
from frontlint.findings.fix import Fix


class Batch:
    """Fixes that go together in their pages: those `made`. `refused` and `later` number the others."""

    def __init__(self, wanted: Sequence[Wanted], texts: Mapping[str, bytes]) -> None:
        self._texts = texts
        self._fixes: dict[int, Fix] = {one.number: one.fix for one in wanted}
        self._done: dict[tuple[str, frozenset[int]], bytes | None] = {}
        self.made: list[Wanted] = []
        self.refused: dict[int, str] = {}
        self.later: list[int] = []

    @classmethod
    def of(cls, wanted: Sequence[Wanted], texts: Mapping[str, bytes], crew: Crew) -> Batch:
        """Makes all of the fixes in their pages; one that a page refuses is made in no page."""
        batch = cls(wanted, texts)
        left = set(batch._fixes)
        paths = set(texts)
        while paths:
            done = crew.fix([batch._task(path, left) for path in sorted(paths)])
            lost: set[int] = set()
            for one in done:
                batch._done[one.path, one.made] = one.after
                lost |= batch._note(one)
            left -= lost
            paths = {change.path for number in lost for change in batch._fixes[number].changes}
        batch.made = [one for one in wanted if one.number in left]
        return batch

    def _note(self, done: PageDone) -> set[int]:
        """Keeps what a page says to its fixes; the numbers of those that are not made."""
        self.refused |= done.refused
        self.later += done.later
        return {*done.refused, *done.later}

    def _task(self, path: str, numbers: set[int] | frozenset[int]) -> PageTask:
        wishes = []
        for number in sorted(numbers):
            changes = tuple(one.change for one in self._fixes[number].changes if one.path == path)
            if changes:
                wishes.append(Wish(number, changes))
        return PageTask(path, self._texts[path], tuple(wishes))

    def texts(self, wanted: Sequence[Wanted], done: Sequence[Wanted]) -> dict[str, bytes] | None:
        """The pages of some fixes with them and those `done`; None where they do not go together."""
        numbers = frozenset(one.number for one in (*wanted, *done))
        found: dict[str, bytes] = {}
        for path in sorted({path for one in wanted for path in one.pages}):
            data = self._page(path, numbers)
            if data is None:
                return None
            found[path] = data
        return found

    def _page(self, path: str, numbers: frozenset[int]) -> bytes | None:
        task = self._task(path, numbers)
        key = path, frozenset(wish.number for wish in task.wishes)
        if key not in self._done:
            one = fix_page(task)
            self._done[key] = one.after if one.made == key[1] else None
        return self._done[key]
