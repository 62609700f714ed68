"""What a finding says to readers elsewhere: cleaned of what would rewrite a page or turn a line around."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.findings.finding import Finding
from frontlint.report.glyphs import Glyphs

if TYPE_CHECKING:
    from frontlint.lint.rule import RuleInfo

# A report in ASCII can hold any character, whatever the stream takes.
_GLYPHS = Glyphs()


def clean(text: str) -> str:
    """Somebody else's text in one line, each character that cannot be seen as an escape."""
    return _GLYPHS.clean(text)


def message(finding: Finding) -> str:
    """The finding's message."""
    return clean(finding.message)


def message_and_help(finding: Finding) -> str:
    """The message, and on separate lines what to write instead."""
    if not finding.help:
        return message(finding)
    return f"{message(finding)}\nfix: " + "\n".join(map(clean, finding.help.split("\n")))


def reason(finding: Finding, info: RuleInfo | None) -> str:
    """Why it matters: the schema's reason where there is one, else the rule's."""
    return clean(finding.why or (info.why if info else ""))


def rule_url(docs_url: str | None, rule: str) -> str | None:
    """The address of a rule's page below the setting `docs-url`; None without it: no link leads nowhere."""
    return None if docs_url is None else f"{docs_url}/rules/{rule}/"


def addressed(path: str) -> str:
    """A path as a service looks it up: as it is, unless it holds what no file name should.

    A joiner belongs to names in some scripts; a line break, an escape or a bidi control belongs to none.
    """
    return clean(path) if any(char in _HARMFUL or "\ud800" <= char <= "\udfff" for char in path) else path


_HARMFUL = frozenset(
    [chr(code) for code in (*range(0x20), *range(0x7F, 0xA0))]
    + list("\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufffe\uffff")
)
