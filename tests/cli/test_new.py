"""`frontlint new` and `frontlint id`: valid pages, and ids that nobody has."""

from __future__ import annotations

import re
from pathlib import Path

import frontmatter
import pytest

from frontlint.author.ids import fresh_id, used_ids
from frontlint.author.new_path import slug_of
from frontlint.cli.app import run
from frontlint.handlers import handlers
from sites import page, site_of
from support import ROOT, copy_fixture, make_project

frontmatter.handlers[:] = handlers()
_ID = re.compile(r"[A-Za-z0-9_-]{11}")


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example of the content model, which has no problem."""
    site = copy_fixture(ROOT / "examples/site", tmp_path / "site")
    monkeypatch.chdir(site)
    return site


@pytest.mark.parametrize("kind", ["tag", "category", "concept", "resource", "section", "page"])
def test_each_kind_of_the_content_model(example: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    assert run(["new", kind, "Flow Metrics: the Basics"]) == 0
    path = Path(capsys.readouterr().out.strip())
    assert "flow-metrics-the-basics" in str(path)
    assert run(["check", "--no-cache"]) == 0
    assert "No problems found" in capsys.readouterr().err
    assert run(["config", str(path)]) == 0
    assert re.search(rf"\b{kind}\b", capsys.readouterr().out)


def test_a_tag(example: Path) -> None:
    assert run(["new", "tag", "Flow Metrics"]) == 0
    post = frontmatter.load("content/tags/flow-metrics/_index.md")
    assert post["title"] == "Flow Metrics"
    assert post["ClassificationType"] == "tags"
    assert post["aliases"] == [f"/resources/{post['ResourceId']}"]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", str(post["date"]))


def test_the_zone_of_the_site(example: Path) -> None:
    config = example / "hugo.yaml"
    config.write_text(config.read_text() + "\ntimeZone: Asia/Tokyo\n")
    assert run(["new", "tag", "Flow Metrics"]) == 0
    assert "+09:00\n" in Path("content/tags/flow-metrics/_index.md").read_text()


def test_a_schema_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schema = """{
      "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "object",
      "required": ["title", "portions", "level", "steps", "source", "contact"],
      "properties": {
        "portions": {"type": "integer", "minimum": 2},
        "level": {"enum": ["easy", "hard"]},
        "steps": {"type": "array", "minItems": 2, "items": {"type": "string", "minLength": 40}},
        "source": {"type": "object", "required": ["url"], "properties": {"url": {"format": "uri"}}},
        "contact": {"type": "string", "examples": ["chef@example.org"]}
      }}"""
    settings = '[[schemas]]\nname = "recipe"\nfiles = ["content/recipes/**"]\nschema = "recipe.json"\n'
    files = {"frontlint.toml": settings, "recipe.json": schema, "content/recipes/rye.md": page("title: Rye")}
    monkeypatch.chdir(make_project(tmp_path, files))
    assert run(["new", "recipe", "Wheat Bread", "--dry-run"]) == 0
    assert not Path("content/recipes/wheat-bread.md").exists()
    assert run(["new", "Recipe", "Wheat Bread"]) == 0
    post = frontmatter.load("content/recipes/wheat-bread.md")
    assert (post["portions"], post["level"], post["contact"]) == (2, "easy", "chef@example.org")
    steps = post["steps"]
    assert isinstance(steps, list)
    assert len(steps) == 2
    assert run(["check", "--no-cache", "content/recipes/wheat-bread.md"]) == 0


def test_the_format_of_the_pages_around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = {"content/notes/a.md": '+++\ntitle = "A"\n+++\n', "content/b.md": page("title: B")}
    monkeypatch.chdir(make_project(tmp_path, files))
    assert run(["new", "page", 'A "new" one', "--path", "content/notes/c.md"]) == 0
    assert Path("content/notes/c.md").read_text() == '+++\ntitle = "A \\"new\\" one"\n+++\n'


_REFUSED = {
    "an unknown schema": (["tga", "X"], "did you mean `tag`?"),
    "no title": (["tag"], "name the kind and the title"),
    "a path that is taken": (["page", "X", "--path", "content/about.md"], "it exists already"),
    "a page that is there": (
        ["page", "X", "--path", "content/about.html"],
        "`content/about.md` is this page",
    ),
    "a path of another kind": (["tag", "X", "--path", "content/x.md"], "it would be a page of the kind"),
    "a path outside": (["page", "X", "--path", "x.md"], "it is not in the content"),
    "an address that is taken": (
        ["page", "X", "--path", "content/old.md"],
        "belongs to `content/about.md` already",
    ),
    "a static file": (["page", "X", "--path", "content/still.md"], "belongs to a static file already"),
    "no letters": (["page", "!?"], "add `--path content/posts/NAME.md`"),
}


@pytest.mark.parametrize("case", _REFUSED)
def test_what_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], case: str
) -> None:
    files = {
        "content/about.md": page("title: About", "aliases: [/old/]"),
        "static/still/index.html": "x",
        "frontlint.toml": "[rules]\nignore = ['urls']\n",
    }
    monkeypatch.chdir(make_project(tmp_path, files))
    words, sentence = _REFUSED[case]
    assert run(["new", *words]) == 2
    assert sentence in capsys.readouterr().err
    assert len(list(Path("content").rglob("*.md"))) == 1


def test_an_id(example: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["id"]) == 0
    assert _ID.fullmatch(capsys.readouterr().out.strip())


def test_an_id_that_is_used_is_not_fresh() -> None:
    used, free = "aB3-dE_fG9h", "q8Zt-3kLw0P"
    site = site_of(
        {"a.md": page(f"ResourceId: {used}", "ResourceType: blog", f"aliases: [/resources/{used}]")}
    )
    assert used in used_ids(site)
    letters = iter(f"{used[1:-1]}{used[0]}{used[-1]}{free[1:-1]}{free[0]}{free[-1]}")
    assert fresh_id(site, choose=lambda characters: next(letters)) == free


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Don't Panic: 42!", "dont-panic-42"),
        ("Größe & Maß", "größe-maß"),
        ("  a -- b ", "a-b"),
        ("日本", "日本"),
    ],
)
def test_slugs(title: str, slug: str) -> None:
    assert slug_of(title) == slug


def test_a_term_that_no_page_uses_yet_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    term = "---\ntitle: Kanban\ndescription: A board.\nClassificationType: tags\n---\n"
    monkeypatch.chdir(make_project(tmp_path, {"content/tags/kanban/_index.md": term}))
    assert run(["new", "resource", "Sprint Review", "--dry-run"]) == 0
    assert "tags:\n- Kanban\n" in capsys.readouterr().out
