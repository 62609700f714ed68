"""A small run with everything a report may meet: two pages, three severities, a label in another page."""

from __future__ import annotations

from frontlint.base.span import Span
from frontlint.findings.finding import Finding, Label, Severity
from report.pages import outcome, spot

FIRST = "---\ntitle: 日本 \x1b[31m\naliases: [/old/]\n---\n"
SECOND = "---\r\naliases:\r\n- /old\r\n---\r\n"
PAGES: dict[str, str | bytes] = {
    "content/a.md": FIRST,
    "content/b\u202e.md": b"\xef\xbb\xbf" + SECOND.encode(),
}
RUN = outcome(
    Finding(
        "alias-collision",
        "content/a.md",
        spot(FIRST, "/old/"),
        "/old/ is also claimed by b",
        "remove one",
        Severity.ERROR,
        ("aliases", 0),
        related=(Label("content/b\u202e.md", spot(SECOND, "/old"), "the other one"),),
    ),
    Finding("doubled-word", "content/a.md", spot(FIRST, "本 \x1b[31m"), "the title says \x1b[31m\n"),
    Finding("weight-step", "content/b\u202e.md", Span(5, 900), "weight", severity=Severity.INFO),
    pages=2,
    suppressed=1,
)
