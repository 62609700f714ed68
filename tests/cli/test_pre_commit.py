"""The hooks, run by the real pre-commit in a real repository, installed from a repository of this project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import pytest
import yaml

from frontlint.init.tasks import LINE
from processes import frontlint
from repos import Repo, shield
from support import ROOT

pytestmark = pytest.mark.slow

SITE: dict[str, str | bytes | None] = {
    "hugo.yaml": "baseURL: https://example.org/\n",
    "content/posts/tea.md": "---\ntitle: Tea\n---\nA drink.\n",
    "content/posts/coffee.md": '---\ntitle: Coffee\n---\nUnlike [tea]({{< ref "/posts/tea" >}}).\n',
    "content/old/fault.md": "---\ntitle: Old\ndraft: yes\n---\n",
    "themes/x/exampleSite/README.md": "---\ntitle: [\n---\n",
}
FAULT = "---\ntitle: New\ndraft: yes\n---\n"
SHIPPED = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "src", "schemas")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where pre-commit keeps what it has installed: one installation for all tests."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A repository of this project as it is, and its commit."""
    with pytest.MonkeyPatch.context() as patch:
        shield(patch)
        repo = Repo(tmp_path_factory.mktemp("hooks") / "frontlint")
        for name in SHIPPED:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, repo.root / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copyfile(ROOT / name, repo.root / name)
        return repo.root, repo.commit({})


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hooks: tuple[Path, str], home: Path) -> Repo:
    """The repository of a website with an old problem in it, and the hook."""
    shield(monkeypatch)
    repo = Repo(tmp_path / "site")
    repo.commit(SITE)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(home))
    # No network: frontlint is built and installed anew, what it needs is that of the tests.
    packages = [path for path in sys.path if path.endswith("site-packages")]
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(packages))
    for name in ("PIP_NO_INDEX", "PIP_NO_DEPS"):
        monkeypatch.setenv(name, "1")
    monkeypatch.setenv("PIP_NO_BUILD_ISOLATION", "0")
    for name in ("CI", "NO_COLOR", "FORCE_COLOR", "PRE_COMMIT_COLOR", "SKIP", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    use(repo, hooks, "frontlint")
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"], cwd=repo.root, check=True, capture_output=True
    )
    return repo


def use(repo: Repo, hooks: tuple[Path, str], *names: str, args: Sequence[str] = ()) -> None:
    """Configures hooks of the project, with arguments for the last of them."""
    wanted: list[dict[str, object]] = [{"id": name} for name in names]
    wanted[-1] |= {"args": list(args)} if args else {}
    entry = {"repo": hooks[0].as_uri(), "rev": hooks[1], "hooks": wanted}
    repo.write({".pre-commit-config.yaml": yaml.safe_dump({"repos": [entry]})})
    repo.git("add", ".pre-commit-config.yaml")


def commit(repo: Repo, env: Mapping[str, str] = {}) -> tuple[int, list[str]]:
    """`git commit` of what is staged, as VS Code does it, without a terminal; its code and its lines."""
    done = subprocess.run(
        ["git", "commit", "-m", "change"],
        cwd=repo.root,
        env={**os.environ, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if not line.startswith("[INFO]")]
    return done.returncode, lines


def pre_commit(repo: Repo, *arguments: str) -> tuple[int, list[str]]:
    """`pre-commit run`, as in CI; its code and its lines."""
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "run", *arguments],
        cwd=repo.root,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout.splitlines()


def findings(lines: list[str]) -> list[str]:
    return [match[1] + " " + match[5] for line in lines if (match := re.match(LINE, line))]


def test_the_manifest_is_one_that_pre_commit_takes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


def test_a_fault_in_a_staged_page_stops_the_commit_and_is_read_first(site: Repo) -> None:
    site.write({"content/posts/new page's.md": FAULT, "content/posts/unstaged.md": FAULT})
    site.git("add", "content/posts/new page's.md")
    code, lines = commit(site)
    assert code == 1
    assert re.fullmatch(r"front matter of this commit\.+Failed", lines[0])
    said = lines[lines.index("") + 1 :]
    assert re.match(LINE, said[0]), "the first line of the output says what is wrong"
    assert findings(lines) == ["content/posts/new page's.md draft-not-boolean"]
    assert "\x1b" not in "".join(lines), "no colours where there is no terminal"
    assert not any("%" in line for line in lines), "no progress bar"


def test_old_faults_of_other_pages_and_files_that_are_no_content_stop_nothing(site: Repo) -> None:
    site.write(
        {"content/posts/new.md": "---\ntitle: New\n---\n", "README.md": FAULT, "notes/content.md": FAULT}
    )
    site.git("add", "--all")
    assert commit(site)[0] == 0


