"""Settings: layers of choices, each with its origin, and what they come to for one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from frontlint.base.errors import UsageError
from frontlint.base.limits import LIMITS, Limits
from frontlint.base.record import NamedTuple, dataclass, field, replace
from frontlint.base.walls import Wall
from frontlint.findings.finding import INTERNAL, Severity
from frontlint.hugo.values.versions import Version
from frontlint.lint.registry import Registry
from frontlint.schema.kinds import PageKind

if TYPE_CHECKING:
    from frontlint.hugo.config.pins import Pin
    from frontlint.lint.rule import Rule
    from frontlint.patterns.gitignore import GitIgnore


_TOO_LONG = "page-too-long"


class Origin(NamedTuple):
    """Who made a choice: the file (as the user may open it) and its line from 1, or a word for the rest."""

    where: str
    line: int | None = None

    def __str__(self) -> str:
        return self.where if self.line is None else f"{self.where}:{self.line}"


BUILT_IN = Origin("built in")
COMMAND_LINE = Origin("command line")
USUAL_BASELINE = ".frontlint-baseline.jsonl"
"""The baseline where the settings name none, in their folder."""


class Entry(NamedTuple):
    """The name of a rule or group, or a pattern, and where it is."""

    selector: str
    origin: Origin


class Layer(NamedTuple):
    """One set of choices. `select` replaces what was on, None leaves it; `extend` adds, `ignore` removes.

    A `severity` of None is `off`: it switches off all that get no other one after it.
    `fixable` replaces the rules whose fixes may be made, None leaves them; `unfixable` takes some away.
    `pattern` limits the layer to the pages that match it, gitignore style, from the settings' root; its
    origin is where it is.
    """

    select: tuple[Entry, ...] | None = None
    extend: tuple[Entry, ...] = ()
    ignore: tuple[Entry, ...] = ()
    severity: tuple[tuple[Entry, Severity | None], ...] = ()
    pattern: Entry | None = None
    fixable: tuple[Entry, ...] | None = None
    unfixable: tuple[Entry, ...] = ()

    def entries(self) -> Iterator[Entry]:
        """Every name in the layer."""
        yield from self.select or ()
        yield from self.extend
        yield from self.ignore
        yield from (entry for entry, _ in self.severity)
        yield from self.fixable or ()
        yield from self.unfixable


class RuleState(NamedTuple):
    """What is decided for one rule; `severity` None means the rule's own. `fixable`: it may be fixed."""

    on: bool = True
    on_from: Origin = BUILT_IN
    severity: Severity | None = None
    severity_from: Origin = BUILT_IN
    fixable: bool = True


