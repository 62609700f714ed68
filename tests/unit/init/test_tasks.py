"""Adding to VS Code's `tasks.json`, comments and all, and the problem matcher in it."""

from __future__ import annotations

import re

import pytest

from frontlint.base.edit import apply
from frontlint.init import jsonc
from frontlint.init.step import LeaveAloneError
from frontlint.init.tasks import LINE, merge, task


def added(text: str) -> str:
    return apply(text, merge(text))


def without_ours(text: str) -> str:
    """The text with our task cut out again, to compare what is around it."""
    return re.sub(r'\{\s*"label": "frontlint".*"message": 6\s*\}\s*\}\s*\}', "OURS", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            '{\n  // mine\n  "tasks": [\n    {"label": "a"} // first\n  ]\n}\n',
            '{\n  // mine\n  "tasks": [\n    {"label": "a"}, // first\n    OURS\n  ]\n}\n',
        ),
        (
            '{\n\t"version": "2.0.0",\n\t"tasks": [\n\t\t{"a": 1},\n\t\t/* last */\n\t],\n}\n',
            '{\n\t"version": "2.0.0",\n\t"tasks": [\n\t\t{"a": 1},\n\t\t/* last */\n\t\tOURS\n\t],\n}\n',
        ),
        ('{"tasks": []}', '{"tasks": [\n  OURS\n]}'),
        ('{"tasks": [\n  1 // x, y\n]}', '{"tasks": [\n  1, // x, y\n  OURS\n]}'),
        ('{"tasks": [\n  1 // \u00a0\n]}', '{"tasks": [\n  1, // \u00a0\n  OURS\n]}'),
        ('{\n    "tasks": [\n    ]\n}', '{\n    "tasks": [\n        OURS\n    ]\n}'),
    ],
)
def test_ours_comes_behind_the_last_one_and_comments_stay_where_they_are(text: str, wanted: str) -> None:
    assert without_ours(added(text)) == wanted


@pytest.mark.parametrize(
    "text", ["{}", '{"version": "2.0.0"}', '{\n  "inputs": [], // "tasks": []\n}\n', "", "\n"]
)
def test_a_file_without_tasks_gets_the_list(text: str) -> None:
    data = jsonc.read_jsonc(added(text)).data
    assert data["tasks"] == [task()]
    assert {**(jsonc.read_jsonc(text).data if text.strip() else {}), **data} == data
    assert "// " not in text or '// "tasks": []' in added(text)


def test_a_second_time_there_is_nothing_to_add() -> None:
    assert merge(added('{"tasks": []}')) == ()


def test_a_task_that_runs_frontlint_in_another_way_is_enough() -> None:
    assert merge('{"tasks": [{"label": "lint", "command": "frontlint check -q"}]}') == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('{"tasks": [}', "cannot be read as JSON (line 1)"),
        ('{"tasks": [] /* open', "cannot be read as JSON"),
        ("[]", "not a JSON object"),
        ("\u00a0", "cannot be read as JSON"),
        ('{"tasks": {}}', "not a list"),
        ('{"version": "0.1.0"}', "version is not 2.0.0"),
        ('{"tasks": [], "a": NaN}', "cannot be read as JSON"),
        ('{"a": 1,, "tasks": []}', "cannot be read as JSON"),
    ],
)
def test_what_is_odd_is_left_alone(text: str, why: str) -> None:
    with pytest.raises(LeaveAloneError, match=re.escape(why)):
        merge(text)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        (
            "content/a.md:3:11: error alias-collision: /old is also: an alias: of b",
            ("content/a.md", "3", "11", "error", "alias-collision", "/old is also: an alias: of b"),
        ),
        (
            r"C:\site\content\a b.md:1:1: warning unknown-field: see x:12:3: error y: z",
            (r"C:\site\content\a b.md", "1", "1", "warning", "unknown-field", "see x:12:3: error y: z"),
        ),
        (
            "../content/a:b.md:10:2: info weight-step: [*] 5",
            ("../content/a:b.md", "10", "2", "info", "weight-step", "[*] 5"),
        ),
    ],
)
def test_the_matcher_takes_a_line_apart(line: str, parts: tuple[str, ...]) -> None:
    match = re.match(LINE, line)
    assert match is not None
    assert match.groups() == parts


@pytest.mark.parametrize(
    "line", ["2 errors on 2 pages (0.2 s).", "warning: no page was checked", "a.md:3: error x: y"]
)
def test_the_matcher_passes_over_other_lines(line: str) -> None:
    assert re.match(LINE, line) is None
