"""Fixes in memory: which are made, in which order, what is taken back and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.engine.check import check
from frontlint.engine.discover import Targets
from frontlint.engine.fixing import outputs, rounds
from frontlint.engine.fixing import page as page_module
from frontlint.engine.fixing.page import PageTask, Wish, fix_page
from frontlint.engine.fixing.run import FixedSite, fix_site, with_offers
from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.findings.fix import Outputs
from frontlint.frontmatter.edit import remove_item, set_value
from frontlint.frontmatter.proof import judge_encoding
from frontlint.hugo.config import load_config
from frontlint.settings import find_config, load_settings
from given_fixes import fixes as fixes
from support import CLOCK, counted, make_project

pytestmark = pytest.mark.usefixtures("fixes")
TWICE = "---\ntitle: A\naliases:\n  - /old/\n  - /old # again\n  - /older/\n---\nText\n"
ONCE = "---\ntitle: A\naliases:\n  - /old/\n  - /older/\n---\nText\n"
RELATIVE = "---\ntitle: B\naliases: [rel]\n---\n"
TAKEN = "---\ntitle: T\naliases: [/taken/]\n---\n"


def request_for(folder: Path, files: Mapping[str, str | bytes]) -> Request:
    project = make_project(folder, files)
    settings = load_settings(find_config(project), project)
    return Request(project, load_config(project), settings, clock=CLOCK, crashes=Fatal())


def fixed(folder: Path, files: Mapping[str, str | bytes], *, unsafe: bool = False) -> FixedSite:
    return fix_site(request_for(folder, files), unsafe=unsafe)


def pages(site: FixedSite) -> dict[str, str]:
    return {path: page.after.decode() for path, page in site.fixing.pages.items()}


def reasons(site: FixedSite) -> list[tuple[str, str]]:
    return [(one.finding.rule, one.reason) for one in site.fixing.unmade]


def test_what_is_fixed_and_what_is_left(tmp_path: Path) -> None:
    site = fixed(tmp_path, {"content/p/a.md": TWICE, "content/p/b.md": TWICE.replace("old", "b")})
    assert pages(site) == {"content/p/a.md": ONCE, "content/p/b.md": ONCE.replace("old", "b")}
    assert [finding.rule for finding in site.fixing.made] == ["alias-duplicate"] * 2
    assert not any(finding.rule == "alias-duplicate" for finding in site.left().findings)
    assert (tmp_path / "content/p/a.md").read_text() == TWICE, "nothing is written yet"


def test_fixed_twice_is_fixed_once(tmp_path: Path) -> None:
    files = {"content/p/a.md": TWICE, "content/p/b.md": RELATIVE.replace("[rel]", "[rel, /old/, /old]")}
    once = pages(fixed(tmp_path / "one", files, unsafe=True))
    again = fixed(tmp_path / "two", {**files, **once}, unsafe=True)
    assert len(once) == 2
    assert pages(again) == {}


def test_one_bad_fix_among_many_is_taken_back(tmp_path: Path) -> None:
    many = {f"content/p/{n}.md": TWICE.replace("old", f"o{n}") for n in range(20)}
    files = {**many, "content/q/bad.md": RELATIVE, "content/q/taken.md": TAKEN}
    site = fixed(tmp_path, files)
    assert pages(site).keys() == many.keys()
    assert reasons(site) == [
        ("alias-relative", "it would bring a new problem: alias-collision in `content/q/taken.md`")
    ]


def test_bad_fixes_without_number_take_bounded_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounds, "_TRIALS", 12)
    asked = counted(monkeypatch, rounds, "objections")
    many = {f"content/p/{n}.md": RELATIVE.replace("rel", f"rel{n}") for n in range(30)}
    site = fixed(tmp_path, {**many, "content/q/taken.md": TAKEN, "content/q/twice.md": TWICE})
    assert len(asked) == 12
    assert "content/q/twice.md" in pages(site)
    assert len(site.fixing.unmade) == 30
    assert any("too many fixes" in reason for _, reason in reasons(site))


def test_what_was_tried_in_vain_is_not_offered(tmp_path: Path) -> None:
    site = fixed(tmp_path, {"content/q/bad.md": RELATIVE, "content/q/taken.md": TAKEN})
    assert [finding.fix for finding in site.left().findings if finding.rule == "alias-relative"] == [None]


def test_two_bad_fixes_and_a_good_one_in_one_page(tmp_path: Path) -> None:
    text = "---\ntitle: B\naliases:\n  - one\n  - two\n  - /old/\n  - /old\n---\n"
    site = fixed(tmp_path, {"content/q/bad.md": text, "content/q/taken.md": TAKEN})
    assert pages(site) == {"content/q/bad.md": text.replace("  - /old\n", "")}
    assert [rule for rule, _ in reasons(site)] == ["alias-relative", "alias-relative"]


def test_a_fix_that_does_not_help(tmp_path: Path) -> None:
    description = "short"
    mark = "ClassificationType: tags\n"
    text = f"---\ntitle: Lean\ndescription: {description}\n{mark}---\nText\n"
    site = fixed(tmp_path, {"content/tags/lean/_index.md": text})
    assert pages(site) == {}
    assert ("bad-length", "the problem would still be there") in reasons(site)


def test_a_fix_of_two_pages_is_made_in_both_or_in_none(tmp_path: Path) -> None:
    files = {"content/p/a.md": TAKEN, "content/p/b.md": "---\ntitle: B\naliases: [/taken/, /b/]\n---\n"}
    site = fixed(tmp_path, files)
    assert pages(site) == {
        "content/p/a.md": "---\ntitle: T\n---\n",
        "content/p/b.md": "---\ntitle: B\naliases: [/b/]\n---\n",
    }
    anchored = {**files, "content/p/a.md": "---\ntitle: T\nx: &x [/taken/, /more/]\naliases: *x\n---\n"}
    site = fixed(tmp_path / "other", anchored)
    assert pages(site) == {}
    assert [rule for rule, _ in reasons(site)] == ["alias-collision"]


def test_paths_bound_what_is_written(tmp_path: Path) -> None:
    files = {"content/p/a.md": TAKEN, "content/p/b.md": "---\ntitle: B\naliases: [/taken/, /b/, /b]\n---\n"}
    for named in files:
        request = request_for(tmp_path / named.replace("/", "-"), files)
        site = fix_site(replace(request, targets=Targets((named,))), unsafe=False)
        assert set(pages(site)) <= {"content/p/b.md"} & {named}
        (other,) = files.keys() - {named}
        reason = f"it would change `{other}`, which is not among the paths that you named"
        assert ("alias-collision", reason) in reasons(site)


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ("", 2),
        ('unfixable = ["alias-duplicate"]', 0),
        ('unfixable = ["urls"]', 0),
        ('fixable = ["syntax"]', 0),
        ('fixable = ["all"]\nunfixable = ["text"]', 2),
        ('[rules.per-path."content/q/"]\nunfixable = ["all"]', 1),
        ('unfixable = ["all"]\n[rules.per-path."content/q/"]\nfixable = ["urls/alias-duplicate"]', 1),
        ('ignore = ["alias-duplicate"]', 0),
    ],
)
def test_settings_narrow_it(tmp_path: Path, settings: str, count: int) -> None:
    files = {
        "frontlint.toml": f"[rules]\n{settings}\n",
        "content/p/a.md": TWICE,
        "content/q/b.md": TWICE.replace("old", "b"),
    }
    request = request_for(tmp_path, files)
    assert len(pages(fix_site(request, unsafe=False))) == count
    offers = [one for one in with_offers(check(request), request).findings if one.fix]
    assert len(offers) == count


@pytest.mark.parametrize("key", ["fixable", "unfixable"])
def test_settings_name_rules_that_exist(tmp_path: Path, key: str) -> None:
    from frontlint.base.errors import UsageError

    request = request_for(tmp_path, {"frontlint.toml": f'[rules]\n{key} = ["alias-duplicat"]\n'})
    with pytest.raises(UsageError, match="alias-duplicate"):
        request.settings.check_names()


def test_what_is_ignored_is_not_fixed(tmp_path: Path) -> None:
    text = TWICE.replace("---\nText", "---\n<!-- frontlint-ignore alias-duplicate: on purpose -->\nText")
    assert pages(fixed(tmp_path, {"content/p/a.md": text})) == {}


def test_a_fix_that_leaves_an_ignore_idle_is_taken_back(tmp_path: Path) -> None:
    """The alias is relative, and its collision is ignored, which would be gone with it."""
    text = "---\ntitle: B\naliases:\n  - rel # frontlint: ignore[alias-collision] why\n---\n"
    site = fixed(tmp_path, {"content/p/b.md": text, "content/p/c.md": TAKEN.replace("taken", "p/rel")})
    assert pages(site) == {}
    assert reasons(site) == [
        ("alias-relative", "it would bring a new problem: unused-ignore in `content/p/b.md`")
    ]


def test_unsafe_fixes_are_made_on_request(tmp_path: Path) -> None:
    text = "---\ntitle: A\ndraft: yes # soon\n---\n"
    assert pages(fixed(tmp_path / "a", {"content/p/a.md": text})) == {}
    assert pages(fixed(tmp_path / "b", {"content/p/a.md": text}, unsafe=True)) == {
        "content/p/a.md": "---\ntitle: A\ndraft: true # soon\n---\n"
    }


def test_a_fix_in_a_body_keeps_what_its_rule_says_and_costs_no_look(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outputs, "publish", lambda *_: pytest.fail("pages were published"))
    files = {
        "content/p/a.md": '---\ntitle: A\n---\n[B]({{< ref "/p/agil-way" >}})\n',
        "content/p/agile-way.md": "---\ntitle: B\n---\n",
    }
    site = fixed(tmp_path, files, unsafe=True)
    assert pages(site) == {"content/p/a.md": '---\ntitle: A\n---\n[B]({{< ref "/p/agile-way" >}})\n'}
    assert [one.fix.outputs for one in site.fixing.made if one.fix] == [Outputs()]


@pytest.mark.parametrize(("most", "adds"), [(1, ()), (2, ("/p/b/index.html",))])
def test_so_many_fixes_of_a_page_are_completed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, adds: tuple[str, ...]
) -> None:
    """All are made, in any case."""
    monkeypatch.setattr(outputs, "_MOST", most)
    site = fixed(tmp_path, {"content/p/a.md": "---\nWeight1: 1\nslgu: b\n---\n"}, unsafe=True)
    assert pages(site) == {"content/p/a.md": "---\nweight: 1\nslug: b\n---\n"}
    assert [one.fix.outputs.adds for one in site.fixing.made if one.fix] == [(), adds]


def test_pages_in_org_mode_are_not_written(tmp_path: Path) -> None:
    text = "#+title: A\n#+aliases[]: /old/ /old\n\nText\n"
    site = fixed(tmp_path, {"content/p/a.org": text})
    assert pages(site) == {}
    assert reasons(site) == [
        ("alias-duplicate", "frontlint does not write pages in Org mode, such as `content/p/a.org`")
    ]


def test_a_repository_within_is_somebody_elses(tmp_path: Path) -> None:
    request = request_for(tmp_path, {"content/p/a.md": TWICE, "content/q/b.md": TWICE.replace("old", "b")})
    (tmp_path / ".git").mkdir()
    (tmp_path / "content/q/.git").write_text("gitdir: elsewhere\n")
    site = fix_site(request, unsafe=False)
    assert pages(site).keys() == {"content/p/a.md"}
    assert ("alias-duplicate", "`content/q/b.md` is outside of this repository") in reasons(site)


def test_content_outside_of_the_repository_is_not_written(tmp_path: Path) -> None:
    mounts = "module: {mounts: [{source: content, target: content}, {source: ../out, target: content/out}]}\n"
    request = request_for(tmp_path / "site", {"hugo.yaml": mounts, "content/p/a.md": "---\ntitle: A\n---\n"})
    (tmp_path / "site/.git").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "out/b.md").write_text(TWICE)
    site = fix_site(replace(request, config=load_config(tmp_path / "site")), unsafe=False)
    assert pages(site) == {}


# -- one page ------------------------------------------------------------------------------------------------


def test_contradicting_wishes_wait() -> None:
    data = TWICE.encode()
    wishes = (
        Wish(0, (set_value(("title",), "B"),)),
        Wish(1, (set_value(("title",), "C"),)),
        Wish(2, (remove_item(("aliases", 1)),)),
        Wish(3, (remove_item(("aliases", 9)),)),
    )
    done = fix_page(PageTask("a.md", data, wishes))
    assert done.made == {0, 2}
    assert done.later == {1}
    assert done.refused.keys() == {3}
    assert done.after.decode() == ONCE.replace("title: A", "title: B")


def test_a_page_with_many_contradictions_takes_bounded_time(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, page_module, "edits")
    wishes = tuple(Wish(n, (set_value(("title",), f"T{n}"),)) for n in range(1000))
    done = fix_page(PageTask("a.md", TWICE.encode(), wishes))
    assert len(done.made) == 1
    assert len(done.made) + len(done.later) + len(done.refused) == 1000
    assert len(asked) < 250


def test_a_page_that_frontlint_reads_again_is_the_same_elsewhere() -> None:
    data = b"\xef\xbb\xbf---\r\ntitle: 'A'   \r\naliases: [/a/,  /a]\r\n---\r\nBody  \r\n\r\n"
    done = fix_page(PageTask("a.md", data, (Wish(0, (remove_item(("aliases", 1)),)),)))
    assert done.after == data.replace(b",  /a]", b"]")


def test_a_page_in_an_old_encoding_is_saved_as_utf_8_before_its_other_fixes(tmp_path: Path) -> None:
    text = TWICE.replace("Text", "Crème brûlée").replace("\n", "\r\n")
    files = {
        "content/p/a.md": text.encode("cp1252"),
        "content/p/b.md": text.replace("old", "b").encode("utf-16"),
        "content/p/mixed.md": text.replace("old", "c").encode("cp1252") + "é".encode(),
    }
    assert fixed(tmp_path / "safe", files).fixing.pages == {}, "on request only"
    site = fixed(tmp_path / "unsafe", files, unsafe=True)
    assert [finding.rule for finding in site.fixing.made] == [*["encoding"] * 2, *["alias-duplicate"] * 2]
    once = ONCE.replace("Text", "Crème brûlée").replace("\n", "\r\n").encode()
    assert {path: page.after for path, page in site.fixing.pages.items()} == {
        "content/p/a.md": once,
        "content/p/b.md": once.replace(b"old", b"b"),
    }


@pytest.mark.parametrize(
    ("before", "after", "encoding"),
    [
        (b"a: \xe9", "a: è".encode(), "cp1252"),
        (b"a: \xe9 b", "a: éb".encode(), "cp1252"),
        (b"a: \xe9\xc3\xa9", "a: éé".encode(), "cp1252"),
        ("a: é".encode("utf-16"), b"a: e", "utf-16-le"),
        (b"a: \x81", b"a: ?", "cp1252"),
        (b"a: \xe9", b"a: \xe9", "cp1252"),
        (b"a: \xe9", "a: é".encode(), "no-such-encoding"),
    ],
)
def test_the_judge_of_an_encoding(before: bytes, after: bytes, encoding: str) -> None:
    assert judge_encoding(before, after, encoding) is not None
    assert judge_encoding(b"a: \xe9", "a: é".encode(), "cp1252") is None
