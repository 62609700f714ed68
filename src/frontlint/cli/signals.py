"""Signals that end a run: it ends as by Ctrl-C, with nothing half written and no worker left."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType
else:  # `signal` is this with enumerations, which take as long to make as ten modules to import
    import _signal as signal

_ENDING = ("SIGTERM", "SIGHUP")
_SOON = 0.02
"""Seconds after which a signal that was lost comes again: by then Python is out of what lost it."""


class StopSignal(BaseException):
    """The signal of this number ended the run."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(number)


def listen() -> None:
    """Takes SIGTERM and SIGHUP as Stopped, and SIGINT as KeyboardInterrupt.

    A script starts what runs in its background with SIGINT ignored; who sends it to us means it. `nohup` has
    SIGHUP ignored on purpose, and it stays so.
    """
    sys.unraisablehook = _again
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise StopSignal(number)


def _again(lost: sys.UnraisableHookArgs) -> None:
    """Lets a signal come again that came where Python drops what is raised, and goes on.

    That is in what it calls when an object goes, as after each import.
    """
    error = lost.exc_value
    if not isinstance(error, StopSignal | KeyboardInterrupt) or not hasattr(signal, "setitimer"):
        sys.__unraisablehook__(lost)
        return

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise error

    signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, _SOON)
