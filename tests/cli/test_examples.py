"""`examples/site` is clean, `examples/broken` shows every rule, and both are what their pages say."""

from __future__ import annotations

import pytest

from frontlint.findings.finding import INTERNAL, Severity
from frontlint.lint.registry import Registry
from support import ROOT, found, lint

BROKEN = ROOT / "examples" / "broken"
ALONE = {"home-is-leaf", "removed-setting"}
"""Rules whose exhibit would take all others off the site, or be reported with each page that is asked for."""


def test_the_clean_site_is_clean() -> None:
    outcome = lint(ROOT / "examples" / "site", shown=Severity.INFO)
    assert [(finding.path, finding.message) for finding in outcome.findings] == []
    assert outcome.pages >= 25


def test_the_broken_site_has_the_faults_that_it_lists_and_no_other() -> None:
    wanted = [line for line in (BROKEN / "expected.txt").read_text().splitlines() if line.strip()]
    assert [f"{path}:{line}: {rule}" for path, line, rule in found(lint(BROKEN))] == sorted(
        wanted, key=lambda row: (row.split(":")[0], int(row.split(":")[1]), row.split(": ")[1])
    )


@pytest.mark.parametrize(
    "rule", sorted({*Registry().names} - {INTERNAL, *ALONE, *Registry().groups["history"]})
)
def test_every_rule_is_shown_and_told_of(rule: str) -> None:
    listed = (BROKEN / "expected.txt").read_text().splitlines()
    assert any(line.endswith(f": {rule}") for line in listed), f"examples/broken has no page for {rule}"
    assert f"`{rule}`" in (BROKEN / "README.md").read_text()
