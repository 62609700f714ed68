"""Reads a plain command line, as Typer would; help, mistakes and all that is doubtful are left to Typer."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from frontlint.base.choice import Enum
from frontlint.base.record import NamedTuple
from frontlint.cli.commands import COMMANDS, Command
from frontlint.cli.parameters import Parameter

_COMPLETION = "_FRONTLINT_COMPLETE"
_EXPANDED = frozenset("*?[]~$%")
"""Typer expands words with these on Windows, where no shell does."""
_DIGITS = 9


class _UnsureError(Exception):
    """The command line says something that is for Typer to judge."""


class Asked(NamedTuple):
    """A command, and the values of its parameters."""

    command: Command
    values: dict[str, Any]


def read(words: Sequence[str], environ: Mapping[str, str]) -> Asked | None:
    """What a command line asks for; None where Typer has to be asked."""
    if _COMPLETION in environ or (sys.platform == "win32" and not _EXPANDED.isdisjoint("".join(words))):
        return None
    command = command_of(words)
    if command is None:
        return None
    try:
        given = _given(command, list(words[2 if command.group else 1 :]))
        return Asked(command, {one.name: _value(one, given.get(one.name)) for one in command.parameters})
    except _UnsureError:
        return None


def command_of(words: Sequence[str]) -> Command | None:
    """The command that a command line begins with; None where it begins with something else."""
    for command in COMMANDS:
        name = (command.group, command.name) if command.group else (command.name,)
        if tuple(words[: len(name)]) == name:
            return command
    return None


def _given(command: Command, words: list[str]) -> dict[str, list[Any]]:
    """The texts of each parameter in order; of one without a value, True or False."""
    by_flag = {flag: one for one in command.parameters for flag in (*one.flags, one.off) if flag}
    arguments = [one for one in command.parameters if not one.flags]
    given: dict[str, list[Any]] = {}
    words.reverse()
    while words:
        word = words.pop()
        if word == "--":
            positional, words = words[::-1], []
        elif len(word) > 1 and word.startswith("-"):
            one, value = _option(by_flag, word, words)
            given.setdefault(one.name, []).append(value)
            continue
        else:
            positional = [word]
        if positional and not arguments:
            raise _UnsureError
        if positional:
            given.setdefault(arguments[0].name, []).extend(positional)
    for one in arguments:
        if not one.many and len(given.get(one.name, ())) > 1:
            raise _UnsureError
    return given


def _option(by_flag: Mapping[str, Parameter], word: str, rest: list[str]) -> tuple[Parameter, str | bool]:
    """An option and its value, which may be the next word: the last of `rest`."""
    flag, equals, value = word.partition("=") if word.startswith("--") else (word[:2], "", word[2:])
    one = by_flag.get(flag)
    if one is None or (one.kind is bool and (equals or value)):
        raise _UnsureError
    if one.kind is bool:
        return one, flag != one.off
    if not equals and not value and rest:
        value = rest.pop()
        if value.startswith("-"):
            raise _UnsureError
    elif value.startswith("="):
        raise _UnsureError
    return one, value


def _value(one: Parameter, given: list[Any] | None) -> Any:
    if given is None:
        return one.default
    if one.many:
        return [_converted(one, text) for text in given]
    return [_converted(one, text) for text in given][-1]


def _converted(one: Parameter, text: Any) -> Any:
    if one.kind is bool:
        return text
    if not text or "\0" in text:
        raise _UnsureError
    if one.kind is Path:
        return _path(text)
    if one.kind is int:
        return _number(text, one.least)
    if issubclass(one.kind, Enum):
        return _choice(one.kind, text)
    return text


def _path(text: str) -> Path:
    """A path; Typer refuses one that is there and cannot be read."""
    if not os.access(text, os.R_OK) and os.path.lexists(text):
        raise _UnsureError
    return Path(text)


def _number(text: str, least: int | None) -> int:
    if not text.isascii() or not text.isdigit() or len(text) > _DIGITS:
        raise _UnsureError
    number = int(text)
    if least is not None and number < least:
        raise _UnsureError
    return number


def _choice(kind: type[Enum], text: str) -> Enum:
    for member in kind:
        if member.value == text:
            return member
    raise _UnsureError
