"""A parent must link to each of its children.

Why: Readers look for specialisations on the page of the parent. Only readers who already know a child find
    it if the parent does not mention it.
Bad:
    # content/tags/garden-model/_index.md
    ---
    ClassificationType: tags
    ---
    All about gardens.
    # content/tags/roof-garden/_index.md
    ClassificationType: tags
    parent: tags/garden-model
Good:
    # content/tags/garden-model/_index.md
    ---
    ClassificationType: tags
    ---
    ## Specialized Garden Models

    - [Roof Garden]({{< ref "/tags/roof-garden" >}})
    # content/tags/roof-garden/_index.md
    ClassificationType: tags
    parent: tags/garden-model
Note: A page names its parent with the key `parent`, or with "a specialisation of" and a link in its first
    two paragraphs. A parent further up needs no link if the pages between connect it.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import START, Finding, Label, Severity, Site
from frontlint.site.collisions import page_name
from frontlint.website.kinship import OWN_WORDS, Ways, link_to
from frontlint.website.rule import WebsiteSiteRule
from frontlint.website.site import website_of


class ParentWithoutLink(WebsiteSiteRule):
    """The finding is where the child names its parent; what to write goes into the parent."""

    severity = Severity.WARNING

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each parent that a child names, the declared one first."""
        website = website_of(site)
        tree = website.tree
        ways = Ways(tree)
        reported: set[tuple[str | None, str | None]] = set()
        for edge in tree.edges_of(*OWN_WORDS):
            pair = edge.parent.path, edge.child.path
            if (
                pair in reported
                or edge.parent.path == edge.child.path
                or not website.is_classification(edge.parent)
            ):
                continue
            reported.add(pair)
            if not edge.parent.certain:
                continue
            if tree.links_to(edge.parent, edge.child) or ways.around(edge):
                continue
            yield self.at(
                edge.child,
                edge.anchor,
                f"the parent {page_name(edge.parent)} does not link to this page",
                help=f"add {link_to(edge.child)} to {edge.parent.path}",
                label="this parent",
                related=(Label.at(edge.parent.path, START, "has no link to this child"),),
            )
