"""`frontlint urls`: every URL that the site publishes, with its owner."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from frontlint.base.shown import shown_path
from frontlint.cli.each import Sites
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions, TextFormat
from frontlint.cli.places import asked, places_of
from frontlint.cli.project import request_at
from frontlint.cli.streams import printed, say, stdout
from frontlint.engine.request import Request
from frontlint.engine.sites import build_site
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.hugo.pages.uncertain import page_notes, uncertain_notes
from frontlint.hugo.templates import template_notes
from frontlint.report.output import Output
from frontlint.report.terminal import ColorChoice
from frontlint.site.model import Site

SCHEMA_VERSION = 1
_MOST = 3


def run_urls(path: Path | None, site_options: SiteOptions, output_format: TextFormat) -> Exit:
    """Prints the pages and aliases of the site that holds `path`."""
    sites = Sites(places_of(asked(path), site_options))
    found = sites.each(lambda place: _found(request_at(place, site_options), sites))
    if output_format is TextFormat.JSON:
        if found:
            _write_json(found, sites)
    else:
        sites.each_of(
            ((request.project, (request, site)) for request, site in found), lambda one: _show(*one, sites)
        )
    return sites.over((), [request.crashes for request, _ in found])


def _found(request: Request, sites: Sites) -> tuple[Request, Site]:
    """A site, put together; its notes are said."""
    site = build_site(request)
    of_pages = (*page_notes(site.publication), *uncertain_notes(site.publication))
    notes = (*site.config.notes, *of_pages, *template_notes(request.tree, site.config))
    for text in dict.fromkeys(note.text for note in notes):
        say(f"note: {sites.name(request.project)}{text}")
    return request, site


def _show(request: Request, site: Site, sites: Sites) -> None:
    with printed(request.project) as to:
        to.write(sites.heading(request.project))
        for line in as_text(site, to):
            to.write(line + "\n")


def _write_json(found: Sequence[tuple[Request, Site]], sites: Sites) -> None:
    """One document; of several sites, each row says whose it is."""
    rows: dict[str, list[dict[str, object]]] = {"pages": [], "aliases": []}
    for request, site in found:
        for clash in site.folder_clashes:
            both = f"{clash.output} is a file for one output and a folder for another"
            say(f"note: {sites.name(request.project)}Hugo's build stops: {both}")
        out = stdout(request.project, ColorChoice.NEVER)
        whose = {"site": shown_path(request.project)} if sites.several else {}
        for name, some in as_rows(site, out).items():
            rows[name] += ({**row, **whose} for row in some)
    out.write(json.dumps({"schema_version": SCHEMA_VERSION, **rows}, indent=2) + "\n")


def as_rows(site: Site, to: Output) -> dict[str, list[dict[str, object]]]:
    """The URLs as `urls --format json` has them: every HTML file once for each that claims it.

    Paths are from the current folder, as `check` has them.
    """
    claims = site.publication.claims
    return {
        "pages": [_page(claim, to) for claim in claims if claim.why in (ClaimKind.PAGE, ClaimKind.MADE)],
        "aliases": [
            _alias(claim, to) for claim in claims if claim.why in (ClaimKind.ALIAS, ClaimKind.REDIRECT)
        ],
    }


def _page(claim: Claim, to: Output) -> dict[str, object]:
    page = claim.page
    return {
        "path": to.display(page.path) if page.path else None,
        "kind": page.kind.value,
        "language": page.language,
        "url": claim.url,
        "output": claim.output,
    }


def _alias(claim: Claim, to: Output) -> dict[str, object]:
    return {
        "path": to.display(claim.page.path) if claim.page.path else None,
        "language": claim.page.language,
        "alias": claim.alias.value if claim.alias else None,
        "url": claim.url,
        "output": claim.output,
        "to": claim.to,
    }


def as_text(site: Site, to: Output) -> Iterator[str]:
    """One line a URL, those with several owners first: the URL, what it is, whose it is."""
    shared = dict(site.shared_claims)
    shared.update((group[0].output, group) for group in site.format_clashes)
    several = [shared[output] for output in sorted(shared)]
    if several:
        count = "1 URL" if len(several) == 1 else f"{len(several)} URLs"
        yield f"{count} with several owners; Hugo keeps one of them by chance:"
        for group in several:
            yield f"  {to.clean(group[0].url)}"
            for claim in group:
                yield from _indented(_owner(claim, to), to)
        yield ""
    yield from _folder_clashes(site, to)
    # On a terminal most rows have no room for a column.
    longest = max((len(claim.url) for claim in site.publication.claims), default=0)
    width = 0 if to.width else min(60, longest)
    for claim in site.publication.claims:
        yield from _row(to.clean(claim.url), width, _owner(claim, to), to)


def _row(url: str, width: int, owner: str, to: Output) -> Iterator[str]:
    """One line in a pipe. On a terminal where that is too long, the owner is below; a URL is never cut."""
    line = f"{url:<{width}}  {owner}"
    if not to.width or to.glyphs.width(line) <= to.width:
        yield line
        return
    yield url
    yield from _indented(owner, to)


def _indented(owner: str, to: Output) -> Iterator[str]:
    """An owner below its URL; on a narrow terminal, what it leads to is on the next line."""
    head, arrow, goal = owner.partition(" -> ")
    if arrow and to.width and to.glyphs.width(owner) + 4 > to.width:
        yield f"    {head}"
        yield f"      -> {goal}"
    else:
        yield f"    {owner}"


def _folder_clashes(site: Site, to: Output) -> Iterator[str]:
    """What cannot be written beside each other: the path, who wants a file there, who a folder."""
    clashes = site.folder_clashes
    if not clashes:
        return
    count = "1 path is" if len(clashes) == 1 else f"{len(clashes)} paths are"
    yield f"{count} both a file and a folder, so Hugo's build stops:"
    for clash in clashes:
        yield f"  {to.clean(clash.output)}"
        static = ("a static file",) if clash.static else ()
        yield from (f"    file: {owner}" for owner in (*static, *(_owner(one, to) for one in clash.files)))
        inside = (f"the static file {to.clean(clash.static_below)}",) if clash.static_below else ()
        below = clash.below[:_MOST]
        yield from (f"    folder: {owner}" for owner in (*inside, *(_owner(one, to) for one in below)))
        if len(clash.below) > _MOST:
            yield f"    folder: {len(clash.below) - _MOST} more"
    yield ""


def _owner(claim: Claim, to: Output) -> str:
    """`alias of content/x.md`, `page content/x.md`, `section, made by Hugo`."""
    page = claim.page
    owner = to.shown(page.path) if page.path else f"{page.kind} {to.clean(page.logical_path)}, made by Hugo"
    if claim.why is ClaimKind.ALIAS:
        return f"alias of {owner} -> {to.clean(claim.to)}"
    if claim.why is ClaimKind.REDIRECT:
        return f"redirect of Hugo -> {to.clean(claim.to)}"
    if claim.why is ClaimKind.FORMAT:
        return f"{claim.format} of {owner}"
    return f"{page.kind} {owner}" if page.path else owner
