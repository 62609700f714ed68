"""Which of two dates is earlier, and which days a date may mean."""

from __future__ import annotations

from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest

from frontlint.frontmatter.document import Value
from frontlint.site.moments import days, is_before

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025-01-01", "2025-01-02"),
        ("2025-01-01", "2025-01-02T00:00:00Z"),
        ("2025-01-01T23:59:59Z", "2025-01-02"),
        ("2025-01-01T10:00:00Z", "2025-01-01T10:00:01Z"),
        ("2025-01-01T10:00:00", "2025-01-01T10:00:01"),
        ("2025-01-01T10:00:00+02:00", "2025-01-01T08:00:01Z"),
        ("2025-01-01T10:00:00", "2025-01-02T00:00:01Z"),
        (0, "2025-01-01"),
    ],
)
def test_before(one: Value, other: Value) -> None:
    assert is_before(one, other, UTC)
    assert not is_before(other, one, UTC)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2025-01-01", "2025-01-01T10:00:00Z"),
        ("2025-01-01T10:00:00", "2025-01-01T23:00:00Z"),
        ("2025-01-01T10:00:00Z", "2025-01-01T11:00:00+01:00"),
        ("soon", "2025-01-01"),
        ("2025-01-01", None),
        ("2025-01-01", True),
        ("", "2025-01-01"),
    ],
)
def test_not_sure(one: Value, other: Value) -> None:
    assert not is_before(one, other, UTC)
    assert not is_before(other, one, UTC)


def test_a_zone_of_the_configuration_makes_it_sure() -> None:
    assert is_before("2025-07-01T09:59:00", "2025-07-01T09:00:00Z", LONDON)
    assert not is_before("2025-07-01T10:00:00", "2025-07-01T09:00:00Z", LONDON)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2025-05-28", {28}),
        ("2025-05-28T09:00:00Z", {28}),
        ("2025-05-28T00:00:00Z", {28}),
        ("2025-05-28T22:00:00Z", {28, 29}),
        ("2025-05-28T04:00:00Z", {27, 28}),
        ("2025-05-28T01:00:00+02:00", {27, 28}),
        ("soon", set()),
        (None, set()),
    ],
)
def test_days(value: Value, expected: set[int]) -> None:
    assert days(value, UTC) == {date(2025, 5, day) for day in expected}


def test_days_at_the_ends_of_the_calendar() -> None:
    for year in ("0001-01-01T01:00:00Z", "9999-12-31T23:00:00Z"):
        assert days(year, UTC)
        assert not is_before(year, year, UTC)
