"""A file must not share a folder's name.

Why: If one published file has the name of a folder that another one needs, Hugo cannot write both. Its build
    fails with "not a directory" or "is a directory" and names no page, or the page is lost.
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
Note: Pages, aliases, feeds and static files count. frontlint does not know the files in page bundles, or
    static files of themes and modules that are not on disk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, Label, Severity, Site, SiteRule, clip, code
from frontlint.lint.pairs import ReportedPairs, faced
from frontlint.site.ages import oldest_first
from frontlint.site.collisions import page_key, page_name, place
from frontlint.site.folders import FolderClash


class OutputIsFolder(SiteRule):
    """Output files against the folders of other output files, static ones too."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page of a clash with what has no page; of two pages one for both."""
        told: ReportedPairs = set()
        for clash in site.folder_clashes:
            files, below = _with_file(clash.files), _with_file(clash.below)
            if files and below:
                yield from faced(
                    clash.output, _sides(files[0], below, site), partial(self._face, clash), told
                )
                continue
            rivals = clash.below if files else clash.files
            if rivals or clash.static or clash.static_below:
                other = next(iter(rivals), None)
                yield from (self._clash(claim, other, clash) for claim in files or below)

    def _face(self, clash: FolderClash, mine: Claim, other: Claim) -> Finding | None:
        if (mine.output == clash.output) is (other.output == clash.output):
            return None
        return self._clash(mine, other, clash)

    def _clash(self, mine: Claim, other: Claim | None, clash: FolderClash) -> Finding:
        needs = _needs_folder if mine.output == clash.output else _needs_file
        related = (
            (Label.at(other.page.path, place(other), "and this one cannot both be written"),)
            if other is not None and other.page.path is not None
            else ()
        )
        return self.at(
            mine.page,
            place(mine),
            needs(clash, mine, other),
            help=_advice(mine, clash),
            label="Hugo cannot write this",
            related=related,
        )


def _sides(file: Claim, below: Sequence[Claim], site: Site) -> Sequence[Claim]:
    """The file and what needs its folder, the oldest first; of many each is held against the file."""
    if len(below) == 1:
        return oldest_first((file, *below), lambda claim: claim.page, site.config)
    return (file, *below)


def _with_file(claims: Sequence[Claim]) -> list[Claim]:
    """One claim for each page that has a file: what an alias or a section's own file writes comes first."""
    first: dict[object, Claim] = {}
    for claim in claims:
        if claim.page.path is not None:
            first.setdefault((page_key(claim.page), claim.written), claim)
    return sorted(first.values(), key=lambda claim: claim.output.count("/"))


def _needs_folder(clash: FolderClash, claim: Claim, other: Claim | None) -> str:
    owner = f"{page_name(other.page, 30, claim.page)} needs" if other else "static files need"
    return f"{_subject(claim)} is a file, but {owner} a folder there"


def _needs_file(clash: FolderClash, claim: Claim, other: Claim | None) -> str:
    needs = f"{_subject(claim)} needs the folder `{clip(clash.output, 20)}`"
    if clash.static or other is None:
        return f"{needs}, but that is a static file"
    return f"{needs}, but {page_name(other.page, 18, claim.page)} makes it a file"


def _subject(claim: Claim) -> str:
    if claim.alias is not None:
        return f"the alias `{clip(claim.alias.value, 20)}`"
    what = f"the {clip(claim.format, 9)}" if claim.why is ClaimKind.FORMAT else "this page"
    return f"{what} at `{clip(claim.url, 18)}`"


def _advice(claim: Claim, clash: FolderClash) -> str:
    another = (
        f"delete the alias `{clip(claim.alias.value, 60)}`"
        if claim.alias is not None
        else "write another `url` for this page, or rename its file"
    )
    if clash.static or clash.static_below:
        file = clash.output if clash.static else clash.static_below
        return f"{another}, or rename the static file {code(file.lstrip('/'), 40)}"
    there = "below" if claim.output == clash.output else "at"
    return f"{another}, or move what is {there} `{clip(clash.output, 40)}`"
