"""The answer of the last run: given again while nothing changed, and only then."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontlint.engine import change, snapshot, state
from frontlint.engine.base import Base, Change
from frontlint.engine.check import check
from frontlint.engine.discover import Targets
from frontlint.git.changes import How
from support import CLOCK
from warm import Site, same

PAGES = {
    "content/tags/a/_index.md": "---\ntitle: A\naliases: [/b]\n---\n",
    "content/posts/b.md": '---\ntitle: B\ndraft: yes\naliases:\n- /b\n---\n[a]({{< ref "/tags/a" >}})\n',
    "content/d.md": "---\ntitle: D\ntags: [x]\n---\n<!-- frontlint-ignore draft-not-boolean: x -->\n",
    "content/m.md": "---\ntitle: M\nResourceId: aB3-dE_fG9h\n---\n",
    "static/x/y.txt": "",
}
DEEP = "[" * 100_000 + "\n"


@pytest.fixture
def site(tmp_path: Path) -> Site:
    return Site(tmp_path, PAGES)


@pytest.fixture
def runs(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Grows with each look at a whole site."""
    seen: list[int] = []
    real = state.look

    def counted(*arguments: Any, **named: Any) -> object:
        seen.append(1)
        return real(*arguments, **named)

    monkeypatch.setattr(snapshot, "look", counted)
    monkeypatch.setattr(change, "look", counted)
    return seen


def test_a_site_that_has_not_changed_is_not_looked_at(site: Site, runs: list[int]) -> None:
    first = check(site.request())
    assert len(runs) == 1
    assert same(check(site.request()), first)
    assert len(runs) == 1
    assert {finding.rule for finding in first.findings} >= {"alias-collision", "draft-not-boolean"}


def test_an_adapter_that_begins_to_climb_is_looked_at(site: Site) -> None:
    """Its text decides which refs are judged."""
    site.edit("content/x/y/_content.gotmpl", '{{ $.AddPage (dict "path" "a") }}')
    site.edit("content/r.md", '---\ntitle: R\n---\n[a]({{< ref "/x/z" >}})\n')
    assert "broken-ref" in {finding.rule for finding in check(site.request()).findings}
    site.edit("content/x/y/_content.gotmpl", '{{ $.AddPage (dict "path" "../z") }}')
    assert "broken-ref" not in {finding.rule for finding in check(site.request()).findings}


CHANGES = {
    "a new page": ("content/e.md", "---\ntitle: E\n---\n"),
    "a new page, deep": ("content/x/y/e.md", "---\naliases: /b\n---\n"),
    "a page that goes": ("content/posts/b.md", None),
    "a static file": ("static/b/index.html", ""),
    "a page deep below": ("content/posts/x/e.md", "---\naliases: /b\n---\n"),
    "Hugo's settings": ("hugo.yaml", "disableAliases: true\n"),
    "an adapter": ("content/_content.gotmpl", ""),
}
WHOLE = {"a static file", "Hugo's settings", "an adapter"}
"""What is looked for in the whole site; pages that come and go are patched in."""


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_changes_is_seen(site: Site, runs: list[int], what: str) -> None:
    check(site.request())
    site.edit(*CHANGES[what])
    again = check(site.request())
    assert len(runs) == (2 if what in WHOLE else 1)
    assert same(again, check(site.request(cache=None)))


D = PAGES["content/d.md"]
TEXT_ONLY = {
    "the body": D + "More of it.\n",
    "an ignore": D.replace("<!-- frontlint-ignore draft-not-boolean: x -->", "Text."),
    "a line above": D.replace("title", "description: D D\ntitle"),
}


@pytest.mark.parametrize("what", TEXT_ONLY)
def test_an_edit_that_no_other_page_knows_of_is_checked_alone(site: Site, runs: list[int], what: str) -> None:
    check(site.request())
    site.edit("content/d.md", TEXT_ONLY[what])
    again = check(site.request())
    assert same(check(site.request()), again)
    assert len(runs) == 1
    assert same(again, check(site.request(cache=None)))


