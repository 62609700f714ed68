"""A page's front matter, read: data, places and problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from frontlint.base.choice import StrEnum
from frontlint.base.edit import Edit
from frontlint.base.record import NamedTuple
from frontlint.base.source import SourceFile
from frontlint.base.span import Span
from frontlint.frontmatter.places import Places
from frontlint.frontmatter.route import Route

Scalar: TypeAlias = str | int | float | bool | None
Value: TypeAlias = "Scalar | list[Value] | dict[str, Value]"
Data: TypeAlias = dict[str, Value]
PlainScalar: TypeAlias = Callable[[str], Scalar]


class Moment(str):
    """A date or a time of TOML, as text; Hugo takes none where it wants a text, a number or a list."""

    __slots__ = ()


class Format(StrEnum):
    """How the front matter is written; `NONE` is a page without any."""

    YAML = "yaml"
    TOML = "toml"
    JSON = "json"
    ORG = "org"
    NONE = "none"


class Fence(NamedTuple):
    """Where the front matter is, in code points: `opening` and `closing` are the delimiters.

    `content` is the text between them, `body` where the page's content begins. A page without front
    matter has empty spans at its start. `closing` is empty where the format has none or it is missing.
    """

    format: Format
    opening: Span
    content: Span
    closing: Span
    body: int


class ProblemKind(StrEnum):
    """What went wrong while reading; the values are the names of the rules that report them.

    `OVERWRITTEN`, which duplicate-key reports, is a key that is twice in JSON, where the last one counts.
    `JOINED` are lines that Hugo takes for a part of the empty list item above them, `DROPPED` those below a
    line that ends the YAML.
    """

    SYNTAX = "syntax"
    CONFLICT = "merge-conflict"
    DUPLICATE_KEY = "duplicate-key"
    KEY_CASE_CLASH = "key-case-clash"
    OVERWRITTEN = "overwritten-key"
    JOINED = "item-joins-above"
    DROPPED = "second-front-matter"
    TOO_LONG = "page-too-long"


BUILT = frozenset(
    {ProblemKind.KEY_CASE_CLASH, ProblemKind.OVERWRITTEN, ProblemKind.JOINED, ProblemKind.DROPPED}
)
"""The kinds of problems with which Hugo builds."""
_NOT_REFUSED = BUILT | {ProblemKind.TOO_LONG}
_UNREAD = frozenset({ProblemKind.SYNTAX, ProblemKind.CONFLICT, ProblemKind.TOO_LONG})


_DELETE = ("delete this comma", "delete the spaces in this line", "delete `,`", "delete `;`")
_ONE_ANSWER = ("write ", "use single quotes: ", *_DELETE)
_TWO_ANSWERS = ("write `null` or", 'write `""` for an empty')
_ANCHORS = ('"*', "'*")


class Problem(NamedTuple):
    """Something the reader met: `span` is where, `first` the earlier place that it clashes with.

    `repair` are the changes that `help` proposes, as far as a reader can make them to read on.
    """

    kind: ProblemKind
    span: Span
    message: str
    help: str = ""
    first: Span | None = None
    repair: tuple[Edit, ...] = ()

    @property
    def guesses(self) -> bool:
        """Whether the repair is right only if the author meant that: the value may be another one."""
        return self.help.startswith("if ")

    @property
    def has_one_answer(self) -> bool:
        """Whether `help` says one thing to write or to delete, which `repair` does.

        Other repairs only let a reader go on: those that take something away, or that put a value in quotes
        which may be that of an anchor.
        """
        if not self.help.startswith(_ONE_ANSWER) or self.help.startswith(_TWO_ANSWERS):
            return False
        texts = [edit.text for edit in self.repair]
        return not any(text.startswith(_ANCHORS) for text in texts) and (
            all(texts) or self.help.startswith(_DELETE)
        )


class Document(NamedTuple):
    """Data and places, not a tree of nodes.

    `data` is plain and typed as Hugo types it, with the keys as written. It is empty when Hugo cannot
    read the page (then `refused` is true); after a duplicate key, which Hugo refuses too, it holds the
    first of each, so that the rest of the page is still checked. `repaired` tells that a page which Hugo
    cannot read was read with the repairs of its problems (see `repaired.py`): then it has data, too, and
    `guessed` tells that a key or a value may be missing from it.
    """

    source: SourceFile
    format: Format
    fence: Fence
    data: Data
    places: Places
    problems: tuple[Problem, ...] = ()
    repaired: bool = False
    guessed: bool = False

    @property
    def by_lines(self) -> bool:
        """Whether it is YAML of which each line says by itself what it means (see `yaml/values.py`)."""
        return self.places.complete

    @property
    def refused(self) -> bool:
        """Hugo stops its build at this front matter."""
        return bool(self.problems) and any(p.kind not in _NOT_REFUSED for p in self.problems)

    @property
    def unread(self) -> bool:
        """Nothing is known of this page's front matter."""
        return bool(self.problems) and not self.repaired and any(p.kind in _UNREAD for p in self.problems)

    @property
    def too_long(self) -> bool:
        """The front matter is longer than it may be, and was not read."""
        return bool(self.problems) and self.problems[0].kind is ProblemKind.TOO_LONG

    @property
    def body(self) -> str:
        """The page's content, as written."""
        return self.source.text[self.fence.body :]


def value_at(data: Value, route: Route) -> Value:
    """The value at a route of plain data, None where there is none."""
    for step in route:
        if isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        elif isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        else:
            return None
    return data


def texts_below(value: Value, route: Route = ()) -> Iterator[tuple[Route, str]]:
    """The texts among values, each with its route, in the order in which they were written."""
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from texts_below(item, (*route, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts_below(item, (*route, key))
