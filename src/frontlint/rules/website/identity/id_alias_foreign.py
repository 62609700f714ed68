"""Keep other pages' short links out of aliases.

Why: `/resources/<id>` belongs to the page with that id. As an alias of another page, which is usually left
from a copy, it takes visitors of the short link to the wrong page.
Bad:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    # content/resources/blog/wheat/index.md
    title: Wheat bread
    ResourceId: Zx9cV8bN7m_
    aliases:
    - /resources/Zx9cV8bN7m_
    - /resources/aB3-dE_fG9h
Good:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    # content/resources/blog/wheat/index.md
    title: Wheat bread
    ResourceId: Zx9cV8bN7m_
    aliases:
    - /resources/Zx9cV8bN7m_
Note: The rule also reports such an alias on a page of the website that has no id. A page may keep its own
former id as an alias.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import ContentPage, Entry, Finding, Label, Severity, Site, code
from frontlint.website.facts import NOTHING, WebsiteFacts
from frontlint.website.id_uses import IdUse
from frontlint.website.ids import id_aliases, looks_random
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


class IdAliasForeign(WebsiteSiteRule):
    """An alias with the id of another page, or of none."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such alias."""
        website = website_of(site)
        for page in site.pages:
            facts = website.of(page)
            if facts is not NOTHING and not facts.foreign_ids:  # nearly always
                continue
            for id_, alias in id_aliases(page.facts):
                owners = website.ids.get(id_, ())
                if not any(_is_same_page(page, use.page) for use in owners):
                    yield from self._foreign(page, id_, alias, owners, facts)

    def _foreign(
        self, page: ContentPage, id_: str, alias: Entry[str], owners: tuple[IdUse, ...], facts: WebsiteFacts
    ) -> Iterator[Finding]:
        if owners:
            owner = owners[0]
            yield self.at(
                page,
                alias,
                f"{code(alias.value, 36)} is the short link of another page, {_named(owner.page)}",
                help=f"delete the alias {code(alias.value, 60)}",
                label="the short link of another page",
                related=(Label.at(owner.page.path, owner.id, "the page with this id"),),
            )
        elif _should_have_an_id(facts) and looks_random(id_):
            yield self.at(
                page,
                alias,
                f"this alias is the short link of the id `{id_}`, but the page has no id",
                help=f"add `ResourceId: {id_}` if it is the id of this page, or delete the alias",
                label="a short link",
            )


def _is_same_page(page: ContentPage, other: ContentPage) -> bool:
    """The page itself or its translation."""
    return page.path == other.path or (
        page.language != other.language and page.logical_path == other.logical_path
    )


def _should_have_an_id(facts: WebsiteFacts) -> bool:
    """A page of the website without an id; one with another id may keep its own former id."""
    return facts.marked and not {"ResourceId", "ItemId"} & facts.marks.keys()


def _named(page: ContentPage) -> str:
    path = page.path.partition("/")[2]
    return code(path.removesuffix("/index.md").removesuffix("/_index.md"), 40)
