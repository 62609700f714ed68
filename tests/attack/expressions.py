"""Finds every expression of `src`, by its syntax: module constants, literals in functions, and built ones."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import frontlint

SRC = Path(frontlint.__file__).parent
METHODS = frozenset({"match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split"})
_WORDS = ("lazy_pattern", "re.compile", *(f".{method}(" for method in METHODS))
_PUBLIC: dict[str, set[str]] = defaultdict(set)


class Found(NamedTuple):
    """An expression: `FILE:NAME` of the constant or the function, its texts, and how it is used.

    No text where it is built at run time, no use where the syntax does not show it.
    """

    key: str
    expressions: tuple[re.Pattern[str], ...]
    uses: frozenset[str]


@cache
def all_found() -> dict[str, Found]:
    """Every expression, by its key."""
    texts = {path: path.read_text("utf-8") for path in sorted(SRC.rglob("*.py")) if path.name != "pattern.py"}
    trees = {
        path.relative_to(SRC).as_posix(): ast.parse(text)
        for path, text in texts.items()
        if any(word in text for word in _WORDS)
    }
    uses = {name: _uses(tree) for name, tree in trees.items()}
    for seen in uses.values():
        for constant, methods in seen.items():
            if not constant.startswith("_"):
                _PUBLIC[constant] |= methods
    found: dict[str, Found] = {}
    for name, tree in trees.items():
        for one in _in_file(name, tree, uses[name]):
            before = found.get(one.key, Found(one.key, (), frozenset()))
            both = tuple(dict.fromkeys(before.expressions + one.expressions))
            found[one.key] = Found(one.key, both, before.uses | one.uses)
    return found


def _uses(tree: ast.AST) -> dict[str, set[str]]:
    """Which methods of which names are called: `_LINE.match(...)`, `patterns.GO_DATE.sub(...)`."""
    seen: dict[str, set[str]] = defaultdict(set)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in METHODS:
            if isinstance(node.value, ast.Name):
                seen[node.value.id].add(node.attr)
            elif isinstance(node.value, ast.Attribute):
                seen[node.value.attr].add(node.attr)
    return seen


def _in_file(file: str, tree: ast.Module, uses: dict[str, set[str]]) -> Iterator[Found]:
    for where, assigned, call, outer in _calls(tree, "", "", None):
        key = f"{file}:{assigned or where}"
        methods = set(outer or ())
        if isinstance(call.func, ast.Attribute) and call.func.attr in METHODS:
            methods.add(call.func.attr)
        if assigned:
            methods |= uses.get(assigned, set()) | (set() if assigned.startswith("_") else _PUBLIC[assigned])
            yield Found(key, tuple(_constant(file, assigned)), frozenset(methods))
        else:
            yield Found(key, tuple(_literal(call)), frozenset(methods))


def _calls(
    node: ast.AST, where: str, assigned: str, outer: set[str] | None
) -> Iterator[tuple[str, str, ast.Call, set[str] | None]]:
    """Each call that makes or uses an expression: the function it is in, and the constant that it is for."""
    for child in ast.iter_child_nodes(node):
        inner, name, method = where, assigned, None
        if isinstance(child, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
            inner = f"{where}.{child.name}" if where else child.name
        elif isinstance(child, (ast.Assign, ast.AnnAssign)) and not where:
            target = child.targets[0] if isinstance(child, ast.Assign) else child.target
            name = target.id if isinstance(target, ast.Name) else ""
        elif isinstance(child, ast.Attribute) and child.attr in METHODS:
            method = {child.attr}  # re.compile(...).match
        if isinstance(child, ast.Call) and _makes(child.func):
            yield inner, name, child, outer
        yield from _calls(child, inner, name, method)


def _makes(function: ast.expr) -> bool:
    if isinstance(function, ast.Name):
        return function.id == "lazy_pattern"
    is_re = isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
    return is_re and function.value.id == "re" and function.attr in METHODS | {"compile"}  # type: ignore[attr-defined]


def _literal(call: ast.Call) -> Iterator[re.Pattern[str]]:
    """The expression where it is written in the call; nothing for one that is built."""
    first = call.args[0]
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        flags = [ast.unparse(argument) for argument in call.args[1:]]
        known = {"re.MULTILINE": re.MULTILINE, "re.DOTALL": re.DOTALL, "re.IGNORECASE": re.IGNORECASE}
        yield re.compile(first.value, sum(known.get(flag, 0) for flag in flags))


def _constant(file: str, name: str) -> Iterator[re.Pattern[str]]:
    module = import_module("frontlint." + file.removesuffix(".py").replace("/", "."))
    yield from _flat(getattr(module, name))


def _flat(value: Any) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for item in value:
            yield from _flat(item)
    elif hasattr(value, "values"):
        yield from _flat(list(value.values()))
    elif type(value).__name__ == "_Pattern":
        yield re.compile(value._expression, value._flags)
