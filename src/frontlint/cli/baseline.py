"""The baseline: where it is, and the work of `frontlint baseline`."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple, replace
from frontlint.base.shown import shown_path
from frontlint.cli.cache import cache_for
from frontlint.cli.each import Sites
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions
from frontlint.cli.places import Place, places_of
from frontlint.cli.project import request_at
from frontlint.cli.streams import bug, printed, say
from frontlint.engine.check import check
from frontlint.engine.request import Request
from frontlint.report.terminal import ColorChoice
from frontlint.settings import Settings

if TYPE_CHECKING:
    from frontlint.engine.acceptance import Acceptance
    from frontlint.engine.baseline import Baseline, BaselineLine


_NONE = "there is no baseline; `frontlint baseline update` writes it"


def baseline_for(settings: Settings, given: Path | None) -> Baseline | None:
    """The baseline of a run: the one that the user names, else that of the settings, else the usual file.

    Raises UsageError where it is not a baseline, or where the one that was named does not exist.
    """
    file = _file(settings, given)
    found = _read(file, settings, given)
    if found is None and given is not None:
        raise UsageError("there is no such file; `frontlint baseline update` writes it", str(given))
    if found is None and settings.baseline is not None:
        say(f"note: {settings.baseline.origin}: the baseline `{shown_path(file)}` does not exist yet")
    return found


def check_given(given: Path | None, sites: Sites) -> None:
    """Raises UsageError for a baseline that is named for several sites."""
    if sites.several and given is not None:
        raise UsageError("each site has its own baseline: type `--source DIR` with `--baseline`")


def _read(file: Path, settings: Settings, given: Path | None) -> Baseline | None:
    if not os.path.exists(file):  # noqa: PTH110 - raises nothing
        return None
    from frontlint.engine.baseline import read_baseline  # most sites have none

    return read_baseline(file, shown_path(file), settings.root if given is None else None)


class _Asked(NamedTuple):
    """A command line: `given` is the baseline that is named, `sites` are all that it is about."""

    site: SiteOptions
    given: Path | None
    cache: bool
    sites: Sites


def _each(
    paths: Sequence[Path],
    site: SiteOptions,
    given: Path | None,
    cache: bool,
    do: Callable[[Place, _Asked], Exit | None],
) -> Exit:
    """Does something to the baseline of each site; the exit code is the worst of them.

    None from `do` tells that one of several has no baseline. Raises UsageError if none of them has one.
    """
    sites = Sites(places_of(paths, site))
    check_given(given, sites)
    asked = _Asked(site, given, cache, sites)
    codes = sites.each(lambda place: do(place, asked))
    if codes and set(codes) == {None}:
        sites.tell()
        raise UsageError(_NONE)
    return sites.over(code for code in codes if code is not None)


def run_update(paths: Sequence[Path], site: SiteOptions, given: Path | None, cache: bool) -> Exit:
    """Accepts all findings of today."""
    return _each(paths, site, given, cache, _update)


def run_prune(paths: Sequence[Path], site: SiteOptions, given: Path | None, cache: bool) -> Exit:
    """Takes out what nothing needs."""
    return _each(paths, site, given, cache, _prune)


def run_stats(
    paths: Sequence[Path], site: SiteOptions, given: Path | None, color: ColorChoice, cache: bool
) -> Exit:
    """Prints a table: rule, accepted findings, pages, lines that nothing needs."""
    return _each(paths, site, given, cache, lambda place, asked: _stats(place, asked, color))


def _update(place: Place, asked: _Asked) -> Exit:
    from frontlint.engine.acceptance import accept, keys_of
    from frontlint.engine.baseline import Baseline, BaselineLine, write_baseline

    given = asked.given
    request = _request(place, asked)
    file = _file(request.settings, given)
    old = _read(file, request.settings, given) or Baseline(file, ())
    outcome = check(request)
    if request.crashes.logs:
        return bug(request.crashes.logs)
    found = accept(request, old, outcome.findings)
    reasons = _reasons(found.stale)
    fresh = [BaselineLine(key, reasons.get(key[:3], "")) for key in keys_of(request, found.new).values()]
    gone, elsewhere = _gone(request, found)
    write_baseline(file, (*found.lines, *fresh, *elsewhere), shown_path(file), request.settings.root)
    total = len(found.lines) + len(fresh) + len(elsewhere)
    say(f"{shown_path(file)}: {_lines(total)}, {len(fresh)} new, {len(gone)} gone")
    return Exit.OK


def _reasons(stale: Iterable[BaselineLine]) -> dict[tuple[str, str, str | None], str]:
    """The reasons of lines for rules that are called otherwise now, by path, new name and field."""
    from frontlint.lint.registry import RENAMED

    return {
        (line.key.path, RENAMED[line.key.rule], line.key.field): line.reason
        for line in stale
        if line.key.rule in RENAMED
    }


def _prune(place: Place, asked: _Asked) -> Exit | None:
    from frontlint.engine.baseline import write_baseline

    held = _held(place, asked)
    if held is None:
        return None
    if held.request.crashes.logs:
        return bug(held.request.crashes.logs)
    gone, elsewhere = _gone(held.request, held.found)
    file = held.baseline.file
    if gone:
        write_baseline(file, (*held.found.lines, *elsewhere), shown_path(file), held.request.settings.root)
    say(f"{shown_path(file)}: {_lines(len(held.found.lines) + len(elsewhere))}, {len(gone)} gone")
    return Exit.OK


def _stats(place: Place, asked: _Asked, color: ColorChoice) -> Exit | None:
    from frontlint.report.table import Align, Column, table

    held = _held(place, asked)
    if held is None:
        return None
    gone, _ = _gone(held.request, held.found)
    accepted = Counter(line.key.rule for line in held.found.lines)
    stale = Counter(line.key.rule for line in gone)
    pages = Counter(rule for rule, _ in {(line.key.rule, line.key.path) for line in held.found.lines})
    names = sorted(accepted | stale, key=lambda rule: (-accepted[rule], rule))
    rows = [[rule, str(accepted[rule]), str(pages[rule]), str(stale[rule])] for rule in names]
    if rows:
        with printed(held.request.project, color) as to:
            to.write(
                asked.sites.heading(held.request.project)
                + table(
                    [Column("rule", Align.LEFT), *map(Column, ("accepted", "pages", "not needed"))], rows, to
                )
            )
    lines = _lines(len(held.baseline.lines))
    say(f"{shown_path(held.baseline.file)}: {lines}, {len(gone)} no longer needed")
    return Exit.OK


class _CheckedBaseline(NamedTuple):
    """A baseline compared with the findings that there are now."""

    request: Request
    baseline: Baseline
    found: Acceptance


def _held(place: Place, asked: _Asked) -> _CheckedBaseline | None:
    """The baseline of a site; None if one of several has none. Raises UsageError if it is the only site."""
    from frontlint.engine.acceptance import accept

    request = _request(place, asked)
    baseline = baseline_for(request.settings, asked.given)
    if baseline is None and asked.sites.several:
        return None
    if baseline is None:
        raise UsageError(_NONE, shown_path(_file(request.settings, asked.given)))
    return _CheckedBaseline(request, baseline, accept(request, baseline, check(request).findings))


def _gone(request: Request, found: Acceptance) -> tuple[list[BaselineLine], list[BaselineLine]]:
    """The lines without a finding: those of the pages that were asked about, and those of others."""
    asked = [any(map(request.targets.hold, line.key.paths)) for line in found.stale]
    lines = list(zip(found.stale, asked, strict=True))
    return [line for line, ours in lines if ours], [line for line, ours in lines if not ours]


def _request(place: Place, asked: _Asked) -> Request:
    request = request_at(place, asked.site)
    kept = cache_for(request, asked.site, use=asked.cache, apart=asked.sites.several)
    for note in kept.notes:
        say(f"note: {note}")
    return replace(request, cache=kept.folder)


def _file(settings: Settings, given: Path | None) -> Path:
    return settings.baseline_file if given is None else given


def _lines(count: int) -> str:
    return "1 accepted problem" if count == 1 else f"{count} accepted problems"
