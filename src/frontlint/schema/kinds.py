"""Kinds of pages: which there are, and which one a page is, by its path and its own marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import TYPE_CHECKING

from frontlint.base.choice import StrEnum
from frontlint.base.record import dataclass, field
from frontlint.frontmatter.document import Data, Value
from frontlint.hugo.values.keys import folded

if TYPE_CHECKING:
    from frontlint.patterns.gitignore import GitIgnore

_MOST_KEYS = 100
_MOST_SETS = 256
"""What is remembered of sets of keys, which come from pages."""

BUILT_IN_PATTERNS: Mapping[str, str] = {
    "/tags/**/_index.*": r"^tags(?:/.+)?/_index\.[^/]*(?:/|$)",
    "/categories/**/_index.*": r"^categories(?:/.+)?/_index\.[^/]*(?:/|$)",
    "/concepts/**/_index.*": r"^concepts(?:/.+)?/_index\.[^/]*(?:/|$)",
    "/resources/**": r"^resources/",
    "/resources/**/_index.*": r"^resources(?:/.+)?/_index\.[^/]*(?:/|$)",
    "!_index.*": r"^(?:.+/)?_index\.[^/]*(?:/|$)",
}
"""The patterns of the kinds in the box, as expressions; a test holds the two together."""


class PatternRoot(StrEnum):
    """Where the patterns of a kind start from."""

    CONTENT = "content"
    """The content folder of the page's language; the built-in kinds."""
    SETTINGS = "settings"
    """The folder of the configuration file; the kinds that it defines."""


@dataclass(frozen=True)
class When:
    """A test on the front matter; all parts must hold. Keys are read in any case, as Hugo does.

    `has` all of these keys, `any` at least one of them, `lacks` none of them, `equals` these values.
    """

    has: tuple[str, ...] = ()
    any: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    equals: Mapping[str, Value] = field(default_factory=dict)

    def holds(self, folded: Mapping[str, str], data: Data) -> bool:
        """Whether a page passes; `folded` leads from keys in lower case to those of `data`."""
        return self.has_keys(folded.keys()) and self.has_values(folded, data)

    def has_values(self, folded: Mapping[str, str], data: Data) -> bool:
        """Whether a page with the right keys has the right values, too."""
        return not self.equals or all(
            name.lower() in folded and _same(data[folded[name.lower()]], value)
            for name, value in self.equals.items()
        )

    def has_keys(self, keys: AbstractSet[str]) -> bool:
        """Whether a page with these keys, in lower case, may pass, whatever their values."""
        if self._any and self._any.isdisjoint(keys):
            return False
        return keys >= self._has and self._lacks.isdisjoint(keys)

    @cached_property
    def asked(self) -> frozenset[str]:
        """Keys, in lower case, of which a page must have at least one; empty where it needs none."""
        return self._has | self._any | {key.lower() for key in self.equals}

    @cached_property
    def _has(self) -> frozenset[str]:
        return frozenset(key.lower() for key in self.has)

    @cached_property
    def _any(self) -> frozenset[str]:
        return frozenset(key.lower() for key in self.any)

    @cached_property
    def _lacks(self) -> frozenset[str]:
        return frozenset(key.lower() for key in self.lacks)


@dataclass(frozen=True)
class PageKind:
    """A kind of pages: gitignore patterns of their files, a test on their front matter, their schema.

    `schema` is the name of a built-in schema or the path of a file, from the folder of the configuration.
    `origin` says who defined it: the file and line of the configuration, or that it is built in.
    """

    name: str
    files: tuple[str, ...]
    schema: str
    when: When = field(default_factory=When)
    rooted: PatternRoot = PatternRoot.SETTINGS
    origin: str = "built in"

    def matches(self, path: str) -> bool:
        """Whether the patterns hold a path; as in gitignore, the last that matches decides."""
        if self.files == ("**",):
            return True
        if self._built_in is None:
            return self._own.last_match(path)
        wanted = False
        indexed = "_index." in path
        for include, folder, pattern, of_index in self._built_in:
            if (
                include is not wanted
                and (indexed or not of_index)
                and path.startswith(folder)
                and pattern.search(path)
            ):
                wanted = include
        return wanted

    def may_match(self, folder: str) -> bool:
        """Whether the patterns may hold a path whose first folder this is, empty for none."""
        return self._built_in is None or any(
            include and (not above or above == f"{folder}/") for include, above, *_ in self._built_in
        )

    @cached_property
    def _own(self) -> GitIgnore:
        from frontlint.patterns.gitignore import GitIgnore  # most sites bring no schema

        return GitIgnore(self.files)

    @cached_property
    def _built_in(self) -> tuple[tuple[bool, str, re.Pattern[str], bool], ...] | None:
        """The patterns of a kind in the box, which most pages are held against: known beforehand.

        Each with what a path that it holds begins with, and whether `_index.` has to be in it.
        """
        if not all(file in BUILT_IN_PATTERNS for file in self.files):
            return None
        return tuple(
            (
                file[0] != "!",
                file.partition("*")[0][1:] if file[0] == "/" else "",
                re.compile(BUILT_IN_PATTERNS[file]),
                "_index." in file,
            )
            for file in self.files
        )


