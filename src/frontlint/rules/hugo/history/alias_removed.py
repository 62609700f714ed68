"""Keep an alias on its page, or archive it.

Why: Readers who follow the old link expect this page, and now silently arrive at another one.
Bad:
    # old/content/posts/plan.md
    aliases: [/plan/]
    # new/content/posts/plan.md
    title: The plan
    # new/content/posts/budget.md
    aliases: [/plan/]
Good:
    # old/content/posts/plan.md
    aliases: [/plan/]
    # new/content/posts/plan.md
    aliases: [/plan/]
    # new/content/posts/budget.md
    title: The budget
Note: If nothing publishes the address now, `lost-url` reports it instead. If two pages had the alias, one of
    them can lose it: `alias-collision` asks for that. An entry of `aliasesArchive` counts as a redirect,
    too. The rule needs `--since` or `--staged`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, HistoryRule, Label, Severity, SitePage, code
from frontlint.site.alias_syntax import same_alias
from frontlint.site.collisions import page_key, page_name, place
from frontlint.site.history.history import History


class AliasRemoved(HistoryRule):
    """Aliases of pages that are still there, whose address belongs to another page now."""

    severity = Severity.WARNING

    def check(self, history: History) -> Iterator[Finding]:
        """One finding for each alias."""
        for output, claims in history.old.claims.items():
            if len(claims) > 1 or claims[0].why is not ClaimKind.ALIAS or not claims[0].page.certain:
                continue
            page = history.page_now(claims[0].page)
            owners = [
                claim for claim in history.new.claims.get(output, ()) if claim.why is not ClaimKind.REDIRECT
            ]
            if page is None or not page.built or not owners or history.is_unknown(claims[0].page):
                continue
            if same_alias(output) not in history.new.conventions.redirected:
                yield from self._taken(claims[0], page, owners)

    def _taken(self, old: Claim, page: SitePage, owners: list[Claim]) -> Iterator[Finding]:
        """The finding, unless the page itself still has the address in some way."""
        if (
            page.facts is None
            or old.alias is None
            or any(page_key(one.page) == page_key(page) for one in owners)
        ):
            return
        other = owners[0]
        related: tuple[Label, ...] = ()
        if other.page.path is not None:
            related = (Label.at(other.page.path, place(other), "this page has the address now"),)
        name = page_name(other.page, beside=page)
        yield self.at(
            page,
            ("aliases",),
            f"{code(old.alias.value, 32)} led to this page, and now leads to {name}",
            help=_help(old.alias.value, other),
            related=related,
        )


def _help(alias: str, other: Claim) -> str:
    there = other.page.path if other.page.path is not None else "the other page"
    shown = code(alias, 60)
    return f"add {shown} to `aliases` here and delete it from {there}, or add it to `aliasesArchive` here"
