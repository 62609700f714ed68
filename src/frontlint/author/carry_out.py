"""Carries a plan out: files move, pages are written, git's index changes; all of it, or nothing."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from posixpath import dirname

from frontlint.author.journal import Journal, Written, forget, note, noted, only_one, pages_of
from frontlint.author.plan import Plan
from frontlint.base.atomic import sweep, whole_file
from frontlint.base.errors import UsageError
from frontlint.base.links import is_link, real_place
from frontlint.base.opener import read_bytes
from frontlint.base.roots import repository_root
from frontlint.engine.cache.home import moves_folder
from frontlint.git.command import GitError
from frontlint.git.index import Entry, rename, tracked
from frontlint.git.program import find_git
from frontlint.git.repository import Repository


def carry_out(project: Path, plan: Plan, *, in_place: bool = False) -> None:
    """Does what a plan says; `in_place` where the files have moved already. Nothing is half done.

    Raises UsageError where a file is not what it was when the plan was made, or cannot be written: then
    everything is as it was before.
    """
    folder = moves_folder(project)
    with only_one(folder):
        repository = _repository(project)
        _must_be_as_planned(project, plan)
        journal = _journal(project, plan, repository, in_place=in_place)
        try:
            note(folder, journal)
        except OSError:
            folder = None  # the cache's disk is full: what ends in an error is still taken back
        try:
            _do(project, journal, repository)
        except BaseException as error:
            with _undisturbed():
                take_back(project, journal, repository)
                forget(folder)
            if isinstance(error, (OSError, GitError)):
                reason = error.strerror if isinstance(error, OSError) else str(error)
                raise UsageError(f"nothing is moved, because it cannot be written: {reason}") from None
            raise
        forget(folder)


def recover(project: Path) -> bool:
    """Takes back what a move did that was killed; whether there was one."""
    folder = moves_folder(project)
    with only_one(folder):
        journal = noted(folder)
        if journal is None:
            return False
        take_back(project, journal, _repository(project))
        forget(folder)
    return True


def is_interrupted(project: Path) -> bool:
    """Whether a move was killed and has not been taken back."""
    return noted(moves_folder(project)) is not None


def _repository(project: Path) -> Repository | None:
    if repository_root(project) is None or find_git(os.environ) is None:
        return None
    return Repository.of(project)


def _must_be_as_planned(project: Path, plan: Plan) -> None:
    for page in plan.pages:
        if _bytes(project / page.old) != page.before:
            raise UsageError("it has changed meanwhile, so nothing is moved: run the command again", page.old)
    wall = repository_root(project) or project.resolve()
    for path in {dirname(path) for path in (*plan.moves.files.values(), *(page.path for page in plan.pages))}:
        try:
            place = real_place(project / path, project)
        except OSError as error:
            raise UsageError(f"nothing is written there: {error.strerror}", path) from None
        if not place.is_relative_to(wall.resolve()):
            raise UsageError("it is outside the repository, where frontlint writes nothing", path)


def _bytes(path: Path) -> bytes | None:
    try:
        return read_bytes(path)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageError(f"it cannot be read: {error.strerror}", str(path)) from None


def _journal(project: Path, plan: Plan, repository: Repository | None, *, in_place: bool) -> Journal:
    if in_place:
        return Journal((), _missing(project, plan, ()), pages_of(plan), {})
    renames = tuple(_renames(project, plan.moves.folders or plan.moves.files))
    index = {} if repository is None else _index(project, plan, repository)
    return Journal(renames, _missing(project, plan, renames), pages_of(plan), index)


def _renames(project: Path, pairs: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """One rename each; where only the case changes and the disk ignores it, a step between."""
    for old, new in pairs.items():
        if os.path.lexists(project / new):
            between = f"{dirname(old)}/.frontlint-{os.urandom(6).hex()}"
            yield old, between
            yield between, new
        else:
            yield old, new


def _missing(project: Path, plan: Plan, renames: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The folders to make, from the outside in."""
    found: set[str] = set()
    for path in (new for _, new in renames):
        above = dirname(path)
        while above and not (project / above).exists():
            found.add(above)
            above = dirname(above)
    return tuple(sorted(found))


def _index(project: Path, plan: Plan, repository: Repository) -> dict[str, tuple[str, str, str]]:
    prefix = os.path.relpath(project.resolve(), repository.root.resolve()).replace(os.sep, "/")
    begin = "" if prefix == "." else f"{prefix}/"

    def inside(path: str) -> str:
        return os.path.normpath(begin + path).replace(os.sep, "/")

    names = {inside(old): inside(new) for old, new in plan.moves.files.items()}
    found = tracked(repository, map(inside, plan.moves.folders or plan.moves.files))
    return {old: (entry.mode, entry.id, names[old]) for old, entry in found.items() if old in names}


def _do(project: Path, journal: Journal, repository: Repository | None) -> None:
    for folder in journal.folders:
        (project / folder).mkdir(exist_ok=True)
    for old, new in journal.renames:
        if os.path.lexists(project / new):
            raise FileExistsError(17, f"`{new}` exists", new)
        os.rename(project / old, project / new)  # noqa: PTH104 - a link is moved, not what it leads to
    for page in journal.pages:
        _write(project / page.path, page.after)
    _clear(project, {dirname(old) for old, _ in journal.renames})
    if repository is not None and journal.entries:
        entries = {old: Entry(mode, id_) for old, (mode, id_, _) in journal.entries.items()}
        rename(repository, entries, {old: new for old, (_, _, new) in journal.entries.items()})


def _write(path: Path, data: bytes) -> None:
    with whole_file(path) as stream:
        stream.write(data.decode("utf-8"))


def _clear(project: Path, folders: set[str]) -> None:
    """Removes folders that have nothing in them any more, as git would."""
    for folder in folders:
        at = folder
        while "/" in at:
            try:
                (project / at).rmdir()
            except OSError:
                break
            at = dirname(at)


def take_back(project: Path, journal: Journal, repository: Repository | None) -> None:
    """Makes everything as it was, whichever steps were done. What others wrote since then stays."""
    if repository is not None and journal.entries:
        new = {name: Entry(mode, id_) for mode, id_, name in journal.entries.values()}
        back = {name: old for old, (_, _, name) in journal.entries.items()}
        with suppress(UsageError, GitError):
            there = tracked(repository, back)
            rename(repository, new, {name: old for name, old in back.items() if name in there})
    for page in journal.pages:
        with suppress(OSError):
            _restore(project / page.path, page)
    for old, name in reversed(journal.renames):
        with suppress(OSError):
            _rename_back(project, old, name)
    for folder in reversed(journal.folders):
        with suppress(OSError):
            (project / folder).rmdir()


def _restore(path: Path, page: Written) -> None:
    sweep(path.parent, {path.name})
    if is_link(path) or read_bytes(path) != page.after:
        return
    if page.before is None:
        path.unlink()
    else:
        _write(path, page.before)


def _rename_back(project: Path, old: str, new: str) -> None:
    there = os.path.lexists(project / new)
    if there and not os.path.lexists(project / old):
        (project / old).parent.mkdir(parents=True, exist_ok=True)
        os.rename(project / new, project / old)  # noqa: PTH104 - a link is moved, not what it leads to


@contextmanager
def _undisturbed() -> Iterator[None]:
    """No signal ends what takes a move back."""
    before = {}
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None:
            with suppress(ValueError):  # not the main thread
                before[number] = signal.signal(number, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
