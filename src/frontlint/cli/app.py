"""Runs a command line: the one place where failures become exit codes."""

from __future__ import annotations

import errno
import os
import sys

from frontlint.base.errors import UsageError
from frontlint.cli.exit import Exit
from frontlint.cli.reading import read
from frontlint.cli.signals import of_signal
from frontlint.cli.standard import OutputLostError


def run(arguments: list[str] | None = None) -> int:
    """Runs a command and gives its exit code.

    Raises what a signal makes and nothing else. Where stdout is lost, it is not written to again.
    """
    try:
        code = _code(arguments)
        sys.stdout.flush()
    except UsageError as error:
        return refuse(str(error))
    except OutputLostError as error:
        return refuse(f"the output cannot be written: {error.strerror}")
    except OSError as error:
        if error.errno != errno.ENOSPC:
            return _bug()
        return refuse(f"the output cannot be written: {error.strerror}")
    except Exception as error:  # the last net: our bug, with a log to paste
        if of_signal(error):
            raise
        return _bug()
    return code


def _code(arguments: list[str] | None) -> int:
    asked = read(sys.argv[1:] if arguments is None else arguments, os.environ)
    if asked is not None:
        return int(asked.command.run(asked.values))
    from frontlint.cli.through_typer import run_typer  # Typer takes as long as checking a hundred pages

    return run_typer(arguments)


def refuse(sentence: str) -> int:
    """Says what the user has to put right; the exit code."""
    from frontlint.cli.streams import safe, say

    say(f"frontlint: {safe(sentence)}")
    return Exit.USAGE


def _bug() -> int:
    import traceback

    from frontlint.cli.streams import bug

    return bug([traceback.format_exc()])
