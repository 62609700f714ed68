"""A term page must not list itself.

Why: The page becomes an item of the list that it shows, and a script that follows related terms never ends.
Bad:
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
    tags:
      - Garden Model
Good:
    # content/tags/garden-model/_index.md
    title: Garden Model
    ClassificationType: tags
    tags:
      - Roof Garden
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.paths import Location
from frontlint.hugo.fields import as_text
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Page, Severity, clip, code
from frontlint.site.term_lists import term_key
from frontlint.website.rule import WebsitePageRule


class TermListsItself(WebsitePageRule):
    """A term is the page's own by its path or by its title."""

    budget = 26_000  # the path of each term is made
    severity = Severity.ERROR

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such entry."""
        location = page.location
        taxonomy = None if location is None else _taxonomy(location, page.config)
        if location is None or taxonomy is None:
            return
        title = normalize(as_text(page.facts.front.get("title")).strip())
        own = location.logical_path.removeprefix(term_path(taxonomy, "") + "/")
        if not _may_be_listed(page, taxonomy, own, title):
            return
        for route, term in page.facts.terms(taxonomy.plural):
            if term_key(term) == own or _is_title(title, term):
                yield self.at(
                    page,
                    route,
                    f"the page of the {clip(taxonomy.singular, 20)} {code(term)} lists itself",
                    help=f"delete the {clip(taxonomy.singular, 20)} {code(term, 60)}",
                    label="this page itself",
                )


def _taxonomy(location: Location, config: Config) -> Taxonomy | None:
    language = config.language(location.language)
    if language is None or location.kind is not Kind.TERM:
        return None
    of_page = (tax for tax in language.taxonomies if location.logical_path.startswith(tax.path + "/"))
    return next(of_page, None)


def _may_be_listed(page: Page, taxonomy: Taxonomy, own: str, title: str) -> bool:
    """A quick look at the keys of the terms, in each of which the term itself is, as paths have it."""
    keys = [key for one in page.term_lists if one.taxonomy is taxonomy for key in one.keys]
    return own in keys or (bool(title) and title.rstrip("/") in "\n".join(keys))


def _is_title(title: str, term: str) -> bool:
    """The website's scripts know a term by the title of its page."""
    if not title or len(term) < len(title):
        return False
    bare = term.strip()
    return len(bare) == len(title) and title == normalize(bare)  # no letter becomes two
