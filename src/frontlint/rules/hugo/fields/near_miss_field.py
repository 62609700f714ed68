"""Spell Hugo's fields as Hugo does.

Why: Hugo takes any key without warning. It treats a key that is one or two letters away from a field as an
ordinary parameter: `titel` leaves the page without a title, and `alias` makes no redirect.
Bad:
    # content/posts/page.md
    ---
    titel: Rye bread
    ---
    # layouts/all.html
    {{ .Title }}
Good:
    # content/posts/page.md
    ---
    title: Rye bread
    ---
    # layouts/all.html
    {{ .Title }}
Fix: Renames the key, only on request: Hugo then reads the field.
Note: The rule is silent if two or more pages use the key, if a template or an archetype names it, if a theme
or module is not available, and if the page also has the right field. Name your site's keys in `own-keys`.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.findings.reach import with_reach
from frontlint.hugo.content.facts import NearMiss
from frontlint.hugo.fields.names import spelled
from frontlint.lint import Anchor, Finding, PageFacts, Site, SiteRule, Spot, rename_key, shorten
from frontlint.lint.option import option


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set."""

    own_keys: tuple[str, ...] = option((), "Keys of your site that this rule accepts.")


class NearMissField(SiteRule):
    """A key that one page alone uses, and that is nearly a field of Hugo's."""

    options_type = Options
    yields_to = frozenset({"unknown-field"})

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each such key."""
        own = {key.lower() for key in self.options.own_keys} if isinstance(self.options, Options) else set()
        if not site.lone_misses - own:
            return
        slips = site.lone_misses - own - site.named_fields
        for facts, miss in site.near_misses if slips else ():
            if miss.field and miss.key.lower() in slips and (miss.above or site.page(facts.path)):
                finding = self._finding(facts, miss)
                if site.page(facts.path) is None:  # a file of settings
                    finding = finding._replace(fix=None)
                reached = with_reach(finding, site.handed_down.pages(finding)) if miss.above else finding
                if reached is not None:
                    yield reached

    def _finding(self, facts: PageFacts, miss: NearMiss) -> Finding:
        field = spelled(miss.field)
        return self.at(
            facts,
            Anchor(Spot.KEY, (*miss.above, miss.key)),
            f"Hugo has no field `{shorten(miss.key)}`, but it has `{field}`",
            fix=self.fix(
                facts, f"rename it to `{field}`", rename_key((*miss.above, miss.key), field), safe=False
            ),
            label=f"{field}?",
        )
