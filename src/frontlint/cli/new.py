"""`frontlint new` and `frontlint id`: a valid page with an id that no page has yet."""

from __future__ import annotations

from pathlib import Path

from frontlint.author.ids import fresh_id
from frontlint.author.new_page import NewPage, new_page
from frontlint.author.refused import RefusedError
from frontlint.author.state import State
from frontlint.base.atomic import whole_file
from frontlint.base.errors import UsageError
from frontlint.base.links import real_place
from frontlint.base.roots import repository_root
from frontlint.cli.each import Sites
from frontlint.cli.exit import Exit
from frontlint.cli.mv import tell, with_cache
from frontlint.cli.options import SiteOptions
from frontlint.cli.places import asked, places_of
from frontlint.cli.project import request_at, request_for
from frontlint.cli.streams import bug, printed, say


def run_new(
    schema: str | None, title: str | None, path: Path | None, dry_run: bool, site: SiteOptions
) -> Exit:
    """Writes a page, or prints it with `dry_run`. Raises UsageError, one sentence, where it cannot be."""
    if schema is None or title is None:
        raise UsageError('name the kind and the title: write `frontlint new tag "Flow Metrics"`')
    state = State(with_cache(request_for(_start(path), site), site))
    try:
        page = new_page(state, schema, title, path)
    except RefusedError as error:
        tell(error)
        raise
    project = state.request.project
    if state.request.crashes.logs:
        return bug(state.request.crashes.logs)
    if not dry_run:
        _write(project, page)
    with printed(project) as to:
        to.write(f"{'would write ' if dry_run else ''}{to.shown(page.path)}\n")
        if dry_run:
            to.write("".join(f"{to.clean(line)}\n" for line in page.data.decode().splitlines()))
    if page.examples:
        say(f"Replace the examples in: {', '.join(page.examples)}")
    return Exit.OK


def run_id(path: Path | None, site: SiteOptions) -> Exit:
    """Prints a fresh id, which none of the sites at hand uses."""
    sites = Sites(places_of(asked(path), site))
    found = sites.each(lambda place: State(request_at(place, site)).site)
    if found:
        with printed(Path.cwd()) as to:
            to.write(f"{fresh_id(*found)}\n")
    return sites.over(())


def _start(path: Path | None) -> tuple[Path, ...]:
    """The nearest folder that is there above the page to write."""
    if path is None:
        return ()
    return (next(above for above in path.absolute().parents if above.is_dir()),)


def _write(project: Path, page: NewPage) -> None:
    """Raises UsageError where the file has come meanwhile, or cannot be written."""
    place = project / page.path
    wall = repository_root(project) or project.resolve()
    try:
        if not real_place(place.parent, project).is_relative_to(wall.resolve()):
            raise UsageError("it is outside the repository, where frontlint writes nothing", page.path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if place.exists():
            raise UsageError("it exists already, and frontlint overwrites nothing", page.path)
        with whole_file(place) as stream:
            stream.write(page.data.decode())
    except OSError as error:
        raise UsageError(f"it cannot be written: {error.strerror}", page.path) from None
