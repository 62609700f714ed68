"""The whole site as site rules see it: pages, claims on URLs, refs and terms."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import NearMiss, PageFacts, RefCall
from frontlint.hugo.pages.publication import Claim, ContentPage, DeadFile, NoPage, Publication, SitePage
from frontlint.hugo.publish import publish
from frontlint.hugo.refs.refs import RefIndex, Resolution
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Kind
from frontlint.site.claims import Groups
from frontlint.site.conventions import Conventions
from frontlint.site.failed_refs import FailedRef, failed_refs
from frontlint.site.folders import FolderClash, folder_clashes
from frontlint.site.handed_down import HandedDown
from frontlint.site.keys import Focus
from frontlint.site.page_names import PageNames
from frontlint.site.terms import Terms
from frontlint.site.weights import Weights

if TYPE_CHECKING:
    from frontlint.hugo.rendered import Rendered

_MENUS = frozenset({"menus"})
"""The name by which templates ask for menus."""


def _nothing_rendered() -> Rendered:
    from frontlint.hugo.rendered import Rendered  # brings what reads templates

    return Rendered()


class Site:
    """Built once from the facts of all pages; whatever the order of the facts, it is the same.

    `pages` are all pages with a file, in order of their paths, unbuilt ones too.
    """

    def __init__(
        self,
        publication: Publication,
        config: Config,
        files: Iterable[PageFacts] = (),
        list_static: Callable[[], frozenset[str]] = frozenset,
        list_rendered: Callable[[], Rendered] = _nothing_rendered,
        list_named: Callable[[frozenset[str]], frozenset[str]] = lambda names: frozenset(),
        conventions: Callable[[Site], Conventions] | None = None,
        list_others: Callable[[str], Iterable[SitePage]] = lambda language: (),
        focus: Focus | None = None,
    ) -> None:
        self.publication = publication
        self.config = config
        self._files = {facts.path: facts for facts in files}
        self._list_static = list_static
        self._list_rendered = list_rendered
        self._list_named = list_named
        self._list_others = list_others
        self._focus = focus
        self._page_names: dict[str, PageNames] = {}
        with_file = (page for page in publication.pages if isinstance(page, ContentPage))
        self.pages: tuple[ContentPage, ...] = tuple(sorted(with_file, key=lambda page: page.path))
        self._refs = RefIndex(publication, config)
        self.conventions = Conventions() if conventions is None else conventions(self)

    @classmethod
    def build(
        cls,
        facts: Iterable[PageFacts],
        config: Config,
        clock: datetime,
        list_static: Callable[[], frozenset[str]] = frozenset,
        list_rendered: Callable[[], Rendered] = _nothing_rendered,
        list_named: Callable[[frozenset[str]], frozenset[str]] = lambda names: frozenset(),
        conventions: Callable[[Site], Conventions] | None = None,
        list_others: Callable[[str], Iterable[SitePage]] = lambda language: (),
        focus: Focus | None = None,
    ) -> Site:
        """The site that Hugo would publish at the moment `clock` (with a zone).

        `list_static` gives `static_files`, `list_rendered` `rendered_fields`, `list_named` `named_fields`;
        each is asked when needed. `conventions` makes what the site's makers agreed on beyond Hugo. Where the
        facts are those of a part of the site, `list_others` gives the other built pages of a language, and
        only the refs and terms in `focus` are judged.
        """
        files = tuple(facts)
        published = publish(files, config, clock)
        return cls(
            published, config, files, list_static, list_rendered, list_named, conventions, list_others, focus
        )

    @cached_property
    def static_files(self) -> frozenset[str]:
        """The files that Hugo copies as they are: their paths below the static folders, with `/`."""
        return self._list_static()

    @cached_property
    def rendered_fields(self) -> Rendered:
        """The fields of front matter that templates render, shortcodes and all."""
        return self._list_rendered()

    @cached_property
    def near_misses(self) -> tuple[tuple[PageFacts, NearMiss], ...]:
        """The keys that may be slips, each with the facts of its page, or of a file of settings."""
        of_pages = ((facts, miss) for facts in self._files.values() for miss in facts.near_misses)
        if not self.config.judged_files:
            return tuple(of_pages)
        from frontlint.site.near_misses import settings_misses  # few sites have a cascade in their settings

        return (*of_pages, *settings_misses(self.config))

    @cached_property
    def lone_misses(self) -> frozenset[str]:
        """The keys, in lower case, that one page alone uses, and that may be slips for a field."""
        files: Counter[str] = Counter()
        meant: set[str] = set()
        known: dict[str, set[str]] = {}
        for facts, miss in self.near_misses:
            if miss.in_table:
                continue
            known.setdefault(facts.path, set()).add(miss.key.lower())
            if miss.field:
                meant.add(miss.key.lower())
        for keys in known.values():
            files.update(keys)
        return frozenset(key for key in meant if files[key] == 1)

    @cached_property
    def named_fields(self) -> frozenset[str]:
        """Those of `lone_misses` that a template names, or may name."""
        return self.named_by_templates(self.lone_misses)

    def named_by_templates(self, names: frozenset[str]) -> frozenset[str]:
        """Those of some keys, in lower case, that a template names, or may name."""
        return self._list_named(names) if names else frozenset()

    @property
    def asks_templates(self) -> bool:
        """Whether what is found hangs on templates."""
        asked = self.lone_misses or "shows_menus" in vars(self)
        return bool(asked) or any(facts.front_refs for facts in self._files.values())

    @cached_property
    def shows_menus(self) -> bool:
        """Whether a template shows menus, as far as frontlint knows the templates."""
        return bool(self._list_named(_MENUS)) and not self.config.foreign_formats

    @property
    def template_answers(self) -> list[list[str]]:
        """What the templates say: the fields that they render, the names looked for, and those found."""
        menus = _MENUS if "shows_menus" in vars(self) else frozenset[str]()
        asked, named = (
            self.lone_misses | menus,
            self.named_fields | (self._list_named(menus) if menus else menus),
        )
        return [self.rendered_fields.as_list(), sorted(asked), sorted(named)]

    def refs_of(self, page: ContentPage) -> Iterator[tuple[int, RefCall]]:
        """The refs that Hugo looks up as it renders a page: in its body, and in texts that templates render.

        Each comes with its number in the page, as `Spot.REF` counts.
        In the latter `./` and `../` are left out: some templates render them as the page's, some as home's.
        """
        if page.rendered:
            refs = self._refs_of(page)
            focus = self._focus
            yield from refs if focus is None else (one for one in refs if focus.has_ref(page, one[1]))

    def _refs_of(self, page: ContentPage) -> Iterator[tuple[int, RefCall]]:
        in_front = page.facts.front_refs
        yield from enumerate(page.facts.refs, len(in_front))
        for number, ref in enumerate(in_front):
            if ref.field in self.rendered_fields.surely and not (ref.call.path or "").startswith("."):
                yield number, ref.call

    @cached_property
    def failed_refs(self) -> tuple[FailedRef, ...]:
        """The refs of all built pages at which Hugo reports something: looked up once, for all rules."""
        whole = self._focus is None
        return tuple(failed_refs(self.built, self.refs_of, self.resolve, whole_site=whole))

    @property
    def all_facts(self) -> Iterable[PageFacts]:
        """What all content files say, whether or not they are pages."""
        return self._files.values()

    @cached_property
    def handed_down(self) -> HandedDown:
        """How many pages have which value from which cascade."""
        return HandedDown(self.publication, self.config, self._files)

    @cached_property
    def weights(self) -> Weights:
        """Which sections are ordered by weight."""
        return Weights(self.built)

    def facts(self, path: str) -> PageFacts | None:
        """What a content file says, whether or not it is a page."""
        return self._files.get(path)

    @cached_property
    def built(self) -> tuple[ContentPage, ...]:
        """The pages with a file that Hugo builds."""
        return tuple(page for page in self.pages if page.built)

    @cached_property
    def _by_path(self) -> Mapping[str, ContentPage]:
        return {page.path: page for page in self.pages}

    def page(self, path: str) -> ContentPage | None:
        """The page of a file."""
        return self._by_path.get(path)

    @cached_property
    def _by_logical_path(self) -> Mapping[str, Mapping[str, SitePage]]:
        found: defaultdict[str, dict[str, SitePage]] = defaultdict(dict)
        for page in chain(self.pages, self.publication.pages):
            found[page.language].setdefault(page.logical_path, page)
        return found

    def at(self, language: str, logical_path: str) -> SitePage | None:
        """The page at a logical path, with or without a file, built or not.

        Hugo makes a bare page for a term whose own page is a draft; here the draft is found.
        """
        return self._by_logical_path.get(language, {}).get(logical_path)

    @cached_property
    def claims(self) -> Groups:
        """Everybody who wants an output file, by the file."""
        return Groups(self.publication.claims)

    @cached_property
    def shared_claims(self) -> tuple[tuple[str, tuple[Claim, ...]], ...]:
        """The output files that several want, with all who do: what most rules about claims ask for."""
        return tuple(self.claims.shared())

    @cached_property
    def format_clashes(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims on each file that an output format other than HTML shares with another claim.

        Those are left out that only follow from a collision of the same pages' HTML.
        """
        groups: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.publication.formats:
            groups[claim.output].append(claim)
        whole = ((*self.claims.get(output, ()), *group) for output, group in groups.items())
        return tuple(group for group in whole if len(group) > 1 and not _follows(group))

    @cached_property
    def folder_clashes(self) -> tuple[FolderClash, ...]:
        """The files that other outputs need as folders: with each of them Hugo's build stops."""
        return folder_clashes(self.publication, self.static_files)

    @cached_property
    def claims_by_name(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims by the last name of what they want: `old` for `/a/old/index.html`, or `old.html`.

        For who has something to say: it is as large as the claims.
        """
        found: defaultdict[str, list[Claim]] = defaultdict(list)
        for output, group in self.claims.items():
            found[output.removesuffix("/index.html").rpartition("/")[2]] += group
        return {name: tuple(group) for name, group in found.items()}

    @cached_property
    def resources_by_name(self) -> Mapping[str, tuple[DeadFile, ...]]:
        """The content files that belong to other pages, by name as Hugo has it, without extension."""
        found: defaultdict[str, list[DeadFile]] = defaultdict(list)
        for dead in self.publication.dead:
            if dead.why is NoPage.RESOURCE:
                found[normalize("/" + dead.path).rpartition(".")[0].rpartition("/")[2]].append(dead)
        return {name: tuple(group) for name, group in found.items()}

    def page_names(self, language: str) -> PageNames:
        """The names of the built pages with a file, in one language."""
        if language not in self._page_names:
            pages = (page for page in self.built if page.language == language)
            self._page_names[language] = PageNames((*pages, *self._list_others(language)))
        return self._page_names[language]

    @cached_property
    def terms(self) -> Terms:
        """Every term that a built page names in its own front matter."""
        return Terms(self.built, self.config, self._focus.has_term if self._focus else None)

    def taxonomy_of(self, page: SitePage) -> Taxonomy | None:
        """The taxonomy that a term page belongs to."""
        language = self.config.language(page.language)
        if language is None or page.kind is not Kind.TERM:
            return None
        for taxonomy in language.taxonomies:
            if page.logical_path.startswith(taxonomy.path + "/"):
                return taxonomy
        return None

    @cached_property
    def has_unread_pages(self) -> bool:
        """Whether the front matter of any page cannot be read: what it uses and publishes is not known."""
        return any(not page.facts.readable for page in self.pages)

    @cached_property
    def unread_names(self) -> frozenset[str]:
        """Everything that the front matter of a page which Hugo cannot read may name, as paths have it."""
        return frozenset(name for page in self.pages for name in page.facts.unread_names)

    def is_closed_taxonomy(self, language: str, taxonomy: Taxonomy) -> bool:
        """Whether each term of a taxonomy needs its own page in a language."""
        return (language, taxonomy.plural) in self.conventions.closed

    def file_of_branch(self, language: str, logical_path: str) -> str:
        """The file that would give a logical path its own page: `content/tags/a/_index.md`."""
        found = self.config.language(language)
        folder = found.content_dir if found else "content"
        return f"{folder}/{logical_path.strip('/')}/_index.md"

    def resolve(self, page: SitePage, call: RefCall) -> Resolution:
        """What a ref in the body of a page means."""
        return self._refs.resolve_call(page, call)

    def target(self, page: SitePage, call: RefCall) -> SitePage | None:
        """The page that a ref in the body of a page means, if it means one."""
        return self._refs.target(page, call)

    def resolve_path(self, page: SitePage, path: str) -> Resolution:
        """What `{{< ref "path" >}}` in the body of a page would mean."""
        return self._refs.resolve(page, path)


def _follows(group: tuple[Claim, ...]) -> bool:
    """Whether the pages of these claims publish one HTML file, so that the other formats collide with it."""
    pages = {(claim.page.language, claim.page.logical_path): claim.page.output for claim in group}
    outputs = set(pages.values())
    return len(pages) == len(group) > 1 and len(outputs) == 1 and None not in outputs