def test_what_the_configuration_excludes_is_excluded_here_too(site: Repo) -> None:
    site.write({"content/posts/new.md": FAULT, "frontlint.toml": 'exclude = ["content/posts/new.md"]\n'})
    site.git("add", "--all")
    code, lines = commit(site)
    assert code == 0, lines


def test_a_name_of_any_script_in_any_case(site: Repo) -> None:
    site.write({"content/posts/-\u017c \u4e2d.MD": FAULT})
    site.git("add", "--all")
    code, lines = commit(site)
    assert (code, findings(lines)) == (1, ["content/posts/-\u017c \u4e2d.MD draft-not-boolean"])


def test_a_deletion_that_breaks_a_link_elsewhere_stops_the_commit(site: Repo) -> None:
    site.git("rm", "-q", "content/posts/tea.md")
    code, lines = commit(site)
    assert code == 1
    assert findings(lines) == [
        "content/posts/coffee.md broken-ref",
        "hugo.yaml lost-url",
    ], "the page with the link did not change"


def test_a_rename_that_leaves_a_link_behind_stops_the_commit(site: Repo) -> None:
    site.git("mv", "content/posts/tea.md", "content/posts/green-tea.md")
    code, lines = commit(site)
    assert code == 1
    assert "content/posts/coffee.md broken-ref" in findings(lines)
    site.write(
        {"content/posts/coffee.md": '---\ntitle: Coffee\n---\n[tea]({{< ref "/posts/green-tea" >}})\n'}
    )
    site.write({"content/posts/green-tea.md": "---\ntitle: Tea\naliases: [/posts/tea/]\n---\nA drink.\n"})
    site.git("add", "--all")
    assert commit(site)[0] == 0


def test_a_commit_of_a_theme_alone_passes_whatever_is_wrong_elsewhere(site: Repo) -> None:
    site.write({"themes/x/theme.toml": "name = 'x'\n"})
    site.git("add", "--all")
    assert commit(site)[0] == 0


def test_the_hook_for_the_whole_site_is_still_there(site: Repo, hooks: tuple[Path, str]) -> None:
    use(site, hooks, "frontlint-site")
    site.write({"README.md": "A site.\n"})
    site.git("add", "--all")
    code, lines = commit(site)
    assert re.fullmatch(r"front matter of the whole site\.+Failed", lines[0])
    assert (code, findings(lines)) == (1, ["content/old/fault.md draft-not-boolean"])


@pytest.mark.skipif(os.name == "nt", reason="there is no such folder of programs")
def test_a_client_that_knows_no_folder_of_frontlint_runs_the_hook(site: Repo, tmp_path: Path) -> None:
    """Graphical clients start with the PATH of the system, not with that of a shell."""
    bare = tmp_path / "bin"
    bare.mkdir()
    for program in (*Path("/usr/bin").iterdir(), *Path("/bin").iterdir()):
        if not program.name.startswith(("python", "pip", "frontlint", "pre-commit", "uv")):
            with suppress(FileExistsError):
                (bare / program.name).symlink_to(program)
    assert not any(shutil.which(name, path=str(bare)) for name in ("frontlint", "pre-commit", "python3"))
    site.write({"content/posts/new.md": FAULT})
    site.git("add", "--all")
    code, lines = commit(site, {"PATH": str(bare)})
    assert code == 1, lines
    assert findings(lines) == ["content/posts/new.md draft-not-boolean"], lines


def test_without_a_commit_the_whole_site_is_checked(site: Repo, hooks: tuple[Path, str]) -> None:
    """`--all-files` passes no names to a hook that runs once, and nothing is staged in CI."""
    commit(site)
    site.write({"content/untracked.md": FAULT})
    code, lines = pre_commit(site, "--all-files")
    assert (code, findings(lines)) == (1, ["content/old/fault.md draft-not-boolean"])
    assert "note: nothing is changed, so the whole site was checked" in lines
    site.write({"content/old/fault.md": "---\ntitle: Old\n---\n"})
    assert pre_commit(site, "--all-files")[0] == 0, "other hooks, too, see what is on disk"


def test_a_range_of_commits_is_checked_with_what_it_breaks(site: Repo) -> None:
    assert commit(site)[0] == 0
    base = site.git("rev-parse", "HEAD")
    site.git("rm", "-q", "content/posts/tea.md")
    site.git("commit", "--no-verify", "-qm", "gone")
    site.write({"README.md": "A site.\n"})
    site.git("add", "README.md")
    site.git("commit", "--no-verify", "-qm", "more")
    code, lines = pre_commit(site, "--from-ref", base, "--to-ref", "HEAD")
    assert (code, findings(lines)) == (
        1,
        ["content/posts/coffee.md broken-ref", "hugo.yaml lost-url"],
    )
    code, lines = pre_commit(site, "--from-ref", "HEAD~", "--to-ref", "HEAD")
    assert code == 0, "the old problem is not of this range"


