"""The places that a repository is fetched from, by its own settings: nothing is asked over a network."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.git.command import GitError
from frontlint.git.repository import Repository

_FIRST = "origin"


class Remote(NamedTuple):
    """A remote by its name, with the URL as the settings have it: the user's own `insteadOf` is left out."""

    name: str
    url: str


def remotes_of(repository: Repository) -> tuple[Remote, ...]:
    """The remotes, `origin` first, then by name; a remote with several URLs is fetched from the first."""
    found: dict[str, str] = {}
    for key, url in _settings(repository):
        found.setdefault(key.removeprefix("remote.").removesuffix(".url"), url)
    names = sorted(found, key=lambda name: (name != _FIRST, name))
    return tuple(Remote(name, found[name]) for name in names)


def remotes_with(repository: Repository, commit: str) -> Iterator[tuple[Remote, str]]:
    """The remotes that have a commit, as far as they were fetched, and the commit's full id."""
    try:
        head = repository.commit(commit)
    except UsageError:
        return
    for remote in remotes_of(repository):
        folder = f"refs/remotes/{remote.name}/"
        with suppress(GitError):
            if repository.git.line("for-each-ref", "--count=1", f"--contains={head}", folder):
                yield remote, head


def _settings(repository: Repository) -> Iterator[tuple[str, str]]:
    """The repository's own settings of URLs: those of the user's other files would name no remote of it."""
    ask = ("config", "--local", "--includes", "--null", "--get-regexp", r"^remote\..*\.url$")
    try:
        rows = repository.git.run(*ask).split(b"\0")
    except GitError:  # there is none
        return
    for row in rows:
        key, _, url = os.fsdecode(row).partition("\n")
        if key:
            yield key, url
