"""A rule's page on a terminal: what it finds, why it matters, and an example of both kinds."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint.rule import RuleInfo
from frontlint.report.applies import for_whom
from frontlint.report.output import Output
from frontlint.report.prose import fill
from frontlint.report.style import Style

_INDENT = "  "


def explain(info: RuleInfo, to: Output) -> None:
    """Writes the page of one rule."""
    to.write("\n".join(_page(info, to)) + "\n")


def _page(info: RuleInfo, to: Output) -> Iterator[str]:
    severity = to.paint(Style.of(info.severity), info.severity.value)
    fixable = ", fixable" if info.fixable else ""
    yield f"{to.paint(Style.STRONG, info.name)} ({severity}, group {info.group}, scope {info.scope}{fixable})"
    yield ""
    yield from fill(info.summary, to, "")
    yield from _part("Why", fill(info.why, to, _INDENT), to)
    yield from _part("Bad", _example(info.bad, to), to)
    yield from _part("Good", _example(info.good, to), to)
    if info.fix:
        yield from _part("Fix", fill(info.fix, to, _INDENT), to)
    if info.options:
        yield from _part("Options", _options(info, to), to)
    if info.marks:
        yield from _part("For", fill(for_whom(info), to, _INDENT), to)
    if info.notes:
        yield from _part("Note", fill(info.notes, to, _INDENT), to)


def _options(info: RuleInfo, to: Output) -> list[str]:
    """The table to put into a configuration, with the defaults, and what each option means."""
    lines = [f"[rules.options.{info.name}]"]
    for option in info.options:
        about = fill(f"{option.about} ({option.type})", to, _INDENT * 2)
        lines += [f"{option.name} = {option.default}", *(_INDENT + line for line in about)]
    return lines


def _part(title: str, lines: list[str], to: Output) -> Iterator[str]:
    yield ""
    yield to.paint(Style.NOTE, title)
    yield from (f"{_INDENT}{line}".rstrip() for line in lines)


def _example(text: str, to: Output) -> list[str]:
    """The lines as they are: an example is for copying."""
    return [to.clean(line) for line in text.splitlines()]
