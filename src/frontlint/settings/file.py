"""A configuration file, read and held against its schema: strict, with the line of whatever is wrong."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.base.errors import UsageError
from frontlint.base.opener import read_through
from frontlint.base.shown import shown_path
from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.findings.finding import Severity
from frontlint.frontmatter.depth import KEPT
from frontlint.frontmatter.document import Data, Document, Fence, Format, Value
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.route import Route
from frontlint.schema.load import load
from frontlint.schema.validate import Checker
from frontlint.schema.violation import Violation
from frontlint.settings.find import ConfigFile
from frontlint.settings.model import Origin


class SettingsFile:
    """A configuration file, read and checked; knows the line of every entry."""

    def __init__(self, file: ConfigFile) -> None:
        self.shown = shown_path(file.path)
        self.document = _read(file, self.shown)
        _check(self.document, self.shown, file.table)

    @property
    def data(self) -> Data:
        return self.document.data

    def origin(self, *route: str | int) -> Origin:
        """The file and line where an entry is written."""
        places = self.document.places
        nearest = places.nearest(route)
        span = places.value(nearest)
        if nearest and isinstance(nearest[-1], str):
            span = places.key(nearest)
        return Origin(self.shown, self.document.source.lines.line_column(span.start)[0])

    def error(self, message: str, *route: str | int) -> UsageError:
        """A mistake at an entry."""
        origin = self.origin(*route)
        return UsageError(message, origin.where, origin.line)


def _read(file: ConfigFile, shown: str) -> Document:
    try:
        source = decode(shown, read_through(file.path))
    except OSError as error:
        raise UsageError(f"the configuration cannot be read: {error.strerror}", shown) from None
    text = source.text
    if source.bad_bytes:
        line = source.lines.line_column(source.bad_bytes[0].offset)[0]
        raise UsageError("the configuration is not UTF-8: save it as UTF-8", shown, line)
    from frontlint.frontmatter.toml.reader import read_toml  # a site may do without settings

    reading = read_toml(text, 0, len(text))
    if reading.problems:
        from frontlint.settings.no_toml import what_is_wrong  # most settings are TOML

        line, words = what_is_wrong(source, reading.problems[0])
        raise UsageError(f"the configuration is not TOML: {words}", shown, line)
    fence = Fence(Format.TOML, Span(0, 0), Span(0, len(text)), Span(len(text), len(text)), len(text))
    data, places = _table(reading.data, reading.places, file.table)
    ours = (route for route in reading.places if route[: len(file.table)] == file.table)
    deep = next((route for route in ours if len(route) >= KEPT), None)
    if deep is not None:
        line = source.lines.line_column(reading.places.value(deep).start)[0]
        raise UsageError(f"settings nest at most {KEPT} levels deep; write fewer brackets", shown, line)
    return Document(source, Format.TOML, fence, data, places)


def _table(data: Data, places: Places, table: Route) -> tuple[Data, Places]:
    """The part of a file that is ours, with its places."""
    if not table:
        return data, places
    inner: Value = data
    for step in table:
        inner = inner[str(step)] if isinstance(inner, dict) else None
    whole = places.value(places.nearest(table))
    below = Places(whole.start, whole.end)
    rows: dict[Route, int] = {(): 0}
    for route in places:
        sub = route[len(table) :]
        if sub and route[: len(table)] == table:
            key, value = places.key(route), places.value(route)
            rows[sub] = below.add(rows.get(sub[:-1], 0), sub[-1], key.start, key.end, value.start, value.end)
    return inner if isinstance(inner, dict) else {}, below


def _check(document: Document, shown: str, table: Route) -> None:
    """Holds the file against `frontlint.schema.json`; the first thing that is wrong is said."""
    library = load("frontlint")
    checker = Checker(library, "configuration")
    _check_spelling(checker, document, shown)
    violations = checker.violations(document)
    serious = [violation for violation in violations if violation.severity is not Severity.INFO]
    if serious:
        first = _telling(serious, min(serious, key=lambda violation: _start(document, violation)))
        line = document.source.lines.line_column(_start(document, first))[0]
        from frontlint.settings.complaints import sentence  # most settings are sound
        from frontlint.settings.known import Known

        raise UsageError(sentence(first, document.data, Known(library.root.schema, table)), shown, line)


def _telling(violations: Sequence[Violation], first: Violation) -> Violation:
    """The violation itself; of a table that lacks a setting and has an unknown one, that: it is misspelt."""
    if first.rule != "missing-field":
        return first
    beside = (one for one in violations if one.rule == "unknown-field" and one.route[:-1] == first.route[:-1])
    return next(beside, first)


def _check_spelling(checker: Checker, document: Document, shown: str) -> None:
    """Front matter may write keys in any case; in a configuration nothing may be passed over."""
    for route, written in checker.shape.fit(document.data).spelled.items():
        place = document.places.key((*route[:-1], written))
        line = document.source.lines.line_column(place.start)[0]
        raise UsageError(f"`{written}` is not a setting: write `{route[-1]}`, in small letters", shown, line)


def _start(document: Document, violation: Violation) -> int:
    nearest = document.places.nearest(violation.route)
    return document.places.key(nearest).start if nearest else document.places.value(()).start
