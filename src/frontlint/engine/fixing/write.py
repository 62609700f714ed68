"""Writes fixed pages: each as a whole or not at all, and none that changed meanwhile."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from frontlint.base.atomic import ChangedError, swap_file, sweep
from frontlint.base.links import real_place
from frontlint.base.record import NamedTuple
from frontlint.engine.fixing.rounds import Page

_OLD = 60
"""Seconds after which nobody is writing any more."""


class Written(NamedTuple):
    """The pages that were written, and why others were not: sentences without a full stop."""

    paths: tuple[str, ...]
    failed: Mapping[str, str]


Aim = Callable[[str, Page], Page]
"""What to write to the disk for a page of the site that was looked at: `before` is what must be there."""


class ElsewhereError(Exception):
    """The page on disk cannot take the fixes; the text says why."""


def write(project: Path, pages: Mapping[str, Page], aim: Aim = lambda path, page: page) -> Written:
    """Writes the pages, by their paths from the project's root. Never raises for what the disk says."""
    _tidy(project, pages)
    done: list[str] = []
    failed: dict[str, str] = {}
    for path, page in pages.items():
        try:
            to = aim(path, page)
            swap_file(project / path, to.before, to.after, project)
        except ElsewhereError as error:
            failed[path] = str(error)
        except ChangedError:
            failed[path] = "the file changed while it was checked; run frontlint again"
        except OSError as error:
            failed[path] = f"the file cannot be written: {error.strerror}"
        else:
            done.append(path)
    return Written(tuple(done), failed)


def _tidy(project: Path, paths: Iterable[str]) -> None:
    """Deletes the half files that runs left which were killed while they wrote these pages."""
    names: dict[Path, set[str]] = {}
    for path in paths:
        names.setdefault((project / path).parent, set()).add(Path(path).name)
    for folder, some in names.items():
        with suppress(OSError):  # a link that leads away is not followed
            sweep(real_place(folder, project), some, _OLD)
