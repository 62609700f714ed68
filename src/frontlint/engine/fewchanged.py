"""A run over a site in which a few pages were edited, and nothing that other pages know of them.

Most edits are of this kind: a text, a description, a slip of the pen. Then what the site rules found stands,
and only the edited pages are checked, and those that nobody asked for before, as a hook names other pages at
each commit. Where that is not so, or not sure, the whole site is looked at.
"""

from __future__ import annotations

import time
from collections.abc import Container, Iterable
from dataclasses import replace
from typing import TypeVar

from frontlint.engine.cache.last_run import FEW, CachedRun, LastRun, RawFindings, RunResult
from frontlint.engine.cache.stamp import Stamp
from frontlint.engine.cascades import awaiting
from frontlint.engine.page_phase import Task, scan_here
from frontlint.engine.request import Request
from frontlint.engine.steps import active_rules, judge_parts, plain_fields, plan_of
from frontlint.findings.finding import Finding
from frontlint.findings.ignore import Ignore
from frontlint.hugo.content.adapters import with_adapters

T = TypeVar("T", Finding, Ignore)


def check_changed(request: Request, last: LastRun, recalled: CachedRun) -> RunResult | None:
    """What a whole run would find now; None where only a whole run can tell."""
    begun = time.time_ns()
    known = last.parts(recalled)
    if known is None:
        return None
    parts, stamps = known
    changed = frozenset(recalled.changed)
    before = {stamp.path: stamp for stamp in stamps if stamp.path in changed or _is_new(stamp, request)}
    if len(before) > FEW:
        return None
    request = replace(request, config=with_adapters(request.config, parts.adapters))
    rules = active_rules(request, [stamp.path for stamp in stamps])
    tasks = [Task(path, request.wants(path), stamp.resource) for path, stamp in before.items()]
    crashes = type(request.crashes)()  # a rule that fails here will do so in the whole run
    done = scan_here(plan_of(request, rules, stamps=True), tasks, crashes)
    now = {one.stamp.path: one.stamp for one in done if one.stamp is not None}
    if any(path not in now or now[path].sense != stamp.sense for path, stamp in before.items()):
        return None
    asked = rules.all(website=any(one.result.website is not None for one in done))
    news = [finding for one in done for finding in one.result.findings]
    if awaiting(news, asked):
        return None  # only the site can settle them
    plain = plain_fields(asked)
    if any(finding.rule in plain for finding in news):
        return None  # the templates have a say in it
    fresh = RawFindings(
        (*_elsewhere(parts.by_page, before), *(finding for one in done for finding in one.result.findings)),
        parts.by_site,
        (*_elsewhere(parts.ignores, before), *(ignore for one in done for ignore in one.result.ignores)),
        parts.adapters,
    )
    findings, silenced = judge_parts(request, rules, fresh)
    pages = recalled.found.pages if recalled.answers else sum(request.wants(stamp.path) for stamp in stamps)
    found = recalled.found._replace(findings=findings, silenced=silenced, pages=pages)
    last.keep(found, fresh, [now.get(stamp.path, stamp) for stamp in stamps], recalled.folders, begun)
    return found


def _is_new(stamp: Stamp, request: Request) -> bool:
    """Whether this is the first time that somebody asks for the page."""
    return not stamp.checked and request.wants(stamp.path)


def _elsewhere(things: Iterable[T], paths: Container[str]) -> tuple[T, ...]:
    return tuple(thing for thing in things if thing.path not in paths)
