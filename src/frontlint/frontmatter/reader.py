"""Reads a page's front matter, whatever its format: the one way in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.base.limits import LIMITS, in_words, is_longer
from frontlint.base.source import SourceFile
from frontlint.base.span import Span
from frontlint.frontmatter import fence
from frontlint.frontmatter.document import Document, Fence, Format, PlainScalar, Problem, ProblemKind
from frontlint.frontmatter.parsed import Once, Reading, refused
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.yaml import reader as yaml_reader

if TYPE_CHECKING:
    from frontlint.frontmatter.repaired import Repaired


def read_document(source: SourceFile, plain: PlainScalar, limit: int = LIMITS.front_matter) -> Document:
    """The front matter of a file, of at most `limit` bytes; never raises, whatever the text.

    `plain` says what a plain YAML scalar means: `frontlint.hugo.values.scalars.plain_scalar`.
    """
    found, reading = once = _once(source.text, plain, limit, source.utf8)
    repaired = guessed = False
    if reading.problems and reading.problems[0].kind is ProblemKind.SYNTAX:
        found, reading, repaired, guessed = _after_a_problem(source.text, once, plain, limit)
    data, places, problems = reading
    return Document(source, found.format, found, data, places, problems, repaired, guessed)


def _once(text: str, plain: PlainScalar, limit: int, utf8: bytes = b"") -> Once:
    """A page's text, read as it is."""
    found, problem = fence.find(text, utf8)
    start, end = found.content.start, found.content.end
    if (end - start) * 4 > limit and is_longer(text, start, end, limit):
        return Once(found, refused(_too_long(found, limit), start, end))
    if problem is not None:
        return Once(found, refused(problem, start, end))
    return Once(found, _content(text, found, plain, utf8))


def _after_a_problem(text: str, once: Once, plain: PlainScalar, limit: int) -> Repaired:
    """A page that Hugo cannot read: named for what it is, or read on with the repair of its problem."""
    from frontlint.frontmatter import conflict, repaired  # few pages

    marks = conflict.in_front_matter(text, once.fence)
    if marks is not None:
        first = once.reading.problems[:1]
        problems = (*first, marks) if first[0].span.start < marks.span.start else (marks,)
        return repaired.Repaired(once.fence, once.reading._replace(problems=problems), False)
    return repaired.read_on(text, once, lambda again: _once(again, plain, limit))


def _too_long(found: Fence, limit: int) -> Problem:
    message = f"the front matter is longer than {in_words(limit)}, so frontlint does not check this page"
    help_ = "move long texts into the body or into data files, or raise `max-front-matter` of this rule"
    at = found.opening if found.opening.length else Span(found.content.start, found.content.start + 1)
    return Problem(ProblemKind.TOO_LONG, at, message, help_)


def _content(text: str, found: Fence, plain: PlainScalar, utf8: bytes = b"") -> Reading:
    start, end = found.content.start, found.content.end
    match found.format:
        case Format.YAML:
            reading = yaml_reader.read_yaml(text, start, end, plain, fence.content_in(text, utf8, start, end))
            return fence.blame_opening(text, found, reading)
        case Format.TOML:
            from frontlint.frontmatter.toml.reader import read_toml  # most sites have YAML alone

            return read_toml(text, start, end)
        case Format.JSON:
            from frontlint.frontmatter.json.reader import read_json

            return read_json(text, start, end)
        case Format.ORG:
            from frontlint.frontmatter.org import read_org

            return read_org(text, start, end)
        case Format.NONE:
            return Reading({}, Places(0, 0))
