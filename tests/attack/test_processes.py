"""However a run ends, its processes end with it; and none of them runs what the current folder holds."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

posix = pytest.mark.skipif(os.name == "nt", reason="signals and sessions of POSIX")
PROC = Path("/proc/self/stat")
FAULT = "---\ntitle: A\ndraft: yes\n---\n" + "A sentence with a [link](/posts/p1/) in it.\n" * 20
PAGES = {f"content/posts/p{number}.md": FAULT for number in range(6400)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """So many pages that workers are busy for a while."""
    return make_project(tmp_path_factory.mktemp("site"), PAGES)


def living(session: int) -> list[str]:
    """The processes of a session that are not over."""
    if not PROC.exists():
        asked = ["ps", "-A", "-o", "pgid=,stat=,command="]
        rows = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
        return [row for row in rows if row.split()[0] == str(session) and "Z" not in row.split()[1]]
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            pid, _, rest = stat.read_text().partition(" ")
        except OSError:
            continue
        fields = rest.rpartition(")")[2].split()
        if fields[3] == str(session) and fields[0] not in "ZX":
            found.append(pid)
    return found


def _heard() -> None:
    """As in a terminal: whoever runs the tests by `nohup` ignores SIGHUP, and so would the run."""
    signal.signal(signal.SIGHUP, signal.SIG_DFL)


def started(
    site: Path,
    *options: str,
    call: tuple[str, ...] = ("-m", "frontlint"),
    at: str = "content ",
    before: Callable[[], None] = _heard,
) -> subprocess.Popen[str]:
    """A run with two workers in a session of its own, which has told of its content (or what `at` names)."""
    process = subprocess.Popen(
        [sys.executable, *call, "check", "-v", "-j2", *options],
        cwd=site,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=before,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if line.startswith(at):
            return process
    raise AssertionError("the run told nothing")


def ended(session: int, seconds: float) -> bool:
    """Whether all processes of a session are over within a time."""
    until = time.monotonic() + seconds
    while living(session):
        if time.monotonic() > until:
            return False
        time.sleep(0.02)
    return True


SOON = 20
"""Seconds that a busy machine may take."""


UNENDING = """
import sys, time
import frontlint.__main__ as way_in
from frontlint.report import formats
from frontlint.rules.hugo.syntax.draft_not_boolean import DraftNotBoolean

def wait(*_):
    while True:
        time.sleep(0.05)  # one long sleep would begin after a signal that comes just before it

def say_and_wait(*_):
    print("waiting", file=sys.stderr, flush=True)
    wait()

if sys.argv.pop(1) == "pages":
    DraftNotBoolean.check = wait
else:
    formats.load = lambda name: say_and_wait

if __name__ == "__main__":
    way_in.main()
"""
"""A run that ends by a signal or not at all, as far as a busy machine has come with it."""


LOSING = """
import os, signal, sys, time, weakref
import frontlint.__main__ as way_in
import frontlint.cli.app as app

def come(*_):
    os.kill(os.getpid(), signal.NAME)

class Thing:
    def __set_name__(self, owner, name):
        come()

def when_an_object_goes():
    thing = Thing()
    gone = weakref.ref(thing, come)
    del thing

def without_a_word():
    try:
        come()
    except BaseException:
        pass

def as_another_error():
    type("Owner", (), {"thing": Thing()})

def as_another_error_that_is_caught():
    try:
        as_another_error()
    except Exception:
        pass

def while_cleaning_up():
    try:
        come()
    finally:
        come()
        time.sleep(0.2)
        print("cleaned up", file=sys.stderr, flush=True)

def run(*_):
    try:
        globals()[lost]()
    except Exception as error:
        raise app.UsageError("no signal") if not app.of_signal(error) else error
    while True:
        time.sleep(0.01)

lost = sys.argv.pop(1)
if lost == "in_the_command":
    app.read = lambda *_: as_another_error()
else:
    app.run = run
if __name__ == "__main__":
    way_in.main()
