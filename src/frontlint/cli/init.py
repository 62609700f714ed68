"""`frontlint init`: brings frontlint into a repository, file by file, and overwrites nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.links import real_place
from frontlint.base.shown import shown_path
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.project import request_for
from frontlint.cli.streams import printed
from frontlint.init import config_file, hook_file, tasks, workflow
from frontlint.init.config_file import config_step
from frontlint.init.destination import Destination, destination_of
from frontlint.init.hook_file import hook_step
from frontlint.init.origin import installed_from
from frontlint.init.step import Step, Verdict
from frontlint.init.tasks import tasks_step
from frontlint.init.workflow import workflow_step


def run_init(source: Path | None) -> Exit:
    """Writes the files for the site in the current folder, or in `source`, and says what became of each.

    Raises UsageError where there is no site, where its settings or ours cannot be read, or a file cannot be
    written; what was said before is done.
    """
    request = request_for([], SiteOptions(source=source))
    folders = [mount.source for mount in request.config.content_mounts if not mount.is_file]
    place = destination_of(request.project, Path.cwd(), dict.fromkeys(folders))
    _check(place)
    with printed(request.project) as to:
        for step in _steps(place):
            try:
                step.do()
            except OSError as error:
                raise UsageError(f"it cannot be written: {error.strerror}", shown_path(step.path)) from None
            for line in _told(step):
                to.write(to.clean(line) + "\n")
            to.stream.flush()
        if place.repository:
            to.write("\nNow run `pre-commit install`, and `frontlint check`.\n")
    return Exit.OK


def _check(place: Destination) -> None:
    """Raises UsageError, before anything is written, if a link would take one of the files elsewhere."""
    for name in (config_file.NAME, hook_file.NAME, workflow.NAME, tasks.NAME):
        try:
            real_place(place.root / name, place.root)
        except OSError as error:
            raise UsageError(f"it cannot be written: {error.strerror}", name) from None


def _steps(place: Destination) -> Iterator[Step]:
    """One step a file; each is looked at when the one before it is done."""
    origin = installed_from()
    yield config_step(place)
    yield hook_step(place, origin)
    yield workflow_step(place, origin)
    yield tasks_step(place)


def _told(step: Step) -> Iterator[str]:
    """What became of a file: a line, and what is left to do by hand."""
    why = f": {step.why}" if step.why else ""
    yield f"{step.verdict:<13}  {shown_path(step.path)}{why}"
    if step.verdict is Verdict.LEFT and step.by_hand:
        yield f"{'':<13}  add by hand:"
        yield from (f"{'':<13}    {line}" for line in step.by_hand.splitlines())
