"""The benchmark runs and writes its report; what it measures is no matter of tests."""

from __future__ import annotations

import doctest
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from conformance import hugo_binary
from speed import make_site
from speed.measure import shared, table
from speed.measure.bench import Bench
from speed.measure.counted import counted
from speed.measure.docs_site import copy_with_stubs
from speed.measure.peer_files import extract
from speed.measure.rounds import Job, in_turn
from speed.measure.samples import Measure, Samples, Spread, ratio
from speed.measure.table import Row, comparison
from speed.measure.tools import Tools
from support import ROOT, make_project

pytestmark = pytest.mark.slow

BENCH = ROOT / "tests" / "speed" / "bench.py"
PAGE = ROOT / "docs" / "speed.md"
RUNS = pytest.mark.skipif(not hasattr(os, "wait4"), reason="the system does not tell what a process took")


def bench(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(BENCH), *map(str, arguments)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@RUNS
def test_a_small_run_writes_its_tables_between_the_marks(tmp_path: Path) -> None:
    page = tmp_path / "speed.md"
    page.write_bytes(PAGE.read_bytes())
    done = bench(
        *("--only", "cold,warm,scale,render,peers,docs", "--rounds", "2", "--large-rounds", "1"),
        *("--pages", "20", "--large", "40", "--peer-pages", "20"),
        *("--docs", ROOT / "examples" / "site", "--scratch", tmp_path / "scratch", "--write", page),
    )
    assert done.returncode == 0, done.stderr
    rows = {line.split(" | ")[0]: line for line in done.stdout.splitlines() if line.startswith("| ")}
    for measured in (
        "20 pages, cold, 1 process, against read: CPU",
        "20 pages, cold, 2 processes, against hugo list all: wall",
        "20 pages, nothing changed, against read: CPU",
        "10 of 20 pages changed, aliases too, against read: CPU",
        "10 of 20 pages changed, texts alone, against read: CPU",
        "40 pages against 20: CPU",
        "40 pages: peak memory",
        "rendering, concise, 20 pages: per finding",
    ):
        assert "**" in rows[f"| {measured}"], done.stdout
    assert (
        "| not measured | not installed" in rows["| mdsmith, front matter alone, 20 pages, against frontlint"]
    )
    before, _, rest = PAGE.read_text(encoding="utf-8").partition("<!-- measured")
    after = rest.partition("<!-- end of what was measured -->")[2]
    written = page.read_text(encoding="utf-8")
    assert done.stdout in written
    assert written.startswith(before)
    assert written.endswith(f"<!-- end of what was measured -->{after}")
    assert after


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--only", "cold,lukewarm"], "no group lukewarm"),
        (["--write", str(ROOT / "README.md")], "has no marks"),
        (["--docs", "no-such-folder"], "is not a folder"),
    ],
)
def test_a_mistake_is_said_before_anything_is_measured(arguments: list[str], said: str) -> None:
    done = bench(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "round 0" not in done.stderr


@RUNS
def test_commands_run_in_turn_and_one_that_fails_runs_once(tmp_path: Path) -> None:
    log = tmp_path / "log"
    note = "import sys; open(sys.argv[1], 'a').write(sys.argv[2]); sys.exit(int(sys.argv[3]))"

    def job(name: str, code: int) -> Job:
        return Job(name, (sys.executable, "-c", note, str(log), name, str(code)), tmp_path)

    found = in_turn([job("a", 0), job("b", 1), job("c", 0)], 2, tmp_path)
    assert log.read_text() == "abcacac"
    assert [len(samples.cpu) for samples in found.values()] == [2, 0, 2]
    assert found["b"].failure.startswith("exit code 1")
    assert all(peak > 1 for peak in found["a"].peak)


def test_ratios_are_made_round_by_round() -> None:
    ours, theirs = Samples(cpu=[2, 6, 4]), Samples(cpu=[1, 2, 4])
    assert ratio(ours, theirs, Measure.CPU) == Spread(1, 2, 3)
    assert ratio(ours, Samples(cpu=[1, 2], failure="exit code 2"), Measure.CPU) is None


@pytest.mark.parametrize(
    ("middle", "at_least", "reached"),
    [(3, False, "no"), (2, False, "must"), (1, False, "goal"), (3, True, "no"), (5, True, "must")],
)
def test_the_median_decides_which_target_is_reached(middle: float, at_least: bool, reached: str) -> None:
    must, goal = (4, 6) if at_least else (2, 1)
    row = Row("what", "x", Spread(0, middle, 9), must, goal, at_least)
    assert row.reached == reached


def test_a_target_may_have_no_goal() -> None:
    rows = [Row("what", "x", Spread(0, middle, 9), 8, at_least=True) for middle in (7, 8)]
    assert [row.reached for row in rows] == ["no", "must"]


def test_without_valgrind_nothing_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    here = Bench(Tools.installed(tmp_path), tmp_path, 1, 1, 1, 1, 1, tmp_path, None)
    counted(here)
    assert [(row.value, row.why) for row in here.rows] == [(None, "valgrind is not installed")] * 4


def test_a_row_without_a_number_says_why_on_one_line() -> None:
    *_, line = comparison([Row("a peer", "x", None, why="exit code 1:\n a | b")])
    assert line == "| a peer | not measured | exit code 1: a \\| b |  |  |  |"


@pytest.mark.parametrize("module", [table, shared])
def test_examples_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.attempted, result.failed) == (1, 0)


def test_hugo_lists_the_copy_of_a_site_whose_templates_are_missing(tmp_path: Path) -> None:
    pages = {
        "content/a.md": "---\ntitle: A\n---\n{{< note >}}Text.{{< /note >}} {{% figure src=x.png %}}\n",
        "content/b.md": "---\ntitle: B\n---\n{{</* not-called */>}} {{< deep/one >}}\n",
    }
    source = make_project(tmp_path / "source", pages)
    assert hugo_binary.build(source, "list", "all").exit_code != 0
    copy = copy_with_stubs(source, tmp_path / "copy")
    listed = hugo_binary.build(copy, "list", "all")
    assert listed.exit_code == 0, listed.output
    assert len(listed.output.splitlines()) == 3
    assert not list(copy.rglob("not-called*"))


def test_front_matter_is_taken_out_as_it_is_written(tmp_path: Path) -> None:
    site = make_project(tmp_path, {"content/a.md": "---\ntitle: Ä\n---\nBody.\n"})
    assert extract(site, tmp_path / "out") == ["000000.yaml"]
    assert (tmp_path / "out" / "000000.yaml").read_bytes() == "title: Ä\n".encode()


@pytest.mark.parametrize("part", ["before", "pages", "all", "sent", "received"])
def test_a_run_ends_after_each_part(part: str, tmp_path: Path) -> None:
    make_site.make(tmp_path / "site", make_site.Wish(3))
    rounds = ["1"] if part in ("sent", "received") else []
    script = BENCH.parent / "measure" / "part_run.py"
    ran = subprocess.run(
        [sys.executable, str(script), part, str(tmp_path / "site"), *rounds], capture_output=True, check=True
    )
    assert (ran.stdout, ran.stderr) == (b"", b"")
