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
    def looked_at(self) -> frozenset[str]:
        """All keys, in lower case, whose presence makes a difference."""
        return self.asked | self._lacks

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
        for include, folder, pattern in self._built_in:
            if include is not wanted and path.startswith(folder) and pattern.search(path):
                wanted = include
        return wanted

    @cached_property
    def _own(self) -> GitIgnore:
        from frontlint.patterns.gitignore import GitIgnore  # most sites bring no schema

        return GitIgnore(self.files)

    @cached_property
    def _built_in(self) -> tuple[tuple[bool, str, re.Pattern[str]], ...] | None:
        """The patterns of a kind in the box, which most pages are held against: known beforehand.

        Each with what a path that it holds begins with.
        """
        if not all(file in BUILT_IN_PATTERNS for file in self.files):
            return None
        return tuple(
            (
                file[0] != "!",
                file.partition("*")[0][1:] if file[0] == "/" else "",
                re.compile(BUILT_IN_PATTERNS[file]),
            )
            for file in self.files
        )


class Kinds:
    """The kinds of one run, in their order; the first that a page belongs to is its kind."""

    def __init__(self, kinds: Iterable[PageKind]) -> None:
        self._all = tuple(kinds)
        self._looked_at = frozenset(key for kind in self._all for key in kind.when.looked_at)
        # The pages of a site have few different sets of the keys that kinds look at.
        self._candidates: dict[frozenset[str], tuple[PageKind, ...]] = {}

    def __iter__(self) -> Iterator[PageKind]:
        return iter(self._all)

    def of(self, data: Data, paths: Mapping[PatternRoot, str | None]) -> PageKind | None:
        """The kind of a page, None where there is none; `paths` are its path from each root, if inside."""
        spelled = folded(data)
        keys = self._looked_at.intersection(spelled)
        if keys not in self._candidates:
            self._candidates[keys] = tuple(kind for kind in self._all if kind.when.has_keys(keys))
        for kind in self._candidates[keys]:
            path = paths[kind.rooted]
            # The front matter first: it sends most pages on without a look at their path.
            if path is not None and kind.when.has_values(spelled, data) and kind.matches(path):
                return kind
        return None


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
