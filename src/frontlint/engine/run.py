"""A whole run: discover, scan, judge."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from frontlint.base.errors import UsageError
from frontlint.base.record import replace
from frontlint.engine.cache.last_run import LastRun, RunResult
from frontlint.engine.discover import Inventory, Targets
from frontlint.engine.profile import phase
from frontlint.engine.request import Request, Watch
from frontlint.engine.result import PageResult
from frontlint.engine.rules import Rules, Wing
from frontlint.engine.steps import (
    Snapshot,
    active_rules,
    build,
    cache_for,
    catalog_of,
    judge_parts,
    judge_snapshot,
    plain_fields,
    raw_findings,
    scan,
    with_inventory,
)
from frontlint.findings.finding import Finding
from frontlint.hugo.content.adapters import times_of
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.uncertain import page_notes
from frontlint.site.model import Site

_LINKS = "links"
"""The group of rules about links between pages."""


def check_pages(request: Request, last: LastRun | None, watch: Watch) -> RunResult:
    """Checks all pages and the site; `last` is told what was found."""
    begun, profile = time.time_ns(), request.profile
    with phase(profile, "finding files"):
        inventory, request = with_inventory(request)
    with phase(profile, "loading rules and cache"):
        gone = [change.old_path for change in request.base.changes] if request.base else []
        rules = active_rules(request, [*inventory.pages, *gone])
        cache = cache_for(request, rules)
    with phase(profile, "pages"), watch(len(inventory.pages)) as advance:
        results = scan(request, inventory.pages, rules, cache, advance)
    walked = {**inventory.folders, **times_of(request.tree, inventory.files)}
    with phase(profile, "the site"):
        unread = dict(inventory.unread)
        site = build(request, results, walked, unread)
    snapshot = Snapshot(request, inventory.pages, rules, results, site, unread)
    parts, review = None, None
    if request.base is None:
        parts = raw_findings(snapshot, inventory.files)
        findings, silenced = judge_parts(request, rules, parts)
    else:
        from frontlint.engine.compare.new_findings import (  # most runs compare with nothing
            Since,
            judge_since,
        )

        base, first = request.base, next(iter(inventory.pages), "")
        findings, silenced, review = request.crashes.safely(
            "comparing with the base",
            first,
            lambda: judge_since(snapshot, base),
            lambda: Since(*judge_snapshot(snapshot), None),
        )
    with phase(profile, "judging and keeping"):
        pages = sum(map(request.wants, inventory.pages))
        unfollowed = (*request.config.notes, *page_notes(site.publication))
        texts = dict.fromkeys(note.text for note in unfollowed)
        formats = _format_notes(request)
        notes = (*texts, *formats, *_idle(request, inventory), *_baseless(request, rules))
        plain = plain_fields(rules.all(website=site.conventions.present))
        asks = site.asks_templates or any(one.rule in plain for result in results for one in result.findings)
        rendered = site.template_answers if asks else None
        since, until = request.clock.timestamp(), site.publication.until
        end = None if until is None else until.timestamp()
        unchecked = tuple(result.facts.path for result in results if result.facts.unchecked)
        result = RunResult(findings, pages, silenced, notes, rendered, since, end, review, unchecked)
        sound = not request.crashes.logs and not unread  # who may read a folder is not in its time
        if last and parts and cache and len(cache.stamps) == len(results) and sound:
            last.keep(result, parts, cache.stamps, walked, begun)
    return result


def _format_notes(request: Request) -> tuple[str, ...]:
    try:
        return catalog_of(request).format_notes()
    except UsageError:
        raise
    except Exception:  # noqa: BLE001 - each page that asks the schema says what is wrong with it
        return ()


def build_site(request: Request) -> Site:
    """The site alone, for commands that show it."""
    inventory, request = with_inventory(request)
    return build(request, _scan_without_rules(request, inventory), {})


def all_facts(request: Request) -> tuple[PageFacts, ...]:
    """The facts of all content files, for commands that show what the site makes of one of them."""
    inventory, request = with_inventory(request)
    return tuple(result.facts for result in _scan_without_rules(request, inventory))


def _scan_without_rules(request: Request, inventory: Inventory) -> Sequence[PageResult]:
    rules = Rules((), Wing(request.settings.registry, {}))
    return scan(request, inventory.pages, rules, None, lambda count: None)


def site_with_links(request: Request) -> tuple[Site, tuple[Finding, ...]]:
    """The site, and what `check` of the whole project finds by the rules of the group links."""
    inventory, request = with_inventory(replace(request, targets=Targets()))
    group = request.settings.registry.groups[_LINKS]
    rules = active_rules(request, inventory.pages).among(group)
    results = scan(request, inventory.pages, rules, None, lambda count: None)
    site = build(request, results, {})
    judgement = judge_snapshot(Snapshot(request, inventory.pages, rules, results, site))
    return site, tuple(finding for finding in judgement.findings if finding.rule in group)


def _idle(request: Request, inventory: Inventory) -> list[str]:
    """What in our own settings does nothing."""
    idle = request.settings.idle_patterns(inventory.pages)
    return [f"{pattern.origin}: the pattern {pattern.selector} matches no page" for pattern in idle]


def _baseless(request: Request, rules: Rules) -> Iterator[str]:
    """Says so where all that was asked for are rules that have nothing to compare with."""
    if request.base is None and (asked := rules.only_history):
        names = ", ".join(sorted(rule.name for rule in asked))
        yield f"{names}: nothing is compared without --since or --staged"
