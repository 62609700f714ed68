"""A new page: its path, its front matter and what would speak against it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from posixpath import basename, dirname

from frontlint.author.examples import candidates
from frontlint.author.ids import fresh_id
from frontlint.author.refused import RefusedError
from frontlint.author.state import State
from frontlint.base.errors import UsageError
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.suggest import close_to
from frontlint.findings.finding import Finding, Severity
from frontlint.frontmatter.document import Data, Document, Format, Value
from frontlint.handlers import FrontlintJSONHandler, FrontlintTOMLHandler, FrontlintYAMLHandler
from frontlint.hugo.content.paths import Location, content_path, is_content, locate, take_apart
from frontlint.hugo.pages.publication import ClaimKind
from frontlint.hugo.values.gopath import lower
from frontlint.schema.catalog import Catalog, PageKind, PatternRoot
from frontlint.schema.validate import Checker, Violation
from frontlint.website.marks import MARKS

_DATES = frozenset({"date", "lastmod", "publishdate", "modified", "pubdate"})
_IDS = frozenset({"resourceid", "itemid"})
_TYPES = frozenset({"resourcetype", "itemtype", "classificationtype"})
_ROUNDS = 40
_SAMPLE = 40
_LOOKED_AT = 400
_FIRST_TYPE = "blog"
_SPELLED = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:Z|[+-][0-9:]{5})"
_YEAR = lazy_pattern(r"(?:19|20)[0-9]{2}")
_TIME = lazy_pattern(_SPELLED)
_QUOTED_TIME = lazy_pattern(rf"^([ ]*+[\w-]+): '({_SPELLED})'$")


class NewPage(NamedTuple):
    """A page that is not written yet; `examples` are the keys whose values are made up."""

    path: str
    data: bytes
    examples: tuple[str, ...]


def new_page(state: State, kind_name: str, title: str, at: Path | None) -> NewPage:
    """A valid page of a kind, checked in its site.

    Raises UsageError for an unknown kind, and for what would collide or would not be valid.
    """
    settings = state.request.settings
    kind = kind_named(settings.kinds, kind_name)
    if not title.strip():
        raise UsageError("a page needs a title")
    path = _path(state, kind, title.strip()) if at is None else _given(state, at)
    _must_be_free(state, path)
    catalog = Catalog(settings.kinds, settings.root, settings.prefix, settings.wall)
    work = _Work(state, kind, catalog.checker(kind), path, title.strip())
    data = work.filled()
    page = NewPage(path, work.written(data), ())
    while problems := _new_problems(state, page):
        changed = work.other_examples(data, problems)
        if changed is None:
            told = tuple(f"{one.path}: {one.rule}: {one.message}" for one in problems)
            raise RefusedError("the page is not written, because the site would have new problems", told)
        data, page = changed, NewPage(path, work.written(changed), ())
    found = catalog.kind_of(path, data, state.config)
    if found is None or found.name != kind.name:
        other = f"a page of the kind {found.name}" if found else "a page of no kind"
        patterns = ", ".join(kind.files)
        raise UsageError(f"it would be {other}: {kind.name} is for {patterns}", path)
    _must_not_collide(state.then({path: page.data}), path)
    return page._replace(examples=tuple(work.examples))


def kind_named(kinds: Iterable[PageKind], name: str) -> PageKind:
    """The kind that the user names, in any case. Raises UsageError for an unknown one."""
    known = {kind.name.lower(): kind for kind in reversed(tuple(kinds))}
    if name.lower() not in known:
        near = close_to(name, known)
        hint = f"did you mean `{near}`?" if near else f"there are {', '.join(sorted(known))}"
        raise UsageError(f"there is no schema `{name}`; {hint}")
    return known[name.lower()]


def slug_of(title: str, *, plain: bool = False) -> str:
    """A title as a name in a URL: small letters and digits, hyphens between; `plain` drops accents.

    >>> slug_of("Don't Panic: 42 Answers!")
    'dont-panic-42-answers'
    """
    if plain:
        from unicodedata import combining, normalize  # few sites ask for it

        title = "".join(char for char in normalize("NFKD", title) if not combining(char))
    kept = "".join(char if char.isalnum() else "" if char in "'’" else " " for char in lower(title))
    return "-".join(kept.split())


def _given(state: State, at: Path) -> str:
    project = state.request.project.resolve()
    whole = Path(os.path.normpath(at.absolute()))
    path = os.path.relpath(whole.parent.resolve() / whole.name, project).replace(os.sep, "/")
    if not is_content(path):
        raise UsageError("the path needs the extension of a page, such as .md", str(at))
    outside = any(path.startswith(f"{out}/") for out in state.config.outside)
    if outside or locate(path, state.config) is None:
        raise UsageError("it is not in the content of the site", str(at))
    return path


def _path(state: State, kind: PageKind, title: str) -> str:
    """Where most pages of the kind are, in the form that they have; else where its patterns lead."""
    slug = slug_of(title, plain=state.config.default.remove_path_accents)
    if not slug:
        raise UsageError("no name can be made of this title: name the file with --path")
    places = Counter(place for path in _like(state, kind) if (place := _place(state, path)) is not None)
    if places:
        folder, name = min(places, key=lambda place: (-places[place], len(place[0]), place))
    else:
        folder, name = _by_pattern(state, kind)
    return f"{folder}/{slug}/{name}" if "." in name[1:] else f"{folder}/{slug}{name}"


def _like(state: State, kind: PageKind) -> Iterator[str]:
    """Some pages of the kind."""
    settings = state.request.settings
    catalog = Catalog(settings.kinds, settings.root, settings.prefix, settings.wall)
    likely = [path for path in state.content if kind.matches(_rooted(state, kind, path))]
    for path in likely[:: len(likely) // _LOOKED_AT + 1]:
        with suppress(OSError):
            found = catalog.kind_of(path, state.document(path).data, state.config)
            if found is not None and found.name == kind.name:
                yield path


def _place(state: State, path: str) -> tuple[str, str] | None:
    """The folder that a page of the kind is in, and its form: `index.md`, `_index.md` or `.md`."""
    parts = take_apart(basename(path), state.config)
    location = locate(path, state.config)
    if location is None or location.language != state.config.default.code or parts.code:
        return None
    if state.owner(path) is not None:
        return None
    if parts.stem in ("index", "_index"):
        above = dirname(dirname(path))
        form = f"{parts.stem}.{parts.extension}"
        return (_this_year(above, state), form) if locate(f"{above}/x.md", state.config) else None
    return _this_year(dirname(path), state), f".{parts.extension}"


def _this_year(folder: str, state: State) -> str:
    """A folder of a year's pages: new ones belong to that of this year."""
    if not _YEAR.fullmatch(basename(folder)):
        return folder
    return f"{dirname(folder)}/{_moment(state.request.clock, state)[:4]}"


