"""The format `full`: the frame, the carets, and what stands below the findings."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.report.prose import first_sentences
from frontlint.report.style import COLORED
from report.pages import ROOT, detail, outcome, rule, spot, without_codes, written

Snapshot = Callable[[str, str], None]

PARENT = "content/tags/agile-product-operating-model/_index.md"
OTHER = "content/tags/agnostic-agile/_index.md"


def page(*lines: str, before: int = 0) -> str:
    """A page whose lines come after some that do not matter."""
    return "---\n" + "x: y\n" * before + "\n".join(lines) + "\n---\n"


def finding(text: str, words: str, label: str = "here", related: tuple[Label, ...] = ()) -> Finding:
    return Finding("some-rule", "a.md", spot(text, words), "a message", label=label, related=related)


def rows(text: str | bytes, found: Finding, width: int | None = None) -> list[str]:
    return detail(written("full", outcome(found), {"a.md": text}, width=width))


def test_the_example_of_the_interface() -> None:
    pages = {PARENT: page("- /APOM", before=39), OTHER: page("- /APOM/", before=36)}
    collision = Finding(
        "alias-collision",
        PARENT,
        spot(pages[PARENT], "/APOM"),
        "/APOM is also claimed by tags/agnostic-agile",
        "remove the alias from the page that should not own it.",
        Severity.ERROR,
        ("aliases", 0),
        "this alias",
        related=(Label(OTHER, spot(pages[OTHER], "/APOM/"), "and this one publish the same redirect"),),
    )
    why = "Hugo writes one redirect page for both and the last one wins, without a word."
    report = written("full", outcome(collision, why=why), pages)
    assert (
        report.partition("\n\n")[0]
        == """\
error alias-collision: /APOM is also claimed by tags/agnostic-agile
  --> content/tags/agile-product-operating-model/_index.md:41:3
   |
41 | - /APOM
   |   ^^^^^ this alias
   |
  ::: content/tags/agnostic-agile/_index.md:38:3
   |
