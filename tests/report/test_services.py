"""The formats for services and programs: what each writes of a small run, and what its reader relies on."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint import __version__
from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.engine.internal_error import Crashes
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.report import formats
from frontlint.report.formats.sarif import SCHEMA as SARIF_SCHEMA
from frontlint.report.output import Output
from frontlint.report.region import byte_region, printed_region, region
from frontlint.report.style import COLORED
from report.examples import PAGES, RUN
from report.pages import Pages, outcome, rule, without_codes, written

Snapshot = Callable[[str, str], None]

PAGES_AB: dict[str, str | bytes] = {"a.md": "text of a page", "b.md": "text of a page"}
INFO = replace(RUN, shown=Severity.INFO)


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson", "junit", "github", "markdown", "grouped"])
def test_what_is_written(name: str, snapshot: Snapshot) -> None:
    report = written(name, INFO, PAGES)
    report = re.sub(r'(ingerprint[\w/]*": )"[0-9a-f]{16}"', r'\1"<fingerprint>"', report)
    snapshot(name, report.replace(f'"{__version__}"', '"<version>"'))


def at(path: str, number: int, severity: Severity = Severity.ERROR, rule: str = "some-rule") -> Finding:
    return Finding(rule, path, Span(number, number + 1), f"message {number}", severity=severity)


# -- paths ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["sarif", "gitlab", "rdjson", "junit", "github", "markdown"])
def test_paths_count_from_the_repository(name: str, tmp_path: Path) -> None:

    (tmp_path / ".git").write_text("gitdir: elsewhere\n")  # as in a worktree or a submodule
    project = tmp_path / "sites" / "my site"
    project.mkdir(parents=True)
    stream = io.StringIO()
    run = replace(outcome(at("content/ä.md", 0)), project=project)
    formats.show(name, run, Pages({"content/ä.md": "text"}), Output(stream, project, project))
    path = "sites/my%20site/content/%C3%A4.md" if name == "sarif" else "sites/my site/content/ä.md"
    written_as = {"gitlab": json.dumps(path)[1:-1], "rdjson": json.dumps(path)[1:-1]}
    written_as["junit"] = path.replace("ä", "&#228;")
    assert written_as.get(name, path) in stream.getvalue()
    if name == "sarif":
        (log,) = json.loads(stream.getvalue())["runs"]
        assert log["automationDetails"] == {"id": "frontlint/sites/my site/"}


# -- positions -----------------------------------------------------------------------------------------------

DATA = st.builds(
    lambda mark, parts: mark + b"".join(parts),
    st.sampled_from([b"", b"\xef\xbb\xbf"]),
    st.lists(
        st.sampled_from([b"a", "é".encode(), "日".encode(), "😀".encode(), b"\n", b"\r\n", b"\xff", b"\xc3"])
    ),
)


@given(DATA, st.data())
def test_byte_columns_find_the_same_bytes(data: bytes, drawn: st.DataObject) -> None:
    source = decode("a.md", data)
    start = drawn.draw(st.integers(0, len(source.text)))
    end = drawn.draw(st.integers(start, len(source.text)))
    place = byte_region(source, Span(start, end))
    lines = data.split(b"\n")  # as reviewdog does

    def offset(line: int, column: int) -> int:
        return sum(len(before) + 1 for before in lines[: line - 1]) + column - 1

    first, last = offset(place.line, place.column), offset(place.end_line, place.end_column)
    body = data.removeprefix(b"\xef\xbb\xbf")
    skipped = len(data) - len(body)
    assert decode("", data[first:last]).text.removeprefix("\ufeff") == source.text[start:end]
    assert decode("", body[: first - skipped]).text == source.text[:start]


def test_the_example_of_reviewdogs_definition() -> None:
    source = decode("a.md", "a𐐀b".encode())
    assert [byte_region(source, Span(at, at)).column for at in range(4)] == [1, 2, 6, 7]


def test_a_region_lies_within_the_text_of_today() -> None:
    source = decode("a.md", b"ab\ncd\n\n")
    assert region(source, Span(4, 900)) == (2, 2, 4, 1)
    assert printed_region(source, Span(0, 900)) == (1, 1, 2, 3)


# -- each format ---------------------------------------------------------------------------------------------


def sarif(*findings: Finding, pages: dict[str, str | bytes] | None = None) -> dict[str, object]:
    (log,) = json.loads(written("sarif", outcome(*findings), pages or {"a.md": "text of a page"}))["runs"]
    assert isinstance(log, dict)
    return log


def test_sarif_says_when_frontlint_failed() -> None:
    failed = Crashes().note("some-rule", "a.md", ValueError("x"))
    assert sarif(at("a.md", 0))["invocations"] == [
        {"executionSuccessful": True, "toolConfigurationNotifications": []}
    ]
    (invocation,) = json.loads(written("sarif", replace(outcome(failed), rules={}), {"a.md": ""}))["runs"][0][
        "invocations"
    ]
    assert invocation["executionSuccessful"] is False


def test_a_rules_page_has_no_links_where_sarif_shows_text() -> None:
    info = rule("some-rule", why="Write [x](y).", bad="[x](y)", summary="No [x](y)")
    run = replace(outcome(at("a.md", 0)), rules={"some-rule": info})
    (shown,) = json.loads(written("sarif", run, {"a.md": "text"}))["runs"][0]["tool"]["driver"]["rules"]
    texts = [shown[part]["text"] for part in ("shortDescription", "fullDescription", "help")]
    assert [re.findall(r".\[x.*?\)", text)[0] for text in texts] == ["\\[x\\](y)"] * 3
    assert "[x](y)" in shown["help"]["markdown"]
    assert "helpUri" not in shown


def test_links_lead_where_the_rules_are_published_and_else_nowhere() -> None:
    info = rule("some-rule", why="A reason.", bad="a: b", summary="Do this")
    run = replace(outcome(at("a.md", 0)), rules={"some-rule": info})
    for name in ("sarif", "rdjson"):
        assert "http" not in written(name, run, {"a.md": "text"}).replace(SARIF_SCHEMA, "")
    there = replace(run, docs_url="https://docs.example.org/frontlint")
    (log,) = json.loads(written("sarif", there, {"a.md": "text"}))["runs"]
    driver = log["tool"]["driver"]
    assert driver["informationUri"] == "https://docs.example.org/frontlint"
    assert driver["rules"][0]["helpUri"] == "https://docs.example.org/frontlint/rules/some-rule/"
    (diagnostic,) = json.loads(written("rdjson", there, {"a.md": "text"}))["diagnostics"]
    assert diagnostic["code"]["url"] == "https://docs.example.org/frontlint/rules/some-rule/"


def test_sarif_tells_equal_findings_apart_without_lines() -> None:
    same = [Finding("some-rule", "a.md", Span(start, start + 4), "m") for start in (0, 5)]
    moved = [Finding("some-rule", "a.md", Span(start + 1, start + 5), "m") for start in (0, 5)]

    def prints(log: dict[str, object]) -> list[str]:
        results = log["results"]
        assert isinstance(results, list)
        return [result["partialFingerprints"]["frontlintFingerprint/v1"] for result in results]

    before = prints(sarif(*same, pages={"a.md": "text text"}))
    assert len(set(before)) == 2
    assert prints(sarif(*moved, pages={"a.md": "\ntext text"})) == before
    report = json.loads(written("gitlab", outcome(*same), {"a.md": "text text"}))
    assert [issue["fingerprint"] for issue in report] == before


def test_sarif_names_a_file_that_is_not_unicode() -> None:
    assert "%80%20%23.md" in written("sarif", outcome(at("\udc80 #.md", 0)), {"\udc80 #.md": "text"})


def test_a_clean_run_of_each_document() -> None:
    assert sarif()["results"] == []
    assert json.loads(written("gitlab", outcome(), {})) == []
    assert json.loads(written("rdjson", outcome(), {}))["diagnostics"] == []
    (case,) = ElementTree.fromstring(written("junit", outcome(), {})).iter("testcase")
    assert (case.get("name"), list(case)) == ("no findings on 3 pages", [])
    assert written("github", outcome(), {}) == written("grouped", outcome(), {}) == ""
    assert written("markdown", outcome(), {}) == "### frontlint\n\nNo problems found in 3 pages (0.8 s).\n"


def test_junit_counts_and_names_every_case() -> None:
    twice = at("b.md", 1, Severity.WARNING)
    run = outcome(at("a.md", 0), twice, twice, at("b.md", 2, Severity.INFO))
    report = ElementTree.fromstring(written("junit", run, {"a.md": "text", "b.md": "text"}))
    suites = [(suite.get("name"), suite.get("tests"), suite.get("failures")) for suite in report]
    assert suites == [("a.md", "1", "1"), ("b.md", "3", "2")]
    assert (report.get("tests"), report.get("failures")) == ("4", "3")
    assert [case.get("name") for case in report[1]] == [
        "some-rule at 1:2",
        "some-rule at 1:2 (2)",
        "some-rule at 1:3",
    ]
    assert [case[0].tag for case in report.iter("testcase")] == [
        "failure",
        "failure",
        "failure",
        "system-out",
    ]


def test_markdown_begins_with_what_weighs_most_and_lists_what_is_asked_for() -> None:
    run = outcome(at("a.md", 0, Severity.WARNING), at("a.md", 1, Severity.INFO), at("b.md", 2))
    rows = [line for line in written("markdown", run, PAGES_AB).splitlines() if "message" in line]
    assert [row.split(" | ")[0] for row in rows] == ["| error", "| warning"]
    short = written("markdown", run, PAGES_AB, max_findings=1)
    assert short.count("| message") == 1
    assert "Only 1 problem is listed" in short


def test_grouped_in_colours_says_the_same() -> None:
    colored = written("grouped", INFO, PAGES, palette=COLORED)
    assert "\x1b[1;31merror" in colored
    assert without_codes(colored) == written("grouped", INFO, PAGES)


def test_grouped_lists_what_is_asked_for() -> None:
    assert "weight-step" not in written("grouped", RUN, PAGES)
    assert written("grouped", RUN, PAGES, max_findings=1).count("\n  ") == 2, "with its remedy"


@pytest.mark.parametrize("path", ["content/a|b.md", "a`b.md", "a<b>.md", "a\nb.md", "a]b.md"])
def test_a_path_is_one_cell(path: str) -> None:
    report = written("markdown", outcome(at(path, 0)), {path: "text"})
    assert all(line.count(" | ") == 3 for line in report.splitlines() if "message" in line)


def test_a_label_is_a_related_location_of_sarif() -> None:
    found = at("a.md", 0)._replace(related=(Label("b.md", Span(5, 7), "the other"),))
    results = sarif(found, pages=PAGES_AB)["results"]
    assert isinstance(results, list)
    (related,) = results[0]["relatedLocations"]
    assert related["message"] == {"text": "the other"}
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "b.md"
    assert related["physicalLocation"]["region"] == {
        "startLine": 1,
        "startColumn": 6,
        "endLine": 1,
        "endColumn": 8,
    }
