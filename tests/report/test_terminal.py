"""Streams: colours, widths, encodings, links, and the progress line."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from frontlint.report.output import output_to
from frontlint.report.progress import Bar, Line, bar_for, progress
from frontlint.report.style import COLORED, PLAIN
from frontlint.report.terminal import ColorChoice, columns_of, open_output, wants_color

XTERM = {"TERM": "xterm"}


class Terminal(io.StringIO):
    """A stream that a person looks at; it has no file descriptor to ask for a width."""

    def isatty(self) -> bool:
        return True


class Strict(io.StringIO):
    """What somebody may put in the place of stdout: it takes cp1252 and raises for the rest."""

    @property
    def encoding(self) -> str:  # type: ignore[override]
        return "cp1252"

    def write(self, text: str, /) -> int:
        text.encode("cp1252")
        return super().write(text)


@pytest.mark.parametrize(
    ("choice", "environ", "on_terminal", "in_pipe"),
    [
        (ColorChoice.AUTO, XTERM, True, False),
        (ColorChoice.AUTO, {}, True, False),
        (ColorChoice.AUTO, {"TERM": "dumb"}, False, False),
        (ColorChoice.AUTO, {**XTERM, "NO_COLOR": "1"}, False, False),
        (ColorChoice.AUTO, {**XTERM, "NO_COLOR": ""}, True, False),
        (ColorChoice.AUTO, {"FORCE_COLOR": "1", "TERM": "dumb"}, True, True),
        (ColorChoice.AUTO, {"FORCE_COLOR": "0"}, True, False),
        (ColorChoice.AUTO, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False, False),
        (ColorChoice.ALWAYS, {"NO_COLOR": "1", "TERM": "dumb"}, True, True),
        (ColorChoice.NEVER, {"FORCE_COLOR": "1"}, False, False),
    ],
)
def test_whether_to_colour(
    choice: ColorChoice, environ: dict[str, str], on_terminal: bool, in_pipe: bool
) -> None:
    assert wants_color(choice, Terminal(), environ) is on_terminal
    assert wants_color(choice, io.StringIO(), environ) is in_pipe


@pytest.mark.parametrize(
    ("columns", "width"), [("120", 120), ("3", 40), ("", 80), ("0", 80), ("wide", 80), ("²", 80)]
)
def test_the_width_of_a_terminal(columns: str, width: int) -> None:
    assert columns_of(Terminal(), {"COLUMNS": columns}) == width


def test_a_pipe_has_no_width() -> None:
    assert columns_of(io.StringIO(), {"COLUMNS": "120"}) is None


def test_a_pipe_of_windows_takes_every_text() -> None:
    pipe = io.BytesIO()
    stream = io.TextIOWrapper(pipe, encoding="cp1252", newline="")
    with pytest.raises(UnicodeEncodeError):
        stream.write("日")
    open_output(stream).write("é日\ud800\n")
    stream.flush()
    assert pipe.getvalue() == b"\xe9\\u65e5\\ud800\n"


def test_a_strict_stand_in_takes_every_text() -> None:
    strict = Strict()
    safe = open_output(strict)
    safe.write("é日\n")
    assert strict.getvalue() == "é\\u65e5\n"
    assert safe.encoding == "cp1252"
    assert not safe.isatty()


def test_a_plain_text_stream_is_left_alone() -> None:
    stream = io.StringIO()
    assert open_output(stream) is stream


def test_output_to_looks_at_the_stream() -> None:
    terminal = output_to(Terminal(), Path("/a"), environ={"COLUMNS": "90"}, cwd=Path("/a/b"), max_findings=3)
    assert terminal.palette is COLORED
    assert (terminal.width, terminal.columns, terminal.max_findings) == (90, 90, 3)
    assert terminal.display("b/c.md") == "c.md"
    pipe = output_to(Strict(), Path(), environ={})
    assert pipe.palette is PLAIN
    assert (pipe.width, pipe.columns) == (None, 100)
    assert pipe.display("c.md") == "c.md"
    assert pipe.clean("日") == "\\u65e5"


def test_one_folder_by_two_names_is_one_folder(tmp_path: Path) -> None:
    site, link = tmp_path / "site", tmp_path / "link"
    site.mkdir()
    try:
        link.symlink_to(site, target_is_directory=True)
    except OSError:
        pytest.skip("this system lets nobody make a link")
    assert output_to(io.StringIO(), link, environ={}, cwd=site).display("c.md") == "c.md"


@pytest.mark.parametrize(
    ("environ", "links"),
    [
        ({"TERM": "xterm-256color", "VTE_VERSION": "7200"}, True),
        ({"TERM": "xterm-256color", "VTE_VERSION": "4999"}, False),
        ({"TERM": "xterm-256color", "VTE_VERSION": "9" * 99}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "vscode"}, True),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-kitty", "CI": "true"}, False),
        ({"TERM": "dumb", "TERM_PROGRAM": "vscode"}, False),
        ({"TERM": "xterm-kitty", "TMUX": "/tmp/x"}, False),
        ({"TERM": "xterm-kitty", "NO_COLOR": "1"}, False),
        ({"WT_SESSION": "1"}, True),
        ({"TERM": "xterm"}, False),
    ],
)
def test_which_terminals_get_links(environ: dict[str, str], links: bool) -> None:
    assert output_to(Terminal(), Path(), environ=environ).links is links
    assert output_to(io.StringIO(), Path(), environ={**environ, "FORCE_COLOR": "1"}).links is False


def test_only_a_terminal_that_a_person_watches_gets_a_bar() -> None:
    assert bar_for(Terminal(), XTERM) is Bar.ALLOWED
    assert bar_for(io.StringIO(), XTERM) is Bar.FORBIDDEN
    for environ in ({"CI": "true"}, {"PRE_COMMIT": "1"}, {"TERM": "dumb"}):
        assert bar_for(Terminal(), environ) is Bar.FORBIDDEN


class Screen:
    """A line of a terminal, and a clock that stands where it is put."""

    def __init__(self, columns: int = 80) -> None:
        self.now = 100.0
        self.written: list[str] = []
        self.line = Line(self.written.append, columns, lambda: self.now)

    def at(self, seconds: float) -> str:
        """What stands on the line so long after the start."""
        self.now = 100.0 + seconds
        self.line.draw()
        return self.shown

    @property
    def shown(self) -> str:
        row = ""
        for text in self.written:
            for part in text.split("\r"):
                row = part + row[len(part) :]
        return row.rstrip()


def test_a_short_run_shows_no_line() -> None:
    screen = Screen()
    assert screen.at(0.4) == ""
    screen.line.erase()
    assert screen.written == []


def test_a_line_shows_from_the_first_half_second_while_the_site_is_read() -> None:
    screen = Screen()
    assert screen.at(0.6) == "reading the site (1 s)"
    with screen.line.pages(6000) as advance:
        advance(1500)
        assert screen.at(2) == "checking 1,500 of 6,000 pages [#####...............] (2 s)"
        advance(4500)
        assert screen.at(2.4) == "checking 6,000 of 6,000 pages [####################] (2 s)"
    assert screen.at(3) == "comparing all pages (3 s)"
    screen.line.erase()
    assert screen.shown == ""


def test_a_line_is_never_longer_than_the_terminal() -> None:
    screen = Screen(40)
    with screen.line.pages(6000):
        assert len(screen.at(2)) == 39


def test_what_else_is_written_stands_alone() -> None:
    screen = Screen()
    screen.at(1)
    with screen.line.held():
        assert screen.shown == ""
        assert screen.at(2) == ""
    assert screen.at(3) == "reading the site (3 s)"


def test_a_site_without_pages_divides_nothing() -> None:
    screen = Screen()
    with screen.line.pages(0):
        assert screen.at(1) == "checking (1 s)"


def test_a_stand_in_without_a_descriptor_gets_no_line() -> None:
    stream = Terminal()
    with progress(Bar.ALLOWED, stream, XTERM) as line:
        line.draw()
    assert stream.getvalue() == ""


def test_rich_is_loaded_for_tables_alone() -> None:
    """Rich takes longer to import than a small site to check."""
    script = (
        "import sys, frontlint.report.statistics, frontlint.report.progress\n"
        "from frontlint.report import formats\n"
        "for name in formats.names(): formats.load(name)\n"
        "print([name for name in sys.modules if name.startswith('rich')])\n"
    )
    source = Path(__file__).parents[2] / "src"
    done = subprocess.run(
        [sys.executable, "-c", script],
        env={**os.environ, "PYTHONPATH": str(source)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == "[]\n"
