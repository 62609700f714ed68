"""The rules of a run: Hugo's are loaded at once, others when there is first something for them to look at.

That is one of the website's keys in a page, or a past to compare with.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cached_property

from frontlint.base.record import NamedTuple
from frontlint.engine.profile import Profile
from frontlint.lint.registry import Registry
from frontlint.lint.rule import PageRule, Rule


class OnDemand:
    """Rules that are on, and loaded when they are first asked: names, each with the options set for it."""

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

    def among(self, names: Collection[str]) -> OnDemand:
        """Those of the rules that have one of these names."""
        chosen = {name: options for name, options in self.chosen.items() if name in names}
        return OnDemand(self._registry, chosen, self._profile)

    def _load(self, name: str, options: object | None) -> Rule:
        rule = self._registry.load(name)
        made = rule if options is None else type(rule)(options)
        return made if self._profile is None else self._profile.timed(made)


class Rules(NamedTuple):
    """The rules that are on for at least one page; `history` are those that compare with the past."""

    hugo: tuple[Rule, ...]
    website: OnDemand
    history: OnDemand

    @property
    def names(self) -> frozenset[str]:
        """The names of all of them."""
        return frozenset((*(rule.name for rule in self.hugo), *self.website.chosen, *self.history.chosen))

    def all(self, *, website: bool) -> tuple[Rule, ...]:
        """Those that need no past; those of the website only where there is something for them."""
        return (*self.hugo, *self.website.rules) if website else self.hugo

    def among(self, names: Collection[str]) -> Rules:
        """Those of the rules that have one of these names."""
        hugo = tuple(rule for rule in self.hugo if rule.name in names)
        return Rules(hugo, self.website.among(names), self.history.among(names))

    @property
    def only_history(self) -> tuple[str, ...]:
        """The names of all rules, if every one of them compares with the past; else none."""
        return () if self.hugo or self.website else tuple(self.history.chosen)
