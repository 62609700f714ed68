"""Kept results that somebody else wrote: they count for nothing, and nothing of the user's is written over.

The lie is always the same one: the results of a page without a fault, for a page with one, of the same size
and time. The first test shows that it works for who has the secret; all others, that it does for nobody else.
"""

from __future__ import annotations

import io
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from frontlint.cli.app import run
from frontlint.engine.cache import seal
from frontlint.engine.cache.folder import Store
from frontlint.engine.cache.home import project_folder, user_folder
from frontlint.engine.cache.names import KEPT
from frontlint.engine.check import check
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

SOUND = "---\ntitle: A\ndraft: true\n---\n"
FAULTY = "---\ntitle: A\ndraft: yess\n---\n"
PAGE = "content/a.md"
LONG_AGO = 10**18
posix = pytest.mark.skipif(os.name == "nt", reason="links, pipes and permissions of POSIX")


class Done(NamedTuple):
    """What a run said."""

    returncode: int
    stdout: str
    stderr: str


class World(NamedTuple):
    """A site with a fault, and a user with a cache folder. Runs are in this process, which is faster."""

    site: Path
    user: Path

    def run(self, *arguments: str | Path, **variables: str) -> Done:
        """`frontlint check` as this user, in the site."""
        return self.frontlint("check", *arguments, **variables)

    def frontlint(self, *arguments: str | Path, **variables: str) -> Done:
        """A command as this user, in the site."""
        out, errors = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(errors):
            patch.chdir(self.site)
            for name, value in {**_env(self.user), **variables}.items():
                patch.setenv(name, value)
            code = run([*map(str, arguments)])
        return Done(code, out.getvalue(), errors.getvalue())

    def folder(self) -> Path:
        """Where this user's results of the site are kept."""
        return project_folder(os.path.realpath(self.user / "frontlint"), self.site)


def _env(user: Path) -> dict[str, str]:
    return {"XDG_CACHE_HOME": str(user), "LOCALAPPDATA": str(user)}


def _put(site: Path, text: str) -> None:
    (site / PAGE).write_text(text, encoding="utf-8")
    for entry in (site, *site.rglob("*")):
        os.utime(entry, ns=(LONG_AGO, LONG_AGO), follow_symlinks=False)


def lie(world: World) -> Path:
    """Lets a run keep results of the sound page, then makes it faulty; the folder with the results."""
    _put(world.site, SOUND)
    assert world.run().returncode == 0
    _put(world.site, FAULTY)
    return world.folder()


@pytest.fixture
def world(tmp_path: Path) -> World:
    assert len(SOUND) == len(FAULTY)
    return World(make_project(tmp_path / "repo" / "site", {PAGE: FAULTY}), tmp_path / "user")


def honest(world: World, done: Done) -> bool:
    """Whether the report is, byte for byte, that of a run without a cache."""
    alone = world.run("--no-cache")
    assert alone.returncode == 1
    return (done.returncode, done.stdout) == (1, alone.stdout) and "Traceback" not in done.stderr


def tree(folder: Path) -> dict[str, str]:
    """All below a folder, and what it is."""
    return {
        path.relative_to(folder).as_posix(): f"-> {path.readlink()}"
        if path.is_symlink()
        else str(path.read_bytes())
        if path.is_file()
        else "folder"
        for path in folder.rglob("*")
    }


def notes(done: Done) -> list[str]:
    return [line for line in done.stderr.splitlines() if line.startswith("note: ")]


def test_the_lie_works_for_who_has_the_secret(world: World) -> None:
    lie(world)
    assert world.run().returncode == 0


