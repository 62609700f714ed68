"""The user's mistakes: said in one sentence, with the file and line where there is one."""

from __future__ import annotations


class UsageError(Exception):
    """Something the user has to put right before anything can be checked; the command exits with 2.

    `message` is one sentence without a final full stop. `path` and `line` (from 1) say where, if anywhere.
    """

    def __init__(self, message: str, path: str | None = None, line: int | None = None) -> None:
        self.message = message
        self.path = path
        self.line = line
        super().__init__(placed(message, path, line))


def placed(message: str, path: str | None, line: int | None) -> str:
    """The message after the file and line that it is about, if they are known."""
    where = "" if path is None else f"{path}: " if line is None else f"{path}:{line}: "
    return where + message
