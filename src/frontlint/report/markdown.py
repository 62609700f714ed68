"""A report in Markdown as GitHub renders it: a verdict, the counts by rule, and a row for every finding."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from frontlint.base.pattern import lazy_pattern
from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.report.accepted import TITLE, as_finding, by_what, settings_note, what
from frontlint.report.output import Output
from frontlint.report.region import region_of
from frontlint.report.summary import counts_by_rule
from frontlint.report.tally import verdict
from frontlint.report.unchecked import sentence
from frontlint.report.words import message_and_help

# What begins something in Markdown, in HTML or in GitHub's mathematics is written as a number of HTML. GitHub
# looks for names, issues, emoji and addresses in what comes out of that: there a comment breaks the text up.
_SIGNS = lazy_pattern(r"(?i)(?P<sign>[&<>`*_~\[\]|\\!$^{}])|[@#]|:(?=\S)|\b(?:www|gh)(?=[.-])")


def escape(text: str) -> str:
    """A cleaned text that comes out as it is, wherever within a line it is; line breaks become `<br>`."""
    return _SIGNS.sub(_escaped, text).replace("\n", "<br>")


def _escaped(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};" if match["sign"] else f"{match[0]}<!-- -->"


def pieces(outcome: Outcome, sources: Sources, to: Output) -> Iterator[str]:
    """The report in whole lines: what is above the findings, then one finding at a time.

    `to` has paths as they are to be shown.
    """
    yield f"### frontlint\n\n{escape(verdict(outcome, to))}\n"
    yield from (f"\n{escape(_capital(to.clean(sentence(one))))}.\n" for one in outcome.unchecked)
    note = settings_note(outcome, to)
    if note:
        yield f"\n{escape(_capital(to.clean(note)))}.\n"
    yield from _accepted(outcome, sources, to)
    listed = outcome.listed()
    if not listed:
        return
    titles, rows = counts_by_rule(listed)
    yield "\n" + "".join(_table(titles, rows))
    yield "\n" + _row(["severity", "place", "rule", "what it says"]) + _row(["---"] * 4)
    # A summary is cut at its end, and errors have to survive.
    for finding in islice(sorted(listed, key=lambda finding: finding.severity.rank), to.max_findings):
        yield _finding(finding, sources, to)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _accepted(outcome: Outcome, sources: Sources, to: Output) -> Iterator[str]:
    """What a change accepted, before the findings: a summary is cut at its end."""
    accepted = outcome.accepted_by_change()
    if accepted:
        yield f"\n{_row([TITLE, 'where', 'name', 'by'])}{_row(['---'] * 4)}"
    for one in accepted:
        at = as_finding(one, outcome, sources)
        place = region_of(at, sources)
        where = f"{escape(to.shown(at.path))}:{place.line}:{place.column}"
        by = to.clean(by_what(one, outcome, sources, to))
        yield _row([escape(to.clean(what(one))), where, escape(to.clean(one.rule)), escape(by)])


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield _row(titles)
    yield _row(["---", *["--:"] * (len(titles) - 1)])
    yield from (_row([escape(cell) for cell in row]) for row in rows)


def _finding(finding: Finding, sources: Sources, to: Output) -> str:
    place = region_of(finding, sources)
    where = f"{escape(to.shown(finding.path))}:{place.line}:{place.column}"
    return _row([finding.severity.value, where, escape(finding.rule), escape(message_and_help(finding))])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
