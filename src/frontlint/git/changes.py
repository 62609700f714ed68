"""What has changed: between a commit and the files on disk, and between a commit and the index."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from frontlint.base.choice import StrEnum
from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.git.command import GitError
from frontlint.git.repository import Repository
from frontlint.git.untracked import UNKNOWN, Known, untracked

_REGULAR = frozenset({"100644", "100755"})
_SUBMODULE = "160000"
_LINK = "120000"
_NO_FILE = "000000"
_RAW = ("--raw", "-z", "--no-abbrev", "--ignore-submodules=dirty", "--ita-invisible-in-index")
_RENAMES = ("--find-renames", "-l1000")
# The plumbing: `git diff` follows the user's settings, and writes the index. About edits in a submodule git
# would ask a `git status` in there, which follows the settings that it finds: we look ourselves.


class How(StrEnum):
    """What happened to a file, in the words of a sentence."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    RENAMED = "renamed"


class Blob(NamedTuple):
    """The content of a file in a repository."""

    repository: Repository
    id: str


class Change(NamedTuple):
    """One file that differs: paths from the repository's root, with `/`.

    `path` is where it is now, or was, if it is deleted; `old_path` differs from it for a renamed one. `old`
    is what it was, None for an added file; `new` is what the index has, None where the disk counts.
    """

    how: How
    path: str
    old_path: str
    old: Blob | None
    new: Blob | None = None


class _Row(NamedTuple):
    """A line of git's raw format; a new id of zeros stands for the file on disk."""

    old_mode: str
    new_mode: str
    old_id: str
    new_id: str
    status: str
    old_path: str
    path: str

    @property
    def old_file(self) -> bool:
        return self.old_mode in _REGULAR

    @property
    def new_file(self) -> bool:
        return self.new_mode in _REGULAR

    @property
    def on_disk(self) -> bool:
        return not self.new_id.strip("0")


def changes_on_disk(repository: Repository, commit: str, links: list[Change] | None = None) -> list[Change]:
    """The files on disk that differ from a commit, new ones that git does not track yet included.

    A submodule is compared with the commit of it that `commit` has, file by file. To `links` are added those
    that came, went or lead elsewhere: they are not files.
    """
    found: list[Change] = []
    submodules = dict(_submodules(repository))
    for row in _rows(repository, "diff-index", *_RENAMES, commit, "--"):
        if links is not None:
            links += _link(row)
        if _SUBMODULE in (row.old_mode, row.new_mode):
            submodules[row.path] = row.old_id if row.old_mode == _SUBMODULE else ""
        elif row.new_file and not row.on_disk and not (repository.root / row.path).exists():
            continue  # a sparse checkout leaves it out; nobody deleted it
        else:
            found += _change(repository, row, staged=False)
    for path, old in submodules.items():
        found += _in_submodule(repository, path, old)
    known = {change.path for change in found if change.how is not How.DELETED}
    added = [path for path in untracked(repository) if path not in known]
    return _pair(repository, found, added)


def changes_in_index(
    repository: Repository, links: list[Change] | None = None, head: str | None = None
) -> list[Change]:
    """What the next commit would change: the index against HEAD, or against nothing before the first.

    `links` as for `changes_on_disk`; `head` is the id of HEAD, if it is known.
    """
    base = head or repository.head() or repository.git.line("hash-object", "-t", "tree", "--stdin")
    return _stored(repository, _rows(repository, "diff-index", "--cached", *_RENAMES, base, "--"), links)


def changes_between(
    repository: Repository, old: str, new: str, links: list[Change] | None = None
) -> list[Change]:
    """What differs between two commits, whatever is checked out; `links` as for `changes_on_disk`."""
    return _stored(repository, _rows(repository, "diff-tree", "-r", *_RENAMES, old, new, "--"), links)


def _stored(repository: Repository, rows: list[_Row], links: list[Change] | None) -> list[Change]:
    """The changes of rows whose new files are in the repository, not on disk."""
    if links is not None:
        links += (link for row in rows for link in _link(row))
    return [change for row in rows for change in _change(repository, row, staged=True)]


def beside_the_index(repository: Repository, known: Known = UNKNOWN) -> dict[str, Blob | None]:
    """The files on disk that are not what the index has, and what it has: None for no such file.

    Of the folders that are `known`, only the files that are named there count as new.
    """
    return _beside(repository, known, "diff-files", "--no-renames", "--")


def beside_commit(repository: Repository, commit: str) -> dict[str, Blob | None]:
    """The files on disk that are not what a commit has, and what it has: None for no such file."""
    return _beside(repository, UNKNOWN, "diff-index", "--no-renames", commit, "--")


def same_as_index(repository: Repository, files: Iterable[str]) -> bool:
    """Whether these files, by their full paths, are on disk as they are in the index."""
    try:
        return not _rows(repository, "diff-files", "--no-renames", "--", *files)
    except UsageError:
        return False


def _beside(repository: Repository, known: Known, command: str, *arguments: str) -> dict[str, Blob | None]:
    found: dict[str, Blob | None] = dict.fromkeys(untracked(repository, known))
    for row in _rows(repository, command, *arguments):
        if row.old_mode != _SUBMODULE and row.status != "U":
            found[row.path] = Blob(repository, row.old_id) if row.old_file else None
    return found


