"""How GitHub's runner reads a log, after `ActionCommand` and `ActionCommandManager` of actions/runner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple


class Command(NamedTuple):
    """A command that the runner carries out."""

    name: str
    properties: Mapping[str, str]
    text: str


def commands(log: str) -> list[Command]:
    """The commands of a log, without those that stop and resume the reading.

    It takes any name, where the runner takes those that it knows.
    """
    found: list[Command] = []
    token = ""
    for line in re.split(r"\r\n|\r|\n", log):
        command = _modern(line) or _old(line)
        if command is None:
            continue
        if token:
            token = "" if command.name == token else token
        elif command.name == "stop-commands":
            token = command.text
        else:
            found.append(command)
    assert not token, "the reading was stopped and never resumed"
    return found


def lines_for_people(log: str) -> str:
    """The log without the lines that stop and resume the reading."""
    token = re.match(r"::stop-commands::(\w+)\n", log)
    if token is None:
        return log
    return log.removeprefix(token[0]).removesuffix(f"::{token[1]}::\n")


def _modern(line: str) -> Command | None:
    text = line.lstrip()
    end = text.find("::", 2)
    if not text.startswith("::") or end < 0:
        return None
    name, _, properties = text[2:end].partition(" ")
    return Command(name, dict(_properties(properties.strip())), _unescape(text[end + 2 :]))


def _properties(text: str) -> Iterator[tuple[str, str]]:
    for part in text.split(","):
        key, sign, value = part.partition("=")
        if sign:
            yield key, _unescape(value.replace("%3A", ":").replace("%2C", ","))


def _old(line: str) -> Command | None:
    match = re.search(r"##\[([^\]]*)\](.*)", line)
    return Command(match[1], {}, match[2]) if match else None


def _unescape(text: str) -> str:
    return text.replace("%0D", "\r").replace("%0A", "\n").replace("%25", "%")
