"""What a few changes do to the findings of a site: only the pages that share something with them are judged.

Around the changed files a small site is made twice, as it was and as it is, of all pages with which they
have a key in common (`site/keys.py`) and what contains these. The rules are asked about both. A finding that
one of the two has and the other has not has come, or gone; everything else is as it was, for no rule could
tell the two sites apart there. Where a change reaches further, or where what has gone was not there,
`FurtherError` says so, and the whole site is looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from frontlint.base.record import NamedTuple
from frontlint.engine.ground import Ground
from frontlint.engine.nearest import keys_asked, names_meant
from frontlint.engine.parts import changed_parts
from frontlint.engine.result import PageResult
from frontlint.findings.finding import Finding
from frontlint.findings.reach import cascade_of
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import ANY_NAME, PageFacts
from frontlint.hugo.content.paths import locations
from frontlint.hugo.pages.uncertain import page_notes
from frontlint.site.keys import (
    TERM_FILES,
    TOGETHER,
    UNREAD,
    Codes,
    Focus,
    KeyRing,
    Keys,
    Published,
    around,
    branch_key,
    codes,
    file_of_term,
    is_index_name,
    of_claim,
    of_static,
    place_key,
    section_key,
)
from frontlint.site.model import Site
from frontlint.site.parts import Part

_ANYTHING = frozenset({ANY_NAME, "sites"})
"""Names in a page that cannot be read, because of which any ref may lead somewhere."""
_IN_HIERARCHY = frozenset({Part.PLACE, Part.TITLE, Part.REFS, Part.IDS, Part.KIN})
"""Parts that a verdict about a hierarchy hangs on."""
_FOR_WHAT_IS_BELOW = ("slug", "url", "type", "layout", "outputs", "draft", "published")
"""What a page says that counts for those below it: the pages below a list that is a draft are counted."""


class FurtherError(Exception):
    """A change that reaches further than the pages which share something with it; the text says why."""


class Edit(NamedTuple):
    """One content file before and after, None where there is none, and what others may notice of it."""

    path: str
    old: PageResult | None
    new: PageResult | None
    parts: frozenset[Part]

    @property
    def facts(self) -> Iterator[PageFacts]:
        """Those that there are."""
        return (result.facts for result in (self.old, self.new) if result is not None)

    @property
    def came_or_went(self) -> bool:
        """Whether the file is new, or gone."""
        return self.old is None or self.new is None

    def differs(self, key: str) -> bool:
        """Whether the value of a key in the front matter is another one."""
        one, other = ([facts.front.get(key) for facts in self.facts] * 2)[:2]
        return self.came_or_went or repr(one) != repr(other)


def edits_of(ground: Ground, news: Mapping[str, PageResult | None]) -> list[Edit]:
    """What has become of some files; those that are gone and were not there are left out."""
    olds = {path: ground.result(path) for path in news}
    return [
        Edit(path, olds[path], new, changed_parts(olds[path], new))
        for path, new in news.items()
        if olds[path] is not None or new is not None
    ]


class Neighbours:
    """The pages that some edits may have to do with, before and after."""

    def __init__(self, ground: Ground, edits: Sequence[Edit], config: Config) -> None:
        self.ground = ground
        self.config = config
        self.edits = edits
        self.changed = frozenset(edit.path for edit in edits)
        self.old: dict[str, PageResult] = {one.path: one.old for one in edits if one.old is not None}
        self.new: dict[str, PageResult] = {one.path: one.new for one in edits if one.new is not None}
        self.add({UNREAD, *codes(key for edit in edits for key in self._around(edit.path))})

    def __len__(self) -> int:
        return len(self.old.keys() | self.new.keys())

    def add(self, keys: AbstractSet[int]) -> None:
        """Takes in all files that share one of these keys, and what contains them."""
        self.add_files(self.ground.index.sharing(keys))

    def add_files(self, paths: Iterable[str]) -> None:
        """Takes in these files, and what contains them."""
        wanted = set(paths)
        while wanted:
            added = [path for path in sorted(wanted) if self._take(path)]
            above = {key for path in added for key in self._around(path)}
            wanted = self.ground.index.sharing(codes(above)) - self.old.keys() if above else set()

    def _take(self, path: str) -> bool:
        if path in self.changed or path in self.old:
            return False
        result = self.ground.result(path)
        if result is not None:
            self.old[path] = self.new[path] = result
        return result is not None

    def _around(self, path: str) -> Iterator[str]:
        places = list(locations(path, self.config))
        yield from around(path, (place.logical_path for place in places))
        yield from (section_key(place.language, place.section) for place in places if place.section)
        yield from (place_key(place.language, place.logical_path) for place in places)

    def fill_in(self, published: Iterable[Published], touched: AbstractSet[int]) -> None:
        """Takes in the files of pages that Hugo makes where it sees none, if they share such keys."""
        for one in published:
            for place, page in one.made.items():
                claims = one.made_claims.get(place, ())
                keys = {f"n:{page.logical_path.rpartition('/')[2]}"}
                keys.update(key for claim in claims for key in of_claim(claim))
                if not touched.isdisjoint(codes(keys)):
                    self.add(codes((branch_key(page.logical_path), file_of_term(*place))))


class SmallSites(NamedTuple):
    """The same before and after."""

    old: Site
    new: Site


AddKeys = Callable[[Keys, PageResult], None]
"""Adds the keys that a page has beyond Hugo's."""


