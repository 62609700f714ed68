"""The repository that a folder belongs to: its root, its commits and the contents of its files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.roots import repository_root
from frontlint.git.command import Git, GitError, environment, needed
from frontlint.git.filters import without_filters
from frontlint.git.own_root import own_root, top_of

_DEPTH = "this clone is shallow: fetch the whole history (fetch-depth: 0)"
_PARTIAL = "this clone is partial, and frontlint fetches nothing: clone it without a filter"


class Repository:
    """A git repository with a working tree; `root` is the top of the tree, absolute."""

    def __init__(self, git: Git) -> None:
        self.git = git
        self.root = git.folder

    @classmethod
    def of(cls, folder: Path, environ: Mapping[str, str] = os.environ) -> Repository:
        """The repository that holds a folder. Raises UsageError where there is none, or git sees another one.

        A hook's variables tell of the repository that is committed to, which need not be this one: they
        count where they must, for the index that a commit is made of.
        """
        root = own_root(folder)
        if root is None:
            return cls._told(folder, environ, f"{folder} is not in a Git repository")
        git = Git(folder, environment(environ, inherit=False))
        try:
            top = top_of(git, root)
        except GitError as error:
            return cls._told(folder, environ, f"git refuses {folder}: {error}")
        index = _index(root, top, environ)
        return cls(without_filters(Git(top, {**git.environ, **index})))

    @classmethod
    def _told(cls, folder: Path, environ: Mapping[str, str], otherwise: str) -> Repository:
        """The repository that the variables name, such as one whose tree is a whole home folder."""
        if "GIT_DIR" in environ:
            git = Git(folder, environment(environ, inherit=True))
            try:
                top = Path(git.line("rev-parse", "--show-toplevel"))
            except GitError:
                pass
            else:
                if folder.resolve().is_relative_to(top.resolve()):
                    return cls(without_filters(git.at(top)))
        needed(environ)  # to say so first
        raise UsageError(otherwise)

    def commit(self, name: str) -> str:
        """The id of a commit, branch or tag. Raises UsageError where there is none of this name."""
        try:
            return self.git.line("rev-parse", "--verify", "--quiet", "--end-of-options", name + "^{commit}")
        except GitError:
            hint = f"; {_DEPTH}" if self.is_shallow() else ""
            raise UsageError(f"there is no commit, branch or tag called `{name}`{hint}") from None

    def merge_base(self, name: str, tip: str = "HEAD") -> str:
        """The id of the last commit that `name` and `tip` have in common. Raises UsageError without one."""
        theirs, ours = self.commit(name), tip if tip == "HEAD" else self.commit(tip)
        try:
            return self.git.line("merge-base", theirs, ours)
        except GitError:
            if not self.has_commits():
                raise UsageError(f"there is no commit yet to compare with `{name}`") from None
            hint = _DEPTH if self.is_shallow() else "their histories are unrelated (in CI: fetch-depth: 0)"
            raise UsageError(f"`{name}` and `{tip}` have no commit in common; {hint}") from None

    def last_commit_of(self, file: Path) -> str | None:
        """The id of the last commit that changed a file, None where it was never committed."""
        name = os.path.relpath(file, self.root.resolve()).replace(os.sep, "/")
        try:
            # `git log` would run `gpg.program` where `log.showSignature` asks for it.
            return self.git.line("rev-list", "-1", "HEAD", "--", f":(top,literal){name}") or None
        except GitError:
            return None

    def head(self) -> str | None:
        """The id of the last commit on this branch, None before the first. Raises UsageError as `commit`."""
        try:
            return self.git.line("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        except GitError:
            return self.commit("HEAD") if self.has_commits() else None

    def has_commits(self) -> bool:
        """Whether anything has been committed on this branch."""
        try:
            return bool(self.git.line("rev-parse", "--verify", "--quiet", "HEAD"))
        except GitError:
            return False

    def is_shallow(self) -> bool:
        """Whether a part of the history was not fetched."""
        return self.git.line("rev-parse", "--is-shallow-repository") == "true"

    def entries(self, commit: str, names: Iterable[str]) -> dict[str, tuple[str, str]]:
        """Mode and id of files at a commit, by their names from the root; nothing for those that were not."""
        wanted = list(dict.fromkeys(names))
        if not wanted:
            return {}
        tree = ("--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit, "--")
        try:
            lines = self.git.paths(*tree, *wanted)
        except GitError as error:
            raise UsageError(f"git cannot read the files of the base: {error}") from None
        heads = (line.partition("\t") for line in lines)
        rows = ((*head.split(), name) for head, _, name in heads)
        return {name: (mode, id_) for mode, kind, id_, name in rows if kind == "blob"}

    def blobs(self, ids: Iterable[str]) -> dict[str, bytes]:
        """The contents of files by their ids, read by one git. Raises UsageError for a missing one."""
        wanted = list(dict.fromkeys(ids))
        if not wanted:
            return {}
        try:
            answer = self.git.run("cat-file", "--batch", stdin="\n".join([*wanted, ""]).encode("ascii"))
        except GitError as error:
            raise UsageError(f"git cannot read the files of the base: {self.explained(error)}") from None
        return _batch(answer, wanted, self._why_missing)

    def _why_missing(self) -> str:
        return _PARTIAL if self.is_partial() else _DEPTH

    def is_partial(self) -> bool:
        """Whether files of the history were left out, to be fetched when they are needed."""
        try:
            self.git.run("config", "--get-regexp", r"^(extensions\.partialclone|remote\..*\.promisor)$")
        except GitError:
            return False
        return True

    def explained(self, error: GitError) -> str:
        """What git says, with the cause in a partial clone."""
        return f"{error}; {_PARTIAL}" if self.is_partial() else str(error)


def _batch(answer: bytes, ids: Iterable[str], why: Callable[[], str]) -> dict[str, bytes]:
    """`ID blob SIZE`, a line feed, so many bytes, and a line feed, for each of them."""
    found: dict[str, bytes] = {}
    at = 0
    for name in ids:
        end = answer.index(b"\n", at)
        head = answer[at:end].split()
        if len(head) != 3:
            raise UsageError(f"git cannot read the files of the base: {name} is missing; {why()}")
        size = int(head[2])
        found[name] = answer[end + 1 : end + 1 + size]
        at = end + size + 2
    return found


def _index(root: Path, top: Path, environ: Mapping[str, str]) -> dict[str, str]:
    """The variables of a hook that tell of an index, if it runs for the repository of this root."""
    index = environ.get("GIT_INDEX_FILE")
    if not index or repository_root(Path.cwd()) != root:
        return {}
    # git names it from the top of the tree, where a hook begins; it may have gone elsewhere since.
    at_top = top / index
    names = ("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES")
    given = {name: environ[name] for name in names if name in environ}
    return {"GIT_INDEX_FILE": str(at_top if at_top.exists() else Path(index).absolute()), **given}
