"""Cascades: the front matter that a page gets from those above it and from the configuration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from frontlint.doc.document import Value
from frontlint.hugo.config import Cascade, Config, Language, Target
from frontlint.hugo.config.targets import read_cascades
from frontlint.hugo.glob import GlobError, matches
from frontlint.hugo.gopath import ancestors
from frontlint.hugo.node import Front, Seed


class Cascades:
    """What is handed down in one language: filled from the root downwards, asked for each page."""

    def __init__(self, language: Language, config: Config) -> None:
        self._language = language
        self._config = config
        self._handed: dict[str, tuple[Cascade, ...]] = {}

    def front(self, seed: Seed) -> Front:
        """The front matter in effect: the page's own, then its own cascade, then the nearest above it.

        The first value of a key wins as a whole; nothing is merged (page__meta.go:setMetaPost).
        """
        chain = self.chain(seed)
        if not chain:
            return seed.own
        effective: dict[str, Value] = {}
        for cascade in reversed(chain):
            if self._is_for(cascade.target, seed):
                effective.update(cascade.values)
        effective.update(seed.own)
        return effective

    def chain(self, seed: Seed) -> tuple[Cascade, ...]:
        """The cascades for a page, the strongest first, whatever their targets."""
        return (*own_cascades(seed.own), *self._above(seed.path))

    def hand_down(self, seed: Seed) -> None:
        """Lets what lies below the page have its cascade; a page that is dropped hands nothing down."""
        own = own_cascades(seed.own)
        if own:
            self._handed[seed.path] = (*own, *self._above(seed.path))

    def _above(self, path: str) -> tuple[Cascade, ...]:
        if self._handed:
            for above in ancestors(path):
                if above in self._handed:
                    return self._handed[above]
        return self._language.cascade

    def _is_for(self, target: Target, seed: Seed) -> bool:
        """Every part of the target that is set must fit (page_matcher.go)."""
        asked = (
            (target.path, seed.path),
            (target.kind, seed.kind),
            (target.lang, seed.language.code),
            (target.environment, self._config.environment),
        )
        return all(not pattern or matches(pattern, text) for pattern, text in asked)


def own_cascades(front: Front) -> Sequence[Cascade]:
    """The cascades that a page's own front matter names; none where Hugo refuses them."""
    if "cascade" not in front:
        return ()
    try:
        return read_cascades(front["cascade"])
    except GlobError:
        return ()


def downwards(seeds: Iterable[Seed]) -> list[Seed]:
    """Seeds in an order in which whatever hands down comes before what lies below it."""
    return sorted(seeds, key=lambda seed: (seed.path != "/", seed.path.count("/"), seed.path))
