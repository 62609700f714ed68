"""`[[sites]]`: one run over several Hugo sites of a repository, one report, a baseline each."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from cli.several import BROKEN, FINE, SETTINGS, Several, settle
from frontlint.base.errors import UsageError
from in_process import FAULT, RULE
from repos import Repo
from support import make_project

TEA, BAG = "docs/content/posts/tea.md", "shop/content/bag.md"
HELLO = "blog/content/posts/hello.md"
BASELINE = ".frontlint-baseline.jsonl"


@pytest.fixture
def several(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Several:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Several(tmp_path / "repo", monkeypatch, capsys)


def test_one_run_checks_all_and_paths_begin_with_the_site(several: Several) -> None:
    told = several.check()
    assert told.code == 1
    assert told.found == [(TEA, RULE, "docs"), (BAG, RULE, "shop")]
    assert told.report["summary"]["pages"] == 4
    assert [(one["site"], one["pages"], one["errors"]) for one in told.report["sites"]] == [
        ("docs", 2, 1),
        ("blog", 1, 0),
        ("shop", 1, 1),
    ]
    assert told.report["unchecked"] == []


def test_a_broken_site_does_not_hide_the_others(several: Several) -> None:
    several.repo.write(BROKEN)
    told = several.check()
    assert told.code == 2, "the worst of 1 and 2"
    assert told.found == [(TEA, RULE, "docs")]
    (lost,) = told.report["unchecked"]
    assert (lost["site"], lost["path"], lost["line"]) == ("shop", "shop/hugo.json", 1)
    assert [line for line in told.lines if line.startswith("frontlint: shop/hugo.json:1: ")]
    assert "Traceback" not in told.err


SAID = {
    "json": '{"site": "shop", "message": "the file is not JSON: its closing bracket is missing",',
    "full": "; 1 site was not checked.",
    "markdown": "The site shop was not checked: ",
    "github": "::error file=shop/hugo.json,line=1,",
    "gitlab": '"check_name": "site-not-checked"',
    "junit": '<error type="site-not-checked"',
    "rdjson": '"code": {"value": "site-not-checked"}',
    "sarif": '"executionSuccessful": false',
}


@pytest.mark.parametrize("form", SAID)
def test_a_format_that_is_read_alone_says_what_was_not_checked(several: Several, form: str) -> None:
    """Who reads it need not see what is on stderr: a part must not pass for the whole."""
    several.repo.write({**BROKEN, TEA: FINE, BAG: FINE})
    told = several.run("check", "--no-cache", f"--output-format={form}")
    assert told.code == 2
    assert SAID[form] in told.out, told.out


def test_a_missing_site_counts_among_the_ten_annotations_that_github_shows(several: Several) -> None:
    several.repo.write({**BROKEN, **{f"docs/content/{number}.md": FAULT for number in range(15)}})
    told = several.run("check", "--no-cache", "--output-format=github")
    errors = [line for line in told.out.splitlines() if line.startswith("::error ")]
    assert len(errors) == 10
    assert "site-not-checked" in errors[0]
    assert "There are 7 " in errors[-1], errors[-1]


@pytest.mark.parametrize("form", [*SAID, "concise", "grouped"])
def test_a_mistake_without_a_file_is_told_at_its_site(
    several: Several, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontlint.cli import project, scope

    own = project.request_at

    def fail(place, *others):  # type: ignore[no-untyped-def]
        if place.project.name == "shop":
            raise UsageError("it is wrong")
        return own(place, *others)

    monkeypatch.setattr(scope, "request_at", fail)
    told = several.run("check", "--no-cache", f"--output-format={form}")
    assert told.code == 2
    assert "frontlint: shop: it is wrong" in told.lines
    assert TEA in told.out


def test_what_is_wrong_in_a_shared_file_is_told_once(several: Several) -> None:
    several.repo.write({"frontlint.toml": f'ignroe = ["urls"]\n{SETTINGS}'})
    told = several.check()
    assert (told.code, told.out) == (2, "")
    assert told.lines == [
        "frontlint: frontlint.toml:1: `ignroe` is not a setting: did you mean `ignore` below `[rules]`?"
    ]


def test_sites_that_are_all_broken_are_all_told(several: Several) -> None:
    several.repo.write({"docs/hugo.yaml": "baseURL: [", "blog/hugo.toml": "x =", **BROKEN})
    told = several.check()
    assert (told.code, told.out) == (2, "")
    assert [line.split(":")[1].strip() for line in told.lines] == [
        "docs/hugo.yaml",
        "blog/hugo.toml",
        "shop/hugo.json",
    ]


def test_a_site_that_is_gone_is_told_at_its_line(several: Several) -> None:
    several.repo.write({"frontlint.toml": SETTINGS.replace('"shop"', '"store"')})
    told = several.check()
    assert told.code == 2
    assert told.lines[-1] == "frontlint: frontlint.toml:8: there is no folder `store`"
    assert told.found == [(TEA, RULE, "docs")]
    assert several.check("docs").code == 1, "the others can be asked about alone"


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that most users lack")
def test_a_link_out_of_the_repository_is_not_followed(several: Several, tmp_path: Path) -> None:
    """A pull request must not have a file of the machine read into its report."""
    make_project(tmp_path / "secret", {"content/a.md": FAULT})
    (several.root / "out").symlink_to(tmp_path / "secret")
    several.repo.write({"frontlint.toml": SETTINGS.replace('"shop"', '"out"')})
    for arguments in (["check"], ["urls"], ["config"], ["tree"], ["baseline", "update"], ["id"]):
        told = several.run(*arguments)
        assert (told.code, told.out) == (2, ""), arguments
        assert "frontlint.toml:8: `out` leads out of the repository" in told.err


def test_a_listed_site_cannot_list_sites(several: Several) -> None:
    several.repo.write({"docs/frontlint.toml": '[[sites]]\nsource = "more"\n', "docs/more/hugo.yaml": ""})
    told = several.check()
    assert told.code == 2
    assert told.report["unchecked"][0]["message"] == (
        "a site of `[[sites]]` cannot list others: delete this `[[sites]]`"
    )
    assert told.found == [(BAG, RULE, "shop")]


def test_our_own_failure_at_a_site_does_not_hide_the_others(
    several: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontlint.cli import check

    own = check._checked

    def fail(asked, options, watch):  # type: ignore[no-untyped-def]
        if asked.request.project.name == "docs":
            raise RuntimeError("a bug of ours")
        return own(asked, options, watch)

    monkeypatch.setattr(check, "_checked", fail)
    told = several.check()
    assert told.code == 3
    assert told.found == [(BAG, RULE, "shop")]
    assert "please report this log" in told.err
    assert "RuntimeError: a bug of ours" in told.err


@pytest.mark.parametrize("form", ["full", "concise", "grouped", "markdown", "github", "gitlab", "sarif"])
@pytest.mark.parametrize("cwd", [".", "docs", ".."])
def test_each_format_names_pages_so_that_they_are_found(several: Several, form: str, cwd: str) -> None:
    paths = {".": [], "docs": [".."], "..": ["repo"]}[cwd]
    told = several.run("check", "--no-cache", f"--output-format={form}", *paths, cwd=cwd)
    assert told.code == 1
    if form in ("full", "concise", "grouped"):
        named = [os.path.relpath(several.root / page, several.root / cwd) for page in (TEA, BAG)]
    else:  # who hosts the repository looks them up from its root
        named = [TEA, BAG]
    for path in named:
        assert path.replace(os.sep, "/") in told.out, told.out
    if cwd == "docs":
        assert "docs/docs" not in told.out


@pytest.mark.parametrize(
    ("arguments", "cwd", "found"),
    [
        (["docs"], ".", [TEA]),
        ([TEA, "blog"], ".", [TEA]),
        (["docs/content/posts/cup.md", BAG], ".", [BAG]),
        (["blog"], ".", []),
        ([], "docs", ["content/posts/tea.md"]),
        ([], "docs/content/posts", ["tea.md"]),
        ([".."], "docs", ["content/posts/tea.md", "../shop/content/bag.md"]),
        (["../../shop"], "blog/content", ["../../shop/content/bag.md"]),
        (["--source", "shop"], ".", [BAG]),
        (["--source", "../shop"], "docs", ["../shop/content/bag.md"]),
    ],
)
def test_paths_choose_the_sites(several: Several, arguments: list[str], cwd: str, found: list[str]) -> None:
    told = several.check(*arguments, cwd=cwd)
    assert [path for path, _, _ in told.found] == found
    assert told.code == (1 if found else 0)


def test_a_path_in_no_site_is_a_mistake_and_one_that_is_not_there_too(several: Several) -> None:
    several.repo.write({"notes/a.md": FAULT})
    told = several.check("notes/a.md")
    assert (told.code, told.lines) == (
        2,
        ["frontlint: notes/a.md is in none of the `[[sites]]` of frontlint.toml"],
    )
    assert several.check("nowhere").code == 2


def test_a_folder_beside_the_sites_means_all_of_them_if_no_path_is_given(several: Several) -> None:
    (several.root / "notes").mkdir()
    told = several.check(cwd="notes")
    assert [path for path, _, _ in told.found] == [f"../{TEA}", f"../{BAG}"]
    assert several.check(".", cwd="notes").code == 2


def test_a_site_that_is_a_submodule_has_the_settings_that_list_it(several: Several) -> None:
    Repo(several.root / "shop").commit({})
    several.repo.write({"frontlint.toml": SETTINGS + f'[rules]\nignore = ["{RULE}"]\n'})
    assert several.check().found == []
    several.run("baseline", "update", "--no-cache")
    assert (several.root / "shop" / BASELINE).exists()


def test_a_site_that_is_not_listed_is_checked_when_it_is_asked_for(several: Several) -> None:
    make_project(several.root / "wiki", {"content/a.md": FAULT})
    assert [path for path, _, _ in several.check().found] == [TEA, BAG]
    told = several.check(cwd="wiki")
    assert told.found == [("content/a.md", RULE, None)]


def test_one_of_several_alone_is_told_as_a_single_site_is(several: Several) -> None:
    alone = several.check("docs")
    assert alone.found == [(TEA, RULE, None)]
    assert not alone.report.keys() & {"sites", "unchecked"}
    concise = several.run("check", "--no-cache", "--output-format=concise", cwd="docs")
    (several.root / "frontlint.toml").unlink()
    before = several.run("check", "--no-cache", "--output-format=concise", cwd="docs")
    assert (concise.code, concise.out) == (before.code, before.out)


def test_a_report_is_the_same_in_any_order_of_the_list(several: Several) -> None:
    first = several.check().found
    names = ["shop", "docs", "blog"]
    several.repo.write({"frontlint.toml": "".join(f'[[sites]]\nsource = "{name}"\n' for name in names)})
    assert several.check().found == first


# The settings of each.


def test_the_settings_are_shared_and_a_site_can_have_its_own(several: Several) -> None:
    several.repo.write({"frontlint.toml": SETTINGS + f'[rules]\nignore = ["{RULE}"]\n'})
    assert several.check().found == []
    several.repo.write({"shop/frontlint.toml": ""})
    assert several.check().found == [(BAG, RULE, "shop")]
    several.repo.write({"shop/frontlint.toml": "ignroe = []\n"})
    told = several.check()
    assert told.code == 2
    assert told.report["unchecked"][0]["path"] == "shop/frontlint.toml"
    assert [one["site"] for one in told.report["sites"]] == ["docs", "blog"]


def test_patterns_of_shared_settings_count_from_their_folder(several: Several) -> None:
    several.repo.write({"frontlint.toml": f'exclude = ["docs/content/posts/tea.md"]\n{SETTINGS}'})
    told = several.check()
    assert told.found == [(BAG, RULE, "shop")]
    assert "matches no page" not in told.err, "it matches a page of one of the sites"


def test_a_pattern_that_matches_in_no_site_is_noted_once(several: Several) -> None:
    several.repo.write({"frontlint.toml": f'exclude = ["dosc/**"]\n{SETTINGS}'})
    told = several.check()
    assert told.err.count("matches no page") == 1
    assert told.err.count("dosc/**") == 1
    assert "matches no page" not in several.check("docs").err, "it may be about another site"


def test_each_site_has_its_fail_on_and_the_worst_code_counts(several: Several) -> None:
    shared = f'fail-on = "never"\n{SETTINGS}'
    several.repo.write({"frontlint.toml": shared})
    assert several.check().code == 0
    several.repo.write({"shop/frontlint.toml": 'fail-on = "error"\n'})
    assert several.check().code == 1
    assert several.check("docs", "blog").code == 0
    assert several.check("--fail-on", "never").code == 0


def test_limits_of_the_command_line_are_about_all_sites(several: Several) -> None:
    soft = ("--severity", f"{RULE}=warning")
    assert several.check(*soft).code == 0
    assert several.check(*soft, "--max-warnings", "2").code == 0
    assert several.check(*soft, "--max-warnings", "1").code == 1


def test_a_site_without_a_page_is_a_mistake_unless_that_is_allowed(several: Several) -> None:
    (several.root / HELLO).unlink()
    told = several.check()
    assert told.code == 2
    assert "there is no page in the Hugo project `blog`" in told.err
    assert several.check("--allow-empty").code == 1
    assert several.check("docs/content", "blog/hugo.toml").code == 1, "a path of the other site has pages"


# Baselines.


def test_each_site_has_its_own_baseline(several: Several) -> None:
    told = several.run("baseline", "update", "--no-cache")
    assert told.code == 0
    for name, count in (("docs", 1), ("blog", 0), ("shop", 1)):
        lines = (several.root / name / BASELINE).read_text().splitlines()
        assert len(lines) == count
        assert all(json.loads(line)["path"].startswith("content/") for line in lines)
        assert f"{name}/{BASELINE}: {count} accepted " in told.err
    assert not (several.root / BASELINE).exists()
    told = several.check()
    assert (told.code, told.found, told.report["summary"]["suppressed"]) == (0, [], 2)
    assert several.check("shop").code == 0, "alone, it has the same one"
    assert several.check(cwd="shop").code == 0
    assert several.check("--no-baseline").code == 1


def test_a_baseline_follows_the_path_that_is_given(several: Several) -> None:
    assert several.run("baseline", "update", "docs", "--no-cache").code == 0
    assert several.check().found == [(BAG, RULE, "shop")]
    assert not (several.root / "shop" / BASELINE).exists()


def test_prune_and_stats_are_about_each(several: Several) -> None:
    several.run("baseline", "update", "--no-cache")
    several.repo.write({BAG: FINE})
    stats = several.run("baseline", "stats", "--no-cache")
    assert stats.code == 0
    docs, shop = stats.out.split("shop:\n")
    assert docs.startswith("docs:\nrule")
    assert [line.split("|")[1].strip() for line in (docs.splitlines()[3], shop.splitlines()[2])] == ["1", "0"]
    told = several.run("baseline", "prune", "--no-cache")
    assert f"shop/{BASELINE}: 0 accepted problems, 1 gone" in told.err
    assert (several.root / "shop" / BASELINE).read_text() == ""
    assert (several.root / "docs" / BASELINE).read_text() != ""


def test_sites_without_a_baseline_are_left_out_unless_all_have_none(several: Several) -> None:
    for command in ("prune", "stats"):
        told = several.run("baseline", command, "--no-cache")
        assert (told.code, told.out) == (2, "")
        assert told.lines == ["frontlint: there is no baseline; `frontlint baseline update` writes it"]
    several.run("baseline", "update", "shop", "--no-cache")
    told = several.run("baseline", "prune", "--no-cache")
    assert (told.code, told.lines) == (0, [f"shop/{BASELINE}: 1 accepted problem, 0 gone"])
    told = several.run("baseline", "stats", "--no-cache")
    assert told.code == 0
    assert told.out.startswith("shop:\n")
    several.repo.write(BROKEN)
    assert several.run("baseline", "prune", "--no-cache").code == 2


def test_a_baseline_on_the_command_line_is_for_one_site(several: Several) -> None:
    for command in (["check"], ["baseline", "update"]):
        told = several.run(*command, "--baseline", "all.jsonl")
        assert (told.code, told.out) == (2, "")
        assert told.lines == [
            "frontlint: each site has its own baseline: type `--source DIR` with `--baseline`"
        ]
    assert several.run("baseline", "update", "--source", "docs", "--baseline", "all.jsonl").code == 0
    assert several.run("check", "--source", "docs", "--baseline", "all.jsonl").code == 0


# Changes.


@pytest.mark.parametrize("scope", ["--staged", "--since=HEAD"])
def test_a_change_is_judged_in_the_site_that_it_touches(several: Several, scope: str) -> None:
    several.repo.commit({})
    several.repo.write({HELLO: FAULT})
    several.repo.git("add", "--all")
    told = several.check(scope)
    assert (told.code, told.found) == (1, [(HELLO, RULE, "blog")])
    assert several.check(scope, cwd="docs").found == []
    assert several.check(scope, "blog").found == [(HELLO, RULE, None)]


@pytest.mark.parametrize("scope", ["--staged", "--since=HEAD"])
def test_a_page_that_moves_to_another_site_is_lost_in_the_first(several: Several, scope: str) -> None:
    several.repo.commit({})
    several.repo.git("mv", "docs/content/posts/cup.md", "blog/content/posts/cup.md")
    told = several.check(scope, "--select=lost-url")
    (found,) = told.found
    assert found[1:] == ("lost-url", "docs")
    assert "/posts/cup/" in told.report["findings"][0]["message"]


@pytest.mark.parametrize("scope", ["--staged", "--since=HEAD"])
def test_what_a_change_accepts_is_told_of_all_sites(several: Several, scope: str) -> None:
    several.repo.commit({})
    several.run("baseline", "update", "--no-cache")
    several.repo.write(
        {"frontlint.toml": SETTINGS + "[rules]\n", "docs/hugo.yaml": "baseURL: https://x.org/\n"}
    )
    several.repo.git("add", "--all")
    told = several.check(scope, "--max-accepted", "1")
    assert told.code == 1
    accepted = told.report["accepted"]
    assert [(one["path"], one["accepted_in"]["path"]) for one in accepted] == [
        (TEA, f"docs/{BASELINE}"),
        (BAG, f"shop/{BASELINE}"),
    ]
    changed = [one["path"] for one in told.report["settings"]]
    assert changed.count("frontlint.toml") == 1
    assert several.check(scope, "--max-accepted", "2").code == 0


@pytest.mark.parametrize("scope", ["--staged", "--since=HEAD"])
def test_what_the_base_accepts_is_not_new(several: Several, scope: str) -> None:
    several.run("baseline", "update", "--no-cache")
    several.repo.commit({})
    several.repo.write({"docs/content/posts/cup.md": FAULT})
    several.run("baseline", "update", "--no-cache")
    several.repo.git("add", "--all")
    told = several.check(scope)
    assert [one["path"] for one in told.report["accepted"]] == ["docs/content/posts/cup.md"]


def test_a_report_shows_what_is_staged_and_not_what_is_on_disk(several: Several) -> None:
    several.repo.commit({})
    several.repo.write({HELLO: "---\ntitle: A\nlong: a\ndraft: yes\n---\n"})
    several.repo.git("add", "--all")
    several.repo.write({HELLO: ""})
    told = several.run("check", "--no-cache", "--staged", "--output-format=full")
    assert f" --> {HELLO}:4:8\n" in told.out
    assert "4 | draft: yes\n" in told.out


def test_other_places_and_edits_of_a_finding_begin_with_the_site(several: Several) -> None:
    twin = "---\ntitle: A\naliases: [/same/]\n---\n"
    several.repo.write({"docs/content/one.md": twin, "docs/content/two.md": twin})
    found = several.check("--unsafe-fixes").report["findings"]
    (alias,) = (one for one in found if one["rule"] == "alias-collision")
    pages = {alias["path"], *(label["path"] for label in alias["related"])}
    assert pages == {"docs/content/one.md", "docs/content/two.md"}
    assert "docs/content/one.md" in alias["help"]
    assert alias["help"].count("content/one.md") == 1
    (draft,) = (one for one in found if one["path"] == TEA)
    assert [edit["path"] for edit in draft["fix"]["edits"]] == [TEA]


@pytest.mark.parametrize("scope", ["--staged", "--since=HEAD"])
def test_a_cause_in_a_sentence_begins_with_the_site(several: Several, scope: str) -> None:
    several.repo.commit(
        {TEA: FINE, HELLO: FINE + '[x]({{< ref "/posts/gone" >}})\n', "blog/content/posts/gone.md": FINE}
    )
    several.repo.git("rm", "--quiet", "blog/content/posts/gone.md")
    told = several.check(scope, "--select=broken-ref")
    (found,) = told.report["findings"]
    assert found["message"].endswith("(since blog/content/posts/gone.md was deleted)")
    alone = several.check(scope, "--select=broken-ref", "blog").report["findings"][0]
    assert alone["message"].endswith("(since content/posts/gone.md was deleted)")


def test_settings_that_move_a_baseline_are_compared_with_the_old_list(several: Several) -> None:
    """A pull request that lists sites has old problems in the baseline beside the site, not new ones."""
    several.repo.write({"docs/frontlint.toml": "", "frontlint.toml": None})
    several.run("baseline", "update", "--no-cache", "--source", "docs")
    several.repo.commit({})
    several.repo.write({"frontlint.toml": SETTINGS, "docs/frontlint.toml": None})
    several.repo.git("add", "--all")
    told = several.check("--since=HEAD", "docs")
    assert told.report["accepted"] == []


def test_a_page_on_stdin_is_one_of_its_site(several: Several) -> None:
    told = several.check("--stdin-filename", HELLO, "-", stdin=FAULT)
    assert told.found == [(HELLO, RULE, None)]
    told = several.check("--stdin-filename", "content/new.md", "-", cwd="docs", stdin=FAULT)
    assert told.found == [("content/new.md", RULE, None)]
    told = several.check("--stdin-filename", "notes/new.md", "-", stdin=FAULT)
    assert told.code == 2


# Fixes.


def test_fixes_are_written_in_all_sites(several: Several) -> None:
    told = several.run("check", "--no-cache", "--fix", "--unsafe-fixes", "--output-format=concise")
    assert (told.code, told.out) == (0, "")
    for page in (TEA, BAG):
        assert "draft: true" in (several.root / page).read_text()
    assert f"docs: Fixed 1 problem in 1 page: {RULE} (1)." in told.lines
    assert f"shop: Fixed 1 problem in 1 page: {RULE} (1)." in told.lines


def test_a_diff_is_one_patch_of_all_sites_from_the_current_folder(several: Several) -> None:
    several.repo.commit({})
    told = several.run("check", "--no-cache", "--diff", "--unsafe-fixes")
    assert told.code == 1
    assert [line for line in told.out.splitlines() if line.startswith("+++")] == [
        f"+++ b/{TEA}",
        f"+++ b/{BAG}",
    ]
    subprocess.run(["git", "apply"], input=told.out, text=True, cwd=several.root, check=True)
    assert several.check("--fail-on=error").code == 0


def test_staged_fixes_are_staged_in_all_sites(several: Several) -> None:
    several.repo.commit({})
    pages = ("blog/content/new.md", "shop/content/new.md")
    several.repo.write(dict.fromkeys(pages, FAULT))
    several.repo.git("add", "--all")
    told = several.run("check", "--no-cache", "--staged", "--fix", "--unsafe-fixes")
    assert told.code == 0, told.out
    for page in pages:
        assert "draft: true" in several.repo.git("show", f":{page}")


# The other commands.


def test_urls_has_the_addresses_of_each(several: Several) -> None:
    told = several.run("urls")
    assert told.code == 0
    heads = [line for line in told.out.splitlines() if line.endswith(":")]
    assert heads == ["docs:", "blog:", "shop:"]
    report = several.run("urls", "--format", "json").report
    assert ("docs/content/posts/cup.md", "docs") in [(row["path"], row["site"]) for row in report["pages"]]
    assert {row["site"] for row in report["pages"]} == {"docs", "blog", "shop"}
    alone = several.run("urls", "docs", "--format", "json").report
    assert not any("site" in row for row in alone["pages"])
    several.repo.write(BROKEN)
    told = several.run("urls", "--format", "json")
    assert told.code == 2
    assert {row["site"] for row in told.report["pages"]} == {"docs", "blog"}


def test_config_tells_of_each_and_of_the_site_of_a_page(several: Several) -> None:
    several.repo.write({"shop/frontlint.toml": "", **BROKEN})
    told = several.run("config")
    assert told.code == 2
    assert [line for line in told.out.splitlines() if line.endswith(":")] == ["docs:", "blog:"]
    assert f"baseline        docs/{BASELINE}" in told.out
    told = several.run("config", TEA)
    assert told.code == 0
    assert f"page            {TEA}" in told.out
    assert "Hugo project    docs" in told.out
    assert "Hugo project    blog" not in told.out


PARENT = "---\ntitle: {0}\nItemType: tag\nClassificationType: tags\nslug: {0}\n{1}---\n"


def test_tree_draws_each_and_finds_a_name_in_any(several: Several) -> None:
    tree = {
        "docs/content/tags/drinks/_index.md": PARENT.format("drinks", ""),
        "docs/content/tags/tea/_index.md": PARENT.format("tea", "parent: drinks\n"),
    }
    several.repo.write(tree)
    told = several.run("tree")
    assert told.code == 0
    assert [line for line in told.out.splitlines() if line.endswith(":")] == ["docs:", "blog:", "shop:"]
    named = several.run("tree", "drinks")
    assert (named.code, named.out.splitlines()[0]) == (0, "docs:")
    assert "blog:" not in named.out
    missing = several.run("tree", "no such thing")
    assert (missing.code, missing.out) == (2, "")
    assert "no classification called `no such thing` in any site" in missing.err
    drawing = several.run("tree", "--format", "mermaid")
    assert drawing.code == 2
    assert "type `--source docs`, `--source blog` or `--source shop`" in drawing.err
    assert several.run("tree", "docs", "--format", "mermaid").code == 0


def test_rules_tells_of_the_shared_settings_and_of_one_site(several: Several) -> None:
    several.repo.write({"frontlint.toml": SETTINGS + f'[rules]\nignore = ["{RULE}"]\n'})
    several.repo.write({"shop/frontlint.toml": ""})

    def state(*arguments: str) -> bool:
        told = several.run("rules", *arguments, "--format", "json")
        assert told.code == 0
        (row,) = (row for row in told.report["rules"] if row["name"] == RULE)
        return bool(row["enabled"])

    assert (state(), state("docs"), state("shop"), state(BAG)) == (False, False, True, True)
    assert "the settings that the sites share" in several.run("rules").err
    assert "the sites share" not in several.run("rules", "docs").err


def test_mv_moves_within_a_site_and_not_to_another(several: Several) -> None:
    told = several.run("mv", TEA, "blog/content/posts/tea.md")
    assert told.code == 2
    assert "nothing moves from the site `docs` to the site `blog`: each has its own addresses" in told.err
    assert (several.root / TEA).exists()
    told = several.run("mv", "docs/content/posts/cup.md", "docs/content/posts/mug.md")
    assert told.code == 0, told.err
    assert "/posts/cup/" in (several.root / "docs/content/posts/mug.md").read_text()


def test_new_writes_into_the_site_of_its_folder(several: Several) -> None:
    told = several.run("new", "page", "Flow")
    assert told.code == 2
    assert "there are several sites here, and this command is about one" in told.err
    told = several.run("new", "page", "Flow", "--path", "docs/content/posts/flow.md")
    assert told.code == 0, told.err
    assert (several.root / "docs/content/posts/flow.md").exists()
    assert several.run("new", "page", "Flow", "--path", "content/posts/flow.md", cwd="blog").code == 0
    assert (several.root / "blog/content/posts/flow.md").exists()


def test_an_id_is_fresh_in_all_sites(several: Several, monkeypatch: pytest.MonkeyPatch) -> None:
    from frontlint.cli import new

    asked: list[int] = []

    def count(*sites: object) -> str:
        asked.append(len(sites))
        return "abcdefghijk"

    monkeypatch.setattr(new, "fresh_id", count)
    assert several.run("id").out == "abcdefghijk\n"
    assert several.run("id", "docs").code == 0
    assert asked == [3, 1]


def test_the_cache_of_each_is_shown_used_and_deleted(several: Several) -> None:
    folders = several.run("cache", "dir").out.splitlines()
    assert len(set(folders)) == 3
    assert several.run("cache", "dir", "docs").out.splitlines() == folders[:1]
    settle(several.root)
    several.run("check")
    assert all(Path(folder).is_dir() for folder in folders)
    told = several.run("cache", "clean")
    assert [line for line in told.lines if "deleted in" in line] == told.lines
    assert len(told.lines) == 3
    typed = several.root.parent / "typed"
    assert several.run("check", "--cache-dir", typed).code == 1
    assert len([path for path in typed.iterdir() if path.is_dir()]) == 3


def test_a_warm_run_says_the_same_and_sees_an_edit_in_one_site(several: Several) -> None:
    settle(several.root)
    first = several.run("check", "--output-format=json")
    again = several.run("check", "--output-format=json")
    assert first.found == again.found == [(TEA, RULE, "docs"), (BAG, RULE, "shop")]
    assert first.report["sites"] == again.report["sites"]
    several.repo.write({HELLO: FAULT})
    assert several.run("check", "--output-format=json").found == [
        (HELLO, RULE, "blog"),
        *first.found,
    ]


def test_files_and_settings_are_shown_of_each(several: Several) -> None:
    told = several.run("check", "--show-files", "--no-cache")
    assert told.out.splitlines() == [
        "docs/content/posts/cup.md",
        TEA,
        HELLO,
        BAG,
    ]
    told = several.run("check", "--verbose", "--no-cache")
    assert [line for line in told.lines if line.startswith("Hugo project: ")] == [
        "Hugo project: docs",
        "Hugo project: blog",
        "Hugo project: shop",
    ]


# Sites beside and in each other.


def test_a_site_in_the_folder_of_another_is_its_own(several: Several) -> None:
    make_project(several.root / "docs" / "example", {"content/a.md": FAULT})
    several.repo.write({"frontlint.toml": SETTINGS + '\n[[sites]]\nsource = "docs/example"\n'})
    told = several.check()
    assert ("docs/example/content/a.md", RULE, "docs/example") in told.found
    assert len(told.found) == 3
    assert several.check("docs/example").found == [("docs/example/content/a.md", RULE, None)]


@pytest.mark.parametrize(
    ("inner", "hugo"),
    [
        ("docs/content/posts", "baseURL: https://docs.example.org/\n"),
        ("docs/pages/en", "contentDir: pages\n"),
        (
            "docs/more",
            "module:\n  mounts:\n    - {source: content, target: content}\n"
            "    - {source: more, target: content/x}\n",
        ),
    ],
)
def test_a_site_in_the_content_of_another_is_refused(several: Several, inner: str, hugo: str) -> None:
    make_project(several.root / inner, {"content/a.md": FAULT})
    (several.root / "docs/pages").mkdir(exist_ok=True)
    several.repo.write(
        {"docs/hugo.yaml": hugo, "frontlint.toml": f'{SETTINGS}\n[[sites]]\nsource = "{inner}"\n'}
    )
    told = several.check()
    assert told.code == 2
    (lost,) = told.report["unchecked"]
    assert (lost["site"], lost["path"], lost["line"]) == ("docs", "frontlint.toml", 11)
    assert lost["message"] == f"`{inner}` is in the content of the site `docs`: delete one of the two"
    assert (f"{inner}/content/a.md", RULE, inner) in told.found
    assert several.check("docs/hugo.yaml").code == 2, "alone, too"


def test_content_that_two_sites_share_is_told_once(several: Several) -> None:
    mounts = "module:\n  mounts:\n    - {source: ../shared, target: content}\n"
    several.repo.write(
        {
            "shared/a.md": FAULT,
            "docs/hugo.yaml": mounts,
            "blog/hugo.yaml": mounts,
            "blog/hugo.toml": None,
        }
    )
    told = several.check()
    assert [(path, rule) for path, rule, _ in told.found] == [("shared/a.md", RULE), (BAG, RULE)]
    assert several.check("--fix", "--unsafe-fixes").code == 0
    assert (several.root / "shared/a.md").read_text() == FAULT.replace("yes", "true")


def test_the_root_can_be_a_site_beside_others(several: Several) -> None:
    several.repo.write(
        {
            "hugo.yaml": "baseURL: https://example.org/\n",
            "content/root.md": FAULT,
            "frontlint.toml": '[[sites]]\nsource = "."\n\n[[sites]]\nsource = "docs"\n',
        }
    )
    told = several.check()
    assert told.found == [("content/root.md", RULE, "."), (TEA, RULE, "docs")]
    assert several.check("content").found == [("content/root.md", RULE, None)]
    assert several.check(cwd="docs/content").found == [("posts/tea.md", RULE, None)]


def test_without_a_list_several_sites_are_named_with_what_to_type(several: Several) -> None:
    (several.root / "frontlint.toml").unlink()
    told = several.check()
    assert told.code == 2
    assert "`--source blog`, `--source docs` or `--source shop`" in told.err
    assert "run `frontlint init` to list them all" in told.err


def test_isolated_runs_know_no_list(several: Several) -> None:
    assert several.check("--isolated").code == 2
    assert several.check("--isolated", "docs").found == [(TEA, RULE, None)]


def test_settings_that_are_typed_list_the_sites_of_this_folder(several: Several, tmp_path: Path) -> None:
    """A gate judges a branch by the settings of the main branch."""
    main = Repo(tmp_path / "main").root
    make_project(main / "docs", {"content/a.md": FINE})
    (main / "frontlint.toml").write_text('[[sites]]\nsource = "docs"\n[[sites]]\nsource = "shop"\n')
    (several.root / "frontlint.toml").unlink()
    told = several.check("--config", main / "frontlint.toml")
    assert told.found == [(TEA, RULE, "docs"), (BAG, RULE, "shop")]


def test_a_strict_gate_has_the_list_and_the_baselines_of_the_base(several: Several, tmp_path: Path) -> None:
    """As in docs/security.md: a pull request cannot accept its own problems, or leave a site out."""
    several.run("baseline", "update", "--no-cache")
    several.repo.commit({})
    base = tmp_path / "base"
    several.repo.git("worktree", "add", "--quiet", "--detach", str(base))
    several.repo.git("switch", "--quiet", "--create", "topic")
    gate = ("--since=main", "--config", base / "frontlint.toml", "--max-accepted=0", "--no-inline-ignores")
    told = several.check(*gate)
    assert (told.code, told.found) == (0, []), told.err
    several.repo.write({HELLO: FAULT})
    several.run("baseline", "update", "--no-cache")
    several.repo.commit({"frontlint.toml": '[[sites]]\nsource = "docs"\n', "blog/frontlint.toml": ""})
    told = several.check("--since=main")
    assert (told.code, told.found) == (0, []), "without the gate it would pass"
    told = several.check(*gate)
    assert (told.code, told.found) == (1, [(HELLO, RULE, "blog")])
    assert ("frontlint.toml", "changed") in [(one["path"], one["how"]) for one in told.report["settings"]]


def test_a_commit_in_one_site_opens_no_page_of_another(
    several: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontlint.engine import run

    several.repo.commit({})
    asked: list[str] = []
    own = run.run

    def count(request, *others):  # type: ignore[no-untyped-def]
        asked.append(request.project.name)
        return own(request, *others)

    monkeypatch.setattr(run, "run", count)
    several.repo.write({HELLO: FAULT})
    several.repo.git("add", "--all")
    assert several.check("--staged").code == 1
    assert asked == ["blog"]


def test_a_run_looks_at_git_once_for_each_repository(
    several: Several, monkeypatch: pytest.MonkeyPatch
) -> None:
    from frontlint.engine.compare import changes

    several.repo.commit({})
    calls: list[Path] = []
    own = changes.staged

    def count(project: Path):  # type: ignore[no-untyped-def]
        calls.append(project)
        return own(project)

    monkeypatch.setattr(changes, "staged", count)
    assert several.check("--staged").code == 0
    assert len(calls) == 1
