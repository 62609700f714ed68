"""What `init` does about one file: write it, add to it, or leave it alone and say why."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from pathlib import Path

from frontlint.base.atomic import named_file
from frontlint.base.choice import StrEnum
from frontlint.base.edit import Edit, apply
from frontlint.base.links import real_place
from frontlint.base.opener import read_checkout
from frontlint.base.record import NamedTuple
from frontlint.base.source import SourceFile, decode


class Verdict(StrEnum):
    """What becomes of a file."""

    WRITTEN = "written"
    ADDED = "added to"
    ALREADY = "already there"
    OLDER = "differs"
    LEFT = "left alone"


class Step(NamedTuple):
    """What becomes of the file `path`.

    `text` is all that the file will hold where it is written or added to. `why` is the reason or what is
    left to do, half a sentence, and `by_hand` what its owner may add, for a file that is left alone. `diff`
    are the lines of a change that its owner may make, for a file that differs.
    """

    path: Path
    verdict: Verdict
    text: str = ""
    why: str = ""
    by_hand: str = ""
    diff: tuple[str, ...] = ()

    @property
    def writes(self) -> bool:
        """Whether the file will not be what it is."""
        return self.verdict in (Verdict.WRITTEN, Verdict.ADDED)

    def do(self) -> None:
        """Writes what is to be written. Raises OSError."""
        if self.writes:
            real_place(self.path).parent.mkdir(parents=True, exist_ok=True)
            with named_file(self.path) as stream:
                stream.write(self.text)


class LeaveAloneError(Exception):
    """A file to which nothing can be added safely; the message is the reason, half a sentence."""


class PendingError(LeaveAloneError):
    """A file in which ours is, for its owner to finish; the message says what is left to do."""


class OlderError(Exception):
    """A file in which ours is, from an older frontlint. `text` is what the file should hold."""

    def __init__(self, reason: str, text: str) -> None:
        super().__init__(reason)
        self.text = text


Merge = Callable[[str], Iterable[Edit]]
"""Takes a file's text, gives what to insert into it: nothing where all is there.

Raises LeaveAloneError or OlderError.
"""


def add_to(path: Path, fresh: str, piece: str, merge: Merge) -> Step:
    """The step for a file that others write, too: `fresh` where there is none, else what `merge` inserts.

    What is inserted takes the line breaks of the file; not one character of it is removed. `piece` is what
    to add by hand where that is not possible.
    """
    try:
        source = decode(str(path), read_checkout(path))
    except FileNotFoundError:
        return Step(path, Verdict.WRITTEN, fresh)
    except OSError as error:
        return Step(path, Verdict.LEFT, why=f"it cannot be read: {error.strerror}", by_hand=piece)
    if source.bad_bytes:
        return Step(path, Verdict.LEFT, why="it is not UTF-8", by_hand=piece)
    try:
        edits = [_insertion(edit, source) for edit in merge(source.text)]
    except OlderError as older:
        return Step(path, Verdict.OLDER, why=str(older), diff=_diff(path.name, source.text, older.text))
    except PendingError as reason:
        return Step(path, Verdict.LEFT, why=str(reason))
    except LeaveAloneError as reason:
        return Step(path, Verdict.LEFT, why=str(reason), by_hand=piece)
    if not edits:
        return Step(path, Verdict.ALREADY)
    mark = "\ufeff" if source.bom else ""
    return Step(path, Verdict.ADDED, mark + apply(source.text, edits))


def commented(text: str) -> str:
    """The lines as comments of YAML: who removes `# ` has the lines again."""
    return "".join(f"# {line}".rstrip() + "\n" for line in text.splitlines())


def _diff(name: str, old: str, new: str) -> tuple[str, ...]:
    lines = old.splitlines(), new.splitlines()
    return tuple(difflib.unified_diff(*lines, f"a/{name}", f"b/{name}", n=2, lineterm=""))


def _insertion(edit: Edit, source: SourceFile) -> Edit:
    assert not edit.span.length, "init removes nothing"
    return edit._replace(text=edit.text.replace("\n", source.newline))
