"""Made sites with problems put in, and the real Hugo: published files differ as the fixes declare.

Two in the developer's lane, 50 in each run of CI, with safe fixes alone and with all fixes. Others:

    FRONTLINT_FAULT_SEED=50 FRONTLINT_FAULT_SITES=500 pytest -m "" tests/conformance/test_fault_sites.py
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname

import pytest

from conformance.fault_kinds import STOPS
from conformance.fault_sites import FaultySite, made
from conformance.hugo_binary import binary
from conformance.published import Declared, Difference, contested, difference, fixed_in_memory, publish
from frontlint.engine.fixing.run import FixedSite
from frontlint.engine.fixing.write import write
from frontlint.findings.finding import Finding
from frontlint.hugo.pages.publication import ClaimKind, SitePage
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.values.cast import as_strings
from frontlint.site.model import Site
from support import make_project

pytestmark = pytest.mark.skipif(binary() is None, reason="needs Hugo")
SITES = int(os.environ.get("FRONTLINT_FAULT_SITES", "50"))
FIRST = int(os.environ.get("FRONTLINT_FAULT_SEED", "0"))
SEEDS = [
    pytest.param(seed, marks=[pytest.mark.slow] if seed >= FIRST + 2 else [])
    for seed in range(FIRST, FIRST + SITES)
]
SHOWS_THE_SAME = frozenset(
    {
        *("alias-archive", "alias-collision", "alias-duplicate", "alias-language-twice", "alias-own-url"),
        *("date-without-zone", "id-alias-missing", "slug-form", "unused-ignore"),
    }
)
"""Rules whose safe fixes change nothing that a page shows."""


def shown(done: FixedSite) -> Iterator[str]:
    """The files that show a value which a fix changes: the page, what lists it, and what it lists."""
    for snapshot in (done.before, done.fixing.state.snapshot):
        site = snapshot.whole
        files = files_of(site)
        for finding in done.fixing.made:
            if finding.fix is None or (finding.fix.safe and finding.rule in SHOWS_THE_SAME):
                continue
            changed = {change.path for change in finding.fix.changes}
            for page in site.publication.pages:
                if page.path in changed:
                    for path in listing(page, site):
                        yield from files[page.language, path]
            yield from ("/sitemap.xml", "/en/sitemap.xml", "/de/sitemap.xml")


def files_of(site: Site) -> defaultdict[tuple[str, str], set[str]]:
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in (*site.publication.claims, *site.publication.formats):
        if claim.why is not ClaimKind.ALIAS:
            found[claim.page.language, claim.page.logical_path].add(claim.output)
    return found


def listing(page: SitePage, site: Site) -> Iterator[str]:
    """The logical paths of the page, of those above it, its terms, and pages that name one."""
    at = page.logical_path
    yield at
    while at not in ("", "/"):
        at = dirname(at)
        yield at
    language = site.config.language(page.language)
    for taxonomy in language.taxonomies if language else ():
        for term in as_strings(page.front.get(taxonomy.plural)):
            yield term_path(taxonomy, term)
            yield taxonomy.path
        own = {term_path(taxonomy, term) for term in as_strings(page.front.get(taxonomy.plural))}
        for other in site.publication.pages:
            terms = {term_path(taxonomy, term) for term in as_strings(other.front.get(taxonomy.plural))}
            if page.logical_path in terms or own & terms:  # a term is called as one of its pages writes it
                yield other.logical_path


def declared(made_: tuple[Finding, ...], site: FaultySite, before: frozenset[str]) -> Declared:
    """What the fixes declare; a page that stopped the build has its files without the problem, too."""
    found = []
    for finding in made_:
        if finding.fix is not None and site.faults.get(finding.path) in STOPS:
            outputs = finding.fix.outputs
            adds = tuple(path for path in outputs.adds if path not in before)
            finding = finding._replace(fix=finding.fix._replace(outputs=outputs._replace(adds=adds)))
        found.append(finding)
    return Declared.of(found)


def stopping(site: FaultySite) -> set[str]:
    return {path for path, name in site.faults.items() if name in STOPS}


def pages_of(done: FixedSite) -> set[str]:
    return {change.path for one in done.fixing.made if one.fix for change in one.fix.changes}


def wrong(folder: Path, site: FaultySite, *, unsafe: bool) -> tuple[FixedSite, list[str]]:
    before = publish(make_project(folder / "before", site.building), "public")
    project = make_project(folder / "site", site.files)
    done = fixed_in_memory(project, unsafe=unsafe)
    assert not write(project, done.fixing.pages).failed
    for path in stopping(site) - pages_of(done):
        (project / path).write_bytes(site.building[path])
    after = publish(project, "public")
    assert not before.stopped, before.built.output[-2000:]
    if after.stopped:
        return done, [f"Hugo stops after the fixes: {after.built.output[-2000:]}"]
    found = difference(before, after)
    found = Difference(found.added, found.removed, found.changed - frozenset(shown(done)))
    says = declared(done.fixing.made, site, frozenset(before.files))
    return done, says.wrong(found, contested(done))


@pytest.mark.parametrize("unsafe", [False, True], ids=["safe", "unsafe"])
@pytest.mark.parametrize("seed", SEEDS)
def test_files_differ_as_declared(seed: int, unsafe: bool, tmp_path: Path) -> None:
    site = made(seed, unsafe=unsafe)
    done, lines = wrong(tmp_path, site, unsafe=unsafe)
    assert lines == [], "\n".join(
        f"{one.path}: {one.rule}: {one.fix.title} {one.fix.outputs}" for one in done.fixing.made if one.fix
    )
    again = fixed_in_memory(tmp_path / "site", unsafe=unsafe)
    assert again.fixing.pages == {}, "fixed twice is fixed once"
    fixed = pages_of(done)
    assert len(fixed & site.faults.keys()) >= 0.6 * len(site.faults), sorted(site.faults.keys() - fixed)


def test_a_site_is_the_same_each_time() -> None:
    assert made(7, unsafe=True) == made(7, unsafe=True)
    assert made(7, unsafe=True).files != made(8, unsafe=True).files
