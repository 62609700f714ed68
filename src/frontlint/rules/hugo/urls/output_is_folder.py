"""Keep files and folders of the published site apart.

Why: Where one output is a file and another needs a folder of that name, Hugo cannot write both. Its build
    stops with "not a directory" or "is a directory" and names no page, or the page is lost.
Bad:
    # content/posts/plan.md
    aliases:
      - /old.html
    # content/posts/plan-of-last-year.md
    aliases:
      - /old.html/part-two/
Good:
    # content/posts/plan.md
    aliases:
      - /old.html
    # content/posts/plan-of-last-year.md
    aliases:
      - /old/part-two/
Note: Pages, aliases, feeds and static files count. Static files of themes and modules that are not on
    disk, and files in page bundles, are not known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.base.phrases import clip
from frontlint.findings.finding import Finding, Severity
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint.rule import SiteRule
from frontlint.site.collisions import MOST, label_at, page_key, page_name, place
from frontlint.site.folders import FolderClash
from frontlint.site.model import Site


class OutputIsFolder(SiteRule):
    """Output files against the folders of other output files, static ones too."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each side of a clash that has a page with a file, at the first of its pages."""
        for clash in site.folder_clashes:
            files, below = _with_file(clash.files), _with_file(clash.below)
            if files and (clash.below or clash.static_below):
                yield self._clash(files, clash.below, _needs_folder(clash, files[0]), clash)
            if below and (clash.files or clash.static):
                yield self._clash(below, clash.files, _needs_file(clash, below[0]), clash)

    def _clash(
        self, mine: Sequence[Claim], theirs: Sequence[Claim], message: str, clash: FolderClash
    ) -> Finding:
        first, where = mine[0], place(mine[0])
        others = [claim for claim in theirs if claim.page.path is not None] or list(mine[1:])
        words = (
            "also needs this folder"
            if others and others[0] in mine
            else "and this one cannot both be written"
        )
        return self.at(
            first.page,
            where if where.route else where.span,
            message,
            help=_advice(first, clash),
            label="Hugo cannot write this",
            related=tuple(label_at(one, words) for one in others[:MOST]),
        )


def _with_file(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each page that has a file: what an alias or a section's own file writes comes first."""
    first: dict[object, Claim] = {}
    for claim in claims:
        if claim.page.path is not None:
            first.setdefault((page_key(claim.page), claim.written), claim)
    return sorted(first.values(), key=lambda claim: claim.output.count("/"))


def _needs_folder(clash: FolderClash, claim: Claim) -> str:
    other = clash.below[0] if clash.below else None
    owner = f"{page_name(other.page, 30, claim.page)} needs" if other else "static files need"
    return f"{_subject(claim)} is a file, but {owner} a folder there"


def _needs_file(clash: FolderClash, claim: Claim) -> str:
    needs = f"{_subject(claim)} needs the folder `{clip(clash.output, 24)}`"
    if clash.static:
        return f"{needs}, but that is a static file"
    return f"{needs}, but {page_name(clash.files[0].page, 18, claim.page)} makes it a file"


def _subject(claim: Claim) -> str:
    if claim.alias is not None:
        return f"the alias `{clip(claim.alias.value, 20)}`"
    what = f"the {claim.format}" if claim.why is ClaimKind.FORMAT else "this page"
    return f"{clip(what, 12)} at `{clip(claim.url, 20)}`"


def _advice(claim: Claim, clash: FolderClash) -> str:
    another = (
        "remove the alias" if claim.alias is not None else "give this page another url, or rename its file"
    )
    if clash.static or clash.static_below:
        file = clash.output if clash.static else clash.static_below
        return f"{another}, or rename the static file {clip(file.lstrip('/'), 40)}"
    return f"{another}, or move the other one"
