"""How to silence a rule: the exact comments for a page, and the exact line for a configuration."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import INTERNAL
from frontlint.lint.rule import RuleInfo

UNREAD = "page-too-long"
"""The rule about pages that are not read, so no comment in them counts."""


class Place(NamedTuple):
    """Where a line goes: `intro` says it in words, `lines` are what to write there."""

    intro: str
    lines: tuple[str, ...]


class Here(NamedTuple):
    """What is known of a rule in the folder at hand.

    `state` is a sentence on whether it is on, `silence` the place that switches it off, None where it is off.
    """

    state: str
    silence: Place | None


def places(info: RuleInfo, here: Here | None) -> Iterator[Place]:
    """Each way to silence the rule; nothing for the rule about failures of frontlint itself."""
    if info.name == INTERNAL:
        return
    if info.name != UNREAD:
        yield Place(
            "For one line of YAML or TOML, at its end or on the line above:",
            (f"# frontlint: ignore[{info.name}] your reason",),
        )
        yield Place(
            "For one page, on the first line after the front matter:",
            (f"<!-- frontlint-ignore {info.name}: your reason -->",),
        )
    if here is None:
        yield Place(
            "For the whole site, in `frontlint.toml`:",
            ("[rules]", f'ignore = ["{info.name}"]'),
        )
    elif here.silence is not None:
        yield here.silence
