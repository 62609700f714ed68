"""Expressions that are compiled when they are first used: all of them can be, and none is before."""

import pkgutil
import re
from importlib import import_module

import frontlint
from frontlint.base.pattern import lazy_pattern


def test_a_bad_expression_shows_at_its_first_use() -> None:
    broken = lazy_pattern("(")
    try:
        broken.search("x")
    except re.error:
        return
    raise AssertionError("the expression was never compiled")


def test_flags_and_methods_are_those_of_re() -> None:
    word = lazy_pattern("a+", re.IGNORECASE)
    assert word.sub("-", "xAAx") == "x-x"
    assert word.flags & re.IGNORECASE


def test_every_expression_of_the_house_compiles() -> None:
    kind = type(lazy_pattern(""))
    found = 0
    for module in pkgutil.walk_packages(frontlint.__path__, "frontlint."):
        for value in vars(import_module(module.name)).values():
            if type(value) is kind:
                assert value.groups >= 0
                found += 1
    assert found > 50
