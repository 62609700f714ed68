"""What `check` says of a site whose pages a `mv` that was killed left between two places."""

from __future__ import annotations

from pathlib import Path

from frontlint.author.journal import is_moving
from frontlint.base.errors import UsageError
from frontlint.cli.streams import say
from frontlint.engine.cache.home import moves_folder


def tell(project: Path, *, fix: bool) -> None:
    """Says what to do first. Raises UsageError for a run that would `fix`: what `mv` takes back must stay."""
    folder = moves_folder(project)
    if folder is not None and is_moving(folder):
        what, then = "another `frontlint mv` is moving pages of this site", "wait until it is done"
    else:
        what, then = "a `frontlint mv` was interrupted, so some files are moved", "run `frontlint mv --undo`"
    if fix:
        raise UsageError(f"{what}: {then}, then fix the site")
    say(f"frontlint: {what}: {then}")
