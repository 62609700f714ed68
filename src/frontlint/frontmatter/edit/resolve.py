"""Makes edits of changes: the one way in, which reads what it wrote before it gives it away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, TypeVar

from frontlint.base.edit import Edit, OverlapError, apply
from frontlint.base.source import SourceFile
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, Format, PlainScalar, value_at
from frontlint.frontmatter.edit.changes import Change, Declined, Kind, UnsureError

if TYPE_CHECKING:  # rules import the door of this package; only a run that fixes imports the writers
    from frontlint.frontmatter.edit.page import Page, Writer
    from frontlint.frontmatter.edit.plan import Plan

T = TypeVar("T")


def edits(document: Document, changes: Iterable[Change], plain: PlainScalar) -> tuple[Edit, ...] | Declined:
    """The edits that make all of `changes`, or why there are none; never raises.

    No edits where the page has all of it already. What they make of the page has been read: the data is the
    old with exactly these changes, and there is no new problem. `plain` is as for `read_document`.
    """
    return Door(document, plain).made(tuple(changes))


class Door:
    """Draws the edits of one page, and reads what they make of it. What it is asked for never raises."""

    def __init__(self, document: Document, plain: PlainScalar) -> None:
        self._document = document
        self._plain = plain
        self._page: tuple[Page, Writer] | None = None
        self._checked: set[bool] = set()

    def made(self, changes: tuple[Change, ...]) -> tuple[Edit, ...] | Declined:
        """The edits of changes that are all that is made of the page, read."""
        return _or_declined(lambda: self._made(changes))

    def drawn(self, changes: tuple[Change, ...]) -> tuple[Edit, ...] | Declined:
        """The edits of some of the changes, unread."""
        return _or_declined(lambda: self._drawn(changes))

    def why_not(self, changes: tuple[Change, ...], out: tuple[Edit, ...]) -> Declined | None:
        """Why the page with these edits is not what the changes say; None where it is."""
        return _or_declined(lambda: self._read(changes, self._plan(changes), out))

    def _made(self, changes: tuple[Change, ...]) -> tuple[Edit, ...]:
        self._check(changes)
        plan = self._plan(changes)
        out = self._edits(changes, plan, alone=True)
        if out:
            self._read(changes, plan, out)
        return out

    def _drawn(self, changes: tuple[Change, ...]) -> tuple[Edit, ...]:
        self._check(changes)
        return self._edits(changes, self._plan(changes, checked=False), alone=False)

    def _check(self, changes: tuple[Change, ...]) -> None:
        if any(change.kind is Kind.REENCODE for change in changes):
            raise UnsureError("the page is saved as UTF-8 first")
        by_route = _are_by_route(changes)
        if by_route not in self._checked:
            _check(self._document, by_route=by_route)
            self._checked.add(by_route)
        _check_places(self._document, changes)

    def _plan(self, changes: tuple[Change, ...], *, checked: bool = True) -> Plan:
        from frontlint.frontmatter.edit.plan import plan_of

        data = self._document.data if _are_by_route(changes) else {}
        return plan_of(data, changes, self._document.format, checked=checked)

    def _edits(self, changes: tuple[Change, ...], plan: Plan, *, alone: bool) -> tuple[Edit, ...]:
        """The edits, unread. If they are `alone` on the page, texts are looked through."""
        found = [(0, edit) for edit in plan.source]
        if _are_by_route(changes):
            found += self._by_route(plan, alone=alone)
        return _merged(found)

    def _read(self, changes: tuple[Change, ...], plan: Plan, out: tuple[Edit, ...]) -> None:
        from frontlint.frontmatter.edit.expected import expected, same

        document, by_route = self._document, _are_by_route(changes)
        again = _reread(document, out, self._plain)
        _judge_problems(document, again, by_route=by_route)
        if body_is_known(document, again) and body_after(document, plan) != again.body:
            raise UnsureError("the body of the page would change")
        if by_route or is_known(document):
            wanted = expected(document.data, plan)
            if not same(wanted, again.data, document.format):
                raise UnsureError("Hugo would read the page in another way than meant")

    def _by_route(self, plan: Plan, *, alone: bool) -> list[tuple[int, Edit]]:
        if self._page is None:
            from frontlint.frontmatter.edit.page import Page

            page = Page(self._document, self._plain)
            self._page = page, _writer(page)
        return _by_route(*self._page, plan, alone=alone)


def _or_declined(ask: Callable[[], T]) -> T | Declined:
    try:
        return ask()
    except UnsureError as unsure:
        return Declined(str(unsure))
    except OverlapError:
        return Declined("two changes want the same place")
    except RecursionError:
        return Declined("the value is nested too deep")


def _are_by_route(changes: tuple[Change, ...]) -> bool:
    return any(change.kind is not Kind.REPLACE_SOURCE for change in changes)


def _check(document: Document, *, by_route: bool) -> None:
    if document.source.bad_bytes or "\0" in document.source.text[:2]:
        raise UnsureError("the page is not in UTF-8")
    if document.too_long:
        raise UnsureError("the front matter is too long to be read")
    if not by_route:
        return
    if document.format is Format.ORG:
        raise UnsureError("frontlint does not edit front matter in Org mode")
    if document.format is Format.NONE:
        raise UnsureError("the page has no front matter")
    if document.refused:
        raise UnsureError("Hugo cannot read the front matter")
    start, end = document.fence.content
    text = document.source.text
    if "\r" in text[start:end].replace("\r\n", ""):
        raise UnsureError("the lines end in a lone carriage return")


def _check_places(document: Document, changes: tuple[Change, ...]) -> None:
    """What is replaced at a place that was looked up must be what the change says."""
    for change in changes:
        if change.kind is Kind.REPLACE_SOURCE and change.span is not None and change.old is not None:
            start, end = change.span
            if document.source.text[start:end] != change.old:
                raise UnsureError("the page has another text at this place")


def _by_route(page: Page, writer: Writer, plan: Plan, *, alone: bool) -> list[tuple[int, Edit]]:
    from frontlint.frontmatter.edit.page import in_source, pieces_in_source

    found: list[tuple[int, Edit]] = []
    for route, value in plan.sets.items():
        found += ((len(route), edit) for edit in writer.set_value(route, value))
    for route, pairs in plan.replaced.items():
        value = str(value_at(page.document.data, route))
        for old, new in pairs:
            value = value.replace(old, new)
        found += ((len(route), edit) for edit in in_source(page, route, pairs, writer, value))
    for route, pieces in plan.pieces.items():
        found += ((len(route), edit) for edit in pieces_in_source(page, route, pieces, writer, alone=alone))
    for route, name in plan.renames.items():
        found += ((len(route), edit) for edit in writer.rename(route, name))
    for route, change in plan.members.items():
        if change.removed or change.inserted:
            found += ((len(route) + 1, edit) for edit in writer.members(route, change))
    return found


def _writer(page: Page) -> Writer:
    match page.document.format:
        case Format.YAML:
            from frontlint.frontmatter.edit.yaml_writer import YamlWriter

            return YamlWriter(page)
        case Format.TOML:
            from frontlint.frontmatter.edit.toml_writer import TomlWriter

            return TomlWriter(page)
        case _:
            from frontlint.frontmatter.edit.json_writer import JsonWriter

            return JsonWriter(page)


def _merged(found: list[tuple[int, Edit]]) -> tuple[Edit, ...]:
    """The edits in order. Lines that go to one place become one edit, those of the inner value first."""
    inserted: dict[Span, list[tuple[int, str]]] = {}
    out: list[Edit] = []
    for depth, edit in found:
        if edit.span.length:
            out.append(edit)
        else:
            inserted.setdefault(edit.span, []).append((depth, edit.text))
    for span, texts in inserted.items():
        texts.sort(key=lambda pair: -pair[0])
        out.append(Edit(span, "".join(text for _, text in texts)))
    return tuple(sorted(out, key=lambda edit: edit.span))


def _reread(document: Document, found: tuple[Edit, ...], plain: PlainScalar) -> Document:
    from frontlint.frontmatter.reader import read_document

    old = document.source
    text = apply(old.text, found)
    return read_document(SourceFile(old.path, text, old.bom, old.newline), plain)


def _judge_problems(document: Document, again: Document, *, by_route: bool) -> None:
    """Raises UnsureError for a page that is not better, or that Hugo reads in another format."""
    before = Counter(problem.kind for problem in document.problems)
    after = Counter(problem.kind for problem in again.problems)
    if any(count > before[kind] for kind, count in after.items()):
        raise UnsureError("the page would have a new problem")
    if again.refused and (by_route or len(again.problems) >= len(document.problems)):
        raise UnsureError("Hugo could still not read the page")
    if again.format is not document.format and document.format is not Format.NONE:
        raise UnsureError("the page would not begin with front matter of that format")


def body_after(document: Document, plan: Plan) -> str:
    """The body with the edits of the source that are in it."""
    body = document.fence.body
    inside = [one for one in plan.source if one.span.start >= body]
    return apply(document.body, [Edit(Span(a - body, b - body), text) for (a, b), text in inside])


def is_known(document: Document) -> bool:
    """Whether the data of a page is known before an edit of its source, which must keep it."""
    if document.format is Format.NONE:
        return False
    return not document.refused or (document.repaired and not document.guessed)


def body_is_known(document: Document, again: Document) -> bool:
    """Whether the body begins at the same text before and after, so that the two can be compared."""
    return again.format is document.format and (document.fence.closing.length > 0 or not document.refused)
