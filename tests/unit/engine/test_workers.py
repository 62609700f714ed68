"""Work that is shared with other processes: all of it is done, in order, and mistakes are passed on."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial

import pytest

from frontlint.base.errors import UsageError
from frontlint.engine.page_phase import can_fork
from frontlint.engine.workers import WorkerError, in_workers

Batch = Sequence[int]
Done = tuple[str, int, int]
"""Where a number was worked on, by which process, and the number."""


def squares(setting: int) -> Callable[[Batch], tuple[Done, ...]]:
    def work(batch: Batch) -> tuple[Done, ...]:
        time.sleep(0.005)
        return tuple(("worker", os.getpid(), number * setting) for number in batch)

    return work


def here(setting: int, batch: Batch) -> Iterator[Done]:
    for number in batch:
        time.sleep(0.001)
        yield "here", os.getpid(), number * setting


def mistaken(setting: int) -> Callable[[Batch], tuple[Done, ...]]:
    def work(batch: Batch) -> tuple[Done, ...]:
        raise UsageError("write it otherwise", "frontlint.toml", 3)

    return work


def broken(setting: int) -> Callable[[Batch], tuple[Done, ...]]:
    def work(batch: Batch) -> tuple[Done, ...]:
        raise ZeroDivisionError

    return work


def slow(batch: Batch) -> Iterator[Done]:
    """So slow that a worker has answered before this process has done all."""
    time.sleep(0.2)
    yield from here(1, batch)


BATCHES = [tuple(range(at, at + 5)) for at in range(0, 200, 5)]


@pytest.mark.parametrize("processes", [2, 4])
def test_this_process_works_too_and_the_order_is_that_of_the_batches(processes: int) -> None:
    answers = in_workers(squares, 3, BATCHES, processes, partial(here, 3), fork=can_fork())
    done = [one for answer in answers for one in answer]
    assert [number for _, _, number in done] == [3 * number for number in range(200)]
    assert {pid for place, pid, _ in done if place == "here"} == {os.getpid()}
    assert os.getpid() not in {pid for place, pid, _ in done if place == "worker"}
    assert {place for place, _, _ in done} == {"here", "worker"}


def test_one_batch_for_many_processes() -> None:
    answers = in_workers(squares, 1, [(1, 2)], 3, partial(here, 1), fork=can_fork())
    assert [number for answer in answers for _, _, number in answer] == [1, 2]


def test_a_mistake_of_the_user_is_said_as_in_one_process() -> None:
    with pytest.raises(UsageError) as said:
        list(in_workers(mistaken, 1, BATCHES, 2, slow, fork=can_fork()))
    assert (said.value.message, said.value.path, said.value.line) == (
        "write it otherwise",
        "frontlint.toml",
        3,
    )


def test_a_worker_that_fails_is_told_with_its_log() -> None:
    with pytest.raises(WorkerError, match="ZeroDivisionError"):
        list(in_workers(broken, 1, BATCHES, 2, slow, fork=can_fork()))
