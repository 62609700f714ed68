"""Reads YAML front matter: the plain YAML of nearly all pages in Python, all else with libyaml."""

from __future__ import annotations

from frontlint.frontmatter.document import PlainScalar
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.yaml import subset as yaml_subset


def read_yaml(text: str, start: int, end: int, plain: PlainScalar) -> Reading:
    """Reads the YAML at code points `start` to `end` of a file's text; never raises on any text.

    `plain` says what a plain scalar means (see `hugo/values/scalars.py`).
    """
    reading = yaml_subset.read_subset(text, start, end, plain)
    if reading is not None:
        return reading
    # Only here: a run over plain pages never pays for importing PyYAML (18 ms, a third of its start).
    from frontlint.frontmatter.yaml import libyaml as yaml_libyaml

    return yaml_libyaml.read_by_libyaml(text, start, end, plain)
