"""A snapshot after some changes: patched where that is sure to be right, else put together anew."""

from __future__ import annotations

from collections.abc import Collection, Container, Iterable, Mapping, Sequence
from functools import partial

from frontlint.base.files import Replaced, folders_around
from frontlint.base.record import NamedTuple, replace
from frontlint.engine.cascades import awaiting
from frontlint.engine.ground import NewPage
from frontlint.engine.internal_error import Crashes
from frontlint.engine.page_phase import ScannedPage, scan_here
from frontlint.engine.patch import (
    Edit,
    FurtherError,
    Neighbours,
    SmallSites,
    check_reach,
    edits_of,
    merged,
    small_sites,
    static_keys,
)
from frontlint.engine.profile import phase, told
from frontlint.engine.request import Request
from frontlint.engine.result import Overview, PageResult, RawFindings
from frontlint.engine.state import State, add_keys, look, names_in
from frontlint.engine.steps import (
    Answers,
    Whole,
    active_rules,
    findings_of_site,
    make_site,
    not_rendered,
    plan_of,
    tasks_of,
)
from frontlint.engine.touched import Touched, is_page, touched_by
from frontlint.findings.finding import Finding
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.files import resources
from frontlint.hugo.pages.publication import ContentPage, NoPage, SitePage
from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.lint.rule import Rule
from frontlint.site.keys import Focus, KeyRing, Published, all_keys, codes, folder_key, triggers
from frontlint.site.model import Site
from frontlint.site.parts import Part

_MANY = 50
_DEARER = 30
"""So many pages are put together in the time in which one is patched."""


def after(before: State, changes: Replaced, config: Config) -> State:
    """The state after the changes (see `State.then`)."""
    request = before.request
    now = replace(request, replaced={**request.replaced, **changes})
    if config != before.written:
        return _anew(before, now, config, changes, "settings of Hugo")
    touched = touched_by(changes, config)
    if not touched:
        return before._replace(request=now, sites=None, reason="")
    return _then(before, now, touched).state


class Reread(NamedTuple):
    """A state after some files were read again, and the pages that were, with their stamps."""

    state: State
    scanned: list[ScannedPage]


def reread(before: State, paths: Iterable[str]) -> Reread:
    """The state after the content files at these paths changed on disk, came or went."""
    touched = Touched(tuple(sorted(paths)), frozenset(), templates=False, programs=False)
    return _then(before, before.request, touched, stamps=True)


def _then(before: State, request: Request, touched: Touched, *, stamps: bool = False) -> Reread:
    scanned: list[ScannedPage] = []
    try:
        if touched.programs:
            raise FurtherError("programs that make pages")
        if touched.templates and before.overview.rendered is not None:
            raise FurtherError("templates")
        with phase(request.profile, "pages that changed"):
            scanned = _scan(before, request, touched, stamps=stamps)
        if _are_many(before, scanned):
            raise FurtherError("many pages")
        with phase(request.profile, "the pages around them"):
            return Reread(_patched(before, request, touched, scanned), scanned)
    except FurtherError as error:
        made = _anew(before, request, before.written, touched.content, str(error), scanned)
        return Reread(made, scanned)


def _are_many(before: State, scanned: list[ScannedPage]) -> bool:
    """Whether all of the site is put together faster than small sites around so many pages, twice."""
    return len(scanned) > _MANY and len(scanned) * _DEARER > len(before.ground.paths)


def _anew(
    before: State,
    request: Request,
    config: Config,
    changes: Collection[str],
    reason: str,
    scanned: Collection[ScannedPage] = (),
) -> State:
    """All of the site again; pages that are the same, and those `scanned` already, are not."""
    told(request.profile, reason)
    known: dict[str, PageResult] = {}
    if config == before.written:
        known = {
            path: result
            for path in before.ground.paths
            if path not in changes and (result := before.ground.result(path)) is not None
        }
        known |= {path: one.result for one in scanned if before.ground.has(path := one.result.facts.path)}
        inside = resources(_paths_after(before, request, changes), request.config)
        known = {
            path: one for path, one in known.items() if (path in inside) is before.ground.is_resource(path)
        }
    made = look(replace(request, config=config), known=known).state
    return made._replace(reason=reason)


def _paths_after(before: State, request: Request, changes: Collection[str]) -> Iterable[str]:
    kept = (path for path in before.ground.paths if path not in changes)
    there = (path for path in changes if _is_there(request, path))
    return (*kept, *there)


def _is_there(request: Request, path: str) -> bool:
    return request.tree.is_own_file(path) and is_page(path, request.config)


