"""Real pages through the real Hugo: where front matter begins and ends, values, and the line of an error."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from conformance import hugo_binary
from conformance.test_values import same
from frontlint.base.source import decode
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

CONFIG = """\
disableKinds = ["rss", "sitemap", "404", "taxonomy", "term"]
[outputs]
home = ["json"]
[security]
allowContent = [".*"]
"""
HOME = (
    "{{ range site.RegularPages }}{{ $body := strings.TrimSpace .RawContent }}"
    "{{ dict `file` .File.LogicalName `params` .Params `body` $body | jsonify }}\n{{ end }}"
)
GOOD = {
    "plain.md": "---\nx: A\n---\nBody.",
    "crlf.md": "---\r\nx: A\r\n---\r\nBody.",
    "cr.md": "---\rx: A\r---\rBody.",
    "mixed.md": "---\nx: A\r---\nBody.",
    "bom.md": "\ufeff---\nx: A\n---\nBody.",
    "blank.md": " \n\t\v\f\r\n---\nx: A\n---\nBody.",
    "open-spaces.md": "---   \nx: A\n---\nBody.",
    "open-text.md": "--- \nx: A\n---\nBody.",
    "six-dashes.md": "------\nx: A\n---\nBody.",
    "close-long.md": "---\nx: A\n-----\nBody.",
    "close-text.md": "---\nx: A\n---Body.",
    "close-eof.md": "---\nx: A\n---",
    "close-indented.md": "---\nx: A\n ---\n---\nBody.",
    "empty.md": "---\n---\nBody.",
    "comment.md": "---\n# x: A\n---\nBody.",
    "block.md": "---\nx: |\n  A\n  ---\n  B\n---\nBody.",
    "dots.md": "---\nx: A\n...\n---\nBody.",
    "none.md": "Body.",
    "comment-first.md": "<!-- c -->\n---\nx: A\n---\n",
    "bracket.md": "[x]: y\n\nBody.",
    "nbsp.md": "\u00a0---\nx: A\n---\n",
    "toml.md": "+++\nx = 'A'\ny = 2020-01-02T03:04:05+02:00\n[params]\nz = 1\n+++\nBody.",
    "toml-crlf.md": "+++\r\nx = 'A'\r\n+++\r\nBody.",
    "json.md": '{"x": "}\\"{", "n": 1}\nBody.',
    "json-line.md": '{"x": "A"} Body.',
    "keywords.md": "#+x: A\n#+y[]: b c\nBody.",
    "two-boms.md": "\ufeff\ufeff---\nx: A\n---\nBody.",
    "late-bom.md": "\n\ufeff---\nx: A\n---\nBody.",
    "org.org": "#+x: A\n#+date: <2020-01-02 Thu>\n\nBody.",
    "hash.md": "# Title\n",
    "controls.md": "---\nx: a\x01b\x85c\u2028d\n---\nBody.",
}
REFUSED = {
    "list": ("- one\n", 1),
    "plus": ("+ one\n", 1),
    "four-dashes": ("----\nx: A\n---\n", 1),
    "shortcode": ("{{< x >}}\n", 1),
    "json-open": ('{"x": 1', 1),
    "json-comma": ('{"x": 1,}', 1),
    "root-list": ("---\n- a\n---\n", 2),
    "root-text": ("---\nfoo\n---\n", 2),
    "colon": ("---\na: 1\nb: c: d\n---\n", 3),
    "tab": ("---\na:\n\tb: 1\n---\n", 3),
    "quote": ('---\na: 1\nb: "x\nc: 2\n---\n', 3),
    "after-quote": ("---\nb: 'it's'\n---\n", 2),
    "escape": ('---\nb: "C:\\Temp"\n---\n', 2),
    "bracket": ("---\na: [b\n---\n", 2),
    "at": ("---\na: @b\n---\n", 2),
    "alias": ("---\na: *b\n---\n", 2),
    "duplicate": ("---\na: 1\nb: 2\na: 3\n---\n", 4),
    "no-space": ("---\na:b\nc: d\n---\n", 2),
    "directive": ("---\n%YAML 1.2\na: b\n---\n", 2),
    "toml-text": ("+++\na = 1\nb = Foo\n+++\n", 3),
    "toml-yaml": ("+++\na: 1\n+++\n", 2),
    "toml-duplicate": ("+++\na = 1\na = 2\n+++\n", 3),
    # Hugo names the first line of the front matter; we point at the fence that is never closed.
    "open-yaml": ("---\na: 1\n", None),
    "open-toml": ("+++\na = 1\n---\n", None),
    # Hugo names the value above, we the line that is indented wrongly.
    "indent": ("---\na: 1\n b: 2\n---\n", None),
}


def lower(value: object) -> object:
    return {key.lower(): lower(inner) for key, inner in value.items()} if isinstance(value, dict) else value


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    site = tmp_path_factory.mktemp("site")
    for name, text in GOOD.items():
        (site / "content" / "s").mkdir(parents=True, exist_ok=True)
        (site / "content" / "s" / name).write_bytes(text.encode())
    (site / "layouts").mkdir()
    (site / "layouts" / "home.json").write_text(HOME)
    (site / "layouts" / "all.html").write_text("x")
    (site / "hugo.toml").write_text(CONFIG)
    built = hugo_binary.build(site)
    assert built.exit_code == 0, built.output
    lines = (site / "public" / "index.json").read_text(encoding="utf-8").split("\n")
    return {row["file"]: row for row in map(json.loads, filter(str.strip, lines))}


@pytest.mark.parametrize("name", GOOD)
def test_reads_what_hugo_builds(name: str, pages: dict[str, dict[str, object]]) -> None:
    document = read_document(decode(name, GOOD[name].encode()), plain_scalar)
    hugos = pages[name]

    assert document.problems == ()
    assert document.body.strip() == hugos["body"]
    data = dict(document.data)
    inner = data.pop("params", None)
    expected = {**data, **inner} if isinstance(inner, dict) else data
    params = hugos["params"]
    assert isinstance(params, dict)
    made = {"draft", "iscjklanguage", "title", "date", "lastmod", "publishdate"}
    ours = lower({name: value for name, value in expected.items() if name not in made})
    assert same(ours, {name: value for name, value in params.items() if name not in made})


@pytest.mark.parametrize("name", REFUSED)
def test_refuses_what_hugo_refuses_on_its_line(name: str, tmp_path: Path) -> None:
    text, line = REFUSED[name]
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "x.md").write_text(text, encoding="utf-8")
    (tmp_path / "hugo.toml").write_text(CONFIG)
    built = hugo_binary.build(tmp_path)
    document = read_document(decode("x.md", text.encode()), plain_scalar)

    assert built.exit_code != 0
    assert document.refused
    ours = document.source.lines.line_column(document.problems[0].span.start)[0]
    found = re.search(r"x\.md:(\d+):\d+", built.output)
    assert found is not None, built.output
    if line is not None:
        assert (int(found[1]), ours) == (line, line)
