"""Follows every link of a built site that stays on it."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

_LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "source": "src"}


class _Page(HTMLParser):
    """The ids and links of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value for name, value in attrs if value is not None}
        self.ids.update(named[name] for name in ("id", "name") if name in named)
        link = named.get(_LINKS.get(tag, ""))
        # A canonical address is the site's own, and leads to another server.
        if link is not None and named.get("rel") != "canonical":
            self.links.append(link)


def broken_links(site: Path, base: str = "/") -> Iterator[str]:
    """`PAGE: LINK` for each link to a file or place that the site lacks.

    `base` is the path of the site on its server. Links to other servers are not followed.
    """
    pages = {path: _Page(path.read_text(encoding="utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        for link in dict.fromkeys(page.links):
            if not _leads(link, path, pages, site, base):
                yield f"{path.relative_to(site).as_posix()}: {link}"


def _leads(link: str, path: Path, pages: dict[Path, _Page], site: Path, base: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return True
    target = _file(unquote(parts.path), path, site, base)
    if target is None or not target.is_file():
        return False
    if not parts.fragment or parts.fragment == "__skip":
        return True
    return target in pages and unquote(parts.fragment) in pages[target].ids


def _file(where: str, path: Path, site: Path, base: str) -> Path | None:
    if where.startswith("/"):
        if not where.startswith(base):
            return None
        target = site / where[len(base) :]
    else:
        target = path.parent / where if where else path
    target = Path(*PurePosixPath(target.as_posix()).parts).resolve()
    return target / "index.html" if target.is_dir() else target
