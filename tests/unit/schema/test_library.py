"""A user's own schemas: any draft, references beside them and to ours, and clear words for a broken one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from frontlint.base.errors import UsageError
from frontlint.schema.catalog import Catalog, PageKind
from frontlint.schema.library import Json
from frontlint.schema.load import load
from unit.schema.support_schema import page, said, user_checker


def write(path: Path, schema: Json) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(schema), encoding="utf-8")


def test_a_reference_to_a_file_beside_it(tmp_path: Path) -> None:
    write(tmp_path / "parts" / "year.json", {"$defs": {"year": {"type": "integer", "minimum": 1900}}})
    schema: dict[str, Json] = {"properties": {"year": {"$ref": "parts/year.json#/$defs/year"}}}
    assert said(user_checker(tmp_path, schema).violations(page({"year": 1800}))) == {
        ("bad-value", "year", "error")
    }


@pytest.mark.parametrize("address", ["https://example.org/own.schema.json", "urn:example:own"])
def test_an_id_of_its_own(tmp_path: Path, address: str) -> None:
    write(tmp_path / "year.json", {"type": "integer"})
    ref = "year.json" if address.startswith("https") else "#/$defs/year"
    schema: dict[str, Json] = {
        "$id": address,
        "properties": {"year": {"$ref": ref}},
        "$defs": {"year": {"type": "integer"}},
    }
    assert said(user_checker(tmp_path, schema).violations(page({"year": "x"}))) == {
        ("wrong-type", "year", "error")
    }


def test_a_reference_by_id(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "$id": "https://example.org/other-name.json",
        "properties": {"a": {"$ref": "https://example.org/other-name.json#/$defs/word"}},
        "$defs": {"word": {"type": "string"}},
    }
    assert said(user_checker(tmp_path, schema).violations(page({"a": 1}))) == {("wrong-type", "a", "error")}


def test_a_part_with_an_id_of_its_own(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "properties": {"a": {"$ref": "word.json"}, "b": {"$ref": "word.json#/$defs/short"}},
        "$defs": {"x": {"$id": "word.json", "type": "string", "$defs": {"short": {"maxLength": 1}}}},
    }
    found = said(user_checker(tmp_path, schema).violations(page({"a": 1, "b": "xx"})))
    assert found == {("wrong-type", "a", "error"), ("bad-length", "b", "warning")}


def test_a_file_with_an_id_of_its_own_refers_to_its_neighbours(tmp_path: Path) -> None:
    write(tmp_path / "parts" / "year.json", {"$id": "https://example.org/p/year.json", "$ref": "number.json"})
    write(tmp_path / "parts" / "number.json", {"type": "integer"})
    checker = user_checker(tmp_path, {"properties": {"year": {"$ref": "parts/year.json"}}})
    assert said(checker.violations(page({"year": "x"}))) == {("wrong-type", "year", "error")}
    assert said(checker.violations(page({"year": 1900}))) == set()


def test_a_reference_to_our_definitions(tmp_path: Path) -> None:
    ref = "urn:frontlint:schema:definitions:resource-id"
    checker = user_checker(tmp_path, {"properties": {"key": {"$ref": ref}}})
    assert said(checker.violations(page({"key": "short"}))) == {("bad-value", "key", "error")}


@pytest.mark.parametrize(
    ("draft", "definitions"),
    [
        ("http://json-schema.org/draft-06/schema#", "definitions"),
        ("http://json-schema.org/draft-07/schema#", "definitions"),
        ("https://json-schema.org/draft/2019-09/schema", "$defs"),
        ("https://json-schema.org/draft/2020-12/schema", "$defs"),
    ],
)
def test_any_draft(tmp_path: Path, draft: str, definitions: str) -> None:
    schema: dict[str, Json] = {
        "$schema": draft,
        "properties": {"a": {"$ref": f"#/{definitions}/word"}},
        "dependencies": {"a": ["b"]} if "draft-0" in draft else {},
        definitions: {"word": {"type": "string", "maxLength": 2}},
    }
    found = said(user_checker(tmp_path, schema).violations(page({"a": "long"})))
    assert ("bad-length", "a", "warning") in found
    assert (("missing-field", "b", "error") in found) is ("draft-0" in draft)


def test_anchors(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "properties": {"a": {"$ref": "#word"}},
        "$defs": {"x": {"$anchor": "word", "type": "string"}},
    }
    assert said(user_checker(tmp_path, schema).violations(page({"a": 1}))) == {("wrong-type", "a", "error")}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "own.json:1: the schema is not JSON"),
        ("[]", "own.json: the schema is not a JSON object"),
        ('{"a": 1 "b": 2}', "own.json:1: the schema is not JSON: a comma is missing (column 9)"),
        ('{\n"a": 1,\n}', "own.json:2: the schema is not JSON: delete the comma before"),
        ("{a: 1}", "own.json:1: the schema is not JSON: a key in double quotes is missing"),
        ('{"a": x}', "own.json:1: the schema is not JSON: a value is missing, or text has no quotes"),
        ('{"a": "x}', "own.json:1: the schema is not JSON: the closing quote of this text is missing"),
        ('{"type":\n "strng"}', "own.json:2: `type` is not a type: write `string`"),
        ('{"type": "txt"}', "own.json:1: `type` is not a type: write one of string, number, "),
        ('{"properties": {"type":\n3}}', "own.json:2: `properties.type` must be an object in braces or true"),
        ('{"required": "a"}', "own.json:1: `required` must be a list in brackets"),
        ('{"minLength": -1}', "own.json:1: `minLength` must be a larger number"),
        ('{"properties": {"a": {"pattern": "("}}}', "own.json:1: `pattern` cannot be `(`: it has a group"),
        ('{"$ref": "gone.json"}', "own.json:1: the schema refers to gone.json, which is not there"),
        ('{"$ref": "#/$defs/gone"}', "own.json:1: the schema refers to #/$defs/gone, which is not there"),
        ('{"$ref": "https://example.org/x.json"}', "nothing is fetched from the network"),
        ('{"x-frontlint": {"severity": "fatal"}}', "own.json: x-frontlint has the severity fatal"),
        (
            '{"x-frontlint": {"severity": {"bad-date": "info"}}}',
            "own.json: x-frontlint gives a severity for bad-date",
        ),
        ('{"x-frontlint": {"hint": "x"}}', "own.json: x-frontlint has no part hint"),
    ],
)
def test_a_broken_schema_is_named_with_what_is_wrong(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "own.json").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        Catalog([PageKind("own", ("**",), "own.json")], tmp_path).check()
    assert says in str(raised.value)


def test_a_schema_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"^gone\.json: cannot be read"):
        load("gone.json", tmp_path)
