"""What decides URLs: the types of a Hugo project's configuration, after all its files are read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from frontlint.doc.document import Value
from frontlint.text.usage import UsageError


class ConfigError(UsageError):
    """The project's configuration cannot be used."""

    def __init__(self, message: str, path: str = "", line: int = 0) -> None:
        super().__init__(message, path or None, line or None)


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """One taxonomy. `plural` is the front matter key, `path` its logical path such as `/big-topics`."""

    singular: str
    plural: str
    path: str


@dataclass(frozen=True, slots=True)
class Target:
    """Which pages a cascade or a permalink is for; an empty field matches all (page_matcher.go).

    All are globs, in lower case.
    """

    path: str = ""
    kind: str = ""
    lang: str = ""
    environment: str = ""


@dataclass(frozen=True, slots=True)
class Permalink:
    """A pattern such as `/:sections/:slug/`, and the pages that it is for.

    `group` tells which entries may be tried in any order: Hugo walks the map form at random, so that two
    entries of one group that match a page are a toss. The list form has one group an entry.
    """

    target: Target
    pattern: str
    group: int = 0


@dataclass(frozen=True, slots=True)
class Cascade:
    """Front matter handed down to the pages that the target matches, keys in lower case."""

    target: Target
    values: Mapping[str, Value]


@dataclass(frozen=True, slots=True)
class DateOrder:
    """For each date, the fields and handlers (`:filename`, `:git`) that Hugo asks in turn, in lower case."""

    date: tuple[str, ...] = ("date", "publishdate", "pubdate", "published", "lastmod", "modified")
    lastmod: tuple[str, ...] = ("lastmod", "modified", "date", "publishdate", "pubdate", "published")
    publishdate: tuple[str, ...] = ("publishdate", "pubdate", "published", "date")
    expirydate: tuple[str, ...] = ("expirydate", "unpublishdate")

    @property
    def in_turn(self) -> tuple[tuple[str, ...], ...]:
        """The four lists in the order in which Hugo works through them."""
        return self.date, self.lastmod, self.publishdate, self.expirydate


@dataclass(frozen=True, slots=True)
class OutputFormat:
    """One output format, as far as it decides file names (output/outputFormat.go)."""

    name: str
    base_name: str
    suffix: str
    path: str = ""
    html: bool = False
    permalinkable: bool = False
    no_ugly: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One language and everything that may differ between languages.

    `prefix` is what its URLs start with, without slashes: `fr`, or nothing. `content_dir` is relative to
    the project, with `/`. `outputs` gives the names of the output formats for each kind.
    `base_path` is the path of `baseURL` as redirects have it, `link_base` what a page's `url` has of it.
    `ugly_urls` is true, false, or says it for each first path segment.
    """

    code: str
    weight: int = 0
    content_dir: str = "content"
    prefix: str = ""
    taxonomies: tuple[Taxonomy, ...] = ()
    permalinks: tuple[Permalink, ...] = ()
    cascade: tuple[Cascade, ...] = ()
    dates: DateOrder = DateOrder()
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
    pluralize_list_titles: bool = True
    base_path: str = ""
    link_base: str = ""
    outputs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    formats: Mapping[str, OutputFormat] = field(default_factory=dict)
    title: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """A Hugo project's settings, as far as they decide URLs.

    `languages` are those that are built, in Hugo's order; `disabled_languages` the codes of the others.
    `build_drafts`, `build_future` and `build_expired` switch on for all languages what each may say itself.
    `notes` are sentences about settings that frontlint does not follow, to be said once.
    `files` are the configuration files that were read, from the project's root. `hugo_version` is
    `(0, 168)`: from 0.167 on the slug of a branch page renames what lies below it. `allowed_content` are
    the patterns of `security.allowContent`, None where the project does not set it.
    """

    languages: tuple[Language, ...]
    default_language: str = "en"
    default_in_subdir: bool = False
    disable_default_redirect: bool = False
    disabled_languages: frozenset[str] = frozenset()
    ignore_files: tuple[str, ...] = ()
    build_drafts: bool = False
    build_future: bool = False
    build_expired: bool = False
    refs_are_warnings: bool = False
    unsafe_html: bool = False
    allowed_content: tuple[str, ...] | None = None
    static_dirs: tuple[str, ...] = ("static",)
    environment: str = "production"
    hugo_version: tuple[int, int] = (0, 168)
    notes: tuple[str, ...] = ()
    files: tuple[str, ...] = ()

    def language(self, code: str) -> Language | None:
        """The built language with this code, in lower case."""
        return next((language for language in self.languages if language.code == code), None)

    def allows_content(self, media_type: str) -> bool:
        """Whether Hugo's policy lets it build content of this type (security.allowContent).

        Without a policy of the project, Hugo has refused HTML and Org since 0.166.
        """
        if self.allowed_content is None:
            return self.hugo_version < (0, 166) or media_type not in ("text/html", "text/org")
        return any(re.search(pattern, media_type) for pattern in self.allowed_content)

    @property
    def default(self) -> Language:
        """The default content language; the first one where that is not built."""
        return self.language(self.default_language) or self.languages[0]

    @property
    def content_dirs(self) -> tuple[str, ...]:
        """The folders that hold content, each once."""
        return tuple(dict.fromkeys(language.content_dir for language in self.languages))

    @property
    def taxonomy_keys(self) -> frozenset[str]:
        """The front matter keys of all taxonomies of all languages, in lower case."""
        return frozenset(taxonomy.plural for language in self.languages for taxonomy in language.taxonomies)
