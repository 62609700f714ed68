"""What the makers of a website have agreed on beyond Hugo, as far as others may rely on it."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.hugo.pages.publication import ContentPage, SitePage


class Conventions:
    """No agreement at all: what holds for any Hugo site. A website's own wing says more."""

    present: bool = False
    """Whether any page follows conventions: without one, no rule about them has anything to say."""

    @property
    def closed(self) -> frozenset[tuple[str, str]]:
        """Language and plural name of the taxonomies in which each term needs its own page."""
        return frozenset()

    def closing(self, pages: Iterable[ContentPage]) -> frozenset[tuple[str, str]]:
        """Those that some of the site's pages close."""
        return frozenset()

    @property
    def redirected(self) -> frozenset[str]:
        """The addresses that the server redirects, as `same_alias` writes them."""
        return frozenset()

    def names_of(self, page: SitePage) -> tuple[str, ...]:
        """The names that a page keeps for ever, whatever its file is called."""
        return ()

    def named(self, name: str) -> tuple[ContentPage, ...]:
        """The pages with such a name."""
        return ()
