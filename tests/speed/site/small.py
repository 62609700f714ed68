"""A site of small pages: 1.1 KB each, 8 keys, nothing that only this field's websites have."""

from __future__ import annotations

from speed.site.dice import Dice
from speed.site.page import Draft, link
from speed.site.plan import day
from speed.site.prose import Prose, resource_title, slug, tag_title

_SIZE = 1_100
_TAGS = 200
_FOLDER = 200
_DICE = 7 << 28


def small_page(pages: int, seed: int, number: int) -> Draft:
    """The page with this number, of so many."""
    prose = Prose(Dice(seed, _DICE + number))
    title = resource_title(number)[0]
    page = Draft(_path(number))
    page.set("title", title)
    page.set("description", prose.description())
    page.set("date", f"{day(number)}T{6 + number % 12:02}:00:00Z")
    page.set("author", "Bram Oosterdijk")
    page.set("weight", str(number % 100 + 1))
    page.set("toc", "false" if number % 2 else "true")
    page.list("aliases", [f"/harbour/{slug(title)}", f"/learn/notes/{slug(title)}/"])
    page.list("tags", [tag_title((number + step) % _TAGS) for step in range(3)])
    others = [other for other in ((number + 1) % pages, (number + 7) % pages) if other != number]
    links = [f"See {link(_ref(other), resource_title(other)[1])}." for other in others]
    room = _SIZE - len(page.text().encode()) - sum(map(len, links))
    page.body = "\n\n".join([*links, prose.paragraph(room)]) + "\n"
    return page


def _path(number: int) -> str:
    return f"{_ref(number)[1:]}.md"


def _ref(number: int) -> str:
    return f"/notes/{number // _FOLDER:03}/{slug(resource_title(number)[0])}"
