"""Which of two dates is earlier, and which days a date may mean: as sure as their spelling allows."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta, timezone, tzinfo
from functools import lru_cache

from frontlint.frontmatter.document import Value
from frontlint.hugo.fields import as_date

_ZONES_APART = timedelta(hours=14)
"""How far a time without a zone can be from UTC."""
_WEST, _EAST = timedelta(hours=8), timedelta(hours=13)
"""Where nearly all people live: the day of a time in UTC may be another for its author."""
_PROBE = timezone(timedelta(hours=1))


def is_before(one: Value, other: Value, zone: tzinfo) -> bool:
    """Whether a date is certainly before another; false if Hugo does not read one of them as a date.

    A date without a time is compared by its day. A time without a zone, beside one with a zone, has to be
    half a day away, unless the configuration names the zone.
    """
    first, second = as_date(one, zone), as_date(other, zone)
    if first is None or second is None:
        return False
    if _is_day(one) or _is_day(other):
        return first.date() < second.date()
    unsure = zone is UTC and _names_zone(one) is not _names_zone(other)
    return second - first > (_ZONES_APART if unsure else timedelta())


def days(value: Value, zone: tzinfo) -> frozenset[date]:
    """The days that a date may be for its author; none if Hugo does not read it as a date.

    A date without a time, or at midnight, means its day.
    """
    moment = as_date(value, zone)
    if moment is None:
        return frozenset()
    if _is_day(value) or moment.time() == time():
        return frozenset({moment.date()})
    try:
        in_utc = moment.astimezone(UTC)
        local = (moment, in_utc, moment.astimezone(zone))
        others = (in_utc - _WEST, in_utc + _EAST) if moment.utcoffset() == timedelta() else ()
    except OverflowError:  # a year at the end of the calendar
        return frozenset({moment.date()})
    return frozenset(at.date() for at in (*local, *others))


def _is_day(value: Value) -> bool:
    return isinstance(value, str) and ":" not in value


def _names_zone(value: Value) -> bool:
    """Whether the text itself tells the moment, whatever the zone."""
    return (
        _text_names_zone(value) if isinstance(value, str) else as_date(value, UTC) == as_date(value, _PROBE)
    )


@lru_cache(maxsize=4096)  # several rules compare the few dates of a page
def _text_names_zone(text: str) -> bool:
    return as_date(text, UTC) == as_date(text, _PROBE)
