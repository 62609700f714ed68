"""Runs git, so that neither a hook's environment nor the user's settings change what it answers."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from frontlint.text.usage import UsageError

_OF_ONE_REPOSITORY = frozenset(
    {
        *("GIT_DIR", "GIT_WORK_TREE", "GIT_IMPLICIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_PREFIX"),
        *("GIT_INTERNAL_SUPER_PREFIX", "GIT_NAMESPACE", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"),
        *("GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES"),
    }
)
"""What git tells a hook about the repository that it runs for (`git rev-parse --local-env-vars`)."""
_FOLDERS = frozenset({"GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY"})
_CHANGES_ANSWERS = frozenset({"GIT_EXTERNAL_DIFF", "GIT_DIFF_OPTS", "GIT_LITERAL_PATHSPECS", "GIT_TRACE"})


class GitError(Exception):
    """git says no; the text is its own, one line."""


class Git(NamedTuple):
    """git in one folder, with an environment of its own."""

    folder: Path
    environ: Mapping[str, str]

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git writes to stdout. Raises GitError where it fails, UsageError where there is no git."""
        import subprocess  # most runs need no git

        try:
            done = subprocess.run(
                ["git", "--no-pager", *arguments],
                cwd=self.folder,
                env=self.environ,
                input=stdin,
                capture_output=True,
                check=False,
            )
        except FileNotFoundError:
            raise UsageError("git is needed for this, and there is none on this machine") from None
        except OSError as error:
            raise UsageError(f"git cannot be run: {error.strerror}") from None
        if done.returncode:
            raise GitError(_first_line(done.stderr))
        return done.stdout

    def line(self, *arguments: str) -> str:
        """What git answers in one line, without its end."""
        return os.fsdecode(self.run(*arguments)).rstrip("\r\n")

    def paths(self, *arguments: str) -> list[str]:
        """What git answers with `-z`: texts between NUL bytes, names as the system has them."""
        return [os.fsdecode(name) for name in self.run(*arguments).split(b"\0") if name]

    def at(self, folder: Path) -> Git:
        """The same git in another folder."""
        return self._replace(folder=folder)


def environment(environ: Mapping[str, str], *, inherit: bool) -> dict[str, str]:
    """The environment to run git in: English, without questions, and without locks in a read-only checkout.

    `inherit` keeps what a hook was told about its repository; without it git looks for that of the folder.
    """
    dropped = _CHANGES_ANSWERS if inherit else _CHANGES_ANSWERS | _OF_ONE_REPOSITORY
    kept = {name: value for name, value in environ.items() if name not in dropped}
    # They count from the current folder, and git is run in another one.
    kept |= {name: str(Path(kept[name]).absolute()) for name in _FOLDERS & kept.keys()}
    return {**kept, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else "git failed without a word"
