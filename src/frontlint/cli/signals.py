"""Signals that end a run: it ends as by Ctrl-C, with nothing half written and no worker left."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import signal
    from types import FrameType
else:  # `signal` is this with enumerations, which take as long to make as ten modules to import
    import _signal as signal

_ENDING = ("SIGTERM", "SIGHUP")


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
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    for name in _ENDING:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _stop)


def _stop(number: int, _frame: FrameType | None) -> None:
    raise StopSignal(number)
