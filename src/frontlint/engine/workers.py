"""Worker processes: started without the checkout in their path, and gone when their parent is.

The parent works, too: what it does itself need not be sent, and a processor that only waits is none.

A worker has no terminal and no pipe of ours: it answers through a connection, and its standard streams lead
nowhere. Signals are for the parent, which ends its workers; one that died by force cannot, so each worker
also watches it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar, cast

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

Setting = TypeVar("Setting")
Batch = TypeVar("Batch")
Answer = TypeVar("Answer")
Own = TypeVar("Own")

_AHEAD = 2
"""Batches that a worker has at a time: the next one is there when it has answered."""
_STEPS = 32
"""Steps of a batch here after which the parent looks whether a worker has answered."""
_OURS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection


class WorkerError(Exception):
    """A worker failed, or is gone; the text is its log."""


def can_spawn() -> bool:
    """Whether new processes can be kept from importing what the current folder holds.

    Python looks for modules there first, unless a variable says otherwise; `python -E` reads none.
    """
    return not sys.flags.ignore_environment or sys.flags.safe_path


def in_workers(
    make: Callable[[Setting], Callable[[Batch], Answer]],
    setting: Setting,
    batches: Sequence[Batch],
    processes: int,
    here: Callable[[Batch], Iterable[Own]],
    *,
    fork: bool,
) -> Iterator[Answer | list[Own]]:
    """What becomes of each batch, in their order: what a worker answers, or the steps that were done here.

    A worker answers with the function that `make` gives for the setting. `here` does a batch step by step in
    this process, which counts to the `processes`. Workers that are not forked are new processes: functions
    must be those of a module then, and data such that it can be sent. They end with this generator: close it.
    Raises WorkerError where one fails, UsageError where none starts or one meets a mistake of the user's.
    """
    crew: list[_Worker] = []
    try:
        with _safe_path(), _held_signals(fork):
            for _ in range(processes - 1):
                _hire(crew, fork, make, setting, batches)
        yield from _answers(crew, batches, here)
    finally:
        for worker in crew:
            worker.process.kill()
        for worker in crew:
            worker.process.join()
            worker.connection.close()


def _hire(
    crew: list[_Worker],
    fork: bool,
    make: Callable[[Setting], Callable[[Batch], Answer]],
    setting: Setting,
    batches: Sequence[Batch],
) -> None:
    """One more worker, if the system has room for one."""
    import multiprocessing

    context = multiprocessing.get_context("fork" if fork else "spawn")
    ours, theirs = context.Pipe()
    # A fork has all that is open here, and would keep the other end of its line open.
    inherited = [ours, *(worker.connection for worker in crew)] if fork else []
    work = theirs, inherited, make, setting, batches
    process: BaseProcess = context.Process(target=_work, args=work, daemon=True)  # type: ignore[attr-defined]
    try:
        process.start()
    except OSError as error:
        ours.close()
        if not crew:
            raise UsageError(f"no process can be started: {error.strerror}; try `--jobs 1`") from None
    else:
        crew.append(_Worker(process, ours))
    finally:
        theirs.close()


def _answers(
    crew: Sequence[_Worker], batches: Sequence[Batch], here: Callable[[Batch], Iterable[Own]]
) -> Iterator[Answer | list[Own]]:
    from multiprocessing.connection import wait

    numbers = iter(range(len(batches)))
    lines = [worker.connection for worker in crew]
    for line in lines * _AHEAD:
        _send_next(line, numbers)
    early: dict[int, Answer | list[Own]] = {}

    def receive(seconds: float | None) -> None:
        for line in cast("list[Connection]", wait(lines, seconds)):
            answer: tuple[int, Answer] = _received(line)
            early[answer[0]] = answer[1]
            _send_next(line, numbers)

    for wanted in range(len(batches)):
        while wanted not in early:
            receive(0)
            if wanted in early:
                break
            number = next(numbers, None)
            if number is None:
                receive(None)
                continue
            done: list[Own] = []
            for step in here(batches[number]):
                done.append(step)
                if len(done) % _STEPS == 0:
                    receive(0)
            early[number] = done
        yield early.pop(wanted)


def _send_next(line: Connection, numbers: Iterator[int]) -> None:
    """The number of the next batch: so short that sending never waits for a worker that is sending itself."""
    for number in numbers:
        try:
            line.send(number)
        except OSError:
            raise WorkerError("a worker process has ended before its work was done") from None
        return


def _received(line: Connection) -> tuple[int, Answer]:
    try:
        number, answer, log, mistake = line.recv()
    except (EOFError, OSError):
        raise WorkerError("a worker process has ended before its work was done") from None
    if mistake is not None:
        raise UsageError(*mistake)
    if log is not None:
        raise WorkerError(log)
    return number, answer


@contextmanager
def _held_signals(fork: bool) -> Iterator[None]:
    """Signals wait until the workers are there: one between fork and first line would be a log on stderr."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    if not fork:  # starts a helper of Python's, which would let the signals go
        from multiprocessing.resource_tracker import ensure_running

        ensure_running()
    old = signal.pthread_sigmask(signal.SIG_BLOCK, _our_signals())
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, old)


def _our_signals() -> list[signal.Signals]:
    return [getattr(signal, name) for name in _OURS if hasattr(signal, name)]


@contextmanager
def _safe_path() -> Iterator[None]:
    """What is started inside imports nothing from the current folder, which may hold any `pickle.py`."""
    name = "PYTHONSAFEPATH"
    old = os.environ.get(name)
    os.environ[name] = "1"
    try:
        yield
    finally:
        if old is None:
            del os.environ[name]
        else:
            os.environ[name] = old


def _work(
    line: Connection,
    inherited: Sequence[Connection],
    make: Callable[[Setting], Callable[[Batch], Answer]],
    setting: Setting,
    batches: Sequence[Batch],
) -> None:
    """The life of a worker: it answers numbers of batches, until there are no more."""
    import pickle  # multiprocessing has it loaded

    _settle(inherited)
    answer: Callable[[Batch], Answer] | None = None
    while True:
        try:
            number = line.recv()
        except (EOFError, OSError):
            return
        reply: tuple[int, Answer | None, str | None, tuple[str, str | None, int | None] | None]
        try:
            answer = answer or make(setting)
            reply = number, answer(batches[number]), None, None
        except UsageError as error:
            reply = number, None, None, (error.message, error.path, error.line)
        except Exception:  # noqa: BLE001 - it goes to the parent, which fails with it
            import traceback

            reply = number, None, traceback.format_exc(), None
        try:
            line.send_bytes(
                pickle.dumps(reply, pickle.HIGHEST_PROTOCOL)
            )  # `send` looks each class up in Python
        except OSError:
            return


def _settle(inherited: Sequence[Connection]) -> None:
    """Cuts what ties a new process to others but its own line."""
    import threading

    for other in inherited:
        other.close()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    for number in _our_signals():
        signal.signal(number, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _our_signals())
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    """Waits for the end of the parent, in the middle of a batch too: nobody reads the answer then."""
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
