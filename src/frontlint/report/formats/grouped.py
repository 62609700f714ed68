"""The format `grouped`: the findings page by page, for terminals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.links import rule_name
from frontlint.report.order import by_page, chosen
from frontlint.report.output import Output
from frontlint.report.prose import fill
from frontlint.report.reader import Reader
from frontlint.report.region import region_of
from frontlint.report.style import Style

READER = Reader.PEOPLE


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes each page that has findings to be listed, its findings below it, and an empty line."""
    for path, found in by_page(chosen(outcome, to)).items():
        lines = _lines(found, outcome.docs_url, sources, to)
        to.write("\n".join([to.paint(Style.STRONG, to.shown(path)), *lines, "", ""]))
    if outcome.changed is not None:
        from frontlint.report.accepted import rows  # most runs know of no change

        to.write("".join(rows(outcome, sources, to)))


def _lines(found: Sequence[Finding], docs_url: str | None, sources: Sources, to: Output) -> Iterator[str]:
    """`line:column  severity  rule  message`, the first three as wide as their widest in the page.

    The remedy is on a line below. On a terminal, a message that has no room there is below, too.
    """
    places = [region_of(finding, sources) for finding in found]
    lines = [str(place.line) for place in places]
    columns = [str(place.column) for place in places]
    left, right = max(map(len, lines)), max(map(len, columns))
    severity = max(len(finding.severity.value) for finding in found)
    rule = max(len(finding.rule) for finding in found)
    indent = " " * (left + right + 5)
    for at, finding in enumerate(found):
        weight = to.paint(Style.of(finding.severity), finding.severity.value.ljust(severity))
        name = rule_name(finding.rule, docs_url, to)
        place = f"{lines[at]:>{left}}:{columns[at]:<{right}}"
        message = to.clean(finding.message)
        taken = len(indent) + severity + 2 + rule + 2
        if to.width is None or taken + to.glyphs.width(message) <= to.width:
            yield f"  {place}  {weight}  {name}{' ' * (rule - len(finding.rule))}  {message}"
        else:
            yield f"  {place}  {weight}  {name}"
            yield from (indent + line for line in _filled(finding.message, indent, to))
        yield from _remedy(finding, indent, to)


def _remedy(finding: Finding, indent: str, to: Output) -> Iterator[str]:
    """The line `fix:`; what goes on is below its text."""
    head = f"{indent}fix: "
    for at, line in enumerate(_filled(finding.help, head, to)):
        yield f"{indent}{to.paint(Style.NOTE, 'fix:')} {line}" if at == 0 else " " * len(head) + line


def _filled(text: str, indent: str, to: Output) -> list[str]:
    """The text in lines that fit a terminal; elsewhere its own lines, which `grep` finds whole."""
    if to.width is not None:
        return fill(text, to, indent)
    return [to.clean(line) for line in text.split("\n") if line]
