"""Hugo's own fields with values of every type, on a page and in cascades: we refuse what Hugo refuses.

A fixed share of all combinations runs by default. All of them, about five thousand runs of Hugo:
`FRONTLINT_FIELDS=all pytest -m "" -n 2 tests/conformance/test_fields.py` (ten minutes); a number instead of
`all` takes so many of them.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from conformance import hugo_binary
from conformance.small_sites import write
from frontlint.engine.check import check
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding, Severity
from frontlint.hugo.config import ConfigError, load_config
from frontlint.settings import load_settings

pytestmark = pytest.mark.slow

FIELDS = (
    *("title", "linkTitle", "description", "summary", "slug", "url", "type", "layout", "aliases", "draft"),
    *("headless", "weight", "build", "build.render", "build.list", "build.publishResources", "_build"),
    *(
        "outputs",
        "cascade",
        "params",
        "markup",
        "translationKey",
        "keywords",
        "date",
        "publishDate",
        "pubDate",
    ),
    *("published", "lastmod", "modified", "expiryDate", "unpublishDate", "isCJKLanguage", "sites"),
    *("sites.matrix", "sites.matrix.languages", "sites.complements", "sitemap", "sitemap.disable"),
    *(
        "sitemap.changeFreq",
        "sitemap.priority",
        "sitemap.filename",
        "resources",
        "menu",
        "menus",
        "menus.main",
    ),
    *("tags", "categories", "path", "kind", "lang", "content"),
)
VALUES = (
    *("yes", '"true"', "0", "2.5", "[]", "{}", "null", "sometext", "2024-01-31", "[{a: b}]", "1e999", "true"),
)
PLACES = ("page", "cascade", "nowhere", "settings", "settings-nowhere", "language")
_SHARE = 40
_CLOCK = datetime(2025, 6, 1, 12, tzinfo=UTC)
_NOWHERE = "target: {path: /nowhere/**}"
"""The target of a cascade that no page fits."""


class Case(NamedTuple):
    """One field with one value in one place."""

    field: str
    value: str
    place: str

    def files(self) -> dict[str, str]:
        """The site: a section with two pages."""
        settings = "baseURL: https://example.org/\ndisableKinds: [rss, sitemap, '404']\n"
        section, page, inner = "title: S\n", "title: P\n", self._lines
        if self.place == "page":
            page = inner(0) if self.field == "title" else page + inner(0)
        elif self.place == "cascade":
            section += f"cascade:\n{inner(1)}"
        elif self.place == "nowhere":
            section += f"cascade:\n- {_NOWHERE}\n{inner(1)}"
        elif self.place == "language":
            settings += f"languages:\n  en:\n    cascade:\n{inner(3)}"
        else:
            target = f"  {_NOWHERE}\n" if self.place == "settings-nowhere" else ""
            settings += f"cascade:\n{target}{inner(1)}"
        return {
            "hugo.yaml": settings,
            "layouts/all.html": "{{ .Title }}",
            "content/s/_index.md": f"---\n{section}---\n",
            "content/s/p.md": f"---\n{page}---\n",
            "content/s/q.md": "---\ntitle: Q\n---\n",
        }

    def _lines(self, level: int) -> str:
        steps = self.field.split(".")
        rows = [f"{'  ' * (level + at)}{step}:" for at, step in enumerate(steps)]
        return "\n".join(rows) + f" {self.value}\n"


def cases() -> list[Case]:
    """All combinations."""
    return [Case(*one) for one in _combinations()]


def _combinations() -> Iterator[tuple[str, str, str]]:
    for place in PLACES:
        for field in FIELDS:
            for value in VALUES:
                yield field, value, place


def chosen() -> list[Case]:
    """A fixed share of them, or as many as the environment wishes."""
    everything = cases()
    wished = os.environ.get("FRONTLINT_FIELDS", str(_SHARE))
    return everything if wished == "all" else Random(14).sample(everything, int(wished))


def ours(root: Path) -> list[Finding] | str:
    """The errors that we report of a site, or why we do not start."""
    try:
        config = load_config(root)
    except ConfigError as error:
        return error.message
    outcome = check(Request(root, config, load_settings(None, root), clock=_CLOCK, jobs=1))
    return [finding for finding in outcome.findings if finding.severity is Severity.ERROR]


def stops(said: list[Finding] | str) -> bool:
    """Whether what we say is that Hugo's build fails."""
    return isinstance(said, str) or any(map(_stops, said))


def _stops(finding: Finding) -> bool:
    text = finding.message
    return ("build" in text and "fail" in text) or "refuses to build" in text


@pytest.mark.parametrize("case", chosen(), ids=lambda case: "-".join(case))
def test_hugo_and_we_refuse_the_same(case: Case, tmp_path: Path) -> None:
    write(tmp_path, case.files())
    said = ours(tmp_path)
    # Hugo reads `sites` in a cascade in a race, and sometimes gets by: it may try again.
    tries = 6 if case.field.startswith("sites.") and case.place != "page" else 1
    hugo = any(hugo_binary.build(tmp_path).exit_code for _ in range(tries))
    assert hugo == stops(said), said
    for finding in said if isinstance(said, list) else ():
        assert finding.span.start > 0, "an error has a place"
        assert len(finding.message) < 120
