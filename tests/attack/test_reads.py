"""What is read of a checkout: regular files, up to a size, through no link out of it, without waiting."""

from __future__ import annotations

import ast
import os
import signal
from pathlib import Path

import pytest

from attack.checkout import PAGE, SITE, Checkout, Told, checkout
from frontlint.base.opener import BASELINE_LIMIT, PAGE_LIMIT, SETTINGS_LIMIT
from frontlint.engine.page_phase import scan_pages
from links import links, pipes
from support import ROOT

__all__ = ["checkout"]

SECRET = "s3cr3t"
COMMANDS = [
    ("check", "--no-cache"),
    ("urls",),
    ("tree",),
    ("config",),
    ("config", "content/a.md"),
    ("baseline", "stats", "--no-cache"),
    ("baseline", "update", "--no-cache"),
    ("init",),
]
TIMEOUT = 60
"""Seconds. A run takes one; a pipe that is waited for takes all that there are."""


# Pages


@links
@pytest.mark.parametrize("command", COMMANDS[:6])
@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("content/b.md", "../../home/folder/mine.md"),
        ("content/b.md", "{home}/.bashrc"),
        ("content/b/index.md", "a.md"),
        ("content/elsewhere", "{home}/folder"),
        ("content/elsewhere", "../../home/folder"),
        ("content/elsewhere", ".."),
        ("content/elsewhere", "."),
        ("static/mine.html", "{home}/.bashrc"),
        ("layouts/x.html", "{home}/.bashrc"),
    ],
)
def test_links_are_no_pages(checkout: Checkout, command: tuple[str, ...], name: str, target: str) -> None:
    before = checkout.frontlint(*command)
    checkout.link(name, target.format(home=checkout.home))
    after = checkout.frontlint(*command)
    assert after.code == before.code
    assert SECRET not in after.all
    assert Path(name).name not in after.all


@links
def test_a_page_that_a_mount_names_is_not_a_link(checkout: Checkout) -> None:
    """Hugo builds no page of such a mount."""
    mount = "[[module.mounts]]\nsource = 'b.md'\ntarget = 'content/b.md'\n"
    checkout.write({"hugo.toml": SITE["hugo.toml"] + mount, "b.md": "no front matter\n"})
    assert "b.md" in checkout.frontlint("check", "--no-cache", "--select", "all").out
    checkout.link("b.md", "../home/.bashrc")
    told = checkout.frontlint("check", "--no-cache", "--allow-empty", "--select", "all", "--show", "info")
    assert told.code == 0
    assert SECRET not in told.all
    assert "b.md" not in told.out