def _rooted(state: State, kind: PageKind, path: str) -> str:
    if kind.rooted is PatternRoot.SETTINGS:
        return state.request.settings.prefix + path
    return (content_path(path, state.config) or f"/{path}")[1:]


def _by_pattern(state: State, kind: PageKind) -> tuple[str, str]:
    first = next((file for file in kind.files if not file.startswith("!")), "**")
    head = first.partition("*")[0].partition("?")[0].partition("[")[0].strip("/")
    if kind.rooted is PatternRoot.CONTENT:
        head = f"{state.config.default.content_dir}/{head}".rstrip("/")
    else:
        head = head.removeprefix(state.request.settings.prefix)
    if kind.schema == "resource":
        return f"{head}/{_FIRST_TYPE}", "index.md"
    last = basename(first)
    form = "_index.md" if last.startswith("_index") else "index.md" if last.startswith("index") else ".md"
    return head or state.config.default.content_dir, form


def _must_be_free(state: State, path: str) -> None:
    project = state.request.project
    if os.path.lexists(project / path):
        raise UsageError("it exists already, and nothing is overwritten", path)
    location = locate(path, state.config)
    if location is None:
        raise UsageError("it is not in the content of the site", path)
    there = state.site.at(location.language, location.logical_path)
    if there is not None and there.path is not None:
        raise UsageError(f"`{there.path}` is this page already", path)


