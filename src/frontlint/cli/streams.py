"""Where the commands write: findings to stdout, everything else to stderr, files as a whole or not at all."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from frontlint import __version__
from frontlint.base.errors import UsageError
from frontlint.cli.exit import Exit
from frontlint.report.glyphs import Glyphs
from frontlint.report.output import Output, output_to
from frontlint.report.progress import aside
from frontlint.report.terminal import ColorChoice, columns_of, open_output
from frontlint.report.workflow import inert, without_commands

_LATER = "  "
"""What a line begins with that continues the one above."""


def stdout(project: Path, color: ColorChoice, max_findings: int | None = None) -> Output:
    """The output that findings go to."""
    return output_to(sys.stdout, project, color=color, max_findings=max_findings)


@contextmanager
def printed(
    project: Path, color: ColorChoice = ColorChoice.NEVER, max_findings: int | None = None
) -> Iterator[Output]:
    """The same for text that people read and that quotes pages or settings: it gives GitHub's runner no
    command. Documents for programs are not written here."""
    with without_commands(stdout(project, color, max_findings)) as to:
        yield to


def say(text: str, *, as_it_is: bool = False) -> None:
    """Lines on stderr, which GitHub's runner reads, too; after all that stdout has, as it was written before.

    On a terminal they are wrapped at spaces, unless they are to be taken `as_it_is`.
    """
    with suppress(OSError, ValueError):  # a lost stdout is the end of the run, and said there
        sys.stdout.flush()
    stream = open_output(sys.stderr)
    width = None if as_it_is else columns_of(stream, os.environ)
    with aside():
        stream.write(inert(_fitted(text.rstrip("\n"), width), os.environ) + "\n")
        stream.flush()


def safe(text: str) -> str:
    """A text with names of files in it, which are somebody else's, safe to write on stderr."""
    return Glyphs(open_output(sys.stderr).encoding).clean(text)


def _fitted(text: str, width: int | None) -> str:
    """The text with lines that fit into so many columns; None for any."""
    if width is None or all(len(line) <= width for line in text.split("\n")):
        return text
    from frontlint.report.prose import wrapped  # most lines fit

    return "\n".join(
        part for line in text.split("\n") for part in (wrapped(line, width, _LATER) if line else [""])
    )


def bug(logs: Sequence[str]) -> Exit:
    """Our own failure: what was found is printed, the logs are there to paste."""
    say(f"\nfrontlint {__version__} failed; please report this log:")
    for log in logs:
        say(log, as_it_is=True)
    return Exit.BUG


def stdin() -> bytes:
    """All of stdin. Raises UsageError where there is none."""
    if sys.stdin is None:
        raise UsageError("stdin is closed, but the page comes from there")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise UsageError(f"the page on stdin cannot be read: {error.strerror}") from None


def write_file(path: Path, project: Path, write: Callable[[Output], object]) -> None:
    """A report into a file, which is never left half written. Raises UsageError where it cannot be.

    A link in the checkout that leads out of it is refused, though the user typed it: others made it.
    """
    from frontlint.base.atomic import named_file  # most runs write no file

    try:
        with named_file(path, project) as stream:
            write(output_to(stream, project, color=ColorChoice.NEVER))
    except BrokenPipeError:
        pass  # it was a pipe, and its reader went away; what was found stays
    except OSError as error:
        raise UsageError(f"the report cannot be written: {error.strerror}", str(path)) from None
