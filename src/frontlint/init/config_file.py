"""`frontlint.toml`: the settings to begin with."""

from __future__ import annotations

import json

from frontlint import __version__
from frontlint.init.destination import Destination
from frontlint.init.step import Step, Verdict
from frontlint.settings import find_config, source_of

NAME = "frontlint.toml"


def config_step(place: Destination) -> Step:
    """Writes the file, unless a configuration applies to the Hugo project already.

    Raises UsageError for a configuration that is there and cannot be read.
    """
    found = find_config(place.project)
    if found is None:
        return Step(place.root / NAME, Verdict.WRITTEN, _text(place))
    source = source_of(found, place.project)
    if source is None or (found.root / source).resolve() == place.project:
        return Step(found.path, Verdict.ALREADY)
    command = f"frontlint check --source {place.source or '.'}\n"
    return Step(found.path, Verdict.LEFT, why=f"it is about the site {source}", by_hand=command)


def _text(place: Destination) -> str:
    lines = [
        "# What frontlint checks here. All of it is optional: see its documentation.",
        "# `frontlint config PAGE` shows which rules apply to a page, and why.",
        f'required-version = "{_versions()}"',
    ]
    if place.source is not None:
        name = json.dumps(place.source, ensure_ascii=False)
        lines.append(f"source = {name}  # the Hugo project")
    lines += ['# exclude = ["content/**/_drafts/"]', "", "[rules]", "# ignore = []"]
    return "\n".join(lines) + "\n"


def _versions() -> str:
    """From this version to the next one that may break something."""
    major, minor = (int(part) for part in __version__.split(".")[:2])
    return f">={major}.{minor},<{major + 1}"
