"""Several sites as one: their outcomes with paths from a folder around them, for one report."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from posixpath import normpath
from typing import TypeVar

from frontlint.base.limits import Limits
from frontlint.base.record import replace
from frontlint.engine.base import Change
from frontlint.engine.judge import order
from frontlint.engine.outcome import CheckedSite, Outcome, RuleInfos, Suppression, Unchecked
from frontlint.findings.finding import Finding, Label
from frontlint.findings.fix import Fix

_T = TypeVar("_T")
_AROUND = "`'\"(),;:"
"""What may be around a path in a sentence."""


def joined(
    outcomes: Sequence[Outcome],
    root: Path,
    changes: Sequence[Iterable[Change]],
    unchecked: Sequence[Unchecked] = (),
    *,
    whole: bool,
) -> Outcome:
    """One outcome of several, at least one, whose paths count from `root`, a folder around all of them.

    What is the same for all is that of the first. `changes` are those that each is about. `whole` tells that
    no site of the list is left out.
    """
    known = [{name for change in some for name in (change.path, change.old_path)} for some in changes]
    lifts = [Lift(one.project, root, names) for one, names in zip(outcomes, known, strict=True)]
    both = list(zip(outcomes, lifts, strict=True))
    found = _once((lift.finding(finding), lift.name) for one, lift in both for finding in one.findings)
    held = [(tuple(map(lift.suppression, one.suppressions)), lift.name) for one, lift in both]
    changed = [lift.paths(one.changed) for one, lift in both if one.changed is not None]
    return replace(
        outcomes[0],
        project=root,
        findings=tuple(sorted(found, key=order)),
        pages=sum(one.pages for one in outcomes),
        unread=sum(one.unread for one in outcomes),
        seconds=sum(one.seconds for one in outcomes),
        rules=_rules([one.rules for one in outcomes]),
        suppressed=sum(one.suppressed for one in outcomes),
        accepted=sum(one.accepted for one in outcomes),
        notes=tuple(_notes(outcomes, [lift.name for lift in lifts], whole=whole)),
        docs_url=next((one.docs_url for one in outcomes if one.docs_url), None),
        replaced={lift.path(path): data for one, lift in both for path, data in one.replaced.items()},
        changed=frozenset[str]().union(*changed) if changed else None,
        suppressions=tuple(s for some, _ in held for s in some),
        settings=_settings(lift.change(c) for one, lift in both for c in one.settings),
        limits=_limits([one.limits for one in outcomes]),
        idle=None,
        sites=tuple(CheckedSite(lift.name, one.pages) for one, lift in both),
        site_of={s.finding: name for some, name in held for s in some if s.finding} | found,
        unchecked=tuple(unchecked),
    )


class Lift:
    """Makes paths from a project's root paths from a folder around it."""

    def __init__(self, project: Path, root: Path, known: Collection[str] = ()) -> None:
        """`known` are paths that words may name, besides those of the finding that they are of."""
        inside = os.path.relpath(project.resolve(), root.resolve()).replace(os.sep, "/")
        self._prefix = "" if inside == "." else inside + "/"
        self._known = known

    @property
    def name(self) -> str:
        """The project as a path from the folder."""
        return self._prefix.rstrip("/") or "."

    def path(self, path: str) -> str:
        """A path from the root; one that leads out of the project need not lead out of the folder."""
        if path.startswith("/") or path[1:2] == ":":
            return path
        return normpath(self._prefix + path) if path.startswith("../") else self._prefix + path

    def paths(self, paths: Iterable[str]) -> frozenset[str]:
        """The same of several."""
        return frozenset(map(self.path, paths))

    def finding(self, one: Finding) -> Finding:
        """The finding, with all places that it names."""
        named = {label.path for label in one.related} | ({one.pair.path} if one.pair else set())
        return one._replace(
            path=self.path(one.path),
            message=self._words(one.message, named),
            help=self._words(one.help, named),
            related=tuple(map(self._label, one.related)),
            pair=one.pair and one.pair._replace(path=self.path(one.pair.path)),
            fix=one.fix and self._fix(one.fix),
        )

    def _words(self, text: str, named: Collection[str]) -> str:
        """A sentence about the site, with the paths that it names; the words of authors are no paths."""
        if not self._prefix or "/" not in text:
            return text
        words = {word.strip(_AROUND) for word in text.split()}
        for path in (*named, *(word for word in words if word in self._known and word not in named)):
            text = self._in(text, path)
        return text

    def _in(self, text: str, path: str) -> str:
        """The text, with the path lifted wherever it is not a part of a longer one."""
        before, *others = text.split(path)
        for after in others:
            whole = not (_joins(before[-1:]) or _joins(after.removeprefix(".")[:1]))
            before += (self.path(path) if whole else path) + after
        return before

    def _label(self, one: Label) -> Label:
        return one._replace(path=self.path(one.path))

    def _fix(self, one: Fix) -> Fix:
        changes = (change._replace(path=self.path(change.path)) for change in one.changes)
        return one._replace(changes=tuple(changes))

    def suppression(self, one: Suppression) -> Suppression:
        """What is accepted, and where."""
        finding = one.finding and self.finding(one.finding)
        return one._replace(path=self.path(one.path), finding=finding)

    def change(self, one: Change) -> Change:
        """A changed file."""
        return one._replace(path=self.path(one.path), old_path=self.path(one.old_path))


def _joins(char: str) -> bool:
    """Whether a path is a part of a longer one if this is next to it."""
    return char.isalnum() or char in tuple("/-_")


def _once(findings: Iterable[tuple[Finding, str]]) -> dict[Finding, str]:
    """Each finding once, with its site: two that share a folder of content say the same of its pages."""
    first: dict[Finding, tuple[Finding, str]] = {}
    for finding, site in findings:
        first.setdefault(finding._replace(fix=None), (finding, site))
    return dict(first.values())


def _notes(outcomes: Sequence[Outcome], names: Sequence[str], *, whole: bool) -> Iterator[str]:
    """The notes of all sites; what is said of some of them has the names of these.

    A pattern of shared settings does nothing if it matches no page of any site.
    """
    said: dict[str, list[str]] = {}
    for one, name in zip(outcomes, names, strict=True):
        for note in dict.fromkeys(one.notes):
            said.setdefault(note, []).append(name)
    for note, some in said.items():
        yield note if len(some) == len(names) > 1 else f"{', '.join(some)}: {note}"
    idle = [one.idle for one in outcomes if one.idle is not None]
    if whole and idle:
        yield from sorted(frozenset.intersection(*idle))


def _rules(known: Sequence[Mapping[str, _T]]) -> RuleInfos:
    """The pages of the rules; of those that sites set otherwise, that of the first."""
    return RuleInfos(frozenset[str]().union(*known), _first_of(known))  # type: ignore[arg-type]


def _first_of(known: Sequence[Mapping[str, _T]]) -> Callable[[str], _T]:
    return lambda name: next(rules[name] for rules in known if name in rules)


def _settings(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changed files of settings, each once: some decide about several sites."""
    return tuple(sorted(set(changes), key=lambda change: (change.path, change.old_path)))


def _limits(limits: Sequence[Limits]) -> Limits:
    """The widest: each site has read its pages within its own."""
    return Limits(max(one.page for one in limits), max(one.front_matter for one in limits))


def outside_of(outside: Mapping[Path, Iterable[str]], root: Path) -> tuple[str, ...]:
    """The content outside of the repository, by paths from `root`; `outside` has it by project."""
    return tuple(Lift(project, root).path(one) for project, some in outside.items() for one in some)
