"""Edits: changes to front matter by route, made into edits of the text that keep everything else.

A fix names changes (`set_value(("draft",), True)`). They are plain data: a rule needs no page for them, and a
cache can keep them. `edits` makes edits of them when the page is open. All routes are those of the page as it
is now, however many changes there are; the same change twice is one.

    changes = (remove_item(("aliases", 2)), append_item(("aliases",), "/new/"))
    document = read_document(decode(path, data), plain_scalar)
    found = edits(document, changes, plain_scalar)
    if isinstance(found, Declined):
        print(found.reason)
    else:
        after = apply_to_bytes(data, found)                   # base/edit
        why_not = judge(data, after, changes, plain_scalar)   # frontmatter/proof; None: it may
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from frontlint.base.edit import Edit
from frontlint.frontmatter.edit.changes import (
    Change,
    Declined,
    append_item,
    insert_item,
    insert_key,
    remove_item,
    remove_key,
    rename_key,
    replace_here,
    replace_piece,
    replace_source,
    replace_text,
    save_as_utf8,
    set_value,
)

if TYPE_CHECKING:
    from frontlint.frontmatter.document import Document, PlainScalar

__all__ = [
    "Change",
    "Declined",
    "append_item",
    "edits",
    "insert_item",
    "insert_key",
    "remove_item",
    "remove_key",
    "rename_key",
    "replace_here",
    "replace_piece",
    "replace_source",
    "replace_text",
    "save_as_utf8",
    "set_value",
]


def edits(document: Document, changes: Iterable[Change], plain: PlainScalar) -> tuple[Edit, ...] | Declined:
    """The edits that make all of `changes`, or why there are none: see `resolve.py`."""
    from frontlint.frontmatter.edit.resolve import edits as resolved  # rules name changes, few runs make them

    return resolved(document, changes, plain)
