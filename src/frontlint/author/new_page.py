"""A new page: its path, its front matter and what would speak against it."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from frontlint.author.examples import candidates
from frontlint.author.ids import fresh_id
from frontlint.author.new_path import FIRST_TYPE, given_path, kind_named, slug_of, usual_path
from frontlint.author.refused import RefusedError
from frontlint.author.state import State
from frontlint.base.errors import UsageError
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Finding, Severity
from frontlint.frontmatter.document import Data, Document, Format, Value
from frontlint.handlers import FrontlintJSONHandler, FrontlintTOMLHandler, FrontlintYAMLHandler
from frontlint.hugo.content.paths import Location, locate
from frontlint.hugo.pages.publication import ClaimKind
from frontlint.hugo.values.kinds import Kind
from frontlint.schema.catalog import Catalog, PageKind
from frontlint.schema.validate import Checker
from frontlint.schema.violation import Violation
from frontlint.website.marks import MARKS

_DATES = frozenset({"date", "lastmod", "publishdate", "modified", "pubdate"})
_IDS = frozenset({"resourceid", "itemid"})
_TYPES = frozenset({"resourcetype", "itemtype", "classificationtype"})
_ROUNDS = 40
_SAMPLE = 40
_SPELLED = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(?:Z|[+-][0-9:]{5})"
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
        raise UsageError('a page needs a title: write `frontlint new tag "Flow Metrics"`')
    path = usual_path(state, kind, title.strip()) if at is None else given_path(state, at)
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


def _must_be_free(state: State, path: str) -> None:
    project = state.request.project
    if os.path.lexists(project / path):
        raise UsageError("it exists already, and frontlint overwrites nothing", path)
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
                f"the schema `{self._kind.schema}` needs what frontlint cannot invent: {left[0].message}"
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
            return parts[1] if len(parts) > 2 else FIRST_TYPE
        return parts[0] if len(parts) > 1 else None

    def _terms(self, name: str) -> list[Value] | None:
        """The term that most pages have; if no page has one, the title of the first term page."""
        uses = Counter(
            term.text
            for term, users in self._state.site.terms.users.items()
            if term.taxonomy.plural == name and term.language == self._state.config.default.code
            for _ in users
        )
        if uses:
            return [min(uses, key=lambda text: (-uses[text], text))]
        titles = (
            page.title
            for page in self._state.site.built
            if page.kind is Kind.TERM and page.logical_path.startswith(f"/{name}/") and page.title
        )
        first = next(titles, None)
        return None if first is None else [first]

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
