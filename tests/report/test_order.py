"""What a report for people lists if not all fits: errors first, ten rules in the table, remedies."""

from __future__ import annotations

import pytest

from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from report.pages import outcome, rule, spot, without_codes, written

TEXT = "---\ntitle: one two three\n---\n"
LONG = (
    "the title says one two three and goes on for so long that no terminal of eighty columns has room for it"
)


def at(
    path: str, name: str, severity: Severity = Severity.WARNING, help_: str = "write `title: one`"
) -> Finding:
    return Finding(name, path, spot(TEXT, "one"), f"message of {name}", help_, severity)


MIXED = outcome(
    at("a.md", "first-warning"),
    at("b.md", "first-error", Severity.ERROR),
    at("b.md", "second-warning"),
    at("c.md", "second-error", Severity.ERROR),
)
PAGES: dict[str, str | bytes] = {"a.md": TEXT, "b.md": TEXT, "c.md": TEXT}


@pytest.mark.parametrize("name", ["full", "concise", "grouped"])
def test_errors_come_first_if_some_are_left_out(name: str) -> None:
    two = written(name, MIXED, PAGES, max_findings=2)
    said = two.partition("\nrule ")[0]
    assert said.index("first-error") < said.index("second-error")
    assert "warning" not in said.replace("warnings", "")
    three = written(name, MIXED, PAGES, max_findings=3).partition("\nrule ")[0]
    assert three.index("second-error") < three.index("first-warning")
    assert "second-warning" not in three
    everything = written(name, MIXED, PAGES).partition("\nrule ")[0]
    assert everything.index("first-warning") < everything.index("first-error"), "else by page"


def test_a_page_has_one_heading_whatever_the_order() -> None:
    three = written("grouped", MIXED, PAGES, max_findings=3)
    assert three.count("b.md\n") == 1


def test_the_table_has_ten_rules_and_counts_the_others() -> None:
    many = [at("a.md", f"rule-{number:02}") for number in range(12)]
    report = written("full", outcome(*many), PAGES)
    table = report[report.index("\nrule ") + 1 :].splitlines()
    assert [line.split()[0] for line in table[2:12]] == [f"rule-{number:02}" for number in range(10)]
    assert table[12] == "and 2 more rules: `--statistics` counts all"
    ten = written("full", outcome(*many[:10]), PAGES)
    assert "more rule" not in ten


def test_a_remedy_of_several_lines_is_one_in_concise_and_below_in_grouped() -> None:
    found = outcome(at("a.md", "some-rule", help_="write\n  sitemap:\n    priority: 0.7"))
    assert written("concise", found, PAGES) == (
        "a.md:2:8: warning some-rule: message of some-rule; fix: write sitemap: priority: 0.7\n"
    )
    assert written("grouped", found, PAGES) == (
        "a.md\n"
        "  2:8  warning  some-rule  message of some-rule\n"
        "       fix: write\n"
        "              sitemap:\n"
        "                priority: 0.7\n\n"
    )


@pytest.mark.parametrize("name", ["full", "grouped"])
def test_a_long_message_goes_on_below_on_a_terminal_and_stays_whole_in_a_pipe(name: str) -> None:
    found = outcome(at("a.md", "some-rule")._replace(message=LONG))
    narrow = written(name, found, PAGES, width=80).partition("\nrule ")[0]
    assert max(map(len, narrow.splitlines())) <= 80
    assert LONG in " ".join(narrow.split())
    assert LONG in written(name, found, PAGES)


def test_a_short_report_says_how_to_get_the_long_one() -> None:
    from io import StringIO
    from pathlib import Path

    from frontlint.report import short
    from frontlint.report.output import Output
    from report.pages import Pages

    stream = StringIO()
    short.render(MIXED, Pages(PAGES), Output(stream, Path("/site"), Path("/site"), width=80))
    assert "fix: write `title: one`" in stream.getvalue()
    assert stream.getvalue().endswith(
        "Short report; `--output-format full` shows each problem with its lines.\n"
    )


def test_a_link_is_on_the_name_alone_and_only_if_there_is_a_page() -> None:
    from io import StringIO
    from pathlib import Path

    from frontlint.report.formats import grouped
    from frontlint.report.output import Output
    from report.pages import Pages

    found = (at("a.md", "some-rule"), at("a.md", "some-other-rule"))
    rules = {one.rule: rule(one.rule) for one in found}

    def said(docs_url: str | None, *, links: bool) -> str:
        run = Outcome(Path("/site"), found, 1, 0.1, rules, docs_url=docs_url)
        stream = StringIO()
        grouped.render(run, Pages(PAGES), Output(stream, Path("/site"), Path("/site"), links=links))
        return stream.getvalue()

    linked = said("https://d.example", links=True)
    assert "\x1b]8;;https://d.example/rules/some-rule/\x1b\\some-rule\x1b]8;;\x1b\\        message" in linked
    for other in (
        said("https://d.example", links=False),
        said(None, links=True),
        said("https://ü.example", links=True),
    ):
        assert "\x1b" not in other
    assert without_codes(linked).count("some-rule") == 3