def _committed(world: World) -> Iterator[tuple[str, list[str | Path], dict[str, str]]]:
    """Ways to have a cache folder in the checkout, each with the lie and a secret in it."""
    kept, site, repo = lie(world), world.site, world.site.parent
    inside = site / "cache"
    shutil.copytree(kept, site / ".frontlint_cache")
    shutil.copytree(kept, inside)
    yield "as it was kept before", [], {"XDG_CACHE_HOME": str(world.user / "other")}
    yield "the old name, typed", ["--cache-dir", ".frontlint_cache"], {}
    yield "typed", ["--cache-dir", "cache"], {}
    yield "typed, whole", ["--cache-dir", inside], {}
    yield "typed, with dots", ["--cache-dir", "../site/./cache"], {}
    yield "the site itself", ["--cache-dir", "."], {}
    if os.name == "nt":
        return
    shutil.copytree(world.user, site / "home" / ".cache")
    yield "XDG_CACHE_HOME", [], {"XDG_CACHE_HOME": str(site / "home" / ".cache")}
    yield "HOME", [], {"XDG_CACHE_HOME": "", "HOME": str(site / "home")}
    yield (
        "HOME, another folder typed",
        ["--cache-dir", kept],
        {"XDG_CACHE_HOME": "", "HOME": str(site / "home")},
    )
    away = world.user.parent / "away"
    away.symlink_to(site / "home" / ".cache")
    yield "XDG_CACHE_HOME by a link", [], {"XDG_CACHE_HOME": str(away)}
    (away.parent / "in").symlink_to(inside)
    yield "typed, a link that leads in", ["--cache-dir", away.parent / "in"], {}
    (site / "out").symlink_to(kept)
    yield "typed, a link that leads out", ["--cache-dir", "out"], {}
    (site / "up").symlink_to(kept.parent)
    yield "typed, below a link that leads out", ["--cache-dir", f"up/{kept.name}"], {}
    (repo / ".git").mkdir()
    shutil.copytree(kept, repo / "cache")
    yield "in the repository, above the site", ["--cache-dir", "../cache"], {}
    (repo / ".git").rmdir()
    (repo / "frontlint.toml").write_text("")
    yield "without Git, beside the settings", ["--cache-dir", "../cache"], {}


def test_a_cache_in_the_checkout_counts_as_none_and_is_not_touched(world: World) -> None:
    old = "note: `.frontlint_cache` is no longer used: delete it"
    for way, arguments, variables in _committed(world):
        before = tree(world.site.parent), tree(world.folder())
        done = world.run(*arguments, **variables)
        assert honest(world, done), way
        assert (tree(world.site.parent), tree(world.folder())) == before, way
        told = [note for note in notes(done) if note != old]
        assert len(told) == (0 if way == "as it was kept before" else 1), (way, done.stderr)
        assert all(" is in the checkout; " in note for note in told), way
        assert notes(done).count(old) == (0 if way == "the old name, typed" else 1), way
    quiet = world.run("-q", "--cache-dir", "cache")
    assert quiet.stderr == ""


def test_the_baseline_believes_no_committed_cache(world: World) -> None:
    if os.name == "nt":
        pytest.skip("HOME is a variable of POSIX")
    lie(world)
    shutil.copytree(world.user, world.site / "cache")
    env = _env(world.site / "cache")
    done = world.frontlint("baseline", "update", **env)
    assert "1 new" in done.stderr
    assert len(notes(done)) == 1


def test_results_of_another_project_are_not_believed(world: World, tmp_path: Path) -> None:
    kept = lie(world)
    other = World(Path(shutil.copytree(world.site, tmp_path / "other")), world.user)
    shutil.copytree(kept, other.folder())
    for entry in (world.site, *world.site.rglob("*")):
        there = other.site / entry.relative_to(world.site)
        os.utime(there, ns=(LONG_AGO, LONG_AGO))
    assert honest(other, other.run())
    assert honest(other, other.run("--cache-dir", kept))
    assert world.run().returncode == 1, "the folder was used by the other site, and now says nothing here"


def test_results_of_another_user_are_not_believed(world: World, tmp_path: Path) -> None:
    kept = lie(world)
    other = World(world.site, tmp_path / "somebody")
    assert honest(other, other.run("--cache-dir", kept)), "without a secret yet"
    assert honest(other, other.run("--cache-dir", kept))
    kept = lie(world)
    shutil.rmtree(other.folder(), ignore_errors=True)
    shutil.copytree(kept, other.folder())
    assert honest(other, other.run()), "with another one"


