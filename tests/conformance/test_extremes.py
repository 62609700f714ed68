"""How deep Hugo reads, what it makes of numbers beyond all bounds, and where content may come from."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from conformance import hugo_binary
from conformance.small_sites import both_ways, page
from frontlint.base.source import decode
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import load_config
from frontlint.hugo.config.model import ConfigError
from frontlint.hugo.values.cast import as_number
from frontlint.hugo.values.scalars import plain_scalar

pytestmark = pytest.mark.slow

DEEP: dict[str, tuple[Callable[[int], str], int]] = {
    "YAML lists": (lambda n: "---\nx: " + "[" * n + "]" * n + "\n---\n", 9997),
    "YAML mappings": (lambda n: "---\nx: " + "{a: " * n + "1" + "}" * n + "\n---\n", 4998),
    "TOML arrays": (lambda n: "+++\nx = " + "[" * n + "]" * n + "\n+++\n", 10_000),
    "TOML tables": (lambda n: "+++\nx = " + "{a = " * n + "1" + "}" * n + "\n+++\n", 10_000),
    "JSON lists": (lambda n: '{"x": ' + "[" * n + "]" * n + "}\n", 9999),
    "JSON objects": (lambda n: '{"x": ' + '{"a":' * n + "1" + "}" * n + "}\n", 9999),
}
WEIGHTS = (
    *(
        '"1e999"',
        '"0x10"',
        '"1e3"',
        '"12.7"',
        '"-12.7"',
        '"12."',
        '".5"',
        '"."',
        '"0x"',
        '"08"',
        '"00012"',
        '"08.5"',
    ),
    *(
        '"99999999999999999999"',
        '"1_000"',
        '"1_0.5"',
        "1e300",
        "-1e300",
        "1.5",
        "true",
        '"+5"',
        '"9223372036854775808"',
    ),
)
FORMS = {"yaml": "---\nweight: {}\n---\n", "toml": "+++\nweight = {}\n+++\n", "json": '{{"weight": {}}}\n'}


def built(site: Path, text: str, template: str = "{{ .Weight }}") -> tuple[bool, str]:
    """Whether Hugo builds a page, and what the template prints of it."""
    for name, content in {
        "hugo.toml": "disableKinds = ['taxonomy', 'term', 'home', 'section', 'RSS', 'sitemap', '404']\n",
        "layouts/single.html": template,
        "content/p.md": text,
    }.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(content)
    ends_well = hugo_binary.build(site).exit_code == 0
    out = site / "public" / "p" / "index.html"
    return ends_well, out.read_text() if ends_well else ""


@pytest.mark.parametrize("kind", DEEP)
def test_how_deep_front_matter_may_nest(kind: str, tmp_path: Path) -> None:
    build, most = DEEP[kind]
    for levels in (most, most + 1):
        text = build(levels)
        ends_well, _ = built(tmp_path / str(levels), text)
        assert ends_well is (levels == most)
        assert read_document(decode("p.md", text.encode()), plain_scalar).unread is not ends_well


def test_dotted_keys_have_no_limit(tmp_path: Path) -> None:
    text = "+++\n" + ".".join("a" * 20_000) + " = 1\n+++\n"
    assert built(tmp_path, text)[0]
    assert not read_document(decode("p.md", text.encode()), plain_scalar).unread


@pytest.mark.parametrize("form", FORMS)
def test_weights(form: str, tmp_path: Path) -> None:
    for name, text in ((f"p{at}", FORMS[form].format(weight)) for at, weight in enumerate(WEIGHTS)):
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content" / f"{name}.md").write_text(text)
    assert built(tmp_path, FORMS[form].format("1"))[0]
    for at, weight in enumerate(WEIGHTS):
        hugo = (tmp_path / "public" / f"p{at}" / "index.html").read_text()
        data = read_document(decode("p.md", FORMS[form].format(weight).encode()), plain_scalar).data
        assert f"{weight}: {as_number(data['weight'])}" == f"{weight}: {hugo}"


@pytest.mark.parametrize(("form", "number"), [("toml", "1e999"), ("json", "1e999"), ("toml", "-1e400")])
def test_floats_that_hugo_refuses(form: str, number: str, tmp_path: Path) -> None:
    text = FORMS[form].format(number)
    assert not built(tmp_path, text)[0]
    assert read_document(decode("p.md", text.encode()), plain_scalar).unread


@pytest.mark.parametrize("levels", [5000, 12_000])
@pytest.mark.parametrize(
    ("name", "build"),
    [
        ("hugo.json", lambda n: '{"params": {"x": ' + "[" * n + "]" * n + "}}"),
        ("hugo.toml", lambda n: "[params]\nx = " + "[" * n + "]" * n),
        ("hugo.yaml", lambda n: "params:\n  x: " + "[" * n + "]" * n),
    ],
)
def test_how_deep_settings_may_nest(
    name: str, build: Callable[[int], str], levels: int, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(build(levels))
    ends_well = hugo_binary.build(tmp_path).exit_code == 0
    assert ends_well is (levels < 10_000)
    with nullcontext() if ends_well else pytest.raises(ConfigError):
        load_config(tmp_path)


@pytest.mark.parametrize("source", ["{}/notes", "../notes", "{}/notes/n.md", "{}/gone"])
def test_mounts_outside(source: str, tmp_path: Path) -> None:
    notes = tmp_path / "notes"
    notes.mkdir()
    (notes / "n.md").write_text(page(title="n", date="2024-02-03"))
    path = source.format(tmp_path.as_posix())
    target = "content/o/n.md" if path.endswith(".md") else "content/o"
    config = (
        "module:\n  mounts:\n  - {source: content, target: content}\n"
        f"  - {{source: '{path}', target: {target}}}\n"
    )
    site = both_ways(tmp_path / "site", {"content/a.md": page(title="a", date="2024-02-03")}, config)
    assert site.differences() == []


@pytest.mark.parametrize("folder", ["{}/notes", "../notes"])
def test_content_folders_outside(folder: str, tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "n.md").write_text(page(title="n", date="2024-02-03"))
    config = f"contentDir: '{folder.format(tmp_path.as_posix())}'\n"
    assert both_ways(tmp_path / "site", {}, config).differences() == []
