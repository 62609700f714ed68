"""Explains in plain words why Hugo cannot read a page's YAML, at the character to look at.

libyaml says what it met; which mistake that usually is, the line itself tells.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from yaml import Node, SequenceNode
from yaml.error import MarkedYAMLError

from frontlint.base.phrases import shorten
from frontlint.frontmatter.depth import HUGOS_DEPTH
from frontlint.frontmatter.document import Problem
from frontlint.frontmatter.parsed import syntax
from frontlint.frontmatter.yaml import brackets, mistakes, reserved, tab_indents
from frontlint.frontmatter.yaml.line import line_at
from frontlint.frontmatter.yaml.mistakes import ParserStop
from frontlint.frontmatter.yaml.nodes import TooDeepError, UnknownAliasError
from frontlint.frontmatter.yaml.wide_blanks import too_wide_blanks

_EXPLAINERS: Final = MappingProxyType(
    {
        "mapping values are not allowed in this context": mistakes.colon,
        "did not find expected key": mistakes.after_a_value,
        "did not find expected '-' indicator": mistakes.after_a_value,
        "did not find expected <document start>": mistakes.after_a_value,
        "could not find expected ':'": mistakes.no_key,
        "found unexpected end of stream": mistakes.open_quote,
        "found unknown escape character": mistakes.escape,
        "did not find expected hexdecimal number": mistakes.escape,
        "found invalid Unicode character escape code": mistakes.escape,
        "found character that cannot start any token": reserved.first_character,
        "found a tab character that violates indentation": tab_indents.tab,
        "found a tab character where an indentation space is expected": tab_indents.tab,
        "did not find expected ',' or ']'": brackets.open_bracket,
        "did not find expected ',' or '}'": brackets.open_bracket,
        "did not find expected node content": brackets.nothing_there,
        "block sequence entries are not allowed in this context": reserved.first_character,
        "mapping keys are not allowed in this context": reserved.first_character,
        "did not find expected alphabetic or numeric character": reserved.first_character,
        "did not find expected comment or line break": reserved.first_character,
        "found an indentation indicator equal to 0": reserved.first_character,
        "found undefined tag handle": reserved.first_character,
        "found unexpected ':'": brackets.nothing_there,
    }
)
_ALIAS: Final = re.compile(r"\*[^\s,\]}]*")


def explain(text: str, start: int, end: int, error: Exception) -> Problem:
    """The problem for an error of libyaml or of our composer, in the YAML at `start` to `end` of the file."""
    if isinstance(error, TooDeepError):
        message = f"more than {HUGOS_DEPTH} lists and mappings are nested, which is too deep"
        return syntax(start + error.index, start + error.index + 1, message, "write fewer brackets")
    if isinstance(error, UnknownAliasError):
        return reserved.unknown_alias(text, start + error.start, start + error.end)
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return syntax(start, end, "Hugo cannot read this as YAML")
    at = min(start + error.problem_mark.index, end)
    context = error.context_mark
    since = min(start + context.index, end) if context is not None else at
    place = ParserStop(text, start, end, at, since)
    problem = error.problem or ""
    if problem.startswith("found undefined alias"):
        match = _ALIAS.match(text, at, end)
        return reserved.unknown_alias(text, at, match.end() if match else at)
    if (wide := too_wide_blanks(text, start, since) or too_wide_blanks(text, start, at)) is not None:
        return wide
    explainer: Callable[[ParserStop], Problem] = _EXPLAINERS.get(problem, mistakes.unreadable)
    return explainer(place)


def not_a_mapping(text: str, start: int, root: Node) -> Problem:
    """Front matter whose root is a list or a single value."""
    at = start + root.start_mark.index
    line = line_at(text, at, start, start + root.end_mark.index)
    space = mistakes.missing_space(line)
    if space is not None:
        return space
    kind = "a list" if isinstance(root, SequenceNode) else "a single value"
    message = f"front matter must be lines of `key: value`, but `{shorten(line.text, 24)}` begins {kind}"
    return syntax(at, line.last, message, "write `key: value`")
