"""The output formats: a file in this folder is one, its `render` writes it, its `READER` says for whom."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Protocol, cast

from frontlint.base.errors import UsageError
from frontlint.base.sources import Sources
from frontlint.base.suggest import did_you_mean
from frontlint.engine.outcome import Outcome
from frontlint.report.output import Output
from frontlint.report.reader import Reader
from frontlint.report.workflow import without_commands


class Reporter(Protocol):
    """What a format is to others."""

    def __call__(self, outcome: Outcome, sources: Sources, to: Output) -> None:
        """Writes the whole report."""


def names() -> tuple[str, ...]:
    """All formats, in order."""
    here = Path(__file__).parent.iterdir()
    return tuple(sorted(_name(entry.name) for entry in here if _is_format(entry.name)))


def load(name: str) -> Reporter:
    """The format of this name. Raises UsageError where there is none."""
    known = names()
    if name not in known:
        hint = did_you_mean(name, known, f"; there are {', '.join(known)}")
        raise UsageError(f"there is no output format called `{name}`{hint}")
    return cast("Reporter", _module(name).render)


def reader(name: str) -> Reader:
    """Who reads the format of this name, which there has to be."""
    return cast("Reader", _module(name).READER)


def show(name: str, outcome: Outcome, sources: Sources, to: Output) -> None:
    """Writes a report on stdout, where GitHub's runner may read along: no page text gives it a command."""
    if reader(name) is not Reader.PEOPLE:
        load(name)(outcome, sources, to)
        return
    with without_commands(to) as fenced:
        load(name)(outcome, sources, fenced)


def _module(name: str) -> ModuleType:
    return import_module(f"{__name__}.{name.replace('-', '_')}")


def _is_format(file: str) -> bool:
    return file.endswith(".py") and not file.startswith("_")


def _name(file: str) -> str:
    return file.removesuffix(".py").replace("_", "-")
