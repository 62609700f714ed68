"""`check --fix` as a user runs it: what is written, where, and what is said of it."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from frontlint.init.hooks import FIX
from given_fixes import fixing
from repos import Repo, shield

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

TWICE = (
    "---\ntitle: A\n# kept\naliases:\n  - /old/\n  - /old # again\n  - /older/\n---\nText\nof\nmany\nlines\n"
)
ONCE = TWICE.replace("  - /old # again\n", "")
OTHER = TWICE.replace("old", "other")
DRAFT = "---\ntitle: D\ndraft: yes\n---\nText\n"
RELATIVE = "---\ntitle: B\naliases: [rel]\n---\nText\n"
TAKEN = "---\ntitle: T\naliases: [/taken/]\n---\nText\n"
SITE = {
    "hugo.yaml": "baseURL: https://example.org/\n",
    "content/p/a.md": TWICE,
    "content/p/b.md": OTHER,
    "content/p/c.md": "---\ntitle: C\n---\nText\n",
}


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repo:
    shield(monkeypatch)
    monkeypatch.delenv("PRE_COMMIT", raising=False)
    made = Repo(tmp_path / "repo")
    made.commit(SITE)
    return made


def read(repo: Repo, name: str) -> str:
    return (repo.root / name).read_bytes().decode()


def staged(repo: Repo, name: str) -> str:
    return repo.git("show", f":{name}") + "\n"


# -- on disk ------------------------------------------------------------------------------------------------


def test_pages_are_written_and_reported(repo: Repo) -> None:
    (repo.root / "content/p/a.md").chmod(0o640)
    os.utime(repo.root / "content/p/c.md", ns=(1, 1))
    done = fixing("check", "--fix", cwd=repo.root)
    assert done.returncode == 0
    assert read(repo, "content/p/a.md") == ONCE
    assert read(repo, "content/p/b.md") == ONCE.replace("old", "other")
    assert stat.S_IMODE((repo.root / "content/p/a.md").stat().st_mode) == 0o640
    assert (repo.root / "content/p/c.md").stat().st_mtime_ns == 1
    assert b"Fixed 2 problems in 2 pages: alias-duplicate (2).\n" in done.stderr
    assert b"alias-duplicate" not in done.stdout
    times = {path: path.stat().st_mtime_ns for path in (repo.root / "content/p").iterdir()}
    again = fixing("check", "--fix", cwd=repo.root)
    assert b"Fixed" not in again.stderr
    assert times == {path: path.stat().st_mtime_ns for path in (repo.root / "content/p").iterdir()}
    assert sorted(path.name for path in (repo.root / "content/p").iterdir()) == ["a.md", "b.md", "c.md"]


def test_the_exit_code_comes_from_what_is_left(repo: Repo) -> None:
    repo.write({"content/p/c.md": DRAFT})
    assert fixing("check", "--fix", cwd=repo.root).returncode == 1
    said = fixing("check", "--fix", cwd=repo.root).stderr
    assert b"1 problem can be fixed with `--fix --unsafe-fixes`; read the changes first." in said
    assert fixing("check", "--fix", "--unsafe-fixes", cwd=repo.root).returncode == 0
    assert read(repo, "content/p/c.md") == DRAFT.replace("yes", "true")


def test_unsafe_fixes_alone_only_show(repo: Repo) -> None:
    repo.write({"content/p/c.md": DRAFT})
    plain = fixing("check", cwd=repo.root)
    assert b"error draft-not-boolean: `draft: yes`" in plain.stdout
    assert b"2 problems can be fixed with `--fix`; 1 more with `--fix --unsafe-fixes`." in plain.stderr
    shown = fixing("check", "--unsafe-fixes", cwd=repo.root)
    assert b"error draft-not-boolean: [*] `draft: yes`" in shown.stdout
    assert read(repo, "content/p/c.md") == DRAFT
    assert read(repo, "content/p/a.md") == TWICE


def test_a_diff_writes_nothing_and_git_applies_it(repo: Repo) -> None:
    done = fixing("check", "--diff", cwd=repo.root)
    assert done.returncode == 1
    assert repo.git("status", "--porcelain") == ""
    assert b"Would fix 2 problems in 2 pages" in done.stderr
    subprocess.run(["git", "apply", "-"], input=done.stdout, cwd=repo.root, check=True)
    assert read(repo, "content/p/a.md") == ONCE
    after = fixing("check", "--diff", cwd=repo.root)
    assert (after.returncode, after.stdout) == (0, b"")


def test_paths_bound_it(repo: Repo) -> None:
    done = fixing("check", "--fix", "content/p/a.md", cwd=repo.root)
    assert done.returncode == 0
    assert read(repo, "content/p/a.md") == ONCE
    assert read(repo, "content/p/b.md") == OTHER


def test_what_is_not_fixed_is_said(repo: Repo) -> None:
    repo.write({"content/p/c.md": RELATIVE, "content/p/d.md": TAKEN})
    done = fixing("check", "--fix", cwd=repo.root)
    words = b"it would bring a new problem: alias-collision in `content/p/d.md`"
    assert b"not fixed: content/p/c.md: alias-relative: " + words in done.stderr
    assert read(repo, "content/p/c.md") == RELATIVE


def test_verbose_names_each_fix_and_quiet_none(repo: Repo) -> None:
    done = fixing("check", "--diff", "--fix", cwd=repo.root)
    assert b"Would fix" in done.stderr
    done = fixing("check", "--fix", "-v", "content/p/a.md", cwd=repo.root)
    assert b"fixed: content/p/a.md: alias-duplicate: delete `1`" in done.stderr
    assert fixing("check", "--fix", "-q", cwd=repo.root).stderr == b""


def test_links_are_not_written_through(repo: Repo) -> None:
    (repo.root / "elsewhere.md").write_text(TWICE)
    (repo.root / "content/p/a.md").unlink()
    (repo.root / "content/p/a.md").symlink_to("../../elsewhere.md")
    fixing("check", "--fix", cwd=repo.root)
    assert (repo.root / "elsewhere.md").read_text() == TWICE
    assert (repo.root / "content/p/a.md").is_symlink()


def test_accepted_problems_are_not_fixed(repo: Repo) -> None:
    fixing("baseline", "update", cwd=repo.root)
    done = fixing("check", "--fix", cwd=repo.root)
    assert b"Fixed" not in done.stderr
    assert read(repo, "content/p/a.md") == TWICE
    fixing("check", "--fix", "--no-baseline", cwd=repo.root)
    assert read(repo, "content/p/a.md") == ONCE


def test_the_judges_are_counted_apart(repo: Repo) -> None:
    done = fixing("check", "--fix", "--profile", cwd=repo.root)
    rows = dict(
        line.rsplit(maxsplit=2)[:2] for line in done.stderr.decode().splitlines() if line.endswith("%")
    )
    assert float(rows["independent judges"]) > 0
    assert float(rows["making edits"]) >= 0
    assert "independent judges" not in fixing("check", "--profile", cwd=repo.root).stderr.decode()


def test_a_run_without_a_fixable_problem_reads_no_judge(repo: Repo) -> None:
    code = (
        "import sys; from frontlint.cli.app import run; run(['check', '--fix']); print(sorted(sys.modules))"
    )
    repo.write({"content/p/a.md": None, "content/p/b.md": None})
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=repo.root, capture_output=True, check=True, encoding="utf-8"
    )
    assert "ruamel" not in done.stdout
    assert "tomlkit" not in done.stdout


# -- a page on stdin ----------------------------------------------------------------------------------------


def test_stdin_comes_out_fixed(repo: Repo) -> None:
    data = TWICE.replace("\n", "\r\n").encode()
    done = fixing("check", "--fix", "--stdin-filename", "content/p/a.md", "-", cwd=repo.root, stdin=data)
    assert done.stdout == ONCE.replace("\n", "\r\n").encode()
    assert read(repo, "content/p/a.md") == TWICE
    assert b"Fixed 1 problem" in done.stderr
    assert done.returncode == 0


def test_stdin_comes_out_as_it_was_if_nothing_is_fixed(repo: Repo) -> None:
    for text in (DRAFT, "no front matter \u00e4", "---\ntitle: [\n---\n", ""):
        data = text.encode()
        name = "content/p/new.md"
        done = fixing("check", "--fix", "--stdin-filename", name, "-", cwd=repo.root, stdin=data)
        assert done.stdout == data
    assert (
        b"draft-not-boolean"
        in fixing("check", "--fix", "--stdin-filename", name, "-", cwd=repo.root, stdin=DRAFT.encode()).stderr
    )


def test_stdin_and_a_diff(repo: Repo) -> None:
    done = fixing(
        "check", "--diff", "--stdin-filename", "content/p/a.md", "-", cwd=repo.root, stdin=TWICE.encode()
    )
    assert b"-  - /old # again\n" in done.stdout
    assert done.returncode == 1


# -- what a change touches ----------------------------------------------------------------------------------


def test_since_bounds_it(repo: Repo) -> None:
    repo.write({"content/p/b.md": OTHER + "More\n", "content/p/new.md": TWICE.replace("old", "new")})
    done = fixing("check", "--fix", "--since", "HEAD", cwd=repo.root)
    assert read(repo, "content/p/a.md") == TWICE
    assert "again" not in read(repo, "content/p/b.md")
    assert "again" not in read(repo, "content/p/new.md")
    assert b"Fixed 2 problems in 2 pages" in done.stderr


def test_staged_pages_are_fixed_in_index_and_work_tree(repo: Repo) -> None:
    repo.write({"content/p/b.md": OTHER + "More\n"})
    repo.git("add", "content/p/b.md")
    done = fixing("check", "--fix", "--staged", cwd=repo.root)
    assert done.returncode == 0
    assert (
        read(repo, "content/p/b.md")
        == staged(repo, "content/p/b.md")
        == ONCE.replace("old", "other") + "More\n"
    )
    assert read(repo, "content/p/a.md") == TWICE
    assert repo.git("status", "--porcelain") == "M  content/p/b.md"


def test_what_is_not_staged_stays_unstaged(repo: Repo) -> None:
    index = OTHER.replace("title: A", "title: B")
    repo.write({"content/p/b.md": index})
    repo.git("add", "content/p/b.md")
    repo.write({"content/p/b.md": index + "not staged\n", "content/p/a.md": TWICE + "x\n"})
    done = fixing("check", "--fix", "--staged", cwd=repo.root)
    assert done.returncode == 0
    fixed = index.replace("  - /other # again\n", "")
    assert staged(repo, "content/p/b.md") == fixed
    assert read(repo, "content/p/b.md") == fixed + "not staged\n"
    assert read(repo, "content/p/a.md") == TWICE + "x\n"


def test_unstaged_changes_in_the_same_lines_are_left_alone(repo: Repo) -> None:
    index = OTHER.replace("title: A", "title: B")
    repo.write({"content/p/b.md": index})
    repo.git("add", "content/p/b.md")
    disk = index.replace("# again", "# once more")
    repo.write({"content/p/b.md": disk})
    done = fixing("check", "--fix", "--staged", cwd=repo.root)
    assert staged(repo, "content/p/b.md") == index
    assert read(repo, "content/p/b.md") == disk
    words = b"it has unstaged changes in the same lines; stage or undo them first"
    assert b"not fixed: content/p/b.md: alias-duplicate: " + words in done.stderr
    assert b"content/p/b.md:6:5: warning alias-duplicate" in done.stdout


def test_a_staged_page_that_is_gone(repo: Repo) -> None:
    repo.write({"content/p/b.md": OTHER + "More\n"})
    repo.git("add", "content/p/b.md")
    repo.write({"content/p/b.md": None})
    done = fixing("check", "--fix", "--staged", cwd=repo.root)
    assert b"it is staged, but not on disk any more" in done.stderr
    assert staged(repo, "content/p/b.md") == OTHER + "More\n"
    assert not (repo.root / "content/p/b.md").exists()


def test_line_ends_are_those_that_git_keeps(repo: Repo) -> None:
    repo.git("config", "core.autocrlf", "true")
    repo.write({"content/p/b.md": (OTHER + "More\n").replace("\n", "\r\n")})
    repo.git("add", "content/p/b.md")
    assert fixing("check", "--fix", "--staged", cwd=repo.root).returncode == 0
    fixed = ONCE.replace("old", "other") + "More\n"
    assert staged(repo, "content/p/b.md") == fixed
    assert read(repo, "content/p/b.md") == fixed.replace("\n", "\r\n")


def test_an_index_that_is_locked(repo: Repo) -> None:
    repo.write({"content/p/b.md": OTHER + "More\n"})
    repo.git("add", "content/p/b.md")
    (repo.root / ".git/index.lock").touch()
    done = fixing("check", "--fix", "--staged", cwd=repo.root)
    assert done.returncode == 2
    assert b"the fixes are on disk, but git cannot stage them" in done.stderr
    assert staged(repo, "content/p/b.md") == OTHER + "More\n"


def test_a_project_below_the_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shield(monkeypatch)
    repo = Repo(tmp_path / "repo")
    repo.commit({f"web/{name}": text for name, text in SITE.items()})
    repo.write({"web/content/p/b.md": OTHER + "More\n"})
    repo.git("add", "--all")
    assert fixing("check", "--fix", "--staged", "web", cwd=repo.root).returncode == 0
    assert "again" not in staged(repo, "web/content/p/b.md")
    assert repo.git("diff", "--name-only") == ""


def test_a_hook_of_pre_commit_writes_and_fails(repo: Repo) -> None:
    repo.write({"content/p/b.md": OTHER + "More\n"})
    repo.git("add", "content/p/b.md")
    program, *arguments = FIX.entry.split()
    assert program == "frontlint"
    done = fixing(*arguments, cwd=repo.root, env={"PRE_COMMIT": "1"})
    assert done.returncode == 1
    assert "again" not in read(repo, "content/p/b.md")
    assert staged(repo, "content/p/b.md") == OTHER + "More\n", "the author stages it"
    repo.git("add", "--all")
    assert fixing(*arguments, cwd=repo.root, env={"PRE_COMMIT": "1"}).returncode == 0


def test_a_commit_that_touches_nothing_of_the_site(repo: Repo) -> None:
    repo.write({"README.txt": "x"})
    repo.git("add", "--all")
    done = fixing("check", "--fix", "--staged", "--output-format", "json", cwd=repo.root)
    assert done.returncode == 0
    assert json.loads(done.stdout)["findings"] == []
    assert read(repo, "content/p/a.md") == TWICE


def test_the_cache_knows_the_fixed_site(repo: Repo) -> None:
    fixing("check", cwd=repo.root)
    assert fixing("check", "--fix", cwd=repo.root).returncode == 0
    after = fixing("check", "--output-format", "json", cwd=repo.root)
    fresh = fixing("check", "--no-cache", "--output-format", "json", cwd=repo.root)
    assert json.loads(after.stdout)["findings"] == json.loads(fresh.stdout)["findings"]
    assert b"alias-duplicate" not in after.stdout
