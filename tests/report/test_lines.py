"""The formats `concise` and `json`, the statistics, and how a format is found."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.base.source import decode
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Severity
from frontlint.report import formats, statistics
from frontlint.report.output import Output
from frontlint.report.style import COLORED
from report.examples import FIRST, PAGES, RUN
from report.pages import ROOT, Pages, outcome, without_codes, written

Snapshot = Callable[[str, str], None]

SCHEMA = Path(__file__).parents[2] / "schemas" / "report.schema.json"


def test_concise() -> None:
    assert written("concise", RUN, PAGES) == (
        "content/a.md:3:11: error alias-collision: /old/ is also claimed by b; fix: remove one\n"
        "content/a.md:2:9: warning doubled-word: the title says \\x1b[31m\\n\n"
    )


def test_concise_lists_info_when_asked_and_cleans_the_path() -> None:
    everything = Outcome(ROOT, RUN.findings, 2, 0.8, RUN.rules, Severity.INFO)
    last = written("concise", everything, PAGES, cwd=ROOT / "content").splitlines()[-1]
    assert last == "b\\u202e.md:2:1: info weight-step: weight"


def test_concise_says_nothing_of_a_clean_run() -> None:
    assert written("concise", outcome(), {}) == ""


def test_concise_stops_where_it_is_told_to() -> None:
    assert written("concise", RUN, PAGES, max_findings=1).count("\n") == 1


def test_concise_in_colours_says_the_same() -> None:
    colored = written("concise", RUN, PAGES, palette=COLORED)
    assert "\x1b[1;31merror\x1b[0m" in colored
    assert without_codes(colored) == written("concise", RUN, PAGES)


def test_json(snapshot: Snapshot) -> None:
    snapshot("json", written("json", RUN, PAGES).replace(__version__, "<version>"))


def test_json_fits_its_schema() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    for run in (RUN, outcome()):
        Draft202012Validator(schema).validate(json.loads(written("json", run, PAGES)))


def test_json_comes_back_as_it_was() -> None:
    report = json.loads(written("json", RUN, PAGES, cwd=Path("/elsewhere")))
    assert [found["rule"] for found in report["findings"]] == [found.rule for found in RUN.findings]
    assert report["findings"][1]["message"] == RUN.findings[1].message
    assert report["findings"][2]["path"] == "../site/content/b\u202e.md"
    assert report["findings"][0]["field"] == "/aliases/0"
    assert report["findings"][1]["field"] is None
    for found in report["findings"][:2]:
        lines = decode("", FIRST.encode()).lines
        start, end = (lines.offset(found[at]["line"], found[at]["column"]) for at in ("start", "end"))
        assert FIRST[start:end] in ("/old/", "本 \x1b[31m")
    assert report["findings"][2]["end"] == {"line": 5, "column": 1}


def test_json_is_never_cut_short_nor_coloured_and_passes_any_pipe() -> None:
    plain = written("json", RUN, PAGES)
    assert written("json", RUN, PAGES, palette=COLORED, width=40, max_findings=1, encoding="ascii") == plain
    assert plain.isascii()
    assert len(json.loads(plain)["findings"]) == 3


def test_statistics() -> None:
    run = Outcome(ROOT, (*RUN.findings, *[RUN.findings[1]] * 10), 2, 0.8, RUN.rules)
    stream = io.StringIO()
    statistics.render(run, Pages(PAGES), Output(stream, ROOT, ROOT))
    assert stream.getvalue() == (
        "11  doubled-word     warning\n"
        " 1  alias-collision  error\n"
        "\n"
        "1 error and 11 warnings on 1 of 2 pages (0.8 s)."
        " 1 minor problem hidden; list them with `--show info`.\n"
    )


def test_statistics_of_a_clean_run() -> None:
    stream = io.StringIO()
    statistics.render(outcome(), Pages({}), Output(stream, ROOT, ROOT))
    assert stream.getvalue() == "No problems found in 3 pages (0.8 s).\n"


def test_every_file_of_the_folder_is_a_format() -> None:
    assert {"full", "concise", "json"} <= set(formats.names())
    for name in formats.names():
        assert callable(formats.load(name))


@pytest.mark.parametrize(("name", "hint"), [("consise", "`concise`"), ("xyz", "concise, ")])
def test_a_format_that_is_not_there_is_the_users_mistake(name: str, hint: str) -> None:
    with pytest.raises(UsageError, match="output format") as caught:
        formats.load(name)
    assert hint in caught.value.message