"""
"""A run that gets a signal where Python loses it, or while it cleans up, and that nothing else ends."""


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize(
    "lost",
    [
        "when_an_object_goes",
        "without_a_word",
        "as_another_error",
        "as_another_error_that_is_caught",
        "in_the_command",
        "while_cleaning_up",
    ],
)
def test_a_signal_ends_the_run_where_python_loses_it(
    site: Path, tmp_path: Path, lost: str, name: str
) -> None:
    (tmp_path / "script.py").write_text(LOSING.replace("NAME", name))
    command = [sys.executable, str(tmp_path / "script.py"), lost, "check"]
    done = subprocess.run(
        command, cwd=site, capture_output=True, text=True, timeout=SOON, preexec_fn=_heard, check=False
    )
    said = "cleaned up\n" if lost == "while_cleaning_up" else ""
    assert (done.returncode, done.stderr) == (128 + getattr(signal, name), said)


@posix
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
@pytest.mark.parametrize("whole_group", [True, False])
@pytest.mark.parametrize(
    ("where", "at", "delay"),
    [("pages", "content ", 0.0), ("pages", "content ", 0.2), ("report", "waiting", 0.0)],
    ids=["early", "pages", "report"],
)
def test_a_signal_ends_the_run_and_its_workers(
    site: Path, tmp_path: Path, name: str, whole_group: bool, where: str, at: str, delay: float
) -> None:
    (tmp_path / "script.py").write_text(UNENDING)
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "report.json").write_text("of an earlier run")
    report = f"--output-format=json={tmp_path / 'reports' / 'report.json'}"
    call = str(tmp_path / "script.py"), where
    process = started(site, report, "--cache-dir", str(tmp_path / "cache"), call=call, at=at)
    time.sleep(delay)
    number = getattr(signal, name)
    (os.killpg if whole_group else os.kill)(process.pid, number)
    code = process.wait(SOON)
    left = living(process.pid)
    out, errors = process.communicate()
    assert code == 128 + number, errors
    assert left == []
    assert (out, errors) == ("", "")
    assert (tmp_path / "reports" / "report.json").read_text() == "of an earlier run"
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["report.json"], "nothing half written"


@posix
@pytest.mark.parametrize("delay", [0.0, 0.05, 0.12, 0.3])
def test_after_a_kill_no_worker_is_left_and_none_holds_stdout(site: Path, delay: float) -> None:
    process = started(site, "--no-cache")
    time.sleep(delay)
    process.kill()
    process.communicate(timeout=SOON)  # would wait for whoever holds a pipe
    assert ended(process.pid, SOON), living(process.pid)


ENDLESS = """
import os, sys, time
from frontlint.engine.workers import in_workers

def make(setting):
    def work(batch):
        open(f"{setting}/{os.getpid()}", "w").close()
        time.sleep(600)
    return work

if __name__ == "__main__":
    batches = [1, 2, 3, 4, 5]
    for _ in in_workers(make, sys.argv[2], batches, 3, make(sys.argv[2]), fork=sys.argv[1] == "fork"):
        pass
