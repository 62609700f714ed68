"""Lists and mappings in brackets, in all formats: members that commas part, on one line or on many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from frontlint.base.edit import Edit
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.edit.changes import UnsureError
from frontlint.frontmatter.edit.lines import check_inside

_GAP: Final = lazy_pattern(r"(?:[ \t\r\n]++|#[^\r\n]*+)*+")
_LINE_REST: Final = lazy_pattern(r"[ \t]*+,?+[ \t]*+(?:#[^\r\n]*+)?+(\r\n|\n)")
_NO_PLACE: Final = -1


class Member(NamedTuple):
    """Where a member begins and ends (with its key); `after` is where the gap before it begins."""

    after: int
    begin: int
    end: int
    comma: int


class Bracket:
    """One pair of brackets at `start` to `end` of the text, with its members.

    Raises UnsureError where anything else than commas, blanks and comments is between the members.
    """

    def __init__(self, text: str, start: int, end: int, members: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._start = start
        self._end = end
        self._members: list[Member] = []
        at = start + 1
        for number, (begin, stop) in enumerate(members):
            after = at
            if self._skip(at) != begin:
                raise UnsureError("frontlint cannot tell the items in these brackets apart")
            comma = self._skip(stop)
            if not text.startswith(",", comma):
                if number < len(members) - 1:
                    raise UnsureError("frontlint cannot tell the items in these brackets apart")
                comma = _NO_PLACE
            at = stop if comma == _NO_PLACE else comma + 1
            self._members.append(Member(after, begin, stop, comma))
        if self._skip(at) != end - 1:
            raise UnsureError("frontlint cannot tell the items in these brackets apart")

    def _skip(self, at: int) -> int:
        match = _GAP.match(self._text, at, self._end)
        return match.end() if match else at

    def change(self, removed: set[int], inserted: dict[int | None, list[str]]) -> list[Edit]:
        """The edits that take members away and put texts before a member (None: at the end)."""
        if not self._members:
            return self._fill([text for some in inserted.values() for text in some])
        last = next((at for at in range(len(self._members) - 1, -1, -1) if at not in removed), None)
        if last is None:
            if inserted:
                raise UnsureError("no member would stay")
            return self._fill([])
        behind = self._behind(removed, inserted) if inserted else {}
        out = self._removed(removed, last, at_end=last in behind)
        for anchor, texts in behind.items():
            out += self._put(anchor, texts, is_last=anchor == last)
        return out

    def _behind(self, removed: set[int], inserted: dict[int | None, list[str]]) -> dict[int, list[str]]:
        """The new texts by the member they come after, -1 for the front."""
        stay = [number for number in range(len(self._members)) if number not in removed]
        behind: dict[int, list[str]] = {}
        left = iter(stay)
        following = next(left, len(self._members))
        anchor = -1
        for before, texts in sorted(inserted.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)):
            while following < (len(self._members) if before is None else before):
                anchor, following = following, next(left, len(self._members))
            behind.setdefault(anchor, []).extend(texts)
        return behind

    def _fill(self, texts: list[str]) -> list[Edit]:
        inside = self._text[self._start + 1 : self._end - 1]
        if not self._members and inside.strip():
            raise UnsureError("a comment inside of the brackets would be lost")
        if self._members:
            check_inside(self._text, self._start, self._end)
            if "#" in self._gaps():
                raise UnsureError("a comment inside of the brackets would be lost")
        new = ", ".join(texts)
        if new and self._text[self._start] == "{" and "=" in new and '":' not in new:
            new = f" {new} "
        return [Edit(Span(self._start + 1, self._end - 1), new)]

    def _gaps(self) -> str:
        ends = [self._start + 1, *(one.end for one in self._members)]
        begins = [*(one.begin for one in self._members), self._end - 1]
        return "".join(self._text[end:begin] for end, begin in zip(ends, begins, strict=True))

    def _line(self, number: int) -> Span | None:
        """The lines that a member has for itself, None where it shares one."""
        one = self._members[number]
        feed = self._text.rfind("\n", one.after, one.begin)
        rest = _LINE_REST.match(self._text, one.end, self._end)
        if feed < 0 or rest is None or self._text[feed + 1 : one.begin].strip(" \t"):
            return None
        if one.comma != _NO_PLACE and one.comma >= rest.end():
            return None  # the comma is on a later line
        return Span(feed + 1, rest.end())

    def _removed(self, removed: set[int], stays: int, *, at_end: bool) -> list[Edit]:
        for number in removed:
            check_inside(self._text, self._members[number].begin, self._members[number].end)
        lines = [self._line(number) for number in sorted(removed)]
        if all(line is not None for line in lines):
            out = [Edit(line, "") for line in lines if line is not None]
            last = self._members[stays]
            if self._members[-1].comma == _NO_PLACE and last is not self._members[-1] and not at_end:
                out.append(Edit(Span(last.comma, last.comma + 1), ""))
            return out
        return [self._run(first, last) for first, last in _runs(sorted(removed))]

    def _run(self, first: int, last: int) -> Edit:
        """Takes members away that are side by side."""
        members = self._members
        for number in range(first, last + 1):
            one = members[number]
            after = members[number + 1].begin if number + 1 < len(members) else one.end
            before = one.begin if number == 0 or last < len(members) - 1 else members[number - 1].end
            if "#" in self._text[before : one.begin] or "#" in self._text[one.end : after]:
                raise UnsureError("a comment between the items would be lost")
        if last + 1 < len(members):
            return Edit(Span(members[first].begin, members[last + 1].begin), "")
        return Edit(Span(members[first - 1].end, members[last].end), "")

    def _put(self, anchor: int, texts: list[str], *, is_last: bool) -> list[Edit]:
        members, text = self._members, self._text
        one = members[max(anchor, 0)]
        line = self._line(max(anchor, 0))
        if line is None:
            apart = self._apart()
            if anchor < 0:
                return [Edit(Span(one.begin, one.begin), "".join(new + apart for new in texts))]
            return [Edit(Span(one.end, one.end), "".join(apart + new for new in texts))]
        newline = "\r\n" if text.startswith("\r\n", line.end - 2) else "\n"
        indent = text[line.start : one.begin]
        if anchor < 0:
            new = "".join(f"{indent}{new},{newline}" for new in texts)
            return [Edit(Span(line.start, line.start), new)]
        new = "".join(f"{newline}{indent}{new}," for new in texts)
        if is_last and members[-1].comma == _NO_PLACE:
            new = new[:-1]
        at = line.end - len(newline)
        if one.comma != _NO_PLACE:
            return [Edit(Span(at, at), new)]
        if at == one.end:
            return [Edit(Span(at, at), "," + new)]
        return [Edit(Span(one.end, one.end), ","), Edit(Span(at, at), new)]

    def _apart(self) -> str:
        """What parts two members here."""
        if len(self._members) < 2:
            return ", "
        before, after = self._members[-2:]
        between = self._text[before.end : after.begin]
        return between if not between.replace(",", "", 1).strip() else ", "


def _runs(numbers: list[int]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for number in numbers:
        if out and out[-1][1] == number - 1:
            out[-1] = out[-1][0], number
        else:
            out.append((number, number))
    return out
