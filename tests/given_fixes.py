"""Fixes for tests: some rules get one, here or in another process (`python given_fixes.py check --fix`)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix, Outputs, PageChange
from frontlint.frontmatter.edit import append_item, remove_item, set_value
from frontlint.lint.registry import Registry


def _twice(finding: Finding) -> Fix | None:
    assert finding.field is not None
    return Fix(f"delete `{finding.field[-1]}`", (PageChange(finding.path, remove_item(finding.field)),))


def _draft(finding: Finding) -> Fix | None:
    assert finding.field is not None
    change = PageChange(finding.path, set_value(finding.field, True))
    return Fix("write `draft: true`", (change,), safe=False, outputs=Outputs(removes=("/x/index.html",)))


def _collision(finding: Finding) -> Fix | None:
    """A fix of two pages, neither of which is good for anything alone."""
    if finding.pair is None or finding.field is None or finding.pair.field is None:
        return None
    other = PageChange(finding.pair.path, remove_item(finding.pair.field))
    return Fix("delete both", (PageChange(finding.path, remove_item(finding.field)), other))


def _relative(finding: Finding) -> Fix | None:
    """A fix that brings a problem: it makes the alias one that is there already, or that of another page."""
    return Fix("write `/taken/`", (PageChange(finding.path, set_value(finding.field or (), "/taken/")),))


def _length(finding: Finding) -> Fix | None:
    """A fix that does not help."""
    return Fix("add an alias", (PageChange(finding.path, append_item(("aliases",), "/useless/")),))


FIXES = {
    "alias-duplicate": _twice,
    "draft-not-boolean": _draft,
    "alias-collision": _collision,
    "alias-relative": _relative,
    "bad-length": _length,
}


def give_fixes(names: Any = FIXES) -> Iterator[tuple[type, Any]]:
    """Gives the rules their fixes, and yields each class with its own `check`."""
    registry = Registry()
    for name in names:
        rule: Any = type(registry.load(name))
        yield rule, rule.check
        rule.check = _checking(rule.check, FIXES[name])


def _checking(check: Any, make: Any) -> Any:
    def checked(self: Any, subject: Any) -> Iterator[Finding]:
        for finding in check(self, subject):
            yield finding._replace(fix=make(finding))

    return checked


@pytest.fixture
def fixes() -> Iterator[None]:
    """The rules have their fixes while a test runs."""
    own = list(give_fixes())
    yield
    for rule, check in own:
        rule.check = check  # type: ignore[attr-defined]


def fixing(
    *arguments: str | Path, cwd: Path, env: Mapping[str, str] | None = None, stdin: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    """Runs frontlint in a process whose rules have fixes."""
    return subprocess.run(
        command(*arguments),
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **(env or {})},
        input=stdin,
        capture_output=True,
        check=False,
    )


def command(*arguments: str | Path) -> list[str]:
    """The command line of such a process."""
    return [sys.executable, __file__, *map(str, arguments)]


if __name__ == "__main__":
    from frontlint.cli.app import run

    for _ in give_fixes(os.environ.get("FIXES", ",".join(FIXES)).split(",")):
        pass
    sys.exit(run())
