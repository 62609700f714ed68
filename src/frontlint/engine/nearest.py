"""What a finding that names the nearest page depends on: which page that is, and who has the same name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from frontlint.engine.result import PageResult
from frontlint.findings.anchor import Anchor, Spot
from frontlint.findings.finding import Finding
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config, Taxonomy
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.publication import SitePage
from frontlint.site.keys import Codes, KeyRing, Published, codes
from frontlint.site.model import Site
from frontlint.site.nearest import claimants, nearest_page


def keys_asked(
    findings: Iterable[Finding],
    results: Mapping[str, PageResult],
    ring: KeyRing,
    published: Published,
    config: Config,
) -> set[int]:
    """The keys of the refs and terms about which these findings are; `results` has those of their pages.

    A page that comes, goes or is renamed may be the nearest one, so these are judged again.
    """
    anchors: defaultdict[str, list[Anchor]] = defaultdict(list)
    for finding in findings:
        if finding.anchor is not None and finding.path in results:
            anchors[finding.path].append(finding.anchor)
    found: set[int] = set()
    for path, some in anchors.items():
        for page in published.pages.get(path, ()):
            for keys in _keys(some, results[path].facts, page, ring, config):
                found |= keys
    return found


def _keys(
    anchors: Sequence[Anchor], facts: PageFacts, page: SitePage, ring: KeyRing, config: Config
) -> Iterator[Codes]:
    calls = [*(ref.call for ref in facts.front_refs), *facts.refs]
    terms = _terms(facts, page, config)
    for anchor in anchors:
        if anchor.spot is Spot.REF and int(anchor.route[0]) < len(calls):
            yield ring.of_ref(page, calls[int(anchor.route[0])])
        elif anchor.field:
            yield from (ring.of_term(page.language, *term) for term in terms.get(anchor.field, ()))


def _terms(facts: PageFacts, page: SitePage, config: Config) -> Mapping[Route, list[tuple[Taxonomy, str]]]:
    """The page's own terms by their routes."""
    found: defaultdict[Route, list[tuple[Taxonomy, str]]] = defaultdict(list)
    language = config.language(page.language)
    for taxonomy in language.taxonomies if language else ():
        for route, text in facts.terms(taxonomy.plural):
            found[route].append((taxonomy, text))
    return found


def names_meant(site: Site) -> frozenset[int]:
    """The keys of the names of pages that failed refs probably mean.

    A remedy is the bare name if no other page has it.
    """
    return codes(f"n:{page.logical_path.rpartition('/')[2]}" for page in _meant(site))


def _meant(site: Site) -> Iterator[SitePage]:
    for page, _, call, result in site.failed_refs:
        near = nearest_page(site, result.language or page.language, call.path or "", page)
        if near is not None:
            yield near
        for claim in claimants(site, call.path or ""):
            yield claim.page
