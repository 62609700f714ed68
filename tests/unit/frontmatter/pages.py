"""Reads small pages for the tests of floor 1."""

from __future__ import annotations

from frontlint.base.source import decode
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.route import Route
from frontlint.hugo.values.scalars import plain_scalar


def page(text: str) -> Document:
    """A page of exactly this text."""
    return read_document(decode("a.md", text.encode("utf-8")), plain_scalar)


def yaml(front_matter: str) -> Document:
    """A page with this YAML between its fences."""
    return page(f"---\n{front_matter}\n---\nBody.\n")


def toml(front_matter: str) -> Document:
    """A page with this TOML between its fences."""
    return page(f"+++\n{front_matter}\n+++\nBody.\n")


def value(document: Document, *route: str | int) -> str:
    """The text in the span of a value."""
    span = document.places.value(tuple(route))
    return document.source.text[span.start : span.end]


def key(document: Document, *route: str | int) -> str:
    """The text in the span of a key."""
    span = document.places.key(tuple(route))
    return document.source.text[span.start : span.end]


def blamed(document: Document) -> str:
    """The text that the one problem points at."""
    (problem,) = document.problems
    return document.source.text[problem.span.start : problem.span.end]


def routes(document: Document) -> list[Route]:
    """Every route of the places, in order, without the root."""
    return [route for route in document.places if route]


def same(left: Reading, right: Reading) -> bool:
    """Types and order count, hence the comparison as text (and `nan` is one value there)."""
    return (
        repr(left.data) == repr(right.data)
        and left.places == right.places
        and list(left.places) == list(right.places)
        and left.problems == right.problems
    )
