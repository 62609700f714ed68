"""Expressions that a checkout brings along, and texts that made ours slow: every run ends."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from attack.meter import growth
from frontlint.base.errors import UsageError
from frontlint.frontmatter.document import Data
from frontlint.schema import engine as engines
from frontlint.schema.engine import PythonEngine, RustEngine, engine_for
from frontlint.schema.library import Library
from frontlint.schema.load import load
from support import make_project

_SECONDS = 60
"""Time for a run on a busy machine; each of these ran for minutes or years."""
_EVIL = ("^(a+)+$", "^(a|a)*$", "(?:a*)*b", "^(?=(?:a+)+$)", "^(?!(?:a|a)*c).*b.*c.*d$", "a.*a.*a.*a.*!")
_KINDS = '[[schemas]]\nname = "post"\nfiles = ["content/**"]\nschema = "post.json"\n'


def _check(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "frontlint", "check", str(project), "--no-cache", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)


_PAGES = {
    "toml.md": '+++\na = """' + "\\\r\n" * 20_000 + "\n+++\n",
    "toml-literal.md": "+++\na = '''" + "''a" * 20_000 + "\n+++\n",
    "ignore.md": "---\ntitle: x\n---\n<!-- frontlint-ignore" + " " * 50_000,
    "ignores.md": "---\ntitle: x\n---\n" + "<!-- frontlint-ignore a: " * 5_000,
    "ignores-front.md": "---\n" + "# frontlint: ignore[ " * 5_000 + "\ntitle: x\n---\n",
    "weight.md": '---\ntitle: x\nweight: "' + "1" * 50_000 + 'x"\n---\n',
    "weight-toml.md": '+++\ntitle = "x"\nweight = "' + "1" * 50_000 + 'x"\n+++\n',
    "address.md": "---\ntitle: x\ndescription: '[a](" + "/" * 50_000 + "'\n---\n",
    "address-json.md": '{"title": "x", "description": "[a](' + "/" * 50_000 + '"}\n',
    "links.md": "---\ntitle: x\ndescription: '" + "![a]({{a" * 5_000 + "'\n---\n",
    "bold.md": "---\ntitle: x\ndescription: '" + "**a " * 10_000 + "'\n---\n",
    "shortcodes.md": "---\ntitle: x\n---\n" + "{{</*" * 20_000,
    "html.md": "---\ntitle: x\n---\n<i>" + "<!--a" * 20_000,
    "late.md": "a\n---\na: b\n" + "b\n" * 20_000,
    "doubled.md": "---\ntitle: x\ndescription: '" + "the word word then " * 1_000 + "'\n---\n",
    "todo.md": "---\ntitle: x\ndescription: '" + "TODO " * 3_000 + "'\n---\n",
    "replacement.md": "---\ntitle: x\n---\n" + "\ufffd" * 50_000,
    "org.org": "#+title: a" + " " * 50_000 + "b\n#+date: " + "[2024-01-01 a" * 4_000 + "\n",
}


def test_no_page_hangs_a_run(tmp_path: Path) -> None:
    project = make_project(tmp_path, {f"content/{name}": page for name, page in _PAGES.items()})
    assert _check(project).returncode in (0, 1)


@pytest.mark.parametrize("config", ["ignoreFiles = {}", "[security]\nallowContent = {}"])
def test_no_expression_of_hugo_hangs_a_run(tmp_path: Path, config: str) -> None:
    page = f"content/{'a' * 200}.md"
    evil = ["(a|a)*!", "(?:a+)+!", "^.*a.*a.*a.*a.*!$", "(?:a?){50}a{50}!", "(?:(?:a|b)*a(?:a|b){200}){2}!"]
    project = make_project(tmp_path, {"hugo.toml": config.format(evil), page: "---\ntitle: x\n---\n"})
    assert _check(project).returncode in (0, 1)


def test_many_expressions_of_hugo_are_settings_that_cannot_be_used(tmp_path: Path) -> None:
    files = {"hugo.toml": "ignoreFiles = ['((a{50}){50}){50}']", "content/a.md": "---\ntitle: x\n---\n"}
    done = _check(make_project(tmp_path, files))
    assert done.returncode == 2
    assert "ignoreFiles" in done.stderr