def _rows(repository: Repository, command: str, *arguments: str) -> list[_Row]:
    """`:MODE MODE ID ID STATUS`, then a path, or two for a rename; all end with a NUL byte."""
    try:
        parts = iter(repository.git.paths(command, *_RAW, *arguments))
    except GitError as error:
        raise UsageError(f"git cannot compare: {repository.explained(error)}") from None
    rows: list[_Row] = []
    for head in parts:
        old_mode, new_mode, old_id, new_id, status = head.lstrip(":").split()
        old_path = next(parts)
        path = next(parts) if status[0] in "RC" else old_path
        rows.append(_Row(old_mode, new_mode, old_id, new_id, status[0], old_path, path))
    return _without_touched(repository, rows)


def _without_touched(repository: Repository, rows: list[_Row]) -> list[_Row]:
    """The rows without files that only have a new time: the plumbing goes by it."""
    unsure = [row.path for row in rows if row.status == "M" and row.new_file and row.on_disk]
    ids = _ids(repository, unsure)
    return [row for row in rows if row.status != "M" or ids.get(row.path) != row.old_id]


def _change(repository: Repository, row: _Row, *, staged: bool) -> Iterator[Change]:
    """The change of a row, as far as it is one between files: a link is none, and Hugo follows none."""
    if row.status == "U":
        return
    old = Blob(repository, row.old_id) if row.old_file else None
    new = Blob(repository, row.new_id) if staged and row.new_file else None
    if row.new_file and old is None:
        yield Change(How.ADDED, row.path, row.path, None, new)
    elif row.new_file:
        how = How.RENAMED if row.status == "R" else How.CHANGED
        yield Change(how, row.path, row.old_path, old, new)
    elif old is not None:
        yield Change(How.DELETED, row.old_path, row.old_path, old)


def _link(row: _Row) -> Iterator[Change]:
    """The change of a row, as far as it is one of links."""
    if _LINK in (row.old_mode, row.new_mode):
        came, went = row.old_mode == _NO_FILE, row.new_mode == _NO_FILE
        how = How.ADDED if came else How.DELETED if went else How.CHANGED
        yield Change(How.RENAMED if row.path != row.old_path else how, row.path, row.old_path, None)


def _pair(repository: Repository, changes: Iterable[Change], untracked: list[str]) -> list[Change]:
    """The changes with the untracked files among them: one with the content of a deleted file is that file,
    renamed before git knew."""
    gone: dict[str, Change] = {}
    kept: list[Change] = []
    for change in changes:
        if change.how is How.DELETED and change.old and change.old.repository is repository:
            gone.setdefault(change.old.id, change)
        kept.append(change)
    # Thousands of untracked packages may be there: most cannot be meant.
    endings = {_ending(change.path) for change in gone.values()}
    likely = [path for path in untracked if _ending(path) in endings]
    for path, id_ in _ids(repository, likely).items():
        twin = gone.pop(id_, None)
        if twin is not None:
            kept.remove(twin)
            kept.append(Change(How.RENAMED, path, twin.old_path, twin.old))
    paired = {change.path for change in kept if change.how is How.RENAMED}
    kept += [Change(How.ADDED, path, path, None) for path in untracked if path not in paired]
    return sorted(kept, key=lambda change: (change.path, change.old_path))


def _ending(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2]


def _ids(repository: Repository, paths: list[str]) -> dict[str, str]:
    """The ids that git would give the files on disk; none for a name with a line break, or for a link or a
    device, which git would follow and read without an end."""
    asked = [path for path in paths if "\n" not in path and _is_regular(repository.root / path)]
    if not asked:
        return {}
    names = b"".join(os.fsencode(path) + b"\n" for path in asked)
    try:
        ids = repository.git.run("hash-object", "--stdin-paths", stdin=names).decode("ascii").split()
    except GitError:  # a file that went away meanwhile: then all of them count as changed
        return {}
    return dict(zip(asked, ids, strict=True))


def _is_regular(path: Path) -> bool:
    try:
        return stat.S_ISREG(path.lstat().st_mode)
    except OSError:
        return False


def _submodules(repository: Repository) -> Iterator[tuple[str, str]]:
    """The paths of submodules and their commits in the index."""
    if not (repository.root / ".gitmodules").exists():
        return
    for entry in repository.git.paths("ls-files", "-z", "--stage"):
        head, _, path = entry.partition("\t")
        mode, id_, _stage = head.split()
        if mode == _SUBMODULE:
            yield path, id_


def _in_submodule(repository: Repository, path: str, commit: str) -> Iterator[Change]:
    """The files of a submodule, if it is there and has the old commit; paths from the outer root."""
    folder = repository.root / path
    if not commit or not (folder / ".git").exists():
        return
    try:
        inner = Repository.of(folder)
        inner.commit(commit)
    except UsageError:
        return
    for change in changes_on_disk(inner, commit):
        yield change._replace(path=f"{path}/{change.path}", old_path=f"{path}/{change.old_path}")
