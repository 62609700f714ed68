"""Nothing is written through a link that a checkout holds, to a place that is not in it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from attack.checkout import FAULTY, SITE, Checkout, checkout
from links import links
from repos import Repo, shield

__all__ = ["checkout"]

pytestmark = links

BASELINE = ".frontlint-baseline.jsonl"
WAYS_OUT = {
    "file": "{home}/.bashrc",
    "relative": "{up}../home/.bashrc",
    "new file": "{home}/new",
    "no folder": "{home}/none/new",
    "hook": "{up}.git/hooks/pre-commit",
    "git's settings": "{up}.git/config",
    "beside": "{up}../beside",
}
FOLDERS_OUT = {"folder": "{home}/folder", "relative": "{up}../home/folder", "git": "{up}.git/hooks"}


def lead(checkout: Checkout, name: str, target: str) -> None:
    """Makes the link; `{up}` in the target is the way from its folder to the root."""
    checkout.link(name, target.format(home=checkout.home, up="../" * name.count("/")))


def refused(checkout: Checkout, name: str, *arguments: str) -> None:
    """It exits with 2, one sentence names the link and where it leads, and nothing foreign changes."""
    before, beside = checkout.foreign(), sorted(checkout.folder.iterdir())
    told = checkout.frontlint(*arguments)
    assert told.code == 2, told.all
    said = [line for line in told.err.splitlines() if line.startswith("frontlint: ")]
    assert len(said) == 1, told.err
    assert f"the link `{name}` leads " in said[0]
    target = os.path.realpath(checkout.root / name)
    assert f"`{target}`" in said[0]
    assert checkout.foreign() == before
    assert sorted(checkout.folder.iterdir()) == beside


def refused_as_set(checkout: Checkout) -> None:
    """It exits with 2 at the line of the settings that names the baseline, and nothing foreign changes."""
    before, beside = checkout.foreign(), sorted(checkout.folder.iterdir())
    told = checkout.frontlint("baseline", "update", "--no-cache")
    assert told.code == 2, told.all
    assert "frontlint.toml:1: `baseline` leads out of the repository" in told.err
    assert checkout.foreign() == before
    assert sorted(checkout.folder.iterdir()) == beside


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize("name", ["report.json", "reports/new.json"])
def test_a_report_is_not_written_through_a_link(checkout: Checkout, way: str, name: str) -> None:
    lead(checkout, name, WAYS_OUT[way])
    refused(checkout, name, "check", "--no-cache", "--output-format", f"json={name}")


@pytest.mark.parametrize("form", ["sarif", "junit", "concise", "full", "markdown", "github"])
def test_no_format_is(checkout: Checkout, form: str) -> None:
    lead(checkout, "report", WAYS_OUT["file"])
    refused(checkout, "report", "check", "--no-cache", "--output-format", f"{form}=report")


@pytest.mark.parametrize("way", FOLDERS_OUT)
def test_a_report_is_not_written_through_a_linked_folder(checkout: Checkout, way: str) -> None:
    lead(checkout, "reports", FOLDERS_OUT[way])
    for path in ("reports/a.json", str(checkout.root / "reports/a.json"), "content/../reports/a.json"):
        refused(checkout, "reports", "check", "--no-cache", "--output-format", f"json={path}")


def test_a_link_to_a_link(checkout: Checkout) -> None:
    lead(checkout, "second", WAYS_OUT["file"])
    lead(checkout, "first", "second")
    (checkout.folder / "users").symlink_to(checkout.root / "second")
    refused(checkout, "first", "check", "--no-cache", "--output-format", "json=first")
    refused(checkout, "second", "check", "--no-cache", "--output-format", f"json={checkout.folder}/users")


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize("named", ["usual", "typed", "set"])
def test_the_baseline_is_not_written_through_a_link(checkout: Checkout, way: str, named: str) -> None:
    name = BASELINE if named == "usual" else "accepted.jsonl"
    lead(checkout, name, WAYS_OUT[way])
    if named == "set":
        checkout.write({"frontlint.toml": f"baseline = '{name}'\n"})
    if way in ("file", "relative", "git's settings"):  # what is there is read first, and is not a baseline
        (checkout.root / name).write_text("")
    typed = ("--baseline", name) if named == "typed" else ()
    if named == "set":
        refused_as_set(checkout)
    else:
        refused(checkout, name, "baseline", "update", "--no-cache", *typed)


def test_prune_writes_through_no_link_either(checkout: Checkout) -> None:
    line = '{"path": "gone.md", "rule": "syntax", "field": null, "fingerprint": "1"}\n'
    (checkout.home / "mine.jsonl").write_text(line)
    lead(checkout, BASELINE, "{home}/mine.jsonl")
    refused(checkout, BASELINE, "baseline", "prune", "--no-cache", "--baseline", BASELINE)
    refused(checkout, BASELINE, "baseline", "prune", "--no-cache")


def test_a_baseline_in_a_linked_folder(checkout: Checkout) -> None:
    lead(checkout, "kept", FOLDERS_OUT["folder"])
    checkout.write({"frontlint.toml": "baseline = 'kept/b.jsonl'\n"})
    refused_as_set(checkout)


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize(
    "name",
    [".pre-commit-config.yaml", ".github/workflows/frontlint.yml", ".vscode/tasks.json", "frontlint.toml"],
)
def test_init_writes_no_file_through_a_link(checkout: Checkout, way: str, name: str) -> None:
    lead(checkout, name, WAYS_OUT[way])
    files = set(checkout.root.rglob("*"))
    refused(checkout, name, "init")
    assert set(checkout.root.rglob("*")) == files, "it is seen before anything is written"


@pytest.mark.parametrize("way", WAYS_OUT)
@pytest.mark.parametrize(
    ("name", "remote"),
    [(".gitlab-ci.yml", "git@gitlab.com:a/b"), ("azure-pipelines.yml", "https://dev.azure.com/a/b/_git/c")],
)
def test_init_writes_no_pipeline_through_a_link(
    checkout: Checkout, way: str, name: str, remote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    shield(monkeypatch)
    (checkout.root / ".git").rename(checkout.folder / "not-git")
    Repo(checkout.root).git("remote", "add", "origin", remote)
    lead(checkout, name, WAYS_OUT[way])
    refused(checkout, name, "init")


@pytest.mark.parametrize("way", FOLDERS_OUT)
@pytest.mark.parametrize("name", [".github", ".github/workflows", ".vscode"])
def test_init_makes_no_folder_and_writes_no_file_through_a_linked_folder(
    checkout: Checkout, way: str, name: str
) -> None:
    lead(checkout, name, FOLDERS_OUT[way])
    refused(checkout, name, "init")


def test_init_without_git_stays_below_the_current_folder(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout.root / ".git").rename(checkout.folder / "git")
    lead(checkout, ".vscode", FOLDERS_OUT["folder"])
    refused(checkout, ".vscode", "init")


@pytest.mark.parametrize("way", ["file", "relative", "new file"])
def test_without_git_the_project_is_the_wall(checkout: Checkout, way: str) -> None:
    (checkout.root / ".git").rename(checkout.folder / "git")
    lead(checkout, "report.json", WAYS_OUT[way])
    refused(checkout, "report.json", "check", "--no-cache", "--output-format", "json=report.json")
    lead(checkout, "b.jsonl", "{home}/b.jsonl")
    refused(checkout, "b.jsonl", "baseline", "update", "--no-cache", "--baseline", "b.jsonl")


# What goes on as before.


def test_links_that_stay_in_the_repository_are_written_through(checkout: Checkout) -> None:
    checkout.write({"shared/hooks.yaml": "repos:\n", "kept/x": ""})
    checkout.link(".pre-commit-config.yaml", "shared/hooks.yaml")
    checkout.link(".vscode", "shared")
    assert checkout.frontlint("init").code == 0
    assert "frontlint" in (checkout.root / "shared/hooks.yaml").read_text()
    assert (checkout.root / "shared/tasks.json").is_file()
    checkout.link(BASELINE, "kept/b.jsonl")
    checkout.link("reports", "kept")
    assert checkout.frontlint("baseline", "update", "--no-cache").code == 0
    assert checkout.frontlint("check", "--no-cache", "--output-format", "json=reports/r.json").code == 0
    assert "fingerprint" in (checkout.root / "kept/b.jsonl").read_text()
    assert (checkout.root / "kept/r.json").read_text().startswith("{")
    assert all((checkout.root / name).is_symlink() for name in (BASELINE, "reports", ".vscode"))


def test_what_the_user_types_may_be_anywhere(checkout: Checkout) -> None:
    (checkout.home / "mine").symlink_to("folder")
    for path in (f"{checkout.home}/mine/r.json", "../home/r.json"):
        assert checkout.frontlint("check", "--no-cache", "--output-format", f"json={path}").code == 1
    assert (checkout.home / "folder/r.json").is_file()
    assert (checkout.home / "r.json").is_file()
    baseline = checkout.home / "mine" / "b.jsonl"
    assert checkout.frontlint("baseline", "update", "--no-cache", "--baseline", baseline).code == 0
    assert checkout.frontlint("check", "--no-cache", "--baseline", baseline).code == 0


def test_a_checkout_that_the_user_reaches_by_a_link(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    (checkout.home / "site").symlink_to(checkout.root)
    monkeypatch.chdir(checkout.home)
    assert checkout.frontlint("check", "--no-cache", "--output-format", "json=site/r.json", "site").code == 1
    assert checkout.frontlint("baseline", "update", "--no-cache", "site").code == 0
    assert (checkout.root / BASELINE).is_file()
    assert (checkout.root / "r.json").is_file()


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="devices that are streams")
def test_streams_that_the_user_types(tmp_path: Path) -> None:
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    command = f'"{sys.executable}" -m frontlint check --no-cache -q --output-format'
    for wish in ("json=/dev/stdout | cat", "json=/dev/fd/3 3>&1 >/dev/null | cat", "json=>(cat)"):
        done = subprocess.run(
            ["bash", "-c", f"{command} {wish}"], cwd=tmp_path, capture_output=True, text=True, check=False
        )
        assert '"draft-not-boolean"' in done.stdout, (wish, done)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
def test_a_device_that_is_full_is_said(checkout: Checkout) -> None:
    told = checkout.frontlint("check", "--no-cache", "--output-format", "json=/dev/full")
    assert (told.code, "the report cannot be written" in told.err) == (2, True)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.parametrize("git", [True, False])
def test_a_pipe_in_the_checkout_takes_no_report_and_keeps_nobody_waiting(
    checkout: Checkout, git: bool
) -> None:
    if not git:
        (checkout.root / ".git").rename(checkout.folder / "git")
    checkout.pipe("report.json")
    told = checkout.frontlint("check", "--no-cache", "--output-format", "json=report.json")
    assert (told.code, "report.json: the report cannot be written: it is not a regular file" in told.err) == (
        2,
        True,
    )


def test_the_fixture_has_a_fault(checkout: Checkout) -> None:
    assert checkout.frontlint("check", "--no-cache").code == 1
    checkout.write({"content/a.md": FAULTY.replace("yes", "true")})
    assert checkout.frontlint("check", "--no-cache").code == 0
