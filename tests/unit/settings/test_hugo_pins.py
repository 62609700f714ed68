"""The Hugo that builds a site is read from the files that say it, in order; garbage says nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.cli.options import SiteOptions
from frontlint.cli.project import request_for
from frontlint.engine.check import check
from frontlint.hugo.config.pins import Pin, choose, pins_around, read_pin
from frontlint.hugo.values.versions import NEWEST, Version
from support import CLOCK, make_project

OLD: Version = (0, 99, 1)


def found(folder: Path, files: dict[str, str]) -> list[tuple[str, int, Version]]:
    make_project(folder, {**files, ".git/HEAD": ""})
    pins = pins_around(ProjectFiles(folder))
    return [(os.path.relpath(pin.file, folder), pin.line, pin.version) for pin in pins]


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("0.99.1", OLD),
        ("v0.99.1", OLD),
        ("extended_0.99.1", OLD),
        ("extended-0.99.1", OLD),
        ("0.99.1+extended", OLD),
        ('"0.99.1"  # why', OLD),
        ("^0.99.1", OLD),
        ("~0.99.1", OLD),
        ("0.99", (0, 99)),
        (">=0.99", None),
        ("0.99.x", None),
        ("latest", None),
        ("*", None),
        ("99999999999999999999.1", None),
        ("${{ env.V }}", None),
        ("", None),
        (0.99, None),
        (None, None),
        (["0.99"], None),
    ],
)
def test_what_pins_a_version(text: object, version: Version | None) -> None:
    assert read_pin(text) == version


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        (".tool-versions", "nodejs 20\nhugo 0.99.1\n", 2),
        (".tool-versions", "# hugo 0.1\nhugo extended_0.99.1 system\n", 2),
        (".tool-versions", "gohugo 0.99.1\n", 1),
        ("mise.toml", '[tools]\nhugo = "0.99.1"\n', 2),
        (".config/mise.toml", '[tools]\nhugo = "0.99.1"\n', 2),
        (".mise/config.toml", '[tools]\nhugo = "0.99.1"\n', 2),
        (".mise.toml", '[env]\nhugo = "0.1"\n[tools]\nhugo = ["0.99.1"]\n', 4),
        ("mise.toml", '[tools]\nhugo = { version = "extended_0.99.1", os = ["linux"] }\n', 2),
        ("mise.toml", '[tools]\n"aqua:gohugoio/hugo" = "0.99.1"\n', 2),
        ("mise.toml", '[tools.hugo]\nversion = "0.99.1"\n', 2),
        ("mise.toml", 'tools.hugo-extended = "0.99.1"\n', 1),
        ("netlify.toml", '[build.environment]\n  HUGO_VERSION = "0.99.1"\n', 2),
        ("netlify.toml", '[context.production]\nenvironment = { HUGO_VERSION = "0.99.1" }\n', 2),
        ("netlify.toml", 'build.environment.HUGO_VERSION="0.99.1"\n', 1),
        (
            "netlify.toml",
            "# HUGO_VERSION = '0.1'\n[context.branch-deploy.environment]\nHUGO_VERSION = '0.99.1'\n",
            3,
        ),
        ("vercel.json", '{\n"build": {"env": {\n"HUGO_VERSION": "0.99.1"}}}', 3),
        ("package.json", '{"name": "x",\n"devDependencies": {\n"hugo-extended": "^0.99.1"}}', 3),
        ("package.json", '{"dependencies": {"hugo-bin": "0.99.1"}}', 1),
        ("package.json", '{"version": "1.0.0",\n"hugo-bin": {\n"version": "0.99.1"}}', 3),
        (".github/workflows/a.yml", "      with:\n        hugo-version: '0.99.1'\n", 2),
        (".github/workflows/a.yaml", "with: {extended: true, hugo-version: 0.99.1}\n", 1),
        (".github/workflows/a.yml", "env:\n  HUGO_VERSION: 0.99.1\n", 2),
    ],
)
def test_where_it_is_said(tmp_path: Path, name: str, text: str, line: int) -> None:
    assert found(tmp_path, {name: text}) == [(name, line, OLD)]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        (".tool-versions", "hugo latest\nhugolib 0.99.1\nhugo\n"),
        ("mise.toml", '[settings]\nhugo = "0.99.1"\n[tools]\nhugo = "latest"\n'),
        ("netlify.toml", 'HUGO_VERSIONS = "0.99.1"\nMY_HUGO_VERSION = "0.99.1"\n'),
        ("package.json", '{"dependencies": ["hugo-bin"], "devDependencies": {"hugo-bin": {"a": "0.99.1"}}}'),
        ("package.json", '{"scripts": {"hugo-extended": "0.99.1"}}'),
        ("package.json", '{"hugo-bin": ' + "[" * 100_000),
        ("vercel.json", "hugo \0 \ud83d".encode("utf-8", "surrogatepass").decode("latin-1")),
        (".github/workflows/a.yml", "# hugo-version: 0.99.1\nhugo-version: ${{ matrix.hugo }}\n"),
        (".github/workflows/a.txt", "hugo-version: 0.99.1\n"),
        ("netlify.toml", "[" * 400_000 + "HUGO_VERSION" + " " * 400_000),
    ],
)
def test_what_says_nothing(tmp_path: Path, name: str, text: str) -> None:
    assert found(tmp_path, {name: text}) == []


def test_what_an_action_is_told_comes_before_a_variable(tmp_path: Path) -> None:
    text = "env:\n  HUGO_VERSION: 0.1.0\nwith: {hugo-version: 0.99.1}\n"
    name = ".github/workflows/b.yml"
    assert found(tmp_path, {name: text}) == [(name, 3, OLD), (name, 2, (0, 1, 0))]


def test_no_file_of_a_wrong_kind_is_opened(tmp_path: Path) -> None:
    project = make_project(tmp_path / "site", {"content/a.md": "A\n"})
    outside = tmp_path / "tools"
    outside.write_text("hugo 0.99.1\n")
    (project / ".git").mkdir()
    (project / ".tool-versions").symlink_to(outside)
    (project / "netlify.toml").mkdir()
    (project / "vercel.json").write_text('{"HUGO_VERSION": "0.99.1"}' + " " * 1_100_000)
    (project / "package.json").symlink_to("package.json")
    os.mkfifo(project / "mise.toml")
    (project / ".github").symlink_to(tmp_path)
    assert list(pins_around(ProjectFiles(project))) == []


def test_the_folders_above_count_up_to_the_repository(tmp_path: Path) -> None:
    make_project(tmp_path, {".tool-versions": "hugo 0.1\n"})
    make_project(tmp_path / "repo", {".git/HEAD": "", "netlify.toml": "HUGO_VERSION='0.120.0'\n"})
    site = make_project(tmp_path / "repo" / "docs", {"netlify.toml": "HUGO_VERSION='0.121.0'\n"})
    assert [pin.version for pin in pins_around(ProjectFiles(site))] == [(0, 121, 0), (0, 120, 0)]


def test_the_context_of_production_comes_first(tmp_path: Path) -> None:
    text = (
        "[context.deploy-preview.environment]\nHUGO_VERSION='0.3'\n[build.environment]\nHUGO_VERSION='0.2'\n"
        "[context.production.environment]\nHUGO_VERSION='0.1'\n"
    )
    assert [pin[2] for pin in found(tmp_path, {"netlify.toml": text})] == [(0, 1), (0, 2), (0, 3)]


def pin(version: Version, *, floor: bool = False, loose: bool = False) -> Pin:
    return Pin(version, "f", 1, "", floor, loose)


@pytest.mark.parametrize(
    ("told", "of_hugo", "others", "version", "disagree"),
    [
        (None, [], [], NEWEST, False),
        ((0, 166), [], [OLD], (0, 166), True),
        ((0, 166), [], [(0, 166, 2)], (0, 166), False),
        (None, [], [OLD, (0, 120)], OLD, True),
        (None, [(0, 90)], [], NEWEST, False),
        (None, [(0, 90)], [OLD], OLD, False),
        (None, [(0, 120)], [OLD], (0, 120), True),
        (None, [(0, 900)], [], (0, 900), False),
        ((0, 99), [(0, 120)], [], (0, 99), True),
    ],
)
def test_which_version_counts(
    told: Version | None, of_hugo: list[Version], others: list[Version], version: Version, disagree: bool
) -> None:
    floors = [pin(one, floor=True) for one in of_hugo]
    choice = choose(pin(told) if told else None, floors, map(pin, others))
    assert (choice.version, choice.disagreeing() is not None) == (version, disagree)


def test_a_number_that_is_only_near_disagrees_with_nobody() -> None:
    assert choose(None, [], [pin(OLD), pin((0, 95), loose=True)]).disagreeing() is None


def rules(project: Path) -> tuple[set[str], list[str]]:
    request = replace(request_for([project], SiteOptions(source=project)), clock=CLOCK)
    outcome = check(request)
    return {one.rule for one in outcome.findings}, [note for note in outcome.notes if "Hugo" in note]


PAGE = (
    "---\ntitle: A\ndraft: yes\naliases: [x/y]\n---\n"
    "<!-- frontlint-ignore value-misread: nothing to see -->\n"
)


def test_below_0161_what_hangs_on_the_version_is_silent(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {"content/posts/a.md": PAGE, ".git/HEAD": "", "layouts/single.html": "x"}
    )
    now, notes = rules(project)
    assert {"draft-not-boolean", "alias-relative"} <= now
    assert notes == []
    make_project(project, {"netlify.toml": '[build.environment]\nHUGO_VERSION = "0.99.1"\n'})
    old, notes = rules(project)
    assert old == now - {"draft-not-boolean", "alias-relative", "unused-ignore"}
    assert [note.partition(",")[0] for note in notes] == ["frontlint follows Hugo from 0.161 on: with 0.99.1"]
    make_project(project, {"frontlint.toml": 'hugo-version = "0.168"\n'})
    again, notes = rules(project)
    assert again == now
    assert len(notes) == 1
    assert "0.168 counts" in notes[0]


def test_aliases_of_languages_had_none(tmp_path: Path) -> None:
    settings = "baseURL: https://e.org/\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n"
    page = "---\ntitle: A\naliases: [/x]\n---\n"
    files = {"hugo.yaml": settings, "content/a.fr.md": page, "content/b.fr.md": page, ".git/HEAD": ""}
    project = make_project(tmp_path, files)
    assert "alias-collision" in rules(project)[0]
    make_project(project, {".tool-versions": "hugo 0.120.0\n"})
    assert "alias-collision" not in rules(project)[0]


def test_the_minimum_of_hugos_own_settings_is_a_floor(tmp_path: Path) -> None:
    settings = 'baseURL = "https://e.org/"\n[module.hugoVersion]\nmin = "0.166.0"\n'
    files = {"hugo.toml": settings, ".tool-versions": "hugo 0.120.0\n", ".git/HEAD": ""}
    project = make_project(tmp_path, {**files, "content/a.md": "A\n"})
    assert request_for([project], SiteOptions(source=project)).config.hugo_version == (0, 166, 0)
