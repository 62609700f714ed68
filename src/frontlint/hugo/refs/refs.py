"""Which page a `ref` or `relref` means, as Hugo looks it up (hugolib/pagecollections.go, site.go:refLink)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from frontlint.base.choice import StrEnum
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Language
from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.content.paths import content_path, parent_of
from frontlint.hugo.pages.node import output_names
from frontlint.hugo.pages.publication import Publication, SitePage
from frontlint.hugo.refs.refpaths import BadUrlError, RefPath, parse, path_of_url
from frontlint.hugo.values.gopath import join, lower
from frontlint.hugo.values.kinds import Bundle, Kind

_KEPT_WHEN_HIDDEN = (Kind.HOME, Kind.SECTION, Kind.TAXONOMY)
_PLAIN = lazy_pattern(r"(?:/[a-z0-9-]++)++(?<!/index)\Z")
# The one page beside the content that a ref finds.
_ERROR_PAGE = lazy_pattern(r"/?404(?:\.\w+)?/?")


class Status(StrEnum):
    """How a lookup ends."""

    FOUND = "found"
    EMPTY = "empty"
    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    NO_LANGUAGE = "no-language"
    NO_OUTPUT_FORMAT = "no-output-format"
    BAD_URL = "bad-url"


class Resolution(NamedTuple):
    """What a ref means: `page` where found, `candidates` where several fit.

    EMPTY is a ref without a path (`#part`, `""`): Hugo looks nothing up. `hidden` are pages that would be
    meant, were they built: drafts, expired and future ones. `path` is the path that Hugo looked up and
    names in its message, `language` the code of the language it looked in. A page that Hugo makes beside
    the content, such as `404`, is found without a `page`.
    """

    status: Status
    page: SitePage | None = None
    candidates: tuple[SitePage, ...] = ()
    hidden: tuple[SitePage, ...] = ()
    language: str = ""
    path: str = ""

    @property
    def ok(self) -> bool:
        """Hugo reports nothing."""
        return self.status in (Status.FOUND, Status.EMPTY)


def is_everywhere(path: str) -> bool:
    """Whether a path means the same on every page of a language: one from the root, without an extension."""
    return path[:1] == "/" and "." not in path and "%" not in path


class RefIndex:
    """The pages of a publication, ready to be looked up; one index a language, made when first asked for."""

    def __init__(self, publication: Publication, config: Config) -> None:
        self._publication = publication
        self._config = config
        self._built: dict[str, _Shelf] = {}
        self._hidden: dict[str, _Shelf] = {}
        self._files: frozenset[str] | None = None
        self._known: dict[tuple[str, ...], Resolution] = {}
        self._plain: defaultdict[str, dict[str, SitePage]] = defaultdict(dict)
        """The pages that bare paths mean wherever they are, by language: most refs are such."""

    def resolve(self, page: SitePage, path: str, lang: str = "", output_format: str = "") -> Resolution:
        """What `{{< ref "path" >}}` in the body of `page` means."""
        everywhere, code = is_everywhere(path), page.language
        plain = self._plain[code] if everywhere and not lang and not output_format else None
        if plain is not None and path in plain:
            return Resolution(Status.FOUND, plain[path], language=code, path=path)
        key = ("" if everywhere else page.path or page.logical_path, code, path, lang, output_format)
        if key in self._known:
            return self._known[key]
        found = self._resolve(page, path, lang, output_format)
        if plain is not None and found.status is Status.FOUND and found.page and found.path == path:
            plain[path] = found.page
        else:
            self._known[key] = found
        return found

    def _resolve(self, page: SitePage, path: str, lang: str, output_format: str) -> Resolution:
        code = lang or page.language
        language = self._config.language(code)
        if language is None:
            return Resolution(Status.NO_LANGUAGE, language=code, path=path)
        if _PLAIN.match(path) and (plain := self._shelf(code).by_path.get(path)) is not None:
            # What `_Lookup` comes to, too: the path has nothing to unescape, and its page is there.
            status = _status_of_format(plain, output_format, language)
            return Resolution(status, plain, language=code, path=path)
        try:
            wanted = path_of_url(path)
        except BadUrlError:
            return Resolution(Status.BAD_URL, language=code, path=path)
        if not wanted:
            return Resolution(Status.EMPTY, language=code)
        found = _Lookup(self._shelf(code), page, self._config, self._exists).find(wanted)
        if len(found) > 1:
            candidates = tuple(sorted(found, key=lambda one: one.logical_path))
            return Resolution(Status.AMBIGUOUS, candidates=candidates, language=code, path=wanted)
        if found:
            status = _status_of_format(found[0], output_format, language)
            return Resolution(status, found[0], language=code, path=wanted)
        if "404" not in language.disabled_kinds and _ERROR_PAGE.fullmatch(wanted):
            return Resolution(Status.FOUND, language=code, path=wanted)
        hidden = _Lookup(self._hidden_shelf(code), page, self._config, self._exists).find(wanted)
        return Resolution(Status.NOT_FOUND, hidden=tuple(hidden), language=code, path=wanted)

    def resolve_call(self, page: SitePage, call: RefCall) -> Resolution:
        """The same for a shortcode found by `shortcodes.scan`; one that Hugo never runs is EMPTY."""
        if call.in_html and not self._config.unsafe_html:
            return Resolution(Status.EMPTY, language=page.language)
        return self.resolve(page, call.path or "", call.lang, call.output_format)

    def target(self, page: SitePage, call: RefCall) -> SitePage | None:
        """The page of `resolve_call`: most refs mean one that they meant on another page, too."""
        if not (call.lang or call.output_format or call.in_html):
            known = self._plain[page.language].get(call.path or "")
            if known is not None:
                return known
        return self.resolve_call(page, call).page

    def _shelf(self, code: str) -> _Shelf:
        shelf = self._built.get(code)
        if shelf is None:
            kept = (page for page in self._pages(code) if page.built or page.kind in _KEPT_WHEN_HIDDEN)
            shelf = self._built[code] = _Shelf(kept)
        return shelf

    def _hidden_shelf(self, code: str) -> _Shelf:
        shelf = self._hidden.get(code)
        if shelf is None:
            shelf = self._hidden[code] = _Shelf(page for page in self._pages(code) if not page.built)
        return shelf

    def _pages(self, code: str) -> Iterator[SitePage]:
        return (page for page in self._publication.pages if page.language == code)

    def _exists(self, path: str) -> bool:
        """Whether there is a content file of this path, or a folder with one somewhere in it."""
        if self._files is None:
            files = {page.path for page in self._publication.pages if page.path}
            files |= {file.path for file in self._publication.dead}
            folders = {"/".join(parts[:end]) for parts in map(_parts, files) for end in range(1, len(parts))}
            self._files = frozenset(files | folders)
        return path in self._files


class _Shelf:
    """Pages by logical path and by last segment."""

    def __init__(self, pages: Iterable[SitePage]) -> None:
        self.by_path: dict[str, SitePage] = {page.logical_path: page for page in pages}

    @cached_property
    def by_name(self) -> Mapping[str, Sequence[SitePage]]:
        """Refs of a bare name ask for it: few sites have one."""
        found: dict[str, list[SitePage]] = {}
        for path, page in self.by_path.items():
            found.setdefault(path.rpartition("/")[2], []).append(page)
        return found


def _status_of_format(page: SitePage, output_format: str, language: Language) -> Status:
    """An output format that is asked for must be one that the page has, and the page must have a link."""
    if not output_format:
        return Status.FOUND
    has = page.url is not None and lower(output_format) in output_names(page.front, page.kind, language)
    return Status.FOUND if has else Status.NO_OUTPUT_FORMAT


class _Lookup:
    """One lookup from one page (pagecollections.go:getContentNode)."""

    def __init__(self, shelf: _Shelf, page: SitePage, config: Config, exists: Callable[[str], bool]) -> None:
        self._shelf = shelf
        self._page = page
        self._config = config
        self._exists = exists

    def find(self, ref: str) -> list[SitePage]:
        """The page, or all that a bare name fits; nothing where there is none."""
        trimmed = ref.removesuffix("/") if ref != "/" else ref
        wanted = trimmed or "/"
        if "." in wanted.rpartition("/")[2]:
            return self._look(wanted, trimmed, had_extension=True)
        if wanted == "/":
            return self._look("/_index.md", trimmed, had_extension=False)
        if wanted.endswith("/index"):
            found = self._look(f"{wanted}/index.md", trimmed, had_extension=False)
            if found:
                return found
        return self._look(f"{wanted}.md", trimmed, had_extension=False)

    def _look(self, ref: str, written: str, *, had_extension: bool) -> list[SitePage]:
        if not ref.startswith("/"):
            found = self._beside(ref, written, had_extension=had_extension)
            if found:
                return [found]
        if ref.startswith("."):
            return []
        parsed = parse(ref, self._config)
        found = self._at(parsed)
        if found is None and had_extension:
            home = self._shelf.by_path.get("/")
            found = self._real_file(home.path, written) if home and home.path else None
        if found is not None:
            return [found]
        return list(self._shelf.by_name.get(parsed.name, ())) if "/" not in written and parsed.name else []

    def _beside(self, ref: str, written: str, *, had_extension: bool) -> SitePage | None:
        """Relative to the page: to the folder that contains it, which for a leaf bundle is the one above."""
        climbs = had_extension and ref.startswith("../")
        found = self._at(parse(join(self._folder(own=climbs), ref), self._config))
        if found is None and had_extension and self._page.path:
            return self._real_file(self._page.path, written)
        return found

    def _folder(self, *, own: bool) -> str:
        """Where a relative ref starts; from a leaf bundle at the root no `..` leads anywhere."""
        page = self._page
        if page.bundle is Bundle.BRANCH or (own and page.bundle is Bundle.LEAF):
            return page.logical_path
        above = parent_of(page.logical_path)
        return "" if above == "/" and page.bundle is Bundle.LEAF else above

    def _at(self, parsed: RefPath) -> SitePage | None:
        return self._shelf.by_path.get(parsed.base)

    def _real_file(self, beside: str, ref: str) -> SitePage | None:
        """The content file or folder that really is at `ref`, seen from the file `beside`."""
        real = join(beside.rpartition("/")[0], ref)
        inside = content_path(f"{real}/", self._config)
        if inside is None or not self._exists(real):
            return None
        return self._at(parse(inside.removesuffix("/"), self._config))


def _parts(path: str) -> list[str]:
    return path.split("/")
