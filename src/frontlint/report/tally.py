"""Counts over the findings of a run, and the line that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from frontlint.base.record import NamedTuple
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report.output import Output


class Tally(NamedTuple):
    """The findings of one rule, counted."""

    rule: str
    errors: int
    warnings: int
    info: int
    pages: int

    @property
    def total(self) -> int:
        """All findings of the rule."""
        return self.errors + self.warnings + self.info

    @property
    def severity(self) -> Severity:
        """The heaviest severity that the rule was found with."""
        return Severity.ERROR if self.errors else Severity.WARNING if self.warnings else Severity.INFO


def tallies(findings: Iterable[Finding]) -> list[Tally]:
    """The findings by rule, heaviest and most frequent first."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    out = [_tally(rule, found) for rule, found in by_rule.items()]
    return sorted(out, key=lambda t: (-t.errors, -t.warnings, -t.info, t.rule))


def verdict(outcome: Outcome, to: Output) -> str:
    """One line for people: how many problems, on how many pages, in what time, and where to start."""
    listed = outcome.listed()
    seconds = f"{outcome.seconds:.1f} s" if outcome.seconds >= 0.1 else f"{outcome.seconds:.2f} s"
    if not outcome.pages and not listed:
        return f"Nothing was checked ({seconds}).{_unlisted(outcome, to)}"
    if not listed:
        clean = f"{_clean_run(outcome)} in {_pages(outcome.pages)} ({seconds})"
        return f"{clean}{_unchecked(outcome)}.{_unlisted(outcome, to)}"
    pages = len({finding.path for finding in listed})
    # A finding may be in a file that is not a page, such as the configuration.
    of = f" of {outcome.pages}" if pages < outcome.pages else ""
    where = f"{pages}{of} {'page' if pages == 1 and not of else 'pages'}"
    start = "" if pages == 1 else _where_to_start(listed, to)
    found = f"{_severities(listed)} on {where} ({seconds})"
    return f"{found}{_unchecked(outcome)}.{start}{_unlisted(outcome, to)}"


def _unchecked(outcome: Outcome) -> str:
    """The pages that could not be read to the end of their front matter, and the sites that could not be."""
    rest = f"; the rest of {_pages(outcome.unread)} was not checked" if outcome.unread else ""
    lost = len(outcome.unchecked)
    return f"{rest}; {plural(lost, 'site')} {'was' if lost == 1 else 'were'} not checked" if lost else rest


def _tally(rule: str, findings: list[Finding]) -> Tally:
    counts = Counter(finding.severity for finding in findings)
    return Tally(
        rule=rule,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        info=counts[Severity.INFO],
        pages=len({finding.path for finding in findings}),
    )


def _clean_run(outcome: Outcome) -> str:
    return "No errors found" if outcome.shown is Severity.ERROR else "No problems found"


def _pages(count: int) -> str:
    return plural(count, "page")


def plural(count: int, word: str) -> str:
    """The count with its word: `1 page`, `2 pages`."""
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _severities(findings: Iterable[Finding]) -> str:
    """`12 errors and 3 warnings`."""
    counts = Counter(finding.severity for finding in findings)
    words = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "minor problem"}
    parts = [plural(counts[severity], word) for severity, word in words.items() if counts[severity]]
    return " and ".join(", ".join(parts).rsplit(", ", 1))


def _where_to_start(findings: Iterable[Finding], to: Output) -> str:
    """The page with the most errors, then the most warnings."""
    by_page: dict[str, list[Finding]] = {}
    for finding in findings:
        by_page.setdefault(finding.path, []).append(finding)

    def weight(path: str) -> tuple[int, ...]:
        counts = Counter(finding.severity for finding in by_page[path])
        return tuple(counts[severity] for severity in Severity)

    worst = max(by_page, key=weight)
    return f" Start with {to.shown(worst)} ({_severities(by_page[worst])})."


def _unlisted(outcome: Outcome, to: Output) -> str:
    """What the report leaves out, and how to see it."""
    words = ""
    listed = len(outcome.listed())
    if to.max_findings is not None and listed > to.max_findings:
        words += f" {_listed(to.max_findings)} (--max-findings)."
    hidden = [finding for finding in outcome.findings if not finding.severity.at_least(outcome.shown)]
    if hidden:
        lightest = max((finding.severity for finding in hidden), key=lambda severity: severity.rank)
        words += f" {_severities(hidden)} hidden; list them with `--show {lightest}`."
    if outcome.suppressed:
        words += f" {plural(outcome.suppressed, 'problem')} ignored in pages."
    if outcome.accepted:
        words += f" {plural(outcome.accepted, 'problem')} accepted by the baseline."
    brought = len(outcome.accepted_by_change())
    if brought:
        words += f" {plural(brought, 'problem')} accepted by this change."
    return words


def _listed(count: int) -> str:
    return "Only 1 problem is listed" if count == 1 else f"Only {count} problems are listed"
