"""Values as remedies write them."""

from __future__ import annotations

import tomllib

import pytest

from frontlint.frontmatter.document import Format
from frontlint.frontmatter.written import assignment, written_as


@pytest.mark.parametrize(
    "text",
    ["2024-01-01", "2024-01-01T10:00:00", "2024-01-01T10:00:00Z", "2024-01-01T10:00:00.5+01:00"],
)
def test_a_date_needs_no_quotes(text: str) -> None:
    assert written_as(Format.YAML, text) == text
    assert tomllib.loads(assignment(Format.TOML, "date", text))["date"].isoformat()[:10] == "2024-01-01"


@pytest.mark.parametrize(
    "text",
    [
        *("20240101", "2024W01", "2024-W01", "2024-W01-1", "2024-01-01T", "2024-01-01Tfoo", "2024-13-01"),
        *("2024-01-01T25:00:00", "2024-01-01T10", "2024-01-01 x", "\u0662024-01-01", "1", ""),
    ],
)
def test_what_looks_like_a_date_is_quoted(text: str) -> None:
    assert written_as(Format.YAML, text) == f'"{text}"'
    assert tomllib.loads(assignment(Format.TOML, "slug", text)) == {"slug": text}
