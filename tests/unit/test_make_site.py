"""The sites that speed is measured on: always the same, clean where they are to be, and real to Hugo."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from conformance import hugo_binary
from frontlint.findings.finding import Finding, Severity
from frontlint.findings.fingerprint import paths_of
from speed.make_site import Wish, change, make
from support import lint

pytestmark = pytest.mark.slow

SMALL = pytest.mark.parametrize("small", [False, True], ids=["seed-sized", "small"])


def digest(folder: Path) -> str:
    """One number for the names and bytes of all files."""
    sha = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        sha.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return sha.hexdigest()[:16]


def pages(folder: Path) -> set[str]:
    """The pages of a site, by their paths from its folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.md")}


def faults(folder: Path) -> list[Finding]:
    """The errors and warnings of a site, all rules on."""
    return [finding for finding in lint(folder).findings if finding.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        (Wish(50), "d0ff9842e0e9be55"),
        (Wish(50, bad=100, seed=7), "57f568870c43acda"),
        (Wish(50, bad=10, small=True), "5366ef061a036507"),
    ],
    ids=["clean", "faulty", "small"],
)
def test_the_same_wish_gives_the_same_bytes_on_every_machine(
    tmp_path: Path, wish: Wish, expected: str
) -> None:
    make(tmp_path, wish)
    assert digest(tmp_path) == expected


@SMALL
def test_another_seed_gives_other_bytes(tmp_path: Path, small: bool) -> None:
    for seed in range(3):
        make(tmp_path / str(seed), Wish(20, seed=seed, small=small))
    assert len({digest(tmp_path / str(seed)) for seed in range(3)}) == 3


@SMALL
@pytest.mark.parametrize("count", [1, 30, 150])
def test_a_site_has_as_many_pages_as_asked_for_and_no_finding(
    tmp_path: Path, count: int, small: bool
) -> None:
    make(tmp_path, Wish(count, small=small))
    assert len(pages(tmp_path)) == count
    assert faults(tmp_path) == []


@SMALL
def test_every_page_of_a_site_without_a_good_one_has_a_finding(tmp_path: Path, small: bool) -> None:
    make(tmp_path, Wish(300, bad=100, small=small))
    found = faults(tmp_path)
    assert {path for finding in found for path in paths_of(finding)} == pages(tmp_path)
    assert len({finding.rule for finding in found}) >= (4 if small else 10)


def test_a_share_of_the_pages_has_findings(tmp_path: Path) -> None:
    make(tmp_path, Wish(300, bad=2))
    assert 6 <= len({finding.path for finding in faults(tmp_path)}) <= 9


@SMALL
def test_hugo_builds_it_without_a_warning(tmp_path: Path, small: bool) -> None:
    make(tmp_path, Wish(120, small=small))
    built = hugo_binary.build(tmp_path, "--printPathWarnings", "--panicOnWarning")
    assert built.exit_code == 0, built.output
    listed = hugo_binary.build(tmp_path, "list", "all")
    assert len(listed.output.splitlines()) == 1 + 120, listed.output


@SMALL
def test_changed_pages_are_other_bytes_and_as_clean_as_before(tmp_path: Path, small: bool) -> None:
    make(tmp_path, Wish(60, small=small))
    seen = {digest(tmp_path)}
    for _ in range(2):
        assert len(set(change(tmp_path, 10))) == 10
        assert len(set(change(tmp_path, 10, text_only=True))) == 10
        seen.add(digest(tmp_path))
    assert len(seen) == 3
    assert faults(tmp_path) == []
