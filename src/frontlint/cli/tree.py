"""`frontlint tree`: which classification is below which."""

from __future__ import annotations

from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.base.phrases import listing, shorten
from frontlint.base.suggest import did_you_mean
from frontlint.cli.each import Sites
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions, TreeFormat
from frontlint.cli.places import asked, only, places_of
from frontlint.cli.project import request_at
from frontlint.cli.streams import printed, stdout
from frontlint.engine.request import Request
from frontlint.engine.sites import site_with_links
from frontlint.hugo.pages.publication import ContentPage
from frontlint.report.terminal import ColorChoice
from frontlint.report.tree import Forest, forest, write_dot, write_json, write_mermaid, write_text
from frontlint.site.model import Site
from frontlint.website.site import website_of

_WRITERS = {
    TreeFormat.JSON: write_json,
    TreeFormat.MERMAID: write_mermaid,
    TreeFormat.DOT: write_dot,
}
_MOST = 3
"""Pages of one name that a message names."""


def run_tree(
    page: Path | None, site_options: SiteOptions, output_format: TreeFormat, color: ColorChoice
) -> Exit:
    """Prints the hierarchy of a site, or the part of it that hangs together with one page.

    `page` is a file, a folder, or else the title, slug or id of a classification in the site of the current
    folder. A folder that is not that of a classification means all of its site.
    """
    there = page is not None and page.exists()
    places = places_of(asked(page if there else None), site_options)
    if output_format is not TreeFormat.TEXT:
        only(places)  # a drawing is of one site
    sites = Sites(places)
    requests = sites.each(lambda place: request_at(place, site_options))
    projects = [(one.project, one) for one in requests]
    drawn = [
        (one, forest)
        for one, forest in sites.each_of(projects, lambda one: _drawn(one, page, sites))
        if forest
    ]
    if not drawn and page is not None and not there and requests:
        raise UsageError(f"there is no file and no classification called `{shorten(str(page))}` in any site")
    for request, one in drawn:
        if output_format is TreeFormat.TEXT:
            with printed(request.project, color) as to:
                to.write(sites.heading(request.project))
                write_text(one, to)
        else:
            _WRITERS[output_format](one, stdout(request.project, color))
    return sites.over((), [one.crashes for one in requests])


def _drawn(request: Request, page: Path | None, sites: Sites) -> tuple[Request, Forest | None]:
    """The hierarchy of one site; None where it is about a classification that another of several has."""
    site, findings = site_with_links(request)
    if page is None:
        return request, forest(site, findings, None)
    if page.exists():
        return request, forest(site, findings, _at(site, request.project, page))
    only = _called(site, str(page), maybe=sites.several)
    return request, None if only is None else forest(site, findings, only)


def _at(site: Site, project: Path, place: Path) -> ContentPage | None:
    """The classification of a file or folder; None for a folder that holds others, or the whole project."""
    real, root = place.resolve(), project.resolve()
    if not real.is_relative_to(root):
        return None
    path = real.relative_to(root).as_posix()
    website = website_of(site)
    if place.is_dir():
        inside = (page for page in site.built if page.path.rpartition("/")[0] == path)
        return next((page for page in inside if website.is_classification(page)), None)
    found = site.page(path)
    if found is None or not website.is_classification(found):
        raise UsageError("this page is not in the tree: only tags, categories and concepts are", str(place))
    return found


def _called(site: Site, name: str, *, maybe: bool) -> ContentPage | None:
    """The classification with this title, slug, id or URL, in any case.

    Raises UsageError where there is none, unless that `maybe`, or more than one.
    """
    website = website_of(site)
    wanted = name.strip("/").casefold()
    known: list[str] = []
    found: list[ContentPage] = []
    for page in site.built:
        if not website.is_classification(page):
            continue
        ids = [mark.value for key, mark in website.of(page).marks.items() if key in ("ResourceId", "ItemId")]
        names = [page.title, *_slugs(page), *ids]
        known += names[:2]
        if wanted in (one.casefold() for one in names):
            found.append(page)
    if not found and maybe:
        return None
    if not found:
        hint = did_you_mean(name, known, "; `frontlint tree` shows all")
        raise UsageError(f"there is no file and no classification called `{shorten(name)}`{hint}")
    if len(found) > 1:
        paths = listing([f"`{page.path}`" for page in found[:_MOST]], len(found[_MOST:]))
        raise UsageError(f"`{shorten(name)}` is the name of several pages: write one of {paths}")
    return found[0]


def _slugs(page: ContentPage) -> list[str]:
    """The page's address, whole and its last part, and the name of its folder."""
    address = (page.url or "").strip("/")
    folder = page.path.rpartition("/")[0]
    return [address.rpartition("/")[2], folder.rpartition("/")[2], address, folder.partition("/")[2]]
