"""No program that the git data of a checkout name runs, and no repository that was committed is believed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from attack.hostile_git import FAULTY, LONG, SITE, Trap, bare, old_git
from frontlint.base.errors import UsageError
from frontlint.cli.app import run
from frontlint.git.changes import changes_in_index, changes_on_disk
from frontlint.git.program import find_git
from frontlint.git.repository import Repository
from repos import Repo, shield

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the traps are shell scripts")

ASKING = (
    ["check", "--no-cache", "--since", "main"],
    ["check", "--no-cache", "--since", "origin/main"],
    ["check", "--no-cache", "--staged"],
)
"""Commands that cannot do without git."""
OTHERS = (
    ["check", "--no-cache"],
    ["baseline", "stats", "--no-cache"],
    ["baseline", "prune", "--no-cache"],
    ["baseline", "update", "--no-cache"],
    ["urls"],
    ["config"],
    ["init"],
)
"""Commands that ask git for renamed pages if at all. The baseline has a line whose page is gone."""


@pytest.fixture(autouse=True)
def _shielded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    shield(monkeypatch)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))


@pytest.fixture
def trap(tmp_path: Path) -> Trap:
    return Trap(tmp_path / "trap")


@pytest.fixture(params=["new", "old"])
def _git(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The git of this machine, and one that does not know `safe.bareRepository`."""
    if request.param == "old":
        monkeypatch.setenv("PATH", f"{old_git(tmp_path / 'old')}{os.pathsep}{os.environ['PATH']}")


def _with_baseline(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A baseline for a page that went away: a plain check asks git where it has gone."""
    monkeypatch.chdir(site)
    assert run(["baseline", "update", "--no-cache"]) == 0
    page = site / "content/posts/bad.md"
    page.rename(site / "content/posts/was-bad.md")


def _site(root: Path) -> None:
    for name, text in {**SITE, "content/posts/bad.md": FAULTY + LONG}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def _all(repo: Repo, site: str) -> Repo:
    """A repository with a clean site on main, and a faulty page in the change."""
    _site(repo.root / site)
    faulty = repo.root / site / "content/posts/bad.md"
    faulty.unlink()
    repo.commit({})
    repo.git("update-ref", "refs/remotes/origin/main", "HEAD")
    faulty.write_text(FAULTY + LONG)
    return repo


PLACES = {
    # name: where the bare repository is, where the site is, both from the real root
    "the project": ("site", "site", ""),
    "a folder above it": ("outer", "outer/site", ""),
    "two folders above it": ("outer", "outer/more/site", ""),
    "with the root as its tree": ("site", "site", "\tworktree = {root}\n"),
    "with the site as its tree": ("site", "site", "\tworktree = {site}\n"),
    "with a tree above the root": ("outer", "outer/site", "\tworktree = {root}/..\n"),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.usefixtures("_git")
def test_a_committed_bare_repository_runs_nothing_and_is_not_believed(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    where, site, more = PLACES[place]
    repo = _all(Repo(tmp_path / "repo"), site)
    root = repo.root
    theirs = Repo(tmp_path / "theirs")
    theirs.commit({"content/posts/bad.md": FAULTY + LONG})
    tree = more.format(root=root, site=root / site)
    bare(root / where, trap.config(more=f"[core]\n{tree}" if tree else ""), theirs)
    _with_baseline(root / site, monkeypatch)
    for command in ASKING:
        assert run(command) == 2, command
        assert not trap.ran, (command, trap.ran)
    for command in OTHERS:
        assert run(command) in (0, 1), command
        assert not trap.ran, (command, trap.ran)


@pytest.mark.usefixtures("_git")
def test_where_there_is_no_repository_git_is_not_asked(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive that was unpacked: nothing upward has a `.git`."""
    site = tmp_path / "archive" / "site"
    _site(site)
    theirs = Repo(tmp_path / "theirs")
    theirs.commit({"content/posts/bad.md": FAULTY + LONG})
    for folder in (site, site.parent):
        bare(folder, trap.config(more=f"[core]\n\tworktree = {site}\n"), theirs)
    _with_baseline(site, monkeypatch)
    trace = tmp_path / "trace"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(trace))
    for command in (*ASKING, *OTHERS):
        assert run(command) == 2 if command in ASKING else run(command) in (0, 1)
    assert not trap.ran
    assert not trace.exists()


