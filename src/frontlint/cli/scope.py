"""Which state of the site `check` looks at, the disk, a page on stdin or the index, and its base."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.base.files import Replaced
from frontlint.base.record import NamedTuple, replace
from frontlint.base.roots import repository_root
from frontlint.cli.options import RuleOptions, SiteOptions
from frontlint.cli.places import Place, Places, place_of, places_of
from frontlint.cli.project import hugo_config, request_at
from frontlint.cli.streams import say, stdin
from frontlint.engine.check import Seen, last_run
from frontlint.engine.discover import Targets
from frontlint.engine.request import Request
from frontlint.hugo.config import Config, ConfigError
from frontlint.hugo.content.paths import is_content

if TYPE_CHECKING:
    from frontlint.engine.compare.changes import Comparison, Walked
    from frontlint.git.past import Past

_STDIN = "-"
Complete = Callable[[Request], Request]
"""Adds to a request what the other options say."""


class Scope(NamedTuple):
    """The options that set it; at most one of them is given."""

    since: str | None = None
    staged: bool = False
    stdin_filename: Path | None = None


def places_in(paths: Sequence[Path], site: SiteOptions, scope: Scope) -> Places:
    """The sites to check. Raises UsageError where that cannot be known."""
    on_stdin = scope.stdin_filename is not None or any(str(path) == _STDIN for path in paths)
    if on_stdin + scope.staged + (scope.since is not None) > 1:
        raise UsageError("`--since`, `--staged` and a page on stdin cannot be combined: type one of them")
    if not on_stdin:
        return places_of(paths, site)
    name = scope.stdin_filename
    if name is None:
        raise UsageError(
            "a page on stdin needs its path: write `frontlint check - --stdin-filename content/posts/a.md`"
        )
    if any(str(path) != _STDIN for path in paths):
        say("warning: only the page on stdin is checked, not the other paths")
    folder = next(above for above in name.resolve().parents if above.is_dir())
    return Places((place_of([folder], site),))


class Asking:
    """Makes the requests of one run; git is asked once for each repository, however many sites are in it.

    A run that `fixes` looks at the disk itself, more than once.
    """

    def __init__(self, site: SiteOptions, rules: RuleOptions, scope: Scope, *, fixes: bool = False) -> None:
        self._site = site
        self._rules = rules
        self._scope = scope
        self._fixes = fixes
        self._pasts: dict[Path | None, Past] = {}
        self._seen: dict[Path, tuple[Request, Seen]] = {}

    def about(self, place: Place, complete: Complete) -> Request:
        """What to check of a site, in which state. Raises UsageError where that cannot be known."""
        if self._scope.stdin_filename is not None:
            return complete(self._stdin(place, self._scope.stdin_filename))
        if self._scope.staged or self._scope.since is not None:
            return self._compared(place, complete)
        return complete(request_at(place, self._site, self._rules))

    def seen(self, request: Request) -> Seen | None:
        """What the last run told of the disk, if it was asked here, and for such a request."""
        disk, seen = self._seen.get(request.project, (None, None))
        if disk is None or disk.config != request.config or disk.settings.layers != request.settings.layers:
            return None
        return seen

    def _stdin(self, place: Place, name: Path) -> Request:
        """The unsaved page of an editor, inside its site; it need not be on disk yet."""
        data = stdin()
        root, file = place.project.resolve(), name.resolve()
        if not file.is_relative_to(root):
            raise UsageError(f"`{name}` is not in the Hugo project `{place.project}`")
        inside = file.relative_to(root).as_posix()
        request = request_at(place, self._site, self._rules, {inside: data})
        return replace(request, targets=Targets((inside,)))

    def _compared(self, place: Place, complete: Complete) -> Request:
        between = _range() if self._scope.since is None else None
        if between is not None:
            from frontlint.engine.compare.changes import compare_range

            return complete(self._with_base(place, compare_range(place.project, *between)))
        past = self._past(place.project)
        idle = self._idle(place, past) if self._scope.staged else None
        if idle is not None:
            return complete(idle)
        walked = self._walked(place, complete) if self._scope.staged and not self._fixes else None
        comparison = _comparison(place.project, past, walked, staged=self._scope.staged)
        return complete(self._with_base(place, comparison))

    def _walked(self, place: Place, complete: Complete) -> Walked | None:
        """The content on disk, if the last run can tell which files have come and gone since."""
        from frontlint.engine.compare.changes import Walked

        try:
            disk = request_at(place, self._site, self._rules)
        except UsageError:  # what is staged may be better
            return None
        seen = last_run(complete(disk))
        self._seen[place.project] = disk, seen
        return Walked(disk.config, seen.recalled.names) if seen.recalled else None

    def _at(self, place: Place, now: Replaced) -> Request:
        """The request for a site where some files are replaced; settings are in none of them that is text."""
        disk, _ = self._seen.get(place.project, (None, None))
        if disk is not None and all(data is not None and is_content(path) for path, data in now.items()):
            return replace(disk, replaced=now)
        return request_at(place, self._site, self._rules, now)

    def _with_base(self, place: Place, comparison: Comparison) -> Request:
        from frontlint.engine.base import Base

        request = self._at(place, comparison.now)
        if self._scope.staged and _wants_all(comparison):
            return request
        try:
            before: Config | None = hugo_config(
                request.project, self._site, request.settings, comparison.before
            )
        except ConfigError as error:
            unknown = "the site before the changes is not known, as Hugo could not read its settings"
            say(f"note: {unknown}: {error}")
            before = None
        return replace(request, base=Base(comparison.changes, comparison.before, before, comparison.past))

    def _past(self, project: Path) -> Past:
        """What is staged in the project's repository, or has changed since."""
        from frontlint.engine.compare.changes import changed_since, staged

        since, root = self._scope.since, repository_root(project)
        if root not in self._pasts:
            self._pasts[root] = staged(project) if since is None else changed_since(project, since)
        return self._pasts[root]

    def _idle(self, place: Place, past: Past) -> Request | None:
        """The request for a commit that touches nothing of the site; None where it may touch something."""
        from frontlint.engine.base import Base
        from frontlint.engine.compare.changes import are_as_staged, idle_changes

        changes = idle_changes(place.project, past)
        if changes is None or not past.changes:
            return None
        request = request_at(place, self._site, self._rules)
        if not are_as_staged(request.project, past, request.config.files):
            return None
        return replace(request, base=Base(changes, {}, request.config, past))


def _range() -> tuple[str, str] | None:
    """The commits between which pre-commit asks for the changes, if it does."""
    old, new = (os.environ.get(f"PRE_COMMIT_{end}_REF") for end in ("FROM", "TO"))
    return (old, new) if under_pre_commit() and old and new else None


def _comparison(project: Path, past: Past, walked: Walked | None, *, staged: bool) -> Comparison:
    """What is staged, or on disk, and what was before; `walked` is what is known of the content on disk."""
    from frontlint.engine.compare.changes import compare_disk, compare_staged

    if not staged:
        return compare_disk(project, past)
    comparison = compare_staged(project, past, walked)
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


def with_review(request: Request, place: Place, site: SiteOptions, baseline: Path | None) -> Request:
    """The request, with what a change brings besides pages; `baseline` is the one that the user typed."""
    if request.base is None:
        return request
    from frontlint.engine.compare.review import SettingsSources, reviewed

    sources = SettingsSources(request.project, place.starts, site.isolated, site.config, baseline)
    return reviewed(request, sources)
