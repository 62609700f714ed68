"""A site as it was looked at, and the same site after some changes."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from frontlint.base.files import Replaced
from frontlint.base.record import NamedTuple, replace
from frontlint.engine.cache.pages import PageCache
from frontlint.engine.discover import Inventory
from frontlint.engine.ground import Ground, PageName
from frontlint.engine.index import Index
from frontlint.engine.profile import phase
from frontlint.engine.request import Request, Watch, unwatched
from frontlint.engine.result import Overview, PageResult, RawFindings
from frontlint.engine.rules import Rules
from frontlint.engine.steps import (
    Answers,
    Judgement,
    active_rules,
    cache_for,
    judge_parts,
    make_site,
    plain_fields,
    raw_findings,
    resources,
    scan,
    with_inventory,
)
from frontlint.findings.finding import Finding
from frontlint.hugo.config import Config, is_adapter
from frontlint.hugo.content.adapters import times_of
from frontlint.hugo.pages.uncertain import page_notes
from frontlint.site.keys import KeyRing, Keys, Published, all_keys, triggers
from frontlint.site.model import Site

if TYPE_CHECKING:
    from frontlint.engine.patch import SmallSites


class Snapshot:
    """A site at one moment: its files and settings, and what became of them. It does not change.

    `parts` is what the rules found, `ground` has the result of each page. `written` are Hugo's settings without
    what files of the content add to them. `site` is all of it put together,
    None where the snapshot was made of another one by a patch: then `sites` is the part of it that was looked
    at, before and after. `reason` says why all was put together although only some files had changed.
    """

    def __init__(
        self,
        request: Request,
        rules: Rules,
        ground: Ground,
        parts: RawFindings,
        overview: Overview,
        *,
        written: Config,
        site: Site | None = None,
        sites: SmallSites | None = None,
        reason: str = "",
    ) -> None:
        self.request = request
        self.written = written
        self.rules = rules
        self.ground = ground
        self.parts = parts
        self.overview = overview
        self.site = site
        self.sites = sites
        self.reason = reason

    @cached_property
    def whole(self) -> Site:
        """The site, all of it."""
        if self.site is not None:
            return self.site
        return make_site(self.request, self.ground.results(), Answers(self.request.tree, self.request.config))

    def judged(self, more: Iterable[Finding] = (), also: frozenset[str] = frozenset()) -> Judgement:
        """The findings that count; `more` are those that no rule about pages or the site makes."""
        parts = self.parts._replace(by_site=(*self.parts.by_site, *more)) if more else self.parts
        return judge_parts(self.request, self.rules, parts, also)

    def asked(self, request: Request) -> Snapshot:
        """The same site, with the files that stand in for others in a request, and for its questions."""
        own = replace(request, config=self.request.config, replaced=self.request.replaced)
        same = Snapshot(
            own, self.rules, self.ground, self.parts, self.overview, written=self.written, site=self.site
        )
        return same.then(request.replaced) if request.replaced else same

    def with_parts(self, parts: RawFindings) -> Snapshot:
        """The same site, with other words for what the rules found."""
        return Snapshot(
            self.request,
            self.rules,
            self.ground,
            parts,
            self.overview,
            written=self.written,
            site=self.site,
            sites=self.sites,
            reason=self.reason,
        )

    def apart(self) -> Snapshot:
        """The same site where nothing is compared and nothing kept."""
        return self.asked(replace(self.request, base=None, cache=None, replaced={}))

    def then(self, changes: Replaced, config: Config | None = None) -> Snapshot:
        """The same site after some changes: new contents of files by their paths, None for those that go.

        `config` are Hugo's settings then, if they are others.
        """
        from frontlint.engine.change import changed  # a fresh run needs nothing of it

        return changed(self, changes, self.written if config is None else config)


class Fresh(NamedTuple):
    """A snapshot that was made from the disk alone, with what is kept of it.

    `cache` has the results of the pages, None where nothing is kept. `folders` and `unread` are those of the
    inventory, with the folders of static files.
    """

    snapshot: Snapshot
    inventory: Inventory
    cache: PageCache | None
    folders: Mapping[str, int]
    unread: Mapping[str, str]


def fresh(
    request: Request,
    watch: Watch = unwatched,
    *,
    known: Mapping[str, PageResult] | None = None,
    among: Collection[str] | None = None,
) -> Fresh:
    """Looks at all files of a project; where the results of some pages are `known`, not at these.

    Of the rules that are on, those `among` some names are asked, None for all.
    """
    profile = request.profile
    written = request.config
    with phase(profile, "finding files"):
        inventory, request = with_inventory(request)
    with phase(profile, "loading rules and cache"):
        gone = [change.old_path for change in request.base.changes] if request.base else []
        rules = active_rules(request, [*inventory.pages, *gone])
        rules = rules if among is None else rules.among(among)
        cache = cache_for(request, rules) if known is None else None
    left = [path for path in inventory.pages if path not in known] if known else inventory.pages
    with phase(profile, "pages"), watch(len(left)) as advance:
        inside = resources(inventory.pages, request.config)
        scanned = scan(request, left, rules, inside, cache, advance)
    if known:
        by_path = {**known, **{one.facts.path: one for one in scanned}}
        scanned = [by_path[path] for path in inventory.pages]
    folders = {**inventory.folders, **times_of(request.tree, inventory.files)}
    unread = dict(inventory.unread)
    with phase(profile, "the site"):
        site = make_site(request, scanned, Answers(request.tree, request.config, folders, unread))
    parts = raw_findings(request, rules, scanned, site, unread)
    ground = _ground_of(inventory.pages, scanned, inside, site)
    overview = _overview_of(rules, scanned, site, inventory)
    snapshot = Snapshot(request, rules, ground, parts, overview, written=written, site=site)
    return Fresh(snapshot, inventory, cache, folders, unread)


def _overview_of(rules: Rules, results: Iterable[PageResult], site: Site, inventory: Inventory) -> Overview:
    plain = plain_fields(rules.all(website=site.conventions.present))
    asks = site.asks_templates or any(one.rule in plain for result in results for one in result.findings)
    until = site.publication.until
    return Overview(
        notes=tuple(note.text for note in page_notes(site.publication)),
        unread=frozenset(result.facts.path for result in results if result.facts.unchecked),
        rendered=site.template_answers if asks else None,
        lone=site.lone_misses,
        until=None if until is None else until.timestamp(),
        closed=site.conventions.closed,
        conventions=sum(result.website is not None for result in results),
        adapters=tuple(filter(is_adapter, inventory.files)),
    )


def _ground_of(
    paths: Sequence[str], results: Sequence[PageResult], inside: frozenset[str], site: Site
) -> Ground:
    by_path = {result.facts.path: result for result in results}
    return Ground(
        paths,
        by_path.__getitem__,
        lambda: index_of(results, site),
        lambda: names_in(site),
        inside,
    )


def index_of(results: Iterable[PageResult], site: Site) -> Index:
    """Who shares what in a whole site."""
    published = Published.of(site.publication)
    ring, lists = KeyRing(published, site.config), triggers(published)
    found: dict[str, set[int]] = {}
    for result in results:
        keys = ring.of(result.facts)
        add_keys(keys, result, conventions=site.conventions.present)
        path = result.facts.path
        found[path] = all_keys(keys) | lists.get(path, set())
    return Index.of(found)


def add_keys(keys: Keys, result: PageResult, *, conventions: bool) -> None:
    """Adds the keys that a page has by a website's `conventions`, where the site has any."""
    if conventions:
        from frontlint.website.keys import add_keys as add  # most sites have none

        add(keys, result.facts, result.website)


def names_in(site: Site, among: frozenset[str] | None = None) -> list[PageName]:
    """The names of the built pages with a file, or of those among some files."""
    return [
        PageName(page.path, page.language, page.logical_path)
        for page in site.built
        if among is None or page.path in among
    ]
