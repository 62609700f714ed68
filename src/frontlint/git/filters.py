"""Switches off the programs that a repository's settings name for `.gitattributes` (`filter.NAME.clean`)."""

from __future__ import annotations

import os

from frontlint.base.errors import UsageError
from frontlint.git.command import Git, GitError

_OWN_SCOPES = frozenset({"local", "worktree"})
_OFF = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
_ASK = ("config", "--null", "--name-only")
_NAMES = ("--get-regexp", r"^filter\.")
_BAD_OPTION = 129


def without_filters(git: Git) -> Git:
    """The same git, for which the filters that its repository's own settings define do nothing.

    A user's own settings are the user's: filters that only those define stay. Raises UsageError for a name
    that cannot be switched off.
    """
    off: list[str] = []
    for name in _own(git):
        if "=" in name:  # `-c` ends the name there
            raise UsageError(f"{git.folder}: git's settings define a filter with = in its name: {name}")
        off += (f"filter.{name}.{key}={value}" for key, value in _OFF)
    return git.with_settings(*off)


def _own(git: Git) -> list[str]:
    """The names of the filters that the settings of the repository define, or files that they include."""
    try:
        parts = git.run(*_ASK, "--show-scope", *_NAMES).split(b"\0")[:-1]
    except GitError as error:
        if error.code != _BAD_OPTION:
            return []  # there is none
        # A git before 2.26 does not say where a setting comes from: then each of them is switched off.
        keys = _all(git)
    else:
        scopes = zip(parts[::2], parts[1::2], strict=True)
        keys = [os.fsdecode(key) for scope, key in scopes if os.fsdecode(scope) in _OWN_SCOPES]
    return list(dict.fromkeys(key.partition(".")[2].rpartition(".")[0] for key in keys))


def _all(git: Git) -> list[str]:
    try:
        return git.paths(*_ASK, *_NAMES)
    except GitError:
        return []