def _scan(before: State, request: Request, touched: Touched, *, stamps: bool) -> list[ScannedPage]:
    """The changed pages as they are now. Raises FurtherError."""
    there = [path for path in touched.content if _is_there(request, path)]
    now = active_rules(request, there)
    if not before.rules.names >= now.names:
        raise FurtherError("rules for other paths")
    plan = plan_of(request, before.rules, stamps=stamps)
    inside = _inside(before, request, there, frozenset(touched.content))
    return scan_here(plan, tasks_of(request, plan, there, inside), request.crashes)


def _inside(before: State, request: Request, there: list[str], changed: frozenset[str]) -> frozenset[str]:
    """Those of some files that belong to other pages; of all that `changed`, these are `there`."""
    ground = before.ground
    new = [path for path in there if not ground.has(path)]
    old = frozenset(path for path in there if path not in new and ground.is_resource(path))
    if not new:
        return old
    keys = codes(folder_key(folder) for path in new for folder in folders_around(path))
    beside = ground.index.sharing(keys) - changed
    return old | (resources({*there, *beside}, request.config) & frozenset(new))


def _patched(before: State, request: Request, touched: Touched, scanned: list[ScannedPage]) -> State:
    """The snapshot with a patch. Raises FurtherError."""
    news: dict[str, PageResult | None] = dict.fromkeys(touched.content)
    news.update((one.result.facts.path, one.result) for one in scanned)
    edits = edits_of(before.ground, news)
    of_pages = _of_pages(before, request, edits)
    known, sites, overview = before.parts.by_site, None, before.overview
    if touched.static or any(edit.parts for edit in edits):
        sites = _sites(before, request, edits, touched)
        known = _of_site(before, request, sites)
        overview = _overview(before, edits, sites)
        if touched.templates and overview.rendered is not None:
            raise FurtherError("templates")
    parts = RawFindings(
        of_pages,
        known,
        (*_elsewhere(before.parts.ignores, news), *(i for e in edits if e.new for i in e.new.ignores)),
    )
    digests = {one.result.facts.path: one.stamp.digest for one in scanned if one.stamp is not None}
    ground = before.ground.then(_new_pages(before, edits, sites, digests))
    return State(request, before.rules, ground, parts, overview, before.written, sites=sites)


def _elsewhere(things: Iterable[object], paths: Container[str]) -> tuple:  # type: ignore[type-arg]
    return tuple(thing for thing in things if thing.path not in paths)  # type: ignore[attr-defined]


def _of_pages(before: State, request: Request, edits: list[Edit]) -> tuple[Finding, ...]:
    """The findings of all pages; of the edited ones as they are in the site."""
    rules = before.rules.all(website=bool(before.overview.conventions))
    changed = {edit.path for edit in edits}
    answers = Answers(request.tree, request.config)
    kept = [finding for finding in before.parts.by_page if finding.path not in changed]
    for edit in edits:
        found = list(edit.new.findings) if edit.new else []
        found = not_rendered(found, rules, lambda field: _may_be_rendered(request, answers, field))
        if awaiting(found, rules):
            found = _settled_as_before(before, edit, found, rules)
        kept += found
    return tuple(kept)


def _may_be_rendered(request: Request, answers: Answers, field: str) -> bool:
    return bool(request.config.foreign_formats) or field in answers.rendered_fields().perhaps


def _settled_as_before(
    before: State, edit: Edit, found: list[Finding], rules: tuple[Rule, ...]
) -> list[Finding]:
    """What only the site can settle of an edited page is as it was if the page is. Raises FurtherError."""
    settled = {(one.rule, one.field): one for one in before.parts.by_page if one.path == edit.path}
    raw = {(one.rule, one.field): one for one in (edit.old.findings if edit.old else ())}
    kept: list[Finding] = []
    for finding in found:
        if not awaiting([finding], rules):
            kept.append(finding)
            continue
        was = raw.get((finding.rule, finding.field))
        same = edit.parts.isdisjoint({Part.PLACE, Part.CASCADE}) and was is not None
        if not same or was is None or was._replace(span=finding.span, region=finding.region) != finding:
            raise FurtherError(f"what {finding.rule} asks of the site")
        left = settled.get((finding.rule, finding.field))
        if left is not None:
            kept.append(left._replace(span=finding.span, region=finding.region))
    return kept


def _sites(before: State, request: Request, edits: list[Edit], touched: Touched) -> SmallSites:
    """The small sites around the edits. Raises FurtherError."""
    config, ground = request.config, before.ground
    neighbours = Neighbours(ground, edits, config)
    neighbours.add(static_keys(touched.static))
    asking = _asking(before, edits)
    neighbours.add_files({finding.path for finding in asking})
    whole = Whole(before.overview.closed, lambda language: _others(before, neighbours, language), None)
    tree = before.request.tree  # also for templates of now: where they are others, nothing hangs on them
    was = now = Answers(tree, config)
    if touched.static:
        now = Answers(request.tree, config, templates=tree)
    crashes = Crashes()
    asked = replace(request, crashes=crashes)
    add = partial(add_keys, conventions=bool(before.overview.conventions))

    def make(results: Iterable[PageResult], is_new: bool, focus: Focus) -> Site:
        return make_site(asked, results, now if is_new else was, whole._replace(focus=focus))

    sites = small_sites(neighbours, make, add, asking)
    check_reach(edits, sites, ground, config, (*before.parts.by_page, *before.parts.by_site))
    if crashes.logs:
        raise FurtherError("a failure")
    if bool(before.overview.conventions) != bool(_following(before, edits)):
        raise FurtherError("the first or last page with a website's keys")
    return sites


