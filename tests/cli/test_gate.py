"""The gate in real repositories: what a change breaks, the baseline, and a page on stdin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from processes import frontlint
from repos import Repo, shield

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

SITE = {
    "hugo.yaml": "baseURL: https://example.org/\n",
    ".gitignore": "public/\n",
    "content/tags/brewing/_index.md": "---\ntitle: Brewing\n---\nWater and heat.\n",
    "content/posts/tea.md": "---\ntitle: Tea\ntags: [brewing]\n---\n"
    + "How to make tea, told so that everybody can follow it.\n" * 5,
    "content/posts/coffee.md": "---\ntitle: Coffee\ntags: [brewing]\n---\n"
    + 'Unlike [x]({{< ref "/posts/tea" >}}).\n',
}
OLD_FAULTS = {
    f"content/old/{number}.md": f"---\ntitle: Page {number}\ndraft: yes\naliases: [a/{number}]\n---\nText.\n"
    for number in range(250)
}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    shield(monkeypatch)
    made = Repo(tmp_path / "repo")
    made.commit(SITE)
    made.git("switch", "--quiet", "--create", "topic")
    return made


def findings(*arguments: str, cwd: Path, stdin: str = "") -> list[dict[str, str]]:
    result = frontlint("check", *arguments, "--output-format", "json", cwd=cwd, stdin=stdin)
    assert result.returncode in (0, 1), result.stderr
    found: list[dict[str, str]] = json.loads(result.stdout)["findings"]
    return found


@pytest.mark.parametrize("scope", ["--since=main", "--staged"])
def test_a_renamed_page_needs_an_alias(repo: Repo, scope: str) -> None:
    repo.git("mv", "content/posts/tea.md", "content/posts/black-tea.md")
    repo.write(
        {"content/posts/coffee.md": SITE["content/posts/coffee.md"].replace("posts/tea", "posts/black-tea")}
    )
    repo.git("add", "--all")
    result = frontlint("check", scope, "--output-format", "full", cwd=repo.root)
    assert result.returncode == 1
    assert "lost-url: `/posts/tea/` stops working: the page moved to `/posts/black-tea/`" in result.stdout
    assert "--> content/posts/black-tea.md" in result.stdout
    assert "aliases:\n         - /posts/tea/\n" in result.stdout
    text = SITE["content/posts/tea.md"].replace("title: Tea", "title: Tea\naliases:\n  - /posts/tea/")
    repo.write({"content/posts/black-tea.md": text})
    repo.git("add", "--all")
    result = frontlint("check", scope, cwd=repo.root)
    assert (result.returncode, result.stdout) == (0, "")


@pytest.mark.parametrize("scope", ["--since=main", "--staged"])
def test_a_deleted_tag_speaks_through_the_pages_that_use_it(repo: Repo, scope: str) -> None:
    tea, coffee, tag = "content/posts/tea.md", "content/posts/coffee.md", "content/tags/brewing/_index.md"
    untagged = {name: SITE[name].replace("tags: [brewing]\n", "") for name in (tea, coffee)}
    repo.commit({**untagged, coffee: untagged[coffee] + '{{< ref "/tags/brewing" >}}\n'})
    repo.git("branch", "--force", "main")
    repo.write({tag: None, tea: untagged[tea] + "More.\n"})
    repo.git("add", "--all")
    found = findings(scope, cwd=repo.root)
    assert [(one["rule"], one["path"]) for one in found] == [
        ("broken-ref", "content/posts/coffee.md"),
        ("lost-url", "hugo.yaml"),
    ]
    assert found[0]["message"].endswith("(since content/tags/brewing/_index.md was deleted)")


def test_paths_restrict_what_is_shown_of_a_change(repo: Repo) -> None:
    repo.write({"content/posts/tea.md": None})
    assert len(findings("--since", "main", cwd=repo.root)) == 2
    found = findings("content/posts/coffee.md", "--since", "main", cwd=repo.root)
    assert [one["rule"] for one in found] == ["broken-ref"]
    found = findings("content/posts", "--since", "main", cwd=repo.root)
    assert [(one["rule"], one["path"]) for one in found] == [
        ("broken-ref", "content/posts/coffee.md"),
        ("lost-url", "hugo.yaml"),
    ]
    assert findings("content/tags", "--since", "main", cwd=repo.root) == []


def test_what_is_staged_counts_and_not_what_is_on_disk(repo: Repo) -> None:
    repo.write({"content/posts/new.md": "---\ntitle: New\ndraft: yes\n---\n"})
    assert findings("--staged", cwd=repo.root) == []
    repo.git("add", "--all")
    repo.write({"content/posts/new.md": "\n\n---\ntitle: New\n---\n", "content/posts/tea.md": None})
    found = findings("--staged", cwd=repo.root)
    assert [(one["rule"], one["start"]) for one in found] == [
        ("draft-not-boolean", {"line": 3, "column": 8})  # type: ignore[comparison-overlap]
    ]


def test_only_under_pre_commit_nothing_staged_means_everything(repo: Repo) -> None:
    """Somebody who types `--staged` asks about the next commit, and pre-commit asks for a verdict."""
    repo.commit({"content/posts/old.md": "---\ntitle: Old\ndraft: yes\n---\n"})
    alone = frontlint("check", "--staged", cwd=repo.root)
    assert (alone.returncode, alone.stdout) == (0, "")
    hook = frontlint("check", "--staged", cwd=repo.root, env={"PRE_COMMIT": "1"})
    assert (hook.returncode, "draft-not-boolean" in hook.stdout) == (1, True)
    assert "note: nothing is changed, so the whole site was checked" in hook.stderr
    quiet = frontlint("check", "--staged", "--quiet", cwd=repo.root, env={"PRE_COMMIT": "1"})
    assert (quiet.returncode, quiet.stderr) == (1, "")


def test_a_hook_of_a_commit_with_paths_sees_the_index_of_that_commit(repo: Repo) -> None:
    """`git commit FILE` commits that file alone, whatever else is staged."""
    hook = repo.root / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(
        f'#!/bin/sh\nexec "{sys.executable}" -m frontlint check --staged --output-format concise\n'
    )
    hook.chmod(0o755)
    repo.write(
        {"content/posts/bad.md": "---\ntitle: Bad\ndraft: yes\n---\n", "content/posts/ok.md": "Text.\n"}
    )
    repo.git("add", "--all")
    repo.git("commit", "--quiet", "--message", "x", "content/posts/ok.md")
    done = subprocess.run(
        ["git", "commit", "--all", "--message", "x"],
        cwd=repo.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "content/posts/bad.md:3:8: error draft-not-boolean" in done.stdout + done.stderr


def test_the_first_commit_is_compared_with_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shield(monkeypatch)
    repo = Repo(tmp_path / "fresh")
    repo.write({**SITE, "content/posts/bad.md": "---\ntitle: Bad\ndraft: yes\n---\n"})
    repo.git("add", "--all")
    assert [one["rule"] for one in findings("--staged", cwd=repo.root)] == ["draft-not-boolean"]


def test_a_project_below_the_root_with_odd_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shield(monkeypatch)
    repo = Repo(tmp_path / "a repo")
    folder = "the 'site' ä"
    repo.commit({f"{folder}/{name}": text for name, text in SITE.items()})
    repo.git("switch", "--quiet", "--create", "topic")
    repo.git("mv", f"{folder}/content/posts/tea.md", f"{folder}/content/posts/thé noir.md")
    found = findings("--since", "main", cwd=repo.root)
    assert [(one["rule"], one["path"]) for one in found] == [
        ("broken-ref", f"{folder}/content/posts/coffee.md"),
        ("lost-url", f"{folder}/content/posts/thé noir.md"),
    ]


def test_settings_of_hugo_that_change_are_compared(repo: Repo) -> None:
    repo.write({"hugo.yaml": SITE["hugo.yaml"] + "permalinks: {page: {posts: /p/:slug/}}\n"})
    found = findings("--since", "main", cwd=repo.root)
    assert [(one["rule"], one["path"], one["message"]) for one in found] == [
        (
            "lost-url",
            "content/posts/coffee.md",
            "`/posts/coffee/` stops working: the page moved to `/p/coffee/`",
        ),
        ("lost-url", "content/posts/tea.md", "`/posts/tea/` stops working: the page moved to `/p/tea/`"),
    ]


def test_only_blobs_of_changed_pages_are_read(repo: Repo, tmp_path: Path) -> None:
    repo.write({"content/posts/tea.md": SITE["content/posts/tea.md"] + "More.\n"})
    trace = tmp_path / "trace"
    result = frontlint(
        "check",
        "--since",
        "main",
        cwd=repo.root,
        env={"GIT_TRACE_PACKET": "0", "GIT_TRACE2_EVENT": str(trace)},
    )
    assert result.returncode == 0
    commands = [json.loads(line) for line in trace.read_text(encoding="utf-8").splitlines()]
    assert sum(one["event"] == "start" for one in commands) <= 8


def test_history_rules_alone_say_that_they_need_a_base(repo: Repo) -> None:
    result = frontlint("check", "--select", "lost-url,id-changed", cwd=repo.root)
    assert "note: id-changed, lost-url: nothing is compared without `--since` or `--staged`" in result.stderr
    result = frontlint("check", "--select", "history", "--since", "main", cwd=repo.root)
    assert "note:" not in result.stderr


def test_nothing_changed_and_nothing_is_shown(repo: Repo) -> None:
    repo.commit({"content/posts/bad.md": "---\ntitle: Bad\ndraft: yes\n---\n"})
    repo.git("branch", "--force", "main")
    assert findings("--since", "main", cwd=repo.root) == findings("--staged", cwd=repo.root) == []


def test_git_is_not_run_unless_it_is_asked(repo: Repo, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    assert frontlint("check", cwd=repo.root, env={"GIT_TRACE2_EVENT": str(trace)}).returncode == 0
    assert not trace.exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--since", "nowhere"], "there is no commit, branch or tag called `nowhere`"),
        (["--since", "main", "--staged"], "`--since`, `--staged` and a page on stdin cannot be combined"),
        (["-"], "a page on stdin needs its path"),
        (["-", "--stdin-filename", "../elsewhere.md"], "`../elsewhere.md` is not in the Hugo project"),
        (
            ["--baseline", "none.jsonl"],
            "none.jsonl: there is no such file; `frontlint baseline update`",
        ),
        (["--baseline", "hugo.yaml"], "hugo.yaml:1: this line is not from a baseline: delete it"),
    ],
)
def test_mistakes_exit_with_2_and_one_sentence(repo: Repo, arguments: list[str], words: str) -> None:
    result = frontlint("check", *arguments, cwd=repo.root)
    assert (result.returncode, result.stdout) == (2, "")
    assert words in result.stderr
    assert result.stderr.count("\n") == 1


def test_outside_of_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shield(monkeypatch)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "hugo.yaml").write_text("title: A\n")
    (tmp_path / "content").mkdir()
    for scope in ("--since=main", "--staged"):
        result = frontlint("check", scope, cwd=tmp_path)
        assert result.returncode == 2
        assert "is not in a Git repository" in result.stderr
    empty = frontlint("check", "--staged", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert "this needs Git, which is not installed here" in empty.stderr


def test_a_page_on_stdin_is_judged_inside_its_site(repo: Repo) -> None:
    text = '---\ntitle: Tea\ndraft: yes\n---\n{{< ref "/posts/coffee" >}} {{< ref "/posts/milk" >}}\n'
    for name in ("content/posts/tea.md", "content/posts/not-yet/saved.md"):
        found = findings("-", "--stdin-filename", name, cwd=repo.root, stdin=text)
        assert [(one["rule"], one["path"]) for one in found] == [
            ("draft-not-boolean", name),
            ("broken-ref", name),
        ]
    assert findings(cwd=repo.root) == [], "nothing of it stays"


def test_a_page_on_stdin_that_is_excluded_or_no_content(repo: Repo) -> None:
    bad = "---\ndraft: yes\n---\n"
    arguments = ("-", "--stdin-filename", "content/posts/tea.md", "--exclude", "content/posts/")
    assert [one["rule"] for one in findings(*arguments, cwd=repo.root, stdin=bad)] == ["draft-not-boolean"]
    assert findings(*arguments, "--force-exclude", cwd=repo.root, stdin=bad) == []
    assert findings("-", "--stdin-filename", "README.md", cwd=repo.root, stdin=bad) == []


def test_an_old_site_begins_with_a_baseline(repo: Repo) -> None:
    repo.commit(OLD_FAULTS)
    assert frontlint("check", cwd=repo.root).stdout.count("\n") == 500
    result = frontlint("baseline", "update", cwd=repo.root)
    assert result.stderr == ".frontlint-baseline.jsonl: 500 accepted problems, 500 new, 0 gone\n"
    repo.commit({}, "accept")
    result = frontlint("check", cwd=repo.root)
    assert (result.returncode, result.stdout) == (0, "")
    assert "500 problems accepted by the baseline." in result.stderr
    repo.write({"content/posts/tea.md": "---\ntitle: Tea\ndraft: yes\ntags: [brewing]\n---\n"})
    result = frontlint("check", cwd=repo.root)
    assert [line.partition(" ")[0] for line in result.stdout.splitlines()] == ["content/posts/tea.md:3:8:"]
    rewritten = {
        name: text.replace("aliases: [", "aliases:\n  - '").replace("]\n", "'\n").replace("yes", "'yes'")
        for name, text in OLD_FAULTS.items()
    }
    repo.write(rewritten)
    assert frontlint("check", cwd=repo.root).stdout == result.stdout
    assert len(findings("--no-baseline", cwd=repo.root)) == 501
    summary = json.loads(frontlint("check", "--output-format", "json", cwd=repo.root).stdout)["summary"]
    assert (summary["errors"], summary["suppressed"]) == (1, 500)


def test_lines_follow_a_renamed_page(repo: Repo) -> None:
    repo.commit({"content/old/1.md": OLD_FAULTS["content/old/1.md"] + "A text.\n" * 9})
    frontlint("baseline", "update", cwd=repo.root)
    repo.commit({}, "accept")
    repo.git("mv", "content/old/1.md", "content/old/2.md")
    assert findings(cwd=repo.root) == []
    repo.commit({}, "rename")
    assert findings(cwd=repo.root) == []
    baseline = repo.root / ".frontlint-baseline.jsonl"
    baseline.write_text(baseline.read_text().replace("}", ', "reason": "later"}', 1))
    assert "2 accepted problems, 0 new, 0 gone" in frontlint("baseline", "update", cwd=repo.root).stderr
    rows = [json.loads(line) for line in baseline.read_text().splitlines()]
    assert {row["path"] for row in rows} == {"content/old/2.md"}
    assert [row.get("reason") for row in rows] == ["later", None]


def test_a_new_page_with_the_fault_of_a_deleted_one_is_new(repo: Repo) -> None:
    repo.commit({"content/old/1.md": "---\ntitle: First\ndraft: yes\n---\n" + "The first text.\n" * 9})
    frontlint("baseline", "update", cwd=repo.root)
    repo.commit({}, "accept")
    repo.write(
        {
            "content/old/1.md": None,
            "content/other.md": "---\ntitle: Second\ndraft: yes\n---\nQuite another.\n",
        }
    )
    assert [one["path"] for one in findings(cwd=repo.root)] == ["content/other.md"]


def test_prune_and_stats(repo: Repo) -> None:
    repo.write({name: OLD_FAULTS[name] for name in ("content/old/1.md", "content/old/2.md")})
    frontlint("baseline", "update", cwd=repo.root)
    repo.write({"content/old/1.md": "---\ntitle: A\ndraft: yes\n---\n"})
    result = frontlint("baseline", "stats", cwd=repo.root)
    rows = [[cell.strip() for cell in line.split("|")] for line in result.stdout.splitlines()]
    assert rows[2:] == [["draft-not-boolean", "2", "2", "0"], ["alias-relative", "1", "1", "1"]]
    assert "4 accepted problems, 1 no longer needed" in result.stderr
    assert "3 accepted problems, 1 gone" in frontlint("baseline", "prune", cwd=repo.root).stderr
    repo.write(
        {"content/old/2.md": "---\ntitle: A\n---\n", "content/old/3.md": OLD_FAULTS["content/old/3.md"]}
    )
    result = frontlint("baseline", "update", "content/old/3.md", cwd=repo.root)
    assert "5 accepted problems, 2 new, 0 gone" in result.stderr


def test_without_a_baseline_there_is_nothing_to_prune(repo: Repo) -> None:
    for command in ("prune", "stats"):
        result = frontlint("baseline", command, cwd=repo.root)
        assert result.returncode == 2
        assert ".frontlint-baseline.jsonl: there is no baseline" in result.stderr


def test_the_settings_name_the_baseline(repo: Repo) -> None:
    repo.write(
        {
            "frontlint.toml": 'baseline = "accepted.jsonl"\n',
            "content/old/1.md": OLD_FAULTS["content/old/1.md"],
        }
    )
    result = frontlint("check", cwd=repo.root)
    assert result.returncode == 1
    assert "note: frontlint.toml:1: the baseline `accepted.jsonl` does not exist yet" in result.stderr
    assert frontlint("baseline", "update", cwd=repo.root).returncode == 0
    assert (repo.root / "accepted.jsonl").exists()
    assert frontlint("check", cwd=repo.root).returncode == 0


def test_two_branches_that_accept_findings_merge(repo: Repo) -> None:
    repo.commit(
        {
            ".gitattributes": ".frontlint-baseline.jsonl merge=union\n",
            "content/old/1.md": OLD_FAULTS["content/old/1.md"],
        }
    )
    frontlint("baseline", "update", cwd=repo.root)
    repo.commit({}, "accept")
    for number, branch in ((2, "left"), (3, "right")):
        repo.git("switch", "--quiet", "--create", branch, "topic")
        repo.write({f"content/old/{number}.md": OLD_FAULTS[f"content/old/{number}.md"]})
        frontlint("baseline", "update", cwd=repo.root)
        repo.commit({}, branch)
    repo.git("merge", "--quiet", "--message", "both", "left")
    assert findings(cwd=repo.root) == []


def test_two_updates_at_once_leave_a_whole_file(repo: Repo) -> None:
    repo.write(OLD_FAULTS)
    command = [sys.executable, "-m", "frontlint", "baseline", "update"]
    both = [subprocess.Popen(command, cwd=repo.root, stderr=subprocess.PIPE) for _ in range(2)]
    assert [process.wait(60) for process in both] == [0, 0]
    for process in both:
        process.communicate()
    assert len((repo.root / ".frontlint-baseline.jsonl").read_text().splitlines()) == 500
    assert findings(cwd=repo.root) == []
    assert not [path.name for path in repo.root.iterdir() if path.name.startswith("..frontlint")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="permissions mean nothing here")
def test_a_read_only_checkout_is_checked_and_not_written(repo: Repo) -> None:
    repo.write({"content/posts/bad.md": "---\ntitle: Bad\ndraft: yes\n---\n"})
    repo.root.chmod(0o500)
    try:
        assert [one["rule"] for one in findings("--since", "main", cwd=repo.root)] == ["draft-not-boolean"]
        result = frontlint("baseline", "update", cwd=repo.root)
        assert result.returncode == 2
        assert "the baseline cannot be written" in result.stderr
    finally:
        repo.root.chmod(0o700)
