"""`frontlint tree`: which classification stands below which."""

from __future__ import annotations

from pathlib import Path

from frontlint.base.errors import UsageError
from frontlint.cli.exit import Exit
from frontlint.cli.options import SiteOptions, TreeFormat
from frontlint.cli.project import asked, request_for
from frontlint.cli.streams import bug, printed, stdout
from frontlint.engine.sites import site_with_links
from frontlint.hugo.pages.publication import ContentPage
from frontlint.report.terminal import ColorChoice
from frontlint.report.tree import forest, write_dot, write_json, write_mermaid, write_text
from frontlint.site.model import Site
from frontlint.website.site import website_of

_WRITERS = {
    TreeFormat.JSON: write_json,
    TreeFormat.MERMAID: write_mermaid,
    TreeFormat.DOT: write_dot,
}


def run_tree(
    page: Path | None, site_options: SiteOptions, output_format: TreeFormat, color: ColorChoice
) -> Exit:
    """Prints the hierarchy of the site that holds `page`: all of it for a folder, one page's part else."""
    request = request_for(asked(page), site_options)
    site, findings = site_with_links(request)
    only = None
    if page is not None and page.is_file():
        only = _classification(site, request.project, page)
    drawn = forest(site, findings, only)
    if output_format is TreeFormat.TEXT:
        with printed(request.project, color) as to:
            write_text(drawn, to)
    else:
        _WRITERS[output_format](drawn, stdout(request.project, color))
    return bug(request.crashes.logs) if request.crashes.logs else Exit.OK


def _classification(site: Site, project: Path, page: Path) -> ContentPage:
    found = site.page(page.resolve().relative_to(project.resolve()).as_posix())
    if found is None or not website_of(site).is_classification(found):
        raise UsageError(
            "this page is no classification: only tags, categories and concepts have a place", str(page)
        )
    return found
