"""The list of sites in a settings file: what it may say, what is refused, and the line that is named."""

# ruff: noqa: E501 - sentences as people read them
from __future__ import annotations

import os
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.settings import find_config, load_settings
from frontlint.settings.find import ConfigFile
from frontlint.settings.sites import holding, listed_sites
from repos import Repo, shield
from support import make_project

FINE = "---\ntitle: A\n---\n"
MISTAKES = [
    ("sites = []", '1: `sites` is empty: write `[[sites]]`, and below it `source = "docs"`'),
    ('sites = ["docs"]', '1: `sites[1]` must be a table: write `[[sites]]`, and below it `source = "docs"`'),
    ('sites = "docs"', "1: `sites` is a list of tables: write `[[sites]]`"),
    ("sites = true", "1: `sites` is a list of tables: write `[[sites]]`"),
    ('[sites]\nsource = "docs"', "1: `sites` is a list of tables: write `[[sites]]`"),
    ("[[sites]]", '1: `[[sites]]` needs `source`: add a line `source = "docs"`'),
    ("[[sites]]\nsource = 3", '2: `sites[1].source` must be text in quotes: write `source = "3"`'),
    ('[[sites]]\nsource = ["docs"]', '2: `sites[1].source` must be text in quotes: write `source = "docs"`'),
    ('[[sites]]\nsource = ""', '2: `sites[1].source` is an empty text: write `source = "docs"`'),
    ('[[sites]]\nsoruce = "docs"', "2: `sites[1].soruce` is not a setting: did you mean `source`?"),
    (
        '[[sites]]\nsource = "docs"\nbaseline = "b.jsonl"',
        "3: `baseline` is not a setting of `[[sites]]`: write it in a `frontlint.toml` in the site's folder",
    ),
    (
        '[[sites]]\nsource = "docs"\nignore = ["urls"]',
        "3: `ignore` is not a setting of `[[sites]]`: write it in a `frontlint.toml` in the site's folder",
    ),
    (
        'source = "docs"\n[[sites]]\nsource = "blog"',
        "1: `source` is for one site, and `[[sites]]` lists several: delete `source`",
    ),
    (
        'baseline = "b.jsonl"\n[[sites]]\nsource = "blog"',
        "1: `baseline` is one file, and each of `[[sites]]` has its own: write it in a `frontlint.toml` in the site's folder",
    ),
    (
        '[[sites]]\nsource = "docs"\n[[sites]]\nsource = "./docs/"',
        "4: `./docs/` is the same folder as `docs`: delete one of the two `[[sites]]`",
    ),
    (
        '[[sites]]\nsource = "docs"\n[[sites]]\nsource = "blog/../docs"',
        "4: `blog/../docs` is the same folder as `docs`: delete one of the two `[[sites]]`",
    ),
    (
        '[[sites]]\nsource = "gone"\n[[sites]]\nsource = "gone"',
        "4: `gone` is the same folder as `gone`: delete one of the two `[[sites]]`",
    ),
    (
        '[[sites]]\nsource = "../other"',
        "2: `../other` leads out of the repository: type `--source` with that folder",
    ),
    ('[[sites]]\nsource = "/etc"', "2: `/etc` leads out of the repository: type `--source` with that folder"),
    (
        '[[sites]]\nsource = "a\\u0000b"',
        "2: `a[U+0000]b` leads out of the repository: type `--source` with that folder",
    ),
    ('[[sites]]\nsource = ".git"', "2: `.git` leads out of the repository: type `--source` with that folder"),
]
NOT_A_SITE = [
    ("gone", "2: there is no folder `gone`"),
    ("frontlint.toml", "2: there is no folder `frontlint.toml`"),
    (
        "empty",
        "2: `empty` has no configuration of Hugo: write the folder of a hugo.yaml, hugo.toml or config/",
    ),
    (
        "sites/*",
        "2: there is no folder `sites/*`, and patterns are not expanded: write one `[[sites]]` for each of `sites/a` and `sites/b`",
    ),
]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with four Hugo projects, which is the current folder; beside it lies another."""
    shield(monkeypatch)
    repo = Repo(tmp_path / "repo").root
    for name in ("docs", "blog", "sites/a", "sites/b"):
        make_project(repo / name, {"content/a.md": FINE})
    make_project(tmp_path / "other", {"content/a.md": FINE})
    (repo / "empty").mkdir()
    monkeypatch.chdir(repo)
    return repo


def config(root: Path, text: str) -> ConfigFile:
    (root / "frontlint.toml").write_text(text + "\n", encoding="utf-8")
    found = find_config(root)
    assert found is not None
    return found


def said(error: UsageError) -> str:
    assert error.path == "frontlint.toml"
    return f"{error.line}: {error.message}"


def two(first: str, second: str) -> str:
    return f'[[sites]]\nsource = "{first}"\n[[sites]]\nsource = "{second}"'


def test_the_list_is_in_its_order_with_lines(root: Path) -> None:
    sites = listed_sites(config(root, two("docs", "sites/b")))
    assert [(one.source, one.folder, one.origin.line) for one in sites] == [
        ("docs", root / "docs", 2),
        ("sites/b", root / "sites" / "b", 4),
    ]
    for one in sites:
        one.check()


@pytest.mark.parametrize("text", ["", "fail-on = 'error'", "source = 'docs'", '[rules]\nignore = ["urls"]'])
def test_settings_of_one_site_list_none(root: Path, text: str) -> None:
    assert listed_sites(config(root, text)) == ()


@pytest.mark.parametrize(("text", "sentence"), MISTAKES)
def test_a_list_that_cannot_be_meant_is_refused_at_its_line(root: Path, text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        listed_sites(config(root, text))
    assert said(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [row for row in MISTAKES if "`source` is for" in row[1] or "empty: write `[[" in row[1]],
)
def test_a_run_over_one_of_the_sites_refuses_it_too(root: Path, text: str, sentence: str) -> None:
    with pytest.raises(UsageError) as caught:
        load_settings(config(root, text), root / "docs")
    assert said(caught.value) == sentence


@pytest.mark.parametrize(("source", "sentence"), NOT_A_SITE)
def test_a_folder_that_is_not_a_site_is_refused_alone(root: Path, source: str, sentence: str) -> None:
    first, second = listed_sites(config(root, two(source, "docs")))
    with pytest.raises(UsageError) as caught:
        first.check()
    assert said(caught.value) == sentence
    second.check()


def test_a_table_in_pyproject_lists_sites_too(root: Path) -> None:
    (root / "pyproject.toml").write_text('[[tool.frontlint.sites]]\nsource = "docs"\n')
    found = find_config(root)
    assert found is not None
    assert [(one.source, one.origin.line) for one in listed_sites(found)] == [("docs", 2)]


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that most users lack")
def test_a_link_must_not_lead_out_of_the_repository(root: Path) -> None:
    (root / "out").symlink_to(root.parent / "other")
    (root / "chain").symlink_to("out")
    for name in ("out", "chain", "chain/../other", "docs/../out"):
        with pytest.raises(UsageError) as caught:
            listed_sites(config(root, two("docs", name)))
        assert said(caught.value).startswith(f"4: `{name}` leads out of the repository")


@pytest.mark.skipif(os.name == "nt", reason="making links needs a right that most users lack")
def test_a_link_to_another_of_the_sites_is_the_same_folder(root: Path) -> None:
    (root / "manual").symlink_to("docs")
    with pytest.raises(UsageError) as caught:
        listed_sites(config(root, two("docs", "manual")))
    assert said(caught.value).startswith("4: `manual` is the same folder as `docs`")
    (alone,) = listed_sites(config(root, '[[sites]]\nsource = "manual"'))
    assert alone.folder == root / "docs", "as paths without links have it"


def test_outside_of_a_repository_the_folder_of_the_settings_is_the_wall(tmp_path: Path) -> None:
    make_project(tmp_path / "work" / "docs", {"content/a.md": FINE})
    make_project(tmp_path / "other", {"content/a.md": FINE})
    file = config(tmp_path / "work", two("docs", "../other"))
    with pytest.raises(UsageError, match="leads out of the repository"):
        listed_sites(file)
    assert len(listed_sites(config(tmp_path / "work", two("docs", "docs/x")))) == 2


def test_a_path_is_about_the_sites_below_it_and_the_innermost_around_it(root: Path) -> None:
    make_project(root / "docs" / "example", {"content/a.md": FINE})
    sites = listed_sites(config(root, two("docs", "docs/example") + '\n[[sites]]\nsource = "blog"'))

    def names(path: str) -> list[str]:
        return [one.source for one in holding(sites, root / path)]

    assert names("") == ["docs", "docs/example", "blog"]
    assert names("docs") == ["docs", "docs/example"]
    assert names("docs/content/a.md") == ["docs"]
    assert names("docs/example") == names("docs/example/content") == ["docs/example"]
    assert names("docs/examples") == ["docs"]
    assert names("sites") == names("blogs") == []


def test_each_site_has_a_baseline_in_its_folder(root: Path) -> None:
    file = config(root, two("docs", "sites/b"))
    settings = load_settings(file, root / "sites" / "b")
    assert settings.several
    assert settings.baseline_file == root / "sites" / "b" / ".frontlint-baseline.jsonl"
    alone = load_settings(config(root, 'source = "docs"'), root / "docs")
    assert not alone.several
    assert alone.baseline_file == root / ".frontlint-baseline.jsonl"
