"""The steps from files to findings, one by one: a fresh snapshot takes all of them, a patched one few."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from frontlint.base.files import ProjectFiles
from frontlint.base.record import NamedTuple, replace
from frontlint.engine.advice import one_advice
from frontlint.engine.cascades import awaiting, configured, ignores_of_settings, reached, settled
from frontlint.engine.discover import Inventory, static_files, survey
from frontlint.engine.judge import judge, order, site_findings
from frontlint.engine.locate import located
from frontlint.engine.page_phase import Plan, Task, scan_pages
from frontlint.engine.pairs import View, one_face_each
from frontlint.engine.profile import phase
from frontlint.engine.request import Advance, Request
from frontlint.engine.result import PageResult, RawFindings
from frontlint.engine.rules import OnDemand, Rules
from frontlint.engine.scanner import unreadable_folders
from frontlint.engine.silence import Silencer
from frontlint.findings.finding import INTERNAL, Finding
from frontlint.findings.ignore import JudgedIgnore, SilencedFinding
from frontlint.hugo.config import Config, Language
from frontlint.hugo.content.adapters import with_adapters
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.publication import SitePage
from frontlint.lint.registry import HISTORY
from frontlint.lint.rule import IgnoreRule, PageRule, Rule, SiteRule
from frontlint.schema.catalog import Catalog
from frontlint.site.conventions import Conventions
from frontlint.site.keys import Focus
from frontlint.site.model import Site

if TYPE_CHECKING:
    from frontlint.engine.cache.pages import PageCache
    from frontlint.hugo.rendered import Rendered
    from frontlint.website.facts import WebsiteFacts


class Judgement(NamedTuple):
    """Findings that count, and those that authors ignore; both in order."""

    findings: tuple[Finding, ...]
    silenced: tuple[SilencedFinding, ...]


def with_inventory(request: Request) -> tuple[Inventory, Request]:
    """The files of the project, and the request with what they say of its settings."""
    inventory = survey(request.tree, request.config, timed=request.cache is not None)
    return inventory, replace(request, config=with_adapters(request.config, inventory.files, request.tree))


def active_rules(request: Request, files: Iterable[str]) -> Rules:
    """The rules that are on for at least one page; no other is loaded, nor what there may be nothing for."""
    on: set[str] = set()
    seen: set[int] = set()
    for path in files if request.settings.by_path else islice(files, 1):
        states = request.settings.rules_for(path)
        if id(states) not in seen:
            seen.add(id(states))
            on.update(name for name, state in states.items() if state.on)
    settings, profile = request.settings, request.profile
    names = [name for name in settings.registry.names if name in on and name != INTERNAL]
    past = settings.registry.groups.get(HISTORY, ())
    own = settings.registry.website.difference(past)
    rules = (settings.rule(name) for name in names if name not in own and name not in past)

    def on_demand(some: Container[str]) -> OnDemand:
        chosen = {name: settings.options.get(name) for name in names if name in some}
        return OnDemand(settings.registry, chosen, profile)

    hugo = tuple(profile.timed(rule) if profile else rule for rule in rules)
    return Rules(hugo, on_demand(own), on_demand(past))


def scan(
    request: Request,
    files: Sequence[str],
    rules: Rules,
    inside: Container[str],
    cache: PageCache | None,
    advance: Advance,
) -> list[PageResult]:
    """The page phase over some files; those `inside` the bundle of another page are none themselves.

    Rules look only at the pages that are reported on.
    """
    catalog_of(request).check()
    plan = plan_of(request, rules, stamps=cache is not None)
    jobs = 1 if request.profile else request.jobs
    return scan_pages(plan, tasks_of(request, plan, files, inside), cache, jobs, request.crashes, advance)


def tasks_of(request: Request, plan: Plan, files: Iterable[str], inside: Container[str]) -> list[Task]:
    """What to do with these files; `inside` as in `scan`."""
    asks = bool(plan.rules or plan.website)
    return [Task(path, asks and request.wants(path), path in inside) for path in files]


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
    from frontlint.engine.cache.folder import Store  # where nothing is kept, they are not loaded
    from frontlint.engine.cache.key import digest_of, own_identity
    from frontlint.engine.cache.pages import PageCache

    settings = request.settings
    asked = [*((rule.name, rule.options) for rule in on_pages), *rules.website.chosen.items()]
    schemas = catalog_of(request).user_schemas()
    said = (request.config, settings.kinds, settings.prefix, settings.limits, asked, schemas)
    return PageCache(Store(request.cache, request.project), digest_of(own_identity(), *said))


class Whole(NamedTuple):
    """What is known of a whole site, where only a part of it is put together.

    `closed` are the taxonomies in which each term needs a page; `list_others` gives the built pages of a
    language that are not in the part. `focus` is what of the part is judged, None for all of it.
    """

    closed: frozenset[tuple[str, str]]
    list_others: Callable[[str], Iterable[SitePage]]
    focus: Focus | None


def make_site(
    request: Request,
    results: Iterable[PageResult],
    answers: Answers,
    whole: Whole | None = None,
) -> Site:
    """The site of these pages; of a part of a site, where more is known of the `whole`.

    Where frontlint itself fails over it, that is noted, and the site is an empty one.
    """
    facts: list[PageFacts] = []
    known: dict[str, WebsiteFacts] = {}
    for result in results:
        facts.append(result.facts)
        if result.website is not None:
            known[result.facts.path] = result.website

    def of(facts: list[PageFacts], config: Config) -> Site:
        return Site.build(
            facts,
            config,
            request.clock,
            answers.static_files,
            answers.rendered_fields,
            answers.named_fields,
            _conventions(known, whole),
            whole.list_others if whole else lambda language: (),
            whole.focus if whole else None,
        )

    first = min((one.path for one in facts), default="")
    bare = Config(languages=(Language("en"),))  # the settings may be what it failed over
    return request.crashes.safely(
        "putting the site together", first, lambda: of(facts, request.config), lambda: of([], bare)
    )


class Answers:
    """What a site asks of files that are not content: static ones and templates. Each is read once.

    Into `folders` go the folders of static files, into `unread` those that cannot be read (see `Inventory`).
    `templates` is the tree to look for templates in, where that is another one.
    """

    def __init__(
        self,
        tree: ProjectFiles,
        config: Config,
        folders: dict[str, int] | None = None,
        unread: dict[str, str] | None = None,
        templates: ProjectFiles | None = None,
    ) -> None:
        self._tree = tree
        self._templates = tree if templates is None else templates
        self._config = config
        self._folders = folders
        self._unread = {} if unread is None else unread

    @cached_property
    def _static(self) -> frozenset[str]:
        return static_files(self._tree, self._config, self._folders, self._unread)

    @cached_property
    def _rendered(self) -> Rendered:
        from frontlint.hugo.rendered import rendered_fields  # few pages ask for what templates say

        return rendered_fields(self._templates, self._config)

    def static_files(self) -> frozenset[str]:
        """The files that Hugo copies as they are."""
        return self._static

    def rendered_fields(self) -> Rendered:
        """The fields that templates render."""
        return self._rendered

    def named_fields(self, names: frozenset[str]) -> frozenset[str]:
        """Those of some names that templates name."""
        from frontlint.hugo.templates import named_fields

        return named_fields(self._templates, self._config, names)


def _conventions(
    known: Mapping[str, WebsiteFacts], whole: Whole | None
) -> Callable[[Site], Conventions] | None:
    """The website's wing, where any page has its keys."""
    if not known:
        return None
    from frontlint.website.site import Website  # most sites have nothing of it

    return lambda site: Website(site, known, whole.closed if whole else None)


