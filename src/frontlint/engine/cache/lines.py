"""What a kept file looks like: a line of JSON, then numbers or digests that are read in one piece."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Final, cast

encode: Final = json.JSONEncoder(separators=(",", ":"), check_circular=False).encode
"""A value as one line of ASCII; named tuples become arrays."""


def line_of(value: object) -> bytes:
    """The first line of a kept file."""
    return f"{encode(value)}\n".encode("ascii")


def halves(body: memoryview | None) -> tuple[Any, memoryview]:
    """A line of JSON, and what follows it. Raises ValueError where there is none."""
    if body is None:
        raise ValueError("nothing was kept")
    end = cast("bytes", body.obj).index(b"\n")
    return json.loads(str(body[:end], "ascii")), body[end + 1 :]


def joined_names(names: Iterable[str]) -> str:
    """Many names in one text, which is read faster than a list."""
    return "".join([f"\n{name}" for name in names])


def split_names(joined: str) -> list[str]:
    """The names again; where one has a line feed in it there are too many, and other numbers do not fit."""
    return joined.split("\n")[1:]
