"""Write only one front matter in a page.

Why: Hugo reads only the first block and prints a second one as text. `draft: true` in it does not keep the
page back. Scripts and editors that miss the first block write a second one.
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
from frontlint.frontmatter.document import Data
from frontlint.hugo.fields import as_boolean
from frontlint.hugo.fields.names import is_field
from frontlint.hugo.values.keys import fold
from frontlint.lint import Finding, Format, Label, Page, PageRule, Severity, Span, lazy_pattern

_BEGINS = lazy_pattern(
    r"\s*+(?:(?:---|\+\+\+)[ \t]*+\r?\n(?:[ \t]*+(?:#[^\r\n]*+)?\r?\n)*+[\w\"'\[][^\r\n:=]*+[:=\]]"
    r"|\{[ \t\r\n]*+\")"
)
_CLOSES = {Format.YAML: "---", Format.TOML: "+++"}


class SecondFrontMatter(PageRule):
    """A second block with fields of Hugo or of the first one."""

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the second block."""
        document = page.document
        text, body = document.source.text, document.fence.body
        if document.format in (Format.NONE, Format.ORG) or not _BEGINS.match(text, body):
            return
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
