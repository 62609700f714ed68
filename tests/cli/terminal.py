"""The command on a terminal of a given width: a pseudo-terminal, and what stands on its screen."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import struct
import subprocess
import sys
import termios
from collections.abc import Mapping
from pathlib import Path

_CODES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;;[^\x1b]*\x1b\\")


def on_terminal(
    *arguments: str | Path,
    columns: int = 80,
    cwd: Path | None = None,
    env: Mapping[str, str] | None = None,
) -> str:
    """What `frontlint` writes on a terminal, stdout and stderr together, codes and all."""
    parent, child = pty.openpty()
    fcntl.ioctl(child, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    left = {name: value for name, value in os.environ.items() if name not in _UNWANTED}
    process = subprocess.Popen(
        [sys.executable, "-m", "frontlint", *map(str, arguments)],
        stdin=child,
        stdout=child,
        stderr=child,
        cwd=cwd,
        env={**left, "TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8", **(env or {})},
    )
    os.close(child)
    written = b""
    while True:
        try:
            piece = os.read(parent, 65536)
        except OSError:  # on Linux, so a terminal ends whose other side is closed
            break
        if not piece:
            break
        written += piece
    os.close(parent)
    process.wait(timeout=60)
    return written.decode("utf-8").replace("\r\n", "\n")


_UNWANTED = frozenset(
    {"CI", "COLUMNS", "NO_COLOR", "FORCE_COLOR", "PRE_COMMIT", "TMUX", "TERM_PROGRAM", "VTE_VERSION"}
)


def plain(text: str) -> str:
    """What stays on the screen: without colours and links, and without what was written over."""
    return "\n".join(line.rpartition("\r")[2] for line in _CODES.sub("", text).split("\n"))
