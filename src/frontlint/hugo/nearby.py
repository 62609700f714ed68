"""Did you mean: the pages nearest to a path that names none, and the pages behind an alias or a URL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.hugo.gopath import clean, normalize
from frontlint.hugo.publication import Claim, SitePage
from frontlint.hugo.site import Site
from frontlint.text.words import ALIKE, likeness


def nearest_page(wanted: str, pages: Iterable[SitePage]) -> SitePage | None:
    """The page whose logical path is most like `wanted`, or that has its last part in another folder.

    None where nothing is alike enough to be meant.
    """
    path = "/" + normalize(wanted).strip("/").removesuffix(".md")
    best: tuple[float, str] = (ALIKE, "")
    nearest = None
    for page in pages:
        alike = _alike(path, page.logical_path)
        if (alike, page.logical_path) > best:
            best, nearest = (alike, page.logical_path), page
    return nearest


def _alike(wanted: str, path: str) -> float:
    """1 for one and the same; a page of that very name in another folder counts as near."""
    folder, _, name = wanted.rpartition("/")
    other_folder, _, other = path.rpartition("/")
    if name == other:
        return 0.9
    same_folder = folder in ("", other_folder)
    return likeness(name, other) - (0 if same_folder else 0.1)


def claimants(site: Site, address: str) -> Iterator[Claim]:
    """Who publishes an address that an author took for a path: `/APOM`, `/resources/lean`, `old.html`."""
    path = clean("/" + address.strip().strip("/"))
    for output in (path, path.rstrip("/") + "/index.html"):
        yield from site.claims.get(output, ())
