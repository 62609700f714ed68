"""The line that switches a rule off in a configuration, and where in the file it goes."""

from __future__ import annotations

import json
from collections.abc import Iterator

from frontlint.base.record import NamedTuple
from frontlint.settings.file import SettingsFile
from frontlint.settings.find import ConfigFile

_LIST = ("rules", "ignore")


class Insertion(NamedTuple):
    """Lines for a person to write, and in words where."""

    where: str
    lines: tuple[str, ...]


def line_for(file: ConfigFile | None, rule: str) -> Insertion:
    """What to write into a configuration so that a rule is off, None being one that is not there yet.

    Raises UsageError for a configuration that cannot be read.
    """
    wanted = f'ignore = ["{rule}"]'
    if file is None:
        return Insertion(
            "For the whole site, in a new file `frontlint.toml` beside Hugo's settings:", ("[rules]", wanted)
        )
    read = SettingsFile(file)
    places = read.document.places
    if places.find(_LIST) is not None:
        return _in_list(read, rule)
    table = ".".join([*map(str, file.table), "rules"])
    header = _header(read, table)
    if header is not None:
        return Insertion(_below(read, header), (wanted,))
    if places.find(("rules",)) is not None:
        return _beside(read, table, wanted)
    return Insertion(f"For the whole site, at the end of `{read.shown}`:", (f"[{table}]", wanted))


def _in_list(read: SettingsFile, rule: str) -> Insertion:
    """Into the list `ignore` that is there already: a new item, or the line with one more."""
    source, span = read.document.source, read.document.places.value(_LIST)
    line, column = source.lines.line_column(span.start)
    if "\n" in source.text[span.start : span.end]:
        return Insertion(_below(read, line), (f'    "{rule}",',))
    rules = read.data["rules"]
    names = rules["ignore"] if isinstance(rules, dict) else None
    items = [*(names if isinstance(names, list) else ()), rule]
    written = ", ".join(json.dumps(item, ensure_ascii=False) for item in items)
    text = source.lines.line_text(line)
    after = text[column - 1 + span.length :]
    where = f"For the whole site, in place of line {line} of `{read.shown}`:"
    return Insertion(where, (f"{text[: column - 1]}[{written}]{after}",))


def _beside(read: SettingsFile, table: str, wanted: str) -> Insertion:
    """If `rules` has no header: in its braces, beside its dotted keys, or before its parts."""
    source, places = read.document.source, read.document.places
    span = places.value(("rules",))
    line = source.lines.line_column(places.key(("rules",)).start)[0]
    if source.text.startswith("{", span.start):
        return Insertion(
            f"For the whole site, after the `{{` in line {line} of `{read.shown}`:", (wanted + ",",)
        )
    text = source.lines.line_text(line)
    if text.lstrip().startswith("["):
        where = f"For the whole site, above line {line} of `{read.shown}`:"
        return Insertion(where, (f"[{table}]", wanted))
    prefix = text[: text.index("rules")]
    return Insertion(_below(read, line), (f"{prefix}rules.{wanted}",))


def _header(read: SettingsFile, table: str) -> int | None:
    """The line with the header of a table; None where the table has none."""
    return next((line for line, name in _headers(read) if name == table), None)


def _headers(read: SettingsFile) -> Iterator[tuple[int, str]]:
    lines = read.document.source.lines
    for number in range(1, len(lines) + 1):
        text = lines.line_text(number).partition("#")[0].strip()
        if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
            yield number, ".".join(part.strip(" \t\"'") for part in text[1:-1].split("."))


def _below(read: SettingsFile, line: int) -> str:
    return f"For the whole site, below line {line} of `{read.shown}`:"