class _Work:
    """Fills the front matter until the schema has no more to ask for."""

    def __init__(self, state: State, kind: PageKind, checker: Checker, path: str, title: str) -> None:
        self._state, self._kind, self._checker = state, kind, checker
        self._path, self._title = path, title
        self._location: Location | None = locate(path, state.config)
        self._id = ""
        self._tried: dict[str, Iterator[Value]] = {}
        self.examples: list[str] = []

    def filled(self) -> Data:
        """The front matter. Raises UsageError where the schema cannot be satisfied."""
        data: Data = {"title": self._title, **dict(self._kind.when.equals)}
        for key in self._kind.when.has:
            self._add(data, key)
        if self._kind.when.any and not self._required & set(self._kind.when.any):
            self._add(data, self._kind.when.any[0])
        for _ in range(_ROUNDS):
            found = self._violations(data)
            if not found:
                break
            for violation in found:
                self._correct(data, violation)
        left = [one for one in self._violations(data) if one.severity.at_least(Severity.WARNING)]
        if left:
            raise UsageError(
                f"the schema {self._kind.schema} asks for what frontlint cannot make up: {left[0].message}"
            )
        self._with_alias(data)
        return data

    @property
    def _required(self) -> set[str]:
        """The keys that the schema always asks for."""
        required = self._checker.library.root.schema.get("required")
        return {key for key in required if isinstance(key, str)} if isinstance(required, list) else set()

    def other_examples(self, data: Data, problems: Sequence[Finding]) -> Data | None:
        """The front matter with other examples where there are problems; None where there are no others."""
        changed = dict(data)
        for problem in problems:
            key = str(problem.field[0]) if problem.field and problem.path == self._path else ""
            following = next(self._tried[key], None) if key in self._tried else None
            if following is not None:
                changed[key] = self._now(following)
        return changed if changed != data else None

    def _now(self, value: Value) -> Value:
        """An example with the time of now for the one that it has."""
        if isinstance(value, dict):
            return {key: self._now(inner) for key, inner in value.items()}
        if isinstance(value, list):
            return [self._now(item) for item in value]
        if isinstance(value, str) and _TIME.fullmatch(value):
            return _moment(self._state.request.clock, self._state)
        return value

    def _violations(self, data: Data) -> list[Violation]:
        document = State.parse(self._path, self.written(data))
        found = self._checker.violations(document)
        return [
            one for one in found if one.rule == "missing-field" or one.severity.at_least(Severity.WARNING)
        ]

    def _correct(self, data: Data, violation: Violation) -> None:
        key = str(violation.route[0]) if violation.route else ""
        if len(violation.route) == 1 and violation.rule == "missing-field":
            self._add(data, key)
        elif key in self._tried:
            following = next(self._tried[key], None)
            if following is not None:
                data[key] = self._now(following)

    def _add(self, data: Data, key: str) -> None:
        if key in data:
            return
        own = self._own(key)
        if own is not None:
            data[key] = own
            return
        self._tried[key] = candidates(self._checker.shape.child(key), self._title)
        value = next(self._tried[key], None)
        data[key] = self._title if value is None else self._now(value)
        self.examples.append(key)

    def _own(self, key: str) -> Value:
        """What the site knows itself: dates, ids, types by the folder, terms that have pages."""
        name = key.lower()
        if name in _DATES:
            return _moment(self._state.request.clock, self._state)
        if name in _IDS:
            self._id = self._id or fresh_id(self._state.site)
            return self._id
        if name in _TYPES:
            return self._folder_type(name)
        if name == "slug":
            return slug_of(self._title)
        return self._terms(name) if name in self._state.config.taxonomy_keys else None

    def _folder_type(self, name: str) -> str | None:
        parts = (self._location.logical_path if self._location else "").strip("/").split("/")
        if parts[0] == "resources" and name != "classificationtype":
            return parts[1] if len(parts) > 2 else _FIRST_TYPE
        return parts[0] if len(parts) > 1 else None

    def _terms(self, name: str) -> list[Value] | None:
        """The term that most pages have."""
        uses = Counter(
            term.text
            for term, users in self._state.site.terms.users.items()
            if term.taxonomy.plural == name and term.language == self._state.config.default.code
            for _ in users
        )
        return [min(uses, key=lambda text: (-uses[text], text))] if uses else None

    def _with_alias(self, data: Data) -> None:
        """The short link that belongs to the page's id."""
        if not self._id or MARKS.isdisjoint(key.lower() for key in data):
            return
        key = next((key for key in data if key.lower() == "aliases"), "aliases")
        if key in self.examples:
            self.examples.remove(key)
        data[key] = [f"/resources/{self._id}"]

    def written(self, data: Data) -> bytes:
        """The page as text, in the format that most pages around it have."""
        match self._format:
            case Format.TOML:
                text = f"+++\n{FrontlintTOMLHandler().export(dict(data))}\n+++\n"
            case Format.JSON:
                text = f"{FrontlintJSONHandler().export(dict(data))}\n"
            case _:
                lines = FrontlintYAMLHandler().export(dict(data)).split("\n")
                text = "\n".join(["---", *(_QUOTED_TIME.sub(r"\1: \2", line) for line in lines), "---", ""])
        return text.encode()

    @property
    def _format(self) -> Format:
        if "_found" not in vars(self):
            self._found = _usual_format(self._state, self._path)
        return self._found


