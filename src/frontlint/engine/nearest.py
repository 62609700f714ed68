"""What a finding that names the nearest page depends on: which page that is, and who has the same name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.engine.result import PageResult
from frontlint.findings.anchor import Spot
from frontlint.findings.finding import Finding
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import PageFacts, RefCall
from frontlint.hugo.pages.publication import SitePage
from frontlint.site.keys import KeyRing, Published, codes, terms_of
from frontlint.site.model import Site
from frontlint.site.nearest import claimants, nearest_page


def keys_asked(
    findings: Iterable[tuple[Finding, PageResult]], ring: KeyRing, published: Published, config: Config
) -> set[int]:
    """The keys of the refs and terms about which these findings are, each with the result of its page.

    A page that comes, goes or is renamed may be the nearest one, so these are judged again.
    """
    found: set[int] = set()
    for finding, result in findings:
        for page in published.pages.get(finding.path, ()):
            found |= _keys(finding, result.facts, page, ring, config)
    return found


def _keys(finding: Finding, facts: PageFacts, page: SitePage, ring: KeyRing, config: Config) -> set[int]:
    call = _ref_of(finding, facts)
    if call is not None:
        return set(ring.of_ref(page, call))
    route, found = finding.anchor.field if finding.anchor else None, set[int]()
    for taxonomy, text in terms_of(facts, page, config) if route else ():
        if any(at == route and term == text for at, term in facts.terms(taxonomy.plural)):
            found |= ring.of_term(page.language, taxonomy, text)
    return found


def _ref_of(finding: Finding, facts: PageFacts) -> RefCall | None:
    if finding.anchor is None or finding.anchor.spot is not Spot.REF:
        return None
    number, calls = int(finding.anchor.route[0]), [*(ref.call for ref in facts.front_refs), *facts.refs]
    return calls[number] if number < len(calls) else None


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
