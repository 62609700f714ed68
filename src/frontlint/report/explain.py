"""A rule's page on a terminal: what it finds, why it matters, and an example of both kinds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from textwrap import wrap

from frontlint.lint.rule import RuleInfo
from frontlint.report.applies import for_whom
from frontlint.report.fix_words import what_it_does
from frontlint.report.output import Output
from frontlint.report.prose import fill
from frontlint.report.silence import Here, places
from frontlint.report.since import since
from frontlint.report.style import Style

_INDENT = "  "


def explain(info: RuleInfo, to: Output, here: Here | None = None) -> None:
    """Writes the page of one rule; with `here`, what is known of it in the folder at hand."""
    to.write("\n".join(_page(info, to.as_screen(), here)) + "\n")


def _page(info: RuleInfo, to: Output, here: Here | None) -> Iterator[str]:
    severity = to.paint(Style.of(info.severity), info.severity.value)
    about = f"({severity}, group {info.group}, since {since(info.name)})"
    yield f"{to.paint(Style.STRONG, info.name)} {about}"
    yield ""
    yield from fill(info.summary, to, "")
    yield from _part("Why", fill(info.why, to, _INDENT), to)
    yield from _part("Bad", _example(info.bad, to), to)
    yield from _part("Good", _example(info.good, to), to)
    yield from _part("Fix", fill(_fix(info), to, _INDENT), to)
    if info.options:
        yield from _part("Options", _options(info, to), to)
    if info.marks:
        yield from _part("For", fill(for_whom(info), to, _INDENT), to)
    if info.notes:
        yield from _part("Note", fill(info.notes, to, _INDENT), to)
    yield from _part("Silence", list(_silence(info, to, here)), to)
    if here is not None:
        yield from _part("Here", fill(here.state, to, _INDENT), to)


def _fix(info: RuleInfo) -> str:
    """Whether frontlint can fix it, and with which options."""
    if not info.fixable:
        return "By hand: each problem says what to write."
    return f"`frontlint check --fix` does it: {what_it_does(info)}"


def _silence(info: RuleInfo, to: Output, here: Here | None) -> Iterator[str]:
    """Each way to silence the rule, with the exact lines."""
    ways = list(places(info, here))
    for at, place in enumerate(ways):
        if at:
            yield ""
        yield from fill(place.intro, to, _INDENT)
        yield from (_INDENT + to.clean(line) for line in place.lines)
    if not ways:
        told = "Nothing to write: it is off here." if here is not None and here.silence is None else ""
        yield told or "You cannot silence this rule: a failure of frontlint must be seen."


def _options(info: RuleInfo, to: Output) -> list[str]:
    """The tables to put into a configuration, with the defaults, and what each option means."""
    table = f"[rules.options.{info.name}"
    lines, below = [f"{table}]"], []
    for option in info.options:
        about = [_INDENT + line for line in fill(f"{option.about} ({option.type})", to, _INDENT * 2)]
        line = f"{option.name} = {option.default}"
        if option.default.startswith("{") and len(_INDENT + line) > to.columns:
            below += ["", f"{table}.{option.name}]", *about, *_entries(option.default)]
        else:
            lines += [line, *about]
    return [*lines, *below] if len(lines) > 1 else below[1:]


def _entries(inline: str) -> list[str]:
    """The entries of a table in braces, each in its line."""
    import tomllib  # few rules have options, and fewer such long ones

    entries = tomllib.loads(f"table = {inline}")["table"]
    return [f"{key} = {json.dumps(value)}" for key, value in entries.items()]


def _part(title: str, lines: list[str], to: Output) -> Iterator[str]:
    yield ""
    yield to.paint(Style.NOTE, title)
    yield from (f"{_INDENT}{line}".rstrip() for line in lines)


def _example(text: str, to: Output) -> list[str]:
    """The lines as they are, for copying; one too long goes on in deeper lines, as YAML reads it, too."""
    return [line for whole in text.splitlines() for line in _folded(to.clean(whole), to)]


def _folded(line: str, to: Output) -> list[str]:
    own = line[: len(line) - len(line.lstrip())] + _INDENT
    room = to.columns - len(_INDENT)
    return wrap(line, room, subsequent_indent=own, break_long_words=False, break_on_hyphens=False) or [""]
