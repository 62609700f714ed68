"""Runs git, so that no settings and no hook's environment change its answers, and nothing else is run.

The git data of a checkout are somebody else's: what git would run for them is switched off here.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.git.program import find_git

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
_SAFE = (
    "safe.bareRepository=explicit",  # a folder that looks like a repository is one only if the user says so
    "core.fsmonitor=false",
    "core.hooksPath=/dev/null",
)
"""Settings for every git; `-c` counts more than any file, keeps what the user's variables say, and goes on to
the gits that git starts."""
_FIXED = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    # What a partial clone lacks would be fetched with programs that its settings name.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    # A commit is what its id says, and not what somebody puts in its place.
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": f"{os.devnull}/none",
    "NoDefaultCurrentDirectoryInExePath": "1",  # for what git starts on Windows
}


class GitError(Exception):
    """git says no; the text is its own, one line, and so is the exit code."""

    def __init__(self, message: str, code: int) -> None:
        self.code = code
        super().__init__(message)


class Git(NamedTuple):
    """git in one folder, with a separate environment; `settings` are `NAME=VALUE`."""

    folder: Path
    environ: Mapping[str, str]
    settings: tuple[str, ...] = _SAFE

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What git writes to stdout. Raises GitError where it fails, UsageError where there is no git."""
        import subprocess  # most runs need no git

        program = needed(self.environ)
        settings = [word for setting in self.settings for word in ("-c", setting)]
        try:
            done = subprocess.run(
                [program, "--no-pager", *settings, *arguments],
                cwd=self.folder,
                env=self.environ,
                input=stdin,
                capture_output=True,
                check=False,
            )
        except OSError as error:
            raise UsageError(f"git cannot be run: {error.strerror}") from None
        if done.returncode:
            raise GitError(_first_line(done.stderr), done.returncode)
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

    def with_settings(self, *settings: str) -> Git:
        """The same git with more settings, `NAME=VALUE`."""
        return self._replace(settings=(*self.settings, *settings))


def needed(environ: Mapping[str, str]) -> str:
    """The path of git. Raises UsageError where there is none."""
    program = find_git(environ)
    if program is None:
        raise UsageError("this needs Git, which is not installed here")
    return program


def environment(environ: Mapping[str, str], *, inherit: bool) -> dict[str, str]:
    """The environment to run git in: English, without questions, without locks in a read-only checkout, and
    without a network.

    `inherit` keeps what a hook knows about its repository; without it git looks for that of the folder.
    """
    dropped = _CHANGES_ANSWERS if inherit else _CHANGES_ANSWERS | _OF_ONE_REPOSITORY
    kept = {name: value for name, value in environ.items() if name not in dropped}
    # They count from the current folder, and git is run in another one.
    kept |= {name: str(Path(kept[name]).absolute()) for name in _FOLDERS & kept.keys()}
    return {**kept, **_FIXED}


def _first_line(stderr: bytes) -> str:
    lines = stderr.decode("utf-8", "replace").strip().splitlines()
    return (
        lines[0].removeprefix("fatal: ").removeprefix("error: ") if lines else "git failed without a message"
    )