def test_a_range_is_that_of_its_end_and_not_what_is_checked_out(site: Repo) -> None:
    """`git push origin other` while `main` is checked out."""
    assert commit(site)[0] == 0
    site.git("switch", "-qc", "other")
    site.write({"content/posts/new.md": FAULT})
    site.git("add", "--all")
    site.git("commit", "--no-verify", "-qm", "new")
    site.git("switch", "-q", "main")
    code, lines = pre_commit(site, "--from-ref", "main", "--to-ref", "other")
    assert (code, findings(lines)) == (1, ["content/posts/new.md draft-not-boolean"])


def test_a_range_without_a_change_does_not_pass_unseen(site: Repo) -> None:
    """On the main branch `origin/main..HEAD` is empty: a pass must mean that something was checked."""
    assert commit(site)[0] == 0
    code, lines = pre_commit(site, "--from-ref", "HEAD", "--to-ref", "HEAD")
    assert (code, findings(lines)) == (1, ["content/old/fault.md draft-not-boolean"])
    assert "note: nothing is changed, so the whole site was checked" in lines


def test_a_range_that_this_clone_lacks_does_not_pass(site: Repo, tmp_path: Path) -> None:
    assert commit(site)[0] == 0
    done = frontlint(
        *("check", "--staged"),
        cwd=site.root,
        env={"PRE_COMMIT": "1", "PRE_COMMIT_FROM_REF": "1" * 40, "PRE_COMMIT_TO_REF": "HEAD"},
    )
    assert done.returncode == 2
    assert "there is no commit" in done.stderr


SEVERAL: dict[str, str | bytes | None] = {
    "frontlint.toml": '[[sites]]\nsource = "docs"\n[[sites]]\nsource = "blog"\n[[sites]]\nsource = "shop"\n',
    "docs/hugo.yaml": "baseURL: https://docs.example.org/\n",
    "docs/content/tea.md": "---\ntitle: Tea\n---\nA drink.\n",
    "docs/content/coffee.md": '---\ntitle: Coffee\n---\nUnlike [tea]({{< ref "/tea" >}}).\n',
    "blog/hugo.toml": 'baseURL = "https://blog.example.org/"\n',
    "blog/content/old.md": "---\ntitle: Old\ndraft: yes\n---\n",
    "shop/hugo.json": '{"baseURL": "https://shop.example.org/"}\n',
    "shop/content/bag.md": "---\ntitle: Bag\n---\nA bag.\n",
}


@pytest.fixture
def three(site: Repo) -> Repo:
    """A repository of three sites, with an old problem in one of them, and the hook."""
    for name in ("content", "themes", "hugo.yaml"):
        site.git("rm", "-rqf", name)
    site.write(SEVERAL)
    site.git("add", "--all")
    site.git("commit", "--no-verify", "-qm", "three sites")
    return site


def test_the_hook_judges_a_commit_in_each_site_that_it_touches(three: Repo) -> None:
    three.write({"README.md": "Three sites.\n"})
    three.git("add", "--all")
    assert commit(three)[0] == 0
    three.write({"shop/content/new.md": FAULT})
    three.git("add", "--all")
    three.git("mv", "docs/content/tea.md", "docs/content/green-tea.md")
    code, lines = commit(three)
    assert code == 1
    assert findings(lines) == [
        "docs/content/coffee.md broken-ref",
        "docs/content/green-tea.md lost-url",
        "shop/content/new.md draft-not-boolean",
    ]
    done = subprocess.run(["git", "commit", "-m", "x"], cwd=three.root / "blog", check=False)
    assert done.returncode == 1, "from a folder inside of it, too"


def test_the_hook_stops_where_a_site_cannot_be_read_and_tells_of_the_others(three: Repo) -> None:
    three.write({"shop/hugo.json": "{", "docs/content/new.md": FAULT})
    three.git("add", "--all")
    code, lines = commit(three)
    assert code == 1
    assert "- exit code: 2" in lines
    assert findings(lines) == ["docs/content/new.md draft-not-boolean"]
    assert any(line.startswith("frontlint: shop/hugo.json:1: ") for line in lines)


