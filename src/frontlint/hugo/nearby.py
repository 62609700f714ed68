"""Did you mean: the pages nearest to a path that names none, and the pages behind an alias or a URL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from frontlint.hugo.gopath import clean, normalize
from frontlint.hugo.publication import Claim, SitePage
from frontlint.hugo.site import Site

_ALIKE = 0.75


def nearest_page(wanted: str, pages: Iterable[SitePage]) -> SitePage | None:
    """The page whose logical path is most like `wanted`, or that has its last part in another folder.

    None where nothing is alike enough to be meant.
    """
    path = "/" + normalize(wanted).strip("/").removesuffix(".md")
    best: tuple[float, str] = (_ALIKE, "")
    nearest = None
    for page in pages:
        alike = _alike(path, page.logical_path)
        if (alike, page.logical_path) > best:
            best, nearest = (alike, page.logical_path), page
    return nearest


def _alike(wanted: str, path: str) -> float:
    """1 for one and the same; a page of that name in another folder counts as near."""
    name, other = wanted.rpartition("/")[2], path.rpartition("/")[2]
    if name == other:
        return 0.9
    if abs(len(name) - len(other)) > 4 or not name or not other or not ({*name[:2]} & {*other[:2]}):
        return 0.0
    names = SequenceMatcher(None, name, other, autojunk=False)
    if names.real_quick_ratio() < _ALIKE or names.quick_ratio() < _ALIKE:
        return 0.0
    ratio = names.ratio()
    same_folder = wanted.rpartition("/")[0] in ("", path.rpartition("/")[0])
    return ratio if same_folder else ratio - 0.1


def claimants(site: Site, address: str) -> Iterator[Claim]:
    """Who publishes an address that an author took for a path: `/APOM`, `/resources/lean`, `old.html`."""
    path = clean("/" + address.strip().strip("/"))
    for output in (path, path.rstrip("/") + "/index.html"):
        yield from site.claims.get(output, ())