B, ID = PAGES["content/posts/b.md"], "ResourceId: Zx9-dE_fG9h\n"
M = PAGES["content/m.md"]
SHARED: dict[str, list[tuple[str, str]]] = {
    "a title": [("content/tags/a/_index.md", "---\ntitle: Z\naliases: [/b]\n---\n")],
    "an alias": [("content/tags/a/_index.md", "---\ntitle: A\naliases: [/d]\n---\n")],
    "an alias that goes": [("content/tags/a/_index.md", "---\ntitle: A\n---\n")],
    "an alias that comes": [("content/d.md", D.replace("title", "aliases: [/posts/b]\ntitle"))],
    "a term": [("content/d.md", D.replace("[x]", "[x, A, a]"))],
    "terms that come": [("content/posts/b.md", B.replace("title", "tags: [X, x]\ntitle"))],
    "a ref": [("content/posts/b.md", B.replace("/tags/a", "/nowhere"))],
    "a ref that comes": [("content/d.md", D + '[d]({{< ref "b" >}}) [e]({{< ref "/b" >}})\n')],
    "an id": [("content/m.md", M.replace("aB3-", "aB4-"))],
    "an id that comes": [("content/d.md", D.replace("title", f"{ID}title"))],
    "ids that are the same": [
        ("content/d.md", D.replace("title", f"{ID}title")),
        ("content/m.md", M.replace("aB3", "Zx9")),
    ],
    "an alias of an id": [("content/d.md", D.replace("title", "aliases: [/resources/aB3-dE_fG9h]\ntitle"))],
    "a parent": [("content/m.md", M.replace("title", "parent: [tags/a, tags/b]\ntitle"))],
    "a slip": [("content/d.md", D.replace("title", "titel: x\ntitle"))],
    "a date": [("content/d.md", D.replace("title", "publishDate: 2031-01-01\ntitle"))],
    "an address": [("content/d.md", D.replace("title", "url: /posts/b/\ntitle"))],
    "a draft": [("content/posts/b.md", B.replace("yes", "true"))],
    "front matter that cannot be read": [("content/d.md", D.replace("title: D", 'title: "D'))],
}


@pytest.mark.parametrize("what", SHARED)
def test_what_other_pages_know_of_is_patched(site: Site, runs: list[int], what: str) -> None:
    """There and back, and each answer is the one of a run that looks at all."""
    site.check()
    for edits in (SHARED[what], [(path, PAGES[path]) for path, _ in SHARED[what]]):
        for path, text in edits:
            site.edit(path, text)
        again = site.check()
        assert same(site.check(), again)
        assert len(runs) == 1
        assert same(again, site.fresh())
        runs.pop()


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize("damage", ["", "[]", "[]\n", "[1,[],[],[],[],[],[]]\n", DEEP])
def test_broken_parts_are_none(site: Site, runs: list[int], damage: str, sealed: bool) -> None:
    check(site.request())
    site.damage("parts.bin", damage.encode("ascii"), sealed)
    site.edit("content/d.md", TEXT_ONLY["the body"])
    assert same(check(site.request()), check(site.request(cache=None)))
    assert len(runs) == 3


def test_a_template_that_renders_a_ref_is_seen(site: Site, runs: list[int]) -> None:
    site.edit("content/e.md", "---\ntitle: E\ndescription: '[x]({{< ref \"/nowhere\" >}})'\n---\n")
    site.edit("layouts/single.html", "{{ .Title }}")
    assert "broken-ref" not in {finding.rule for finding in check(site.request()).findings}
    check(site.request())
    assert len(runs) == 1
    site.edit("layouts/single.html", "{{ .Description | .RenderString }}")
    assert "broken-ref" in {finding.rule for finding in check(site.request()).findings}


def test_a_place_that_a_site_rule_points_at_may_move(site: Site, runs: list[int]) -> None:
    """What was found is kept without places: they are looked up in the page as it is now."""
    before = check(site.request())
    site.edit("content/posts/b.md", PAGES["content/posts/b.md"].replace("title", "# moved\ntitle"))
    again = check(site.request())
    assert len(runs) == 1
    assert not same(again, before)
    assert same(again, check(site.request(cache=None)))


def test_other_pages_are_asked_for_without_a_look_at_the_site(site: Site, runs: list[int]) -> None:
    """As a hook does, which names other pages at each commit."""
    questions = [Targets((path,)) for path in PAGES if path.startswith("content/")]
    answers = [check(site.request(targets=asked)) for asked in (*questions, Targets(), *questions)]
    assert len(runs) == 1
    for asked, answer in zip((*questions, Targets(), *questions), answers, strict=True):
        assert same(answer, check(site.request(targets=asked, cache=None)))
    assert len({len(answer.findings) for answer in answers}) > 2


def test_a_page_comes_when_its_date_does(site: Site, runs: list[int]) -> None:
    moment = CLOCK + timedelta(hours=1)
    site.edit(
        "content/late.md", f"---\ntitle: L\naliases: [/posts/b]\npublishDate: {moment.isoformat()}\n---\n"
    )
    before = check(site.request())
    assert same(check(site.request(clock=moment - timedelta(seconds=1))), before)
    assert len(runs) == 1
    after = check(site.request(clock=moment + timedelta(seconds=1)))
    assert len(runs) == 2
    assert "alias-shadows-page" in {f.rule for f in after.findings} - {f.rule for f in before.findings}


def test_a_clock_that_was_put_back_is_no_answer(site: Site, runs: list[int]) -> None:
    expired = (CLOCK - timedelta(hours=1)).isoformat()
    site.edit("content/old.md", f"---\ntitle: O\naliases: [/d]\nexpiryDate: {expired}\n---\n")
    check(site.request())
    earlier = CLOCK - timedelta(hours=2)
    again = check(site.request(clock=earlier))
    assert len(runs) == 2
    assert same(again, check(site.request(clock=earlier, cache=None)))


