"""A run of `check --fix`: what is found, what of it is fixed, and what is left."""

from __future__ import annotations

import time
from collections.abc import Collection

from frontlint.base.record import NamedTuple, replace
from frontlint.engine.check import last_run, outcome_of
from frontlint.engine.fixing.bounds import Bounds
from frontlint.engine.fixing.choice import Unmade, offered
from frontlint.engine.fixing.rounds import Fixing, fixed
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request, Watch, unwatched
from frontlint.engine.run import look, shown
from frontlint.engine.snapshot import Snapshot
from frontlint.findings.finding import Finding


class FixedSite(NamedTuple):
    """A site with its fixes, in memory: `before` is the site without."""

    before: Snapshot
    fixing: Fixing
    begun: float

    def left(self, lost: Collection[str] = ()) -> Outcome:
        """What is left, where the pages `lost` are as they were: they could not be written."""
        snapshot = self.fixing.state.snapshot
        if lost:
            pages = self.fixing.pages
            snapshot = self.before.then(
                {path: page.after for path, page in pages.items() if path not in lost}
            )
        found, request = shown(snapshot), snapshot.request
        outcome = outcome_of(request, found, time.perf_counter() - self.begun)
        return replace(outcome, findings=_without(outcome.findings, self.fixing.unmade, request))


def fix_site(request: Request, watch: Watch = unwatched, *, unsafe: bool) -> FixedSite:
    """Checks a project and fixes it, in memory."""
    begun = time.perf_counter()
    last, recalled = last_run(request)
    snapshot, _ = look(request, last, recalled, watch)
    if snapshot.request.crashes is not request.crashes:
        snapshot = snapshot.asked(request)  # made of what is kept: what fails from now on must be reported
    return FixedSite(snapshot, fixed(snapshot, unsafe=unsafe), begun)


def with_offers(outcome: Outcome, request: Request) -> Outcome:
    """An outcome whose findings have only those fixes that may be made."""
    if not any(finding.fix for finding in outcome.findings):
        return outcome
    return replace(outcome, findings=offered(outcome.findings, Bounds(request)))


def _without(
    findings: tuple[Finding, ...], unmade: Collection[Unmade], request: Request
) -> tuple[Finding, ...]:
    """The findings without the fixes that were tried in vain."""
    tried = {repr(one.finding.fix) for one in unmade}
    kept = (
        one if one.fix is None or repr(one.fix) not in tried else one._replace(fix=None) for one in findings
    )
    return offered(kept, Bounds(request))
