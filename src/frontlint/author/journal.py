"""What a move does to the disk, noted before it begins, so that it can be taken back whatever ends it.

The note is beside the user's own cache folder: it cannot be committed, and no `cache clean` deletes it.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from frontlint.author.plan import Plan
from frontlint.base.atomic import whole_file
from frontlint.base.errors import UsageError
from frontlint.base.opener import read_bytes
from frontlint.base.record import NamedTuple
from frontlint.engine.cache.home import MOVE_NOTE

_LOCK = "move.lock"
_LIMIT = 1024 * 1024 * 1024


class Written(NamedTuple):
    """A page that is written: where, what was there (None: nothing) and what is there then."""

    path: str
    before: bytes | None
    after: bytes


class Journal(NamedTuple):
    """The steps of a move: renames in their order, folders that are made for them, pages, git's index.

    Paths are from the Hugo project's root, those of `entries` from the repository's; `entries` has mode, id
    and new name of what git's index has.
    """

    renames: tuple[tuple[str, str], ...]
    folders: tuple[str, ...]
    pages: tuple[Written, ...]
    entries: Mapping[str, tuple[str, str, str]]


@contextmanager
def only_one(folder: Path | None) -> Iterator[None]:
    """Keeps others from moving pages of the same project meanwhile. Raises UsageError where somebody does."""
    if folder is None:
        yield
        return
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        file = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError:
        yield
        return
    try:
        _lock(file)
        yield
    finally:
        os.close(file)


def _lock(file: int) -> None:
    try:
        import fcntl  # not on Windows
    except ImportError:
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        raise UsageError("another frontlint is moving pages of this site: wait until it is done") from None


def is_moving(folder: Path) -> bool:
    """Whether another frontlint is moving pages of this project now."""
    try:
        with only_one(folder):
            return False
    except UsageError:
        return True


def note(folder: Path | None, journal: Journal) -> None:
    """Keeps the note. Raises OSError where it cannot be kept."""
    if folder is None:
        return
    data = {
        "renames": journal.renames,
        "folders": journal.folders,
        "index": journal.entries,
        "pages": [[page.path, _text(page.before), _text(page.after)] for page in journal.pages],
    }
    with whole_file(folder / MOVE_NOTE) as stream:
        json.dump(data, stream)


def noted(folder: Path | None) -> Journal | None:
    """The note of a move that did not end; None where there is none, or it cannot be read."""
    if folder is None:
        return None
    try:
        data = json.loads(read_bytes(folder / MOVE_NOTE, _LIMIT))
        return Journal(
            tuple((str(old), str(new)) for old, new in data["renames"]),
            tuple(map(str, data["folders"])),
            tuple(Written(str(path), _bytes(old), _bytes(new) or b"") for path, old, new in data["pages"]),
            {str(old): (str(mode), str(id_), str(new)) for old, (mode, id_, new) in data["index"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def forget(folder: Path | None) -> None:
    """Deletes the note: the move is done, or taken back."""
    if folder is not None:
        with suppress(OSError):
            (folder / MOVE_NOTE).unlink()


def pages_of(plan: Plan) -> tuple[Written, ...]:
    """The pages of a plan, as the note has them."""
    return tuple(Written(page.path, page.before, page.after) for page in plan.pages)


def _text(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")


def _bytes(text: object) -> bytes | None:
    return None if text is None else base64.b64decode(str(text), validate=True)
