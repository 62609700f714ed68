"""The schemas that ship: valid, offline, and written for authors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from frontlint.schema.catalog import Catalog
from frontlint.schema.engine import engine_for
from frontlint.schema.library import Json, Library, Node, every_node
from frontlint.schema.load import _built_in, load
from frontlint.schema.locate import BASE, built_in_file, built_in_names, schemas_folder
from frontlint.schema.notes import KEY, check_notes
from frontlint.schema.user_file import _references

FILES = sorted(schemas_folder().rglob("*.schema.json"))
NAMES = (*built_in_names(), "frontlint", "report")


def properties(library: Library) -> Iterator[tuple[str, Node | None]]:
    """Every property of every document, with the schema object behind it."""
    for address, document in library.documents.items():
        for node in every_node(Node(document, address)):
            declared = node.schema.get("properties")
            if isinstance(declared, dict):
                for name, schema in declared.items():
                    yield name, node.enter(schema)


def written(library: Library, node: Node | None, part: str) -> Json:
    """A part of a schema object, or of what it refers to."""
    while node is not None:
        if part in node.schema:
            return node.schema[part]
        ref = node.schema.get("$ref")
        node = library.resolve(node, ref) if isinstance(ref, str) else None
    return None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_valid_against_its_metaschema(path: Path) -> None:
    schema: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert built_in_file(schema["$id"]) == path


@pytest.mark.parametrize(
    "name", ["..:pyproject", "../tag", "tag/../tag", "", ":", "tag:", "C:tag", "nothing"]
)
def test_a_name_leads_to_no_other_file(name: str) -> None:
    assert built_in_file(BASE + name) is None


def test_no_schema_names_an_address_that_could_be_fetched() -> None:
    for path in FILES:
        names = re.findall(r'"\$(?:id|ref)": "([^"]*)"', path.read_text(encoding="utf-8"))
        assert names, path
        assert all(name.startswith(("#", BASE)) for name in names), path


@pytest.mark.parametrize("name", NAMES)
def test_references_lead_to_files_of_the_folder(name: str) -> None:
    library = load(name)
    for node in every_node(library.root):
        ref = node.schema.get("$ref")
        if isinstance(ref, str):
            assert ref.startswith(("#", BASE))
            assert library.resolve(node, ref) is not None
    engine_for(library)


@pytest.mark.parametrize("name", NAMES)
def test_every_property_speaks_to_authors(name: str) -> None:
    library = load(name)
    for key, node in properties(library):
        if node is not None and set(node.schema) <= CONDITIONS:
            continue  # part of a condition: the property itself is described where it is declared
        for part in ("title", "description"):
            text = written(library, node, part)
            assert isinstance(text, str), f"{name}: {key} has no {part}"
            assert text.strip(), f"{name}: {key} has an empty {part}"
            assert len(text) < 240, f"{name}: the {part} of {key} is too long to hover"


CONDITIONS = {KEY, "const", "pattern", "type", "anyOf", "allOf", "minItems"}


@pytest.mark.parametrize("name", NAMES)
def test_annotations_are_well_formed(name: str) -> None:
    check_notes(load(name))


@pytest.mark.parametrize("name", NAMES)
def test_deprecated_fields_name_their_successor(name: str) -> None:
    library = load(name)
    for key, node in properties(library):
        if written(library, node, "deprecated"):
            note = written(library, node, KEY)
            assert isinstance(note, dict)
            assert isinstance(note["fix"], dict), key
            assert note["fix"]["deprecated-field"], key


def test_every_built_in_kind_has_its_schema() -> None:
    catalog = Catalog()
    assert {kind.schema for kind in catalog.kinds} == set(built_in_names())
    catalog.check()


CONFIGURATION = {
    "required-version": ">=0.1,<1",
    "source": "site",
    "exclude": ["content/**/_drafts/"],
    "baseline": ".frontlint-baseline.jsonl",
    "fail-on": "error",
    "rules": {
        "ignore": ["weight-step"],
        "severity": {"unknown-field": "info"},
        "per-path": {"content/resources/videos/**": {"ignore": ["sitemap"]}},
        "options": {"headline-stale": {"before": "2025-05-23T09:00:00Z"}},
    },
    "schemas": [
        {
            "name": "tag",
            "files": ["content/tags/**/_index.md"],
            "when": {"has": ["ItemKind"]},
            "schema": "tag",
        }
    ],
}


def test_configuration_schema() -> None:
    engine = engine_for(load("frontlint"))
    assert engine.is_valid(json.loads(json.dumps(CONFIGURATION)))
    assert engine.is_valid({})
    assert not engine.is_valid({"excludes": []})
    assert not engine.is_valid({"rules": {"severity": {"bad-date": "fatal"}}})
    assert not engine.is_valid({"schemas": [{"name": "tag"}]})


def report(**changes: Json) -> dict[str, Json]:
    place: Json = {"line": 41, "column": 3}
    finding: dict[str, Json] = {
        "rule": "alias-collision",
        "severity": "error",
        "message": "two claims",
        "help": "remove one",
        "path": "content/tags/a/_index.md",
        "field": "/aliases/3",
        "start": place,
        "end": place,
        "related": [
            {"path": "content/tags/b/_index.md", "start": place, "end": place, "message": "the other"}
        ],
        "fix": None,
    }
    counts = ("pages", "errors", "warnings", "info", "fixable", "suppressed", "accepted", "seconds")
    return {
        "schema_version": 1,
        "tool": {"name": "frontlint", "version": "1"},
        "summary": dict.fromkeys(counts, 0),
        "findings": [{**finding, **changes}],
        "accepted": [],
        "settings": [],
    }


def test_report_schema() -> None:
    engine = engine_for(load("report"))
    assert engine.is_valid(report())
    assert engine.is_valid(report(field=None))
    assert not engine.is_valid(report(severity="fatal"))
    assert not engine.is_valid(report(start={"line": 0, "column": 1}))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_references_are_written_as_the_quick_reading_expects(file: Path) -> None:
    address = json.loads(file.read_text(encoding="utf-8"))["$id"]
    schema, refers_to = _built_in(address)
    assert set(refers_to) == set(_references(Node(schema, address)))
