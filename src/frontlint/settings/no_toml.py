"""What is wrong with settings that are not TOML, with the line to write if that is sure."""

from __future__ import annotations

from frontlint.base.phrases import shorten
from frontlint.base.source import SourceFile
from frontlint.frontmatter.document import Problem, ProblemKind

_LONGEST = 100
"""Characters of a line that a message repeats."""


def what_is_wrong(source: SourceFile, problem: Problem) -> tuple[int, str]:
    """The line of the problem, from 1, and a sentence about it: TOML's advice, none of front matter's."""
    line = source.lines.line_column(problem.span.start)[0]
    text = source.lines.line_text(line).strip()
    repaired = _repaired(source, problem, line)
    if repaired.startswith(","):
        return line, "a comma is missing: write one at the end of the item above"
    write = f": write `{repaired}`" if repaired else f": {problem.help}" if problem.help else ""
    if problem.kind is ProblemKind.DUPLICATE_KEY or "already set" in problem.message:
        return line, _twice(source, problem)
    if text.startswith("- "):
        return line, f"a list is written in brackets: write `key = [{_quoted(text[2:].strip())}]`"
    if source.text.startswith(":", problem.span.start):
        return line, f"`:` is YAML; TOML has `=`, and quotes around text{write}"
    return line, f"{problem.message}{write}"


def _twice(source: SourceFile, problem: Problem) -> str:
    """A key or a table that is there already."""
    start, end = problem.span
    key = shorten(source.text[start:end])
    if problem.first is None:
        return f"`{key}` has a value already: delete one of the two"
    before = source.lines.line_column(problem.first.start)[0]
    return f"`{key}` is on line {before} already: delete this line, or move what is below it there"


def _repaired(source: SourceFile, problem: Problem, line: int) -> str:
    """The line with the repair of the reader; empty if that takes something away, or is of another line."""
    start, end = source.lines.line_span(line)
    edits = problem.repair
    if not edits or any(
        not edit.text or not start <= edit.span.start <= edit.span.end <= end for edit in edits
    ):
        return ""
    text, at = "", start
    for edit in sorted(edits, key=lambda edit: edit.span.start):
        text += source.text[at : edit.span.start] + edit.text
        at = edit.span.end
    text = (text + source.text[at:end]).strip()
    return text if len(text) <= _LONGEST and "`" not in text else ""


def _quoted(text: str) -> str:
    return text if text[:1] in ("'", '"') else f'"{shorten(text)}"'
