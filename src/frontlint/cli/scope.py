"""Which state of the site `check` looks at, the disk, a page on stdin or the index, and its base."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.base.files import Replaced
from frontlint.base.record import NamedTuple, replace
from frontlint.cli.options import RuleOptions, SiteOptions
from frontlint.cli.project import hugo_config, locate, request_for, settings_starts
from frontlint.cli.streams import say, stdin
from frontlint.engine.discover import Targets
from frontlint.engine.request import Request
from frontlint.hugo.config import ConfigError

if TYPE_CHECKING:
    from frontlint.engine.compare.changes import Comparison
    from frontlint.git.past import Past

_STDIN = "-"


class Scope(NamedTuple):
    """The options that set it; at most one of them is given."""

    since: str | None = None
    staged: bool = False
    stdin_filename: Path | None = None


def request_in(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, scope: Scope) -> Request:
    """What to check, of which state of the site. Raises UsageError where that cannot be known."""
    on_stdin = scope.stdin_filename is not None or any(str(path) == _STDIN for path in paths)
    if on_stdin + scope.staged + (scope.since is not None) > 1:
        raise UsageError("`--since`, `--staged` and a page on stdin cannot be combined: type one of them")
    if on_stdin:
        return _stdin(paths, site, rules, scope.stdin_filename)
    if scope.staged or scope.since is not None:
        return _compared(paths, site, rules, scope)
    return request_for(paths, site, rules)


def _stdin(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, name: Path | None) -> Request:
    """The unsaved page of an editor, inside its site; it need not be on disk yet."""
    if name is None:
        raise UsageError(
            "a page on stdin needs its path: write `frontlint check - --stdin-filename content/posts/a.md`"
        )
    if any(str(path) != _STDIN for path in paths):
        say("warning: only the page on stdin is checked, not the other paths")
    data = stdin()
    file = name.resolve()
    inside = ""

    def look(project: Path) -> Replaced:
        nonlocal inside
        root = project.resolve()
        if not file.is_relative_to(root):
            raise UsageError(f"`{name}` is not in the Hugo project `{project}`")
        inside = file.relative_to(root).as_posix()
        return {inside: data}

    folder = next(above for above in file.parents if above.is_dir())
    request = request_for([folder], site, rules, look)
    return replace(request, targets=Targets((inside,)))


def _compared(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, scope: Scope) -> Request:
    from frontlint.engine.base import Base

    past = _staged(paths, site, scope)
    idle = _idle(paths, site, rules, past) if past else None
    if idle is not None:
        return idle
    found: list[Comparison] = []

    def look(project: Path) -> Replaced:
        found.append(_comparison(project, scope, past))
        return found[0].now

    request = request_for(paths, site, rules, look)
    comparison = found[0]
    if scope.staged and _wants_all(comparison):
        return request
    try:
        before = hugo_config(request.project, site, request.settings, comparison.before)
    except ConfigError as error:
        say(f"note: the site before the changes is not known, as Hugo could not read its settings: {error}")
        return replace(request, base=Base(comparison.changes, comparison.before, None, comparison.past))
    return replace(request, base=Base(comparison.changes, comparison.before, before, comparison.past))


def _staged(paths: Sequence[Path], site: SiteOptions, scope: Scope) -> Past | None:
    """What is staged; None where something else is asked for."""
    if not scope.staged or _range() is not None:
        return None
    from frontlint.engine.compare.changes import staged

    return staged(locate(paths, site)[0])


def _idle(paths: Sequence[Path], site: SiteOptions, rules: RuleOptions, past: Past) -> Request | None:
    """The request for a commit that touches nothing of the site; None where it may touch something."""
    from frontlint.engine.base import Base
    from frontlint.engine.compare.changes import are_as_staged, idle_changes

    changes = idle_changes(locate(paths, site)[0], past)
    if not changes:
        return None
    request = request_for(paths, site, rules)
    if not are_as_staged(request.project, past, request.config.files):
        return None
    return replace(request, base=Base(changes, {}, request.config, past))


def _range() -> tuple[str, str] | None:
    """The commits between which pre-commit asks for the changes."""
    old, new = (os.environ.get(f"PRE_COMMIT_{end}_REF") for end in ("FROM", "TO"))
    return (old, new) if under_pre_commit() and old and new else None


def _comparison(project: Path, scope: Scope, past: Past | None) -> Comparison:
    """What to compare with what; pre-commit says which commits if it was asked about a range of them."""
    from frontlint.engine.compare.changes import compare_range, compare_staged, compare_with

    if scope.since is not None:
        return compare_with(project, scope.since)
    between = _range()
    if between is not None:
        return compare_range(project, *between)
    comparison = compare_staged(project, past)
    if not _wants_all(comparison):
        return comparison
    # `--all-files` means the files on disk, as for every other hook, if git knows them.
    return comparison._replace(now={name: None for name, data in comparison.now.items() if data is None})


def _wants_all(comparison: Comparison) -> bool:
    """Whether pre-commit runs without a change (`--all-files`, CI): a pass must mean that all was checked."""
    past = comparison.past
    return under_pre_commit() and not past.changes and not past.links


def is_on_stdin(scope: Scope) -> bool:
    """Whether stdin holds the page to check."""
    return scope.stdin_filename is not None


def under_pre_commit() -> bool:
    """Whether pre-commit runs this process, as a hook."""
    return os.environ.get("PRE_COMMIT") == "1"


def scope_notes(scope: Scope, request: Request) -> Iterator[str]:
    """What people must know about what was checked."""
    if scope.staged and request.base is None:
        yield "nothing is changed, so the whole site was checked"


def with_review(request: Request, paths: Sequence[Path], site: SiteOptions, baseline: Path | None) -> Request:
    """The request, with what a change brings besides pages; `baseline` is the one that the user typed."""
    if request.base is None:
        return request
    from frontlint.engine.compare.review import SettingsSources, reviewed

    starts = settings_starts(paths, site, request.project)
    sources = SettingsSources(request.project, starts, site.isolated, site.config, baseline)
    return reviewed(request, sources)
