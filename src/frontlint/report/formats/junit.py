"""The format `junit`: a suite for each page with findings, for servers that show test results."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report.accepted import TITLE, notices
from frontlint.report.ascii_xml import DECLARATION, element, start_tag
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.region import region_of
from frontlint.report.tally import plural
from frontlint.report.unchecked import RULE, sentence
from frontlint.report.words import clean, message, message_and_help, reason

READER = Reader.PROGRAM


def render(outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes one XML document: errors and warnings are cases that fail, what is only info is one that passes.

    A clean run has one case that passes: a file without any is taken for a run that never took place.
    """
    to = to.from_repository()
    failures = sum(map(_fails, outcome.findings))
    accepted = notices(outcome, sources, to)
    lost = len(outcome.unchecked)
    tests = (len(outcome.findings) or 1) + len(accepted) + lost
    totals = {"name": "frontlint", "tests": tests, "failures": failures, "errors": lost}
    lines = [start_tag("testsuites", {**totals, "time": f"{outcome.seconds:.3f}"})]
    for path, found in groupby(outcome.findings, key=attrgetter("path")):
        lines += _suite(clean(to.display(path)), list(found), outcome, sources)
    if not outcome.findings:
        lines += _passed(outcome)
    if lost:
        lines += _lost(outcome)
    if accepted:
        lines += _skipped(accepted, sources, to)
    to.write(DECLARATION + "\n".join([*lines, "</testsuites>"]) + "\n")


def _fails(finding: Finding) -> bool:
    """A server turns red over a failed case: what is only info must not be one."""
    return finding.severity is not Severity.INFO


def _suite(path: str, found: Sequence[Finding], outcome: Outcome, sources: Sources) -> Iterator[str]:
    failures = sum(map(_fails, found))
    yield "  " + start_tag("testsuite", _counts(path, len(found), failures))
    seen: Counter[str] = Counter()
    for finding in found:
        place = region_of(finding, sources)
        name = f"{finding.rule} at {place.line}:{place.column}"
        seen[name] += 1
        # GitLab drops the second of two cases that share a name.
        number = f" ({seen[name]})" if seen[name] > 1 else ""
        yield "    " + start_tag("testcase", {"classname": path, "name": name + number, "time": "0"})
        yield "      " + _result(finding, f"{path}:{place.line}:{place.column}", outcome)
        yield "    </testcase>"
    yield "  </testsuite>"


def _result(finding: Finding, place: str, outcome: Outcome) -> str:
    why = reason(finding, outcome.rules.get(finding.rule))
    text = f"{place}: {finding.severity.value} {finding.rule}\n{message_and_help(finding)}"
    text += f"\nwhy: {why}" if why else ""
    if not _fails(finding):
        return element("system-out", {}, text)
    return element("failure", {"type": finding.severity.value, "message": message(finding)}, text)


def _passed(outcome: Outcome) -> Iterator[str]:
    name = f"no findings on {plural(outcome.pages, 'page')}"
    yield "  " + start_tag("testsuite", _counts("frontlint", 1, 0))
    yield "    " + element("testcase", {"classname": "frontlint", "name": name, "time": "0"})
    yield "  </testsuite>"


def _lost(outcome: Outcome) -> Iterator[str]:
    """A site that could not be checked is a case that did not come to its end."""
    count = len(outcome.unchecked)
    yield "  " + start_tag("testsuite", {**_counts("sites", count, 0), "errors": count})
    for one in outcome.unchecked:
        yield "    " + start_tag("testcase", {"classname": "sites", "name": clean(one.site), "time": "0"})
        yield "      " + element("error", {"type": RULE, "message": sentence(one)}, sentence(one))
        yield "    </testcase>"
    yield "  </testsuite>"


def _skipped(accepted: Sequence[Finding], sources: Sources, to: Output) -> Iterator[str]:
    """What a change accepted is a case that was skipped: it neither fails nor passes."""
    yield "  " + start_tag("testsuite", _counts(TITLE, len(accepted), 0, len(accepted)))
    for number, finding in enumerate(accepted, 1):
        place = region_of(finding, sources)
        name = f"{finding.rule} at {place.line}:{place.column} ({number})"
        path = clean(to.display(finding.path))
        yield "    " + start_tag("testcase", {"classname": path, "name": name, "time": "0"})
        yield "      " + element("skipped", {"message": message(finding)}, "")
        yield "    </testcase>"
    yield "  </testsuite>"


def _counts(name: str, tests: int, failures: int, skipped: int = 0) -> dict[str, object]:
    counts = {"tests": tests, "failures": failures, "errors": 0, "skipped": skipped}
    return {"name": name, **counts, "time": "0"}
