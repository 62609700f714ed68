"""What decides URLs: the types of a Hugo project's configuration, after all its files are read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import UTC, tzinfo
from types import MappingProxyType
from typing import Any

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple, dataclass, field
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.note import Note
from frontlint.hugo.values import versions
from frontlint.hugo.values.goregexp import found_in


class ConfigError(UsageError):
    """The project's configuration cannot be used.

    `keys` lead to the setting, in lower case, where the file and line are not known yet.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, keys: Route = ()) -> None:
        super().__init__(message, path or None, line or None)
        self.keys = keys


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One taxonomy. `plural` is the front matter key, `path` its logical path such as `/big-topics`.

    `name` is the plural as the configuration writes it, with capitals.
    """

    singular: str
    plural: str
    path: str
    name: str = field(default="", compare=False)


class Target(NamedTuple):
    """Which pages a cascade or a permalink is for; an empty field matches all (page_matcher.go).

    All are globs, in lower case. `languages` are those of `sites`, of which any may match and those after
    `! ` must not; where they name no language that is built, they count for nothing. [bin]
    """

    path: str = ""
    kind: str = ""
    languages: tuple[str, ...] = ()
    environment: str = ""


class Permalink(NamedTuple):
    """A pattern such as `/:sections/:slug/`, and the pages that it is for.

    `group` tells which entries may be tried in any order: Hugo walks the map form at random, so that two
    entries of one group that match a page are a toss. The list form has one group an entry. `keys` lead to
    the pattern in the settings.
    """

    target: Target
    pattern: str
    group: int = 0
    keys: Route = ()


class Removed(NamedTuple):
    """A setting over which Hugo's build ends with an error: the keys to it, its name, and what to write."""

    keys: Route
    name: str
    help: str


class Origin(NamedTuple):
    """Where a cascade is written: its content file, or none for the configuration, and the keys to it.

    The keys are in lower case; a cascade in a list has its index as the last.
    """

    path: str
    keys: Route


_NOWHERE = Origin("", ())


class Cascade(NamedTuple):
    """Front matter handed down to the pages that the target matches, keys in lower case."""

    target: Target
    values: Mapping[str, Value]
    origin: Origin = _NOWHERE


class DateOrder(NamedTuple):
    """For each date, the fields and handlers (`:filename`, `:git`) that Hugo asks in turn, in lower case."""

    date: tuple[str, ...] = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
    lastmod: tuple[str, ...] = ("lastmod", "modified", "date", "publishdate", "pubdate", "published")
    publishdate: tuple[str, ...] = ("publishdate", "pubdate", "published", "date")
    expirydate: tuple[str, ...] = ("expirydate", "unpublishdate")

    @property
    def in_turn(self) -> tuple[tuple[str, ...], ...]:
        """The four lists in the order in which Hugo works through them."""
        return self.date, self.lastmod, self.publishdate, self.expirydate


_HUGOS_ORDER = DateOrder()


class OutputFormat(NamedTuple):
    """One output format, as far as it decides file names (output/outputFormat.go).

    `html` tells that it publishes HTML, by its media type or by `isHTML`. `redirects` tells that it has
    `isHTML`: without it there are no redirects.
    """

    name: str
    base_name: str
    suffix: str
    path: str = ""
    html: bool = False
    redirects: bool = True
    permalinkable: bool = False
    no_ugly: bool = False


class Mount(NamedTuple):
    """A folder or single file of the project, and its place in Hugo's content or static files.

    `source` is a path from the project, with `/`; it may lead out of it. `target` is the place below
    `content`, as written, empty for all of it. `languages` are the codes for files that name none. `files`
    are patterns in lower case from the source, `/docs/**`; those after `! ` leave files out.
    """

    source: str
    target: str = ""
    languages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    is_file: bool = False


