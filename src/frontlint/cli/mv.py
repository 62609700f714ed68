"""`frontlint mv`: renames pages and folders, and keeps every address, ref and link."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from frontlint.author.carry_out import carry_out, is_interrupted, recover
from frontlint.author.diff import diff_lines
from frontlint.author.moves import Moves, moves_of
from frontlint.author.plan import Plan, moved_state, plan_of
from frontlint.author.refused import RefusedError
from frontlint.author.state import State
from frontlint.base.errors import UsageError
from frontlint.base.files import Replaced
from frontlint.base.record import NamedTuple, replace
from frontlint.base.shown import shown_path
from frontlint.cli.cache import cache_for
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.places import Place, place_of
from frontlint.cli.project import hugo_config, request_at
from frontlint.cli.streams import bug, printed, say
from frontlint.engine.request import Request
from frontlint.report.output import Output

_MOST = 10


class MoveOptions(NamedTuple):
    """What moves: `old` to `new`, or what has been renamed since the commit `since`."""

    old: Path | None
    new: Path | None
    since: str | None = None
    dry_run: bool = False
    undo: bool = False


def run_mv(options: MoveOptions, site: SiteOptions) -> Exit:
    """Moves pages; prints what was done, or with `dry_run` the diff of what would be.

    Raises UsageError, one sentence, for what cannot be moved: then nothing is written.
    """
    _check(options)
    place = _place(options, site)
    project = place.project
    if options.dry_run and is_interrupted(project):
        raise UsageError("an earlier `mv` was interrupted: run `frontlint mv --undo` first")
    if options.undo:
        return _undo(project)
    if not options.dry_run and recover(project):
        say("note: an earlier `mv` was interrupted; its changes are undone")
    try:
        if options.since is None:
            before, plan = _moved(place, options, site)
        else:
            before, plan = _repaired(place, options.since, site)
    except RefusedError as error:
        tell(error)
        raise
    logs = before.request.crashes.logs
    if logs:
        return bug(logs)
    for text in plan.notes:
        say(f"note: {text}")
    if not options.dry_run:
        carry_out(project, plan, in_place=options.since is not None)
    with printed(project) as to:
        for line in _shown(plan, to, options):
            to.write(line + "\n")
    return Exit.OK


def _undo(project: Path) -> Exit:
    """Takes back what a move did that was killed. Raises UsageError where there was none."""
    if not recover(project):
        raise UsageError("there is no interrupted `mv` to undo in this site")
    say("The interrupted `mv` is undone: every file is where it was before.")
    return Exit.OK


def with_cache(request: Request, site: SiteOptions) -> Request:
    """The request with the results that `check` keeps: most pages stay as they are."""
    return replace(request, cache=cache_for(request, site, use=True).folder)


def tell(error: RefusedError) -> None:
    """The problems that are the reason for a refusal, where there is more than the one that it names."""
    for problem in error.problems[:_MOST] if len(error.problems) > 1 else ():
        say(f"  {problem}")


def _check(options: MoveOptions) -> None:
    if options.since is not None and (options.old or options.new):
        raise UsageError("`--since` repairs renames, so it takes neither OLD nor NEW")
    if options.undo and (options.old or options.new or options.since or options.dry_run):
        raise UsageError("`--undo` takes back an interrupted `mv`, so it takes nothing else")
    if options.since is None and not options.undo and (options.old is None or options.new is None):
        raise UsageError("name what to move and where: write `frontlint mv content/posts content/articles`")


def _check_same(project: Path, options: MoveOptions, site: SiteOptions) -> None:
    """Raises UsageError where the new place is in another of several sites."""
    if site.source is not None:
        return
    try:
        there = place_of(_start(options.new), site).project
    except UsageError:
        return  # it is not a site; `moves_of` says what is wrong
    if there.resolve() != project.resolve():
        sites = f"`{shown_path(project)}` to the site `{shown_path(there)}`"
        raise UsageError(f"nothing moves from the site {sites}: each has its own addresses")


def _start(path: Path | None) -> tuple[Path, ...]:
    """The nearest folder that is there, above what moves: the page itself may be misspelt."""
    if path is None:
        return ()
    whole = Path(os.path.normpath(path.absolute()))
    return (next(above for above in whole.parents if above.is_dir()),)


def _place(options: MoveOptions, site: SiteOptions) -> Place:
    place = place_of(_start(options.old), site)
    if options.new is not None:
        _check_same(place.project, options, site)
    return place


def _moved(place: Place, options: MoveOptions, site: SiteOptions) -> tuple[State, Plan]:
    assert options.old is not None
    assert options.new is not None
    before = State(with_cache(request_at(place, site), site))
    moves = moves_of(before, options.old, options.new)
    return before, plan_of(before, moved_state(before, moves), moves)


def _repaired(place: Place, since: str, site: SiteOptions) -> tuple[State, Plan]:
    """The plan for what git sees as renamed. Raises UsageError where that is nothing."""
    from frontlint.author.since import moves_since
    from frontlint.engine.compare.changes import compare_with

    request = with_cache(request_at(place, site), site)
    comparison = compare_with(place.project, since)
    before = State(_as_it_was(request, site, comparison.before))
    moves = moves_since(comparison.changes, before.config, before.files)
    if not moves.files:
        raise UsageError(f"git sees no renamed file since {since}")
    return before, plan_of(before, State(request), moves, repair=True)


def _as_it_was(request: Request, site: SiteOptions, before: Replaced) -> Request:
    config = hugo_config(request.project, site, request.settings, before)
    return replace(request, config=config, replaced=before)


def _shown(plan: Plan, to: Output, options: MoveOptions) -> Iterator[str]:
    if options.dry_run:
        lines = diff_lines(plan, to.in_patch, in_place=options.since is not None)
        yield from map(to.clean, lines)
        return
    yield from (f"{to.shown(old)} -> {to.shown(new)}" for old, new in _told(plan.moves))
    done = "Repaired" if options.since is not None else "Moved"
    yield f"{done} {_count(len(plan.moves.files), 'file')}. {_written(plan)}"


def _told(moves: Moves) -> list[tuple[str, str]]:
    """The folders that move, or the files."""
    return list((moves.folders or moves.files).items())


def _written(plan: Plan) -> str:
    if not plan.pages:
        return "No page had to change."
    aliases = "1 new alias" if plan.aliases == 1 else f"{plan.aliases} new aliases"
    return f"Changed {_count(len(plan.pages), 'page')} ({aliases}). No old address is lost."


def _count(number: int, noun: str) -> str:
    return f"1 {noun}" if number == 1 else f"{number} {noun}s"
