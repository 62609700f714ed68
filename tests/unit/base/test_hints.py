"""`hints` has what hints are made of, and no module imports `typing` for them."""

from __future__ import annotations

import ast
import typing
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import frontlint
from frontlint.base import hints, record

_TEXT = """
T = TypeVar("T", bound=str)
P = ParamSpec("P")
Alias: TypeAlias = Callable[[Any], bool | None] | dict[str, Any] | list[Any]
Either: TypeAlias = str | Any
Other: TypeAlias = Any | str

class Spoken(Protocol):
    kept: ClassVar[int] = 1
    def speak(self) -> str: ...

class Dog(Spoken):
    def speak(self) -> str:
        return "bow"

class Held(NamedTuple, Generic[T]):
    value: T
    most: Final = 3

class Box(Generic[T]):
    pass

made = cast("Dog", Dog()).speak(), Held("x").value, Box().__class__.__name__, Spoken.kept
"""


@pytest.mark.parametrize("names", [vars(typing), vars(hints)], ids=["typing", "hints"])
def test_what_is_written_with_them_does_the_same(names: dict[str, object]) -> None:
    module: dict[str, object] = {
        **names,
        "Callable": Callable,
        "NamedTuple": record.NamedTuple,
        "__name__": "m",
    }
    exec(_TEXT, module)
    assert module["made"] == ("bow", "x", "Box", 1)


def test_no_module_imports_typing_when_it_is_imported() -> None:
    for path in Path(frontlint.__file__).parent.rglob("*.py"):
        if path.name != "through_typer.py":
            for node in _run_at_import(ast.parse(path.read_bytes()).body):
                named = [node.module] if isinstance(node, ast.ImportFrom) else [n.name for n in node.names]
                assert "typing" not in named, f"{path}:{node.lineno}: take it from frontlint.base.hints"


def _run_at_import(body: list[ast.stmt]) -> Iterator[ast.Import | ast.ImportFrom]:
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If) and "TYPE_CHECKING" not in ast.dump(node.test):
            yield from _run_at_import([*node.body, *node.orelse])
        elif isinstance(node, ast.Try | ast.ClassDef):
            yield from _run_at_import(node.body)
