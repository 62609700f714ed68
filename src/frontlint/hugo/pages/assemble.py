"""The page trees of a site: pages of files, and those Hugo makes (hugolib/content_map_page_assembler.go)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from itertools import chain

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Language, Origin
from frontlint.hugo.config.matrix import page_languages
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.paths import Location, locations
from frontlint.hugo.pages.cascade import NOBODY, Cascades, downwards
from frontlint.hugo.pages.files import Selection, rank, select_pages
from frontlint.hugo.pages.node import Node, Seed, grow, terms_in
from frontlint.hugo.pages.publication import DeadFile, NoPage, Shadow
from frontlint.hugo.pages.sections import SectionName, missing_pages, section_names
from frontlint.hugo.pages.sections_tree import PageTree
from frontlint.hugo.values import versions
from frontlint.hugo.values.cast import terms_of_all
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Bundle, Kind


class Assembly(NamedTuple):
    """One language's pages, with those that Hugo drops, and what bundles swallow.

    `nodes` are in order of their paths, the last one first: who publishes a page takes it off the end, for a
    node and its page are large, and nobody needs both.
    """

    tree: PageTree
    nodes: list[Node]
    resources: tuple[Node, ...] = ()


class _LanguagePages(NamedTuple):
    """The pages of one language while they are being made: those kept, by path, and those dropped."""

    nodes: dict[str, Node]
    dropped: list[Node]
    resources: list[Node]

    def add(self, node: Node) -> None:
        if node.dropped:
            self.dropped.append(node)
        else:
            self.nodes[node.path] = node


class Assembled(NamedTuple):
    """The trees of all languages, the files that give no page (see `Selection`), and how far cascades reach
    (`Cascades.reach`).
    """

    trees: list[Assembly]
    dead: tuple[DeadFile, ...]
    shadows: tuple[Shadow, ...]
    reach: Mapping[Origin, Mapping[str, int]]


def assemble(facts: Iterable[PageFacts], config: Config, clock: datetime) -> Assembled:
    """All pages of a site, language by language."""
    by_path = {page.path: page for page in facts}
    selection = select_pages(by_path, config, lambda path: page_languages(by_path[path].front.get("sites")))
    names = section_names(selection)
    seeds = [seed for one in config.languages for seed in _seeds(one, selection, by_path, config, names)]
    cascades = Cascades(config)
    grown = {language.code: _LanguagePages({}, [], []) for language in config.languages}
    waiting = downwards(seeds)[::-1]
    seeds.clear()
    while waiting:  # a seed goes when it has grown: at most one of the two is there
        seed = waiting.pop()
        grown[seed.language.code].add(grow(seed, *cascades.onto(seed), config, clock))
        cascades.hand_down(seed)
    for seed in _resources(selection, by_path, config):
        front, _ = cascades.onto(seed, counted=False)
        grown[seed.language.code].resources.append(grow(seed, front, NOBODY, config, clock))
    for language in config.languages:
        for seed in _missing_terms(grown[language.code], language):
            grown[language.code].add(grow(seed, *cascades.onto(seed), config, clock))
    keys = frozenset("" if path == "/" else path for made in grown.values() for path in made.nodes)
    slugs = config.hugo_version >= versions.SLUGS_OF_BRANCHES
    trees = [_assembly(grown.pop(language.code), keys, slugs) for language in config.languages]
    config.places.clear()  # pages know their places from here on
    return Assembled(trees, selection.dead, selection.shadows, cascades.reach)


def _assembly(made: _LanguagePages, keys: frozenset[str], slugs_of_branches: bool) -> Assembly:
    branches = {path: node for path, node in made.nodes.items() if node.is_branch}
    nodes = sorted(chain(made.nodes.values(), made.dropped), key=lambda node: node.path, reverse=True)
    return Assembly(PageTree(branches, keys, slugs_of_branches), nodes, tuple(made.resources))


def _seeds(
    language: Language,
    selection: Selection,
    by_path: Mapping[str, PageFacts],
    config: Config,
    names: Mapping[str, SectionName],
) -> list[Seed]:
    seeds: dict[str, Seed] = {}
    for (code, path), location in selection.pages.items():
        if code == language.code:
            page = by_path[location.path]
            tossed = (code, path) in selection.tossed
            own = page.front if page.readable else {}
            certain = page.readable and not tossed
            seeds[path] = Seed(language, path, location, page, "", "", "", certain, own)  # in half the time
    leaves = {path for (_, path), one in selection.pages.items() if one.bundle is not Bundle.BRANCH}
    sections = {section: name for section, name in names.items() if f"/{section}" not in leaves}
    for made in missing_pages(seeds, language, sections, config):
        seeds.setdefault(made.path, made)
    return list(seeds.values())


def _resources(selection: Selection, by_path: Mapping[str, PageFacts], config: Config) -> Iterator[Seed]:
    """The content files that bundles swallow: no pages, but Hugo makes pages for their terms.

    Of twins in one folder with one extension the first counts alone: a resource keeps its extension.
    """
    swallowed = [file.path for file in selection.dead if file.why is NoPage.RESOURCE]
    places = (location for path in swallowed for location in locations(path, config))
    first: dict[tuple[int, str, str, str, str, Bundle], Location] = {}
    for location in sorted(places, key=rank):
        place = (location.mount, location.raw_folder, location.language)
        key = (*place, location.logical_path, location.extension, location.bundle)
        first.setdefault(key, location)
    for location in first.values():
        language = config.language(location.language)
        if language is not None:
            path = f"{location.folder}/{normalize(location.path.rpartition('/')[2])}"
            lone = location._replace(kind=Kind.PAGE, bundle=Bundle.SINGLE)
            yield Seed(language, path, lone, own=by_path[location.path].front)


def _missing_terms(grown: _LanguagePages, language: Language) -> list[Seed]:
    """A page for each term in use, unless a file has its place, be it a draft."""
    taken = {*grown.nodes, *(node.path for node in grown.dropped)}
    seeds: dict[str, Seed] = {}
    nodes = (*grown.nodes.values(), *grown.resources)
    for path, raw_path, title in sorted(_terms(nodes, language)):
        if path not in taken:
            # Of two spellings, Hugo takes any; it matters only where letter case is kept.
            sure = path not in seeds or not language.disable_path_to_lower
            first = seeds.get(path) or Seed(language, path, raw_path=raw_path, title=title)
            seeds[path] = first if sure else first._replace(certain=False)
    return list(seeds.values())


def _terms(nodes: Iterable[Node], language: Language) -> set[tuple[str, str, str]]:
    """Logical path, raw path and text of all terms; two spellings of one path are both in it."""
    names = {taxonomy.plural: taxonomy.name or taxonomy.plural for taxonomy in language.taxonomies}
    written: dict[str, set[str]] = {name: set() for name in names.values()}
    # The terms of what has a link count (content_map_page_assembler.go); `build.list` does not matter.
    fronts = [node.front for node in nodes if node.has_link]
    plain = [front for front in fronts if "params" not in front]
    others = [front for front in fronts if "params" in front]
    for plural, name in names.items():
        found = written[name]
        found.update(terms_of_all([front[plural] for front in plain if plural in front]))
        for front in others:
            found.update(terms_in(front, plural))
        found.discard("")
    raws = ((f"/{name}/{term}", term) for name, terms in written.items() for term in terms)
    return {(normalize(raw), raw, term) for raw, term in raws}
