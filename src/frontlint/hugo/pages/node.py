"""One page on its way to publication: what its file and its front matter in effect say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, Language, Origin
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.paths import Location, kind_of_branch, parent_of
from frontlint.hugo.fields.build import Render, render_of
from frontlint.hugo.fields.dates import PageDates, resolve_dates
from frontlint.hugo.pages.publication import BuildState
from frontlint.hugo.values import versions
from frontlint.hugo.values.cast import as_boolean, as_strings, as_terms, as_text
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.kinds import Bundle, Kind
from frontlint.hugo.values.titles import title_function

Front = Mapping[str, Value]


class Node(NamedTuple):
    """A page before it has a URL.

    `raw_path` is the logical path with letter case and spaces. `slug` is free of outer hyphens. `title` is
    empty for a page that has none, and for a section whose title Hugo makes up (`has_known_title`).
    `givers` tells which cascade a key of `front` comes from, where it is not the page's own.
    """

    kind: Kind
    bundle: Bundle
    language: Language
    path: str
    raw_path: str
    section: str
    title: str
    slug: str
    url: str
    dates: PageDates
    hidden: BuildState
    render: Render
    front: Front
    location: Location | None = None
    facts: PageFacts | None = None
    certain: bool = True
    hugo: versions.Version = versions.NEWEST
    givers: Mapping[str, Origin] = MappingProxyType({})

    @property
    def is_branch(self) -> bool:
        """A page that has others below it."""
        return self.kind is not Kind.PAGE

    @property
    def has_known_title(self) -> bool:
        """Whether `title` is what Hugo has."""
        return bool(self.title) or self.location is not None or self.kind is not Kind.SECTION

    @property
    def dropped(self) -> bool:
        """Pages and terms go when they are not built; the others stay for what is below them."""
        return self.hidden is not BuildState.NOT and self.kind in (Kind.PAGE, Kind.TERM)

    @property
    def disabled(self) -> bool:
        """Its kind is switched off in the configuration."""
        return self.kind in self.language.disabled_kinds

    @property
    def container(self) -> str:
        """The logical path of the folder above the page."""
        return self.location.container if self.location else parent_of(self.path)

    @property
    def raw_base_name(self) -> str:
        """The name of the file, or of the folder of a bundle, as written."""
        return self.location.written_name if self.location else self.raw_path.rpartition("/")[2]

    @property
    def renders(self) -> bool:
        """Hugo writes the page to disk."""
        return self.hidden is BuildState.NOT and not self.disabled and self.render is Render.ALWAYS

    @property
    def has_link(self) -> bool:
        """Hugo gives the page a link, rendered or not."""
        return self.hidden is BuildState.NOT and not self.disabled and self.render is not Render.NEVER

    @property
    def aliases(self) -> tuple[str, ...]:
        """The aliases as written, each as text."""
        return as_strings(self.front.get("aliases"))

    @property
    def outputs(self) -> tuple[str, ...]:
        """The names of the page's output formats, in lower case."""
        return output_names(self.front, self.kind, self.language)


def terms_in(front: Front, plural: str) -> tuple[str, ...]:
    """The terms of a taxonomy in a front matter: those in `params` win over those at the top level."""
    value = front.get(plural)
    params = front.get("params")
    if isinstance(params, dict):
        value = {lower(key): inner for key, inner in params.items()}.get(plural, value)
    if value is None:
        return ()
    terms = as_terms(value)
    return terms if "" not in terms else tuple(filter(None, terms))


def output_names(front: Front, kind: Kind, language: Language) -> tuple[str, ...]:
    """The names of a page's output formats, in lower case: its own, else those of its kind."""
    own = tuple(lower(name) for name in as_strings(front.get("outputs")))
    return own or language.outputs.get(kind, ())


class Seed(NamedTuple):
    """What a node grows from: a file with its facts, or a page that Hugo makes under a title.

    `name` is what Hugo makes a title of where there is none, if that is not the end of `raw_path`; None where
    it takes any of several.
    """

    language: Language
    path: str
    location: Location | None = None
    facts: PageFacts | None = None
    raw_path: str = ""
    title: str = ""
    name: str | None = ""
    certain: bool = True
    own: Front = MappingProxyType({})

    @property
    def kind(self) -> Kind:
        return self.location.kind if self.location else kind_of_branch(self.path, self.language)

    @property
    def section(self) -> str:
        return self.location.section if self.location else self.path[1:].partition("/")[0]


def grow(seed: Seed, front: Front, givers: Mapping[str, Origin], config: Config, clock: datetime) -> Node:
    """The node of a seed with the front matter in effect; `givers` as in `Cascades.onto`."""
    language = seed.language
    name = seed.location.written_name if seed.location else seed.path.rpartition("/")[2]
    dates = resolve_dates(front, language.dates, language.zone, name)
    # A page's own `sites` is followed, as far as it names languages; one that is cascaded is not.
    certain = seed.certain and ("sites" not in front or "sites" in seed.own)
    return Node(  # by position, which takes half the time
        seed.kind,
        seed.location.bundle if seed.location else Bundle.BRANCH,
        language,
        seed.path,
        _raw_path(seed),
        seed.section,
        as_text(front.get("title")) or _made_title(seed),
        as_text(front.get("slug")).strip("-") or dates.slug,
        as_text(front.get("url")),
        dates,
        _hidden(seed, front, dates, config, clock),
        render_of(front, config.hugo_version),
        front,
        seed.location,
        seed.facts,
        certain,
        config.hugo_version,
        givers,
    )


def _made_title(seed: Seed) -> str:
    """What Hugo writes over a page that it makes, as far as a URL can show it; a file without one has none.

    It puts a section's name in the plural: none is given then, not to guess at it.
    """
    if seed.location is not None:
        return seed.title
    language = seed.language
    capitalized = title_function(language.title_case_style) if language.capitalize_list_titles else str
    if seed.title:
        return capitalized(seed.title)
    if seed.kind is Kind.HOME:
        return seed.language.title
    if seed.kind is Kind.SECTION and (seed.language.pluralize_list_titles or seed.name is None):
        return ""
    name = seed.name or _raw_path(seed).rpartition("/")[2]
    return capitalized(name.replace("-", " "))


def _raw_path(seed: Seed) -> str:
    return seed.location.written_path if seed.location else seed.raw_path or seed.path


def _hidden(seed: Seed, front: Front, dates: PageDates, config: Config, clock: datetime) -> BuildState:
    """Whether Hugo builds the page (hugolib/site.go:shouldBuild)."""
    if seed.kind in (Kind.PAGE, Kind.TERM) and seed.kind in seed.language.disabled_kinds:
        return BuildState.DISABLED
    language = seed.language
    if _is_draft(front) and not (config.build_drafts or language.build_drafts):
        return BuildState.DRAFT
    published, expires = dates.publishdate, dates.expirydate
    if published is not None and published > clock and not (config.build_future or language.build_future):
        return BuildState.FUTURE
    if expires is not None and expires < clock and not (config.build_expired or language.build_expired):
        return BuildState.EXPIRED
    return BuildState.NOT


def _is_draft(front: Front) -> bool:
    """`draft`, else the opposite of `published` where that is true or false."""
    if "draft" in front:
        return bool(as_boolean(front["draft"]))
    return "published" in front and as_boolean(front["published"]) is False
