"""Who has which ResourceId or ItemId."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from frontlint.base.record import NamedTuple
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.pages.publication import ContentPage
from frontlint.website.ids import ID_KEYS
from frontlint.website.marks_of import Marks


class IdUse(NamedTuple):
    """One ResourceId or ItemId of one page."""

    page: ContentPage
    key: str
    id: Entry[str]


class Ids(Mapping[str, tuple[IdUse, ...]]):
    """The uses of each id; a page with one id in both keys counts once.

    Kept is the page, or a list where there are several: nearly each id has one, and nobody asks for it.
    `marks_of` gives the marks of a page.
    """

    def __init__(self, pages: Iterable[ContentPage], marks_of: Callable[[ContentPage], Marks]) -> None:
        self._marks_of = marks_of
        self._owners: dict[str, ContentPage | list[ContentPage]] = {}
        for page in pages:
            marks, seen = marks_of(page), ""
            for key in ID_KEYS:
                id_ = marks.text(key)
                if id_ and id_ != seen:
                    seen = id_
                    self._add(id_, page)

    def _add(self, id_: str, page: ContentPage) -> None:
        known = self._owners.setdefault(id_, page)
        if isinstance(known, list):
            known.append(page)
        elif known is not page:
            self._owners[id_] = [known, page]

    def _uses_on(self, page: ContentPage) -> Iterator[IdUse]:
        marks = self._marks_of(page)
        seen = None
        for key in ID_KEYS:
            mark = marks.get(key)
            if mark is not None and mark.value != seen:
                seen = mark.value
                yield IdUse(page, key, mark)

    def __getitem__(self, id_: str) -> tuple[IdUse, ...]:
        found = self._owners[id_]
        pages = found if isinstance(found, list) else (found,)
        return tuple(use for page in pages for use in self._uses_on(page) if use.id.value == id_)

    def __iter__(self) -> Iterator[str]:
        return iter(self._owners)

    def __len__(self) -> int:
        return len(self._owners)

    def shared(self) -> Iterator[tuple[str, tuple[IdUse, ...]]]:
        """The ids that several pages have."""
        return ((id_, self[id_]) for id_, pages in self._owners.items() if isinstance(pages, list))
