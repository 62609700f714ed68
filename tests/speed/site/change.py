"""Changes some pages of a site, as their authors would: the text, and what other pages know of it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

_MARK = "\nLooked through again, time "


def change(folder: Path, count: int, *, text_only: bool = False) -> list[Path]:
    """Edits so many pages, evenly spread over the site; a second call edits the same pages once more.

    Each gets another sentence, and unless it is `text_only` another alias, of which the site must know. No
    finding comes or goes. Modification times are what the file system makes of it.
    """
    files = sorted(_files(str(folder / "content")))
    chosen = [Path(files[index * len(files) // count]) for index in range(min(count, len(files)))]
    for path in chosen:
        path.write_bytes(_edited(path.read_bytes().decode(), text_only=text_only).encode())
    return chosen


def _edited(text: str, *, text_only: bool) -> str:
    before, _, last = text.rpartition(_MARK)
    time = int(last.rstrip(".\n")) + 1 if before else 1
    title = text.partition("title: ")[2].partition("\n")[0].lower().replace(" ", "-")
    head, aliases, tail = (before or text).partition("\naliases:\n")
    if aliases and not text_only:
        tail = f"  - /earlier/{title}-{time}\n{tail}"
    return f"{head}{aliases}{tail}{_MARK}{time}.\n"


def _files(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from _files(entry.path)
        elif entry.name.endswith(".md"):
            yield entry.path
