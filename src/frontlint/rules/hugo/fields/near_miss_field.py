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
Fix: Renames the key, on request only: Hugo reads the field then.
Note: Silent when two or more pages use the key, when a template or an archetype names it, when a theme or
module is not at hand, and when the page has the right field as well. Name the keys of your site in
`own-keys`. In `build`, menus, `resources` and the `target` of a cascade only Hugo reads the keys: a slip
there is reported on any number of pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.findings.reach import cascade_of, with_reach
from frontlint.hugo.content.facts import NearMiss
from frontlint.hugo.fields.names import foreign_letter, near_in_table, spelled
from frontlint.lint import Anchor, Finding, PageFacts, Site, SiteRule, Spot, rename_key, shorten
from frontlint.lint.option import option


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
        lone = site.lone_misses - own
        slips = lone - site.named_fields if lone else lone
        for facts, miss in site.near_misses:
            key = miss.key.lower()
            if not miss.field or (key in own if miss.in_table else key not in slips):
                continue
            if miss.above or site.page(facts.path):
                finding = self._finding(facts, miss)
                if site.page(facts.path) is None:  # a file of settings
                    finding = finding._replace(fix=None)
                reached = _reached(site, finding)
                if reached is not None:
                    yield reached

    def _finding(self, facts: PageFacts, miss: NearMiss) -> Finding:
        field = spelled(miss.field)
        letter = foreign_letter(miss.key)
        odd = f", with a `{letter}` (U+{ord(letter):04X}) that is not Latin" if letter else ""
        if miss.in_table and near_in_table(miss.key.lower(), miss.table) is None:
            return self.at(
                facts,
                Anchor(Spot.KEY, (*miss.above, miss.key)),
                f"Hugo does not know `{shorten(miss.key)}` in a target, so the cascade is for all pages",
                help="write for example `path: /blog/**`",
                label="no key of a target",
            )
        return self.at(
            facts,
            Anchor(Spot.KEY, (*miss.above, miss.key)),
            f"Hugo does not know `{shorten(miss.key)}`{odd}: did you mean `{field}`?",
            fix=self.fix(
                facts, f"rename it to `{field}`", rename_key((*miss.above, miss.key), field), safe=False
            ),
            label=f"{field}?",
        )


def _reached(site: Site, finding: Finding) -> Finding | None:
    """The finding, in a cascade with its reach; None for a cascade whose value no page gets."""
    place = cascade_of(finding.field)
    if place is None:
        return finding
    if place.key in ("target", "_target"):
        return finding if site.handed_down.reaches(finding) else None
    return with_reach(finding, site.handed_down.pages(finding))
