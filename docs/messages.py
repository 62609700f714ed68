"""The table of all messages of `examples/broken`, each as its author receives it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frontlint.base.phrases import listing
from frontlint.base.record import replace
from frontlint.cli.options import SiteOptions
from frontlint.cli.project import request_for
from frontlint.engine.check import check
from frontlint.findings.finding import Finding, Severity
from frontlint.lint.registry import Registry
from frontlint.report.words import reason

BROKEN = Path(__file__).parents[1] / "examples" / "broken"
_HEAD = """\
# Messages

<!-- Written by docs/generate.py from examples/broken. Do not edit. -->

What frontlint says of [`examples/broken`](../examples/broken/README.md), a site with a page for each problem.
Each rule has [a page](rules.md). The rules of the group `history` compare with a commit and are not here.
The site does not show these either: {missing}.

| rule | message | why | fix |
|---|---|---|---|
"""


def messages() -> str:
    """The page, with one row for each message, by the names of their rules."""
    request = replace(request_for([BROKEN], SiteOptions()), shown=Severity.INFO)
    found = sorted(check(request).findings, key=lambda one: (one.rule, one.message))
    rows = dict.fromkeys(_row(finding) for finding in found)
    return _HEAD.format(missing=listing(_missing(found))) + "\n".join(rows) + "\n"


def _missing(found: list[Finding]) -> list[str]:
    """The rules that find nothing there, without those that compare with a commit."""
    registry, shown = Registry(), {finding.rule for finding in found}
    names = (name for name in registry.names if registry.group(name) != "history" and name not in shown)
    return [f"`{name}`" for name in names]


def _row(finding: Finding) -> str:
    why = reason(finding, Registry().load(finding.rule).info)
    link = f"[`{finding.rule}`](rules.md#{finding.rule})"
    return f"| {link} | {_cell(finding.message)} | {_cell(why)} | {'<br>'.join(_help(finding.help))} |"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _help(text: str) -> Iterator[str]:
    """The sentence, and the lines to paste below it as code."""
    first, *lines = text.split("\n")
    yield _cell(first)
    yield from (f"`{line}`".replace("|", "\\|") for line in lines)
