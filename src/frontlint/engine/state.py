"""A site at one moment, as data, and how it is made of all files."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from frontlint.base.record import NamedTuple
from frontlint.engine.discover import Inventory
from frontlint.engine.ground import Ground, PageName
from frontlint.engine.index import Index
from frontlint.engine.profile import phase
from frontlint.engine.request import Request, Watch, unwatched
from frontlint.engine.result import Overview, PageResult, RawFindings
from frontlint.engine.rules import Rules
from frontlint.engine.steps import (
    Answers,
    active_rules,
    cache_for,
    make_site,
    plain_fields,
    raw_findings,
    scan,
    with_inventory,
)
from frontlint.hugo.config import Config, is_adapter
from frontlint.hugo.content.adapters import times_of
from frontlint.hugo.pages.files import resources
from frontlint.hugo.pages.uncertain import page_notes
from frontlint.site.keys import KeyRing, Keys, Published, all_keys, triggers
from frontlint.site.model import Site

if TYPE_CHECKING:
    from frontlint.engine.cache.pages import PageCache
    from frontlint.engine.patch import SmallSites


class State(NamedTuple):
    """A site at one moment: its files and settings, and what became of them.

    `parts` is what the rules found, `ground` has the result of each page. `written` are Hugo's settings
    without what files of the content add to them. `site` is all of it put together, None where the state was
    made of another one by a patch: then `sites` is the part of it that was looked at, before and after.
    `reason` says why all was put together although only some files had changed. `kept` is the state that the
    last run kept, if this one was patched from it, with the pages that were `edited` since.
    """

    request: Request
    rules: Rules
    ground: Ground
    parts: RawFindings
    overview: Overview
    written: Config
    site: Site | None = None
    sites: SmallSites | None = None
    reason: str = ""
    kept: State | None = None
    edited: frozenset[str] = frozenset()


class Look(NamedTuple):
    """A state that was made from the disk alone, with what is kept of it.

    `cache` has the results of the pages, None where nothing is kept. `folders` and `unread` are those of the
    inventory, with the folders of static files.
    """

    state: State
    inventory: Inventory
    cache: PageCache | None
    folders: Mapping[str, int]
    unread: Mapping[str, str]


def look(
    request: Request,
    watch: Watch = unwatched,
    *,
    known: Mapping[str, PageResult] | None = None,
    among: Collection[str] | None = None,
) -> Look:
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
    kept = folders if request.cache is not None else None
    unread = dict(inventory.unread)
    with phase(profile, "the site"):
        site = make_site(request, scanned, Answers(request.tree, request.config, kept, unread))
    parts = raw_findings(request, rules, scanned, site, unread)
    ground = _ground_of(inventory.pages, scanned, inside, site)
    overview = _overview_of(rules, scanned, site, inventory)
    return Look(
        State(request, rules, ground, parts, overview, written, site), inventory, cache, folders, unread
    )


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
    """Who shares what in a whole site, by the results of its files in order."""
    published = Published.of(site.publication)
    ring, lists = KeyRing(published, site.config), triggers(published)

    def of(result: PageResult) -> tuple[str, set[int]]:
        keys = ring.of(result.facts)
        add_keys(keys, result, conventions=site.conventions.present)
        path = result.facts.path
        return path, all_keys(keys) | lists.get(path, set())

    return Index.of(map(of, results))


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