def _request(site: Path, cache: Path | None) -> Request:
    made = Request(site, load_config(site), load_settings(None, site), clock=CLOCK, jobs=1)
    return replace(made, cache=cache)


def _same(one: Outcome, other: Outcome) -> bool:
    return replace(one, seconds=0) == replace(other, seconds=0)


class Lied(NamedTuple):
    """A site whose kept results are a lie, within this process."""

    site: Path
    cache: Path

    def check(self, cache: bool = True) -> Outcome:
        return check(_request(self.site, self.cache if cache else None))

    def tell(self) -> None:
        """Keeps the lie."""
        shutil.rmtree(self.cache, ignore_errors=True)
        _put(self.site, SOUND)
        self.check()
        _put(self.site, FAULTY)


@pytest.fixture
def lied(tmp_path: Path) -> Lied:
    return Lied(make_project(tmp_path / "site", {PAGE: FAULTY}), tmp_path / "cache")


def _version(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(seal, "__version__", "0.0.9")


def _format(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(seal, "_FORMAT", 0)


def _user(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("frontlint.engine.cache.folder.read_secret", lambda folder: b"x" * 32)


def _project(patch: pytest.MonkeyPatch) -> None:
    real = seal.new_seal
    patch.setattr(
        "frontlint.engine.cache.folder.new_seal", lambda secret, project, name: real(secret, "/other", name)
    )


def _name(patch: pytest.MonkeyPatch) -> None:
    real = seal.new_seal
    patch.setattr(
        "frontlint.engine.cache.folder.new_seal", lambda secret, project, name: real(secret, project, "x")
    )


def _digest_without_secret(patch: pytest.MonkeyPatch) -> None:
    from frontlint.base.digest import blake2b

    patch.setattr(
        "frontlint.engine.cache.folder.new_seal", lambda secret, project, name: blake2b(digest_size=32)
    )


@pytest.mark.parametrize("other", [_version, _format, _user, _project, _name, _digest_without_secret])
def test_a_valid_seal_of_anything_else_is_none(
    lied: Lied, other: Callable[[pytest.MonkeyPatch], None]
) -> None:
    fresh = lied.check(cache=False)
    with pytest.MonkeyPatch.context() as patch:
        other(patch)
        lied.tell()
        assert not _same(lied.check(), fresh), "this frontlint would believe it"
    assert _same(lied.check(), fresh)


def test_files_that_changed_places_are_not_believed(lied: Lied) -> None:
    fresh = lied.check(cache=False)
    for one in KEPT:
        for other in KEPT:
            lied.tell()
            bodies = {name: (lied.cache / name).read_bytes() for name in KEPT}
            for name in KEPT:
                (lied.cache / name).unlink()
            (lied.cache / one).write_bytes(bodies[other])
            lies = one == other == "last.bin"  # it answers alone
            if lies or one != other:
                assert _same(lied.check(), fresh) is not lies, (one, other)


def _mutations(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """A byte that is another one, goes or comes, a piece that goes, comes twice or is turned around."""
    at = chance.randrange(len(data))
    end = min(len(data), at + chance.randrange(1, 40))
    byte = bytes([chance.randrange(256)])
    yield data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    yield data[:at] + data[at + 1 :]
    yield data[:at] + byte + data[at:]
    yield data[:at]
    yield data[at:]
    yield data[:end] + data[at:]
    yield data[:at] + data[at:end][::-1] + data[end:]


def test_no_mutated_byte_changes_a_report(lied: Lied) -> None:
    chance, tried = random.Random(12), 0
    fresh = lied.check(cache=False)
    lied.tell()
    whole = {name: (lied.cache / name).read_bytes() for name in KEPT}
    results = [name for name in ("pages.bin", "records.bin") if name in KEPT]
    for name in ("last.bin", *results):
        beside = results if name in results else []
        for _ in range(25):
            for mutation in _mutations(whole[name], chance):
                # A result is believed by its digest: what comes after the last one is not read.
                end = -seal.SEAL_BYTES if name == "records.bin" else None
                if mutation == whole[name] or (end and mutation.startswith(whole[name][:end])):
                    continue
                for kept in KEPT:
                    (lied.cache / kept).unlink(missing_ok=True)
                for kept in beside:
                    (lied.cache / kept).write_bytes(whole[kept])
                (lied.cache / name).write_bytes(mutation)
                assert _same(lied.check(), fresh), (name, mutation)
                tried += 1
    assert tried > 300


@pytest.mark.parametrize("mutated", KEPT)
def test_no_mutated_byte_changes_a_report_where_a_page_changed(lied: Lied, mutated: str) -> None:
    """Then what was found in the others is asked for, and who shares what."""
    chance, other = random.Random(13), lied.site / "content" / "b.md"
    other.write_text(FAULTY, encoding="utf-8")
    _put(lied.site, SOUND + "Text.\n")
    lied.check()
    whole = {name: (lied.cache / name).read_bytes() for name in KEPT}
    (lied.site / PAGE).write_text(SOUND + "Text. More.\n", encoding="utf-8")
    os.utime(lied.site / PAGE, ns=(LONG_AGO, LONG_AGO))
    fresh = lied.check(cache=False)
    assert {finding.path for finding in fresh.findings} == {"content/b.md"}
    for _ in range(15):
        for mutation in _mutations(whole[mutated], chance):
            for name in KEPT:
                (lied.cache / name).write_bytes(whole[name])
            (lied.cache / mutated).write_bytes(mutation)
            assert _same(lied.check(), fresh), mutation


SECRET_OF_MINE = "this is mine"


def _in_the_way(lied: Lied, victim: Path) -> Iterator[str]:
    """Things that are not files of ours in the place of one; each is made anew."""
    for name in KEPT:
        path = lied.cache / name
        for target in (victim, victim.parent / "not there", lied.site / PAGE):
            lied.tell()
            path.unlink()
            path.symlink_to(target)
            yield f"{name} -> {target.name}"
        lied.tell()
        path.rename(lied.cache / "real")
        path.symlink_to("real")
        yield f"{name}, a link to the file itself"
        lied.tell()
        path.unlink()
        path.mkdir()
        yield f"{name}, a folder"
        lied.tell()
        path.unlink()
        os.mkfifo(path)
        yield f"{name}, a pipe"
        lied.tell()
        with path.open("r+b") as stream:
            stream.truncate(2**40)
        yield f"{name}, a terabyte"
    lied.tell()
    (lied.cache / ".gitignore").unlink()
    (lied.cache / ".gitignore").symlink_to(victim.parent / "not there")
    yield ".gitignore"


@posix
def test_links_pipes_and_giants_are_neither_read_nor_written_to(lied: Lied, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text(SECRET_OF_MINE)
    fresh = lied.check(cache=False)
    for what in _in_the_way(lied, victim):
        kept = {name: lied.cache / name for name in KEPT}
        good = [name for name, path in kept.items() if path.is_file() and not path.is_symlink()]
        for name in good:
            if kept[name].stat().st_size < 2**30:
                kept[name].unlink()  # another file would answer
        assert _same(lied.check(), fresh), what
        assert victim.read_text() == SECRET_OF_MINE, what
        assert not (tmp_path / "not there").exists(), what
        assert (lied.site / PAGE).read_text(encoding="utf-8") == FAULTY, what


def _bad_secrets(path: Path, good: bytes, elsewhere: Path) -> Iterator[str]:
    path.chmod(0o640)
    yield "the group may read it"
    path.chmod(0o604)
    yield "others may read it"
    path.chmod(0o622)
    yield "others may write it"
    path.chmod(0o600)
    path.write_bytes(good + b"x")
    yield "too long"
    path.write_bytes(b"")
    yield "empty"
    path.unlink()
    elsewhere.write_bytes(good)
    elsewhere.chmod(0o600)
    path.symlink_to(elsewhere)
    yield "a link"
    path.unlink()
    os.mkfifo(path, 0o600)
    yield "a pipe"
    path.unlink()
    path.mkdir(0o700)
    yield "a folder"
    path.rmdir()
    if os.geteuid() == 0:
        path.write_bytes(good)
        path.chmod(0o600)
        os.chown(path, 12345, 0)
        yield "another user's"


@posix
def test_a_secret_that_others_may_know_is_refused(world: World, tmp_path: Path) -> None:
    lie(world)
    path = world.user / "frontlint" / "secret"
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert world.folder().stat().st_mode & 0o777 == 0o700
    good = path.read_bytes()
    for what in _bad_secrets(path, good, tmp_path / "elsewhere"):
        before = tree(world.user) if what != "a pipe" else {}
        done = world.run()
        assert honest(world, done), what
        assert notes(done) == [], what
        assert what == "a pipe" or tree(world.user) == before, what
        shown = world.frontlint("cache", "dir")
        assert "delete it" in shown.stderr, what


@posix
def test_processes_that_make_the_secret_at_once_agree(tmp_path: Path) -> None:
    code = (
        "import sys; from frontlint.engine.cache.seal import make_secret;"
        " print(make_secret(sys.argv[1]).hex())"
    )
    folder = tmp_path / "a" / "frontlint"
    runs = [
        subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    assert len({run.communicate()[0] for run in runs}) == 1
    assert [path.name for path in folder.iterdir()] == ["secret"]


def _useless_homes(tmp_path: Path) -> Iterator[tuple[str, dict[str, str]]]:
    (tmp_path / "file").write_text("")
    yield "a file", {"HOME": str(tmp_path / "file")}
    yield "below a file", {"HOME": str(tmp_path / "file" / "x")}
    yield "not there", {"HOME": str(tmp_path / "nowhere")}
    (tmp_path / "h").mkdir()
    (tmp_path / "h" / ".cache").write_text("")
    yield "its .cache is a file", {"HOME": str(tmp_path / "h")}
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    yield "a link to nothing", {"HOME": str(tmp_path / "dangling")}
    yield "XDG_CACHE_HOME is a file", {"XDG_CACHE_HOME": str(tmp_path / "file")}
    yield "XDG_CACHE_HOME is below a file", {"XDG_CACHE_HOME": str(tmp_path / "file" / "x" / "y")}
    yield "XDG_CACHE_HOME is a device", {"XDG_CACHE_HOME": os.devnull}
    if Path("/proc").is_dir():
        yield "nobody may write, not even root", {"HOME": "/proc"}
    (tmp_path / "shut").mkdir(0o500)
    if os.geteuid() != 0:
        yield "not writable", {"HOME": str(tmp_path / "shut")}


@posix
def test_without_a_usable_home_there_is_no_cache_and_no_error(world: World, tmp_path: Path) -> None:
    for what, variables in _useless_homes(tmp_path):
        before = tree(tmp_path)
        done = world.run(**{"XDG_CACHE_HOME": "", **variables})
        assert honest(world, done), what
        assert notes(done) == [], (what, done.stderr)
        assert tree(tmp_path) == before, what


@posix
def test_a_full_disk_and_a_missing_variable_are_no_error(world: World, tmp_path: Path) -> None:
    command = f'ulimit -f 0; exec "{sys.executable}" -m frontlint check'
    env = {**os.environ, **_env(world.user)}
    done = subprocess.run(
        ["sh", "-c", command], cwd=world.site, env=env, capture_output=True, text=True, check=False
    )
    told = Done(done.returncode, done.stdout, done.stderr)
    assert honest(world, told)
    assert notes(told) == []
    left = [path for path in world.user.rglob("*") if path.is_file()]
    assert all(path.stat().st_size == 0 for path in left)
    for name in ("", "relative", "."):
        folder = user_folder({"HOME": name, "XDG_CACHE_HOME": name}, "linux")
        assert folder is None or folder.startswith("/"), "what is relative would lead into the checkout"


def test_deep_json_of_our_own_is_no_error(lied: Lied) -> None:
    fresh = lied.check(cache=False)
    for name in KEPT:
        lied.tell()
        for other in KEPT:
            (lied.cache / other).unlink()
        Store(lied.cache, lied.site).keep(name, (b"[" * 200_000 + b"\n",))
        assert _same(lied.check(), fresh)
