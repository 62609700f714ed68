"""Random changes: shown is what the site has now and did not have before, and no lost URL is missed."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.base.sources import Sources
from frontlint.engine.outcome import Outcome
from frontlint.engine.request import Request
from frontlint.engine.sites import build_site
from frontlint.findings.finding import Finding
from frontlint.findings.fingerprint import faces_of, fingerprints, paths_of
from frontlint.hugo.config import load_config
from frontlint.hugo.pages.publication import ClaimKind
from frontlint.settings import load_settings
from support import CLOCK, base_of, lint, make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

PATHS = [
    "content/posts/a.md",
    "content/posts/b.md",
    "content/posts/b/index.md",
    "content/posts/_index.md",
    "content/tags/x/_index.md",
    "content/c.md",
    "content/_index.md",
]
LINES = [
    "title: Same",
    "slug: s",
    "draft: true",
    "draft: yes",
    "aliases: [/posts/a/, /old]",
    "aliases: [/old/, rel]",
    "tags: [x, y]",
    "tags: [X]",
    "ResourceId: aB3-dE_fG9h",
    "url: /posts/b/",
]
BODIES = ['{{< ref "/posts/a" >}}', '{{< ref "b" >}}', '{{< ref "/tags/x" >}}', "the the", "Text."]
CONFIGS = ["", "", "", "uglyURLs: true\n", "permalinks: {page: {posts: /p/:slug/}}\n"]


def page(lines: Sequence[str], body: str) -> str:
    keys = {line.partition(":")[0]: line for line in lines}
    return "\n".join(["---", "weight: 1", *keys.values(), "---", body, ""])


pages = st.builds(page, st.lists(st.sampled_from(LINES), max_size=4), st.sampled_from(BODIES))
sites = st.builds(
    lambda files, config: {**files, "hugo.yaml": f"baseURL: https://example.org/\n{config}"},
    st.dictionaries(st.sampled_from(PATHS), pages, min_size=1),
    st.sampled_from(CONFIGS),
)


def keyed(outcome: Outcome) -> list[tuple[Finding, tuple[str, ...]]]:
    prints = fingerprints(outcome.findings, Sources(outcome.project))
    return [(f, (*paths_of(f), print_)) for f, print_ in zip(outcome.findings, prints, strict=True)]


def places(finding: Finding) -> list[tuple[str, ...]]:
    """Both places of a pair, each with what it is about."""
    pair = finding.pair
    return [(finding.rule, pair.problem, face.path) for face in faces_of(finding)] if pair else []


def outputs(project: Path) -> tuple[set[str], set[str], bool]:
    """The files that are published, those of them of which the page is certain, and whether all pages are."""
    request = Request(project, load_config(project), load_settings(None, project), clock=CLOCK)
    site = build_site(request)
    claims = site.publication.claims
    sure = {claim.output for claim in claims if claim.why is not ClaimKind.REDIRECT and claim.page.certain}
    return {claim.output for claim in claims}, sure, all(page.certain for page in site.pages)


@settings(max_examples=60)
@given(old=sites, new=sites, keep=st.sets(st.sampled_from([*PATHS, "hugo.yaml"])))
def test_shown_is_what_is_new(old: dict[str, str], new: dict[str, str], keep: set[str]) -> None:
    new = {name: text for name, text in new.items() if name not in keep}
    new |= {name: text for name, text in old.items() if name in keep}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, {f"old/{path}": text for path, text in old.items()})
        make_project(folder, {f"new/{path}": text for path, text in new.items()})
        changed = base_of(folder).changed
        shown = keyed(lint(folder))
        now, before = keyed(lint(folder / "new")), keyed(lint(folder / "old"))
        still, _, certain = outputs(folder / "new")
        lost = outputs(folder / "old")[1] - still
    history = [finding for finding, _ in shown if finding.rule in ("lost-url", "alias-removed", "id-changed")]
    usual = [pair for pair in shown if pair[0] not in history]

    def touches(finding: Finding) -> bool:
        return not changed.isdisjoint(paths_of(finding))

    def alone(found: list[tuple[Finding, tuple[str, ...]]]) -> Counter[tuple[str, ...]]:
        return Counter(key for f, key in found if touches(f) and f.pair is None)

    def at_changed(found: list[tuple[Finding, tuple[str, ...]]]) -> set[tuple[str, str, int]]:
        """Where a page of the change is in a pair; of several rivals in one place, one may be told."""
        faces = ((f.rule, face) for f, _ in found if f.pair for face in faces_of(f))
        return {(rule, face.path, face.span.start) for rule, face in faces if face.path in changed}

    assert alone(usual) == alone(now)
    assert at_changed(usual) == at_changed(now)
    known = {place for f, _ in before for place in places(f)}
    elsewhere = Counter(key for f, key in now if not touches(f) and not known.issuperset(places(f) or [()]))
    elsewhere -= Counter(key for f, key in before if not touches(f))
    assert Counter(key for f, key in usual if not touches(f)) == elsewhere
    for finding, _ in usual:
        assert ("(since " in finding.message) is (finding.path not in changed)
    told = any(finding.rule == "lost-url" for finding in history)
    assert told is bool(lost) if certain else told <= bool(lost)


@settings(max_examples=60)
@given(old=sites, new=sites)
def test_the_lines_that_are_told_bring_every_url_back(old: dict[str, str], new: dict[str, str]) -> None:
    """With all aliases that the findings ask for nothing is lost any more; they may collide with others."""
    new = {**new, "hugo.yaml": old["hugo.yaml"]}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_project(folder, {f"old/{path}": text for path, text in old.items()})
        make_project(folder, {f"new/{path}": text for path, text in new.items()})
        findings = [f for f in lint(folder, ["lost-url"]).findings if f.path.startswith("content/")]
        told: dict[str, list[str]] = {f.path: [] for f in findings}
        for finding in findings:
            if finding.help.startswith("add the ") and finding.fix is not None:
                lines = finding.help.split("\n")[1:]
                told[finding.path] += [line.strip() for line in lines if line.startswith("  - ")]
        for path, lines in told.items():
            text = new[path].split("\n")
            kept = [line for line in text if not line.startswith("aliases")]
            had = next((line for line in text if line.startswith("aliases")), "aliases: []")
            items = [f"- {item}" for item in had.partition("[")[2].rstrip("]").split(", ") if item]
            whole = "\n".join([kept[0], "aliases:", *items, *lines, *kept[1:]])
            make_project(folder, {f"new/{path}": whole})
        left = [f for f in lint(folder, ["lost-url"]).findings if f.help.startswith("add to th")]
    assert left == []
