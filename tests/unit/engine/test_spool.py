"""Results that are put aside while pages are checked, and the stamps of pages, packed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.engine.cache import spool
from frontlint.engine.cache.seal import nameless_file
from frontlint.engine.cache.spool import Spool
from frontlint.engine.cache.stamp import NewStamps, Stamp

if TYPE_CHECKING:
    from typing_extensions import Buffer

NUMBERS = st.integers(-(2**63), 2**63 - 1)
STAMPS = st.lists(
    st.builds(
        Stamp,
        st.text("ab/é\n"),
        NUMBERS,
        NUMBERS,
        NUMBERS,
        st.booleans(),
        st.booleans(),
        st.text("0f", min_size=32, max_size=32),
    ),
    unique_by=lambda stamp: stamp.path,
)


class Opened:
    """Gives files, and counts them."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.asked = 0

    def __call__(self) -> BinaryIO | None:
        self.asked += 1
        return None if self.folder is None else nameless_file(str(self.folder))


class Full(io.BytesIO):
    """A file that takes the first bytes of a piece, once, and no more: the disk is full for a moment."""

    def write(self, piece: Buffer) -> int:
        data = bytes(piece)
        if data != b"too much":
            return super().write(data)
        super().write(data[:3])
        raise OSError(28, "No space left on device")


def test_a_piece_that_fails_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spool, "MANY", 4)
    aside = Spool(Full)
    one = aside.add(b"one one")
    with pytest.raises(OSError, match="No space"):
        aside.add(b"too much")
    two, three = aside.add(b"two two!"), aside.add(b"three 33")
    assert [aside.read(*place) for place in (one, two, three)] == [b"one one", b"two two!", b"three 33"]


@pytest.mark.parametrize("has_file", [True, False])
def test_what_is_put_aside_is_read_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, has_file: bool
) -> None:
    monkeypatch.setattr(spool, "MANY", 10)
    opened = Opened(tmp_path if has_file else None)
    aside, pieces = Spool(opened), [b"one", b"", b"three3", b"four", b"a longer piece than all of it"]
    places = [aside.add(piece) for piece in pieces[:3]]
    assert opened.asked == 0
    places += [aside.add(piece) for piece in pieces[3:]]
    assert opened.asked == 1
    for at in (4, 0, 2, 1, 3):
        assert aside.read(*places[at]) == pieces[at]
    assert aside.read(*aside.add(b"and on")) == b"and on"
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, data: object) -> int:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(spool, "MANY", 3)
    aside = Spool(Full)
    aside.add(b"abc")
    with pytest.raises(OSError, match="No space"):
        aside.add(b"d")


@given(stamps=STAMPS)
def test_packed_stamps_are_the_stamps(stamps: list[Stamp]) -> None:
    packed = NewStamps()
    for stamp in stamps:
        packed.add(stamp)
    ordered = packed.in_order()
    assert [ordered.get(path) for path in ordered.paths] == sorted(stamps)
    assert [packed.get(stamp.path) for stamp in stamps] == stamps
    assert packed.get("c") is ordered.get("c") is None
    assert ordered.resources == {stamp.path for stamp in stamps if stamp.resource}
    assert ordered.unchecked == {stamp.path for stamp in stamps if not stamp.checked}
    assert ordered.are(packed.in_order())
    for at, stamp in enumerate(stamps):
        other = NewStamps()
        for one in (*stamps[:at], stamp._replace(seen=stamp.seen ^ 1), *stamps[at + 1 :]):
            other.add(one)
        assert not ordered.are(other.in_order())