def raw_findings(
    request: Request, rules: Rules, results: Sequence[PageResult], site: Site, unread: Mapping[str, str]
) -> RawFindings:
    """What the rules find in the pages and in the site; `unread` are the folders that cannot be read."""
    active = rules.all(website=site.conventions.present)
    with phase(request.profile, "rules about the site"):
        by_site = findings_of_site(request, active, site)
        by_page, by_settings = _settled(request, results, site, active)
        by_site = (*by_site, *by_settings)
        by_site = (*by_site, *unreadable_folders(unread), *request.crashes.findings)
    ignores = (*(one for result in results for one in result.ignores), *ignores_of_settings(request.config))
    return RawFindings(by_page, by_site, ignores)


def findings_of_site(request: Request, rules: Iterable[Rule], site: Site) -> tuple[Finding, ...]:
    """What the rules about the site find; what a cascade does is reported where it is written."""
    found = tuple(
        site_findings(site, [rule for rule in rules if isinstance(rule, SiteRule)], request.crashes)
    )
    if site.publication.reach or request.config.judged_files:
        found = tuple(reached(found, site))
    return found


def _settled(
    request: Request, results: Iterable[PageResult], site: Site, rules: Sequence[Rule]
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """The findings of the pages as they are in the site, and those in the cascades of Hugo's settings."""
    found = [finding for result in results for finding in result.findings]
    found = not_rendered(found, rules, lambda field: may_be_rendered(site, field))
    if not request.config.judged_files and not awaiting(found, rules):
        return tuple(found), ()
    of_settings = configured(
        request.config, rules, catalog_of(request).violations_of_cascade, request.crashes
    )
    by_page, by_settings = (
        tuple(settled(some, rules, site, request.crashes)) for some in (found, of_settings)
    )
    return by_page, by_settings


def not_rendered(found: list[Finding], rules: Iterable[Rule], may_be: Callable[[str], bool]) -> list[Finding]:
    """The findings without those in fields that a template renders, or may render unseen."""
    plain = plain_fields(rules)
    if not any(finding.rule in plain for finding in found):
        return found
    return [one for one in found if one.rule not in plain or not may_be(plain[one.rule])]


def may_be_rendered(site: Site, field: str) -> bool:
    """Whether a template renders a field, as far as frontlint knows the templates."""
    return site.config.foreign_formats or field in site.rendered_fields.perhaps


def plain_fields(rules: Iterable[Rule]) -> Mapping[str, str]:
    """The rules about fields that are shown as they are written, each with its field."""
    found = {rule.name: rule.plain_field for rule in rules if isinstance(rule, PageRule)}
    return {name: field for name, field in found.items() if field}


def judge_parts(
    request: Request,
    rules: Rules,
    parts: RawFindings,
    also: Container[str],
    is_by_lines: Callable[[str], bool],
) -> Judgement:
    """The findings that are left after the settings and the authors' ignores, and those that they silenced.

    `also` are files that were not asked for, but are reported on. `is_by_lines` says whether a page is (see
    `PageFacts`): its places are then found with less reading.
    """
    with phase(request.profile, "judging and keeping"):
        view = View(lambda path: path in also or request.wants(path), _changed(request).__contains__)
        settings_files = {name for name, _ in request.config.judged_files}
        limits = request.settings.limits
        by_site = located(parts.by_site, request.tree, request.config, limits, view.wants, is_by_lines)
        found = (*parts.by_page, *by_site)
        single = (one for one in found if one.pair is None)
        pairs = [finding for finding in found if finding.pair is not None]
        ours = [one for one in parts.ignores if one.path in settings_files or request.wants(one.path)]
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
