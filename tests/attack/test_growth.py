"""Time and memory grow no faster than n log n with what a page, a site or a setting holds."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

import pytest

from attack.growth import TIMES, assert_grows_linearly
from attack.long_inputs import (
    JSON_PAGES,
    ORG_PAGES,
    PAGE,
    TOML_PAGES,
    YAML_PAGES,
    page_files,
    yaml,
)
from frontlint.engine.crash import Fatal
from frontlint.engine.outcome import Outcome, RuleInfos, Sources
from frontlint.engine.scan import Scanner
from frontlint.engine.suppress import silence
from frontlint.hugo.config import load_config
from frontlint.registry import Registry
from frontlint.report import formats
from frontlint.report.output import output_to
from frontlint.report.terminal import ColorChoice
from frontlint.rule import PageRule
from frontlint.schema.catalog import BUILT_IN_KINDS, Catalog
from frontlint.settings import Settings
from frontlint.text.source import decode
from support import make_project

FORMATS = ("full", "concise", "grouped", "github", "gitlab", "json", "junit", "markdown", "rdjson", "sarif")
PAGES = [
    *(f"yaml/{name}" for name in YAML_PAGES),
    *(f"toml/{name}" for name in TOML_PAGES),
    *(f"json/{name}" for name in JSON_PAGES),
    *(f"org/{name}" for name in ORG_PAGES),
]


class Judge:
    """The page phase over a page in memory, then its ignores, then every report."""

    def __init__(self, project: Path) -> None:
        self.project = project
        config = load_config(make_project(project, {}))
        registry = Registry()
        self.settings = Settings(registry=registry, root=project, project=project, kinds=BUILT_IN_KINDS)
        self.rules = [rule for rule in map(registry.load, registry.names) if isinstance(rule, PageRule)]
        catalog = Catalog(BUILT_IN_KINDS, project, "")
        self.scanner = Scanner(project, config, catalog.violations, Fatal())

    def __call__(self, path: str, data: bytes) -> Outcome:
        result = self.scanner.judge(decode(path, data), self.rules, resource=False)
        kept, _, _ = silence(result.findings, result.ignores, self.settings)
        outcome = Outcome(
            project=self.project,
            findings=tuple(sorted(kept, key=lambda finding: finding.span)),
            pages=1,
            seconds=0.0,
            rules=RuleInfos(self.settings.registry.names, lambda name: self.settings.rule(name).info),
            replaced={path: data},
        )
        sources = Sources(self.project, outcome.replaced)
        for name in FORMATS:
            to = output_to(io.StringIO(), self.project, color=ColorChoice.NEVER)
            formats.load(name)(outcome, sources, to)
        return outcome


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    made = Judge(tmp_path_factory.mktemp("growth"))
    made(PAGE, yaml("tags: [1, 1]\ncard: {title: the the}\n").encode())  # imports, expressions, schemas
    return made


@pytest.mark.parametrize("kind", PAGES)
def test_a_page(kind: str, judge: Judge) -> None:
    @cache
    def page(n: int) -> tuple[str, bytes]:
        path, text = next(iter(page_files(kind, n).items()))
        return path, text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text

    def run(n: int) -> None:
        judge(*page(n))

    page(_N), page(TIMES * _N)
    assert_grows_linearly(run, _N)


_N = 200
