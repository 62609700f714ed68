"""Archive old paths, but never the short link.

Why: The website makes its redirect table from aliasesArchive, letter by letter: an entry without a leading
slash matches no address. The short link must always work, and stays in `aliases`.
Bad:
    # content/resources/videos/kettle/index.md
    ResourceId: aB3-dE_fG9h
    ResourceType: videos
    aliases:
      - /resources/aB3-dE_fG9h
    aliasesArchive:
      - how-to-descale-a-kettle
      - /resources/aB3-dE_fG9h
Good:
    # content/resources/videos/kettle/index.md
    ResourceId: aB3-dE_fG9h
    ResourceType: videos
    aliases:
      - /resources/aB3-dE_fG9h
    aliasesArchive:
      - /resources/videos/how-to-descale-a-kettle
Fix: Deletes the short link from the archive, and adds the slash to a path such as `blog/old`. Hugo does not
    publish this list.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Entry, Finding, Label, Page, Route, Severity, clip, code, remove_item, set_value
from frontlint.site.alias_syntax import same_alias
from frontlint.website.collect import facts_of
from frontlint.website.ids import id_aliases
from frontlint.website.rule import WebsitePageRule


class AliasArchive(WebsitePageRule):
    """Entries of `aliasesArchive`, which only the website has."""

    severity = Severity.WARNING
    keys = marks = frozenset({"aliasesarchive"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such entry."""
        archive = page.get("aliasesArchive")
        own = _own_links(page)
        for index, entry in enumerate(archive if isinstance(archive, list) else ()):
            if not isinstance(entry, str) or not entry.strip():
                continue
            link = own.get(same_alias("/" + entry.strip()))
            if link is not None:
                yield self._permanent(page, index, link)
            elif not entry.strip().startswith("/"):
                yield self._without_slash(page, index, entry.strip())

    def _permanent(self, page: Page, index: int, link: Entry[str]) -> Finding:
        return self.at(
            page,
            ("aliasesArchive", index),
            f"{code(link.value)} is the page's short link, which must stay out of `aliasesArchive`",
            fix=self.fix(
                page, f"delete `{clip(link.value)}` here; it stays in `aliases`", remove_item(_route(index))
            ),
            label="the page's own",
            related=(Label(page.facts.path, page.at(*link.route), "it is an alias already"),),
        )

    def _without_slash(self, page: Page, index: int, entry: str) -> Finding:
        path = "only the path, with a leading slash" if "://" in entry else f"`/{entry}`"
        whole = "://" not in entry and "/" in entry.strip("/")  # a name alone may be a part of a path
        change = [set_value(_route(index), f"/{entry}")] if whole else []
        return self.at(
            page,
            ("aliasesArchive", index),
            f"{code(entry, 44)} has no leading slash, so its redirect matches no address",
            help=f"write {path}" if whole or "://" in entry else f"write {path}, or the whole old path",
            fix=self.fix(page, f"write {path}", *change),
            label="not a path from the root",
        )


def _route(index: int) -> Route:
    return "aliasesArchive", index


def _own_links(page: Page) -> dict[str, Entry[str]]:
    """The page's short links among its aliases, by what makes two aliases one."""
    marks = facts_of(page).marks
    own = {marks[key].value for key in ("ResourceId", "ItemId") if key in marks}
    return {same_alias(f"/resources/{id_}"): alias for id_, alias in id_aliases(page.facts) if id_ in own}
