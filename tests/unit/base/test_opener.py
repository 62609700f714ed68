"""Files are opened in one way: regular ones, up to a size, through no link, and without waiting."""

from __future__ import annotations

import errno
import os
import pickle
import socket
from contextlib import suppress
from pathlib import Path
from threading import Thread

import pytest

from frontlint.base.links import LinkError
from frontlint.base.opener import (
    MIB,
    PAGE_LIMIT,
    NotAFileError,
    TooLargeError,
    ask_ahead,
    at_hand,
    read_bytes,
    read_checkout,
    read_through,
    read_typed,
)
from links import links, pipes

tells = pytest.mark.skipif(not hasattr(os, "RWF_NOWAIT"), reason="Linux alone tells what is in memory")
READERS = [read_bytes, read_through, read_checkout, read_typed]


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 200_000])
@pytest.mark.parametrize("read", READERS)
def test_all_bytes_are_read(size: int, tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    data = bytes(number % 251 for number in range(size))
    (tmp_path / "a").write_bytes(data)
    assert read(tmp_path / "a") == data


@pytest.mark.parametrize("size", [9, 65_537, 200_000])
def test_a_file_has_a_limit(size: int, tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * size)
    assert len(read_bytes(tmp_path / "a", size)) == size
    with pytest.raises(TooLargeError) as caught:
        read_bytes(tmp_path / "a", size - 1)
    assert caught.value.limit == size - 1
    assert pickle.loads(pickle.dumps(caught.value)).limit == size - 1, "workers send it"


def test_the_limit_of_a_page_holds_without_reading_it(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(PAGE_LIMIT + 1)
    with pytest.raises(TooLargeError, match="it is larger than 32 MiB"):
        read_bytes(tmp_path / "a")
    assert str(TooLargeError(1500)).endswith("it is larger than 1,500 bytes")


@pytest.mark.skipif(not Path("/proc/self/maps").exists(), reason="files that have no size")
def test_a_file_that_does_not_tell_its_size() -> None:
    assert Path("/proc/self/maps").stat().st_size == 0
    assert len(read_bytes("/proc/self/maps")) > 100
    with pytest.raises(TooLargeError):
        read_bytes("/proc/self/maps", 100)


@pytest.mark.parametrize("read", READERS)
def test_a_file_that_is_not_there_and_a_folder(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(FileNotFoundError):
        read(tmp_path / "a")
    with pytest.raises((IsADirectoryError, PermissionError)):
        read(tmp_path)


@links
def test_a_page_is_not_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("a")
    (tmp_path / "link").symlink_to("a")
    with pytest.raises(LinkError, match="Hugo does not follow"):
        read_bytes(tmp_path / "link")
    with pytest.raises(LinkError):
        ask_ahead(str(tmp_path / "link"))
    assert read_through(tmp_path / "link") == read_checkout(tmp_path / "link") == b"a"


@pipes
@pytest.mark.parametrize("read", READERS)
def test_a_pipe_of_a_checkout_is_not_waited_for(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / ".git").mkdir()
    os.mkfifo(tmp_path / "a")
    with pytest.raises(NotAFileError):
        read(tmp_path / "a")


@tells
@pytest.mark.parametrize("code", [errno.EAGAIN, errno.EOPNOTSUPP, errno.EINVAL])
def test_what_is_on_a_cold_disk_or_cannot_be_told_is_not_at_hand(
    code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits(*_: object) -> int:
        raise OSError(code, "")

    (tmp_path / "a").write_text("")
    monkeypatch.setattr(os, "preadv", lambda *_: 0)
    assert at_hand(str(tmp_path / "a"))
    with pytest.raises(FileNotFoundError):
        at_hand(str(tmp_path / "none"))
    monkeypatch.setattr(os, "preadv", waits)
    assert not at_hand(str(tmp_path / "a"))


@links
@tells
def test_a_link_is_never_at_hand(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("a")
    with pytest.raises(LinkError):
        at_hand(str(tmp_path / "link"))


@pipes
def test_a_pipe_is_not_asked_ahead(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    with pytest.raises(OSError):
        ask_ahead(str(tmp_path / "a"))


@pipes
@pytest.mark.parametrize("read", [read_bytes, read_through, read_checkout])
def test_a_socket_and_a_device_are_no_files(tmp_path: Path, read) -> None:  # type: ignore[no-untyped-def]
    with socket.socket(socket.AF_UNIX) as made, pytest.MonkeyPatch.context() as patch:
        patch.chdir(tmp_path)  # the path of a socket is short
        made.bind("a")
        for path in (tmp_path / "a", Path("/dev/null"), Path("/dev/zero")):
            with pytest.raises(NotAFileError):
                read(path)


@pipes
def test_a_pipe_that_the_user_typed_is_read_to_its_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    for size, limit in ((200_000, MIB), (200_000, 100_000)):
        writer = Thread(target=_feed, args=[tmp_path / "a", b"x" * size])
        writer.start()
        try:
            assert len(read_typed(tmp_path / "a", limit=limit)) == size < limit
        except TooLargeError:
            assert size > limit
        writer.join()


def _feed(path: Path, data: bytes) -> None:
    with suppress(BrokenPipeError):  # who reads stops at the limit
        path.write_bytes(data)


def test_a_name_that_no_file_can_have(tmp_path: Path) -> None:
    for read in (read_through, read_checkout, read_typed):
        with pytest.raises(OSError):
            read(tmp_path / "a\0b")
        with pytest.raises(OSError):
            read(tmp_path / ("n" * 5000))
