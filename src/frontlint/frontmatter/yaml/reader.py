"""Reads YAML front matter: values in Python for nearly all pages; places, and all else, where needed."""

from __future__ import annotations

from frontlint.frontmatter.document import Data, PlainScalar
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.yaml import subset as yaml_subset
from frontlint.frontmatter.yaml.values import read_values


def read_yaml(text: str, start: int, end: int, plain: PlainScalar, utf8: bytes | None = None) -> Reading:
    """Reads the YAML at code points `start` to `end` of a file's text; never raises on any text.

    `plain` says what a plain scalar means (see `hugo/values/scalars.py`). `utf8` are the bytes of the YAML,
    if they are at hand.
    """
    data = read_only_values(text[start:end], plain) if utf8 is None else _only_values(utf8, plain)
    if data is None:
        return _with_places(text, start, end, plain)
    places = Places.later(
        lambda: _with_places(text, start, end, plain).places,
        lambda key: yaml_subset.place_of(text, start, end, key, plain),
        data,
    )
    return Reading(data, places)


def read_only_values(written: str, plain: PlainScalar) -> Data | None:
    """The values of a front matter, where they are plain to see; None where the other readers have to."""
    try:
        return _only_values(written.encode(), plain)
    except UnicodeEncodeError:  # half a pair, which no file has
        return None


def _only_values(written: bytes, plain: PlainScalar) -> Data | None:
    if b"\t" in written:
        return None
    if b"\r" in written:
        if not written.count(b"\r") == written.count(b"\n") == written.count(b"\r\n"):
            return None
        written = written.replace(b"\r\n", b"\n")
    return read_values(written, plain)


def _with_places(text: str, start: int, end: int, plain: PlainScalar) -> Reading:
    reading = yaml_subset.read_subset(text, start, end, plain)
    if reading is not None:
        return reading
    # Only here: a run over plain pages never pays for importing PyYAML (18 ms, a third of its start).
    from frontlint.frontmatter.yaml import libyaml as yaml_libyaml

    return yaml_libyaml.read_by_libyaml(text, start, end, plain)
