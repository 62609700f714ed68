"""The way in: `frontlint` and `python -m frontlint`."""

from __future__ import annotations

import sys


def main() -> None:
    """Runs the command line. `--version` is answered at once, before anything is imported for it."""
    if sys.argv[1:] in (["--version"], ["-V"]):
        from frontlint import __version__

        print(f"frontlint {__version__}")
        return
    from frontlint.cli.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
