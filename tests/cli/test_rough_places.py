"""What machines do to a run: a full disk, Ctrl-C, a kill, another run beside it; no half file is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from processes import frontlint
from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

FAULT = "---\ntitle: A\ndraft: yes\n---\n"
PAGES = {f"content/posts/p{number}.md": FAULT for number in range(1500)}
posix = pytest.mark.skipif(os.name == "nt", reason="signals, limits and devices of POSIX")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many pages that a run is not over before it is stopped."""
    return make_project(tmp_path_factory.mktemp("site"), PAGES)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with a report of an earlier run."""
    (tmp_path / "report.json").write_text("of an earlier run")
    return tmp_path


def begun(site: Path, *arguments: str) -> subprocess.Popen[str]:
    """A run in a process group of its own, as a shell makes one, that has begun to read pages."""
    process = subprocess.Popen(
        [sys.executable, "-m", "frontlint", "check", "-v", *arguments],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith("content "):
            return process
    raise AssertionError("the run told nothing")


def untouched(reports: Path) -> bool:
    """Whether the old report is there, and nothing beside it."""
    names = [path.name for path in reports.iterdir()]
    return names == ["report.json"] and (reports / "report.json").read_text() == "of an earlier run"


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_exits_with_130_without_a_word_and_without_half_a_file(
    site: Path, reports: Path, jobs: str
) -> None:
    cache = reports.parent / f"cache{jobs}"
    report = f"--output-format=json={reports / 'report.json'}"
    process = begun(site, report, "--jobs", jobs, "--cache-dir", str(cache))
    os.killpg(process.pid, signal.SIGINT)
    out, errors = process.communicate()
    assert process.returncode == 130, errors
    assert (out, errors) == ("", "")
    assert untouched(reports)
    assert not cache.exists()


@pytest.mark.parametrize("module", ["frontlint.cli.standard", "frontlint.cli.own_modules"])
def test_ctrl_c_before_the_command_has_begun_is_no_traceback(module: str) -> None:
    """Modules that are imported before `own_modules` finds the others."""
    code = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, *rest):\n"
        f"        if name == '{module}': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "from frontlint.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (130, "")


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_after_a_kill_the_next_run_is_as_if_nothing_had_been(site: Path, reports: Path, jobs: str) -> None:
    cache = str(reports.parent / f"cache{jobs}")
    process = begun(
        site, f"--output-format=json={reports / 'report.json'}", "--jobs", jobs, "--cache-dir", cache
    )
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    assert untouched(reports)
    again = frontlint("check", "--cache-dir", cache, cwd=site)
    assert (again.returncode, len(again.stdout.splitlines())) == (1, len(PAGES))


@posix
def test_a_report_that_finds_no_room_is_not_begun(site: Path, reports: Path) -> None:
    """A limit on the size of files is a full disk, for whoever writes; it is one for the cache, too."""
    cache = reports.parent / "cache"
    command = f'ulimit -f 1; exec "{sys.executable}" -m frontlint check --cache-dir "{cache}"'
    done = subprocess.run(
        ["sh", "-c", f'{command} --output-format "json={reports / "report.json"}"'],
        cwd=site,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith(f"frontlint: {reports / 'report.json'}: the report cannot be written: ")
    assert done.stderr.count("\n") == 1
    assert untouched(reports)
    assert not [path for path in cache.iterdir() if path.name != ".gitignore"]


FULL = Path("/dev/full")
full = pytest.mark.skipif(not FULL.exists(), reason="a device of Linux that is always full")


@full
def test_a_device_that_is_full_is_told_and_stays_a_device(site: Path) -> None:
    done = frontlint("check", "--output-format", f"json={FULL}", cwd=site)
    assert done.returncode == 2
    assert done.stderr == f"frontlint: {FULL}: the report cannot be written: No space left on device\n"
    assert FULL.is_char_device()


@full
def test_findings_that_cannot_be_printed_are_no_pass(site: Path) -> None:
    with FULL.open("w") as stdout:
        done = subprocess.run(
            [sys.executable, "-m", "frontlint", "check"],
            cwd=site,
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr == "frontlint: the output cannot be written: No space left on device\n"


@posix
def test_a_report_on_the_own_stdout_goes_there(site: Path) -> None:
    done = frontlint("check", "-q", "--output-format", "json=/dev/stdout", cwd=site)
    assert done.returncode == 1
    assert json.loads(done.stdout)["summary"]["errors"] == len(PAGES)


def _caches(tmp_path: Path) -> Iterator[Path]:
    """Places where no folder can be made, for root either."""
    (tmp_path / "file").write_text("")
    yield tmp_path / "file"
    yield tmp_path / "file" / "below"
    yield tmp_path / "no" / "such" / "folder"


def test_without_a_place_for_the_cache_the_run_is_the_same(tmp_path: Path) -> None:
    site = make_project(tmp_path / "site", {"content/a.md": FAULT})
    for cache in _caches(tmp_path):
        done = frontlint("check", "--cache-dir", cache, cwd=site)
        assert done.returncode == 1
        assert done.stdout.startswith("content/a.md:3:8: error draft-not-boolean: ")
        assert "Traceback" not in done.stderr
    assert (tmp_path / "file").read_text() == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "site"]


def test_two_runs_at_once_share_the_cache(site: Path, tmp_path: Path) -> None:
    """As two hooks do, or the parts of a long list of pages: each is right, and so is the cache after."""
    names = sorted(PAGES)
    halves = names[: len(names) // 2], names[len(names) // 2 :]
    command = [sys.executable, "-m", "frontlint", "check", "-q", "--cache-dir", str(tmp_path / "cache")]
    for _ in "cold", "warm":
        runs = [
            subprocess.Popen([*command, *half], cwd=site, stdout=subprocess.PIPE, text=True)
            for half in halves
        ]
        for run, half in zip(runs, halves, strict=True):
            out, _ = run.communicate()
            assert run.returncode == 1
            assert [line.partition(":")[0] for line in out.splitlines()] == half
    after = subprocess.run(command, cwd=site, capture_output=True, text=True, check=False)
    assert after.stdout == frontlint("check", "-q", "--no-cache", cwd=site).stdout
    assert not [path for path in (tmp_path / "cache").iterdir() if path.name.startswith(".pages")]


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--fail-on", "never"], 0),
        (["--fail-on", "never", "--max-warnings", "0"], 0),
        (["--fail-on", "never", "--severity", "draft-not-boolean=warning", "--max-warnings", "0"], 1),
        (["--fail-on", "never", "--select", "nonsense"], 2),
        (["--fail-on", "never", "--output-format", "json=no/such/folder.json"], 2),
        (["--fail-on", "sometimes"], 2),
        (["--max-warnings", "-1"], 2),
        (["--max-warnings", "many"], 2),
    ],
)
def test_never_is_about_findings_and_not_about_mistakes(
    tmp_path: Path, options: list[str], code: int
) -> None:
    done = frontlint("check", *options, cwd=make_project(tmp_path, {"content/a.md": FAULT}))
    assert done.returncode == code, done.stderr