@pytest.mark.usefixtures("_git")
def test_the_faults_of_a_change_are_not_hidden_by_a_committed_origin_main(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Files of a bare repository at the root, where there is a real one: git's own `.git` counts."""
    repo = _all(Repo(tmp_path / "repo"), "")
    theirs = Repo(tmp_path / "theirs")
    theirs.commit({"content/posts/bad.md": FAULTY + LONG})
    bare(repo.root, trap.config(), theirs)
    monkeypatch.chdir(repo.root)
    for command in ASKING[:2]:
        assert run(command) == 1
        assert "content/posts/bad.md:3:8: error draft-not-boolean" in capsys.readouterr().out
    assert not trap.ran


def test_an_empty_git_folder_leads_nowhere_else(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    """git passes over a `.git` that is not a repository, and takes what is beside it or above."""
    repo = _all(Repo(tmp_path / "repo"), "site")
    site = repo.root / "site"
    (site / ".git").mkdir()
    monkeypatch.chdir(site)
    assert run(ASKING[0]) == 2
    bare(site, trap.config(more=f"[core]\n\tworktree = {site}\n"), repo)
    assert run(ASKING[0]) == 2
    monkeypatch.setenv("PATH", f"{old_git(tmp_path / 'old')}{os.pathsep}{os.environ['PATH']}")
    assert run(ASKING[0]) == 2
    assert not trap.ran


ATTRIBUTES = "* filter=trap diff=trap\n"


def _evil_settings(repo: Repo, trap: Trap) -> None:
    (repo.root / ".git" / "config").write_text(trap.config())


def _included(repo: Repo, trap: Trap) -> None:
    (repo.root / "theirs.config").write_text(trap.config())
    with (repo.root / ".git" / "config").open("a") as config:
        config.write("[include]\n\tpath = ../theirs.config\n")


def _of_a_worktree(repo: Repo, trap: Trap) -> None:
    repo.git("config", "extensions.worktreeConfig", "true")
    (repo.root / ".git" / "config.worktree").write_text(trap.config())


def _git_file(repo: Repo, trap: Trap) -> None:
    """`.git` as a file that leads to files beside the site."""
    (repo.root / ".git").rename(repo.root / "evil")
    (repo.root / "evil" / "config").write_text(trap.config())
    (repo.root / ".git").write_text("gitdir: ./evil\n")


@pytest.mark.parametrize("settings", [_evil_settings, _included, _of_a_worktree, _git_file])
@pytest.mark.usefixtures("_git")
def test_what_the_settings_of_a_repository_name_does_not_run(
    tmp_path: Path,
    trap: Trap,
    monkeypatch: pytest.MonkeyPatch,
    settings: Callable[[Repo, Trap], None],
    capsys: pytest.CaptureFixture[str],
) -> None:
    repo = _all(Repo(tmp_path / "repo"), "")
    repo.write({".gitattributes": ATTRIBUTES})
    monkeypatch.chdir(repo.root)
    run(["baseline", "update", "--no-cache"])
    _commit_signed(repo)
    faulty = repo.root / "content/posts/bad.md"
    faulty.rename(repo.root / "content/posts/was-bad.md")  # asks for renames
    for name in ("a", "was-bad"):  # other times, so that git has to look into them
        os.utime(repo.root / f"content/posts/{name}.md", (10**9, 10**9))
    settings(repo, trap)
    capsys.readouterr()
    for command in ASKING:
        assert run(command) in (0, 1)
        assert not trap.ran, (command, trap.ran)
    assert run(["check", "--no-cache", "-q"]) == 0, "the baseline follows the page"
    run(["baseline", "prune", "--no-cache"])
    assert not trap.ran, trap.ran


def _commit_signed(repo: Repo) -> None:
    """A commit that says it is signed: `log.showSignature` has that checked."""
    repo.commit({}, "change")
    text = repo.git("cat-file", "commit", "HEAD").split("\n\n", 1)
    signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n iQ\n -----END PGP SIGNATURE-----"
    file = repo.root / ".git" / "signed"
    file.write_text(f"{text[0]}\n{signature}\n\n{text[1]}\n")
    repo.git("update-ref", "HEAD", repo.git("hash-object", "-t", "commit", "-w", str(file)))
    file.unlink()


def test_a_filter_that_cannot_be_switched_off_is_refused(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repo = _all(Repo(tmp_path / "repo"), "")
    repo.commit({".gitattributes": "* filter=a=b\n"})
    with (repo.root / ".git" / "config").open("a") as config:
        config.write(f'[filter "a=b"]\n\tclean = {trap.program}\n')
    monkeypatch.chdir(repo.root)
    assert run(ASKING[0]) == 2
    assert "a filter with = in its name: a=b" in capsys.readouterr().err
    assert not trap.ran


def test_the_filters_and_settings_of_a_user_stay(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch
) -> None:
    repo = Repo(tmp_path / "repo")
    base = repo.commit({"a.md": "A\n", ".gitattributes": "*.md filter=loud\n"})
    repo.write({"a.md": "a\n"})
    monkeypatch.setenv("GIT_CONFIG_COUNT", "2")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "filter.loud.clean")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "tr a-z A-Z")
    monkeypatch.setenv("GIT_CONFIG_KEY_1", "core.fsmonitor")
    monkeypatch.setenv("GIT_CONFIG_VALUE_1", str(trap.program))
    assert changes_on_disk(Repository.of(repo.root), base) == []
    assert not trap.ran


def test_a_submodules_own_settings_run_nothing(tmp_path: Path, trap: Trap) -> None:
    inner = Repo(tmp_path / "inner")
    inner.commit({"a.md": "1", ".gitattributes": ATTRIBUTES})
    repo = Repo(tmp_path / "repo")
    repo.git("-c", "protocol.file.allow=always", "submodule", "--quiet", "add", str(inner.root), "content")
    base = repo.commit({"x.md": ""})
    (repo.root / "content/a.md").write_text("2")
    config = repo.root / ".git/modules/content/config"
    config.write_text(trap.config(more="[core]\n\tworktree = ../../../content\n"))
    found = changes_on_disk(Repository.of(repo.root), base)
    assert [change.path for change in found] == ["content/a.md"]
    assert changes_in_index(Repository.of(repo.root)) == []
    assert not trap.ran, trap.ran


def test_a_partial_clone_fetches_nothing(tmp_path: Path, trap: Trap) -> None:
    """git would fetch what is missing, with the programs that the clone's settings name."""
    repo = Repo(tmp_path / "repo")
    base = repo.commit({"a.md": "1"})
    blob = repo.git("rev-parse", "HEAD:a.md")
    (repo.root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    more = (
        "[extensions]\n\tpartialClone = origin\n"
        f'[remote "origin"]\n\turl = {repo.root}\n\tpromisor = true\n\tuploadpack = {trap.program}\n'
        "[protocol]\n\tallow = always\n"
    )
    (repo.root / ".git/config").write_text(trap.config(more=more).replace("version = 0", "version = 1"))
    repository = Repository.of(repo.root)
    with pytest.raises(UsageError, match="this clone is partial"):
        repository.blobs([blob])
    (repo.root / "a.md").write_text("2")
    assert [change.path for change in changes_on_disk(repository, base)] == ["a.md"]
    repo.write({"a.md": None, "b.md": "1"})  # whether it is the same file, only its old text can tell
    repo.git("-c", "core.fsmonitor=false", "add", "--intent-to-add", "b.md")
    (repo.root / "b.md").write_text("another text")
    with pytest.raises(UsageError, match="this clone is partial"):
        changes_on_disk(repository, base)
    assert not trap.ran, trap.ran


def test_a_commit_is_what_its_id_says(tmp_path: Path) -> None:
    """Neither `refs/replace` nor grafts put another history in the place of the one that was committed."""
    repo = Repo(tmp_path / "repo")
    base = repo.commit({"a.md": "1"})
    other = repo.commit({"a.md": "2"})
    repo.git("replace", base, other)
    repository = Repository.of(repo.root)
    assert [change.path for change in changes_on_disk(repository, base)] == ["a.md"]
    repo.git("replace", "--delete", base)
    (repo.root / ".git/info/grafts").write_text(f"{other}\n")
    assert repository.merge_base(base) == base


@pytest.mark.parametrize("path", ["", ".", "./bin", "bin", ".:", ":"])
def test_a_git_in_the_checkout_is_not_taken(
    tmp_path: Path, trap: Trap, monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    """An entry of PATH that counts from the current folder would find it."""
    repo = _all(Repo(tmp_path / "repo"), "")
    for place in ("git", "bin/git"):
        trap.named(repo.root / place)
    monkeypatch.chdir(repo.root)
    real = os.environ["PATH"]
    monkeypatch.setenv("PATH", f"{path}{os.pathsep}{real}")
    assert run(ASKING[0]) == 1
    assert not trap.ran
    assert find_git({"PATH": path}) is None


def test_an_untracked_link_is_not_followed(tmp_path: Path) -> None:
    """git would hash what a link leads to, and there are devices that do not end."""
    repo = Repo(tmp_path / "repo")
    base = repo.commit({"a.md": "1"})
    (repo.root / "a.md").unlink()
    (repo.root / "b.md").symlink_to("/dev/zero")
    found = changes_on_disk(Repository.of(repo.root), base)
    assert ("deleted", "a.md") in [(change.how.value, change.path) for change in found]


def test_another_repositorys_variables_do_not_pass_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """GIT_DIR with a tree that does not hold the site: nothing would differ there."""
    other = Repo(tmp_path / "other")
    other.commit({"x.md": ""})
    site = tmp_path / "site"
    _site(site)
    monkeypatch.setenv("GIT_DIR", str(other.root / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.root))
    monkeypatch.chdir(site)
    assert run(["check", "--no-cache", "--since", "HEAD"]) == 2
