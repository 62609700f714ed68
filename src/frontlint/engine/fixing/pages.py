"""The fixes of many pages: in this process, or by workers from where that pays."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from frontlint.base.record import NamedTuple
from frontlint.engine.fixing.page import PageDone, PageTask, fix_pages
from frontlint.engine.page_phase import can_fork, processes_for
from frontlint.engine.profile import Profile

_BATCH = 8
_WEIGHT = 8
"""Pages that are read in the time in which one is fixed, which slow readers read, too."""


class Crew(NamedTuple):
    """How the pages of a run are fixed; `jobs` as in a request."""

    jobs: int | None
    profile: Profile | None

    def fix(self, tasks: Sequence[PageTask]) -> list[PageDone]:
        """What became of the pages, in the order of the tasks."""
        jobs = 1 if self.profile else self.jobs
        processes = min(processes_for(len(tasks) * _WEIGHT, jobs), -(-len(tasks) // _BATCH))
        done = fix_pages(tasks) if processes < 2 else _in_workers(tasks, processes)
        if self.profile is not None:
            seconds = sum(one.judging for one in done)
            self.profile.add("independent judges", seconds)
            self.profile.add("making edits", -seconds)  # they were measured together
        return done


def _in_workers(tasks: Sequence[PageTask], processes: int) -> list[PageDone]:
    from frontlint.engine.workers import in_workers

    batches = [tasks[at : at + _BATCH] for at in range(0, len(tasks), _BATCH)]
    answers = in_workers(_work, None, batches, processes, fix_pages, fork=can_fork())
    return [done for answer in answers for done in answer]


def _work(nothing: None) -> Callable[[Sequence[PageTask]], list[PageDone]]:
    return fix_pages
