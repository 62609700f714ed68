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
In `build`, menus, `resources` and the `target` of a cascade only Hugo reads the keys: the rule reports a slip
there on any number of pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.findings.reach import cascade_of, with_reach
from frontlint.hugo.config.languages import DEFAULT_TAXONOMIES
from frontlint.hugo.content.facts import NearMiss
from frontlint.hugo.fields.names import foreign_letter, is_field, near_in_table, spelled
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
        known = miss.in_table or is_field(miss.field) or miss.field in DEFAULT_TAXONOMIES.values()
        owner = "it" if known else "this site"
        return self.at(
            facts,
            Anchor(Spot.KEY, (*miss.above, miss.key)),
            f"Hugo has no field `{shorten(miss.key)}`{odd}, but {owner} has `{field}`",
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
