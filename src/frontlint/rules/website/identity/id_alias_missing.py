"""List a page's short link in its aliases.

Why: The page shows its short link `/resources/<id>`, and people share it. It must work after the title
changes, and only an alias makes it work.
Bad:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    ResourceType: blog
    aliases:
    - /rye
Good:
    # content/resources/blog/rye/index.md
    title: Rye bread
    ResourceId: aB3-dE_fG9h
    ResourceType: blog
    aliases:
    - /rye
    - /resources/aB3-dE_fG9h
Fix: Adds the link to `aliases`, which only adds a redirect. If an alias has the id in other letter case, the
    fix replaces it only on request: the redirect at the wrong address goes.
Note: This is an error on resources and a warning on classifications. Marketing pages and programs need no
such alias.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Entry, Finding, Fix, Format, Label, Outputs, Page, Severity
from frontlint.lint.outputs import redirects_of
from frontlint.site.entry_edits import with_more, with_other
from frontlint.website.collect import facts_of
from frontlint.website.facts import WebsiteFacts
from frontlint.website.ids import has_short_link, id_aliases, item_kind, own_id
from frontlint.website.rule import WebsitePageRule


class IdAliasMissing(WebsitePageRule):
    """No `/resources/<ResourceId>` among the aliases."""

    budget = 43_000  # all ids of the page are read, and those among its aliases
    severity = Severity.ERROR
    keys = frozenset({"resourceid", "itemid"})

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding: at the aliases, or at the id where there are none."""
        own = own_id(facts_of(page).marks)
        if own is None or has_short_link(page.facts, own.value):
            return
        alias = f"/resources/{own.value}"
        key = str(own.route[0])
        has_aliases = bool(page.get("aliases"))
        yield self.at(
            page,
            ("aliases",) if has_aliases else own.route,
            f"the short link `{alias}` does not work: it is not in `aliases`",
            severity=_severity(facts_of(page)),
            related=(Label(page.facts.path, page.at(*own.route), f"the page's {key}"),)
            if has_aliases
            else (),
            on_key=has_aliases,
            fix=self._with_alias(page, own, alias),
        )

    def _with_alias(self, page: Page, own: Entry[str], alias: str) -> Fix | None:
        """An alias whose id differs in case alone, which counts in ids, is the one that is wrong."""
        adds = redirects_of(page, alias)
        for found, entry in id_aliases(page.facts):
            if found.lower() == own.value.lower():
                title = f"write `{alias}` instead of `/resources/{found}`, in the letter case of the id"
                outputs = Outputs(adds, redirects_of(page, entry.value))
                change = with_other(page.facts, entry, alias)
                return self.fix(page, title, *change, safe=False, outputs=outputs)
        change = with_more(page.facts, "aliases", alias)
        line = f"`- {alias}`" if page.document.format is Format.YAML else f'`"{alias}"`'
        return self.fix(page, f"add {line} to `aliases`", *change, outputs=Outputs(adds))


def _severity(facts: WebsiteFacts) -> Severity:
    """Four of ten real classifications do without; all resources have the alias."""
    marks = facts.marks
    is_classification = "ClassificationType" in marks or item_kind(marks) == "classification"
    return Severity.WARNING if is_classification else Severity.ERROR
