"""The independent judge of a fix: reads the page before and after, with readers that are not ours, too."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeAlias

from frontlint.base.phrases import shorten
from frontlint.base.source import as_utf8, decode
from frontlint.frontmatter.changed_part import changed_part
from frontlint.frontmatter.document import Data, Document, Format, PlainScalar
from frontlint.frontmatter.edit.changes import Change, Kind, UnsureError
from frontlint.frontmatter.edit.expected import anything, expected, same
from frontlint.frontmatter.edit.plan import Plan, plan_of
from frontlint.frontmatter.edit.resolve import body_after, body_is_known, is_known
from frontlint.frontmatter.places import Place
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.route import Route

Second: TypeAlias = "tuple[Data, list[str]]"
"""Data and comments, in their order, as somebody else reads them."""

_MARKS = 20  # `#` on one line that may begin its comment


def judge(before: bytes, after: bytes, changes: Iterable[Change], plain: PlainScalar) -> str | None:
    """Why a page must not become `after`, as a sentence without a full stop; None where it may. Never raises.

    It may where: no problem is new; each value that no change names is the same, and each named one is as the
    change says; keys that were there are in the same order; comments are the same in the same order, but for
    those on the lines of what was removed; the body is the same but for `replace_source` in it. ruamel.yaml
    (YAML), tomlkit (TOML) and json (JSON) must agree on the values and the comments: they read both pages.
    """
    try:
        return _judge(before, after, tuple(changes), plain)
    except UnsureError as unsure:
        return str(unsure)
    except RecursionError:
        return "the value is nested too deep"


def judge_encoding(before: bytes, after: bytes, encoding: str) -> str | None:
    """Why a page in another encoding must not become `after`; None where it may. Never raises.

    It may where the bytes come back in the old encoding, and where all that was UTF-8 already is the same.
    """
    old, new = decode("", before), decode("", after)
    if as_utf8(before, encoding) != after or new.bad_bytes:
        return f"the page is not in {encoding}"
    if encoding.startswith("utf-16"):
        return None if before.endswith(new.text.encode(encoding)) else f"the page is not in {encoding}"
    bad = frozenset(old.bad_offsets)
    kept = len(old.text) == len(new.text) and all(
        one == other or at in bad for at, (one, other) in enumerate(zip(old.text, new.text, strict=True))
    )
    return None if kept else "a character would change that is UTF-8 already"


def _judge(before: bytes, after: bytes, changes: tuple[Change, ...], plain: PlainScalar) -> str | None:
    old, new = (read_document(decode("", data), plain) for data in (before, after))
    by_route = any(change.kind is not Kind.REPLACE_SOURCE for change in changes)
    plan = plan_of(old.data if by_route else {}, changes, old.format)
    return (
        _files(old, new)
        or _problems(old, new)
        or _body(old, new, plan)
        or (_data(old, new, plan) if by_route or is_known(old) else None)
        or (None if old.refused or old.format is Format.NONE else _seconds(old, new, plan))
    )


def _files(old: Document, new: Document) -> str | None:
    if old.source.bom != new.source.bom:
        return "the byte order mark would change"
    if old.source.bad_bytes or new.source.bad_bytes:
        return "the page is not in UTF-8"
    if new.format is not old.format and old.format is not Format.NONE:
        return "the page would not begin with front matter of that format"
    return None


def _problems(old: Document, new: Document) -> str | None:
    known = Counter(problem.kind for problem in old.problems)
    for problem in new.problems:
        known[problem.kind] -= 1
        if known[problem.kind] < 0:
            return f"the page would have a new problem: {problem.message}"
    if new.refused and len(new.problems) >= len(old.problems):
        return "Hugo could not read the page"
    return None


def _body(old: Document, new: Document, plan: Plan) -> str | None:
    if body_is_known(old, new) and body_after(old, plan) != new.body:
        return "the body would change"
    return None


def _data(old: Document, new: Document, plan: Plan) -> str | None:
    if same(expected(old.data, plan), new.data, old.format):
        return None
    return "a value would change that the fix does not name, or not as it says"


def _seconds(old: Document, new: Document, plan: Plan) -> str | None:
    """What the readers of others say."""
    parts = changed_part(old, new)
    first, second = _second(parts[0], old.format), _second(parts[1], old.format)
    if first is None or second is None:
        first, second = _second(_content(old), old.format), _second(_content(new), old.format)
    if first is None:
        return f"another reader of {old.format.value} does not understand the page"
    if second is None:
        return f"another reader of {old.format.value} would not understand the page"
    if not same(expected(first[0], plan, anything), second[0], old.format):
        return f"another reader of {old.format.value} sees a change that the fix does not name"
    return _comments(first[1], second[1], old, plan)


def _content(document: Document) -> str:
    start, end = document.fence.content
    text = document.source.text[start:end]
    first, feed, rest = text.partition("\n")
    return rest if feed and not first.strip() else text


def _second(text: str, format_: Format) -> Second | None:
    from frontlint.frontmatter import second_reader  # ruamel.yaml and tomlkit: only where something is fixed

    return second_reader.read(text, format_)


def _comments(before: Sequence[str], after: Sequence[str], old: Document, plan: Plan) -> str | None:
    at = 0
    lost: list[str] = []
    edited = _edited_comments(old, plan)
    for comment in (edited.get(comment, comment) for comment in before):
        if at < len(after) and after[at] == comment:
            at += 1
        else:
            lost.append(comment)
    if at < len(after):
        return f"the comment {shorten(after[at])} would be new or in another place"
    allowed = _removed_comments(old, plan) | _cut_comments(old, plan) if lost else frozenset[str]()
    missing = next((comment for comment in lost if comment not in allowed), None)
    return None if missing is None else f"the comment {shorten(missing)} would be lost"


def _removed_comments(old: Document, plan: Plan) -> frozenset[str]:
    """All that may be a comment on the lines of what is removed."""
    text, found = old.source.text, set[str]()
    for parent, members in plan.members.items():
        for step in members.removed:
            for start, end in _lines((*parent, step), old):
                stop = min(
                    (at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0), default=end
                )
                for line in text[start:stop].splitlines():
                    first, *others = line.split("#", _MARKS)[1:] or [""]
                    pieces = [first, *others]
                    found.update("#" + "#".join(pieces[at:]).rstrip() for at in range(len(pieces)))
    return frozenset(found)


def _edited_comments(old: Document, plan: Plan) -> dict[str, str]:
    """What comments are after edits of the source inside of them."""
    text, found = old.source.text, dict[str, str]()
    for (start, end), new in plan.source:
        first = text.rfind("\n", 0, start) + 1
        last = min((at for at in (text.find("\n", end), text.find("\r", end)) if at >= 0), default=len(text))
        piece = text.find("#", first, start)
        for _ in range(_MARKS):
            if piece >= 0:
                found[text[piece:last].rstrip()] = (text[piece:start] + new + text[end:last]).rstrip()
                piece = text.find("#", piece + 1, start)
    return found


def _cut_comments(old: Document, plan: Plan) -> frozenset[str]:
    """The comments that an edit of the source takes away as a whole."""
    text = old.source.text
    pieces = (text[start:end] for (start, end), new in plan.source if not new)
    return frozenset(piece.strip() for piece in pieces if piece.lstrip().startswith("#"))


def _lines(route: Route, old: Document) -> list[tuple[int, int]]:
    place: Place | None = old.places.root
    for step in route:
        place = place[4].get(step) if place is not None and place[4] is not None else None
    return [] if place is None else [(min(place[0], place[2]), place[3])]
