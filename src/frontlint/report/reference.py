"""The rule reference `docs/rules.md`, written from the rules' own pages so that it cannot go stale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from frontlint.base.pattern import lazy_pattern
from frontlint.lint.rule import RuleInfo
from frontlint.report.applies import for_whom
from frontlint.report.fix_words import what_it_does

_HEAD = """\
# Rules

<!-- Written by frontlint from the rules themselves. Do not edit: change the rule's docstring instead. -->

Every rule by its group. `frontlint explain RULE` prints one of these pages, a group's name selects all of
its rules. Findings of severity `info` are counted, and listed only with `--show info`.
"""
_KEY = lazy_pattern(r"""["']?[\w.-]+["']?\s*(:(\s|$)|=)""")
_LINK = lazy_pattern(r"\]\(|\{\{[<%]")


def reference(infos: Iterable[RuleInfo]) -> str:
    """The whole reference in Markdown: groups and rules in the order of their names."""
    ordered = sorted(infos, key=lambda info: (info.group, info.name))
    groups = [(group, list(rules)) for group, rules in groupby(ordered, key=lambda info: info.group)]
    contents = [line for group, rules in groups for line in _contents(group, rules)]
    pages = [line for group, rules in groups for line in _group(group, rules)]
    return "\n".join([_HEAD, *contents, *pages]).rstrip("\n") + "\n"


def _contents(group: str, rules: Sequence[RuleInfo]) -> Iterator[str]:
    yield f"**[{group}](#group-{group})**"
    yield ""
    yield "| rule | severity | scope | what it asks for |"
    yield "|---|---|---|---|"
    for info in rules:
        link = f"[`{info.name}`](#{info.name})"
        # An unescaped bar ends a cell, within backquotes too.
        summary = info.summary.replace("|", "\\|")
        yield f"| {link} | {info.severity} | {info.scope} | {summary} |"
    yield ""


def _group(group: str, rules: Sequence[RuleInfo]) -> Iterator[str]:
    # A rule may be called like its group, and the anchor `#syntax` has to be the rule's.
    yield f"## Group {group}"
    yield ""
    for info in rules:
        yield f"### {info.name}"
        yield ""
        yield from rule_page(info)


def rule_page(info: RuleInfo) -> Iterator[str]:
    """The lines of one rule's page in Markdown, without a heading."""
    fixable = ", fixable" if info.fixable else ""
    yield f"*{info.severity}, scope {info.scope}{fixable}*"
    yield ""
    yield info.summary
    yield ""
    yield f"**Why.** {info.why}"
    yield ""
    for title, example in (("Bad", info.bad), ("Good", info.good)):
        yield f"**{title}**"
        yield ""
        yield from _fenced(example)
        yield ""
    if info.fix:
        yield f"**Fix.** {what_it_does(info)}"
        yield ""
    if info.options:
        yield from _options(info)
    if info.marks:
        yield f"**For.** {for_whom(info)}"
        yield ""
    if info.notes:
        yield f"**Note.** {info.notes}"
        yield ""


def _options(info: RuleInfo) -> Iterator[str]:
    """The options with their defaults, as a table."""
    yield f"**Options**, under `[rules.options.{info.name}]`:"
    yield ""
    yield "| option | type | default | |"
    yield "|---|---|---|---|"
    for option in info.options:
        cells = (f"`{option.name}`", option.type, f"`{option.default}`", option.about)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    yield ""


def _fenced(example: str) -> Iterator[str]:
    """The example between fences longer than any row of backquotes in it."""
    longest = max((len(ticks) for ticks in re.findall(r"`+", example)), default=0)
    fence = "`" * max(3, longest + 1)
    yield fence + language(example)
    yield from example.splitlines()
    yield fence


def language(example: str) -> str:
    """The language of an example: a page is Markdown, front matter alone what it is written in."""
    lines = [line.strip() for line in example.splitlines() if line.strip()]
    # An example of several pages has the name of each as a comment before it.
    first = next((line for line in lines if not line.startswith("# ")), "#" if lines else "")
    for fence, name in (("---", "yaml"), ("+++", "toml")):
        if first == fence:
            return name if lines[0] == lines[-1] == fence else "markdown"
    if first.startswith("{") and not _LINK.match(first):
        return "json"
    key = _KEY.match(first)
    if key:
        return "toml" if key.group(1) == "=" else "yaml"
    if _LINK.search(first):
        return "markdown"
    return "yaml" if first.startswith(("- ", "#")) else "text"
