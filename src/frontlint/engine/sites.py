"""The site for commands that show it, as `urls`, `tree` and `config`, or change it, as `mv`."""

from __future__ import annotations

from collections.abc import Sequence

from frontlint.base.files import Replaced
from frontlint.base.record import replace
from frontlint.engine.discover import Targets
from frontlint.engine.request import Request
from frontlint.engine.result import PageResult
from frontlint.engine.rules import OnDemand, Rules
from frontlint.engine.snapshot import Snapshot, fresh
from frontlint.engine.steps import Answers, make_site, scan, with_inventory
from frontlint.findings.finding import Finding
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.files import resources
from frontlint.site.model import Site

_LINKS = "links"
"""The group of rules about links between pages."""


def build_site(request: Request) -> Site:
    """The site alone."""
    inventory, request = with_inventory(request)
    return make_site(request, _scanned(request, inventory.pages), Answers(request.tree, request.config))


def site_then(snapshot: Snapshot, changes: Replaced) -> Site:
    """The site after some changes, without what rules say of it: only what changed is read."""
    asked = replace(snapshot.request, replaced={**snapshot.request.replaced, **changes})
    inventory, request = with_inventory(replace(asked, config=snapshot.written))
    inside, ground = resources(inventory.pages, request.config), snapshot.ground
    known = {
        path: result
        for path in inventory.pages
        if path not in changes and (path in inside) is ground.is_resource(path)
        if (result := ground.result(path)) is not None
    }
    left = [path for path in inventory.pages if path not in known]
    known |= {one.facts.path: one for one in _scanned(request, left, inside)}
    results = [known[path] for path in inventory.pages]
    return make_site(request, results, Answers(request.tree, request.config))


def all_facts(request: Request) -> tuple[PageFacts, ...]:
    """The facts of all content files, for commands that show what the site makes of one of them."""
    inventory, request = with_inventory(request)
    return tuple(result.facts for result in _scanned(request, inventory.pages))


def _scanned(
    request: Request, paths: Sequence[str], inside: frozenset[str] | None = None
) -> Sequence[PageResult]:
    """What no rule is asked about; without `inside` (see `scan`), `paths` are all files."""
    nothing = OnDemand(request.settings.registry, {})
    rules = Rules((), nothing, nothing)
    inside = resources(paths, request.config) if inside is None else inside
    return scan(request, paths, rules, inside, None, lambda count: None)


def site_with_links(request: Request) -> tuple[Site, tuple[Finding, ...]]:
    """The site, and what `check` of the whole project finds by the rules of the group links."""
    group = request.settings.registry.groups[_LINKS]
    snapshot = fresh(replace(request, targets=Targets(), cache=None), among=group).snapshot
    found = snapshot.judged().findings
    return snapshot.whole, tuple(finding for finding in found if finding.rule in group)