class Language(NamedTuple):
    """One language and everything that may differ between languages.

    `prefix` is what its URLs start with, without slashes: `fr`, or nothing. `content_dir` is relative to
    the project, with `/`; `own_content_dir` tells that it is not written as the project's.
    `outputs` gives the names of the output formats for each kind.
    `host_dir` is the folder below `public/` that is the language's own website, where languages have a
    `baseURL` each. `base_path` is the path of `baseURL` as redirects have it, `link_base` what a page's
    `url` has of it.
    `ugly_urls` is true, false, or says it for each first path segment.
    """

    code: str
    weight: int = 0
    content_dir: str = "content"
    own_content_dir: bool = False
    prefix: str = ""
    host_dir: str = ""
    taxonomies: tuple[Taxonomy, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    cascade: tuple[Cascade, ...] = ()
    dates: DateOrder = _HUGOS_ORDER
    zone: tzinfo = UTC
    ugly_urls: bool | Mapping[str, bool] = False
    disabled_kinds: frozenset[str] = frozenset()
    disable_aliases: bool = False
    build_drafts: bool = False
    build_future: bool = False
    build_expired: bool = False
    disable_path_to_lower: bool = False
    remove_path_accents: bool = False
    capitalize_list_titles: bool = True
    title_case_style: str = "ap"
    pluralize_list_titles: bool = True
    base_path: str = ""
    link_base: str = ""
    outputs: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    formats: Mapping[str, OutputFormat] = MappingProxyType({})
    title: str = ""


class OnlyFolder(NamedTuple):
    """The folder that all content is in, with `/` at its end, and the language of the files that name none.

    Only sites have it where all files in it count, but for those that Hugo ignores anyway.
    """

    prefix: str
    language: Language


@dataclass(frozen=True, slots=True)
class Config:
    """A Hugo project's settings, as far as they decide URLs.

    `languages` are those that are built, in Hugo's order; `disabled_languages` the codes of the others.
    `build_drafts`, `build_future` and `build_expired` switch on for all languages what each may say itself.
    `notes` are about settings that frontlint does not follow, to be said once.
    `files` are the configuration files that were read, from the project's root, and the variables of the
    environment that count. `mounts` are those of content that are given, `content_mounts` those in force,
    in Hugo's order: of two files for one page the earlier mount has it.
    `foreign_content` are the logical paths at and below which a theme, module or content adapter makes pages
    that frontlint does not see, `foreign_formats` tells that one that is not at hand may have its own output
    formats. `layouts` are the folders with templates from the project's root, its own first.
    `allowed_content` are the patterns of `security.allowContent`, None where the project does not set it.
    `ignored_logs` are the warnings that `ignoreLogs` silences. `outside` are the sources of content outside
    of the repository. `judged_files` are names and texts of the configuration files in which rules may find
    something: a cascade, a permalink that begins with a language, one of `removed`. `judged_variables` are
    variables of the environment with such settings, each as JSON.
    """

    languages: tuple[Language, ...]
    default_language: str = "en"
    disable_default_redirect: bool = False
    disabled_languages: frozenset[str] = frozenset()
    ignore_files: tuple[str, ...] = ()
    build_drafts: bool = False
    build_future: bool = False
    build_expired: bool = False
    refs_are_warnings: bool = False
    unsafe_html: bool = False
    allowed_content: tuple[str, ...] | None = None
    mounts: tuple[Mount, ...] = ()
    static_mounts: tuple[Mount, ...] = (Mount("static"),)
    environment: str = "production"
    hugo_version: versions.Version = versions.NEWEST
    foreign_content: frozenset[str] = frozenset()
    foreign_formats: bool = False
    layouts: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    ignored_logs: frozenset[str] = frozenset()
    removed: tuple[Removed, ...] = ()
    judged_files: tuple[tuple[str, str], ...] = ()
    judged_variables: tuple[tuple[str, str], ...] = ()
    notes: tuple[Note, ...] = ()
    files: tuple[str, ...] = ()
    content_mounts: tuple[Mount, ...] = field(init=False, repr=False, compare=False)
    only_folder: OnlyFolder | None = field(init=False, repr=False, compare=False)
    taxonomy_keys: frozenset[str] = field(init=False, repr=False, compare=False)
    """The front matter keys of all taxonomies of all languages, in lower case: rules ask at each page."""
    places: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """Where files belong, as `paths.locations` found it: each is asked for several times before there is a
    site, and hardly ever after that."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "content_mounts", self.mounts or tuple(self._content_folders()))
        object.__setattr__(self, "only_folder", self._only_folder())
        keys = (taxonomy.plural for language in self.languages for taxonomy in language.taxonomies)
        object.__setattr__(self, "taxonomy_keys", frozenset(keys))

    def _content_folders(self) -> Iterator[Mount]:
        """The content folder of each language; several may share one, and each has all pages of it.

        The project's own folder is the default language's alone (modules/collect.go: dropLang).
        """
        owners: defaultdict[str, list[str]] = defaultdict(list)
        for language in self.languages:
            owner = language if language.own_content_dir else self.default
            owners[language.content_dir].append(owner.code)
        return (Mount(folder, languages=tuple(dict.fromkeys(codes))) for folder, codes in owners.items())

    def _only_folder(self) -> OnlyFolder | None:
        mount, *others = self.content_mounts or (Mount("."),)
        source, languages = mount.source, mount.languages
        if others or self.ignore_files or mount != Mount(source, languages=languages) or source in ("", "."):
            return None
        language = self.language(languages[0]) if len(languages) == 1 else None
        return None if language is None else OnlyFolder(f"{source}/", language)

    def language(self, code: str) -> Language | None:
        """The built language with this code, in lower case."""
        for language in self.languages:  # few, and asked for all the time
            if language.code == code:
                return language
        return None

    def allows_content(self, media_type: str) -> bool:
        """Whether Hugo's policy lets it build content of this type (security.allowContent).

        Without a policy of the project, it refuses HTML and Org.
        """
        if self.allowed_content is None:
            since = {"text/html": versions.HTML_REFUSED, "text/org": versions.ORG_REFUSED}.get(media_type)
            return since is None or self.hugo_version < since
        return found_in(media_type, self.allowed_content)

    @property
    def default(self) -> Language:
        """The default content language; the first one where that is not built."""
        return self.language(self.default_language) or self.languages[0]

    @property
    def content_sources(self) -> tuple[str, ...]:
        """The folders and files that content comes from, each once."""
        return tuple(dict.fromkeys(mount.source for mount in self.content_mounts))
