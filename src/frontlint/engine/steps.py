"""The steps of a run, one by one: a comparison takes some of them twice, a few edited pages hardly any."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from frontlint.base.record import NamedTuple
from frontlint.engine.advice import one_advice
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.key import digest_of, own_identity
from frontlint.engine.cache.last_run import RawFindings
from frontlint.engine.cache.pages import PageCache
from frontlint.engine.cascades import awaiting, configured, reached, settled
from frontlint.engine.discover import Inventory, static_files, survey
from frontlint.engine.judge import judge, order, site_findings
from frontlint.engine.locate import located
from frontlint.engine.page_phase import Plan, Task, scan_pages
from frontlint.engine.pairs import View, one_face_each
from frontlint.engine.profile import phase
from frontlint.engine.request import Advance, Request
from frontlint.engine.result import PageResult
from frontlint.engine.rules import Rules, Wing
from frontlint.engine.scanner import unreadable_folders
from frontlint.engine.silence import Silencer
from frontlint.findings.finding import INTERNAL, Finding
from frontlint.findings.ignore import JudgedIgnore, SilencedFinding
from frontlint.hugo.config import Config, Language, is_adapter
from frontlint.hugo.content.adapters import with_adapters
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.files import select_pages
from frontlint.hugo.pages.publication import NoPage
from frontlint.hugo.rendered import rendered_fields
from frontlint.hugo.templates import named_fields
from frontlint.lint.rule import IgnoreRule, PageRule, Rule, SiteRule
from frontlint.schema.catalog import Catalog
from frontlint.site.conventions import Conventions
from frontlint.site.model import Site

if TYPE_CHECKING:
    from frontlint.website.facts import WebsiteFacts

_NOTHING_KNOWN: Mapping[str, PageResult] = {}
_ALL_READ: Mapping[str, str] = {}


class Judgement(NamedTuple):
    """Findings that count, and those that authors ignore; both in order."""

    findings: tuple[Finding, ...]
    silenced: tuple[SilencedFinding, ...]


class Snapshot(NamedTuple):
    """A site as it was looked at: its content files, the rules that are on, and what the pages came to.

    `unread` are the folders that cannot be read, as in `Inventory`; rules about the site may add some.
    """

    request: Request
    paths: tuple[str, ...]
    rules: Rules
    results: Sequence[PageResult]
    site: Site
    unread: Mapping[str, str] = _ALL_READ


def with_inventory(request: Request) -> tuple[Inventory, Request]:
    """The files of the project, and the request with what they say of its settings."""
    inventory = survey(request.tree, request.config)
    return inventory, replace(request, config=with_adapters(request.config, inventory.files))


def resources(files: Iterable[str], config: Config) -> frozenset[str]:
    """The content files that are no pages, because they belong to another page's bundle."""
    return frozenset(file.path for file in select_pages(files, config).dead if file.why is NoPage.RESOURCE)


def active_rules(request: Request, files: Iterable[str]) -> Rules:
    """The rules that are on for at least one page; no other is loaded, and the website's not yet."""
    on: set[str] = set()
    seen: set[int] = set()
    for path in files:
        states = request.settings.rules_for(path)
        if id(states) not in seen:
            seen.add(id(states))
            on.update(name for name, state in states.items() if state.on)
    settings, profile = request.settings, request.profile
    names = [name for name in settings.registry.names if name in on and name != INTERNAL]
    own = settings.registry.website
    rules = (settings.rule(name) for name in names if name not in own)
    chosen = {name: settings.options.get(name) for name in names if name in own}
    return Rules(
        tuple(profile.timed(rule) if profile else rule for rule in rules),
        Wing(settings.registry, chosen, profile),
    )


def scan(
    request: Request,
    files: Sequence[str],
    rules: Rules,
    cache: PageCache | None,
    advance: Advance,
    known: Mapping[str, PageResult] = _NOTHING_KNOWN,
) -> list[PageResult]:
    """The page phase over all files but those of which the result is `known`.

    Rules look only at the pages that are reported on.
    """
    catalog = catalog_of(request)
    catalog.check()
    plan = plan_of(request, rules, stamps=cache is not None)
    inside = resources(files, request.config)
    tasks = [
        Task(path, bool(plan.rules or plan.website) and request.wants(path), path in inside)
        for path in files
        if path not in known
    ]
    jobs = 1 if request.profile else request.jobs
    found = scan_pages(plan, tasks, cache, jobs, request.crashes, advance)
    if not known:
        return found
    fresh = {result.facts.path: result for result in found}
    return [known[path] if path in known else fresh[path] for path in files]


