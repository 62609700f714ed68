"""Signals that end a run: it ends as by Ctrl-C, with nothing half written and no worker left."""

from __future__ import annotations

import _thread
import sys
import time

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


class Signals:
    """Takes the first signal that is to end the run, and sees to it that it does.

    Python can lose what a signal's handler raises: it drops it where it compiles a module and in what it
    calls when an object goes, and makes a RuntimeError of it in `__set_name__`. One signal in two hundred
    comes there. So it comes again until the run ends. While what it raised is on its way, others are nothing
    new, and cleaning up is not disturbed.
    """

    def __init__(self) -> None:
        self.number: int | None = None
        """The signal that came first."""
        self._over = False
        self._main = _thread.get_ident()

    def listen(self) -> None:
        """Takes SIGTERM and SIGHUP as StopSignal, and SIGINT as KeyboardInterrupt.

        A script starts what runs in its background with SIGINT ignored; who sends it to us means it. `nohup`
        has SIGHUP ignored on purpose, and it stays so.
        """
        sys.unraisablehook = _unraisable
        signal.signal(signal.SIGINT, self._take)
        for name in _ENDING:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, self._take)

    def over(self) -> int | None:
        """The run has ended: no signal comes any more. The number of the one that ended it, if one did."""
        self._over = True
        return self.number

    def _take(self, number: int, _frame: FrameType | None) -> None:
        if self._over or of_signal(sys.exc_info()[1]):
            return
        if self.number is None:
            self.number = number
            _thread.start_new_thread(self._remind, (number,))
        if self.number == signal.SIGINT:
            raise KeyboardInterrupt
        raise StopSignal(self.number)

    def _remind(self, number: int) -> None:
        """Lets the signal come again, in the main thread, which it wakes."""
        while not self._over:
            time.sleep(_SOON)
            if hasattr(signal, "pthread_kill"):
                signal.pthread_kill(self._main, number)
            else:
                _thread.interrupt_main(number)  # type: ignore[arg-type]  # any number will do


def of_signal(error: BaseException | None) -> bool:
    """Whether an exception is that of a signal, or came up while one was dealt with."""
    while error is not None:
        if isinstance(error, StopSignal | KeyboardInterrupt):
            return True
        error = error.__context__
    return False


def _unraisable(lost: sys.UnraisableHookArgs) -> None:
    """Says what Python drops, but for a signal: that one comes again."""
    if not of_signal(lost.exc_value):
        sys.__unraisablehook__(lost)