def _library(folder: Path, schema: object) -> Library:
    file = folder / "post.json"
    file.write_text(json.dumps(schema, indent=1))
    return load("post.json", folder)


@pytest.mark.parametrize("pattern", _EVIL)
@pytest.mark.parametrize("python", [False, True])
@pytest.mark.parametrize("keyword", ["pattern", "patternProperties", "unevaluatedProperties"])
def test_no_expression_of_a_schema_is_steep(tmp_path: Path, pattern: str, python: bool, keyword: str) -> None:
    schemas: dict[str, dict[str, Any]] = {
        "pattern": {"properties": {"t": {"pattern": pattern}}},
        "patternProperties": {"patternProperties": {pattern: True}, "additionalProperties": False},
        "unevaluatedProperties": {"patternProperties": {pattern: True}, "unevaluatedProperties": False},
    }
    library = _library(
        tmp_path, {"$schema": "https://json-schema.org/draft/2020-12/schema", **schemas[keyword]}
    )
    engine = PythonEngine(library) if python else engine_for(library)

    def grown(count: int) -> Callable[[], object]:
        text = "a" * count + "c"
        data: Data = {"t": text} if keyword == "pattern" else {text: 1}
        return lambda: engine.is_valid(data)

    found = growth(grown, fewest=4)
    assert not found.is_steep, found


@pytest.mark.parametrize("pattern", ["^(?!.*--)[a-z-]+$", "^[a-z]{3}$", "(?<=a)b", r"^\p{L}+$", r"^\w+\s\d$"])
def test_both_engines_read_an_expression_alike(tmp_path: Path, pattern: str) -> None:
    library = _library(tmp_path, {"properties": {"t": {"pattern": pattern}}})
    fast, slow = engine_for(library), PythonEngine(library)
    assert isinstance(fast, PythonEngine if "(?" in pattern else RustEngine)
    for text in ("abc", "a--b", "ab", "ab\n", "äöü", "ab 1", "ä 1", ""):
        assert fast.is_valid({"t": text}) is slow.is_valid({"t": text}), text


def test_the_keys_of_expressions_count_as_known_in_both_engines(tmp_path: Path) -> None:
    for keyword in ("additionalProperties", "unevaluatedProperties"):
        schema: dict[str, Any] = {
            "properties": {"a": True},
            "allOf": [{"patternProperties": {"^x-": {"type": "string"}}}],
        }
        if keyword == "additionalProperties":
            schema = {"properties": {"a": True}, "patternProperties": {"^x-": {"type": "string"}}}
        library = _library(tmp_path, {**schema, keyword: False})
        for engine in (RustEngine(library), PythonEngine(library)):
            assert engine.is_valid({"a": 1, "x-b": "c"})
            assert not engine.is_valid({"x-b": 1})
            assert not engine.is_valid({"y-b": "c"})


def test_without_the_engine_that_is_linear_ours_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import jsonschema_rs

    monkeypatch.delattr(jsonschema_rs, "RegexOptions")
    assert isinstance(engines.engine_for(_library(tmp_path, {"pattern": "a"})), PythonEngine)


@pytest.mark.parametrize(
    ("schema", "keyword"),
    [
        ({"properties": {"t": {"pattern": r"^(a)\1$"}}}, "pattern"),
        ({"patternProperties": {r"^(x)(.*)\2$": True}}, "patternProperties"),
        ({"$defs": {"t": {"pattern": "^(?:[ab]{50}){50}$"}}}, "pattern"),
    ],
)
def test_an_expression_without_bounds_is_refused_with_its_line(
    tmp_path: Path, schema: object, keyword: str
) -> None:
    with pytest.raises(UsageError, match=f"`{keyword}` cannot be") as refused:
        _library(tmp_path, schema)
    assert refused.value.path == "post.json"
    assert refused.value.line


def test_a_schema_with_a_back_reference_is_exit_2(tmp_path: Path) -> None:
    files = {
        "frontlint.toml": _KINDS,
        "post.json": '{\n"properties": {\n"title": {"pattern": "^(a)\\\\1$"}}}',
        "content/a.md": "---\ntitle: aa\n---\n",
    }
    done = _check(make_project(tmp_path, files))
    assert done.returncode == 2
    assert "post.json:3: `pattern` cannot be" in done.stderr