class Kinds:
    """The kinds of one run, in their order; the first that a page belongs to is its kind."""

    def __init__(self, kinds: Iterable[PageKind]) -> None:
        self._all = tuple(kinds)
        # A site has few sets of keys, and few folders at its top.
        self._candidates: dict[tuple[tuple[str, ...], str], tuple[PageKind, ...]] = {}

    def __iter__(self) -> Iterator[PageKind]:
        return iter(self._all)

    def of(self, data: Data, inside: str | None, path: str) -> PageKind | None:
        """The kind of a page, None where there is none.

        Its path is `inside` from the content folder, if it is there, and `path` from the settings.
        """
        written, top = tuple(data), inside.partition("/")[0] if inside else ""
        known = self._candidates.get((written, top))
        for kind in self._remembered(written, top) if known is None else known:
            place = inside if kind.rooted is PatternRoot.CONTENT else path
            # The front matter first: it sends most pages on without a look at their path.
            if (
                place is not None
                and (not kind.when.equals or kind.when.has_values(folded(data), data))
                and kind.matches(place)
            ):
                return kind
        return None

    def _remembered(self, written: tuple[str, ...], top: str) -> tuple[PageKind, ...]:
        """The kinds that a page with these keys may be of, in a folder of the content."""
        keys = frozenset(map(str.lower, written))
        found = tuple(kind for kind in self._all if kind.when.has_keys(keys) and _may_hold(kind, top))
        if len(written) <= _MOST_KEYS and len(self._candidates) < _MOST_SETS:
            self._candidates[written, top] = found
        return found


def _may_hold(kind: PageKind, top: str) -> bool:
    return kind.rooted is not PatternRoot.CONTENT or kind.may_match(top)


def _same(value: Value, wanted: Value) -> bool:
    return type(value) is type(wanted) and value == wanted


def _term_page(name: str, folder: str, schema: str, when: When) -> PageKind:
    return PageKind(name, (f"/{folder}/**/_index.*",), schema, when, PatternRoot.CONTENT)


def _resource(name: str, when: When, files: tuple[str, ...] = ("/resources/**",)) -> PageKind:
    return PageKind(name, files, name, when, PatternRoot.CONTENT)


_TERM = When(any=("ClassificationType", "ItemKind"))
_OLD_TERM = When(any=("Instructions", "ResourceId", "trustpilot", "BodyContentGenDate"))
_RESOURCE_TODAY = ("ItemKind", "ItemId", "ItemType", "tldr", "lastmod", "short_title")
_SECTION = ("resourceType", "resourceTypes", "resourceIsSection")

BUILT_IN_KINDS: tuple[PageKind, ...] = (
    _term_page("tag", "tags", "tag", _TERM),
    _term_page("category", "categories", "category", _TERM),
    _term_page("concept", "concepts", "concept", _TERM),
    *(
        _term_page("legacy-classification", folder, "legacy-classification", _OLD_TERM)
        for folder in ("tags", "categories", "concepts")
    ),
    _resource("resource", When(has=("ResourceId",), any=_RESOURCE_TODAY)),
    _resource("section", When(any=_SECTION, lacks=("ResourceId",)), ("/resources/**/_index.*",)),
    _resource("legacy-resource", When(any=("ResourceId", "ResourceImport"))),
    _resource("legacy-resource", When(has=("ResourceType",)), ("/resources/**", "!_index.*")),
    _resource("legacy-resource", When(has=("id", "coverImage"))),
    PageKind("page", ("**",), "page", When(), PatternRoot.CONTENT),
)
"""The kinds in the box, first match wins. A page without the website's own marks is always a `page`."""
