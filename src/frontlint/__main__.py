"""The way in: `frontlint` and `python -m frontlint`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line. `--version` is answered at once, before anything is imported for it."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from frontlint import __version__

        print(f"frontlint {__version__}")
        return
    import gc

    # A run makes objects, says what it found, and ends: what could be collected is not worth looking for.
    gc.disable()
    try:
        from frontlint.cli.app import run

        code = run()
    except KeyboardInterrupt:  # so early, or so late, that the command has no word in it
        from frontlint.cli.exit import Exit

        code = Exit.INTERRUPTED
    _leave(code)


def _leave(code: int) -> None:
    """Ends the process at once: taking all modules apart would cost as much as reading a thousand pages."""
    import os

    sys.stderr.flush()  # `run` has flushed the other
    os._exit(code)


if __name__ == "__main__":
    main()
