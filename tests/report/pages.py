"""Findings made by hand, and what a reporter makes of them."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path

from frontlint.base.source import SourceFile, decode
from frontlint.base.sources import Sources
from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding, Severity
from frontlint.lint.rule import RuleInfo, Scope
from frontlint.report import formats
from frontlint.report.glyphs import Glyphs
from frontlint.report.output import Output
from frontlint.report.style import PLAIN, Palette

ROOT = Path("/site")


class Pages(Sources):
    """The texts of pages by path, instead of files. A str is given as it is, bytes are decoded."""

    def __init__(self, pages: Mapping[str, str | bytes]) -> None:
        super().__init__(ROOT)
        self._pages = {path: _source(path, page) for path, page in pages.items()}

    def get(self, path: str) -> SourceFile:
        return self._pages[path]


def _source(path: str, page: str | bytes) -> SourceFile:
    return decode(path, page) if isinstance(page, bytes) else SourceFile(path, page, False, "\n")


def rule(name: str, why: str = "Hugo builds the site without a word.", **others: str) -> RuleInfo:
    return RuleInfo(
        name=name,
        group=others.get("group", "urls"),
        scope=Scope.SITE,
        severity=Severity.ERROR,
        summary=others.get("summary", "Say one thing once."),
        why=why,
        bad=others.get("bad", "draft: yes"),
        good=others.get("good", "draft: true"),
        notes=others.get("notes", ""),
    )


def spot(text: str, words: str) -> Span:
    """The span of the first place where the words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def outcome(
    *findings: Finding,
    pages: int = 3,
    shown: Severity = Severity.WARNING,
    suppressed: int = 0,
    why: str = "Hugo builds the site without a word.",
) -> Outcome:
    rules = {finding.rule: rule(finding.rule, why) for finding in findings}
    return Outcome(ROOT, findings, pages, 0.8, rules, shown, suppressed)


def written(
    name: str,
    outcome: Outcome,
    pages: Mapping[str, str | bytes],
    *,
    palette: Palette = PLAIN,
    width: int | None = None,
    cwd: Path = ROOT,
    encoding: str = "utf-8",
    max_findings: int | None = None,
    environ: Mapping[str, str] | None = None,
) -> str:
    """What the format of this name writes."""
    stream = io.StringIO()
    to = Output(stream, ROOT, cwd, palette, width, max_findings, Glyphs(encoding), environ or {})
    formats.show(name, outcome, Pages(pages), to)
    return stream.getvalue()


def detail(report: str) -> list[str]:
    """The rows of the first finding of a report that show the page: between the arrow and the notes."""
    lines = report.split("\n")
    gutter = re.compile(r" *\d* \||\.\.\.$")
    return [line for line in lines[2 : lines.index("")] if gutter.match(line)]


def without_codes(text: str) -> str:
    """A coloured report without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)
