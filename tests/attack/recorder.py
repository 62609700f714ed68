"""Runs frontlint with the arguments of each line of stdin, and prints which expressions it compiled, as JSON.

For each: the file and function of frontlint that asked for it, and its text.
"""

from __future__ import annotations

import json
import os
import re
import sys
from types import FrameType
from typing import Any, cast

_RECORDED: set[tuple[str, str]] = set()


def _record() -> None:
    module = cast("Any", re)
    compile_ = module._compile

    def recording(pattern: Any, flags: int) -> Any:
        if isinstance(pattern, str):
            _RECORDED.add((_asking(sys._getframe(1)), pattern))
        return compile_(pattern, flags)

    module._compile = recording


def _asking(frame: FrameType | None) -> str:
    """`FILE:FUNCTION` of frontlint; empty where a library asked for its own use."""
    while frame is not None and frame.f_code.co_filename == re.__file__:
        frame = frame.f_back
    if frame is None:
        return ""
    file = frame.f_code.co_filename.replace("\\", "/")
    _, inside, name = file.rpartition("/frontlint/")
    function = frame.f_code.co_qualname.partition(".<locals>")[0]
    return f"{name}:{function}" if inside and "site-packages" not in file else ""


def main() -> None:
    """All runs in this process; what they print goes to stderr."""
    _record()
    from frontlint.cli.app import run

    printed = os.dup(1)
    os.dup2(2, 1)
    for line in sys.stdin:
        sys.argv = ["frontlint", *json.loads(line)]
        run()
        sys.stdout.flush()
    with os.fdopen(printed, "w") as out:
        json.dump(sorted(_RECORDED), out)


if __name__ == "__main__":
    main()