def test_a_run_without_a_change_checks_all_sites(three: Repo) -> None:
    code, lines = pre_commit(three, "--all-files")
    assert (code, findings(lines)) == (1, ["blog/content/old.md draft-not-boolean"])
    base = three.git("rev-parse", "HEAD")
    three.write({"shop/content/new.md": FAULT})
    three.git("add", "--all")
    three.git("commit", "--no-verify", "-qm", "new")
    code, lines = pre_commit(three, "--from-ref", base, "--to-ref", "HEAD")
    assert (code, findings(lines)) == (1, ["shop/content/new.md draft-not-boolean"])


def test_what_init_writes_protects(
    site: Repo, hooks: tuple[Path, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From an installation in a folder with a remote to a commit that is stopped, by the real pre-commit."""
    url = "https://github.com/someone/frontlint.git"
    clone = tmp_path / "clone"
    site.git("clone", "-q", str(hooks[0]), str(clone))
    site.git("remote", "set-url", "origin", url, cwd=clone)
    note = tmp_path / "packages" / "frontlint-0.1.0.dist-info"
    note.mkdir(parents=True)
    (note / "METADATA").write_text("Metadata-Version: 2.1\nName: frontlint\nVersion: 0.1.0\n")
    (note / "direct_url.json").write_text(f'{{"url": "{clone.as_uri()}", "dir_info": {{"editable": true}}}}')
    path = os.pathsep.join([str(note.parent), os.environ["PYTHONPATH"]])
    site.git("rm", "-qf", ".pre-commit-config.yaml")
    assert frontlint("init", cwd=site.root, env={"PYTHONPATH": path}).returncode == 0
    config = yaml.safe_load((site.root / ".pre-commit-config.yaml").read_text())
    assert config == {"repos": [{"repo": url, "rev": hooks[1], "hooks": [{"id": "frontlint"}]}]}
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", f"url.{hooks[0].as_uri()}.insteadOf")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", url)
    site.git("add", "--all")
    site.git("mv", "content/posts/tea.md", "content/posts/green-tea.md")
    code, lines = commit(site)
    assert code == 1
    assert "content/posts/coffee.md broken-ref" in findings(lines)


def test_settings_alone_run_the_hook_for_the_site(site: Repo, hooks: tuple[Path, str]) -> None:
    site.git("rm", "-q", "content/old/fault.md")
    use(site, hooks, "frontlint-site")
    assert commit(site)[0] == 0
    site.write({"frontlint.toml": "[rules]\nignor = []\n"})
    site.git("add", "--all")
    code, lines = commit(site)
    assert code == 1
    assert "- exit code: 2" in lines
    assert any(line.startswith("frontlint: frontlint.toml:2: ") for line in lines)


def test_thousands_of_pages_are_one_process(site: Repo) -> None:
    """pre-commit splits a command line at 128 KiB, and at 30 KiB on Windows; the hook gets no names."""
    name = "content/posts/a-name-as-long-as-those-of-real-pages-{:04}.md"
    twin = "---\ntitle: Page {}\naliases: [/shared/]\n---\n"
    pages = {name.format(number): f"---\ntitle: Page {number}\n---\n" for number in range(6000)}
    pages |= {f"content/posts/twin-{number}.md": twin.format(number) for number in "ab"}
    site.write(pages)
    site.git("add", "--all")
    code, lines = commit(site)
    assert code == 1
    checked = [match[1] for line in lines if (match := re.search(r"([\d,]+) pages? \([\d.]+ s\)", line))]
    assert len(checked) == 1, lines
    assert int(checked[0].replace(",", "")) == 6002 + sum(name.startswith("content/") for name in SITE)
    assert findings(lines) == ["content/posts/twin-b.md alias-collision"], "it has both, and says it once"


@pytest.mark.skipif(os.name == "nt", reason="pre-commit gives hooks a terminal on POSIX only")
def test_on_a_terminal_the_report_has_colours_and_fits(site: Repo) -> None:
    import pty

    site.write({"content/posts/new.md": FAULT})
    site.git("add", "--all")
    ours, theirs = pty.openpty()
    process = subprocess.Popen(["git", "commit", "-m", "x"], cwd=site.root, stdout=theirs, stderr=theirs)
    os.close(theirs)
    output = b""
    while chunk := _read(ours):
        output += chunk
    os.close(ours)
    assert process.wait() == 1
    text = output.decode()
    assert "\x1b[1;31merror\x1b[0m  \x1b[1mdraft-not-boolean\x1b[0m" in text
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert "fix: write `draft: true`, or `draft: false` to publish on purpose" in plain
    assert "\x1b" not in plain, "no bar, which would move the cursor"
    assert "\r" not in plain.replace("\r\n", "")
    assert "why:" not in plain, "the short report"
    told = plain[plain.index("content/posts/new.md") :]
    assert max(map(len, told.splitlines())) <= 80


def _read(terminal: int) -> bytes:
    """What comes next, nothing at the end, which Linux tells by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
