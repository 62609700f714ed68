"""Spell the fields of Hugo as Hugo does.

Why: Hugo takes any key without warning. A key that is one or two letters from a field is an ordinary
parameter to it: `titel` leaves the page without a title, `alias` writes no redirect.
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
Note: Silent when two or more pages use the key, when a template or an archetype names it, when a theme or
module is not at hand, and when the page has the right field as well. Name the keys of your site in
`own-keys`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from frontlint.base.phrases import shorten
from frontlint.findings.finding import Finding
from frontlint.hugo.content.facts import Located
from frontlint.hugo.fields.names import spelled
from frontlint.lint.option import option
from frontlint.lint.rule import SiteRule
from frontlint.site.model import Site


@dataclass(frozen=True, slots=True)
class Options:
    """What may be set."""

    own_keys: tuple[str, ...] = option((), "Keys of your site that this rule takes for right.")


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
        for facts in site.all_facts if slips else ():
            for miss in facts.near_misses:
                if miss.field and miss.key.lower() in slips and site.page(facts.path):
                    field = spelled(miss.field)
                    yield self.at(
                        facts,
                        Located(miss.key, miss.span, (miss.key,)),
                        f"Hugo does not know `{shorten(miss.key)}`: did you mean `{field}`?",
                        help=f"rename it to `{field}`",
                        label=f"{field}?",
                    )
