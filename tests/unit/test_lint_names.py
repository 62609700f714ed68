"""What the author of a rule imports from `frontlint.lint`."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import frontlint.lint


def stated_for_mypy() -> set[tuple[str, str]]:
    """The module and name of each import that only type checkers see."""
    tree = ast.parse(Path(str(frontlint.lint.__file__)).read_text(encoding="utf-8"))
    return {
        (str(node.module), alias.name)
        for block in tree.body
        if isinstance(block, ast.If)
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_the_interpreter_finds_what_mypy_finds() -> None:
    stated = stated_for_mypy()
    modules = {f"frontlint.{module}" for module in frontlint.lint._MODULES}
    assert modules == {module for module, _ in stated}
    assert set(frontlint.lint._MODULE_OF) == {name for _, name in stated}
    for module, name in stated:
        assert getattr(frontlint.lint, name) is getattr(import_module(module), name)


def test_any_other_name_is_an_error() -> None:
    with pytest.raises(AttributeError, match="nothing"):
        frontlint.lint.nothing  # noqa: B018
