"""The way in: `frontlint` and `python -m frontlint`."""

# Only modules that Python has loaded before, until the current folder is out of the path.
import os
import sys


def _trusted(entries: list[str]) -> list[str]:
    """The places that modules are looked for, without the current folder: it may hold any `typing.py`.

    Python puts it in front for `-m`, as an empty part of PYTHONPATH does. A current folder that comes after
    the standard library is an installed one.
    """
    try:
        here = os.getcwd()  # noqa: PTH109 - pathlib is not loaded yet
    except OSError:  # it is gone
        here = ""
    library = os.path.dirname(os.__file__)  # noqa: PTH120
    end = entries.index(library) if library in entries else 1
    return [entry for entry in entries[:end] if entry not in ("", ".", here)] + entries[end:]


sys.path[:] = _trusted(sys.path)


def main() -> None:
    """Runs the command line. `--version` is answered at once, before anything is imported for it."""
    try:
        code = _run()
    except KeyboardInterrupt:  # so early, or so late, that the command has no word in it
        from frontlint.cli.exit import Exit

        code = Exit.INTERRUPTED
    if code is not None:
        _leave(code)


def _run() -> int | None:
    """The exit code of the command; None for a version that is printed: nothing is loaded then."""
    from frontlint.cli.standard import OutputLostError, secure

    there = secure()
    if there and sys.argv[1:] in (["--version"], ["-V"]):
        from frontlint import __version__

        try:
            print(f"frontlint {__version__}", flush=True)
        except OutputLostError:
            from frontlint.cli.exit import Exit

            return Exit.USAGE
        return None
    from frontlint.cli.signals import Signals

    signals = Signals()
    signals.listen()
    try:
        code = _command(there)
        number = signals.over()
    except BaseException:
        number = signals.over()
        if number is None:
            raise
    if number is None:
        return code
    from frontlint.cli.exit import exit_of_signal

    return exit_of_signal(number)


def _command(there: bool) -> int:
    import gc

    # A run makes objects, says what it found, and ends: what could be collected is not worth looking for.
    gc.disable()
    from frontlint.cli.own_modules import find_quickly

    find_quickly()
    from frontlint.cli.app import refuse, run

    return run() if there else refuse("stdout is closed, and what is found could not be written")


def _leave(code: int) -> None:
    """Ends the process at once: taking all modules apart would cost as much as reading a thousand pages."""
    os._exit(code)  # all that was to be written is: what is left over is half of an interrupted line


if __name__ == "__main__":
    main()
