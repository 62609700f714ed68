"""Which pages may name something that moves: a quick look, before a page is read and its links resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from frontlint.author.moves import Moves
from frontlint.author.state import State
from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.pages.publication import SitePage

_WORD = lazy_pattern(r"[^\W_]+")
_SIGNS = (b"{{", b"](", b"]:", b"/")
_ANYTHING = ""


class Touched:
    """The words in the names and addresses of all that a move changes.

    Who names a page writes the last part of its path or address, whatever comes before it; a page that
    arrives somewhere may be meant by whoever writes its new name.
    """

    def __init__(self, before: State, after: State, moves: Moves) -> None:
        self._before = before
        self._after = after
        self._moves = moves

    def may_name(self, path: str, data: bytes) -> bool:
        """Whether a page may have to change; `path` is that of a file which stays."""
        if not any(sign in data for sign in _SIGNS):
            return False
        if b"\\" in data or _ANYTHING in self._words or path in self._elsewhere:
            return True  # an escape may stand for any letter
        return not self._words.isdisjoint(_words_of(data.decode("utf-8", "replace")))

    @cached_property
    def _words(self) -> frozenset[str]:
        """One word of each name: the longest."""
        names = {name for pair in self._changed for page in pair if page is not None for name in _names(page)}
        for pair in self._moves.files.items():
            for path in pair:
                folder, _, file = path.rpartition("/")
                stem = file.partition(".")[0] or file
                names.add(folder.rpartition("/")[2] if stem in ("index", "_index") else stem)
        found = (max(words, key=len) if (words := list(_spelled(name))) else _ANYTHING for name in names)
        return frozenset(found)

    @cached_property
    def _changed(self) -> tuple[tuple[SitePage, SitePage | None], ...]:
        """The pages whose path or address is another one afterwards, each with what it has become."""
        pages = self._before.site.publication.pages
        pairs = ((page, self._moves.page(page, self._after)) for page in pages)
        return tuple((page, now) for page, now in pairs if now is None or _is_elsewhere(page, now))

    @cached_property
    def _elsewhere(self) -> frozenset[str]:
        """The files whose own address changes: what is relative counts from it."""
        return frozenset(page.path for page, _ in self._changed if page.path is not None)


def _is_elsewhere(page: SitePage, now: SitePage) -> bool:
    return (page.logical_path, page.url) != (now.logical_path, now.url)


def _names(page: SitePage) -> Iterator[str]:
    yield page.logical_path.rstrip("/").rpartition("/")[2]
    if page.url is not None:
        yield unquote(page.url).removesuffix("/index.html").rstrip("/").rpartition("/")[2]


def _words_of(text: str) -> Iterable[str]:
    yield from _spelled(text)
    if "%" in text:
        yield from _spelled(unquote(text))
    if "&" in text:
        yield from _spelled(unescape(text))


def _spelled(text: str) -> Iterable[str]:
    """The words, without what spellings of one name may differ in."""
    plain = text if text.isascii() else normalize("NFC", text)
    return _WORD.findall(plain.lower())
