"""The rules by name, found in the folders of `frontlint.rules` without importing any of them."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from frontlint.base.errors import UsageError
from frontlint.base.suggest import close_to, did_you_mean

if TYPE_CHECKING:
    from frontlint.lint.rule import Rule

PACKAGE = "frontlint.rules"
HISTORY = "history"
"""The group of the rules that compare with the past; there are none in others."""
RENAMED: Mapping[str, str] = {
    "dead-page": "field-in-bundle-resource",
    "folder-disagrees": "type-differs-from-folder",
    "own-term": "term-lists-itself",
}
"""What rules were called before, and what they are called now."""


class Registry:
    """Every rule there is: a file `rules/<wing>/<group>/<rule_name>.py` is the rule `rule-name` of `group`.

    The wing `hugo` has what is true of any Hugo site, `website` the conventions of one site; a group may
    have rules in both.

    Names and groups are known from the folders alone; a rule's module is imported when it is first loaded.
    """

    def __init__(self) -> None:
        self._module_of = dict(_modules(Path(__file__).parents[1] / "rules"))
        self._group_of = {name: module.split(".")[1] for name, module in self._module_of.items()}
        self.website = frozenset(n for n, module in self._module_of.items() if module.startswith("website."))
        """The names of the rules about one website's conventions."""
        self.groups: Mapping[str, tuple[str, ...]] = _by_group(self._group_of)
        self._loaded: dict[str, Rule] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """All rule names, in order."""
        return tuple(sorted(self._group_of))

    def group(self, name: str) -> str:
        """The group of a rule. KeyError if there is no such rule."""
        return self._group_of[name]

    def load(self, name: str) -> Rule:
        """The rule of this name with its default options. KeyError if there is none."""
        if name not in self._loaded:
            from frontlint.lint.rule import Rule  # brings what a page is; names alone do without

            module = import_module(f"{PACKAGE}.{self._module_of[name]}")
            classes = [
                value
                for value in vars(module).values()
                if isinstance(value, type) and value.__module__ == module.__name__ and issubclass(value, Rule)
            ]
            if len(classes) != 1:
                raise TypeError(f"{module.__name__} must hold exactly one rule, not {len(classes)}")
            self._loaded[name] = classes[0]()
        return self._loaded[name]

    def expand(self, selector: str) -> frozenset[str]:
        """The rules that a name means: `all`, a group, a rule, or `group/rule`.

        Where a rule is called like its group, as `syntax` is, the name means the group, and `syntax/syntax`
        the rule. Raises UsageError, with the nearest name, for one that means none.
        """
        found = self.find(selector)
        if not found:
            raise UsageError(f"there is no rule or group called `{selector}`{self.suggest(selector)}")
        return found

    def find(self, selector: str) -> frozenset[str]:
        """The same; nothing for a name that means none."""
        if selector == "all":
            return frozenset(self._group_of)
        if selector in self.groups:
            return frozenset(self.groups[selector])
        group, slash, rule = selector.rpartition("/")
        known = rule in self._group_of and (not slash or group == self._group_of[rule])
        return frozenset({rule}) if known else frozenset()

    def suggest(self, selector: str) -> str:
        """What follows the message about an unknown name: its new name, the nearest, or how to list all."""
        renamed = _new_name(selector)
        if renamed:
            return f"; it is called `{renamed}` now"
        return did_you_mean(selector, self._selectors, "; `frontlint rules` lists all")

    def meant_by(self, selector: str) -> str:
        """The rule or group that a name without one means; empty if none is near."""
        return _new_name(selector) or close_to(selector, self._selectors) or ""

    @property
    def _selectors(self) -> tuple[str, ...]:
        return (*self._group_of, *self.groups)


def _new_name(selector: str) -> str:
    return RENAMED.get(selector.rpartition("/")[2], "")


def _modules(folder: Path) -> Iterator[tuple[str, str]]:
    """Each rule's name, and its module below `frontlint.rules`."""
    for wing in _folders(folder):
        for group in _folders(folder / wing):
            for name in os.listdir(folder / wing / group):  # noqa: PTH208 - names alone, at each start
                if name.endswith(".py") and not name.startswith("_"):
                    stem = name.removesuffix(".py")
                    yield stem.replace("_", "-"), f"{wing}.{group}.{stem}"


def _folders(folder: Path) -> Iterator[str]:
    with os.scandir(folder) as entries:
        yield from (e.name for e in entries if not e.name.startswith(("_", ".")) and e.is_dir())


def _by_group(group_of: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {group: [] for group in sorted(set(group_of.values()))}
    for name, group in sorted(group_of.items()):
        groups[group].append(name)
    return {group: tuple(names) for group, names in groups.items()}
