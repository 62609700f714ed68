"""`--fix` killed at random moments: every page is the old or the new one, whole, and nothing else is left."""

from __future__ import annotations

import os
import random
import subprocess
import time
from pathlib import Path

import pytest

from given_fixes import command, fixing
from support import make_project

PAGES = 60
KILLS = 50
TWICE = "---\ntitle: Page {n}\naliases:\n  - /old/{n}/\n  - /old/{n}\n---\n" + "Text of a page.\n" * 1500


def site(folder: Path) -> dict[str, tuple[bytes, bytes]]:
    """A site; each page before and after."""
    files = {f"content/p/{n}.md": TWICE.replace("{n}", str(n)) for n in range(PAGES)}
    make_project(folder, files)
    return {
        name: (text.encode(), text.replace(f"  - /old/{name[10:-3]}\n", "").encode())
        for name, text in files.items()
    }


def wait_for_writing(process: subprocess.Popen[bytes], page: Path, old: bytes, patience: float) -> None:
    """Until the first page is written, or the run is over."""
    end = time.monotonic() + patience
    while process.poll() is None and page.read_bytes() == old and time.monotonic() < end:
        time.sleep(0.001)


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="kills as POSIX does")
def test_every_page_is_old_or_new(tmp_path: Path) -> None:
    pages = site(tmp_path)
    first = min(pages)
    begun = time.monotonic()
    fixing("check", "--diff", "--no-cache", cwd=tmp_path, env={"FIXES": "alias-duplicate"})
    usual = time.monotonic() - begun
    chance, halves = random.Random(0), 0
    for kill in range(KILLS):
        for name, (old, _) in pages.items():
            (tmp_path / name).write_bytes(old)
        process = subprocess.Popen(
            command("check", "--fix", "--no-cache"),
            cwd=tmp_path,
            env={**os.environ, "FIXES": "alias-duplicate"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        if kill % 2:
            time.sleep(chance.random() * usual)
        else:
            wait_for_writing(process, tmp_path / first, pages[first][0], 60)
            time.sleep(chance.random() * 0.03)
        process.kill()
        process.wait()
        found = {name: (tmp_path / name).read_bytes() for name in pages}
        assert all(found[name] in both for name, both in pages.items())
        written = sum(found[name] == new for name, (_, new) in pages.items())
        halves += 0 < written < PAGES
        names = {path.name for path in (tmp_path / "content/p").iterdir()}
        others = names - {Path(name).name for name in pages}
        assert len(others) <= 1, "only the file that was being written is left"
        assert all(name.startswith(".") for name in others)
        for name in others:
            (tmp_path / "content/p" / name).unlink()
    print(f"\n{KILLS} kills, {halves} in the middle of writing")
    assert halves >= 3


def test_a_half_file_is_deleted_by_the_next_run(tmp_path: Path) -> None:
    site(tmp_path)
    folder = tmp_path / "content/p"
    half, fresh, other = (
        folder / name for name in (".1.md.0123456789ab", ".2.md.0123456789ab", ".1.md.mine")
    )
    for path in (half, fresh, other):
        path.write_text("half")
    for path in (half, other):
        os.utime(path, (0, 0))
    assert (
        fixing("check", "--fix", "--no-cache", cwd=tmp_path, env={"FIXES": "alias-duplicate"}).returncode == 0
    )
    left = {path.name for path in folder.iterdir() if path.name.startswith(".")}
    assert left == {fresh.name, other.name}, "another run may be writing the fresh one"