@dataclass(frozen=True)
class Settings:
    """Everything that the configuration and the command line decide.

    `root` is the folder that patterns start from: that of the configuration file, else the Hugo project.
    `kinds` are tried in order. `fail_on` None means never. `options` are those that the configuration sets,
    by rule, and `options_from` where, by rule and option. `baseline` is a file, from `root`. `docs_url` is
    where the pages of the rules are published, without a final `/`; None if they are not published.
    `hugo_version` is None where none is said, `hugo_version_from` where one is; `hugo_pins` are the places
    that say one. `notes` are sentences about files of settings that do not count, or disagree. `wall` is
    what schemas must not lead out of; None is `root`. `several` tells that they list several sites: then each
    has its own baseline, in its folder.
    """

    registry: Registry
    root: Path
    project: Path
    kinds: tuple[PageKind, ...]
    layers: tuple[Layer, ...] = ()
    exclude: tuple[Entry, ...] = ()
    fail_on: Severity | None = Severity.ERROR
    files: tuple[str, ...] = ()
    options: Mapping[str, object] = field(default_factory=dict)
    options_from: Mapping[tuple[str, str], Origin] = field(default_factory=dict)
    baseline: Entry | None = None
    docs_url: str | None = None
    hugo_version: Version | None = None
    hugo_version_from: Origin = BUILT_IN
    hugo_pins: tuple[Pin, ...] = ()
    notes: tuple[str, ...] = ()
    wall: Wall | None = None
    several: bool = False
    _resolved: dict[tuple[bool, ...], Mapping[str, RuleState]] = field(
        default_factory=dict, repr=False, compare=False
    )

    @cached_property
    def by_path(self) -> bool:
        """Whether not all pages have the same rules."""
        return any(layer.pattern is not None for layer in self.layers)

    def rules_for(self, path: str) -> Mapping[str, RuleState]:
        """What is decided for every rule on the page with this path (from the Hugo project's root).

        Raises UsageError for the name of a rule that does not exist.
        """
        rooted = self.rooted(path)
        applies = tuple(spec is None or spec.match_file(rooted) for spec in self._patterns)
        if applies not in self._resolved:
            chosen = [layer for layer, on in zip(self.layers, applies, strict=True) if on]
            self._resolved[applies] = self._resolve(chosen)
        return self._resolved[applies]

    def excluded(self, path: str) -> bool:
        """Whether the page is left out of every report."""
        return bool(self.exclude) and self._exclude.match_file(self.rooted(path))

    @property
    def patterns(self) -> list[Entry]:
        """All patterns of files, in the order of the settings."""
        return [*self.exclude, *(layer.pattern for layer in self.layers if layer.pattern)]

    def idle_patterns(self, paths: Iterable[str]) -> Iterator[Entry]:
        """The patterns that match none of the pages: most likely they are misspelt."""
        patterns = self.patterns
        rooted = [self.rooted(path) for path in paths] if patterns else []
        for pattern in patterns:
            spec = _spec(pattern)
            if not pattern.selector.startswith("!") and not any(map(spec.match_file, rooted)):
                yield pattern

    def rooted(self, path: str) -> str:
        """The path from `root` on, with `/`; patterns are matched against it."""
        return self.prefix + path

    def rule(self, name: str) -> Rule:
        """The rule of this name, with the options that apply. KeyError if there is none."""
        rule = self.registry.load(name)
        return type(rule)(self.options[name]) if name in self.options else rule

    @property
    def limits(self) -> Limits:
        """How long pages may be that are read."""
        if _TOO_LONG not in self.options:
            return LIMITS
        options: Any = self.options[_TOO_LONG]
        return Limits(options.max_page, options.max_front_matter)

    def check_names(self) -> None:
        """Raises UsageError, naming file and line, for a choice about a rule that does not exist.

        Also for one that would hide `internal-error`.
        """
        for layer in self.layers:
            for entry in (*layer.ignore, *(entry for entry, _ in layer.severity)):
                if entry.selector.rpartition("/")[2] == INTERNAL:
                    message = f"`{INTERNAL}` cannot be switched off or changed: delete it from this list"
                    raise UsageError(message, entry.origin.where, entry.origin.line)
            for entry in layer.entries():
                self._expand(entry)

    def with_layer(self, layer: Layer) -> Settings:
        """The same with one more layer on top."""
        return replace(self, layers=(*self.layers, layer), _resolved={})

    @property
    def baseline_file(self) -> Path:
        """The baseline that the settings name, else the usual one: beside them, or in the site if several."""
        if self.baseline is not None:
            return self.root / self.baseline.selector
        return self.root / (self.prefix if self.several else "") / USUAL_BASELINE

    @cached_property
    def prefix(self) -> str:
        """What leads from `root` to the Hugo project, with a final `/`; empty where they are one folder."""
        project, root = self.project.resolve(), self.root.resolve()
        if not project.is_relative_to(root):
            from frontlint.settings.find import same_place  # settings from another checkout are rare

            root = same_place(root, project)
        try:
            relative = project.relative_to(root).as_posix()
        except ValueError:
            return ""
        return "" if relative == "." else relative + "/"

    @cached_property
    def _exclude(self) -> GitIgnore:
        return _spec(*self.exclude)

    @cached_property
    def _patterns(self) -> tuple[GitIgnore | None, ...]:
        return tuple(None if layer.pattern is None else _spec(layer.pattern) for layer in self.layers)

    def _resolve(self, layers: Iterable[Layer]) -> Mapping[str, RuleState]:
        states = {name: RuleState() for name in self.registry.names}
        for layer in layers:
            if layer.select is not None:
                origin = layer.select[0].origin if layer.select else BUILT_IN
                states = {name: state._replace(on=False, on_from=origin) for name, state in states.items()}
            for entry in (*(layer.select or ()), *layer.extend):
                _switch(states, self._expand(entry), True, entry.origin)
            for entry in layer.ignore:
                _switch(states, self._expand(entry), False, entry.origin)
            states |= self._weighed(layer, states)
            if layer.fixable is not None:
                chosen = frozenset[str]().union(*map(self._expand, layer.fixable))
                states = {name: state._replace(fixable=name in chosen) for name, state in states.items()}
            for entry in layer.unfixable:
                states |= {name: states[name]._replace(fixable=False) for name in self._expand(entry)}
        return {**states, INTERNAL: RuleState()} if INTERNAL in states else states

    def _weighed(self, layer: Layer, states: Mapping[str, RuleState]) -> dict[str, RuleState]:
        """The states of the rules whose severity a layer sets; one that is not off any more is as before."""
        found: dict[str, RuleState] = {}
        for entry, severity in layer.severity:
            for name in self._expand(entry):
                if severity is None:
                    found[name] = states[name]._replace(on=False, on_from=entry.origin)
                else:
                    found[name] = states[name]._replace(severity=severity, severity_from=entry.origin)
        return found

    def _expand(self, entry: Entry) -> frozenset[str]:
        try:
            return self.registry.expand(entry.selector)
        except UsageError as error:
            if entry.origin.line is None:
                raise
            raise UsageError(error.message, entry.origin.where, entry.origin.line) from None


def idle_note(pattern: Entry) -> str:
    """What to say of a pattern that does nothing."""
    return f"{pattern.origin}: the pattern `{pattern.selector}` matches no page"


def _spec(*patterns: Entry) -> GitIgnore:
    from frontlint.patterns.gitignore import GitIgnore  # most runs have no pattern

    return GitIgnore(pattern.selector for pattern in patterns)


def _switch(states: dict[str, RuleState], names: Iterable[str], on: bool, origin: Origin) -> None:
    for name in names:
        states[name] = states[name]._replace(on=on, on_from=origin)
