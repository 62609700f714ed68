"""Parents must not form a loop.

Why: A page cannot be above itself. A hierarchy with a loop has no top, and a script that follows the parents
never ends.
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
Note: The rule reports each page of the loop, because any of them may be the one to change. It is a warning
    if a sentence such as "a specialisation of" closes the loop, because sentences may be misread.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Label, Severity, Site, code
from frontlint.lint.pairs import faced
from frontlint.site.ages import oldest_first
from frontlint.site.collisions import MOST, page_name
from frontlint.website.kinship import Ring, rings
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of

_LONGEST = 78


class ParentCycle(WebsiteSiteRule):
    """Rings of what children say themselves; what lists say is for other rules."""

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
            help=f"delete the parent {page_name(edge.parent, 40)} here, if this page is the top one",
            label="this parent",
            severity=Severity.ERROR if ring.declared else Severity.WARNING,
            related=tuple(
                Label.at(step.child.path, step.anchor, "and this one") for step in ring.edges[1 : MOST + 1]
            ),
        )


def _message(ring: Ring) -> str:
    first = page_name(ring.edges[0].child)
    if not ring.whole:
        return f"the parents of {first} form a loop of {ring.size} pages"
    if len(ring.edges) == 1:
        return f"{first} is its own parent"
    names = [step.child.logical_path.strip("/") for step in (*ring.edges, ring.edges[0])]
    these = "these pages are each other's parent" if len(ring.edges) == 2 else "the parents form a loop"
    return f"{these}: {code(' → '.join(names), _LONGEST)}"
