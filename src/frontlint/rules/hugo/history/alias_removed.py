"""Let an alias lead to the page that it has always led to, or archive it.

Why: Whoever follows the old link meant this page, and now ends up at another one without a word.
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
Note: Where nothing publishes the address any more, `lost-url` says so. An alias that two pages had may go
    from one of them: `alias-collision` has asked for it. An entry of aliasesArchive is a redirect, too.
    Needs --since or --staged.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.lint import Finding, HistoryRule, Label, Severity, SitePage, clip
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
            f"{clip(old.alias.value, 36)} led to this page, and leads to {name} now",
            help="add the alias here again and take it away there, or move it into aliasesArchive",
            related=related,
        )
