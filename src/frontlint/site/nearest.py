"""Did you mean: the pages nearest to a path that names none, and the pages of an alias or a URL."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import Claim, SitePage
from frontlint.hugo.values.gopath import clean, normalize
from frontlint.site.model import Site


def nearest_page(site: Site, language: str, wanted: str, asking: SitePage) -> SitePage | None:
    """The built page with a file, other than the one that asks, that a path most likely means."""
    return site.page_names(language).nearest(logical_form(wanted), asking)


def logical_form(wanted: str) -> str:
    """The logical path that a path would be from the root, were it that of a file or a link."""
    path = wanted.partition("#")[0].partition("?")[0]
    path = "/" + normalize(path).strip("/").removesuffix(".md")
    for index in ("/index", "/_index"):
        path = path.removesuffix(index) or "/"
    return clean(path.removeprefix("/content"))


def claimants(site: Site, address: str) -> Iterator[Claim]:
    """Who publishes an address that an author took for a path: `/APOM`, `/resources/lean`, `old.html`.

    A bare name is looked for at the end of addresses too, as Hugo does with the names of files.
    """
    path = clean("/" + address.partition("#")[0].partition("?")[0].strip().strip("/"))
    ends = (path, path.rstrip("/") + "/index.html")
    for output in ends:
        yield from site.claims.get(output, ())
    if path != "/" and "/" not in address:
        yield from (claim for claim in site.claims_by_name.get(path[1:], ()) if claim.output not in ends)