def _asking(before: State, edits: Iterable[Edit]) -> Sequence[Finding]:
    """The findings that name the nearest page, which may be another one after the edits."""
    if all(edit.parts.isdisjoint({Part.PLACE, Part.TITLE}) for edit in edits):
        return ()
    rules = before.rules.all(website=bool(before.overview.conventions))
    names = {rule.name for rule in rules if rule.asks_nearest}
    return [finding for finding in before.parts.by_site if finding.rule in names]


def _others(before: State, neighbours: Neighbours, language: str) -> Iterable[SitePage]:
    """The built pages of a language that are not in the small sites, as far as their names count."""
    for name in before.ground.names():
        if (
            name.language == language
            and name.path not in neighbours.old
            and name.path not in neighbours.changed
        ):
            facts = PageFacts(name.path, readable=True)
            yield ContentPage(name.path, Kind.PAGE, language, name.logical_path, "", Bundle.SINGLE, "", facts)


def _of_site(before: State, request: Request, sites: SmallSites) -> tuple[Finding, ...]:
    """The findings of the whole site. Raises FurtherError."""
    rules = before.rules.all(website=bool(before.overview.conventions))
    crashes = Crashes()
    was = findings_of_site(replace(before.request, crashes=crashes), rules, sites.old)
    now = findings_of_site(replace(request, crashes=crashes), rules, sites.new)
    if crashes.logs:
        raise FurtherError("a failure")
    return merged(before.parts.by_site, was, now)


def _following(before: State, edits: Iterable[Edit]) -> int:
    """How many files follow a website's conventions after the edits."""
    counts = (_is_website(edit.new) - _is_website(edit.old) for edit in edits)
    return before.overview.conventions + sum(counts)


def _is_website(result: PageResult | None) -> bool:
    return result is not None and result.website is not None


def _overview(before: State, edits: list[Edit], sites: SmallSites) -> Overview:
    """What is known of the whole site after the edits."""
    known, new = before.overview, sites.new
    others = (edit for edit in edits if Part.NAMES in edit.parts)
    misses = {miss.key.lower() for edit in others for facts in edit.facts for miss in facts.near_misses}
    lone = (known.lone - misses) | (new.lone_misses & misses)
    front = any(edit.new is not None and edit.new.facts.front_refs for edit in edits)
    rendered = known.rendered
    if lone != known.lone or (front and rendered is None):
        rendered = [new.rendered_fields.as_list(), sorted(lone), sorted(new.named_by_templates(lone))]
    unread = known.unread - {edit.path for edit in edits}
    unread |= {edit.path for edit in edits if edit.new is not None and edit.new.facts.unchecked}
    moments = [new.publication.until.timestamp()] if new.publication.until else []
    until = min([*moments, *([] if known.until is None else [known.until])], default=None)
    count = _following(before, edits)
    return known._replace(unread=unread, rendered=rendered, lone=lone, until=until, conventions=count)


def _new_pages(
    before: State, edits: list[Edit], sites: SmallSites | None, digests: Mapping[str, str]
) -> Mapping[str, NewPage | None]:
    """The edited pages as the ground has them; `digests` are those of their bytes, where they are known."""
    found: dict[str, NewPage | None] = {}
    published = Published.of(sites.new.publication) if sites else None
    lists = triggers(published) if published else {}
    dead = {(one.path, one.why) for one in sites.new.publication.dead} if sites else set()
    for edit in edits:
        if edit.new is None:
            found[edit.path] = None
            continue
        if sites is None or published is None:
            resource, of_bytes = before.ground.is_resource(edit.path), digests.get(edit.path, "")
            found[edit.path] = NewPage(edit.new, resource, digest=of_bytes)
            continue
        keys = KeyRing(published, before.request.config).of(edit.new.facts)
        add_keys(keys, edit.new, conventions=bool(before.overview.conventions))
        code = frozenset(all_keys(keys) | lists.get(edit.path, set()))
        names = tuple(names_in(sites.new, frozenset({edit.path})))
        resource = (edit.path, NoPage.RESOURCE) in dead
        found[edit.path] = NewPage(edit.new, resource, code, names, digests.get(edit.path, ""))
    return found
