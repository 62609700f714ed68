"""From a schema's errors to violations: which branch was meant, how strong, how spelled, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.schema.findings import place
from frontlint.schema.library import Json
from frontlint.schema.violation import Anchor
from unit.schema.support_schema import Found, document, page, said, user_checker


def check(folder: Path, schema: dict[str, Json], data: dict[str, Json]) -> Found:
    return said(user_checker(folder, schema).violations(page(data)))


def one_message(folder: Path, schema: dict[str, Json], data: dict[str, Json]) -> tuple[str, str]:
    (found,) = user_checker(folder, {"properties": schema}).violations(page(data))
    return found.message, found.help


TEXT_OR_LIST: Json = {
    "anyOf": [{"type": "string", "minLength": 2}, {"type": "array", "items": {"type": "string"}}]
}


@pytest.mark.parametrize(
    ("value", "found"),
    [
        ("ok", set()),
        ("x", {("bad-length", "a", "warning")}),
        (["x", 1], {("wrong-type", "a/1", "error")}),
        ({"x": 1}, {("wrong-type", "a", "error")}),
    ],
)
def test_any_of_takes_the_branch_of_the_values_type(tmp_path: Path, value: Json, found: Found) -> None:
    assert check(tmp_path, {"properties": {"a": TEXT_OR_LIST}}, {"a": value}) == found


def test_any_of_no_type_fits_names_them_all(tmp_path: Path) -> None:
    message, _ = one_message(tmp_path, {"a": TEXT_OR_LIST}, {"a": {"x": 1}})
    assert message == "`a` must be text or a list, but it is a map"


SHAPES: Json = {
    "oneOf": [
        {
            "type": "object",
            "properties": {"kind": {"const": "round"}, "radius": {"type": "number"}},
            "required": ["radius"],
        },
        {
            "type": "object",
            "properties": {"kind": {"const": "square"}},
            "required": ["side", "colour", "name"],
        },
    ]
}


def test_one_of_takes_the_branch_whose_mark_fits(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"properties": {"a": SHAPES}}
    assert check(tmp_path, schema, {"a": {"kind": "square", "side": 1, "name": 1}}) == {
        ("missing-field", "a/colour", "error")
    }
    assert check(tmp_path, schema, {"a": {"kind": "round"}}) == {("missing-field", "a/radius", "error")}


def test_one_of_that_fits_twice(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"properties": {"a": {"oneOf": [{"type": "string"}, {"minLength": 1}]}}}
    assert check(tmp_path, schema, {"a": "x"}) == {("bad-value", "a", "error")}


def test_if_speaks_through_its_branch(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "if": {"properties": {"kind": {"const": "video"}}, "required": ["kind"]},
        "then": {"required": ["id"], "x-frontlint": {"severity": "info"}},
        "else": {"properties": {"id": False}},
    }
    assert check(tmp_path, schema, {"kind": "video"}) == {("missing-field", "id", "info")}
    assert check(tmp_path, schema, {"kind": "post", "id": 1}) == {("unknown-field", "id", "warning")}


def test_severity_goes_from_the_failing_object_outward(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "required": ["a", "b", "c"],
        "additionalProperties": False,
        "x-frontlint": {"severity": {"unknown-field": "error"}},
        "properties": {
            "a": {"x-frontlint": {"severity": "warning"}},
            "b": {"$ref": "#/$defs/b", "x-frontlint": {"severity": {"missing-field": "info"}}},
            "c": {"$ref": "#/$defs/b"},
            "d": {"$ref": "#/$defs/d", "x-frontlint": {"severity": {"bad-length": "error"}}},
        },
        "$defs": {
            "b": {"x-frontlint": {"severity": {"missing-field": "warning"}}},
            "d": {"allOf": [{"maxLength": 1, "x-frontlint": {"severity": "info"}}, {"maxLength": 3}]},
        },
    }
    assert check(tmp_path, schema, {"d": "xx", "zzz": 1}) == {
        ("missing-field", "a", "warning"),
        ("missing-field", "b", "info"),
        ("missing-field", "c", "warning"),
        ("bad-length", "d", "info"),
        ("unknown-field", "zzz", "error"),
    }
    assert ("bad-length", "d", "error") in check(tmp_path, schema, {"d": "xxxx"})


def test_where_the_type_is_wrong_nothing_more_is_said_of_the_value(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"properties": {"a": {"type": "string", "enum": ["x"], "deprecated": True}}}
    assert check(tmp_path, schema, {"a": 1}) == {
        ("wrong-type", "a", "error"),
        ("deprecated-field", "a", "info"),
    }


def test_a_key_without_a_value_counts_as_missing(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"properties": {"a": {"type": "string"}, "b": {"type": ["string", "null"]}}}
    (found,) = user_checker(tmp_path, schema).violations(page({"a": None, "b": None}))
    assert (found.rule, found.message, found.anchor) == ("missing-field", "`a` has no value", Anchor.KEY)


def test_keys_are_read_in_any_case_and_said_as_written(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "required": ["ResourceId"],
        "additionalProperties": False,
        "properties": {
            "ResourceId": {"type": "string"},
            "headline": {"properties": {"Title": {"type": "string"}}, "additionalProperties": False},
            "list": {"items": {"properties": {"Name": {"type": "string"}}}},
        },
    }
    data: dict[str, Json] = {"resourceid": 1, "HeadLine": {"title": 2}, "LIST": [{"name": 3}, {"Name": "x"}]}
    assert check(tmp_path, schema, data) == {
        ("wrong-type", "resourceid", "error"),
        ("wrong-type", "HeadLine/title", "error"),
        ("wrong-type", "LIST/0/name", "error"),
    }
    assert check(tmp_path, schema, {"ResourceId": "x", "resourceid": 1}) == set()


def test_did_you_mean_inside_of_lists_and_free_maps(tmp_path: Path) -> None:
    entry: Json = {"properties": {"name": {}, "files": {}}, "additionalProperties": False}
    schema: dict[str, Json] = {
        "properties": {"list": {"items": entry}, "map": {"additionalProperties": entry}}
    }
    data: dict[str, Json] = {"list": [{"nmae": 1}], "map": {"any": {"fils": 1, "name": 2}}}
    found = user_checker(tmp_path, schema).violations(page(data))
    assert {one.help for one in found} == {"rename it to `name`", "rename it to `files`"}


def test_deprecated_deep_down(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"properties": {"a": {"items": {"properties": {"old": {"deprecated": True}}}}}}
    assert check(tmp_path, schema, {"a": [{}, {"OLD": 1}]}) == {("deprecated-field", "a/1/OLD", "info")}


def test_recursive_schema(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"properties": {"child": {"$ref": "#"}, "n": {"type": "integer"}}}
    assert check(tmp_path, schema, {"child": {"child": {"n": "x"}}}) == {
        ("wrong-type", "child/child/n", "error")
    }


@pytest.mark.parametrize(
    ("schema", "value", "message", "help_"),
    [
        (
            {"enum": ["video", "blog", "book"]},
            "blgo",
            "`a` cannot be `blgo`",
            "write `blog` (or `book` or `video`)",
        ),
        ({"enum": [True, None]}, "x", "`a` cannot be `x`", "write `true`"),
        ({"const": True}, 1, "`a` must be `true`, but it is `1`", "write `a: true`"),
        ({"type": "string"}, 5, "`a` must be text, but it is the number `5`", 'write `a: "5"`'),
        (
            {"type": "array"},
            "x",
            "`a` must be a list, but it is the text `x`",
            "write `a: [x]`",
        ),
        (
            {"type": ["string", "number", "null"]},
            [],
            "`a` must be text, but it is a list",
            'write text, such as `a: "…"`',
        ),
        (
            {"type": "integer"},
            True,
            "`a` must be a whole number, but it is `true`",
            "write a whole number, such as `a: 1`",
        ),
        ({"minimum": 3}, 2, "`a` is `2`, which is less than 3", "write 3 or more"),
        ({"multipleOf": 5}, 2, "`a` is `2`, which is not a multiple of 5", "write a multiple of 5"),
        ({"maxItems": 1}, [1, 2], "`a` has 2 items, more than 1", "keep at most 1 of the 2 items"),
        ({"minProperties": 1}, {}, "`a` is empty", "write a value, or delete the line"),
        ({"minLength": 2}, "x", "`a` has 1 character, fewer than 2", "write at least 2 characters (now 1)"),
        ({"uniqueItems": True}, [1, 1], "`a` has the same item twice", "delete the second of the two"),
        ({"contains": {"const": 5}}, [1], "`a` lacks an item that it must have", ""),
        ({"not": {"const": "x"}}, "x", "`a` cannot be `x`", "write another value"),
        (
            {"pattern": "^b+$", "examples": ["bbb"]},
            "x",
            "`a` cannot be `x`: it must have another form",
            "write it like `a: bbb`",
        ),
        (
            {"format": "date-time"},
            "x",
            "`a` must be a time such as `2025-11-01T09:00:00Z`, but it is `x`",
            "write it like `a: 2025-11-01T09:00:00Z`",
        ),
        (
            {"format": "email", "description": "Who to ask."},
            "x",
            "`a` must be an e-mail address, but it is `x`",
            'write it like `a: "author@example.org"`',
        ),
        (
            {"pattern": "^b", "x-frontlint": {"message": "{field} {value} has no b", "fix": "add b"}},
            "x",
            "`a` `x` has no b",
            "add b",
        ),
        ({"prefixItems": [True], "items": False}, [1, 2], None, None),
    ],
)
def test_words(tmp_path: Path, schema: Json, value: Json, message: str | None, help_: str | None) -> None:
    text = f"---\na: {_flow(value)}\n---\n"
    (found,) = user_checker(tmp_path, {"properties": {"a": schema}}).violations(document(text))
    if message is not None:
        assert (found.message, found.help) == (message, help_)


def _flow(value: Json) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def test_messages_stay_short_whatever_the_value(tmp_path: Path) -> None:
    checker = user_checker(tmp_path, {"properties": {"k" * 60: {"enum": ["x"]}}})
    (found,) = checker.violations(page({"k" * 60: "long " * 500}))
    assert len(found.message) < 120


def test_keys_of_a_map(tmp_path: Path) -> None:
    schema: dict[str, Json] = {
        "propertyNames": {"maxLength": 3},
        "dependentRequired": {"a": ["b"]},
        "patternProperties": {"^x": {"type": "string"}},
    }
    assert check(tmp_path, schema, {"a": 1, "long": 1, "x1": 2}) == {
        ("bad-value", "long", "error"),
        ("missing-field", "b", "error"),
        ("wrong-type", "x1", "error"),
    }


def test_unevaluated(tmp_path: Path) -> None:
    schema: dict[str, Json] = {"allOf": [{"properties": {"a": {}}}], "unevaluatedProperties": False}
    assert check(tmp_path, schema, {"a": 1, "b": 2, "c": 3}) == {
        ("unknown-field", "b", "warning"),
        ("unknown-field", "c", "warning"),
    }


@pytest.mark.parametrize(
    ("text", "points_at"),
    [
        ("---\n# note\nzeta: 1\nalpha: 2\n---\n", "zeta"),
        ("---\n---\n", "---"),
        ('{"zeta": 1}\n', "zeta"),
        ("+++\nzeta = 1\n+++\n", "zeta"),
    ],
)
def test_a_missing_field_points_at_the_first_key_or_the_fence(
    tmp_path: Path, text: str, points_at: str
) -> None:
    read = document(text)
    (found,) = user_checker(tmp_path, {"required": ["title"]}).violations(read)
    span = place(read, found)
    assert read.source.text[span.start : span.end].strip('"\n') == points_at


def test_places(tmp_path: Path) -> None:
    read = document("---\na: [x, 5]\nb: {}\nold: 1\nzz: 1\n---\n")
    schema: dict[str, Json] = {
        "properties": {
            "a": {"items": {"type": "string"}},
            "b": {"required": ["c"]},
            "old": {"deprecated": True},
        },
        "additionalProperties": False,
    }
    found = user_checker(tmp_path, schema).violations(read)
    spans = {one.route: place(read, one) for one in found}
    texts = {route: read.source.text[span.start : span.end] for route, span in spans.items()}
    assert texts == {("a", 1): "5", ("b", "c"): "{}", ("old",): "old", ("zz",): "zz"}
