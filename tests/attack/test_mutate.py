"""A fixed share of the mutations, at each run of the tests; `mutate.py` runs as many as one wants."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from attack import mutate

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="hangs are found with SIGALRM"),
]
SHARE = 300_000


def test_no_mutation_breaks_a_run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    broken = [one for one in mutate.campaign(SHARE, 12) if isinstance(one, mutate.Broken)]
    assert broken == []


def test_the_seeds_are_valid(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Else their mutations would all be refused at the same place."""
    from frontlint.cli.app import run

    for at, seed in enumerate(mutate.SEEDS):
        site = tmp_path / f"s{at}"
        assert mutate.fault(site, seed, [seed.text.encode()]) == ""
        assert run(["check", "--no-cache", str(site)]) in (0, 1), seed.name


def test_what_breaks_is_found_and_made_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from frontlint.engine import scanner as scan
    from frontlint.site.collect import collect as plain

    def fails(document: object, *rest: object) -> object:
        if "(" in getattr(document, "source").text:  # noqa: B009
            raise RuntimeError("found")
        return plain(document, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(scan, "collect", fails)
    monkeypatch.chdir(tmp_path)
    found = next(one for one in mutate.campaign(10**6, 1) if isinstance(one, mutate.Broken))
    assert found.data == b"("
    assert "exit 3" in found.saw


def test_the_same_seed_gives_the_same_inputs() -> None:
    one, other = random.Random(5), random.Random(5)
    text = mutate.SEEDS[0].text.encode()
    assert [mutate.mutated(text, one) for _ in range(50)] == [mutate.mutated(text, other) for _ in range(50)]
