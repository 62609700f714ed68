"""What a person may have meant by a date that Hugo does not read."""

from __future__ import annotations

from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.loose_date import guesses, missing
from frontlint.hugo.fields.layouts import read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("05/06/2024 14:12:53", ("2024-06-05T14:12:53Z", "2024-05-06T14:12:53Z")),
        ("25/06/2024", ("2024-06-25",)),
        ("06/25/2024", ("2024-06-25",)),
        ("5.5.2024", ("2024-05-05",)),
        ("2024/06/05", ("2024-06-05",)),
        ("2024-6-5", ("2024-06-05",)),
        ("20240605", ("2024-06-05",)),
        ("2024-06-05 14:12", ("2024-06-05T14:12:00Z",)),
        ("2024-06-05T14:12+02:00", ("2024-06-05T14:12:00+02:00",)),
        ("June 5th, 2024 at 2:05 pm", ("2024-06-05T14:05:00Z",)),
        ("Wed, 5 Jun 2024 12:05 AM", ("2024-06-05T00:05:00Z",)),
        ("5-June-2024", ("2024-06-05",)),
        ("2024-06-05,", ("2024-06-05",)),
        ("2024-06-05T14:12:53Z;", ("2024-06-05T14:12:53Z",)),
        ("5.6.2024.", ("2024-06-05", "2024-05-06")),
        ("2024\u201306\u201305", ("2024-06-05",)),
        ("2024\u221206\u221205T14:12\u22122", ("2024-06-05T14:12:00-02:00",)),
        ("2024-06-05 14:12 +0200", ("2024-06-05T14:12:00+02:00",)),
        ("2024-06-05T14:12:53+2", ("2024-06-05T14:12:53+02:00",)),
        ("2024-06-05T14:12:53+02", ("2024-06-05T14:12:53+02:00",)),
        ("2024-06-05 14:12 UTC", ("2024-06-05T14:12:00Z",)),
        ("2024-06-05 14:12 CEST", ()),
        ("2024-06-05T14:12:53+23:59", ("2024-06-05T14:12:53+23:59",)),
        ("2024-06-05T14:12:53+24:00", ()),
        ("2024-06-05T14:12:53+2:75", ()),
        ("2024-25-06", ("2024-06-25",)),
        ("20242506", ()),
        ("2024-13-13", ()),
        ("2024-02-30", ()),
        ("31/31/2024", ()),
        ("5 Brumaire 2024", ()),
        ("2024-06-05 and so on", ()),
        ("2024", ()),
        ("05/06/24", ()),
        ("yesterday", ()),
        ("", ()),
    ],
)
def test_guesses(text: str, expected: tuple[str, ...]) -> None:
    assert guesses(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-13-02", "month 13 does not exist"),
        ("2024-00-02", "month 00 does not exist"),
        ("2023-02-29", "2023 is not a leap year"),
        ("2024-02-29", ""),
        ("2024-04-31", "month 04 has no day 31"),
        ("2024-04-31T09:00:00Z", "month 04 has no day 31"),
        ("2024-04-30T24:00:00Z", "hour 24 does not exist"),
        ("2024-04-30 09:60", "minute 60 does not exist"),
        ("2024-04-30 at nine", ""),
        ("0000-13-02", ""),
        ("2024", ""),
        ("", ""),
    ],
)
def test_what_no_calendar_has(text: str, expected: str) -> None:
    assert missing(text) == expected


@given(st.from_regex(r"\A[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}( [0-9]{1,2}:[0-9]{2})?\Z"))
def test_hugo_reads_every_guess(text: str) -> None:
    for guess in guesses(text):
        assert read_date(guess, UTC) is not None
