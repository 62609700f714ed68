"""The rules of a run: Hugo's are loaded at once, the website's when a page first has one of their keys."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from frontlint.base.record import NamedTuple
from frontlint.engine.profile import Profile
from frontlint.lint.registry import Registry
from frontlint.lint.rule import HistoryRule, PageRule, Rule


class Wing:
    """The website's rules that are on: their names, each with the options that are set for it."""

    def __init__(
        self,
        registry: Registry,
        chosen: Mapping[str, object | None],
        profile: Profile | None = None,
    ) -> None:
        self._registry = registry
        self._profile = profile
        self.chosen: Mapping[str, object | None] = chosen

    def __bool__(self) -> bool:
        return bool(self.chosen)

    @cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules themselves; asking for them imports them."""
        return tuple(self._load(name, options) for name, options in self.chosen.items())

    @cached_property
    def page_rules(self) -> tuple[PageRule, ...]:
        """Those about single pages."""
        return tuple(rule for rule in self.rules if isinstance(rule, PageRule))

    def among(self, names: Collection[str]) -> Wing:
        """Those of the rules that have one of these names."""
        chosen = {name: options for name, options in self.chosen.items() if name in names}
        return Wing(self._registry, chosen, self._profile)

    def _load(self, name: str, options: object | None) -> Rule:
        rule = self._registry.load(name)
        made = rule if options is None else type(rule)(options)
        return made if self._profile is None else self._profile.timed(made)


class Rules(NamedTuple):
    """The rules that are on for at least one page."""

    hugo: tuple[Rule, ...]
    website: Wing

    def all(self, *, website: bool) -> tuple[Rule, ...]:
        """The rules; those of the website only where there is something for them."""
        return (*self.hugo, *self.website.rules) if website else self.hugo

    def among(self, names: Collection[str]) -> Rules:
        """Those of the rules that have one of these names."""
        return Rules(tuple(rule for rule in self.hugo if rule.name in names), self.website.among(names))

    @property
    def only_history(self) -> tuple[Rule, ...]:
        """All rules, if every one of them compares with the past; else none."""
        if not all(isinstance(rule, HistoryRule) for rule in self.hugo):
            return ()
        rules = self.all(website=True)
        return rules if all(isinstance(rule, HistoryRule) for rule in rules) else ()
