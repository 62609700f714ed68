"""The whole site as site rules see it: pages, claims on URLs, terms, ids and the hierarchy."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import Generation, Located, PageFacts, RefCall
from frontlint.hugo.pages.publication import Claim, DeadFile, NoPage, Publication, SitePage
from frontlint.hugo.publish import publish
from frontlint.hugo.refs.refs import RefIndex, Resolution, Status
from frontlint.hugo.rendered import Rendered
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Kind
from frontlint.site.page_names import PageNames
from frontlint.site.terms import Term, Terms
from frontlint.website.hierarchy import Hierarchy, build_hierarchy


class IdUse(NamedTuple):
    """One ResourceId or ItemId of one page."""

    page: SitePage
    key: str
    id: Located[str]


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
        list_rendered: Callable[[], Rendered] = Rendered,
    ) -> None:
        self.publication = publication
        self.config = config
        self._files = {facts.path: facts for facts in files}
        self._list_static = list_static
        self._list_rendered = list_rendered
        self._page_names: dict[str, PageNames] = {}
        self.pages: tuple[SitePage, ...] = tuple(
            sorted((page for page in publication.pages if page.path), key=lambda page: str(page.path))
        )
        self._refs = RefIndex(publication, config)

    @classmethod
    def build(
        cls,
        facts: Iterable[PageFacts],
        config: Config,
        clock: datetime,
        list_static: Callable[[], frozenset[str]] = frozenset,
        list_rendered: Callable[[], Rendered] = Rendered,
    ) -> Site:
        """The site that Hugo would publish at the moment `clock` (with a zone).

        `list_static` gives `static_files`, `list_rendered` `rendered_fields`; either is asked when needed.
        """
        files = tuple(facts)
        return cls(publish(files, config, clock), config, files, list_static, list_rendered)

    @cached_property
    def static_files(self) -> frozenset[str]:
        """The files that Hugo copies as they are: their paths below the static folders, with `/`."""
        return self._list_static()

    @cached_property
    def rendered_fields(self) -> Rendered:
        """The fields of front matter that templates render, shortcodes and all."""
        return self._list_rendered()

    @property
    def asks_templates(self) -> bool:
        """Whether what is found hangs on templates."""
        return any(facts.front_refs for facts in self._files.values())

    def refs_of(self, page: SitePage) -> Iterator[RefCall]:
        """The refs that Hugo looks up as it renders a page: in its body, and in texts that templates render.

        In the latter `./` and `../` are left out: some templates render them as the page's, some as home's.
        """
        if page.facts is not None and page.rendered:
            yield from page.facts.refs
            for ref in page.facts.front_refs:
                if ref.field in self.rendered_fields.surely and not (ref.call.path or "").startswith("."):
                    yield ref.call

    def facts(self, path: str) -> PageFacts | None:
        """What a content file says, whether or not it is a page."""
        return self._files.get(path)

    @cached_property
    def built(self) -> tuple[SitePage, ...]:
        """The pages with a file that Hugo builds."""
        return tuple(page for page in self.pages if page.built)

    @cached_property
    def _by_path(self) -> Mapping[str, SitePage]:
        return {str(page.path): page for page in self.pages}

    def page(self, path: str) -> SitePage | None:
        """The page of a file."""
        return self._by_path.get(path)

    @cached_property
    def _by_logical_path(self) -> Mapping[tuple[str, str], SitePage]:
        found: dict[tuple[str, str], SitePage] = {}
        for page in (*self.pages, *self.publication.pages):
            found.setdefault((page.language, page.logical_path), page)
        return found

    def at(self, language: str, logical_path: str) -> SitePage | None:
        """The page at a logical path, with or without a file, built or not.

        Hugo makes a bare page for a term whose own page is a draft; here the draft is found.
        """
        return self._by_logical_path.get((language, logical_path))

    @cached_property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """Everybody who wants an output file, by the file."""
        claims: dict[str, list[Claim]] = {}
        for claim in self.publication.claims:
            claims.setdefault(claim.output, []).append(claim)
        return {output: tuple(group) for output, group in claims.items()}

    @cached_property
    def format_clashes(self) -> tuple[tuple[Claim, ...], ...]:
        """The claims on each file that an output format which is no HTML shares with another claim.

        Those are left out that only follow from a collision of the same pages' HTML.
        """
        groups: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.publication.formats:
            groups[claim.output].append(claim)
        whole = ((*self.claims.get(output, ()), *group) for output, group in groups.items())
        return tuple(group for group in whole if len(group) > 1 and not _follows(group))

    @cached_property
    def claims_by_name(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims by the last name of what they want: `old` for `/a/old/index.html`, or `old.html`."""
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
            pages = [page for page in self.built if page.language == language]
            self._page_names[language] = PageNames(pages)
        return self._page_names[language]

    @cached_property
    def ids(self) -> Mapping[str, tuple[IdUse, ...]]:
        """Who has an id, by the id; a page with one id in both keys counts once."""
        ids: dict[str, list[IdUse]] = {}
        for page in self.pages:
            seen: set[str] = set()
            for key in ("ResourceId", "ItemId"):
                located = page.facts.marks.get(key) if page.facts else None
                if located is not None and located.value not in seen:
                    seen.add(located.value)
                    ids.setdefault(located.value, []).append(IdUse(page, key, located))
        return {value: tuple(uses) for value, uses in ids.items()}

    @cached_property
    def terms(self) -> Terms:
        """Every term that a built page names in its own front matter."""
        return Terms(self.built, self.config)

    @cached_property
    def closed_taxonomies(self) -> frozenset[str]:
        """The plural names of the taxonomies in which a term needs a page of its own.

        One term page with the website's marks closes its taxonomy; elsewhere terms appear freely.
        """
        return frozenset(plural for _, plural in self._closed)

    @cached_property
    def _closed(self) -> frozenset[tuple[str, str]]:
        """Language and plural name: a translation may be behind with its term pages."""
        return frozenset(
            (page.language, taxonomy.plural)
            for page in self.built
            if page.kind is Kind.TERM and page.facts and page.facts.generation is not Generation.FOREIGN
            for taxonomy in (self.taxonomy_of(page),)
            if taxonomy is not None
        )

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
    def tree(self) -> Hierarchy:
        """Parents and children, as the pages say."""
        return build_hierarchy(self.pages, self._resolved, self._find)

    @cached_property
    def has_unread_pages(self) -> bool:
        """Whether the front matter of any page cannot be read: what it uses and publishes is not known."""
        return any(page.facts is not None and not page.facts.readable for page in self.pages)

    @cached_property
    def unread_names(self) -> frozenset[str]:
        """Everything that the front matter of a page which Hugo cannot read may name, as paths have it."""
        return frozenset(
            name for page in self.pages if page.facts is not None for name in page.facts.unread_names
        )

    def is_closed_taxonomy(self, language: str, taxonomy: Taxonomy) -> bool:
        """Whether each term of a taxonomy needs its own page in a language."""
        return (language, taxonomy.plural) in self._closed

    def file_of_branch(self, language: str, logical_path: str) -> str:
        """The file that would give a logical path a page of its own: `content/tags/a/_index.md`."""
        found = self.config.language(language)
        folder = found.content_dir if found else "content"
        return f"{folder}/{logical_path.strip('/')}/_index.md"

    def is_closed(self, term: Term) -> bool:
        """Whether this term needs a page of its own, as all of its taxonomy in its language do."""
        return (term.language, term.taxonomy.plural) in self._closed

    def resolve(self, page: SitePage, call: RefCall) -> Resolution:
        """What a ref in the body of a page means."""
        return self._refs.resolve_call(page, call)

    def resolve_path(self, page: SitePage, path: str) -> Resolution:
        """What `{{< ref "path" >}}` in the body of a page would mean."""
        return self._refs.resolve(page, path)

    def _resolved(self, page: SitePage, call: RefCall) -> SitePage | None:
        return self.resolve(page, call).page

    def _find(self, page: SitePage, path: str) -> SitePage | None:
        """The page that an entry of `parent` names, with or without a leading slash."""
        found = self.resolve_path(page, "/" + path.strip("/"))
        if found.status is Status.FOUND:
            return found.page if found.page and found.page.path else None
        return found.hidden[0] if found.hidden else None


def _follows(group: tuple[Claim, ...]) -> bool:
    """Whether the pages of these claims publish one HTML file, so that the other formats collide with it."""
    pages = {(claim.page.language, claim.page.logical_path): claim.page.output for claim in group}
    outputs = set(pages.values())
    return len(pages) == len(group) > 1 and len(outputs) == 1 and None not in outputs