"""


@posix
@pytest.mark.parametrize("method", ["fork", "spawn"])
def test_a_worker_ends_with_its_parent_in_the_middle_of_a_batch(tmp_path: Path, method: str) -> None:
    if method == "fork" and sys.platform != "linux":
        pytest.skip("workers are not forked here")
    (tmp_path / "script.py").write_text(ENDLESS)
    (tmp_path / "busy").mkdir()
    process = subprocess.Popen(
        [sys.executable, str(tmp_path / "script.py"), method, str(tmp_path / "busy")],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    until = time.monotonic() + SOON
    while len(list((tmp_path / "busy").iterdir())) < 3:
        assert time.monotonic() < until, "a worker, or the parent, has not begun"
        assert process.poll() is None, process.communicate()
        time.sleep(0.02)
    process.kill()
    process.communicate(timeout=SOON)
    assert ended(process.pid, SOON), living(process.pid)


@posix
def test_ctrl_c_works_where_the_parent_ignores_it(site: Path) -> None:
    """A shell ignores SIGINT for what a script starts in the background."""
    process = started(site, "--no-cache", before=lambda: _ignore(signal.SIGINT))
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=SOON)
    assert process.returncode == 130, errors


@posix
def test_nohup_is_left_in_force(site: Path) -> None:
    process = started(site, "--no-cache", "-q", before=lambda: _ignore(signal.SIGHUP))
    os.killpg(process.pid, signal.SIGHUP)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 1, errors
    assert len(out.splitlines()) == len(PAGES)


def _ignore(number: signal.Signals) -> None:
    signal.signal(number, signal.SIG_IGN)


@posix
def test_a_worker_that_is_killed_is_told(site: Path) -> None:
    """As a system does that runs out of memory: the run is no pass."""
    process = started(site, "--no-cache")
    until = time.monotonic() + SOON
    while not (workers := [pid for pid in living(process.pid) if pid != str(process.pid)]):
        assert time.monotonic() < until
    os.kill(int(workers[0]), signal.SIGKILL)
    out, errors = process.communicate(timeout=60)
    assert process.returncode == 3, (out, errors)
    assert "a worker process has ended before its work was done" in errors
    assert living(process.pid) == []


STANDARD = (
    *("__future__", "abc", "ast", "bisect", "concurrent/__init__", "copy", "ctypes"),
    *(
        "dataclasses",
        "datetime",
        "difflib",
        "email/__init__",
        "enum",
        "errno",
        "gc",
        "hashlib",
        "heapq",
        "html",
    ),
    *("inspect", "io", "json", "locale", "logging", "math", "multiprocessing/__init__", "os"),
    *(
        "pathlib",
        "pickle",
        "posixpath",
        "queue",
        "random",
        "re",
        "select",
        "selectors",
        "shutil",
        "signal",
        "socket",
    ),
    *("sre_parse", "string", "struct", "subprocess", "tempfile", "textwrap", "time", "tomllib", "traceback"),
    *("typing", "unicodedata", "urllib/__init__", "uuid", "weakref", "zipfile"),
)
OTHERS = (
    "jsonschema",
    "jsonschema_rs",
    "packaging",
    "pathspec",
    "rich",
    "ruamel",
    "tomlkit",
    "typer",
    "typing_extensions",
)
OWN = ("frontlint", "yaml", "_yaml")
PRELOADED = (
    *("collections/__init__", "contextlib", "functools", "importlib/__init__", "keyword", "operator"),
    *("reprlib", "runpy", "sitecustomize", "types", "warnings"),
)
"""What Python loads before any module of ours when it is called with -m: only -P helps."""


def planted(site: Path, names: tuple[str, ...]) -> Path:
    """Modules in the current folder, each of which leaves a mark; where the mark would be."""
    mark = site / "ran"
    for name in names:
        path = site / f"{name}.py"
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"open({str(mark)!r}, 'a').write({name!r} + ' ')\nraise SystemExit(0)\n")
    return mark


def checked(site: Path, call: list[str], **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*call, "check", "-j2", "--no-cache", "-q"],
        cwd=site,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


SAFE = [
    [str(Path(sys.executable).with_name("frontlint"))],
    [sys.executable, "-P", "-m", "frontlint"],
    [sys.executable, "-I", "-m", "frontlint"],
]
FEW = {f"content/posts/p{number}.md": FAULT for number in range(200)}


@posix
def test_modules_of_the_current_folder_are_not_imported(tmp_path: Path) -> None:
    site = make_project(tmp_path / "site", FEW)
    mark = planted(site, (*STANDARD, *OTHERS, "yaml", "_yaml"))
    done = checked(site, [sys.executable, "-m", "frontlint"])
    assert not mark.exists(), mark.read_text()
    assert (done.returncode, len(done.stdout.splitlines())) == (1, len(FEW)), done.stderr


@posix
@pytest.mark.parametrize("call", SAFE, ids=["frontlint", "-P", "-I"])
def test_the_safe_calls_import_nothing_at_all_from_it(tmp_path: Path, call: list[str]) -> None:
    if not Path(call[0]).exists():
        pytest.skip("frontlint is not installed as a command here")
    site = make_project(tmp_path / "site", FEW)
    mark = planted(site, (*STANDARD, *OTHERS, *OWN, *PRELOADED))
    done = checked(site, call)
    assert not mark.exists(), mark.read_text()
    assert (done.returncode, len(done.stdout.splitlines())) == (1, len(FEW)), done.stderr


SPAWNED = """
import sys
import frontlint.__main__ as way_in
import frontlint.engine.page_phase as pages
pages.can_fork = lambda: False
if __name__ == "__main__":
    way_in.main()
"""


@posix
def test_spawned_workers_import_nothing_from_the_current_folder(tmp_path: Path) -> None:
    """Python starts them with `-c`, which looks in the current folder first, whatever the parent does."""
    script = tmp_path / "script.py"
    script.write_text(SPAWNED)
    site = make_project(tmp_path / "site", FEW)
    mark = planted(site, (*STANDARD, *OTHERS, *OWN, *PRELOADED))
    done = checked(site, [sys.executable, str(script)])
    assert not mark.exists(), mark.read_text()
    assert (done.returncode, len(done.stdout.splitlines())) == (1, len(FEW)), done.stderr


def test_the_current_folder_goes_and_an_installed_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontlint.__main__ import _trusted

    monkeypatch.chdir(tmp_path)
    here, library = str(Path.cwd()), str(Path(os.__file__).parent)
    assert _trusted([here, "/elsewhere", "", ".", library, here]) == ["/elsewhere", library, here]
    assert _trusted(["/elsewhere", library, "/packages"]) == ["/elsewhere", library, "/packages"]
    assert _trusted([here, "/odd"]) == ["/odd"]
