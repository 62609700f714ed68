"""Menus of a page: what stops Hugo when a template shows one, and what does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.findings.finding import Severity
from frontlint.frontmatter.document import Moment, Value
from frontlint.hugo.fields.menus import undecoded_menus
from support import lint, make_project

SHOWN = {"layouts/all.html": "{{ range .Site.Menus.main }}{{ .Name }}{{ end }}"}


@pytest.mark.parametrize(
    "value",
    [
        *("main", 5, True, None, [], {}, ["main", 5, None], Moment("2024-01-01")),
        {"main": None, "footer": {}},
        {"main": '{"weight": 1}'},
        {"main": {"other": [1]}},
        {"main": {"Name": 5, "weight": "010", "params": {"a": [1]}, "pre": None, "url": False}},
        {"main": {"params": [{"a": 1}, []]}},
    ],
)
def test_what_hugo_takes(value: Value) -> None:
    assert not list(undecoded_menus("menus", value))


ENTRIES: tuple[Value, ...] = (5, True, "", "text", ["a"], [{"weight": 1}], Moment("2024-01-01"))
WEIGHTS: tuple[Value, ...] = ("first", [], {}, "1e3", "5.5")
PARAMS: tuple[Value, ...] = (5, "", "x", [1], True)
TEXTS = ("name", "URL", "pageRef", "title", "identifier", "parent", "pre", "post")


@pytest.mark.parametrize(
    ("value", "route"),
    [
        (["main", ["a"]], (1,)),
        ([{"main": {"weight": 1}}], (0,)),
        *(({"main": entry}, ("main",)) for entry in ENTRIES),
        ({"main": '{"weight": "x"}'}, ("main",)),
        *(({"main": {"Weight": weight}}, ("main", "Weight")) for weight in WEIGHTS),
        *(({"main": {"params": params}}, ("main", "params")) for params in PARAMS),
        *(({"main": {key: ["a"]}}, ("main", key)) for key in TEXTS),
    ],
)
def test_what_stops_hugo(value: Value, route: tuple[object, ...]) -> None:
    (wrong,) = undecoded_menus("menus", value)
    assert wrong.route == route


@pytest.mark.parametrize(
    ("path", "text", "line"),
    [
        ("a.md", "---\ntitle: A\nmenu:\n  main:\n  - weight: 1\n---\n", 5),
        ("a.md", "+++\ntitle = 'A'\n[[menus.main]]\nweight = 1\n+++\n", 3),
        ("a.md", '{"title": "A",\n"MENUS": {"main": {"weight": [1]}}}\n', 2),
        ("s/_index.md", "---\ntitle: S\ncascade:\n  menus: {main: {name: [a]}}\n---\n", 4),
    ],
)
def test_one_error_where_a_template_shows_a_menu(path: str, text: str, line: int, tmp_path: Path) -> None:
    files = {f"content/{path}": text, "content/s/p.md": "---\ntitle: P\n---\n"}
    (finding,) = lint(make_project(tmp_path / "shown", {**SHOWN, **files})).findings
    assert (finding.rule, finding.severity) == ("syntax", Severity.ERROR)
    assert text[: finding.span.start].count("\n") + 1 == line
    hidden = make_project(tmp_path / "hidden", {"layouts/all.html": "{{ .Title }}", **files})
    (finding,) = lint(hidden).findings
    assert (finding.rule, finding.severity) == ("syntax", Severity.WARNING)


def test_long_names_leave_room_for_the_message(tmp_path: Path) -> None:
    text = f"---\ntitle: A\nmenus:\n  {'m' * 90}:\n    weight: {'w' * 90}\n---\n"
    (finding,) = lint(make_project(tmp_path, {**SHOWN, "content/a.md": text})).findings
    assert len(finding.message) < 120


def test_a_cascade_of_menus_that_reaches_nobody_is_not_reported(tmp_path: Path) -> None:
    text = "---\ntitle: S\ncascade:\n  target: {path: /x/**}\n  menus: {main: 5}\n---\n"
    project = make_project(tmp_path, {**SHOWN, "content/s/_index.md": text})
    assert not lint(project, ["syntax"]).findings
