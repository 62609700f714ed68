"""What the documentation says of commands and settings, made of their declarations."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from typing import Any

from frontlint.cli.commands import COMMANDS, Command
from frontlint.cli.help import label_of, text_of, usage_of
from frontlint.cli.parameters import Parameter

ROOT = Path(__file__).parents[1]
_TYPES = {
    "string": "text",
    "array": "list",
    "object": "table",
    "boolean": "true or false",
    "integer": "number",
}


def command_summary() -> str:
    """A table of all commands, each linked to its section."""
    rows = [
        (f"[`{_name(one)}`](#{_name(one).replace(' ', '-')})", one.help.split("\n")[0]) for one in COMMANDS
    ]
    return _table(("command", "what it does"), rows)


def command_sections() -> str:
    """A section for each command: how it is called, its arguments and its options."""
    return "\n\n".join("\n\n".join(_section(one)) for one in COMMANDS)


def settings() -> str:
    """A table of the settings of `frontlint.toml`, from its schema."""
    return _table(("setting", "type", "default", "meaning"), list(_settings(_schema()["properties"], "")))


def kinds() -> str:
    """A table of the keys of `[[schemas]]`, from the same schema."""
    kind = _schema()["$defs"]["kind"]
    rows = [(name, *rest, meaning) for name, *rest, _, meaning in _settings(kind["properties"], "")]
    return _table(("key", "type", "meaning"), rows)


PARTS: Mapping[str, Callable[[], str]] = {
    "commands": command_summary,
    "options": command_sections,
    "settings": settings,
    "kinds": kinds,
}
"""The parts by the names that pages give them."""


def _name(command: Command) -> str:
    return " ".join(filter(None, ("frontlint", command.group, command.name)))


def _section(command: Command) -> Iterator[str]:
    arguments = [one for one in command.parameters if not one.flags]
    own, shared = _options(command)
    yield f"### {_name(command)}"
    yield command.help
    yield f"```text\n{usage_of(command)}\n```"
    if command.examples:
        yield f"```console\n{_examples(command)}\n```"
    if arguments:
        yield _table(("argument", "meaning"), [(f"`{label_of(one)}`", text_of(one)) for one in arguments])
    panels = len({one.panel for one in own}) > 1
    for panel, options in groupby(own, key=lambda one: one.panel):
        if panels:
            yield f"**{panel or 'Other'}**"
        yield _table(("option", "meaning"), [_option(one) for one in options])
    if shared:
        flags = ", ".join(f"`{one.flags[0]}`" for one in shared)
        yield f"Also {flags}, as in [`frontlint check`](#frontlint-check)."


def _options(command: Command) -> tuple[list[Parameter], list[Parameter]]:
    """The options that are the command's alone, and those that `check` has in the same words."""
    known = {(one.flags, one.help) for one in COMMANDS[0].parameters if one.flags}
    options = [one for one in command.parameters if one.flags]
    if command.name == COMMANDS[0].name:
        order = list(dict.fromkeys(one.panel for one in options if one.panel))
        return sorted(options, key=lambda one: order.index(one.panel) if one.panel else len(order)), []
    shared = [one for one in options if (one.flags, one.help) in known]
    return [one for one in options if one not in shared], shared


def _examples(command: Command) -> str:
    column = max(len(line) for line, _ in command.examples)
    return "\n".join(f"frontlint {line:<{column}}  # {about}" for line, about in command.examples)


def _option(one: Parameter) -> tuple[str, str]:
    flags = [*one.flags, *filter(None, [one.off])]
    value = "" if one.kind is bool else f" {one.metavar or one.name.upper()}"
    names = ", ".join(f"`{flag}{value if flag.startswith('--') else ''}`" for flag in flags)
    return names, text_of(one)


def _schema() -> Any:
    return json.loads((ROOT / "schemas" / "frontlint.schema.json").read_text(encoding="utf-8"))


def _settings(properties: Mapping[str, Any], above: str) -> Iterator[tuple[str, str, str, str]]:
    for name, about in properties.items():
        if "properties" in about:
            yield from _settings(about["properties"], f"{above}{name}.")
            continue
        kind = "one of the words" if "enum" in about else _TYPES[about["type"]]
        words = ": " + ", ".join(f"`{word}`" for word in about["enum"]) if "enum" in about else ""
        default = f"`{json.dumps(about['default'])}`" if "default" in about else ""
        meaning = about["description"].rstrip(".") + words + "."
        yield f"`{above}{name}`", "text" if words else kind, default, meaning


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A table in Markdown, without columns that are empty in every row."""
    cells = [
        tuple(" ".join(cell.replace("|", "\\|").replace("\n", "<br>").split()) for cell in row)
        for row in rows
    ]
    kept = [at for at in range(len(head)) if any(row[at] for row in cells)]
    lines = [[head[at] for at in kept], ["---"] * len(kept), *([row[at] for at in kept] for row in cells)]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines).replace(" --- ", "---")
