"""Changes to front matter as data: what a fix says before the page is opened."""

from __future__ import annotations

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route


class Kind(StrEnum):
    """What a change does."""

    SET = "set"
    APPEND = "append"
    INSERT_ITEM = "insert-item"
    INSERT_KEY = "insert-key"
    REMOVE = "remove"
    RENAME = "rename"
    REPLACE_TEXT = "replace-text"
    REPLACE_SOURCE = "replace-source"
    REENCODE = "reencode"


class Change(NamedTuple):
    """One change; made by the functions below.

    `route` may have keys in another case than the page: `spelling.py` finds those that are meant.

    `value` is the new value, item, key or text, or the name of the encoding. `old` is the text that
    `replace_text` looks for, and the key after which `insert_key` writes. `span` belongs to `replace_source`
    and `replace_here`, where it is None until the engine has looked the place up, and to `replace_piece`,
    where it counts code points of the value.
    """

    kind: Kind
    route: Route
    value: Value = None
    old: str | None = None
    span: Span | None = None


class Declined(NamedTuple):
    """No edit, because no way to write it is sure. `reason` is for people: a sentence without a full stop."""

    reason: str


class UnsureError(Exception):
    """Carries the reason of a `Declined` to the door."""


def set_value(route: Route, value: Value) -> Change:
    """Gives the key or the list item at `route`, which must be there, another value.

    A text keeps the quotes of the old one. A list for a list (a mapping for a mapping) changes only the items
    (keys) that differ, so that comments stay. A text becomes a list in the form of the page's other lists. In
    TOML a text stays a date without quotes if it was one and still reads as one.
    """
    return Change(Kind.SET, route, value)


def append_item(route: Route, value: Value) -> Change:
    """Adds an item at the end of the list at `route`.

    Where the key has no value or is not there, it gets a list of this item. Declined where it is not a list.
    """
    return Change(Kind.APPEND, route, value)


def insert_item(route: Route, value: Value) -> Change:
    """Adds an item before the one at `route`, whose last step is an index, at most the length of the list."""
    return Change(Kind.INSERT_ITEM, route, value)


def insert_key(route: Route, value: Value, after: str | None = None) -> Change:
    """Adds the key `route[-1]` to the mapping at `route[:-1]`, below the key `after` or as the last one.

    Declined where the key is there already, in any case. A key without a value (`sitemap:`) gets a mapping.
    In TOML the last place is that before the next table. There a text that reads as a date is written as one
    if the table has another date; pass `Moment` (of `frontmatter/document`) where it always must be.
    """
    return Change(Kind.INSERT_KEY, route, value, after)


def remove_item(route: Route) -> Change:
    """Removes a list item.

    The comment after it on its line goes with it. Comments on other lines, above or below, stay; one between
    the lines of the item declines. A list or mapping that loses its last member goes with its key, as authors
    delete the whole entry. Where it is an item of a list, it stays as `[]` or `{}`: the others keep their
    places.
    """
    return Change(Kind.REMOVE, route)


def remove_key(route: Route) -> Change:
    """Removes a key with all of its value; of comments as `remove_item` has it."""
    return Change(Kind.REMOVE, route)


def rename_key(route: Route, name: str) -> Change:
    """Writes the key that `route` ends with as `name`, in the quotes it has now; its value stays.

    Declined where the mapping has that key already, in any case; another case of the key itself is fine.
    """
    return Change(Kind.RENAME, route, name)


def replace_text(route: Route, old: str, new: str) -> Change:
    """Replaces each `old` in the text at `route`, and leaves quotes, escapes and line breaks as they are.

    Several of them may name one route; they are made in their order.
    """
    return Change(Kind.REPLACE_TEXT, route, new, old)


def replace_piece(route: Route, span: Span, old: str, new: str) -> Change:
    """Replaces the piece `span` of the text at `route`, which is `old`, and leaves all else as it is.

    Many of them may name one route. Declined where something else is there.
    """
    return Change(Kind.REPLACE_TEXT, route, new, old, span)


def replace_source(span: Span, text: str) -> Change:
    """Replaces a span of the page, for what has no route: a page that cannot be read, or its body.

    The page must be read without a problem afterwards that was not there before.
    """
    return Change(Kind.REPLACE_SOURCE, (), text, None, span)


def replace_here(old: str, text: str) -> Change:
    """Replaces the text `old` at the place of the finding that the change is of, such as the path of a ref.

    For rules about the site, which know no places. Declined where something else is there.
    """
    return Change(Kind.REPLACE_SOURCE, (), text, old)


def save_as_utf8(encoding: str) -> Change:
    """Writes the whole page, which is in another encoding, as UTF-8; it is made alone, before all others.

    `encoding` is what Python calls it, such as `cp1252` and `utf-16-le`.
    """
    return Change(Kind.REENCODE, (), encoding)
