"""What the stream at the other end can take: colour, width, characters."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Mapping
from typing import Protocol

from frontlint.base.choice import StrEnum

NARROWEST = 40
"""Columns below which a report is not squeezed any further."""

_PROGRAMS = frozenset(
    {"iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "Tabby", "rio", "mintty", "WarpTerminal"}
)
_KINDS = frozenset({"xterm-kitty", "xterm-ghostty", "alacritty", "foot", "foot-extra", "contour", "wezterm"})
_OLDEST_VTE = 5000
"""The version of VTE, the core of GNOME's terminals, since which links do not crash it."""


class TextStream(Protocol):
    """As much of a text file as reports need."""

    @property
    def encoding(self) -> str | None:
        """The name of the encoding; None where text is kept as text."""

    def write(self, text: str, /) -> object:
        """Writes a text."""

    def flush(self) -> object:
        """Hands on what was written."""

    def isatty(self) -> bool:
        """Whether a person looks at it."""

    def fileno(self) -> int:
        """The file descriptor. Raises OSError where there is none."""


class ColorChoice(StrEnum):
    """The values of `--color`."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def wants_color(choice: ColorChoice, stream: TextStream, environ: Mapping[str, str]) -> bool:
    """Whether to colour: the user's word, then NO_COLOR, FORCE_COLOR, TERM=dumb, and at last the stream."""
    if choice is not ColorChoice.AUTO:
        return choice is ColorChoice.ALWAYS
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR", "0") not in ("", "0", "false"):
        return True
    return environ.get("TERM") != "dumb" and stream.isatty() and _takes_codes(stream)


def wants_links(stream: TextStream, environ: Mapping[str, str]) -> bool:
    """Whether a terminal is known to follow links (OSC 8); others would show the codes, or nothing."""
    if not stream.isatty() or environ.get("CI") or environ.get("TERM") in ("dumb", "linux"):
        return False
    if environ.get("TMUX") or environ.get("TERM", "").startswith("screen"):
        return False  # they pass links on only in newer versions, and if set to do so
    vte = environ.get("VTE_VERSION", "")
    return (
        environ.get("TERM_PROGRAM") in _PROGRAMS
        or environ.get("TERM") in _KINDS
        or bool(environ.get("WT_SESSION") or environ.get("KONSOLE_VERSION") or environ.get("DOMTERM"))
        or (vte.isascii() and vte.isdigit() and len(vte) < 9 and int(vte) >= _OLDEST_VTE)
    )


def columns_of(stream: TextStream, environ: Mapping[str, str]) -> int | None:
    """The width of the terminal in columns; None in a pipe or a file."""
    if not stream.isatty():
        return None
    wish = environ.get("COLUMNS", "")
    if wish.isascii() and wish.isdigit() and int(wish):
        return max(int(wish), NARROWEST)
    try:
        columns = os.get_terminal_size(stream.fileno()).columns
    except (OSError, ValueError):
        columns = 0
    return max(columns or 80, NARROWEST)


def open_output(stream: TextStream) -> TextStream:
    """The stream, made so that no text can be refused: what it cannot encode is written as an escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
        return stream
    return _Escaping(stream) if stream.encoding else stream


class Around:
    """A stream around another one; what it does otherwise, its class says."""

    def __init__(self, stream: TextStream) -> None:
        self._stream = stream

    @property
    def encoding(self) -> str | None:
        return self._stream.encoding

    def write(self, text: str, /) -> object:
        return self._stream.write(text)

    def flush(self) -> object:
        return self._stream.flush()

    def isatty(self) -> bool:
        return self._stream.isatty()

    def fileno(self) -> int:
        return self._stream.fileno()


class _Escaping(Around):
    """Around a stream that somebody put in the place of a real one, and that may be strict."""

    def write(self, text: str, /) -> object:
        encoding = self.encoding or "utf-8"
        return super().write(text.encode(encoding, "backslashreplace").decode(encoding))


def _takes_codes(stream: TextStream) -> bool:
    """Whether the terminal understands colour codes; a console of Windows has to be switched."""
    if sys.platform != "win32":
        return True
    import ctypes
    import msvcrt

    try:
        handle = msvcrt.get_osfhandle(stream.fileno())
    except OSError:
        return False
    mode = ctypes.c_ulong()
    kernel = ctypes.windll.kernel32
    if not kernel.GetConsoleMode(handle, ctypes.byref(mode)):
        return False
    process_codes = 0x0004  # ENABLE_VIRTUAL_TERMINAL_PROCESSING
    return bool(kernel.SetConsoleMode(handle, mode.value | process_codes))
