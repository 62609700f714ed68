"""Which keys of the website's the pages of a site have: they decide which of its rules apply."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.engine.discover import survey
from frontlint.engine.request import Request
from frontlint.engine.scanner import read_page
from frontlint.website.marks import OWN_KEYS


def website_keys(request: Request) -> Mapping[str, str]:
    """Each key that some page has, in lower case, with the first such page. Reads no more than it must.

    A page that cannot be read has none.
    """
    found: dict[str, str] = {}
    for path in survey(request.tree, request.config).pages:
        if len(found) == len(OWN_KEYS):
            break
        try:
            page = read_page(request.project, path, request.config, request.settings.limits)
        except OSError:
            continue
        for key in () if page.document.unread else OWN_KEYS & page.keys:
            found.setdefault(key, path)
    return found
