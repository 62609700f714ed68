"""A made page in another language: its prose in letters of that language, everything else as it was."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

_PROSE = re.compile(r"\b[a-z]+(?:,? [a-z]+){2,}")
_GERMAN = str.maketrans({"u": "ü"})
_CZECH = str.maketrans({"c": "č", "s": "š", "z": "ž", "e": "ě", "r": "ř", "i": "í"})
_IDEOGRAPHS = 0x4E00


def _chinese(words: str) -> str:
    """Three characters for a word, none for a blank; always the same ones: descriptions stay long enough."""
    numbers = (sum(at * ord(char) for at, char in enumerate(word, 1)) for word in words.split())
    factors = (1, 7, 31)
    return "".join(chr(_IDEOGRAPHS + number * by % 3000) for number in numbers for by in factors)


LANGUAGES: Mapping[str, Callable[[str], str]] = {
    "English": str,
    "German": lambda words: words.translate(_GERMAN),
    "French": lambda words: re.sub(r"e\b|\be", "é", words),
    "Czech": lambda words: words.translate(_CZECH),
    "Chinese": _chinese,
}


def abroad(content: Path, language: str) -> None:
    """Rewrites all pages below a folder."""
    change = LANGUAGES[language]
    for page in content.rglob("*.md"):
        text = page.read_text(encoding="utf-8")
        page.write_text(_PROSE.sub(lambda words: change(words.group()), text), encoding="utf-8", newline="\n")
