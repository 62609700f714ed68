"""Both engines, one verdict: on the fixtures, on invented documents, and on data that is no JSON."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontlint.frontmatter.document import Data
from frontlint.schema.complaints import strongest
from frontlint.schema.engine import Engine, PythonEngine, RustEngine
from frontlint.schema.faults import Expander
from frontlint.schema.library import Json, Library
from frontlint.schema.load import load
from frontlint.schema.locate import built_in_names
from frontlint.schema.shape import Shape
from unit.schema.support_schema import RESOURCE, TAG, document

RULES = Path(__file__).parents[2] / "rules"
GROUP = ("missing-field", "unknown-field", "wrong-type", "bad-value", "bad-length", "deprecated-field")
FIXTURES = sorted(path for rule in GROUP for path in (RULES / rule).rglob("*.md"))
LIBRARIES = {name: load(name) for name in built_in_names()}
ENGINES = {name: (RustEngine(library), PythonEngine(library)) for name, library in LIBRARIES.items()}


def verdict(library: Library, engine: Engine, data: Data) -> set[tuple[str, str, str]]:
    if engine.is_valid(data):
        return set()
    faults = strongest(Expander(library, data).faults(engine.errors(data)))
    assert faults, "an engine that says no says why"
    return {(fault.rule, repr(fault.route), fault.keyword) for fault in faults}


def assert_same(name: str, data: Data) -> None:
    library = LIBRARIES[name]
    fitted = Shape(library, [library.root]).fit(data).data
    rust, python = (verdict(library, engine, fitted) for engine in ENGINES[name])
    assert rust == python


@pytest.mark.parametrize("name", built_in_names())
def test_fixtures(name: str) -> None:
    assert FIXTURES
    for path in FIXTURES:
        assert_same(name, document(path.read_text(encoding="utf-8")).data)


SCALARS: st.SearchStrategy[Json] = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 2000),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=20),
    st.sampled_from(
        ["aB3-dE_fG9h", "roof-garden", "2025-11-01T09:00:00Z", "fa-cog", "x" * 200, "blog", "yes"]
    ),
)
VALUES: st.SearchStrategy[Json] = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(["title", "cards", "Priority", "main", "platform", "x"]), inner, max_size=3
        ),
    ),
    max_leaves=6,
)
NAMES = sorted({name for library in LIBRARIES.values() for name in Shape(library, [library.root]).names})


@pytest.mark.parametrize("name", built_in_names())
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_invented_documents(name: str, data: st.DataObject) -> None:
    start = data.draw(st.sampled_from([{}, TAG, RESOURCE]))
    changes = data.draw(st.dictionaries(st.sampled_from([*NAMES, "other", "TITLE"]), VALUES, max_size=5))
    gone = data.draw(st.sets(st.sampled_from(sorted(TAG)), max_size=3))
    page = {key: value for key, value in {**start, **changes}.items() if key not in gone}
    assert_same(name, page)


@pytest.mark.parametrize("value", ["\ud800", 10**400, float("nan")])
def test_data_that_is_no_json(value: Json) -> None:
    engine = ENGINES["page"][0]
    assert engine.is_valid({"anything": value})
    assert not engine.is_valid({"anything": value, "title": [value]})
    assert [error.route for error in engine.errors({"anything": value, "title": [value]})] == [("title",)]
