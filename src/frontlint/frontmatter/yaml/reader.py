"""Reads YAML front matter: values in Python for nearly all pages; places, and all else, where needed."""

from __future__ import annotations

from frontlint.frontmatter.document import Data, PlainScalar
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.yaml import subset as yaml_subset
from frontlint.frontmatter.yaml.values import read_values


def read_yaml(text: str, start: int, end: int, plain: PlainScalar) -> Reading:
    """Reads the YAML at code points `start` to `end` of a file's text; never raises on any text.

    `plain` says what a plain scalar means (see `hugo/values/scalars.py`).
    """
    data = read_only_values(text[start:end], plain)
    if data is None:
        return _with_places(text, start, end, plain)
    return Reading(data, Places.later(lambda: _with_places(text, start, end, plain).places, data))


def read_only_values(written: str, plain: PlainScalar) -> Data | None:
    """The values of a front matter, where they are plain to see; None where the other readers have to."""
    if "\t" in written:
        return None
    if "\r" in written:
        if not written.count("\r") == written.count("\n") == written.count("\r\n"):
            return None
        written = written.replace("\r\n", "\n")
    return read_values(written, plain)


def _with_places(text: str, start: int, end: int, plain: PlainScalar) -> Reading:
    reading = yaml_subset.read_subset(text, start, end, plain)
    if reading is not None:
        return reading
    # Only here: a run over plain pages never pays for importing PyYAML (18 ms, a third of its start).
    from frontlint.frontmatter.yaml import libyaml as yaml_libyaml

    return yaml_libyaml.read_by_libyaml(text, start, end, plain)
