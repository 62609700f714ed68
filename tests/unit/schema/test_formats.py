"""A `format` that nobody checks here is said once; what jsonschema-rs checks by itself is not."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from frontlint.schema import engine
from frontlint.schema.catalog import Catalog
from frontlint.schema.engine import PythonEngine, engine_for
from frontlint.schema.formats import EXTRA, unchecked_formats
from frontlint.schema.kinds import PageKind
from frontlint.schema.load import load
from support import make_project
from unit.schema.support_schema import page

SCHEMA = {"properties": {"link": {"format": "uri"}, "when": {"items": {"format": "date"}}}}
STDLIB = frozenset({"date", "email", "regex", "ipv4", "ipv6", "idn-email", "uuid"})
CHECKED_BY_BOTH = {
    "uri": "no uri",
    "time": "25:61",
    "hostname": "-a-",
    "json-pointer": "a/b",
    "duration": "1h",
}


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    (tmp_path / "own.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    return Catalog([PageKind("own", ("*",), "own.schema.json")], tmp_path)


def test_jsonschema_rs_needs_no_package(catalog: Catalog) -> None:
    assert catalog.format_notes() == ()


def test_a_format_without_its_package_is_said(catalog: Catalog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "engine_for", PythonEngine)
    assert catalog.format_notes() == (), "the tests install frontlint[formats]"
    monkeypatch.setattr(
        "frontlint.schema.engine.unchecked_formats", lambda lib, _: unchecked_formats(lib, STDLIB)
    )
    again = Catalog(catalog.kinds, catalog._root)
    assert again.format_notes() == ("format uri is not checked: install frontlint[formats]",)


@pytest.mark.parametrize("name", CHECKED_BY_BOTH)
def test_both_engines_check_the_formats_of_the_extra(tmp_path: Path, name: str) -> None:
    assert name in EXTRA
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "properties": {"a": {"format": name}},
    }
    (tmp_path / "own.schema.json").write_text(json.dumps(schema), encoding="utf-8")
    library = load("own.schema.json", tmp_path)
    wrong = page({"a": CHECKED_BY_BOTH[name]}).data
    assert not engine_for(library).is_valid(wrong)
    assert not PythonEngine(library).is_valid(wrong)


def test_a_run_without_wheels_says_it_once(tmp_path: Path) -> None:
    project = make_project(
        tmp_path, {"content/a.md": "---\nlink: x\n---\n", "content/b.md": "---\nlink: y\n---\n"}
    )
    (project / "own.schema.json").write_text(json.dumps(SCHEMA), encoding="utf-8")
    kind = '[[extend-schemas]]\nname = "own"\nfiles = ["content/*"]\nschema = "own.schema.json"\n'
    (project / "frontlint.toml").write_text(kind, encoding="utf-8")
    hidden = ("jsonschema_rs", "rfc3987", "rfc3987_syntax", "rfc3986_validator")
    code = (
        f"import sys; sys.modules.update(dict.fromkeys({hidden!r}))\n"
        f"sys.argv = ['frontlint', 'check', {str(project)!r}, '--no-cache', '-j1']\n"
        "from frontlint.__main__ import main; main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("format uri is not checked: install frontlint[formats]") == 1
