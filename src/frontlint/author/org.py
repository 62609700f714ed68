"""Aliases in Org pages, which the editor of front matter leaves alone: a line more, or a word."""

from __future__ import annotations

from frontlint.author.state import State
from frontlint.base.edit import Edit, apply
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Value

_KEY = "aliases"


def org_edit(document: Document, added: tuple[str, ...]) -> Edit | None:
    """The edit that adds aliases; None where frontlint is not sure that Hugo reads them so.

    `#+aliases[]: /a/ /b/` is a list of words, of several lines `#+aliases: /a/` each is an item.
    """
    if any(len(alias.split()) != 1 for alias in added):
        return None
    edit = _edit(document, added)
    again = State.parse(document.source.path, apply(document.source.text, [edit]).encode())
    now = document.data.get(_KEY)
    before: list[Value] = now if isinstance(now, list) else [] if now is None else [now]
    wanted = {**document.data, _KEY: [*before, *added]}
    return edit if again.data == wanted and again.body == document.body else None


def _edit(document: Document, added: tuple[str, ...]) -> Edit:
    text, newline = document.source.text, document.source.newline
    now = document.data.get(_KEY)
    if now is None:
        start = document.fence.content.start
        return Edit(Span(start, start), f"#+aliases[]: {' '.join(added)}{newline}")
    end = document.places.value((_KEY,)).end
    line = text.rfind("\n", 0, end) + 1
    if text[line:end].lower().startswith("#+aliases[]:"):
        return Edit(Span(end, end), "".join(f" {alias}" for alias in added))
    return Edit(Span(line, line), "".join(f"#+aliases: {alias}{newline}" for alias in added))
