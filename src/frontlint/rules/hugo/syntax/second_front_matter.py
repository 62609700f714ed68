"""Write only one front matter in a page.

Why: Hugo reads only the first block and prints a second one as text. `draft: true` in it does not keep the
page back. Scripts and editors that miss the first block write a second one. In Org, the first blank line
ends the front matter; in YAML, Hugo drops what follows a line `...`.
Bad:
    # content/posts/page.md
    ---
    title: Rye bread
    ---
    ---
    title: Rye bread
    draft: true
    ---
    It needs a day.
Good:
    # content/posts/page.md
    ---
    title: Rye bread
    draft: true
    ---
    It needs a day.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.frontmatter import fence
from frontlint.frontmatter.document import Data, Problem
from frontlint.hugo.fields import as_boolean
from frontlint.hugo.fields.names import is_field
from frontlint.hugo.values.keys import fold
from frontlint.lint import (
    Finding,
    Format,
    Label,
    Page,
    PageRule,
    ProblemKind,
    Severity,
    Span,
    lazy_pattern,
    shorten,
)

_BEGINS = lazy_pattern(
    r"[\s\ufeff]*+(?:(?:---|\+\+\+)[ \t]*+\r?\n(?:[ \t]*+(?:#[^\r\n]*+)?\r?\n)*+[\w\"'\[][^\r\n:=]*+[:=\]]"
    r"|\{[ \t\r\n]*+\")"
)
_ORG_LINES = lazy_pattern(r"\s*+#\+[\w-]++(?:\[\])?:[^\r\n]*+(?:\r\n?|\n|$)")
_HELD_BACK = lazy_pattern(r"(?m)^(?i:draft)[ \t]*+:[ \t]++(?i:true)[ \t]*+\r?$")
_AROUND = 40
_CLOSES = {Format.YAML: "---", Format.TOML: "+++"}


class SecondFrontMatter(PageRule):
    """A second block with fields of Hugo or of the first one."""

    def check(self, page: Page) -> Iterator[Finding]:
        """At the second block, at a line that ends the YAML early, or below the front matter of Org."""
        document = page.document
        text, body = document.source.text, document.fence.body
        if document.format is Format.ORG:
            yield from self._org(page)
            return
        if document.format is Format.NONE:
            return
        for problem in document.problems:
            if problem.kind is ProblemKind.DROPPED:
                yield self._dropped(page, problem)
        if not _begins(text, body):
            if document.data or not _is_empty(page):
                return
            body = document.fence.closing.start
            if not _begins(text, body):
                return
        body = len(text) - len(text[body:].lstrip("\ufeff \t\r\n"))
        found = _second(page, text[body:])
        if found is None:
            return
        place, data = found
        held_back = as_boolean(data.get("draft")) is True and as_boolean(page.get("draft")) is not True
        yield self.at(
            page,
            Span(body + place.start, body + place.end),
            "Hugo publishes this page: it prints the second front matter as text, with its `draft`"
            if held_back
            else "Hugo prints this second front matter as text: it reads only the first one",
            help="move its lines into the first front matter, then delete this one",
            severity=Severity.ERROR if held_back else Severity.WARNING,
            label="a second front matter",
            related=(Label(page.facts.path, page.start, "the first one"),),
        )

    def _dropped(self, page: Page, problem: Problem) -> Finding:
        """Lines between `...`, which ends the YAML, and the closing `---`."""
        rest = page.document.source.text[problem.span.end : page.document.fence.content.end]
        held_back = _HELD_BACK.search(rest) is not None and not page.has("draft")
        return self.at(
            page,
            problem.span,
            problem.message,
            help=problem.help,
            severity=Severity.ERROR if held_back else Severity.WARNING,
            label="the end of the YAML",
        )

    def _org(self, page: Page) -> Iterator[Finding]:
        """Keywords below the blank line that ends an Org front matter, if the page lacks one of them."""
        document, held_back = page.document, False
        at, fields = document.fence.body, list[tuple[str, Span]]()
        while found := _ORG_LINES.match(document.source.text, at):
            key, _, value = found[0].strip()[2:].partition(":")
            name, start = key.removesuffix("[]").lower(), found.end() - len(found[0].lstrip())
            if (is_field(name) or name in page.config.taxonomy_keys) and not page.has(name):
                fields.append((key, Span(start, start + 2 + len(key))))
                held_back = held_back or (name == "draft" and as_boolean(value.strip()) is True)
            at = found.end()
        if fields:
            names = ", ".join(f"`{shorten(key, 20)}`" for key, _ in fields[:2])
            more = " and others" if fields[2:] else ""
            yield self.at(
                page,
                fields[0][1],
                f"Hugo does not read {names}{more}: the Org front matter ends above",
                help="delete the blank line above it",
                severity=Severity.ERROR if held_back else Severity.WARNING,
                label="below the front matter",
            )


def _begins(text: str, at: int) -> bool:
    """Whether a second block begins here. Most pages tell by the first letter of their content."""
    first = text[at : at + _AROUND].lstrip()[:1]
    return (not first or first in "-+{\ufeff") and _BEGINS.match(text, at) is not None


def _is_empty(page: Page) -> bool:
    """Whether the first front matter has no line: an editor wrote one more delimiter."""
    fence = page.document.fence
    return fence.content.start == fence.content.end and fence.format in _CLOSES


def _second(page: Page, body: str) -> tuple[Span, Data] | None:
    """Where a body begins with front matter, and what that says, keys in lower case."""
    from frontlint.base.source import decode  # few pages
    from frontlint.frontmatter.reader import read_document
    from frontlint.hugo.values.scalars import plain_scalar

    found, problem = fence.find(body)
    mark = _CLOSES.get(found.format)
    if problem is not None or (mark and not _is_line(body, found.closing.start, mark)):
        return None
    document = read_document(decode("", body[: found.body].encode("utf-8", "replace")), plain_scalar)
    if document.unread or document.refused:
        return None
    data = {key: document.data[written] for key, written in fold(document.data).items()}
    known = page.keys | page.config.taxonomy_keys
    if not any(key in known or is_field(key) for key in data) or any(" " in key for key in data):
        return None
    opening = found.opening if found.opening.length else Span(found.content.start, found.content.start + 1)
    return opening, data


def _is_line(text: str, at: int, mark: str) -> bool:
    """Whether the closing delimiter is a line by itself."""
    end = min((stop for stop in (text.find("\n", at), text.find("\r", at)) if stop >= 0), default=len(text))
    return text[at:end].rstrip() == mark