def small_sites(
    neighbours: Neighbours,
    make: Callable[[Iterable[PageResult], bool, Focus], Site],
    add_keys: AddKeys,
    asking: Sequence[Finding],
) -> SmallSites:
    """The sites of the edits' neighbours: all pages are taken in that share a key which an edit touches.

    `make` makes the site of some results, as it was (False) or is now (True), in which only what shares such
    a key is judged, and what the findings `asking` are about: they name the nearest page.
    """
    while True:
        count = len(neighbours)
        touched: set[int] = set()
        was, now = Focus(touched), Focus(touched)
        sites = SmallSites(
            make(neighbours.old.values(), False, was), make(neighbours.new.values(), True, now)
        )
        published = [Published.of(site.publication) for site in sites]
        rings = was.ring, now.ring = [KeyRing(one, neighbours.config) for one in published]
        for edit in neighbours.edits:
            for result in filter(None, (edit.old, edit.new) if edit.parts else ()):
                for ring in rings:
                    keys = ring.of(result.facts)
                    add_keys(keys, result)
                    touched |= _touched(edit, keys)
        for ring, one in zip(rings, published, strict=True):
            touched |= keys_asked(asking, neighbours.old, ring, one, neighbours.config)
        neighbours.add(touched.union(*map(names_meant, sites)))
        neighbours.fill_in(published, touched)
        if len(neighbours) == count:
            return sites


def _touched(edit: Edit, keys: Keys) -> set[int]:
    """Those of a page's keys that an edit touches."""
    parts = set(edit.parts)
    if Part.PLACE in parts:
        parts.update(Part)
    elif Part.TITLE in parts:  # it may be in the address, a term is known by it, a new id is made from it
        parts.update((Part.PLACE, Part.ALIASES, Part.IDS))
    found = {key for part in parts for key in keys[part]}
    if Part.TERMS in parts and keys[Part.TERMS]:
        found.add(TERM_FILES)
    judged_together = TOGETHER in keys[Part.KIN]
    if judged_together and not edit.parts.isdisjoint(_IN_HIERARCHY):
        found.add(TOGETHER)
    return found


