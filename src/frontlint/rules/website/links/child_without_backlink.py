"""A child must link back to its parent.

Why: Readers of the child find no way up, and only one of the two pages says that they belong together.
Bad:
    # content/tags/garden-model/_index.md
    ---
    ClassificationType: tags
    ---
    ## Specialized Garden Models

    - [Roof Garden]({{< ref "/tags/roof-garden" >}}): high up
    # content/tags/roof-garden/_index.md
    ---
    ClassificationType: tags
    ---
    A garden on a roof.
Good:
    # content/tags/garden-model/_index.md
    ---
    ClassificationType: tags
    ---
    ## Specialized Garden Models

    - [Roof Garden]({{< ref "/tags/roof-garden" >}}): high up
    # content/tags/roof-garden/_index.md
    ---
    ClassificationType: tags
    ---
    A specialisation of the [Garden Model]({{< ref "/tags/garden-model" >}}).
Note: A child further down needs no link if the pages between connect it. The rule reads lists under headings
    with Specialized, Children, Hierarchy or Etymology, on term pages with the website's keys.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import START, Finding, Label, Severity, Site
from frontlint.site.collisions import page_name
from frontlint.website.hierarchy import Source
from frontlint.website.kinship import Ways, link_to
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


class ChildWithoutBacklink(WebsiteSiteRule):
    """The finding is at the list item; what to write goes into the child."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each child of a list on the parent's own page."""
        tree = website_of(site).tree
        ways = Ways(tree)
        reported: set[tuple[str | None, str | None]] = set()
        for edge in tree.edges_of(Source.LISTED):
            pair = edge.parent.path, edge.child.path
            if edge.said_by.path != edge.parent.path or pair in reported:
                continue
            reported.add(pair)
            if not edge.child.certain or tree.links_to(edge.child, edge.parent) or ways.around(edge):
                continue
            yield self.at(
                edge.said_by,
                edge.anchor,
                f"{page_name(edge.child)} is listed as a child, but does not link back",
                help=f"add {link_to(edge.parent)} to {edge.child.path}",
                label="this child",
                related=(Label.at(edge.child.path, START, "has no link to its parent"),),
            )
