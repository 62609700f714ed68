"""Reads YAML front matter: libyaml composes once, one walk makes data and places.

Hugo reads YAML with goccy/go-yaml, which is not libyaml. Where they differ Hugo decides: `yaml_repair` lets
libyaml read what only goccy takes, `yaml_builder` refuses or retypes what goccy sees differently.

What is left (`DIFFERENT` in tests/conformance/yaml_cases.py), because nobody writes it:
- we refuse, Hugo builds: keys of more than 1024 characters; a key in braces over two lines or directly before
  a bracket (`{a:[b]}`); anchor names with other than letters, digits, `_` and `-`; a `!` alone or before an
  alias; a tab after blanks that indent a first key; in brackets, an item with a dash that a comma or bracket
  follows directly, or that is itself a list or a mapping;
- Hugo refuses, we read: a tag in braces that a line break or a comment follows, `|# comment`, `?` without a
  key;
- other values: `[a:b]` within braces, `!!binary` and `!!timestamp` of nonsense.
"""

from __future__ import annotations

import re
from typing import Final

from yaml import MappingNode, Node, ScalarNode
from yaml.error import YAMLError

from frontlint.base.phrases import shorten
from frontlint.base.span import Span
from frontlint.frontmatter.depth import however_deep
from frontlint.frontmatter.document import PlainScalar, Problem, ProblemKind
from frontlint.frontmatter.parsed import Reading, UnreadableText, first_by_place, refused, syntax
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.yaml import dashes
from frontlint.frontmatter.yaml import errors as yaml_errors
from frontlint.frontmatter.yaml.builder import Builder
from frontlint.frontmatter.yaml.nodes import TooDeepError, UnknownAliasError, compose
from frontlint.frontmatter.yaml.repair import Repairs
from frontlint.frontmatter.yaml.tabs import tab_in_quotes

_DOCUMENT_END: Final = re.compile(r"(?m)^(\.\.\.)(?=[ \t\r\n]|\Z)[^\r\n]*+")


@however_deep
def read_by_libyaml(text: str, start: int, end: int, plain: PlainScalar) -> Reading:
    """Reads the YAML at code points `start` to `end` of a file's text; never raises on any text.

    `plain` says what a plain scalar means (see `hugo/values/scalars.py`).
    """
    moved = dashes.move(text, start, end)
    if moved is None:
        return _read(text, start, end, plain)
    if moved.refusal is not None:
        return refused(moved.refusal, start, end)
    from frontlint.frontmatter.repaired import taken_back  # few pages

    reading = taken_back(_read(moved.text, start, end + len(moved.text) - len(text), plain), moved.shifts)
    return reading._replace(problems=(*reading.problems, *moved.problems))  # what Hugo refuses comes first


def _read(text: str, start: int, end: int, plain: PlainScalar) -> Reading:
    repairs = Repairs(text[start:end])
    try:
        root = _compose(repairs)
        if root is None:
            return Reading({}, Places(start, start))
        if not isinstance(root, MappingNode):
            raise UnreadableText(yaml_errors.not_a_mapping(text, start, root))
        broken = tab_in_quotes(repairs.text, start)
        if broken is not None:
            raise UnreadableText(broken)
        data, places, problems = Builder(text, start, end, plain, repairs).build(root)
    except UnreadableText as refusal:
        return refused(refusal.problem, start, end)
    except (YAMLError, TooDeepError, UnknownAliasError) as error:
        if repairs.exhausted:
            return refused(_too_odd(yaml_errors.explain(text, start, end, error)), start, end)
        return refused(yaml_errors.explain(text, start, end, error), start, end)
    after = _after_end(text, start, end, plain) if "\n..." in repairs.text else None
    problems = [*problems, after] if after is not None else problems
    return Reading(data, places, first_by_place(problems) if problems else ())


def _after_end(text: str, start: int, end: int, plain: PlainScalar) -> Problem | None:
    """What Hugo refuses after a line `...`, or drops: it keeps the first document, and reads the others."""
    marks = list(_DOCUMENT_END.finditer(text, start, end))
    anchor = text.find("&", start, end)
    dropped: Problem | None = None
    stops = [mark.start() for mark in marks[1:]]
    for mark, stop in zip(marks, [*stops, end] if marks else [], strict=True):  # `...:` is a key
        is_refused = _is_refused(text, mark.end(), stop, plain, anchors=0 <= anchor < mark.end())
        if is_refused:
            message = "`...` ends the YAML, but not the front matter, and Hugo cannot read what follows it"
            return syntax(mark.start(1), mark.end(1), message, "write `---` in place of `...`")
        if is_refused is not None and dropped is None:
            line = text[mark.end() : stop].strip().partition("\n")[0]
            message = f"`...` ends the YAML, so Hugo drops `{shorten(line, 40)}` and all up to the next `---`"
            help_ = "delete the line `...`, or write `---` in its place"
            dropped = Problem(ProblemKind.DROPPED, Span(*mark.span(1)), message, help_)
    return dropped


def _is_refused(text: str, at: int, end: int, plain: PlainScalar, *, anchors: bool) -> bool | None:
    """Whether Hugo refuses a later document, which may be any mapping or list; None for nothing.

    `anchors` tells that there may be some in the documents above: they count.
    """
    if not text[at:end].strip():
        return None
    if anchors and text.find("*", at, end) >= 0:
        return False
    try:
        root = _compose(Repairs(text[at:end]))
    except (YAMLError, TooDeepError, UnknownAliasError):
        return True
    if isinstance(root, MappingNode):
        return any(problem.kind is ProblemKind.SYNTAX for problem in _read(text, at, end, plain).problems)
    return isinstance(root, ScalarNode) if root is not None else None


def _too_odd(problem: Problem) -> Problem:
    """Hugo may well take all of this; what is at `problem` is the first that was not tried."""
    message = "the front matter has more unusual YAML than frontlint reads, so it does not check this page"
    help_ = "write the values from here on in quotes, each on the line of its key"
    return Problem(ProblemKind.TOO_LONG, problem.span, message, help_)


def _compose(repairs: Repairs) -> Node | None:
    """Composes; what libyaml refuses and Hugo takes is repaired, and composed again.

    goccy takes any eight characters after `\\U`. Where those swallow a closing quote (`"C:\\Users\\me"`) the
    escape is what the author has to hear of.
    """
    escape: YAMLError | None = None
    while True:
        try:
            return compose(repairs.text)
        except UnicodeEncodeError:
            repairs.replace_unreadable()
        except YAMLError as error:
            if not repairs.repair(error):
                raise escape or error from None
            if "hexdecimal" in str(error):
                escape = escape or error
