"""Cascades: the front matter that a page gets from those above it and from the configuration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final, TypeAlias

from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Cascade, Config, Origin, Target
from frontlint.hugo.config.matrix import holds
from frontlint.hugo.config.targets import read_cascades
from frontlint.hugo.pages.node import Front, Seed
from frontlint.hugo.values.glob import GlobError, matches
from frontlint.hugo.values.gopath import ancestors

Givers: TypeAlias = "Mapping[str, Origin]"
NOBODY: Final[Givers] = MappingProxyType({})


class Cascades:
    """What is handed down in a site: filled from the root downwards, asked for each page.

    It goes to the language of the page that names it, unless its target names languages.
    """

    def __init__(self, config: Config) -> None:
        self._environment = config.environment
        self._codes = tuple(language.code for language in config.languages)
        self._handed: dict[str, tuple[Cascade, ...]] = {}
        self._reach: dict[Origin, Counter[str]] = {}
        self._givers: dict[tuple[object, ...], Givers] = {}

    @property
    def reach(self) -> Mapping[Origin, Mapping[str, int]]:
        """How many pages each cascade is for (as ``""``), and how many have each of its keys from it."""
        return self._reach

    def onto(self, seed: Seed, *, counted: bool = True) -> tuple[Front, Givers]:
        """The front matter in effect, and which cascade each key that is not the page's own comes from.

        That is the page's own, then its own cascade, then the nearest above it. The first value of a key wins
        as a whole; nothing is merged (page__meta.go:setMetaPost). A page that is `counted` is in `reach`.
        """
        chain = (*own_cascades(seed), *self._above(seed.path), *seed.language.cascade)
        fitting = [cascade for cascade in chain if self._is_for(cascade.target, seed)]
        if not fitting:
            return seed.own, NOBODY
        effective: dict[str, Value] = {}
        for cascade in reversed(fitting):
            effective.update(cascade.values)
        effective.update(seed.own)
        return effective, self._givers_of(fitting, seed) if counted else NOBODY

    def _givers_of(self, fitting: Iterable[Cascade], seed: Seed) -> Givers:
        given: dict[str, Origin] = {}
        for cascade in fitting:
            counts = self._reach.setdefault(cascade.origin, Counter())
            counts[""] += 1
            for key in cascade.values:
                if key not in seed.own and key not in given:
                    given[key] = cascade.origin
                    counts[key] += 1
        # The pages below one cascade share one mapping.
        return self._givers.setdefault(tuple(given.items()), given)

    def hand_down(self, seed: Seed) -> None:
        """Gives what is below the page its cascade; that of a draft counts too."""
        own = own_cascades(seed)
        if own:
            at_path = self._handed.get(seed.path)
            self._handed[seed.path] = (*own, *(self._above(seed.path) if at_path is None else at_path))

    def _above(self, path: str) -> tuple[Cascade, ...]:
        if self._handed:
            for above in ancestors(path):
                if above in self._handed:
                    return self._handed[above]
        return ()

    def _is_for(self, target: Target, seed: Seed) -> bool:
        """Every part of the target that is set must fit (page_matcher.go)."""
        asked = (
            (target.path, seed.path),
            (target.kind, seed.kind),
            (target.environment, self._environment),
        )
        return all(not pattern or matches(pattern, text) for pattern, text in asked) and (
            not target.languages or holds(target.languages, seed.language.code, self._codes)
        )


def own_cascades(seed: Seed) -> tuple[Cascade, ...]:
    """The cascades that a page's own front matter names; none where Hugo refuses them."""
    if "cascade" not in seed.own:
        return ()
    try:
        cascades = read_cascades(
            seed.own["cascade"], Origin(seed.facts.path if seed.facts else "", ("cascade",))
        )
    except GlobError:
        return ()
    return tuple(
        cascade
        if cascade.target.languages
        else cascade._replace(target=cascade.target._replace(languages=(seed.language.code,)))
        for cascade in cascades
    )


def downwards(seeds: Iterable[Seed]) -> list[Seed]:
    """Seeds in an order in which whatever hands down comes before what is below it."""
    return sorted(
        seeds, key=lambda seed: (seed.path != "/", seed.path.count("/"), seed.path, seed.language.code)
    )
