"""What only the pages themselves show that frontlint does not follow."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.config import Note, NoteKind
from frontlint.hugo.config.notes import cascaded_sites
from frontlint.hugo.pages.publication import Publication, SitePage


def page_notes(publication: Publication) -> Iterator[Note]:
    """A note where a page's own cascade hands down `sites`."""
    if any(
        "sites" in page.front and not page.certain and _is_handed_down(page) for page in publication.pages
    ):
        yield cascaded_sites()


def uncertain_notes(publication: Publication) -> Iterator[Note]:
    """A note if the URL of a page is uncertain, for commands that list it anyway."""
    unsure = [page for page in publication.pages if page.rendered and not page.certain]
    if unsure:
        first = unsure[0].path or f"{unsure[0].logical_path}, made by Hugo"
        more = f" and {len(unsure) - 1} more" if len(unsure) > 1 else ""
        yield Note.of(NoteKind.UNCERTAIN, f" {first}{more}")


def _is_handed_down(page: SitePage) -> bool:
    return page.facts is None or "sites" not in page.facts.front
