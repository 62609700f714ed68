"""`frontlint.toml`: the settings to begin with."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from typing import Any

from frontlint import __version__
from frontlint.base.edit import Edit, apply
from frontlint.base.phrases import listing
from frontlint.init.blocks import insertion
from frontlint.init.destination import Destination
from frontlint.init.step import LeaveAloneError, Step, Verdict, add_to
from frontlint.settings import ConfigFile, find_config, source_of
from frontlint.settings.sites import listed_sites

NAME = "frontlint.toml"
_MOST = 6


def config_step(place: Destination) -> Step:
    """Writes the file, unless a configuration applies to the Hugo project already.

    Raises UsageError for a configuration that is there and cannot be read.
    """
    if place.others:
        return _several(place)
    found = find_config(place.project)
    if found is None:
        return Step(place.root / NAME, Verdict.WRITTEN, _text(place))
    source = source_of(found, place.project)
    if source is None or (found.root / source).resolve() == place.project:
        return Step(found.path, Verdict.ALREADY)
    command = f"frontlint check --source {place.source or '.'}\n"
    return Step(found.path, Verdict.LEFT, why=f"it is about the site {source}", by_hand=command)


def _several(place: Destination) -> Step:
    """Lists the sites, in a new file or at the end of the one that is there."""
    found = find_config(place.root)
    names = listing([f"`{name}`" for name in place.sources[:_MOST]], len(place.sources[_MOST:]))
    why = f"it lists the sites {names}: delete what is not a site of yours"
    if found is None:
        return Step(place.root / NAME, Verdict.WRITTEN, _text(place), why)
    if listed_sites(found):
        return Step(found.path, Verdict.ALREADY)
    piece = "\n".join(_list(place.sources, found)) + "\n"
    step = add_to(found.path, "", piece, lambda text: _appended(text, piece, place, found))
    return step._replace(why=why) if step.writes else step


def _appended(text: str, piece: str, place: Destination, file: ConfigFile) -> tuple[Edit, ...]:
    """The list at the end of a file. Raises LeaveAloneError where that would not be all that it changes."""
    edits = (insertion(text, len(text), f"\n{piece}"),)
    before = _table(text, file)
    for name in {"source", "baseline"} & before.keys():
        raise LeaveAloneError(f"its `{name}` is about one site")
    if _table(apply(text, edits), file) != {**before, "sites": [{"source": name} for name in place.sources]}:
        raise LeaveAloneError("frontlint cannot tell where it ends")
    return edits


def _table(text: str, file: ConfigFile) -> dict[str, Any]:
    try:
        table = tomllib.loads(text)
        for step in file.table:
            table = table[str(step)]
    except (ValueError, KeyError, RecursionError):
        raise LeaveAloneError("it is not plain TOML") from None
    return table


def _text(place: Destination) -> str:
    lines = [
        "# What frontlint checks here. All of it is optional: see its documentation.",
        "# `frontlint config PAGE` shows which rules apply to a page, and why.",
        f'required-version = "{_versions()}"',
    ]
    if place.others:
        lines += ['# exclude = ["**/_drafts/"]', "", "[rules]", "# ignore = []", "", *_list(place.sources)]
        return "\n".join(lines) + "\n"
    if place.source is not None:
        lines.append(f"source = {_quoted(place.source)}  # the Hugo project")
    lines += ['# exclude = ["content/**/_drafts/"]', "", "[rules]", "# ignore = []"]
    return "\n".join(lines) + "\n"


def _list(sources: Sequence[str], file: ConfigFile | None = None) -> Iterator[str]:
    """`[[sites]]` for each Hugo project; in a file of others, below our table."""
    table = ".".join(map(str, (*(file.table if file else ()), "sites")))
    for at, name in enumerate(sources):
        yield from ([""] if at else [])
        yield from (f"[[{table}]]", f"source = {_quoted(name)}")


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _versions() -> str:
    """From this version to the next one that may break something."""
    major, minor = (int(part) for part in __version__.split(".")[:2])
    return f">={major}.{minor},<{major + 1}"
