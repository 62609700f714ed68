"""Page text stays text: whatever a page holds, each reader gets the messages and nothing else."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.report import formats
from frontlint.report.reader import Reader
from frontlint.report.words import message_and_help
from report.nasty import ATTACKS, FINDING, TEXT
from report.pages import outcome, written
from report.readers import MESSAGES
from report.runner import commands, lines_for_people

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

RUNNER = {"GITHUB_ACTIONS": "true"}
ALL_ATTACKS = Finding("some-rule", "a.md", Span(0, 0), " ".join(ATTACKS) + "\ufffe", " \n".join(ATTACKS))
EACH_ATTACK = [Finding("some-rule", "a.md", Span(0, 0), attack) for attack in ATTACKS]


def run(*found: Finding) -> Outcome:
    return outcome(*found, shown=Severity.INFO)


def as_held(name: str, text: str) -> str:
    """What a format can hold of a text: XML lacks two characters, a cell the space at its end."""
    if name == "junit":
        return text.replace("\ufffe", "\\ufffe").replace("\uffff", "\\uffff")
    return text.strip() if name == "markdown" else text


@pytest.mark.parametrize("name", sorted(MESSAGES))
@given(page=TEXT, other=TEXT, found=FINDING, encoding=st.sampled_from(["utf-8", "cp1252", "ascii"]))
@example(page="", other="", found=ALL_ATTACKS, encoding="utf-8")
def test_every_reader_gets_the_message(
    name: str, page: str, other: str, found: Finding, encoding: str
) -> None:
    report = written(name, run(found), {"a.md": page, "b.md": other}, encoding=encoding, environ=RUNNER)
    assert [as_held(name, text) for text in MESSAGES[name](report)] == [
        as_held(name, message_and_help(found))
    ]


@pytest.mark.parametrize("name", sorted(MESSAGES))
def test_every_attack_is_a_message(name: str) -> None:
    report = written(name, outcome(*EACH_ATTACK[:10]), {"a.md": ""}, environ=RUNNER)
    rest = written(name, outcome(*EACH_ATTACK[10:20]), {"a.md": ""}, environ=RUNNER)
    last = written(name, outcome(*EACH_ATTACK[20:]), {"a.md": ""}, environ=RUNNER)
    found = [message for part in (report, rest, last) for message in MESSAGES[name](part)]
    assert found == [message_and_help(finding) for finding in EACH_ATTACK]


@pytest.mark.parametrize("name", formats.names())
@given(page=TEXT, other=TEXT, found=FINDING)
@example(page="", other="", found=ALL_ATTACKS)
def test_github_runs_no_command_out_of_a_page(name: str, page: str, other: str, found: Finding) -> None:
    """Text for people is fenced off by the command, documents hold nothing that the runner reads."""
    pages: dict[str, str | bytes] = {"a.md": page, "b.md": other}
    log = written(name, run(found), pages, environ=RUNNER)
    own = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}[found.severity]
    assert [command.name for command in commands(log)] == ([own] if name == "github" else [])
    assert lines_for_people(log) == written(name, run(found), pages)


DOCUMENTS = [name for name in formats.names() if formats.reader(name) is Reader.PROGRAM]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_documents_are_ascii_and_never_cut_short(name: str) -> None:
    found = Finding("some-rule", "ä\u200c\udc80.md", Span(0, 0), "日本", severity=Severity.INFO)
    three, pages = outcome(found, found, found), {"ä\u200c\udc80.md": "日"}
    report = written(name, three, pages, encoding="ascii", max_findings=1, width=40)
    assert report.isascii()
    assert report.count("some-rule") >= 3
    assert report == written(name, three, pages)
    if name != "junit":
        json.loads(report)