def _usual_format(state: State, path: str) -> Format:
    """The format of most pages of the same section."""
    parts = path.split("/")
    near = [other for other in state.content if other.split("/")[:2] == parts[:2]] or list(state.content)
    formats = Counter(_format_of(state, other) for other in near[:_SAMPLE])
    formats.pop(Format.NONE, None)
    formats.pop(Format.ORG, None)
    return max(formats, key=lambda one: formats[one]) if formats else Format.YAML


def _format_of(state: State, path: str) -> Format:
    try:
        found: Document = state.document(path)
    except OSError:
        return Format.NONE
    return found.format


def _moment(clock: datetime, state: State) -> str:
    """Now, in the site's own time zone."""
    text = clock.astimezone(state.config.default.zone).replace(microsecond=0).isoformat()
    return text.removesuffix("+00:00") + "Z" if text.endswith("+00:00") else text


def _new_problems(state: State, page: NewPage) -> list[Finding]:
    """What `check` would find in the site with the page and does not find without it."""
    after = state.then({page.path: page.data})
    known = Counter((one.rule, one.path, one.message) for one in state.findings)
    return [one for one in after.findings if not _seen(known, (one.rule, one.path, one.message))]


def _seen(known: Counter[tuple[str, str, str]], key: tuple[str, str, str]) -> bool:
    known[key] -= 1
    return known[key] >= 0


def _must_not_collide(after: State, path: str) -> None:
    """Raises UsageError where an address or an alias of the page is somebody else's already."""
    for group in after.site.claims.values():
        ours = [claim for claim in group if claim.page.path == path]
        others = [claim for claim in group if claim.page.path != path and claim.why is not ClaimKind.REDIRECT]
        if ours and others:
            owner = others[0].page.path or others[0].page.logical_path
            raise UsageError(f"the address {ours[0].url} belongs to `{owner}` already", path)
        if ours and group[0].output.lstrip("/") in after.site.static_files:
            raise UsageError(f"the address {ours[0].url} belongs to a static file already", path)
