"""`frontlint init`: brings frontlint into a repository, file by file, and overwrites nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.links import real_place
from frontlint.base.phrases import listing
from frontlint.base.shown import shown_path
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.places import Lost, Place, places_of
from frontlint.cli.project import request_at
from frontlint.cli.streams import printed, safe, say
from frontlint.hugo.config.find import all_below, find_upward
from frontlint.init import azure, config_file, gitlab, hook_file, tasks, workflow
from frontlint.init.azure import azure_step
from frontlint.init.config_file import config_step
from frontlint.init.destination import Destination, destination_of
from frontlint.init.gitlab import gitlab_step
from frontlint.init.hook_file import hook_step
from frontlint.init.host import Host, host_of
from frontlint.init.origin import Origin, installed_from
from frontlint.init.step import Step, Verdict
from frontlint.init.tasks import tasks_step
from frontlint.init.workflow import workflow_step
from frontlint.report.prose import wrapped
from frontlint.settings import find_config, source_of
from frontlint.settings.find import lists_sites

_WIDTH = 80
_FILL_IN = frozenset(file.FILL_IN for file in (hook_file, workflow, gitlab, azure))
_MARGIN = 15
_PIPELINES = {
    Host.GITHUB: (workflow.NAME, workflow_step),
    Host.GITLAB: (gitlab.NAME, gitlab_step),
    Host.AZURE: (azure.NAME, azure_step),
}


def run_init(source: Path | None) -> Exit:
    """Writes the files for the site in the current folder, or in `source`, and says what became of each.

    Raises UsageError where there is no site, where its settings or ours cannot be read, or a file cannot be
    written; what was said before is done.
    """
    first, *others = _readable(*_places(source), SiteOptions(source=source))
    place = destination_of(first, Path.cwd(), others)
    host = host_of(place.root) if place.repository else Host.GITHUB
    _check(place, host)
    done: list[Step] = []
    with printed(first) as to:
        for step in _steps(place, host):
            try:
                step.do()
            except OSError as error:
                raise UsageError(f"it cannot be written: {error.strerror}", shown_path(step.path)) from None
            for line in _told(step):
                to.write(to.clean(line) + "\n")
            to.stream.flush()
            done.append(step)
        to.write("\n" + "".join(f"{line}\n" for line in _left_to_do(place, done)))
    return Exit.OK


def _places(source: Path | None) -> tuple[list[Place], list[Lost]]:
    """The Hugo projects to set up: the one of the current folder, those listed there, or those below it.

    The second are of the list, and cannot be checked. Raises UsageError where there is none.
    """
    below = () if source is not None or find_upward(Path()) else all_below(Path())
    config = find_config(Path.cwd()) if len(below) > 1 else None
    if len(below) > 1 and source_of(config) is None and not (config and lists_sites(config)):
        return [Place(project, find_config(project.resolve())) for project in below], []
    places = places_of([], SiteOptions(source=source))
    return list(places.found), list(places.lost)


def _readable(found: Sequence[Place], lost: Sequence[Lost], options: SiteOptions) -> list[Path]:
    """The folders of the projects; says which of several `check` cannot read.

    Raises UsageError where none can be read.
    """
    errors = [site.error for site in lost]
    for place in found:
        try:
            request_at(place, options)
        except UsageError as error:
            errors.append(error)
    if len(errors) == len(found) + len(lost):
        raise errors[0]
    for one in errors:
        say(safe(f"note: frontlint cannot check all of the sites yet: {one}"))
    return [place.project for place in found]


def _check(place: Destination, host: Host) -> None:
    """Raises UsageError, before anything is written, if a link would take one of the files elsewhere."""
    for name in (config_file.NAME, hook_file.NAME, _PIPELINES[host][0], tasks.NAME):
        try:
            real_place(place.root / name, place.root)
        except OSError as error:
            raise UsageError(f"it cannot be written: {error.strerror}", name) from None


def _steps(place: Destination, host: Host) -> Iterator[Step]:
    """One step a file, looked at when the one before it is done. Outside of a repository no git runs."""
    origin = installed_from() if place.repository else Origin()
    yield config_step(place)
    yield hook_step(place, origin)
    yield _PIPELINES[host][1](place, origin)
    yield tasks_step(place)


def _told(step: Step) -> Iterator[str]:
    """What became of a file: a line, and what is left to do by hand."""
    margin = " " * _MARGIN
    yield f"{step.verdict:<{_MARGIN}}{shown_path(step.path)}"
    yield from (f"{margin}{line}" for line in wrapped(step.why, _WIDTH - len(margin)))
    if step.by_hand:
        yield f"{margin}add by hand:"
    if step.diff:
        yield f"{margin}init does not change your lines; make this change yourself:"
    yield from (f"{margin}  {line}" for line in (*step.by_hand.splitlines(), *step.diff))


def _left_to_do(place: Destination, steps: Sequence[Step]) -> Iterator[str]:
    """The commands that come next, the last lines of the run."""
    if all(step.verdict is Verdict.ALREADY for step in steps):
        yield "Nothing to do: the files are there already."
        yield "In a new clone, run `pre-commit install` once."
        return
    unfinished = [f"`{shown_path(step.path)}`" for step in steps if step.why in _FILL_IN]
    if unfinished:
        yield from wrapped(f"First fill in {listing(unfinished)}, as their comments say.", _WIDTH)
        yield ""
    yield "Now run:"
    yield "  pre-commit install" if place.repository else "  git init, then frontlint init again"
    yield "  frontlint check"
