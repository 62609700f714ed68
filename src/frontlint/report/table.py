"""Tables for people: the one door to Rich, which is imported when a table is made and not before."""

from __future__ import annotations

from collections.abc import Sequence
from io import StringIO

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.report.output import Output
from frontlint.report.style import PLAIN

_UNBOUNDED = 10_000


class Align(StrEnum):
    """How a column is aligned: words to the left, numbers to the right."""

    LEFT = "left"
    RIGHT = "right"


class Column(NamedTuple):
    """A column; only one that `folds` may be broken into several lines."""

    title: str
    align: Align = Align.RIGHT
    folds: bool = False


def table(columns: Sequence[Column], rows: Sequence[Sequence[str]], to: Output) -> str:
    """The table as text, drawn in ASCII so that a pipe of any encoding takes it.

    In a pipe, no cell is folded: a row is a line that `grep` finds whole.
    """
    from rich.box import ASCII2
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(box=ASCII2, show_edge=False, pad_edge=False, header_style="bold")
    for column in columns:
        drawn.add_column(
            Text(column.title),
            justify="right" if column.align is Align.RIGHT else "left",
            no_wrap=not column.folds,
            overflow="fold",
        )
    for row in rows:
        drawn.add_row(*(Text(to.clean(cell)) for cell in row))
    page = StringIO()
    Console(
        file=page,
        width=(to.width if any(column.folds for column in columns) else None) or _UNBOUNDED,
        color_system=None if to.palette is PLAIN else "standard",
        no_color=to.palette is PLAIN,
        force_terminal=to.palette is not PLAIN,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    ).print(drawn)
    return "".join(line.rstrip() + "\n" for line in page.getvalue().splitlines())
