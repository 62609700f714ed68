"""Keep the parents of a classification free of rings.

Why: A page cannot stand above itself. The hierarchy has no top, and whatever walks it upwards never ends.
Bad:
    # content/tags/garden-model/_index.md
    ClassificationType: tags
    parent: tags/roof-garden
    # content/tags/roof-garden/_index.md
    ClassificationType: tags
    parent: tags/garden-model
Good:
    # content/tags/garden-model/_index.md
    ClassificationType: tags
    # content/tags/roof-garden/_index.md
    ClassificationType: tags
    parent: tags/garden-model
Note: Every page of the ring is told, because any of them may be the one to change. A ring that needs a
    sentence such as "a specialisation of" to close is a warning: sentences are read, not declared.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Label, Severity, Site, clip
from frontlint.lint.pairs import faced
from frontlint.site.ages import oldest_first
from frontlint.site.collisions import MOST, page_name
from frontlint.website.kinship import Ring, rings
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of

_LONGEST = 90


class ParentCycle(WebsiteSiteRule):
    """Rings of what children say themselves; what lists say has rules of its own."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each page of a ring, with the shortest ring that it is in; two pages are one."""
        twos: dict[str, list[Ring]] = {}
        for ring in rings(website_of(site).tree):
            if len(ring.edges) == 2:
                paths = sorted(edge.child.path for edge in ring.edges)
                twos.setdefault(" ".join(paths), []).append(ring)
            else:
                yield self._at(ring)
        for problem, both in twos.items():
            members = oldest_first(both, lambda ring: ring.edges[0].child, site.config)
            if len(members) == 1:
                yield self._at(members[0])
            yield from faced(problem, members, lambda ring, other: self._at(ring), set())

    def _at(self, ring: Ring) -> Finding:
        edge = ring.edges[0]
        return self.at(
            edge.child,
            edge.anchor,
            _message(ring),
            help="take the parent out on the page that stands highest",
            label="this parent",
            severity=Severity.ERROR if ring.declared else Severity.WARNING,
            related=tuple(
                Label.at(step.child.path, step.anchor, "and this one") for step in ring.edges[1 : MOST + 1]
            ),
        )


def _message(ring: Ring) -> str:
    first = page_name(ring.edges[0].child)
    if not ring.whole:
        return f"the parents of {first} form a loop with {ring.size} pages in it"
    if len(ring.edges) == 1:
        return f"{first} is its own parent"
    names = [page_name(step.child) for step in ring.edges] + [first]
    return f"the parents form a ring: {clip(' > '.join(names), _LONGEST)}"
