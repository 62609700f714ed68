"""Which sections have their pages in an order by weight."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from frontlint.hugo.fields import as_number
from frontlint.hugo.pages.publication import SitePage


class Section:
    """The pages of one list: how many there are, how many say a weight, and how many one that is not 0."""

    def __init__(self) -> None:
        self._pages = self._said = self._counting = 0

    def add(self, page: SitePage) -> None:
        """Counts a page in."""
        self._pages += 1
        self._said += "weight" in page.front
        self._counting += as_number(page.front.get("weight")) != 0

    @property
    def is_order(self) -> bool:
        """Whether all say a weight, and at least two of them one that counts."""
        return self._pages == self._said and self._counting > 1


class Weights:
    """The sections of a site; `weights[page]` is that of a page."""

    def __init__(self, pages: Iterable[SitePage]) -> None:
        self._sections: defaultdict[tuple[str, str, str], Section] = defaultdict(Section)
        for page in pages:
            self[page].add(page)

    def __getitem__(self, page: SitePage) -> Section:
        return self._sections[page.language, page.kind, page.logical_path.rpartition("/")[0]]
