"""The fast yes is sound: it says valid, or not valid, only where both engines say the same."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.frontmatter.document import Data
from frontlint.schema.engine import PythonEngine, RustEngine
from frontlint.schema.library import Library, Node
from frontlint.schema.load import load
from frontlint.schema.locate import built_in_names
from frontlint.schema.quick import Quick
from frontlint.schema.quick_patterns import pattern
from support import make_project

ROOT = "urn:test:root"
KEYS = ["a", "b", "c"]

_PLAIN_PATTERNS = [
    "^[A-Za-z0-9_-]{11}$",
    "^https?://",
    "^(human|hybrid|AI)$",
    "^([Aa][Ii]|x)?$",
    "^[a-z]+(-[a-z]+)+$",
    "^[a-z][a-z0-9]*(-[a-z0-9]+)*$",
    "^a{1,3}b?$",
    r"^(0(\.[0-9]+)?|1(\.0+)?|-1|\.[0-9]+)?$",
    r"^\S(.*\S)?$",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "^a|b$",
    "a",
    r"^\d+$",
    r"^a\$",
    "^",
    "^$",
    "^[+-]x",
]
SCALARS: st.SearchStrategy[Any] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 12),
    st.sampled_from([2**53, 2**64, -(2**70), 0, 1]),
    st.sampled_from([0.0, 1.0, 2.5, -0.5, 1e300, 2.0**53]),
    st.floats(),
    st.sampled_from(
        [
            "",
            "a",
            "aab",
            "ai",
            "AI",
            "aB3-dE_fG9h",
            "a-b",
            "a\n",
            "\n",
            "ab cd",
            " a",
            "a\u2028b",
            "\U0001f600",
        ]
    ),
    st.sampled_from(
        ["2025-11-01", "2025-11-01T09:00:00Z", "https://x", "a$", "+x", "٣", "é", "\u00a0", "\ufeffa", "0.5"]
    ),
    st.text(max_size=4),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
    max_leaves=6,
)
_TYPES = st.sampled_from(["string", "integer", "number", "boolean", "null", "array", "object"])
_SIZES = st.integers(0, 4)


def _within(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """A schema object with a few keywords, each with what it may hold."""
    holds: dict[str, st.SearchStrategy[Any]] = {
        "type": _TYPES | st.lists(_TYPES, min_size=1, max_size=3, unique=True),
        "enum": st.lists(SCALARS.filter(_is_json), min_size=1, max_size=4),
        "const": SCALARS.filter(_is_json),
        "pattern": st.sampled_from(_PLAIN_PATTERNS),
        "format": st.sampled_from(["date", "date-time", "ipv4", "unheard-of"]),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), _SIZES),
        **dict.fromkeys(("minProperties", "maxProperties"), _SIZES),
        **dict.fromkeys(("minimum", "maximum"), st.integers(-3, 9) | st.sampled_from([0.5, 2.0])),
        **dict.fromkeys(("exclusiveMinimum", "exclusiveMaximum"), st.integers(-3, 9) | st.just(2.5)),
        "multipleOf": st.sampled_from([1, 2, 3, 0.5]),
        "uniqueItems": st.booleans(),
        "items": inner,
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
        "properties": st.dictionaries(st.sampled_from(KEYS), inner, max_size=3),
        "patternProperties": st.dictionaries(st.sampled_from(["^a", "b"]), inner, max_size=1),
        "additionalProperties": inner,
        "unevaluatedProperties": st.just(False),
        "propertyNames": inner,
        "contains": inner,
        "required": st.lists(st.sampled_from(KEYS), max_size=2, unique=True),
        **dict.fromkeys(("allOf", "anyOf", "oneOf"), st.lists(inner, min_size=1, max_size=3)),
        **dict.fromkeys(("not", "if", "then", "else"), inner),
        "$ref": st.sampled_from(["#/$defs/one", "#/$defs/two", "#/$defs/sure"]),
        "title": st.just("A title"),
        "x-frontlint": st.just({"after": "b"}),
        "x-other": st.just(1),
    }
    names = st.lists(st.sampled_from(sorted(holds)), max_size=4, unique=True)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: holds[name] for name in chosen}))


def _is_json(value: object) -> bool:
    return not isinstance(value, float) or abs(value) < 1e300


SCHEMAS: st.SearchStrategy[Any] = st.recursive(st.booleans() | st.just({}), _within, max_leaves=8)


def _library(schema: dict[str, Any]) -> Library:
    return Library(Node(schema, ROOT), "test", {ROOT: schema})


@st.composite
def _documents(draw: st.DrawFn) -> dict[str, Any]:
    parts = {"one": draw(SCHEMAS), "two": {"type": "string"}, "sure": {"enum": ["a", 1, True, None]}}
    return {**draw(_within(SCHEMAS)), "$defs": parts}


_told: dict[bool | None, int] = {}


@pytest.mark.slow
@settings(max_examples=2500, deadline=None)
@given(_documents(), st.lists(VALUES, min_size=1, max_size=4))
def test_a_verdict_is_that_of_both_engines(schema: dict[str, Any], values: list[Any]) -> None:
    if _leads_to_itself(schema):
        return
    library = _library(schema)
    quick = Quick(library)
    engines = [PythonEngine(library)]
    for value in values:
        verdict = quick.verdict(value)
        _told[verdict] = _told.get(verdict, 0) + 1
        if verdict is not None:
            assert [engine.is_valid(value) for engine in engines] == [verdict]
            assert _by_rust(library, value) in (verdict, None)


def _leads_to_itself(schema: dict[str, Any]) -> bool:
    """A ring of references, which loading refuses: nothing here may reach `one` from `one`."""
    return "#/$defs/one" in repr(schema["$defs"]["one"])


def _by_rust(library: Library, value: Any) -> bool | None:
    try:
        return RustEngine(library).is_valid(value)
    except ValueError:  # a pattern that it does not take
        return None


def test_it_is_not_always_unsure() -> None:
    """Runs after the one above, in the same process; alone, it has nothing to say."""
    if _told:
        assert min(_told.get(True, 0), _told.get(False, 0)) > sum(_told.values()) / 20


@settings(max_examples=1000, deadline=None)
@given(st.sampled_from(_PLAIN_PATTERNS), st.text("aAiIbxz09-_.:/ \n$+T", max_size=12))
def test_a_pattern_is_read_as_engines_read_it(expression: str, text: str) -> None:
    verdict = pattern(expression)(text)
    if verdict is not None:
        library = _library({"pattern": expression})
        assert [e.is_valid(cast("Data", text)) for e in (RustEngine(library), PythonEngine(library))] == [
            verdict
        ] * 2


@pytest.mark.parametrize(
    "expression",
    [
        "a",
        "^a|b",
        r"^\d",
        r"^\w$",
        "^.$",
        "^[^a]$",
        "^a++$",
        "^a*?$",
        r"^\bx",
        "^(?=a)",
        "^[a--b]$",
        "^(a",
        "^a)",
        "^*a",
        r"^a\$b|",
        3,
    ],
)
def test_what_is_not_plain_is_for_the_engine(expression: Any) -> None:
    assert pattern(expression)("a") is None


@pytest.mark.parametrize("expression", ["^a*a*$", "^(a?b?)+$", "^(a|b|a|b|a|b|a|b|a)?$", "^a{0,9}a{0,9}$"])
def test_what_has_many_ways_is_not_tried(expression: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "frontlint.schema.quick_patterns.re.compile", lambda *_: pytest.fail("it was given to re")
    )
    assert pattern(expression)("aaa!") is False
    assert pattern(expression)("a") is bool(re.fullmatch(expression, "a"))


@pytest.mark.parametrize(
    "schema",
    [
        {"$schema": "http://json-schema.org/draft-07/schema#"},
        {"$schema": "http://json-schema.org/draft-04/schema#", "type": "integer"},
        {"unheardOf": 1},
        {"patternProperties": {"^a": False}},
        {"properties": {"a": {"$id": "urn:other", "$ref": "#/nowhere"}}},
        {"$ref": "https://json-schema.org/draft/2020-12/schema"},
        {"$ref": "#/nowhere"},
        {"$dynamicRef": "#x"},
        {"type": "text"},
        {"required": [1]},
        {"properties": {"a": {"items": [{}]}}},
    ],
)
def test_what_is_not_known_is_for_the_engine(schema: dict[str, Any]) -> None:
    assert Quick(_library(schema)).verdict({"a": [1]}) is None


class _Word(str):
    __slots__ = ()


@pytest.mark.parametrize("value", [float("nan"), float("inf"), _Word("x"), (1,), b"x", object()])
@pytest.mark.parametrize(
    "schema", [{"type": "number"}, {"type": "string"}, {"enum": ["x", 1]}, {"minimum": 1}]
)
def test_a_value_that_is_not_json_is_for_the_engine(schema: dict[str, Any], value: Any) -> None:
    assert Quick(_library(schema)).verdict(value) is None or isinstance(value, float)


@pytest.mark.parametrize("name", built_in_names())
def test_the_shipped_schemas_are_known_to_the_last_keyword(name: str) -> None:
    library = load(name)
    quick = Quick(library)
    for address, document in library.documents.items():
        for node in _objects(Node(document, address)):
            for check in quick._checks(node):
                assert check.__name__ != "unsure", node.schema


def _objects(node: Node) -> list[Node]:
    from frontlint.schema.library import every_node

    return [one for one in every_node(node) if not _is_map(one, node)]


def _is_map(one: Node, root: Node) -> bool:
    """Maps of schemas by name, which `every_node` passes as objects."""
    return any(one.schema is node.schema.get(word) for node in _all(root) for word in ("properties", "$defs"))


def _all(root: Node) -> list[Node]:
    from frontlint.schema.library import every_node

    return list(every_node(root))


def test_a_run_of_valid_pages_imports_no_engine(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: A\ndate: 2025-01-01\ntags: [x]\n---\n"})
    code = (
        "import sys; from frontlint.cli.app import run\n"
        "run(['check', '-q', '--no-cache'])\n"
        "dear = {'jsonschema_rs', 'jsonschema', 'decimal', 'socket', 'inspect'}\n"
        "print('modules:', *(dear & set(sys.modules)))"
    )
    command = [sys.executable, "-c", code]
    run = subprocess.run(command, capture_output=True, text=True, cwd=project, check=False)
    assert run.stdout.rpartition("modules:")[2].split() == [], run.stderr
