"""Asks git what has changed in a Hugo project, and for the files as they were."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import normpath

from frontlint.base.files import NOTHING, Replaced, lies_below
from frontlint.base.record import NamedTuple
from frontlint.engine.base import Change
from frontlint.engine.touched import may_count
from frontlint.git.changes import (
    Blob,
    How,
    beside_commit,
    beside_the_index,
    changes_between,
    changes_in_index,
    changes_on_disk,
    same_as_index,
)
from frontlint.git.changes import Change as GitChange
from frontlint.git.past import Past
from frontlint.git.repository import Repository
from frontlint.git.untracked import UNKNOWN, Known
from frontlint.hugo.config import Config
from frontlint.hugo.config.find import EXTENSIONS
from frontlint.hugo.content.paths import is_content


class Walked(NamedTuple):
    """Hugo's settings, and the files that its content sources have on disk: paths from the project's root.

    There are no others that count; some of them may have gone.
    """

    config: Config
    paths: Sequence[str]


class Comparison(NamedTuple):
    """A project and what it was: the changes, and what replaces the files on disk, now and before.

    `now` is empty where the disk counts. `past` has the rest of the repository.
    """

    changes: tuple[Change, ...]
    now: Replaced
    before: Replaced
    past: Past


def compare_with(project: Path, name: str) -> Comparison:
    """The files on disk against the last commit that HEAD and `name` have in common.

    Raises UsageError where there is no repository, no such commit, or none in common.
    """
    return compare_disk(project, changed_since(project, name))


def changed_since(project: Path, name: str) -> Past:
    """What of the project's repository is not as in the last commit that HEAD and `name` have in common."""
    repository = Repository.of(project.resolve())
    commit = repository.merge_base(name)
    links: list[GitChange] = []
    return Past(repository, commit, tuple(changes_on_disk(repository, commit, links)), tuple(links))


def compare_disk(project: Path, past: Past) -> Comparison:
    """The files on disk against a commit of their repository."""
    return _comparison(project, past, NOTHING)


def staged(project: Path) -> Past:
    """What is to be committed, beside the last commit. Raises UsageError where there is no repository."""
    repository = Repository.of(project.resolve())
    head = repository.head()
    links: list[GitChange] = []
    return Past(repository, head, tuple(changes_in_index(repository, links, head)), tuple(links))


def compare_staged(project: Path, past: Past | None = None, walked: Walked | None = None) -> Comparison:
    """What is to be committed against the last commit, `past` if that is known.

    Of the content that was `walked`, git is not asked which files there are. Raises UsageError where there is
    no repository.
    """
    past = past or staged(project)
    known = UNKNOWN if walked is None else _known(project, past.repository, walked)
    beside = beside_the_index(past.repository, known)
    return _comparison(project, past, _contents(project, past.repository, beside))


def _known(project: Path, repository: Repository, walked: Walked) -> Known:
    """The folders of the content in which nothing but content counts, and the files in them."""
    prefix, config = _prefix(project, repository), walked.config
    others = [*(mount.source for mount in config.static_mounts), *config.layouts, *config.files]
    folders = [
        source
        for source in config.content_sources
        if source == normpath(source)
        and not source.startswith((".", "/"))
        and not any(lies_below(f"{one}/", source) or lies_below(f"{source}/", one) for one in others)
    ]
    files = [prefix + path for path in walked.paths] if prefix else walked.paths
    return Known([prefix + folder for folder in folders], files)


def idle_changes(project: Path, past: Past) -> tuple[Change, ...] | None:
    """The staged changes, if none of them can count for the findings, whatever the settings; else None."""
    changes = tuple(_project_changes(project, past.repository, past.changes))
    names = {name for change in changes for name in (change.path, change.old_path)}
    return None if past.links or any(map(may_count, names)) else changes


def are_as_staged(project: Path, past: Past, files: Iterable[str]) -> bool:
    """Whether files of the project are on disk as they are in the index."""
    return same_as_index(past.repository, [str((project / file).absolute()) for file in files])


def compare_range(project: Path, name: str, to: str) -> Comparison:
    """The commit `to`, checked out or not, against the last commit that it and `name` have in common.

    Raises UsageError where there is no repository, no such commit, or none in common.
    """
    repository = Repository.of(project.resolve())
    tip, base = repository.commit(to), repository.merge_base(name, to)
    links: list[GitChange] = []
    past = Past(repository, base, tuple(changes_between(repository, base, tip, links)), tuple(links))
    return _comparison(project, past, _contents(project, repository, beside_commit(repository, tip)))


def renamed_since(project: Path, file: Path) -> Mapping[str, str]:
    """New paths of files that were renamed since a file was last committed, by the old ones.

    Raises UsageError where git cannot tell.
    """
    repository = Repository.of(project.resolve())
    commit = repository.last_commit_of(file.resolve())
    found = _project_changes(project, repository, changes_on_disk(repository, commit) if commit else [])
    return {change.old_path: change.path for change in found if change.how is How.RENAMED}


def _comparison(project: Path, past: Past, now: Replaced) -> Comparison:
    repository, changes = past.repository, past.changes
    # What has come is taken away first: a file may come where another one has gone.
    before: dict[str, Blob | None] = {change.path: None for change in changes}
    before |= {change.old_path: change.old for change in changes if change.old is not None}
    was = _contents(project, repository, before)
    inside = tuple(_project_changes(project, repository, changes))
    return Comparison(inside, now, {**now, **was}, past)


def _project_changes(project: Path, repository: Repository, changes: Iterable[GitChange]) -> Iterator[Change]:
    """The changes in the project; a file that is moved into it has come, one that is moved out has gone."""
    inside = _inside(project, repository)
    for change in changes:
        path, old_path = inside(change.path), inside(change.old_path)
        if path is not None and old_path is not None:
            yield Change(change.how, path, old_path)
        elif path is not None:
            yield Change(How.ADDED, path, path)
        elif old_path is not None:
            yield Change(How.DELETED, old_path, old_path)


def _inside(project: Path, repository: Repository) -> Callable[[str], str | None]:
    """Makes a path from the repository's root one from the project's, None for one outside."""
    prefix = _prefix(project, repository)
    return lambda path: path[len(prefix) :] if path.startswith(prefix) else None


def _prefix(project: Path, repository: Repository) -> str:
    """What the paths of a project begin with, counted from the repository's root."""
    relative = os.path.relpath(project.resolve(), repository.root.resolve()).replace(os.sep, "/")
    return "" if relative == "." else relative + "/"


def _contents(project: Path, repository: Repository, blobs: Mapping[str, Blob | None]) -> Replaced:
    """The contents, by paths in the project. Files that nobody reads, such as images, are empty."""
    inside = _inside(project, repository)
    found = {name: blob for path, blob in blobs.items() if (name := inside(path)) is not None}
    by_repository: dict[Repository, list[str]] = {}
    for name, blob in found.items():
        if blob is not None and _is_read(name):
            by_repository.setdefault(blob.repository, []).append(blob.id)
    texts = {id_: data for one, ids in by_repository.items() for id_, data in one.blobs(ids).items()}
    return {name: None if blob is None else texts.get(blob.id, b"") for name, blob in found.items()}


def _is_read(name: str) -> bool:
    return is_content(name) or name.rpartition(".")[2].lower() in EXTENSIONS
