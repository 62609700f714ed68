"""One run of `check`: discover, scan, judge."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from frontlint.engine.cache import PageCache
from frontlint.engine.crash import Crashes
from frontlint.engine.discover import Targets, content_files, static_files
from frontlint.engine.identity import digest_of, own_identity
from frontlint.engine.judge import judge, site_findings
from frontlint.engine.outcome import Outcome
from frontlint.engine.pages import Plan, Task, scan_pages
from frontlint.engine.scan import PageResult
from frontlint.engine.suppress import silence
from frontlint.finding import Finding, Severity
from frontlint.hugo.config import Config
from frontlint.hugo.files import settle
from frontlint.hugo.publication import NoPage
from frontlint.registry import Rule
from frontlint.rule import IgnoreRule, PageRule, SiteRule
from frontlint.schema.catalog import Catalog
from frontlint.settings import Settings
from frontlint.site.site import Site


@dataclass(frozen=True, slots=True)
class Request:
    """What to check: a Hugo project, its settings and ours, and the part of it to report on.

    `cache` is the folder of the cache, None for a run without one; `jobs` is the number of processes, None
    for as many as pay.
    """

    project: Path
    config: Config
    settings: Settings
    targets: Targets = field(default_factory=Targets)
    shown: Severity = Severity.WARNING
    clock: datetime = field(default_factory=lambda: datetime.now(UTC))
    crashes: Crashes = field(default_factory=Crashes)
    cache: Path | None = None
    jobs: int | None = None


Advance = Callable[[int], object]
Watch = Callable[[int], AbstractContextManager[Advance]]


def unwatched(total: int) -> AbstractContextManager[Advance]:
    """Nobody looks on."""
    return nullcontext(lambda count: None)


def check(request: Request, watch: Watch = unwatched) -> Outcome:
    """Checks a project; `watch` is told how many pages there are, and of each one that is done."""
    begun = time.perf_counter()
    files = content_files(request.project, request.config)
    rules = active_rules(request, files)
    page_rules = [rule for rule in rules if isinstance(rule, PageRule)]
    with watch(len(files)) as advance:
        results = scan(request, files, page_rules, advance)
    site = Site.build(
        (result.facts for result in results),
        request.config,
        request.clock,
        lambda: static_files(request.project, request.config),
    )
    found = [finding for result in results for finding in result.findings]
    found += site_findings(site, [rule for rule in rules if isinstance(rule, SiteRule)], request.crashes)
    findings, suppressed = _judge(request, rules, found, results)
    named = {finding.rule for finding in findings}
    return Outcome(
        project=request.project,
        findings=findings,
        pages=sum(wanted(request, path) for path in files),
        seconds=time.perf_counter() - begun,
        rules={rule.name: rule.info for rule in rules if rule.name in named},
        shown=request.shown,
        suppressed=suppressed,
    )


def _judge(
    request: Request, rules: Sequence[Rule], found: Sequence[Finding], results: Sequence[PageResult]
) -> tuple[tuple[Finding, ...], int]:
    """The findings that are left after the settings and the authors' ignores, and how many those silenced."""
    asked = [result for result in results if wanted(request, result.facts.path)]
    heard = judge(found, request.settings, lambda path: wanted(request, path))
    kept, judged = silence(heard, [ignore for result in asked for ignore in result.ignores], request.settings)
    ignore_rules = [rule for rule in rules if isinstance(rule, IgnoreRule)]
    late = [finding for rule in ignore_rules for ignore in judged for finding in rule.check(ignore)]
    return judge([*kept, *late], request.settings, lambda path: True), len(heard) - len(kept)


def build_site(request: Request) -> Site:
    """The site alone, for commands that show it."""
    files = content_files(request.project, request.config)
    results = scan(request, files, [], lambda count: None)
    return Site.build((result.facts for result in results), request.config, request.clock)


def wanted(request: Request, path: str) -> bool:
    """Whether a page is to be reported on: asked for, and not excluded, unless it was named itself."""
    if not request.targets.hold(path):
        return False
    return request.targets.name(path) or not request.settings.excluded(path)


def resources(files: Iterable[str], config: Config) -> frozenset[str]:
    """The content files that are no pages, because they belong to another page's bundle."""
    return frozenset(file.path for file in settle(files, config).dead if file.why is NoPage.RESOURCE)


def active_rules(request: Request, files: Iterable[str]) -> tuple[Rule, ...]:
    """The rules that are on for at least one page; no other is loaded."""
    on: set[str] = set()
    seen: set[int] = set()
    for path in files:
        states = request.settings.rules_for(path)
        if id(states) not in seen:
            seen.add(id(states))
            on.update(name for name, state in states.items() if state.on)
    settings = request.settings
    return tuple(settings.rule(name) for name in settings.registry.names if name in on)


def scan(
    request: Request,
    files: Sequence[str],
    rules: Sequence[PageRule],
    advance: Advance,
) -> list[PageResult]:
    """The page phase over all files. Rules look only at the pages that are reported on."""
    settings = request.settings
    catalog = Catalog(settings.kinds, settings.root, settings.prefix)
    catalog.check()
    plan = Plan(
        project=request.project,
        config=request.config,
        kinds=tuple(settings.kinds),
        root=settings.root,
        prefix=settings.prefix,
        rules=tuple(rules),
        stamps=request.cache is not None,
    )
    inside = resources(files, request.config)
    tasks = [Task(path, bool(rules) and wanted(request, path), path in inside) for path in files]
    return scan_pages(plan, tasks, _cache(request, plan), request.jobs, request.crashes, advance)


def _cache(request: Request, plan: Plan) -> PageCache | None:
    """The cache, valid for these settings, rules and schemas and for this frontlint."""
    if request.cache is None or not plan.rules:
        return None
    rules = [(rule.name, rule.options) for rule in plan.rules]
    schemas = Catalog(plan.kinds, plan.root, plan.prefix).user_schemas()
    key = digest_of(own_identity(), plan.config, plan.kinds, plan.prefix, rules, schemas)
    return PageCache(request.cache, key)
