"""Pages must agree on the hierarchy.

Why: One page says that it is below the other, but a list shows them side by side or the other way round.
    Readers, and scripts that sort content by the hierarchy, cannot know which is true.
Bad:
    # content/tags/garden-model/_index.md
    ---
    title: Garden Model
    ClassificationType: tags
    ---
    ## Hierarchy

    - Garden Model
      - [City Garden]({{< ref "/tags/city-garden" >}})
      - [Roof Garden]({{< ref "/tags/roof-garden" >}})
    # content/tags/city-garden/_index.md
    ClassificationType: tags
    # content/tags/roof-garden/_index.md
    ---
    ClassificationType: tags
    ---
    A specialisation of the [City Garden]({{< ref "/tags/city-garden" >}}).
Good:
    # content/tags/garden-model/_index.md
    ---
    title: Garden Model
    ClassificationType: tags
    ---
    ## Hierarchy

    - Garden Model
      - [City Garden]({{< ref "/tags/city-garden" >}})
        - [Roof Garden]({{< ref "/tags/roof-garden" >}})
    # content/tags/city-garden/_index.md
    ClassificationType: tags
    # content/tags/roof-garden/_index.md
    ---
    ClassificationType: tags
    ---
    A specialisation of the [City Garden]({{< ref "/tags/city-garden" >}}).
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Label, Severity, Site
from frontlint.site.collisions import page_name
from frontlint.website.kinship import Contradiction, contradictions
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


class HierarchyContradiction(WebsiteSiteRule):
    """What a child declares or states itself, against the lists of all pages."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each pair of pages in each list."""
        for found in contradictions(website_of(site).tree):
            edge = found.edge
            yield self.at(
                found.said_by,
                found.anchor,
                _message(found),
                help=_help(found),
                label="in this list",
                related=(Label.at(edge.child.path, edge.anchor, "the child says otherwise"),),
            )


def _message(found: Contradiction) -> str:
    child, parent = page_name(found.edge.child, 30), page_name(found.edge.parent, 30)
    drawn = "beside" if found.beside else "above"
    return f"{child} is {drawn} {parent} here, but its own page puts it below"


def _help(found: Contradiction) -> str:
    child, parent = page_name(found.edge.child, 40), page_name(found.edge.parent, 40)
    return f"move the item of {child} below {parent}, or write another parent in {found.edge.child.path}"
