"""Dates: what Hugo takes for one, and which field or handler gives which date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import compress

from frontlint.base.latest import same
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import DateOrder
from frontlint.hugo.fields.layouts import read_date
from frontlint.hugo.values.gopath import extension

DATE_FIELDS = (
    "date",
    "publishdate",
    "pubdate",
    "published",
    "lastmod",
    "modified",
    "expirydate",
    "unpublishdate",
)
_IN_TURN = ("date", "lastmod", "publishdate", "expirydate")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DATED_NAME = lazy_pattern(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?:.([0-9]{2})-([0-9]{2})-([0-9]{2}))?")


class PageDates(NamedTuple):
    """The dates of a page; None where it has none. `slug` is what `:filename` makes of the file's name."""

    date: datetime | None = None
    lastmod: datetime | None = None
    publishdate: datetime | None = None
    expirydate: datetime | None = None
    slug: str = ""


_NO_DATES = PageDates()


def as_date(value: Value, zone: tzinfo) -> datetime | None:
    """The moment, with a zone; None where Hugo cannot read it as a date.

    A whole number is in Unix seconds. A date of a year that Python does not know is the nearest it knows.
    """
    if isinstance(value, str):
        return read_date(value, zone)
    if isinstance(value, int) and not isinstance(value, bool):
        try:
            return _EPOCH + timedelta(seconds=value)
        except OverflowError:
            return (datetime.max if value > 0 else datetime.min).replace(tzinfo=UTC)
    return None


def show_moment(moment: datetime) -> str:
    """A moment in words of a message: in its own zone, `Z` for UTC."""
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")


def is_set(value: Value) -> bool:
    """Whether Hugo looks at the value at all: a key without a value, or with an empty text, is skipped."""
    return value is not None and value != ""


def bad_dates(front: Mapping[str, Value], order: DateOrder, zone: tzinfo) -> Iterator[str]:
    """The fields for which Hugo reports that they are not dates: asked for before a good one was found."""
    for name in _fields(order):
        if name in front and is_set(front[name]) and as_date(front[name], zone) is None:
            break
    else:
        return  # nearly always
    seen: set[str] = set()
    for names in order.in_turn:
        for name in names:
            value = front.get(name)
            if value is None or name.startswith(":") or not is_set(value):
                continue
            if as_date(value, zone) is not None:
                break
            if name not in seen:
                seen.add(name)
                yield name


@same
def _fields(order: DateOrder) -> frozenset[str]:
    """All fields of an order, without the handlers."""
    return frozenset(name for names in order.in_turn for name in names if not name.startswith(":"))


class _Usual(NamedTuple):
    """For the fields of an order, which of them give the four dates, by which of them a page has."""

    fields: tuple[str, ...]
    givers: dict[tuple[bool, ...], tuple[str, ...]]


@same
def _usual(order: DateOrder) -> _Usual | None:
    """None where the file's name gives dates, too."""
    if any(":filename" in names for names in order.in_turn):
        return None
    return _Usual(tuple(sorted(_fields(order))), {})


def _givers(order: DateOrder, there: tuple[bool, ...], fields: tuple[str, ...]) -> tuple[str, ...]:
    """The field that gives each of the four dates, empty where none does, if all that are there are dates."""
    present = set(compress(fields, there))
    givers: dict[str, str] = {}
    for field, names in zip(_IN_TURN, order.in_turn, strict=True):
        given = next((name for name in names if name in present or givers.get(name)), "")
        givers[field] = given if given in present else givers.get(given, "")
    return tuple(givers.values())


def resolve_dates(front: Mapping[str, Value], order: DateOrder, zone: tzinfo, name: str) -> PageDates:
    """The dates of a page whose file, or folder for a bundle, is called `name` (page_frontmatter.go).

    One that is found replaces its own field where that is missing, so that a page with nothing but
    `lastmod` is published at that date. Git and the file system are not asked: they give nothing here.
    """
    usual = _usual(order)
    if usual is not None:
        there = tuple(map(front.__contains__, usual.fields))
        givers = usual.givers.get(there)
        if givers is None:
            givers = usual.givers[there] = _givers(order, there, usual.fields)
        if not any(givers):
            return _NO_DATES
        moments = [as_date(front[given], zone) if given else None for given in givers]
        if moments.count(None) == givers.count(""):  # each is a date, as nearly always
            date, lastmod, publishdate, expirydate = moments
            return PageDates(date, lastmod, publishdate, expirydate)
    found: dict[str, datetime | None] = {}
    slug = ""
    for field, names in zip(_IN_TURN, order.in_turn, strict=True):
        moment = None
        for given in names:
            if given in front:
                moment = as_date(front[given], zone)
            elif given == ":filename":
                moment, from_name = date_and_slug(name, zone)
                slug = slug or (from_name if moment is not None else "")
            else:
                moment = found.get(given)
            if moment is not None:
                break
        found[field] = moment
    if not slug and not any(found.values()):
        return _NO_DATES
    return PageDates(
        found["date"],
        found["lastmod"],
        found["publishdate"],
        found["expirydate"],
        "" if "slug" in front else slug,
    )


def date_and_slug(name: str, zone: tzinfo) -> tuple[datetime | None, str]:
    """The date at the start of a file name and the slug after it (dateAndSlugFromBaseFilename).

    The name comes without its extension; Hugo takes one more off, so that `2020-01-02-v1.5` ends in `v1`.
    """
    name = name.removesuffix(extension(name))
    match = _DATED_NAME.match(name)
    if match is None:
        return None, ""
    day, *clock = match.groups()
    if clock[0]:
        moment = read_date(f"{day}T{':'.join(clock)}", zone)
        if moment is not None:
            return moment, name[match.end() :].strip(" -_")
    moment = read_date(day, zone)
    return moment, name[10:].strip(" -_") if moment else ""
