"""The names of a language's pages, ready to be asked which one a misspelt path means."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from frontlint.base.suggest import ALIKE, likeness
from frontlint.hugo.pages.publication import SitePage

_ELSEWHERE = 0.1
"""What a page in another folder is less alike."""

MOST_COMPARED = 200_000
"""Names that misspelt ones are held against, all in all; more would be too many to read."""


class PageNames:
    """Pages by the first and the last letter of their names: a slip of the pen leaves one of the two alone.

    Each path is looked up once, however many links are broken in the same way.
    """

    def __init__(self, pages: Iterable[SitePage]) -> None:
        self._buckets: dict[str, list[tuple[str, str, SitePage]]] = defaultdict(list)
        self._found: dict[str, list[SitePage]] = {}
        self._by_name: dict[str, list[SitePage]] = defaultdict(list)
        self._folders: set[str] = {""}
        self._left = MOST_COMPARED
        for page in sorted(pages, key=lambda page: (len(page.logical_path), page.logical_path)):
            folder, _, name = page.logical_path.rpartition("/")
            self._folders.add(folder)
            self._by_name[name].append(page)
            for bucket in {"^" + name[:1], name[-1:] + "$"}:
                self._buckets[bucket].append((folder, name, page))

    def nearest(self, path: str, other_than: SitePage | None = None) -> SitePage | None:
        """The page whose logical path is most like `path`, or that has its last part in another folder.

        None where nothing is alike enough to be meant; of equals the one with the shortest path.
        """
        folder, _, name = path.rpartition("/")
        if folder not in self._folders and name in self._by_name:
            # A folder was renamed, and thousands of links are broken: nothing is nearer than the name itself.
            same = (page for page in self._by_name[name] if page is not other_than)
            found = next(same, None)
            if found is not None:
                return found
        if path not in self._found:
            self._found[path] = self._nearest(path) if self._left > 0 else []
        return next((page for page in self._found[path] if page is not other_than), None)

    def _nearest(self, path: str) -> list[SitePage]:
        """The best two: the page that asks may be one of them."""
        folder, _, name = path.rpartition("/")
        found: dict[str, tuple[float, SitePage]] = {}
        for bucket in ("^" + name[:1], name[-1:] + "$"):
            self._left -= len(self._buckets.get(bucket, ()))
            for other_folder, other, page in self._buckets.get(bucket, ()):
                alike = _alike(folder, name, other_folder, other)
                if alike >= ALIKE:
                    found[page.logical_path] = (alike, page)
        ranked = sorted(
            found.values(),
            key=lambda pair: (-pair[0], len(pair[1].logical_path), pair[1].logical_path),
        )
        return [page for _, page in ranked[:2]]


def _alike(folder: str, name: str, other_folder: str, other: str) -> float:
    """1 for one and the same; a page of that very name in another folder counts as near."""
    if name == other:
        return 1.0 if folder == other_folder else 1.0 - _ELSEWHERE
    return likeness(name, other) - (0 if folder in ("", other_folder) else _ELSEWHERE)
