"""What refs, paths and links mean before a move, and how to say the same after it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from posixpath import dirname, join, normpath, relpath
from urllib.parse import quote, unquote

from frontlint.author.links import Link
from frontlint.author.moves import Moves
from frontlint.author.refs import split, ways
from frontlint.author.state import State
from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.content.paths import content_path
from frontlint.hugo.pages.publication import ContentPage, SitePage
from frontlint.hugo.refs.refs import Resolution

_LONGEST = 2000
"""Characters of a link's path; no file system and no browser takes a longer one."""

Context = tuple[ContentPage, SitePage]
"""A page as it was and as it is: what is relative counts from it."""


class Meaning:
    """Both states of a site, and which page has become which."""

    def __init__(self, before: State, after: State, moves: Moves) -> None:
        self.before = before
        self.after = after
        self.moves = moves

    def contexts(self, old: str, new: str) -> Sequence[Context]:
        """The pages of a file, then and now, in each language."""
        pairs = ((page, self._now(page, new)) for page in self.before.pages_of(old))
        return [(page, now) for page, now in pairs if now is not None]

    def _now(self, page: ContentPage, new: str) -> SitePage | None:
        found = self.moves.page(page, self.after)
        return found or next((one for one in self.after.pages_of(new) if one.language == page.language), None)

    def call(self, contexts: Iterable[Context], call: RefCall) -> str | None:
        """Another path for a ref, None where its own still means the same, or meant nothing."""
        written = call.path or ""

        def named(site: State, page: SitePage, path: str) -> Resolution:
            return site.site.resolve(page, call._replace(path=path))

        return self._other(contexts, written, named)

    def path(self, contexts: Iterable[Context], written: str, rooted: str = "") -> str | None:
        """The same for a path as GetPage takes it; `rooted` is put before it."""

        def named(site: State, page: SitePage, path: str) -> Resolution:
            return site.site.resolve_path(page, rooted + path.lstrip("/") if rooted else path)

        return self._other(contexts, written, named)

    def _other(
        self,
        contexts: Iterable[Context],
        written: str,
        named: Callable[[State, SitePage, str], Resolution],
    ) -> str | None:
        wanted = [
            (now, target)
            for then, now in contexts
            if (target := self._target(named(self.before, then, written))) is not None
        ]
        if not wanted:
            return None

        def right(path: str) -> bool:
            return all(same(_meant(named(self.after, now, path)), target) for now, target in wanted)

        if right(written):
            return None
        path, tail = split(written)
        now, target = wanted[0]
        plain = unquote(path) if "%" in path else path
        for way in ways(plain, target, now, self.after.config):
            for spelling in (way, quote(way, safe="/._-~!$&'()*+,;=:@")):
                if right(spelling + tail):
                    return spelling + tail
        return None

    def _target(self, found: Resolution) -> SitePage | None:
        """What a page that was meant has become; None for one that is gone."""
        meant = _meant(found)
        return None if meant is None else self.moves.page(meant, self.after)

    def link(self, contexts: Sequence[Context], old: str, new: str, link: Link) -> str | None:
        """Another address for a Markdown link, as it is written; None where it may stay."""
        path, tail = split(link.address)
        head = path.partition("/")[0]
        if not path or len(path) > _LONGEST or path.startswith("//") or ":" in head:
            return None
        plain = unquote(path)
        found = self._file(plain, old, new)
        if found is None and contexts:
            found = self._elsewhere(plain, contexts)
        if found is None or found == plain:
            return None
        return _spelled(found, path, link.angle) + tail

    def _elsewhere(self, path: str, contexts: Sequence[Context]) -> str | None:
        """A link that names a page, or is an address; an address that is a name, too, stays one."""
        address = self._address(path, contexts)
        name = self._by_name(path, contexts)
        if name is None or address is None:
            return name if address is None else address
        if self._means_the_same(path, address, contexts):
            return address
        return name if self._has_hook else address

    def _means_the_same(self, path: str, other: str, contexts: Sequence[Context]) -> bool:
        """Whether GetPage finds under another path now what it found under this one."""
        for then, now in contexts:
            target = self._target(self.before.site.resolve_path(then, path))
            if not same(_meant(self.after.site.resolve_path(now, other)), target):
                return False
        return True

    def _file(self, path: str, old: str, new: str) -> str | None:
        """A link to a file beside the page, as editors and forges follow it, or to one from the content."""
        if path.startswith("/"):
            return self._rooted_file(path)
        file = normpath(join(dirname(old), path))
        if file not in self.before.files:
            return None
        to = self.moves.of(file)
        if normpath(join(dirname(new), path)) == to:
            return path
        way = relpath(to, dirname(new) or ".")
        return f"./{way}" if path.startswith("./") and not way.startswith(".") else way

    def file(self, contexts: Sequence[Context], path: str) -> str | None:
        """Another path from the root for a file of a bundle, as front matter names images."""
        if len(path) > _LONGEST:
            return None
        return self._rooted_file(path) or (self._address(path, contexts) if contexts else None)

    def _rooted_file(self, path: str) -> str | None:
        files = self._by_inside.get(normpath(path), ())
        inside = {content_path(self.moves.of(file), self.after.config) for file in files}
        return inside.pop() if len(inside) == 1 else None

    @cached_property
    def _by_inside(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for file in self.before.files:
            inside = content_path(file, self.before.config)
            if inside is not None:
                found.setdefault(inside, []).append(file)
        return found

    @cached_property
    def _has_hook(self) -> bool:
        """Whether a template takes the addresses of links for paths of pages, as Hugo's own does."""
        config = self.before.config
        if len(config.languages) > 1 and not config.default.host_dir:
            return True
        names = (name for folder in config.layouts for name in self.before.tree.below(folder))
        return any("/_markup/render-link" in f"/{name}" for name in names)

    def _by_name(self, path: str, contexts: Sequence[Context]) -> str | None:
        """A link that names a page as GetPage does: Hugo's own template for links resolves it."""
        meant = [_meant(self.before.site.resolve_path(then, path)) for then, _ in contexts]
        if None in meant:
            return None
        return self.path(contexts, path) or path

    def _address(self, path: str, contexts: Sequence[Context]) -> str | None:
        """A link that is an address of the published site, seen from the page's own."""
        found = {self._other_address(path, then, now) for then, now in contexts}
        return found.pop() if len(found) == 1 else None

    def _other_address(self, path: str, then: SitePage, now: SitePage) -> str | None:
        if then.url is None or now.url is None:
            return None
        address = _key(join(_folder_of(then.url), path))
        to = self._moved_address(address, then.language)
        if to is None:
            return None
        if path.startswith("/"):
            return path if _key(to) == address else _like(unquote(to), path)
        if _key(join(_folder_of(now.url), path)) == _key(to):
            return path
        return _like(relpath(_key(to), _folder_of(now.url)), path)

    def _moved_address(self, address: str, language: str) -> str | None:
        """Where what was published at an address is published now; None where nothing was."""
        page = self._pages_by_url.get(address)
        if page is not None:
            now = self.moves.page(page, self.after)
            return None if now is None else now.url
        above, rest = address.rpartition("/")[0] or "/", address.rpartition("/")[2]
        while True:
            page = self._pages_by_url.get(above)
            if page is not None and page.path is not None:
                return self._resource(page, rest) or self._static(address)
            if above == "/":
                return self._static(address)
            above, _, name = above.rpartition("/")
            above, rest = above or "/", f"{name}/{rest}"

    def _resource(self, page: SitePage, rest: str) -> str | None:
        file = f"{dirname(page.path or '')}/{rest}"
        now = self.moves.page(page, self.after)
        if file not in self.before.files or now is None or now.url is None:
            return None
        return join(now.url, rest)

    def _static(self, address: str) -> str | None:
        base = self.before.config.default.link_base
        return address if address.removeprefix(base).lstrip("/") in self.before.site.static_files else None

    @cached_property
    def _pages_by_url(self) -> dict[str, SitePage]:
        pages = self.before.site.publication.pages
        return {_key(page.url): page for page in pages if page.url is not None and page.built}


def _meant(found: Resolution) -> SitePage | None:
    """The page of a ref, or the one page that would be meant if it were built."""
    if found.page is not None:
        return found.page
    return found.hidden[0] if len(found.hidden) == 1 else None


def same(one: SitePage | None, other: SitePage | None) -> bool:
    """Whether two are one page of one state of the site."""
    if one is None or other is None:
        return one is other
    return (one.language, one.logical_path, one.path) == (other.language, other.logical_path, other.path)


def _key(url: str) -> str:
    """An address without what makes no difference."""
    path = normpath(unquote(url))
    return (path.removesuffix("/index.html") or "/") if path.startswith("/") else path


def _folder_of(url: str) -> str:
    return url if url.endswith("/") else dirname(url)


def _like(path: str, written: str) -> str:
    """An address that ends as the author's does."""
    path = path.rstrip("/") or "/"
    if written.endswith("/index.html"):
        return f"{path}/index.html"
    return f"{path}/" if written.endswith("/") and path != "/" else path


def _spelled(path: str, before: str, angle: bool) -> str:
    if "%" in before:
        return quote(path, safe="/._-~!$&'*+,;=:@")
    if angle:
        return path
    for char, code in ((" ", "%20"), ("(", "%28"), (")", "%29"), ("<", "%3C")):
        path = path.replace(char, code)
    return path
