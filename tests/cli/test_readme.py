"""README, `docs/cli.md` and `docs/configuration.md`: what they tell people to type is typed here."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from frontlint.cli.commands import COMMANDS, Command
from frontlint.cli.parameters import Parameter
from frontlint.cli.through_typer import app_of
from processes import frontlint
from repos import Repo, shield
from support import ROOT, make_project
from workflow import BASH

NAMES = ("README.md", "docs/cli.md", "docs/configuration.md")
TEXTS = {name: (ROOT / name).read_text(encoding="utf-8") for name in NAMES}
README = TEXTS["README.md"]
BLOCKS = [
    (name, *block) for name, text in TEXTS.items() for block in re.findall(r"```(\w+)\n(.*?)```", text, re.S)
]
TYPED = sorted(
    {
        line.partition("#")[0].partition("<")[0].strip()
        for _, language, block in BLOCKS
        if language == "console"
        for line in block.splitlines()
        if line.startswith("frontlint ")
    }
)
CHECKOUT = [block for _, language, block in BLOCKS if language == "console" and "venv" in block]
SHIPPED = ("src", "schemas", "examples", "tests", "docs", ".github")


def test_readme_is_read_in_one_sitting() -> None:
    assert len(README.splitlines()) < 150
    assert "nkdagility.com" in README, "it says for which site the content model is"


@pytest.mark.parametrize("line", TYPED)
def test_every_command_that_is_shown_is_one(line: str) -> None:
    ran: list[str] = []

    def run(command: Command, values: Mapping[str, object]) -> int:
        ran.append(command.words)
        return 0

    app_of(COMMANDS, run)(shlex.split(line)[1:], standalone_mode=False)
    assert len(ran) == 1, "the command line reads it without a complaint"


def test_enough_commands_are_shown() -> None:
    assert len(TYPED) > 10
    assert len(CHECKOUT) == 2


@pytest.mark.parametrize(
    "name", [*NAMES, "CONTRIBUTING.md", *(f"docs/{p.name}" for p in ROOT.glob("docs/*.md"))]
)
def test_links_to_files_lead_to_files(name: str) -> None:
    text = re.sub(r"```.*?```|`[^`\n]*`(?!\])", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.S)
    for link in re.findall(r"\]\(([^()\s]+)\)", text):
        path, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", link):
            continue
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), link
        if anchor and target.suffix == ".md":
            assert anchor in anchors(target), link


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and MkDocs make them."""
    headings = re.findall(r"(?m)^#+ (.+)$", page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}


def parameters() -> Iterator[tuple[str, Parameter]]:
    for command in COMMANDS:
        for one in command.parameters:
            yield " ".join(filter(None, ("frontlint", command.group, command.name))), one


def test_every_command_and_option_is_in_the_reference() -> None:
    sections = dict(re.findall(r"(?ms)^### (frontlint [\w ]+)\n(.*?)(?=^##|^<!-- end)", TEXTS["docs/cli.md"]))
    assert len(sections) == len(COMMANDS)
    for command, one in parameters():
        for flag in (*one.flags, *filter(None, [one.off])):
            short = not flag.startswith("--")
            found = sections["frontlint check"] if short or flag == one.off else sections[command]
            assert re.search(rf"`{flag}[ `]", found), (command, flag)


def test_every_setting_is_in_the_reference() -> None:
    text = TEXTS["docs/configuration.md"]
    for setting in ("required-version", "docs-url", "rules.per-path", "extend-schemas", "when.lacks"):
        assert f"| `{setting}` |" in text


def test_the_settings_that_are_shown_are_taken(tmp_path: Path) -> None:
    """Each block alone: the first one has them all."""
    blocks = [block for name, language, block in BLOCKS if language == "toml" and "configuration" in name]
    assert len(blocks) >= 3
    schema = '{"$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object"}'
    for number, block in enumerate(blocks):
        root = tmp_path / str(number)
        at = root / "site" if 'source = "site"' in block else root
        make_project(at, {"content/events/a.md": "---\ntitle: A\nstarts: 2026-01-01\n---\n"})
        (root / "schemas").mkdir()
        (root / "schemas" / "event.schema.json").write_text(schema)
        (root / "frontlint.toml").write_text(block)
        done = frontlint("config", at / "content/events/a.md", cwd=root)
        assert done.returncode == 0, done.stderr
        assert tomllib.loads(block)


