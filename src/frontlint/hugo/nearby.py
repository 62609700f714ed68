"""Did you mean: the pages nearest to a path that names none, and the pages behind an alias or a URL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.hugo.gopath import clean, normalize
from frontlint.hugo.publication import Claim, SitePage
from frontlint.hugo.site import Site
from frontlint.text.words import ALIKE, likeness


def nearest_page(wanted: str, pages: Iterable[SitePage]) -> SitePage | None:
    """The page whose logical path is most like `wanted`, or that has its last part in another folder.

    None where nothing is alike enough to be meant; of equals the one with the shortest path.
    """
    path = logical_form(wanted)
    found = [(_alike(path, page.logical_path), page) for page in pages]
    near = [(alike, page) for alike, page in found if alike >= ALIKE]
    if not near:
        return None
    return min(near, key=lambda pair: (-pair[0], len(pair[1].logical_path), pair[1].logical_path))[1]


def logical_form(wanted: str) -> str:
    """The logical path that a path would be from the root, were it that of a file or a link."""
    path = wanted.partition("#")[0].partition("?")[0]
    path = "/" + normalize(path).strip("/").removesuffix(".md")
    for index in ("/index", "/_index"):
        path = path.removesuffix(index) or "/"
    return clean(path.removeprefix("/content"))


def _alike(wanted: str, path: str) -> float:
    """1 for one and the same; a page of that very name in another folder counts as near."""
    folder, _, name = wanted.rpartition("/")
    other_folder, _, other = path.rpartition("/")
    same_folder = folder in ("", other_folder)
    if name == other:
        return 1.0 if folder == other_folder else 0.9
    return likeness(name, other) - (0 if same_folder else 0.1)


def claimants(site: Site, address: str) -> Iterator[Claim]:
    """Who publishes an address that an author took for a path: `/APOM`, `/resources/lean`, `old.html`.

    A bare name is looked for at the end of addresses too, as Hugo does with the names of files.
    """
    path = clean("/" + address.partition("#")[0].partition("?")[0].strip().strip("/"))
    ends = (path, path.rstrip("/") + "/index.html")
    for output in ends:
        yield from site.claims.get(output, ())
    if path != "/" and "/" not in address:
        for output, claims in site.claims.items():
            if output not in ends and output.endswith(ends):
                yield from claims
