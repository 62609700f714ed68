"""Commands of GitHub's runner: written on purpose, and kept from being written by page text.

The runner reads stdout and stderr of a step. It takes `::name key=value::text` at the start of a line for a
command, and `##[name]` anywhere in a line.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from frontlint.base.record import replace
from frontlint.report.output import Output
from frontlint.report.terminal import Around, TextStream


def command(name: str, properties: Mapping[str, object], text: str) -> str:
    """One command as a line, with everything in it escaped."""
    written = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{name} {written}::{_data(text)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def reads_along(environ: Mapping[str, str]) -> bool:
    """Whether the runner reads what is printed."""
    return environ.get("GITHUB_ACTIONS") == "true"


@contextmanager
def without_commands(to: Output) -> Iterator[Output]:
    """The output for page text: the runner must take nothing of it for a command."""
    if not reads_along(to.environ):
        yield to
        return
    stream = _StoppedCommands(to.stream)
    try:
        yield replace(to, stream=stream)
    finally:
        stream.resume()


def inert(text: str, environ: Mapping[str, str]) -> str:
    """A text in separate lines, kept from the runner where there is something to keep."""
    if not reads_along(environ) or ("##[" not in text and "::" not in text):
        return text
    token = _token()
    return f"::stop-commands::{token}\n{text}\n::{token}::"


def _token() -> str:
    """A word that no page can know beforehand."""
    return os.urandom(16).hex()


class _StoppedCommands(Around):
    """A stream whose first text comes after `stop-commands`; an empty report writes nothing."""

    def __init__(self, stream: TextStream) -> None:
        super().__init__(stream)
        self._token = ""

    def write(self, text: str, /) -> object:
        if text and not self._token:
            self._token = _token()
            super().write(f"::stop-commands::{self._token}\n")
        return super().write(text)

    def resume(self) -> None:
        """Lets the runner read again."""
        if self._token:
            super().write(f"::{self._token}::\n")
            self._token = ""
