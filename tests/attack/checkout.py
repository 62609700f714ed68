"""A checkout that a stranger made, beside a home that is not theirs; commands run in it, in this process."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from frontlint.cli.app import run

PAGE = "---\ntitle: A\ndate: 2024-01-01\n---\ntext\n"
FAULTY = "---\ntitle: A\ndraft: yes\n---\ntext\n"
SITE = {"hugo.toml": "title = 'x'\nbaseURL = 'https://example.org/'\n", "content/a.md": FAULTY}
SECRET = "export TOKEN=s3cr3t\n"


class Told(NamedTuple):
    """The exit code, and what was printed."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


class Checkout:
    """`root` is the repository, `home` what belongs to the user: nothing may change there."""

    def __init__(self, folder: Path, capfd: pytest.CaptureFixture[str], patch: pytest.MonkeyPatch) -> None:
        self.folder, self.root, self.home = folder, folder / "repo", folder / "home"
        self._capfd, self._patch = capfd, patch
        for name in ("repo/.git/hooks", "repo/.git/objects", "repo/.git/refs", "home/folder"):
            (folder / name).mkdir(parents=True)
        (self.root / ".git/HEAD").write_text("ref: refs/heads/main\n")
        (self.root / ".git/config").write_text("[core]\n\trepositoryformatversion = 0\n")
        (self.home / ".bashrc").write_text(SECRET)
        (self.home / "folder" / "mine.md").write_text(PAGE.replace("text", SECRET))
        self.write(SITE)
        patch.chdir(self.root)
        for name in [name for name in os.environ if name.startswith(("GITHUB_", "GIT_"))]:
            patch.delenv(name)

    def write(self, files: Mapping[str, str | bytes]) -> None:
        for name, content in files.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)

    def link(self, name: str, target: str) -> Path:
        """A link in the repository, in place of what is there."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(target, target_is_directory=(path.parent / target).is_dir())
        return path

    def pipe(self, name: str) -> None:
        """A named pipe that nobody writes to."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        os.mkfifo(path)

    def huge(self, name: str, size: int) -> None:
        """A file of so many bytes, of which a disk holds none."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            file.truncate(size)

    def frontlint(self, *arguments: str | Path) -> Told:
        """Runs the command in the repository."""
        self._capfd.readouterr()
        code = run([*map(str, arguments)])
        return Told(code, *self._capfd.readouterr())

    def foreign(self) -> dict[str, bytes | str]:
        """All that must stay as it is: the user's files, git's, and where links lead."""
        return {path.as_posix(): _state(path) for path in self._foreign()}

    def _foreign(self) -> Iterable[Path]:
        for top in (self.home, self.root / ".git"):
            yield from (path for path in top.rglob("*"))
        yield from (path for path in self.root.rglob("*") if path.is_symlink())


def _state(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"-> {os.readlink(path)}"  # noqa: PTH115
    return path.read_bytes() if path.is_file() else "folder"


@pytest.fixture
def checkout(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Checkout:
    """A checkout with a site in which `content/a.md` has a fault."""
    return Checkout(tmp_path, capfd, monkeypatch)