def check_reach(
    edits: Sequence[Edit], sites: SmallSites, ground: Ground, config: Config, known: Iterable[Finding]
) -> None:
    """Raises FurtherError where an edit changes what the small sites do not show.

    `known` are the findings before.
    """
    moved = frozenset(one.path for one in edits if one.came_or_went)
    for edit in edits:
        _check_below(edit, ground, moved, config)
        if Part.PLACE in edit.parts and any("sites" in facts.front for facts in edit.facts):
            raise FurtherError("languages of a page")
        if len({frozenset(facts.unread_names) & _ANYTHING for facts in edit.facts}) > 1:
            raise FurtherError("a page that cannot be read")
        if edit.differs("weight") and any("weight" in facts.front for facts in edit.facts):
            raise FurtherError("weights")
    _check_cascades(sites, known)
    if [note.text for note in page_notes(sites.old.publication)] != [
        note.text for note in page_notes(sites.new.publication)
    ]:
        raise FurtherError("languages that a cascade names")
    if _closing(sites.old, edits) != _closing(sites.new, edits):
        raise FurtherError("taxonomies in which each term needs a page")


def _check_below(edit: Edit, ground: Ground, moved: frozenset[str], config: Config) -> None:
    """What a branch or a bundle says of itself counts for what is below it."""
    if not is_index_name(edit.path):
        return
    if Part.CASCADE in edit.parts and any("cascade" in facts.front for facts in edit.facts):
        raise FurtherError("a cascade")
    if not (edit.came_or_went or Part.PLACE in edit.parts or Part.TITLE in edit.parts):
        return
    folder = edit.path.rpartition("/")[0] + "/"
    if not _has_others_below(ground.paths, folder, moved | {edit.path}):
        return
    if any(map(edit.differs, _FOR_WHAT_IS_BELOW)):
        raise FurtherError("what is below a page")
    if Part.TITLE in edit.parts and _titles_are_in_urls(config):
        raise FurtherError("the title of a section in addresses")


def _has_others_below(paths: Sequence[str], folder: str, moved: frozenset[str]) -> bool:
    for at in range(bisect_left(paths, folder), len(paths)):
        if not paths[at].startswith(folder):
            return False
        if paths[at] not in moved:
            return True
    return False


def _titles_are_in_urls(config: Config) -> bool:
    return any(
        ":section" in permalink.pattern for language in config.languages for permalink in language.permalinks
    )


def _check_cascades(sites: SmallSites, known: Iterable[Finding]) -> None:
    """How many pages a cascade reaches is in messages; one that reaches none does no harm."""
    old, new = (site.publication.reach for site in sites)
    if old == new:
        return
    if any(cascade_of(finding.field) is not None for finding in known):
        raise FurtherError("pages that a cascade reaches")
    for origin in old.keys() | new.keys():
        one, other = old.get(origin, {}), new.get(origin, {})
        if any(bool(one.get(key)) != bool(other.get(key)) for key in one.keys() | other.keys()):
            raise FurtherError("the first or last page that a cascade reaches")


def _closing(site: Site, edits: Iterable[Edit]) -> frozenset[tuple[str, str]]:
    """The taxonomies that an edited page closes."""
    changed = {edit.path for edit in edits}
    return site.conventions.closing(page for page in site.built if page.path in changed)


def merged(
    known: Sequence[Finding], before: Iterable[Finding], after: Iterable[Finding]
) -> tuple[Finding, ...]:
    """The findings `known` of the whole site, where the small one had those `before` and has those `after`.

    Raises FurtherError where something goes that was not known, or comes beside what is known in its place.
    """
    old, new = Counter(before), Counter(after)
    gone, come = old - new, new - old
    kept: list[Finding] = []
    for finding in known:
        if gone[finding]:
            gone[finding] -= 1
        else:
            kept.append(finding)
    missing = next(iter(+gone), None)
    if missing is not None:
        raise FurtherError(f"a finding of {missing.rule}")
    present = set(kept)
    places = {_place(one) for one in kept if one.pair is None}
    for finding in come:
        if finding in present:
            continue
        if finding.pair is None and _place(finding) in places:
            raise FurtherError(f"another finding of {finding.rule}")
        kept.append(finding)
    return tuple(kept)


def _place(finding: Finding) -> tuple[object, ...]:
    return finding.rule, finding.path, finding.field, finding.anchor, finding.span


def static_keys(outputs: Iterable[str]) -> Codes:
    """The keys of static files that came or went, by their paths below `public/`."""
    return codes(key for output in outputs for key in of_static(output))
