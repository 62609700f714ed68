"""`.vscode/tasks.json`: a task that lints the site, its findings in the list of problems."""

from __future__ import annotations

import json
from typing import Any

from frontlint.base.edit import Edit, apply
from frontlint.base.span import Span
from frontlint.init.destination import Destination
from frontlint.init.jsonc import BLANKS, read_jsonc
from frontlint.init.step import LeaveAloneError, Step, add_to

NAME = ".vscode/tasks.json"
_VERSION = "2.0.0"
LINE = r"^(.+?):(\d+):(\d+): (error|warning|info) ([a-z][a-z0-9-]*): (.*)$"
"""A line of the format `concise`, as an expression that JavaScript and Python read alike."""


def task() -> dict[str, Any]:
    """The task, as VS Code wants it."""
    pattern = {"regexp": LINE, "file": 1, "line": 2, "column": 3, "severity": 4, "code": 5, "message": 6}
    return {
        "label": "frontlint",
        "detail": "Lint the front matter of the whole site",
        "type": "process",
        "command": "frontlint",
        "args": ["check", "--output-format", "concise", "--color", "never"],
        "presentation": {"reveal": "silent", "panel": "dedicated", "clear": True},
        "problemMatcher": {
            "owner": "frontlint",
            "source": "frontlint",
            "fileLocation": ["autoDetect", "${workspaceFolder}"],
            "pattern": pattern,
        },
    }


def tasks_step(place: Destination) -> Step:
    """Writes the file, or adds the task to those that are in it."""
    return add_to(place.root / NAME, _fresh(), json.dumps(task(), indent=2) + "\n", merge)


def merge(text: str) -> tuple[Edit, ...]:
    """What to insert so that the tasks end with ours; nothing where it is there. Raises LeaveAloneError."""
    if not text.strip(BLANKS):
        return (Edit(Span(len(text), len(text)), _fresh()),)
    old = read_jsonc(text)
    if old.data.get("version", _VERSION) != _VERSION:
        raise LeaveAloneError(f"its version is not {_VERSION}")
    tasks = old.data.get("tasks", [])
    if not isinstance(tasks, list):
        raise LeaveAloneError("its `tasks` are not a list")
    if any(_is_ours(item) for item in tasks):
        return ()
    added = ("tasks",) if "tasks" in old.data else ()
    edits = tuple(old.append(added, None, task()) if added else old.append((), "tasks", [task()]))
    new = read_jsonc(apply(text, edits)).data
    if new != {**old.data, "tasks": [*tasks, task()]}:
        raise LeaveAloneError("frontlint cannot tell where its `tasks` end")
    return edits


def _is_ours(item: object) -> bool:
    if not isinstance(item, dict):
        return False
    return item.get("label") == "frontlint" or "frontlint" in str(item.get("command", ""))


def _fresh() -> str:
    return json.dumps({"version": _VERSION, "tasks": [task()]}, indent=2) + "\n"
