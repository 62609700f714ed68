"""What only the pages themselves show that frontlint does not follow."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.config import Note
from frontlint.hugo.config.notes import cascaded_sites
from frontlint.hugo.publication import Publication, SitePage


def page_notes(publication: Publication) -> Iterator[Note]:
    """A note where a page's own cascade hands down `sites`."""
    if any(
        "sites" in page.front and not page.certain and _is_handed_down(page) for page in publication.pages
    ):
        yield cascaded_sites()


def _is_handed_down(page: SitePage) -> bool:
    return page.facts is None or "sites" not in page.facts.front
