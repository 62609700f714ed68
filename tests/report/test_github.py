"""The format `github`: which annotations, what stands in them, and the job summary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report.formats.github import MOST
from frontlint.report.job_summary import LIMIT, add_to_summary
from report.pages import outcome, written
from report.runner import Command, commands


def found(path: str, number: int, severity: Severity = Severity.ERROR) -> Finding:
    return Finding("some-rule", path, Span(0, 1), f"{path} {number}", severity=severity)


def shown(run: Outcome) -> list[Command]:
    return commands(written("github", run, {finding.path: "text" for finding in run.findings}))


def test_every_page_has_its_turn_before_any_has_a_second() -> None:
    run = outcome(*(found(f"{name}.md", number) for name in "abc" for number in range(5)))
    texts = [command.text for command in shown(run)]
    assert len(texts) == MOST
    assert texts[:5] == ["a.md 0", "b.md 0", "c.md 0", "a.md 1", "a.md 2"]
    assert texts[-1].splitlines() == ["b.md 3", "There are 5 errors more: see the summary of this job."]


def test_changed_pages_come_first() -> None:
    run = outcome(*(found(f"{name}.md", number) for name in "abc" for number in range(6)))
    texts = [command.text for command in shown(replace(run, changed=frozenset({"b.md"})))]
    assert texts[:9] == [*(f"b.md {number}" for number in range(6)), "a.md 0", "c.md 0", "a.md 1"]


@pytest.mark.parametrize(
    ("count", "words"), [(10, ""), (11, "There is 1 warning more: see the summary of this job.")]
)
def test_the_tenth_says_how_many_more(count: int, words: str) -> None:
    run = outcome(*(found("a.md", number, Severity.WARNING) for number in range(count)))
    assert shown(run)[-1].text.partition("\n")[2] == words


def test_each_severity_has_its_own_ten() -> None:
    run = outcome(*(found("a.md", number, severity) for severity in Severity for number in range(12)))
    names = [command.name for command in shown(replace(run, shown=Severity.INFO))]
    assert names == ["error"] * MOST + ["warning"] * MOST + ["notice"] * MOST
    assert "notice" not in [command.name for command in shown(run)]


def test_a_place_is_given_as_github_takes_it() -> None:
    text = "a: b\nheadline:\n  x: y\n\nz: 1\n"
    run = outcome(
        Finding("one-line", "a,b:c%.md", Span(3, 4), "m"),
        Finding("two-lines", "a,b:c%.md", Span(5, text.index("z")), "m"),
    )
    report = written("github", run, {"a,b:c%.md": text})
    assert report.startswith("::warning file=a%2Cb%3Ac%25.md,line=1,")
    first, second = (command.properties for command in commands(report))
    assert first == {
        "file": "a,b:c%.md",
        "line": "1",
        "endLine": "1",
        "col": "4",
        "endColumn": "5",
        "title": "one-line",
    }
    assert second == {"file": "a,b:c%.md", "line": "2", "endLine": "3", "title": "two-lines"}


def test_the_whole_table_is_added_to_the_summary(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_text("from another command\n", encoding="utf-8")
    run = outcome(*(found("日.md", number) for number in range(40)))
    environ = {"GITHUB_STEP_SUMMARY": str(file)}
    written("github", run, {"日.md": "text"}, environ=environ, encoding="ascii", max_findings=3)
    summary = file.read_text(encoding="utf-8")
    assert summary.startswith("from another command\n\n### frontlint\n\n40 errors on 1 of 3 pages")
    assert summary.count("| error | 日.md:1:1 | some-rule | 日.md ") == 40


def test_a_long_summary_is_cut_and_says_so(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    file.write_bytes(b"x" * 1000)
    piece = "é" * 499 + "\n"
    add_to_summary(file, [piece] * 2000)
    data = file.read_bytes()
    assert LIMIT - 1000 < len(data) <= LIMIT
    assert data.decode().endswith("`frontlint check --output-format concise`.\n")
    assert data.decode()[1001:].startswith(piece * 900)
    add_to_summary(file, [piece] * 2000)
    assert file.stat().st_size <= LIMIT + 300


def test_a_summary_that_just_fits_is_whole(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    add_to_summary(file, ["abc\n", "def\n"])
    assert file.read_bytes() == b"abc\ndef\n"


def test_a_summary_that_cannot_be_written_is_the_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="job summary cannot be written"):
        add_to_summary(tmp_path, ["text"])