def plan_of(request: Request, rules: Rules, *, stamps: bool) -> Plan:
    """What the page phase needs to know of a request."""
    return Plan(
        project=request.project,
        config=request.config,
        kinds=tuple(request.settings.kinds),
        root=request.settings.root,
        prefix=request.settings.prefix,
        wall=request.settings.wall,
        rules=tuple(rule for rule in rules.all(website=False) if isinstance(rule, PageRule)),
        website=rules.website,
        stamps=stamps,
        replaced=request.replaced,
        limits=request.settings.limits,
    )


def catalog_of(request: Request) -> Catalog:
    """The kinds in force and their schemas."""
    settings = request.settings
    return Catalog(settings.kinds, settings.root, settings.prefix, settings.wall)


def cache_for(request: Request, rules: Rules) -> PageCache | None:
    """The cache, valid for these settings, rules and schemas and for this frontlint."""
    on_pages = [rule for rule in rules.all(website=False) if isinstance(rule, PageRule)]
    if request.cache is None or not (on_pages or rules.website):
        return None
    settings = request.settings
    asked = [*((rule.name, rule.options) for rule in on_pages), *rules.website.chosen.items()]
    schemas = catalog_of(request).user_schemas()
    said = (request.config, settings.kinds, settings.prefix, settings.limits, asked, schemas)
    return PageCache(Store(request.cache, request.project), digest_of(own_identity(), *said))


def build(
    request: Request,
    results: Iterable[PageResult],
    walked: dict[str, int],
    unread: dict[str, str] | None = None,
) -> Site:
    """The site of these pages; into `walked` go the folders of static files, if a rule asks for them,
    into `unread` those that cannot be read.

    Where frontlint itself fails over it, that is noted, and the site is an empty one.
    """
    facts: list[PageFacts] = []
    known: dict[str, WebsiteFacts] = {}
    for result in results:
        facts.append(result.facts)
        if result.website is not None:
            known[result.facts.path] = result.website

    def of(facts: list[PageFacts], config: Config) -> Site:
        site = Site.build(
            facts,
            config,
            request.clock,
            lambda: static_files(request.tree, request.config, walked, unread),
            lambda: rendered_fields(request.tree, request.config),
            lambda names: named_fields(request.tree, request.config, names),
            _conventions(known),
        )
        assert site.publication is not None  # worked out now: whatever fails in it would fail in every rule
        return site

    first = min((one.path for one in facts), default="")
    bare = Config(languages=(Language("en"),))  # the settings may be what it failed over
    return request.crashes.safely(
        "putting the site together", first, lambda: of(facts, request.config), lambda: of([], bare)
    )


def _conventions(known: Mapping[str, WebsiteFacts]) -> Callable[[Site], Conventions] | None:
    """The website's wing, where any page has its keys."""
    if not known:
        return None
    from frontlint.website.site import Website  # most sites have nothing of it

    return lambda site: Website(site, known)


def judge_snapshot(snapshot: Snapshot, more: Iterable[Finding] = (), also: Container[str] = ()) -> Judgement:
    """The findings that are left after the settings and the authors' ignores, and those that they silenced.

    `more` are findings that neither the pages nor the site rules make; `also` are files that were not asked
    for and are reported on all the same.
    """
    parts = raw_findings(snapshot)
    parts = parts._replace(by_site=(*parts.by_site, *more))
    return judge_parts(snapshot.request, snapshot.rules, parts, also)


def raw_findings(snapshot: Snapshot, files: Iterable[str] = ()) -> RawFindings:
    """What the rules find in the pages and in the site; `files` are all of the project's content sources."""
    request = snapshot.request
    rules = snapshot.rules.all(website=snapshot.site.conventions.present)
    site_rules = [rule for rule in rules if isinstance(rule, SiteRule)]
    with phase(request.profile, "rules about the site"):
        by_site = tuple(site_findings(snapshot.site, site_rules, request.crashes))
        by_page, by_settings = _settled(snapshot, rules)
        if snapshot.site.publication.reach:
            by_site = tuple(reached(by_site, snapshot.site))
        by_site = (*by_site, *by_settings)
        by_site = (*by_site, *unreadable_folders(snapshot.unread), *request.crashes.findings)
    return RawFindings(
        by_page,
        by_site,
        tuple(ignore for result in snapshot.results for ignore in result.ignores),
        tuple(filter(is_adapter, files)),
    )


