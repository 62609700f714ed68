"""Reads a page's front matter, whatever its format: the one way in."""

from __future__ import annotations

from frontlint.doc import fence, json_reader, org_reader, toml_reader, yaml_reader
from frontlint.doc.document import Document, Fence, Format, PlainScalar
from frontlint.doc.parsed import Reading, refused
from frontlint.doc.places import Places
from frontlint.text.source import SourceFile


def read(source: SourceFile, plain: PlainScalar) -> Document:
    """The front matter of a file; never raises, whatever the text.

    `plain` says what a plain YAML scalar means: `frontlint.hugo.scalars.plain_scalar`.
    """
    found, problem = fence.find(source.text)
    if problem is not None:
        reading = refused(problem, found.content.start, found.content.end)
    else:
        reading = _content(source.text, found, plain)
    return Document(source, found.format, found, reading.data, reading.places, reading.problems)


def _content(text: str, found: Fence, plain: PlainScalar) -> Reading:
    start, end = found.content.start, found.content.end
    match found.format:
        case Format.YAML:
            reading = yaml_reader.read(text, start, end, plain)
            return fence.blame_opening(text, found, reading)
        case Format.TOML:
            return toml_reader.read(text, start, end)
        case Format.JSON:
            return json_reader.read(text, start, end)
        case Format.ORG:
            return org_reader.read(text, start, end)
        case Format.NONE:
            return Reading({}, Places(0, 0))