def test_of_several_patterns_the_later_one_wins(tmp_path: Path) -> None:
    info = '"content/**" = { severity = { "draft-not-boolean" = "info" } }'
    warning = '"content/a.md" = { severity = { "draft-not-boolean" = "warning" } }'
    page = {"content/a.md": "---\ntitle: A\ndraft: yes\n---\n"}
    for number, order in enumerate(((info, warning), (warning, info))):
        settings = "\n".join(("[rules.per-path]", *order))
        project = make_project(tmp_path / str(number), {**page, "frontlint.toml": settings})
        shown = frontlint("check", "--show", "info", "--output-format", "concise", "--no-cache", cwd=project)
        assert ("warning", "info")[number] + " draft-not-boolean" in shown.stdout


def checkout(folder: Path) -> Repo:
    """This project as a clone has it, committed."""
    repo = Repo(folder)
    for name in SHIPPED:
        ignored = shutil.ignore_patterns("__pycache__", "public", ".hugo_build.lock")
        shutil.copytree(ROOT / name, repo.root / name, ignore=ignored)
    for path in [path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"]:
        shutil.copyfile(path, repo.root / path.name)
    repo.commit({})
    return repo


def clean_environment(folder: Path) -> dict[str, str]:
    """No Python but the one that runs the tests, and nothing that is installed for it."""
    bin_folder = folder / "bin"
    bin_folder.mkdir()
    (bin_folder / "python3").symlink_to(Path(sys.base_prefix) / "bin" / "python3")
    dropped = ("PYTHON", "VIRTUAL_ENV", "PYTEST", "UV_", "PIPX_", "FRONTLINT")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(dropped)}
    return {**kept, "PATH": f"{bin_folder}{os.pathsep}/usr/bin{os.pathsep}/bin", "HOME": str(folder)}


def run(script: str, cwd: Path, env: dict[str, str]) -> str:
    done = subprocess.run(
        [str(BASH), "-e", "-c", script], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.mark.slow
@pytest.mark.network
@pytest.mark.skipif(BASH is None, reason="the commands are for a shell")
@pytest.mark.parametrize("number", [0, 1])
def test_the_commands_of_a_checkout_work_in_a_new_virtual_environment(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shield(monkeypatch)
    block = CHECKOUT[number].strip()
    if number == 1:
        assert block.endswith("python -m pytest"), "all tests take long: a few show that nothing is missing"
        block += " -n 0 -p no:cacheprovider tests/unit/test_registry.py tests/conformance/test_examples.py"
    printed = run(block, checkout(tmp_path / "checkout").root, clean_environment(tmp_path))
    assert re.search(r"\d+ passed" if number else r"\d+ pages", printed), printed[-2000:]


def tool(name: str) -> str:
    """The command beside this Python, or on the PATH; without it the test is skipped."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.is_file() else shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


@pytest.mark.slow
@pytest.mark.network
@pytest.mark.skipif(BASH is None, reason="the commands are for a shell")
@pytest.mark.parametrize("way", ["uv tool install", "pipx install", "python -m pip install"])
@pytest.mark.parametrize("address", [".", "git+ADDRESS"])
def test_each_way_to_install_gives_a_frontlint_that_lints(
    way: str, address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shield(monkeypatch)
    assert f"`{way} {address}`" in README
    root, env = checkout(tmp_path / "checkout").root, clean_environment(tmp_path)
    for name in ("UV_TOOL_BIN_DIR", "PIPX_BIN_DIR"):
        env[name] = str(tmp_path / "tools")
    env |= {
        "UV_TOOL_DIR": str(tmp_path / "uv"),
        "PIPX_HOME": str(tmp_path / "pipx"),
        "UV_PYTHON": sys.executable,
    }
    script = f"{way} {address.replace('ADDRESS', root.as_uri())}"
    program = tmp_path / "tools" / "frontlint"
    if way.startswith("python"):
        script = f"python3 -m venv {tmp_path / 'env'} && . {tmp_path / 'env'}/bin/activate && {script}"
        program = tmp_path / "env" / "bin" / "frontlint"
    else:
        name = way.split()[0]
        (tmp_path / "bin" / name).symlink_to(tool(name))
    run(script, root, env)
    page = "content/resources/recipes/draft-not-boolean"
    done = subprocess.run(
        [program, "check", page, "--output-format", "concise", "--no-cache"],
        cwd=root / "examples" / "broken",
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "error draft-not-boolean" in done.stdout
