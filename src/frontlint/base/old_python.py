"""Expressions for Python before 3.11.5, which matches a possessive repeat of a group wrongly (gh-106052).

`(?:ab?c)*+` becomes `(?>(?:ab?c)*)`, which means the same and is matched as it should be. What is private to
`re` does not change here: those versions are finished. Debian 12 has 3.11.2.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import import_module
from typing import Any


@lru_cache(maxsize=512)
def compiled(expression: str, flags: int = 0) -> re.Pattern[str]:
    """The expression as a newer Python would compile it. Raises re.error."""
    compiler: Any = import_module("re._compiler")
    tree = import_module("re._parser").parse(expression, flags)
    _make_atomic(tree, compiler)
    state = tree.state
    names = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    code = compiler._code(tree, flags)
    found: re.Pattern[str] = import_module("_sre").compile(
        expression, flags | state.flags, code, state.groups - 1, state.groupdict, tuple(names)
    )
    return found


def _make_atomic(tree: Any, compiler: Any) -> None:
    """Rewrites a parsed expression in place; a repeat of one character is matched rightly as it is."""
    for at, (what, about) in enumerate(tree.data):
        for inner in _inner(about, type(tree)):
            _make_atomic(inner, compiler)
        if what is compiler.POSSESSIVE_REPEAT and not compiler._simple(about[2]):
            repeat = type(tree)(tree.state, [(compiler.MAX_REPEAT, about)])
            tree.data[at] = (compiler.ATOMIC_GROUP, repeat)


def _inner(about: Any, kind: type[Any]) -> list[Any]:
    if isinstance(about, kind):
        return [about]
    if isinstance(about, (tuple, list)):
        return [found for one in about for found in _inner(one, kind)]
    return []