def test_a_site_that_was_changed_just_now_is_looked_at_again(site: Site, runs: list[int]) -> None:
    (site.project / "content" / "young.md").write_text("---\ntitle: Y\n---\n", encoding="utf-8")
    check(site.request())
    check(site.request())
    assert len(runs) == 2


@pytest.mark.parametrize("sealed", [True, False])
@pytest.mark.parametrize(
    "damage",
    [
        *("", "{", "{\n", "null\n", "[]\n", "[KEY]\n", DEEP),
        '[KEY,null,0,null,"","","",[],1,2,[],null]\n',
        '[KEY,1,0,null,"\\na","","",[],1,2,[],null]\n',
        '[KEY,1,0,null,"\\na","\\nb","",[],1,2,[],null]\n12345678',
        "NUMBERS",
    ],
)
def test_a_broken_file_is_none(site: Site, runs: list[int], damage: str, sealed: bool) -> None:
    """Also one that has our seal, as a bug of ours could make it."""
    first = check(site.request())
    line, _, numbers = site.body("last.bin").partition(b"\n")
    key = json.dumps(json.loads(line)[0]).encode("ascii")
    new = line + b"\n" + numbers[1:] if damage == "NUMBERS" else damage.encode("ascii")
    site.damage("last.bin", new.replace(b"KEY", key), sealed)
    assert same(check(site.request()), first)
    assert len(runs) == 2


def test_a_page_that_changed_before_a_run_over_others_is_checked_by_the_next(site: Site) -> None:
    check(site.request())
    site.edit("content/tags/a/_index.md", "---\ntitle: A\ndraft: yes\n---\n")
    check(site.request(targets=Targets(("content/d.md",))))
    assert same(check(site.request()), check(site.request(cache=None)))


EDIT = st.tuples(
    st.sampled_from([*PAGES, "content/posts/new.md", "content/tags/a/index.md", "static/b/index.html"]),
    st.sampled_from(
        [
            None,
            "---\ntitle: A\n---\n",
            "---\ntitle: A\n---\nText.\n",
            "---\n\ntitle: A\ndescription: a a\n---\n<!-- frontlint-ignore doubled-word: x -->",
            "---\ntitle: Z\naliases: [/b]\n---\n",
            "none",
        ]
    ),
)


ASKED = st.sampled_from([(), ("content/d.md",), ("content/posts",), ("content/tags", "content/posts/b.md")])


@pytest.mark.slow
@given(rounds=st.lists(st.tuples(ASKED, st.lists(EDIT, max_size=2)), min_size=1, max_size=6))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_answer_is_that_of_a_fresh_run_after_any_edits(
    rounds: list[tuple[tuple[str, ...], list[tuple[str, str | None]]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    site = Site(tmp_path_factory.mktemp("edits"), PAGES)
    for asked, edits in rounds:
        targets = Targets(asked)
        assert same(check(site.request(targets=targets)), check(site.request(targets=targets, cache=None)))
        for path, text in edits:
            site.edit(path, text)
    assert same(check(site.request()), check(site.request(cache=None)))


@pytest.mark.parametrize("branch", ["content/_index.md", "content/posts/_index.md"])
@pytest.mark.parametrize("key", ["draft: true", "published: false"])
def test_a_list_that_becomes_a_draft_counts_all_pages_below_it(tmp_path: Path, branch: str, key: str) -> None:
    """Also those that share nothing else with it; and one that is a draft no more has no finding left."""
    pages = {f"content/posts/{'deep/' * (at % 2)}{at}.md": f"---\ntitle: P{at}\n---\n" for at in range(9)}
    site = Site(tmp_path, {**pages, branch: "---\ntitle: List\n---\n"})
    check(site.request())
    for text in (f"---\ntitle: List\n{key}\n---\n", "---\ntitle: List\n---\n"):
        site.edit(branch, text)
        found = check(site.request())
        assert same(found, check(site.request(cache=None)))
        told = [one.message for one in found.findings if one.rule == "draft-section"]
        assert (len(told) == 1 and "9 pages below it" in told[0]) is (key in text)


def test_a_change_that_touches_nothing_counts_the_pages_of_the_change(site: Site) -> None:
    """Not those of the disk: a page that is deleted there and not in the index is one of the commit's."""
    check(site.request())
    base = Base((Change(How.CHANGED, "README.md", "README.md"),), {}, site.request().config)
    replaced = {"content/new.md": b"", "content/d.md": None, "content/posts/b.md": b"x", "notes.md": b""}
    assert check(site.request(base=base)).pages == 4
    assert check(site.request(base=base, replaced=replaced)).pages == 4
    assert check(site.request(base=base, replaced={"content/d.md": None})).pages == 3
