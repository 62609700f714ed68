"""Reads a single value of TOML, as it would be written after `key =`."""

from __future__ import annotations

from frontlint.frontmatter.document import Moment, Value
from frontlint.frontmatter.toml.reader import read_toml


def as_moment(text: str) -> Moment | None:
    """A text as a date or time of TOML, None if it reads as anything else."""
    value = read_one(text)
    return value if isinstance(value, Moment) and str(value) == text else None


def read_one(written: str) -> Value:
    """A value of TOML; None if the text is not one value, or more than one."""
    text = f"k = {written}\nj = 1\n"
    reading = read_toml(text, 0, len(text))
    return None if reading.problems or list(reading.data) != ["k", "j"] else reading.data["k"]
