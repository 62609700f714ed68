"""Fresh ids: 11 characters, as the website's are, that no page uses."""

from __future__ import annotations

import secrets
import string
from collections.abc import Callable

from frontlint.site.model import Site
from frontlint.website.ids import id_aliases, is_id, looks_random
from frontlint.website.site import website_of

_LENGTH = 11
_OUTER = string.ascii_letters + string.digits
_INNER = _OUTER + "-_"
_TRIES = 10_000


def used_ids(site: Site) -> frozenset[str]:
    """Every id that a page has, or that an alias is made of."""
    website = website_of(site)
    found = {name for page in site.pages for name in website.names_of(page)}
    return frozenset(found | {name for facts in site.all_facts for name, _ in id_aliases(facts)})


def fresh_id(*sites: Site, choose: Callable[[str], str] = secrets.choice) -> str:
    """An id that none of some sites uses; `choose` takes one of some characters at random.

    It begins with a letter and ends with a letter or digit, so that no format needs quotes for it, and is
    not made of words. Ids that differ from a used one in case only are not taken: some disks ignore case.
    """
    used = {name.lower() for site in sites for name in used_ids(site)}
    for _ in range(_TRIES):
        inner = "".join(choose(_INNER) for _ in range(_LENGTH - 2))
        found = choose(string.ascii_letters) + inner + choose(_OUTER)
        if is_id(found) and looks_random(found) and found.lower() not in used:
            return found
    raise RuntimeError("no id is left")  # of 64 to the power of 11: the source of chance is broken
