"""What Hugo publishes: pages, with or without a file, and the claims they make on output files."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Language, Origin
from frontlint.hugo.config.sanitize import path_escape
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.fields.dates import PageDates
from frontlint.hugo.values.kinds import Bundle, Kind

if TYPE_CHECKING:
    from datetime import datetime


class ClaimKind(StrEnum):
    """Why an output file is claimed: by a page with a file, a page without one, an alias, or Hugo itself.

    FORMAT is a page's output in a format that is not HTML, such as RSS.
    """

    PAGE = "page"
    MADE = "made"
    ALIAS = "alias"
    REDIRECT = "redirect"
    FORMAT = "format"


class BuildState(StrEnum):
    """Why a page is not built: by its own words, or as its kind is switched off."""

    NOT = ""
    DRAFT = "draft"
    FUTURE = "future"
    EXPIRED = "expired"
    DISABLED = "disabled"


class NoPage(StrEnum):
    """Why a content file gives no page."""

    RESOURCE = "resource"
    IGNORED = "ignored"
    LANGUAGE = "language"
    SHADOWED = "shadowed"
    DISABLED = "disabled"


class SitePage(NamedTuple):
    """A page that Hugo has.

    `path` is its file, None where Hugo makes the page. `front` is the front matter in effect: the page's own
    and what is cascaded onto it. `url` is the link as Hugo prints it (`.RelPermalink`), None where the page
    has none; `output` the file of its main format, such as `/a/index.html`, None where it is not rendered.
    `certain` is false where the front matter cannot be read or the configuration is beyond frontlint:
    the page exists, its URL is not known. `hidden` says why it is not built; such a page has no claims.
    `dates` are those in effect, as Hugo finds them.
    `givers` tells which cascade a key of `front` comes from, where it is not the page's own.
    """

    path: str | None
    kind: Kind
    language: str
    logical_path: str
    section: str
    bundle: Bundle
    title: str
    facts: PageFacts | None = None
    front: Mapping[str, Value] = MappingProxyType({})
    url: str | None = None
    output: str | None = None
    hidden: BuildState = BuildState.NOT
    rendered: bool = False
    certain: bool = True
    dates: PageDates = PageDates()
    givers: Mapping[str, Origin] = MappingProxyType({})

    @property
    def built(self) -> bool:
        """Neither a draft, nor of the future, nor expired, nor switched off, as far as the settings say."""
        return self.hidden is BuildState.NOT


class ContentPage(SitePage):
    """A page that has a file: it is sure to have a path, and facts."""

    __slots__ = ()

    if TYPE_CHECKING:

        @property
        def path(self) -> str: ...

        @property
        def facts(self) -> PageFacts: ...


class Claim(NamedTuple):
    """One wish for one output file, such as `/old/index.html`; two pages that wish for one collide.

    `url` is the address without the file name where that is `index.html`. `written` is the text of an alias,
    None for other claims, and `number` its index in the page's list. `to` is the link an alias or redirect
    leads to, `format` the name of the page's output format.
    """

    output: str
    url: str
    page: SitePage
    why: ClaimKind
    written: str | None = None
    number: int = 0
    to: str = ""
    format: str = "html"

    @property
    def alias(self) -> Entry[str] | None:
        """The alias with its route."""
        return None if self.written is None else Entry(self.written, ("aliases", self.number))


class AliasClaim(Claim):
    """The wish of an alias. Its address follows from its file, and is worked out for who shows it."""

    __slots__ = ()

    @classmethod
    def of(
        cls, output: str, language: Language, page: SitePage, alias: str, number: int, to: str
    ) -> AliasClaim:
        """The claim of a page's alias of this number on a file, which leads to the link `to`."""
        return cls(output, language, page, ClaimKind.ALIAS, alias, number, to)  # type: ignore[arg-type]

    if not TYPE_CHECKING:

        @property
        def url(self) -> str:
            language = self[1]  # in the place of the address
            host = f"/{language.host_dir}" if language.host_dir else ""
            return language.link_base + path_escape(self.output.removeprefix(host).removesuffix("index.html"))


class Shadow(NamedTuple):
    """Files with one logical path in one language; Hugo keeps `kept`, or any of them where that is None."""

    language: str
    logical_path: str
    paths: tuple[str, ...]
    kept: str | None


class DeadFile(NamedTuple):
    """A content file that gives no page; `owner` is the file that swallows or shadows it."""

    path: str
    why: NoPage
    owner: str | None = None


class BadAlias(NamedTuple):
    """An alias that stops Hugo's build: it is the root of the website, or leaves it, as `message` says."""

    page: SitePage
    alias: Entry[str]
    message: str


class Publication(NamedTuple):
    """All pages and claims, sorted: independent of the order in which files were read.

    `pages` holds unbuilt pages too (`built` is false). `claims` are those on HTML files, `formats` those of
    output formats that are not HTML. `shadows` are the pairs of which only one counts. `reach` has how many
    pages each cascade is for, as "", and how many have each of its keys from it. `resources` are the files
    that belong to other pages as pages that are not published: Hugo makes pages for their terms. `until` is
    the first moment at which a page begins or ceases to be published, None where none will.
    """

    pages: tuple[SitePage, ...]
    claims: tuple[Claim, ...]
    dead: tuple[DeadFile, ...] = ()
    shadows: tuple[Shadow, ...] = ()
    bad_aliases: tuple[BadAlias, ...] = ()
    until: datetime | None = None
    formats: tuple[Claim, ...] = ()
    resources: tuple[SitePage, ...] = ()
    reach: Mapping[Origin, Mapping[str, int]] = MappingProxyType({})
