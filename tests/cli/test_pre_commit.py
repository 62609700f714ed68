"""The hooks, run by the real pre-commit in a real repository, installed from a repository of this project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from frontlint.init.tasks import LINE
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
    """The repository of a website with an old fault in it, and both hooks."""
    shield(monkeypatch)
    repo = Repo(tmp_path / "site")
    repo.commit(SITE)
    monkeypatch.setenv("PRE_COMMIT_HOME", str(home))
    # No network: frontlint is built and installed anew, what it needs is that of the tests.
    monkeypatch.setenv("PYTHONPATH", sysconfig.get_paths()["purelib"])
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


def commit(repo: Repo) -> tuple[int, list[str]]:
    """`git commit` of what is staged, as VS Code does it, without a terminal; its code and its lines."""
    done = subprocess.run(
        ["git", "commit", "-m", "change"], cwd=repo.root, capture_output=True, encoding="utf-8", check=False
    )
    lines = [line for line in done.stderr.splitlines() if not line.startswith("[INFO]")]
    return done.returncode, lines


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
    assert re.fullmatch(r"front matter of the staged pages\.+Failed", lines[0])
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


def test_a_deletion_passes_the_hook_for_pages_and_is_found_by_the_one_for_the_site(
    site: Repo, hooks: tuple[Path, str]
) -> None:
    site.git("rm", "-q", "content/posts/tea.md", "content/old/fault.md")
    code, lines = commit(site)
    assert code == 0
    assert any("(no files to check)Skipped" in line for line in lines)
    site.git("reset", "-q", "--soft", "HEAD~")
    use(site, hooks, "frontlint", "frontlint-site")
    code, lines = commit(site)
    assert code == 1
    assert findings(lines) == ["content/posts/coffee.md broken-ref"]


def test_the_hook_for_the_site_may_tell_only_what_the_commit_breaks(
    site: Repo, hooks: tuple[Path, str]
) -> None:
    use(site, hooks, "frontlint-site", args=["--staged"])
    site.git("rm", "-q", "content/posts/tea.md")
    code, lines = commit(site)
    assert code == 1
    found = findings(lines)
    assert "content/posts/coffee.md broken-ref" in found, "it did not change, and is broken by what did"
    assert not any("content/old/fault.md" in line for line in found), "an old fault, of a page that stays"


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


def test_thousands_of_pages_come_in_several_processes_each_with_the_whole_site_before_it(site: Repo) -> None:
    """pre-commit splits a command line at 128 KiB, and at 30 KiB on Windows, even where it is told not to."""
    name = "content/posts/a-name-as-long-as-those-of-real-pages-{:04}.md"
    twin = "---\ntitle: Page {}\naliases: [/shared/]\n---\n"
    pages = {name.format(number): f"---\ntitle: Page {number}\n---\n" for number in range(6000)}
    pages |= {f"content/posts/twin-{number}.md": twin.format(number) for number in "ab"}
    site.write(pages)
    site.git("add", "--all")
    code, lines = commit(site)
    assert code == 1
    checked = [int(match[1]) for line in lines if (match := re.search(r"(\d+) pages? in [\d.]+ s", line))]
    assert len(checked) > 1, lines
    assert sum(checked) == 6002, "each page is reported on once"
    twins = {f"content/posts/twin-{number}.md alias-collision" for number in "ab"}
    assert findings(lines), "one process has both and says it once, or each says it of its own page"
    assert set(findings(lines)) <= twins


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
    assert "\x1b[1;31merror\x1b[0m \x1b[1mdraft-not-boolean\x1b[0m" in text
    plain = re.sub(r"\x1b\[[\d;]*m", "", text)
    assert "fix: write true to hold the page back" in plain
    assert "\x1b" not in plain, "no bar, which would move the cursor"
    assert "\r" not in plain.replace("\r\n", "")
    told = plain[plain.index("why:") :]  # a message is never broken, prose and table are
    assert max(map(len, told.splitlines())) <= 80


def _read(terminal: int) -> bytes:
    """What comes next, nothing at the end, which Linux tells by an error."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