@links
def test_a_page_that_becomes_a_link_is_a_finding(checkout: Checkout, monkeypatch: pytest.MonkeyPatch) -> None:
    """As if it had been replaced between the walk and the reading."""

    def late(*arguments: object) -> object:
        checkout.link("content/a.md", "../../home/folder/mine.md")
        return scan_pages(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr("frontlint.engine.steps.scan_pages", late)
    told = checkout.frontlint("check", "--no-cache")
    assert told.code == 1
    assert "the file cannot be read: it is a link" in told.out
    assert SECRET not in told.all


@links
def test_content_that_is_a_linked_folder_is_read_as_hugo_reads_it(checkout: Checkout) -> None:
    """Hugo follows a link that is the root of a mount, though none below it."""
    (checkout.root / "content").rename(checkout.root / "pages")
    checkout.link("content", "pages")
    assert "content/a.md" in checkout.frontlint("check", "--no-cache").out


# Settings


SETTINGS = {
    "frontlint.toml": "fail-on = 's3cr3t'\n",
    ".frontlint.toml": "s3cr3t = 1\n",
    "pyproject.toml": "[tool.frontlint]\ns3cr3t = 1\n",
    "hugo.toml": "s3cr3t = [\n",
    "hugo.yaml": "s3cr3t: [\n",
    "hugo.json": "{s3cr3t\n",
    "config/_default/params.toml": "s3cr3t = [\n",
    "config/production/hugo.yaml": "s3cr3t: [\n",
}


@links
@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", SETTINGS)
@pytest.mark.parametrize("git", [True, False])
def test_settings_that_are_links_out_of_the_repository(
    checkout: Checkout, command: tuple[str, ...], name: str, git: bool
) -> None:
    (checkout.home / "settings").write_text(SETTINGS[name])
    if not git:
        (checkout.root / ".git").rename(checkout.folder / "git")
    if name.startswith("hugo."):
        (checkout.root / "hugo.toml").unlink()
    checkout.link(name, f"{checkout.home}/settings")
    told = checkout.frontlint(*command)
    assert told.code == 2
    assert f"the link `{name}` leads out of the repository, to `" in told.err
    assert SECRET not in told.all


@links
def test_a_configuration_in_gits_folder(checkout: Checkout) -> None:
    """Where the checkout of a pipeline keeps its token."""
    (checkout.root / ".git/config").write_text("[http]\n\textraheader = s3cr3t\n")
    for name in ("hugo.toml", "frontlint.toml"):
        checkout.write(SITE)
        checkout.link(name, ".git/config")
        told = checkout.frontlint("check", "--no-cache")
        assert (told.code, SECRET in told.all) == (2, False)
        assert f"the link `{name}` leads into git's own folder" in told.err


@links
@pytest.mark.parametrize("way", ["{home}/mine", "../home/mine"])
def test_a_baseline_that_is_a_link_out_of_the_repository(checkout: Checkout, way: str) -> None:
    (checkout.home / "mine").write_text("")
    checkout.link(".frontlint-baseline.jsonl", way.format(home=checkout.home))
    for command in (("check",), ("baseline", "stats"), ("baseline", "update"), ("baseline", "prune")):
        told = checkout.frontlint(*command, "--no-cache")
        assert told.code == 2
        assert "the link `.frontlint-baseline.jsonl` leads out of the repository" in told.err
    typed = checkout.frontlint("check", "--no-cache", "--baseline", ".frontlint-baseline.jsonl")
    assert typed.code == 1, "who types it may read what they like"


@links
def test_config_folder_that_is_a_link(checkout: Checkout) -> None:
    (checkout.home / "config" / "_default").mkdir(parents=True)
    (checkout.home / "config" / "_default" / "params.toml").write_text("s3cr3t = [\n")
    checkout.link("config", "../home/config")
    told = checkout.frontlint("check", "--no-cache")
    assert (told.code, SECRET in told.all) == (2, False)
    assert "the link `config` leads out of the repository" in told.err
    checkout.link("config", "nowhere")
    checkout.link("config/_default".replace("config", "other"), "x")
    assert checkout.frontlint("check", "--no-cache").code == 1


@links
def test_hugo_does_not_enter_a_default_folder_that_is_a_link(checkout: Checkout) -> None:
    checkout.write({"shared/params.toml": "broken = [\n", "config/x": ""})
    checkout.link("config/_default", "../shared")
    assert checkout.frontlint("check", "--no-cache").code == 1


@links
def test_settings_that_are_links_within_the_repository(checkout: Checkout) -> None:
    checkout.write({"shared/f.toml": "exclude = ['content/']\n", "shared/h.toml": SITE["hugo.toml"]})
    checkout.link("hugo.toml", "shared/h.toml")
    assert checkout.frontlint("check", "--no-cache").code == 1
    checkout.link("frontlint.toml", "shared/f.toml")
    assert checkout.frontlint("check", "--no-cache", "--allow-empty").code == 0


@links
def test_settings_that_the_user_types_may_be_anywhere(checkout: Checkout) -> None:
    (checkout.home / "mine.toml").write_text("exclude = ['content/']\n")
    checkout.link("link.toml", "../home/mine.toml")
    for path in ("../home/mine.toml", checkout.home / "mine.toml", "link.toml"):
        assert checkout.frontlint("check", "--no-cache", "--allow-empty", "--config", path).code == 0


@links
def test_a_theme_may_be_a_link_to_its_own_repository(checkout: Checkout) -> None:
    theme = checkout.home / "theme"
    theme.mkdir()
    (theme / "hugo.toml").write_text("[outputFormats.Memo]\nmediaType = 'text/html'\n")
    checkout.write({"hugo.toml": SITE["hugo.toml"] + "theme = 'mine'\n[outputs]\npage = ['HTML', 'Memo']\n"})
    checkout.link("themes/mine", str(theme))
    assert checkout.frontlint("check", "--no-cache").code == 1


# What is no file


@pipes
@pytest.mark.parametrize(
    "name",
    [
        "content/b.md",
        "content/a.md",
        "content/_index.md",
        "layouts/single.html",
        "static/x.html",
        "data/x.yaml",
        "hugo.toml",
        "config/_default/params.toml",
        "frontlint.toml",
        "pyproject.toml",
        ".frontlint-baseline.jsonl",
        ".pre-commit-config.yaml",
        ".github/workflows/other.yml",
        ".vscode/tasks.json",
        "themes/t/hugo.toml",
        "themes/t/layouts/x.html",
    ],
)
def test_a_named_pipe_keeps_nobody_waiting(checkout: Checkout, name: str) -> None:
    checkout.write({"hugo.toml": SITE["hugo.toml"] + "theme = 't'\n", "themes/t/x": ""})
    ref = "---\ntitle: A\ndescription: '{{< ref \"/b\" >}}'\n---\n"  # templates are looked at
    checkout.write({"content/a.md": ref, "hugo.yaml": "title: x\n"})
    checkout.pipe(name)
    for command in (("check", "--no-cache", "--select", "all"), ("init",)):
        assert _within_time(checkout, *command).code in (0, 1, 2)


def _within_time(checkout: Checkout, *arguments: str) -> Told:
    """The command in this process, which a signal wakes up if it waits for ever."""

    def woken(*_: object) -> None:
        pytest.fail("it waits for a pipe")

    before = signal.signal(signal.SIGALRM, woken)
    signal.alarm(TIMEOUT)
    try:
        told = checkout.frontlint(*arguments)
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
    assert "Traceback" not in told.err
    return told


@pipes
@pytest.mark.parametrize("named", ["--baseline=p", "--config=p"])
def test_a_named_pipe_of_the_checkout_that_is_typed(checkout: Checkout, named: str) -> None:
    checkout.pipe("p")
    assert _within_time(checkout, "check", "--no-cache", named).code == 2


@pipes
@links
def test_a_link_to_a_device(checkout: Checkout) -> None:
    """/dev/zero never ends."""
    stops = ("hugo.toml", ".frontlint-baseline.jsonl")
    for name in (*stops, "frontlint.toml", "pyproject.toml", "content/b.md", "layouts/x.html"):
        checkout.link(name, "/dev/zero")
        assert _within_time(checkout, "check", "--no-cache").code == (2 if name in stops else 1), name
        (checkout.root / name).unlink()
        checkout.write(SITE)


@pipes
def test_a_schema_that_is_a_pipe(checkout: Checkout) -> None:
    checkout.pipe("s.json")
    kind = "[[schemas]]\nname = 'k'\nfiles = ['**']\nschema = 's.json'\n"
    checkout.write({"frontlint.toml": kind})
    told = _within_time(checkout, "check", "--no-cache")
    assert told.code == 2
    assert "s.json: cannot be read: it is not a regular file" in told.err


# Sizes


def test_a_page_that_is_too_large_stops_no_other(checkout: Checkout) -> None:
    checkout.huge("content/huge.md", PAGE_LIMIT + 1)
    told = checkout.frontlint("check", "--no-cache")
    assert told.code == 1
    assert "content/huge.md" in told.out
    assert "content/a.md" in told.out


@pytest.mark.parametrize(
    ("name", "limit"),
    [
        ("frontlint.toml", SETTINGS_LIMIT),
        ("pyproject.toml", SETTINGS_LIMIT),
        ("hugo.toml", SETTINGS_LIMIT),
        ("config/_default/menus.yaml", SETTINGS_LIMIT),
        (".frontlint-baseline.jsonl", BASELINE_LIMIT),
    ],
)
def test_settings_have_a_limit(checkout: Checkout, name: str, limit: int) -> None:
    checkout.huge(name, limit + 1)
    told = checkout.frontlint("check", "--no-cache")
    assert told.code == 2
    assert name in told.err
    assert f"it is larger than {limit // 1024 // 1024} MiB" in told.err


def test_a_schema_has_a_limit(checkout: Checkout) -> None:
    checkout.huge("s.json", SETTINGS_LIMIT + 1)
    checkout.write({"frontlint.toml": "[[schemas]]\nname = 'k'\nfiles = ['**']\nschema = 's.json'\n"})
    told = checkout.frontlint("check", "--no-cache")
    assert (told.code, "s.json: cannot be read: it is larger than 8 MiB" in told.err) == (2, True)


def test_files_of_others_have_a_limit(checkout: Checkout) -> None:
    for name in (
        ".pre-commit-config.yaml",
        ".vscode/tasks.json",
        ".github/workflows/x.yml",
        "layouts/x.html",
    ):
        checkout.huge(name, PAGE_LIMIT + 1)
    told = checkout.frontlint("init")
    assert told.code == 0
    assert told.out.count("it cannot be read: it is larger than 8 MiB") == 2
    assert checkout.frontlint("check", "--no-cache", "--select", "all").code == 1


# All of it


OPENERS = {"open", "read_bytes", "read_text", "write_bytes", "write_text", "fdopen"}
TRUSTED = {
    "base/opener.py": "the opener itself",
    "base/atomic.py": "the writer itself",
    "cli/own_modules.py": "this installation's own compiled code, where Python itself looks for it",
    "report/job_summary.py": "GitHub's runner names the file",
    "handlers.py": "a library: the caller names the file",
    "init/origin.py": "what pip wrote of this installation",
    "author/journal.py": "a lock in the user's own folder, which follows no link",
    "cli/standard.py": "/dev/null",
    "engine/workers.py": "/dev/null",
    "engine/cache/seal.py": "the user's own cache folder, with an opener that wants the user's own file",
}


def test_every_file_is_opened_by_the_opener_or_the_writer() -> None:
    """Whoever opens a file of a checkout by itself opens it through links, and waits for pipes."""
    source = ROOT / "src" / "frontlint"
    found = {
        f"{path.relative_to(source).as_posix()}:{node.lineno}"
        for path in source.rglob("*.py")
        if path.relative_to(source).as_posix() not in TRUSTED
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and _opens(node.func)
    }
    assert not found


def _opens(called: ast.expr) -> bool:
    if isinstance(called, ast.Name):
        return called.id == "open"
    if not isinstance(called, ast.Attribute):
        return False
    from_opener = isinstance(called.value, ast.Name) and called.value.id == "opener"
    return called.attr in OPENERS and not from_opener


def test_the_page_of_the_tests_is_a_page(checkout: Checkout) -> None:
    checkout.write({"content/a.md": PAGE, "content/b.md": Path(checkout.home, "folder/mine.md").read_bytes()})
    assert checkout.frontlint("check", "--no-cache").code == 0
    assert os.listdir(checkout.home / "folder") == ["mine.md"]  # noqa: PTH208
