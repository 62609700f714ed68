"""Links on a terminal: a rule's name leads to its page, if that is published and the terminal takes links."""

from __future__ import annotations

from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.report.words import rule_url


def rule_name(rule: str, docs_url: str | None, to: Output) -> str:
    """A rule's name in bold, as a link to its page below `docs_url` if `to` takes links."""
    name = to.paint(Style.STRONG, rule)
    url = rule_url(docs_url, rule)
    if url is None or not to.links or not url.isascii():
        return name
    return f"\x1b]8;;{url}\x1b\\{name}\x1b]8;;\x1b\\"