def _settled(snapshot: Snapshot, rules: Sequence[Rule]) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings of the pages as they are in the site, and those in the cascades of Hugo's settings."""
    found = _not_rendered(snapshot, rules)
    request, site = snapshot.request, snapshot.site
    if not request.config.cascade_files and not awaiting(found, rules):
        return tuple(found), ()
    of_settings = configured(
        request.config, rules, catalog_of(request).violations_of_cascade, request.crashes
    )
    by_page, by_settings = (
        tuple(settled(some, rules, site, request.crashes)) for some in (found, of_settings)
    )
    return by_page, by_settings


def _not_rendered(snapshot: Snapshot, rules: Iterable[Rule]) -> list[Finding]:
    """What the rules find in the pages, except in fields that a template renders, or may render unseen."""
    found = [finding for result in snapshot.results for finding in result.findings]
    plain = plain_fields(rules)
    if not any(finding.rule in plain for finding in found):
        return found
    site = snapshot.site
    return [one for one in found if one.rule not in plain or not may_be_rendered(site, plain[one.rule])]


def may_be_rendered(site: Site, field: str) -> bool:
    """Whether a template renders a field, as far as frontlint knows the templates."""
    return site.config.foreign_formats or field in site.rendered_fields.perhaps


def plain_fields(rules: Iterable[Rule]) -> Mapping[str, str]:
    """The rules about fields that are shown as they are written, each with its field."""
    found = {rule.name: rule.plain_field for rule in rules if isinstance(rule, PageRule)}
    return {name: field for name, field in found.items() if field}


def judge_parts(request: Request, rules: Rules, parts: RawFindings, also: Container[str] = ()) -> Judgement:
    """The findings that are left, and those that authors' ignores silenced; `also` as in `judge_snapshot`."""
    with phase(request.profile, "judging and keeping"):
        view = View(lambda path: path in also or request.wants(path), _changed(request).__contains__)
        limits = request.settings.limits
        by_site = located(parts.by_site, request.tree, request.config, limits, view.wants)
        found = (*parts.by_page, *by_site)
        settings_files = {name for name, _ in request.config.cascade_files}
        single = (one for one in found if one.pair is None)
        pairs = [finding for finding in found if finding.pair is not None]
        ours = [ignore for ignore in parts.ignores if request.wants(ignore.path)]
        silencer = Silencer(parts.ignores if pairs else ours, request.settings)
        selected = judge(
            single,
            request.settings,
            lambda path: path in settings_files or view.wants(path),
        )
        kept, silenced = silencer.silence(selected)
        shared = one_face_each(pairs, request.settings, view, silencer.about)
        ignore_rules = [rule for rule in rules.all(website=False) if isinstance(rule, IgnoreRule)]
        judged = list(silencer.judged(ours)) if ignore_rules else []
        if not request.inline_ignores:  # what becomes of an ignore is said as ever, and it silences nothing
            kept, silenced = list(selected), []
            shared = one_face_each(pairs, request.settings, view, lambda finding: ())
        late = [one for rule in ignore_rules for ignore in judged for one in _asked(rule, ignore, request)]
        heard = judge([*one_advice([*kept, *shared.findings]), *late], request.settings, lambda path: True)
        hushed = sorted((*silenced, *shared.silenced), key=lambda one: order(one.finding))
        return Judgement(heard, tuple(hushed))


def _changed(request: Request) -> frozenset[str]:
    """The pages that the change under review touches."""
    return request.base.changed if request.base else frozenset()


def _asked(rule: IgnoreRule, ignore: JudgedIgnore, request: Request) -> list[Finding]:
    try:
        return list(rule.check(ignore))
    except Exception as error:  # noqa: BLE001 - a rule that fails must not silence the others
        return [request.crashes.note(rule.name, ignore.ignore.path, error)]
