"""What a change brings besides pages: lines of the baseline, and files that decide how pages are judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import dirname, join, normpath, relpath

from frontlint.base.record import NamedTuple, replace
from frontlint.engine.base import Base, Change
from frontlint.engine.baseline import Baseline, BaselineLine, Key, sifted
from frontlint.engine.compare.deciding_files import DecidingFiles, SettingsFolders
from frontlint.engine.request import Request
from frontlint.git.past import Past
from frontlint.settings import USUAL_BASELINE
from frontlint.settings.find import NAMES, table_in

Reader = Callable[[Iterable[str]], Mapping[str, bytes]]
"""Gives the contents of files by their names from the repository's root, as they were or are."""


class SettingsSources(NamedTuple):
    """Where the settings and the baseline of a run come from.

    `starts` are the folders from which our configuration is looked for, upward, the first that has one
    counts; `config` and `baseline` are files that the user typed, and so trusts.
    """

    project: Path
    starts: tuple[Path, ...]
    isolated: bool = False
    config: Path | None = None
    baseline: Path | None = None


def reviewed(request: Request, sources: SettingsSources) -> Request:
    """The request, its base with what the change brings besides pages."""
    base, baseline = request.base, request.baseline
    if base is None or base.past is None:
        return request
    brought = frozenset[int]()
    if baseline is not None:
        brought = _brought(base.past, sources, baseline, base.renamed)
    settings = tuple(_settings(base, base.past, sources, request))
    waiting = _waiting(base.past, sources, baseline, base.renamed)
    return replace(request, base=replace(base, brought=brought, settings=settings, waiting=waiting))


def _brought(
    past: Past, sources: SettingsSources, baseline: Baseline, renamed: Mapping[str, str]
) -> frozenset[int]:
    """The positions of lines that the baseline of the base did not have; two equal ones take two."""
    typed = sources.baseline is not None or _is_outside(past, sources.config)
    name = past.name_of(baseline.file)
    if typed and name is None:
        return frozenset()  # the user's own file, which no change can reach
    old_name = past.old_name(name) if typed and name is not None else _baseline_name(past, sources, past.read)
    before = _sifted(past, old_name, past.read)
    return frozenset(unknown_lines(baseline.lines, before.lines, renamed))


def _waiting(
    past: Past, sources: SettingsSources, in_force: Baseline | None, renamed: Mapping[str, str]
) -> Baseline | None:
    """The lines that the change adds to the checkout's own baseline, where a gate reads another or none.

    They accept nothing in this run, and would do so as soon as the change is merged.
    """
    own = sources._replace(config=None, baseline=None, isolated=False)
    name = _baseline_name(past, own, past.read_now)
    if in_force is not None and past.name_of(in_force.file) == name:
        return None
    now = _sifted(past, name, past.read_now)
    if not now.lines:
        return None
    before = _sifted(past, _baseline_name(past, own, past.read), past.read)
    new = unknown_lines(now.lines, before.lines, renamed)
    lines = tuple(now.lines[at] for at in new)
    return now._replace(lines=lines, numbers=tuple(now.numbers[at] for at in new)) if new else None


def _sifted(past: Past, name: str, reader: Reader) -> Baseline:
    return sifted(past.root / name, reader([name]).get(name, b""))


def unknown_lines(
    lines: Sequence[BaselineLine], before: Iterable[BaselineLine], renamed: Mapping[str, str]
) -> list[int]:
    """The positions of lines without an equal among those of before; a renamed page takes its lines along."""
    left = Counter(line.key for line in before)
    unknown = _not_among(lines, range(len(lines)), left)
    moved = Counter[Key]()
    for key, count in left.items():
        if count and not renamed.keys().isdisjoint(key.paths):
            moved[key.moved(renamed)] += count
    return _not_among(lines, unknown, moved)


def _not_among(lines: Sequence[BaselineLine], positions: Iterable[int], left: Counter[Key]) -> list[int]:
    unknown: list[int] = []
    for at in positions:
        key = lines[at].key
        if left[key] > 0:
            left[key] -= 1
        else:
            unknown.append(at)
    return unknown


def _is_outside(past: Past, typed: Path | None) -> bool:
    return typed is not None and past.name_of(typed) is None


def _baseline_name(past: Past, sources: SettingsSources, reader: Reader) -> str:
    """The name of the baseline that the settings name, or of the usual one beside them."""
    folder, table = _settings_of(past, sources, reader)
    named = table.get("baseline")
    if "sites" in table:  # each has its own
        folder = next(folders_above(past, sources.project), folder)
    return normpath(join(folder, named if isinstance(named, str) else USUAL_BASELINE))


def _settings_of(past: Past, sources: SettingsSources, reader: Reader) -> tuple[str, Mapping[str, object]]:
    """The folder and the content of our configuration; the project and nothing without one."""
    if sources.config is not None and not sources.isolated:
        name = past.old_name(past.name_of(sources.config) or "")
        candidates = [name]
    else:
        folders = [folder for start in sources.starts for folder in folders_above(past, start)]
        candidates = [] if sources.isolated else [join(folder, name) for folder in folders for name in NAMES]
    contents = reader(candidates)
    for name in candidates:
        table = table_in(name, contents[name]) if name in contents else None
        if table is not None:
            return dirname(name), table
    return next(iter(folders_above(past, sources.project)), ""), {}


def folders_above(past: Past, start: Path) -> Iterator[str]:
    """A folder and those above it up to the repository's root, which is an empty name."""
    inside = past.name_of(start / "any")
    while inside:
        inside = dirname(inside)
        yield inside


def _settings(base: Base, past: Past, sources: SettingsSources, request: Request) -> Iterator[Change]:
    """The changed files that decide, each once, by paths from the project, which may lead out of it."""
    touched = set(past.touched().values())
    if not touched:
        return
    folders = {
        folder for start in (sources.project, *sources.starts) for folder in folders_above(past, start)
    }
    project = next(iter(folders_above(past, sources.project)), "")
    typed = None if sources.config is None else past.name_of(sources.config)
    deciding = DecidingFiles(request, base.config, past, SettingsFolders(project, frozenset(folders), typed))
    for change in sorted(deciding.among(touched), key=lambda change: (change.path, change.old_path)):
        yield Change(change.how, _from(project, change.path), _from(project, change.old_path))


def _from(project: str, name: str) -> str:
    return relpath("/" + name, "/" + project)
