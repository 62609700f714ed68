"""Records behave as those of the standard library, whose types the checkers see."""

from __future__ import annotations

import ast
import copy
import dataclasses
import pickle
import subprocess
import sys
import typing
from pathlib import Path
from typing import Any, Generic, TypeVar

import pytest

import frontlint
from frontlint.base import record

T = TypeVar("T")
_FIELDS = "abcdefghijklmnop"
_RECORD: Any = type(record.NamedTuple)
_replace: Any = record.replace


class Point(record.NamedTuple):
    """A point."""

    x: int
    y: int = 2

    @property
    def sum(self) -> int:
        return self.x + self.y


class Model(typing.NamedTuple):
    x: int
    y: int = 2


class Held(record.NamedTuple, Generic[T]):
    value: T
    route: tuple[str, ...] = ()


@record.dataclass(frozen=True, slots=True)
class Frozen:
    """Frozen."""

    name: str
    size: int = 1
    more: dict[str, int] = record.field(default_factory=dict)
    kept: list[int] = record.field(default_factory=list, repr=False, compare=False)

    @property
    def double(self) -> int:
        return self.size * 2


@dataclasses.dataclass(frozen=True, slots=True)
class FrozenModel:
    name: str
    size: int = 1
    more: dict[str, int] = dataclasses.field(default_factory=dict)
    kept: list[int] = dataclasses.field(default_factory=list, repr=False, compare=False)


@record.dataclass(frozen=True)
class Derived:
    parts: tuple[int, ...] = ()
    total: int = record.field(init=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "total", sum(self.parts))


@record.dataclass(slots=True)
class Loose:
    name: str
    size: int = record.field(default=1, metadata={"about": "How big."})


_CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, 3), {}),
    ((), {"x": 1}),
    ((1,), {"y": 4}),
    ((), {"y": 4, "x": 1}),
    ((), {}),
    ((1, 2, 3), {}),
    ((1,), {"x": 1}),
    ((1,), {"z": 1}),
]


@pytest.mark.parametrize(("given", "named"), _CALLS)
def test_a_tuple_takes_what_the_model_takes(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    assert _answer(Point, given, named) == _answer(Model, given, named)


_WORDS = {"x": "name", "y": "size", "z": "unknown"}


@pytest.mark.parametrize(("given", "named"), [*_CALLS, ((1, 2, {"a": 1}, [], 5), {})])
@pytest.mark.parametrize(("made", "model"), [(Frozen, FrozenModel)])
def test_a_class_takes_what_the_model_takes(
    made: type[Any], model: type[Any], given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    named = {_WORDS[key]: value for key, value in named.items()}
    assert _answer(made, given, named) == _answer(model, given, named)


def _answer(cls: type[Any], given: tuple[Any, ...], named: dict[str, Any]) -> str:
    try:
        return repr(cls(*given, **named)).replace("Model", "Point" if cls is Model else "")
    except TypeError:
        return "TypeError"


@pytest.mark.parametrize("count", range(17))
def test_a_tuple_may_have_any_number_of_fields(count: int) -> None:
    names = _FIELDS[:count]
    made: Any = _RECORD(
        "Made", (record.NamedTuple,), {"__annotations__": dict.fromkeys(names, int), "__module__": __name__}
    )
    value = made(**{name: at for at, name in enumerate(names)})
    assert value == made(*range(count)) == tuple(range(count))
    assert [getattr(value, name) for name in names] == list(range(count))
    assert made._fields == tuple(names)


def test_a_tuple_has_the_methods_of_its_model() -> None:
    point = Point(1)
    assert (point, point.sum, repr(point)) == ((1, 2), 3, "Point(x=1, y=2)")
    assert point._replace(y=5) == (1, 5)
    assert point._asdict() == {"x": 1, "y": 2}
    assert Point._make([3, 4]) == Point(3, 4)
    assert (Point._field_defaults, Point.__match_args__) == ({"y": 2}, ("x", "y"))
    for same in (
        copy.copy(point),
        *(pickle.loads(pickle.dumps(point, one)) for one in range(pickle.HIGHEST_PROTOCOL + 1)),
    ):
        assert (same, type(same)) == (point, Point)
    assert Held[int](3).value == Held(3).value == 3
    with pytest.raises(ValueError):
        point._replace(z=1)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Point._make([1])
    with pytest.raises(AttributeError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError):
        point.other = 2  # type: ignore[attr-defined]


def test_a_field_without_a_default_comes_first() -> None:
    namespace = {"__annotations__": {"x": int, "y": int}, "x": 1, "__module__": __name__}
    with pytest.raises(TypeError):
        _RECORD("Made", (record.NamedTuple,), namespace)


def test_a_frozen_class_is_frozen_and_compared_by_value() -> None:
    one, same = Frozen("a", kept=[1]), Frozen("a", kept=[2])
    assert one == same
    assert one != Frozen("b")
    assert one != FrozenModel("a")  # type: ignore[comparison-overlap]
    assert one.more is not same.more
    assert one.double == 2
    assert hash(Derived((1, 2))) == hash(Derived((1, 2)))
    with pytest.raises(AttributeError):
        one.name = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        del one.name
    with pytest.raises(AttributeError):
        object.__setattr__(one, "other", 1)


def test_a_class_is_copied_and_replaced() -> None:
    one = Frozen("a", 3, {"k": 1}, [5])
    for other in (pickle.loads(pickle.dumps(one)), copy.deepcopy(one)):
        assert (other, other.kept) == (one, [5])
    assert record.replace(one, size=4) == dataclasses.replace(one, size=4) == Frozen("a", 4, {"k": 1})
    assert record.replace(Derived((1,)), parts=(2, 3)).total == 5
    with pytest.raises(ValueError):
        record.replace(Derived(), total=1)
    with pytest.raises(TypeError):
        _replace(one, other=1)


def test_a_loose_class_may_change_and_has_no_hash() -> None:
    loose = Loose("a")
    loose.size = 5
    assert loose == Loose("a", 5)
    with pytest.raises(TypeError):
        hash(loose)
    about = [item.metadata.get("about") for item in record.fields(loose)]
    assert about == [None, "How big."]
    assert record.is_dataclass(loose)
    assert not record.is_dataclass(Point(1))


def test_a_shared_default_that_can_change_is_refused() -> None:
    with pytest.raises(ValueError):
        record.dataclass(frozen=True)(type("Shared", (), {"__annotations__": {"kept": "list"}, "kept": []}))


def test_no_module_takes_the_dear_ones() -> None:
    for path in Path(frontlint.__file__).parent.rglob("*.py"):
        if path.name in ("record.py", "through_typer.py"):  # Typer imports them in any case
            continue
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom):
                dear = node.module == "dataclasses" or any(n.name == "NamedTuple" for n in node.names)
                assert not dear or node.module == "frontlint.base.record", f"{path}:{node.lineno}"
            if isinstance(node, ast.Import):
                assert not {"dataclasses", "inspect"} & {n.name for n in node.names}, f"{path}:{node.lineno}"


def test_records_import_nothing_dear() -> None:
    code = "import sys; import frontlint.base.record; print({'inspect', 'dataclasses'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "set()"