38 | - /APOM/
   |   ------ and this one publish the same redirect
   |
   why: Hugo writes one redirect page for both and the last one wins, without a word.
   fix: remove the alias from the page that should not own it.
   more: frontlint explain alias-collision"""
    )


@pytest.fixture
def several() -> tuple[Outcome, dict[str, str | bytes]]:
    """A small run: three rules, one of them twice, one finding that is not listed."""
    first = page("title: Kanban", "aliases:", "- kanban", "- kanban-board", "draft: yes")
    second = page("title: Scrum", "headline:", "  cards: []", "  title: TODO", "weight: 7")
    findings = (
        Finding("alias-relative", "a.md", spot(first, "kanban\n"), "kanban lands in /a/",
                "begin it with a slash", label="relative"),
        Finding("alias-relative", "a.md", spot(first, "kanban-board"), "kanban-board lands in /a/",
                "begin it with a slash"),
        Finding("draft-not-boolean", "a.md", spot(first, "yes"), "Hugo cannot read draft yes", "write true",
                Severity.ERROR),
        Finding("placeholder-text", "b.md", spot(second, "TODO"), "the headline says TODO"),
        Finding("weight-step", "b.md", spot(second, "7"), "7 is no multiple of 5", severity=Severity.INFO),
    )  # fmt: skip
    return outcome(*findings, pages=993, suppressed=2), {"a.md": first, "b.md": second}


def test_a_run_with_several_findings(
    several: tuple[Outcome, dict[str, str | bytes]], snapshot: Snapshot
) -> None:
    snapshot("full-several", written("full", *several))


def test_colours(several: tuple[Outcome, dict[str, str | bytes]], snapshot: Snapshot) -> None:
    colored = written("full", *several, palette=COLORED)
    snapshot("full-colored", colored.replace("\x1b", "<ESC>"))
    assert without_codes(colored) == written("full", *several)


def test_info_has_its_column_where_it_is_listed(
    several: tuple[Outcome, dict[str, str | bytes]], snapshot: Snapshot
) -> None:
    run, pages = several
    everything = Outcome(ROOT, run.findings, run.pages, run.seconds, run.rules, Severity.INFO)
    report = written("full", everything, pages)
    snapshot("full-info", report[report.index("\nrule ") + 1 :])


def test_only_so_many_findings(several: tuple[Outcome, dict[str, str | bytes]]) -> None:
    report = written("full", *several, max_findings=1)
    assert report.count("-->") == 1
    assert "1 error and 3 warnings on 2 of 993 pages" in report
    assert "Only 1 problem is listed (--max-findings)." in report


def test_a_clean_run_is_one_line() -> None:
    assert written("full", outcome(pages=993), {}) == "No problems found in 993 pages (0.8 s).\n"


def test_a_clean_run_does_not_hide_what_it_does_not_list() -> None:
    text = page("a")
    info = Finding("weight-step", "a.md", spot(text, "a"), "a", severity=Severity.INFO)
    report = written("full", outcome(info, info, pages=1, suppressed=1), {"a.md": text})
    assert report == (
        "No problems found in 1 page (0.8 s). 2 minor problems hidden; list them with `--show info`."
        " 1 problem ignored in pages.\n"
    )


def test_a_run_without_pages_is_no_success() -> None:
    assert written("full", outcome(pages=0), {}) == "Nothing was checked (0.8 s).\n"


def test_a_reason_stands_at_the_first_finding_only_unless_it_is_another_one() -> None:
    text = page("a: b")
    same = finding(text, "a")
    other = Finding("some-rule", "a.md", spot(text, "b"), "b", why="The schema says so.")
    report = written("full", outcome(same, same, other, other), {"a.md": text})
    assert report.count("why: Hugo builds the site without a word.") == 1
    assert report.count("why: The schema says so.") == 1
    assert report.count("more: frontlint explain some-rule") == 2


def test_a_long_reason_is_cut_after_two_lines_and_wrapped() -> None:
    why = "Hugo takes the last, e.g. by name. " + "It says so in no log that anybody reads at all. " * 5
    report = written("full", outcome(finding(text := page("a"), "a"), why=why), {"a.md": text}, width=60)
    lines = report.split("\n")
    at = next(number for number, line in enumerate(lines) if "why:" in line)
    assert lines[at : at + 4] == [
        "  why: Hugo takes the last, e.g. by name. It says so in no",
        "       log that anybody reads at all. It says so in no log",
        "       that anybody reads at all.",
        "  more: frontlint explain some-rule",
    ]


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    first = "Hugo " + "really " * 20 + "takes a name, e.g. that of a tag, since 0.123. of all things."
    assert first_sentences(f"{first} And another one.") == first
    assert first_sentences("Short. `Code` too.") == "Short. `Code` too."


def test_a_help_keeps_its_own_lines() -> None:
    text = page("a")
    found = Finding("some-rule", "a.md", spot(text, "a"), "a", "write\n  sitemap:\n    priority: 0.7")
    report = written("full", outcome(found), {"a.md": text})
    assert "  fix: write\n         sitemap:\n           priority: 0.7\n" in report


def test_a_span_over_a_few_lines_shows_both_ends() -> None:
    text = page("headline:", "  title: A", "  cards: []", "other: 1")
    span = Span(text.index("headline"), text.index("other"))
    assert rows(text, Finding("some-rule", "a.md", span, "m", label="this")) == [
        "  |",
        "2 | headline:",
        "  | ^^^^^^^^^ this",
        "3 |   title: A",
        "4 |   cards: []",
        "  |   ^^^^^^^^^ to here",
        "  |",
    ]


def test_a_span_over_many_lines_shows_the_first() -> None:
    text = page("headline:", *["  x: y"] * 20, "other: 1")
    span = Span(text.index("headline"), text.index("other"))
    assert rows(text, Finding("some-rule", "a.md", span, "m")) == [
        "  |",
        "2 | headline:",
        "  | ^^^^^^^^^ (to line 22)",
        "  |",
    ]


def test_labels_in_one_file_make_one_block() -> None:
    text = page("tags: [a, bb, a]", "title: 1", "date: 2", "draft: 3", *["x: y"] * 20, "Title: 4")
    labels = tuple(Label("a.md", spot(text, word), f"label {word}") for word in ("title", "draft", "bb"))
    assert rows(text, finding(text, "Title", related=labels)) == [
        "   |",
        " 2 | tags: [a, bb, a]",
        "   |           -- label bb",
        " 3 | title: 1",
        "   | ----- label title",
        " 4 | date: 2",
        " 5 | draft: 3",
        "   | ----- label draft",
        "...",
        "26 | Title: 4",
        "   | ^^^^^ here",
        "   |",
    ]


def test_two_marks_on_one_line() -> None:
    text = page("tags: [one, two]")
    label = Label("a.md", spot(text, "one"), "first")
    assert rows(text, finding(text, "two", related=(label,)))[1:-1] == [
        "2 | tags: [one, two]",
        "  |        --- first",
        "  |             ^^^ here",
    ]


def test_two_marks_far_apart_on_a_long_line_are_both_seen() -> None:
    text = page("one " + "word " * 100 + "two")
    label = Label("a.md", spot(text, "one"), "first")
    assert rows(text, finding(text, "two", related=(label,)), width=51)[1:-1] == [
        "2 | one word word word word word word word word...",
        "  | --- first",
        "2 | ...word word word word word word word word two",
        "  |                                            ^^^",
        "  |                                            here",
    ]


def test_a_long_line_is_cut_around_the_span() -> None:
    text = page("word " * 100 + "BAD " + "tail " * 100)
    assert rows(text, finding(text, "BAD"), width=61)[1:-1] == [
        "2 | ...rd word word word word BAD tail tail tail tail tai...",
        "  |                           ^^^ here",
    ]


def test_a_long_span_shows_where_it_begins() -> None:
    text = page("before " * 20 + "BAD" + "D" * 200)
    assert rows(text, finding(text, "BAD" + "D" * 200), width=51)[1:-1] == [
        "2 | ...efore before BADDDDDDDDDDDDDDDDDDDDDDDDD...",
        "  |                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "  |                 here",
    ]


def test_wide_characters_combining_marks_and_tabs() -> None:
    text = page("日\t: cafe\u0301 BAD\u3000x")
    assert rows(text, finding(text, "日"))[2] == "  | ^^ here"
    assert rows(text, finding(text, "cafe\u0301"))[2] == "  |       ^^^^ here"
    assert rows(text, finding(text, "BAD\u3000"))[1:-1] == [
        "2 | 日  : cafe\u0301 BAD\u3000x",
        "  |            ^^^^^ here",
    ]


def test_hostile_text_is_shown_and_not_obeyed(snapshot: Snapshot) -> None:
    text = page("title: [draft] [/red] :smile: \x1b[31mred\x1b[0m \u202eabc\u200b \x00 \x85 BAD")
    found = Finding(
        "some-rule",
        "a\x1b[2J.md",
        spot(text, "BAD"),
        "the title \x1b]0;x\x07 says [bold]no[/bold]\nerror other-rule: forged",
        "write :smile:\r\u2066",
        label="\u200fthis\x1b",
    )
    snapshot("full-hostile", written("full", outcome(found), {"a\x1b[2J.md": text}))


def test_crlf_and_a_byte_order_mark() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: x\r\ndraft: yes\r\n---\r\n"
    text = data.decode("utf-8-sig")
    assert rows(data, finding(text, "yes"))[1:-1] == ["3 | draft: yes", "  |        ^^^ here"]
    whole_line = Finding("some-rule", "a.md", spot(text, "title: x\r\n"), "m")
    assert rows(data, whole_line)[1:-1] == ["2 | title: x", "  | ^^^^^^^^"]


@pytest.mark.parametrize(("start", "column"), [(0, 1), (5, 1), (9, 5), (11, 1), (999, 1)])
def test_an_empty_span_has_one_caret(start: int, column: int) -> None:
    text = "---\na: bc\n\nd"
    at = Span(start, start) if start < 999 else Span(start, 1000)
    report = rows(text, Finding("some-rule", "a.md", at, "m"))
    carets = {0: " ^", 5: "  ^", 9: "      ^", 11: " ^", 999: "  ^"}
    assert column
    assert report[2] == "  |" + carets[start]


def test_an_empty_file_has_no_lines_to_show() -> None:
    report = written("full", outcome(Finding("some-rule", "a.md", Span(0, 0), "m")), {"a.md": ""})
    assert report.startswith("warning some-rule: m\n --> a.md:1:1\n  why: ")


def test_what_the_stream_cannot_write_is_an_escape_and_the_carets_know() -> None:
    text = page("title: é日 BAD")
    report = written("full", outcome(finding(text, "日 B")), {"a.md": text}, encoding="cp1252")
    assert detail(report)[1:-1] == ["2 | title: é\\u65e5 BAD", "  |         ^^^^^^^^ here"]


def test_many_other_files_are_counted_not_shown() -> None:
    text = page("a")
    pages: dict[str, str | bytes] = {"a.md": text, **{f"p{n}.md": text for n in range(10)}}
    labels = tuple(Label(f"p{n}.md", spot(text, "a"), "this too") for n in range(10))
    report = written("full", outcome(finding(text, "a", related=labels)), pages)
    assert report.count(":::") == 6
    assert "  also: 4 more files\n" in report


def test_paths_start_at_the_current_folder() -> None:
    text = page("a")
    run = outcome(Finding("some-rule", "content/a.md", spot(text, "a"), "m"))
    for cwd, shown in [
        (ROOT, "content/a.md"),
        (ROOT.parent, "site/content/a.md"),
        (ROOT / "content", "a.md"),
        (Path("/elsewhere/deep"), "../../site/content/a.md"),
    ]:
        assert f"--> {shown}:2:1\n" in written("full", run, {"content/a.md": text}, cwd=cwd)


def test_a_rule_that_nobody_knows_is_still_reported() -> None:
    text = page("a")
    run = Outcome(ROOT, (finding(text, "a"),), 1, 0.01, {"other": rule("other")})
    report = written("full", run, {"a.md": text})
    assert "why:" not in report
    assert "1 warning on 1 page (0.01 s)." in report
