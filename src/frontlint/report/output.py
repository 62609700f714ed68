"""Where a report goes: the stream, what it can take, and how paths are written on it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from posixpath import normpath

from frontlint.base.record import dataclass, field, replace
from frontlint.base.roots import repository_root
from frontlint.base.shown import shown_path
from frontlint.report.glyphs import Glyphs
from frontlint.report.style import COLORED, PLAIN, Palette, Style
from frontlint.report.terminal import (
    ColorChoice,
    TextStream,
    columns_of,
    open_output,
    wants_color,
    wants_links,
)

READING_WIDTH = 100
"""Columns of a report in a pipe or a file, and the widest that prose is set on a terminal."""

SCREEN = 80
"""Columns of a screen whose width is unknown."""


@dataclass(frozen=True, slots=True)
class Output:
    """The target of a report.

    `project` is the root of the Hugo project, from which the paths of findings count; both folders are
    absolute. `width` is that of the terminal in columns, None in a pipe or a file. `max_findings` is how
    many findings a report for people lists; machine formats are never cut short. `environ` are the variables
    of the process. `links` tells whether the terminal follows links.
    """

    stream: TextStream
    project: Path
    cwd: Path
    palette: Palette = PLAIN
    width: int | None = None
    max_findings: int | None = None
    glyphs: Glyphs = field(default_factory=Glyphs)
    environ: Mapping[str, str] = field(default_factory=dict, repr=False)
    links: bool = False
    _displayed: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    @property
    def columns(self) -> int:
        """The columns to fill at most."""
        return self.width or READING_WIDTH

    def as_screen(self) -> Output:
        """The same output with a width, also in a pipe: what a person pipes into a pager fits the screen."""
        return self if self.width else replace(self, width=SCREEN)

    def write(self, text: str) -> None:
        """Writes a text as it is."""
        self.stream.write(text)

    def paint(self, style: Style, text: str) -> str:
        """The text in a style, or as it is where there are no colours."""
        return self.palette.paint(style, text)

    def clean(self, text: str) -> str:
        """Somebody else's text, safe to write within a line."""
        return self.glyphs.clean(text)

    def display(self, path: str) -> str:
        """A path of a finding from the current folder, with `/`; `../` leads out of it."""
        if path not in self._displayed:
            self._displayed[path] = self._from_cwd(path)
        return self._displayed[path]

    def _from_cwd(self, path: str) -> str:
        leading = _leading(self.project, self.cwd)
        if leading and path.startswith("../"):  # a file beside the project, such as our settings
            return normpath(leading + path)
        return shown_path(self.project / path, self.cwd) if leading is None else leading + path

    def in_patch(self, path: str) -> str:
        """A path of the project from the current folder, as `git apply` and `patch -p1` take it there.

        From the project's root where the current folder is inside of it or beside it: they take no `../`.
        """
        leading = _leading(self.project, self.cwd)
        return path if leading is None or leading.startswith("..") else leading + path

    def from_repository(self) -> Output:
        """The same output, with paths from the repository's root: so those look them up who host one.

        Outside of a repository they count from the current folder, or from the project on another drive.
        """
        base = self.cwd if self.cwd.drive == self.project.drive else self.project
        return replace(self, cwd=repository_root(self.project) or base, _displayed={})

    def shown(self, path: str) -> str:
        """A path as `display` gives it, safe to write: a file name is somebody else's text too."""
        return self.clean(self.display(path))


@lru_cache(maxsize=8)
def _leading(project: Path, cwd: Path) -> str | None:
    """What leads from the current folder to every file of the project; None from a folder inside of it."""
    if project == cwd:
        return ""
    return None if cwd.is_relative_to(project) else shown_path(project, cwd).rstrip("/") + "/"


def output_to(
    stream: TextStream,
    project: Path,
    *,
    color: ColorChoice = ColorChoice.AUTO,
    environ: Mapping[str, str] = os.environ,
    cwd: Path | None = None,
    max_findings: int | None = None,
) -> Output:
    """The output on a stream, looked at once. A report that goes to a file wants `ColorChoice.NEVER`."""
    safe = open_output(stream)
    colored = wants_color(color, safe, environ)
    return Output(
        stream=safe,
        project=project.resolve(),
        cwd=(cwd or Path.cwd()).resolve(),
        palette=COLORED if colored else PLAIN,
        width=columns_of(safe, environ),
        max_findings=max_findings,
        glyphs=Glyphs(safe.encoding),
        environ=environ,
        links=colored and wants_links(safe, environ),
    )
