"""Our enumerations do what those of the standard library do, as far as they are used."""

from __future__ import annotations

import ast
import copy
import enum
import json
import pickle
from pathlib import Path
from typing import Any

import pytest

import frontlint
from frontlint.base import choice


class Ours(choice.StrEnum):
    """Texts."""

    RED = "red"
    """The first."""
    NOTHING = ""

    @property
    def loud(self) -> str:
        return self.value.upper() or Ours.RED.loud

    @classmethod
    def of(cls, text: str) -> Ours:
        return cls(text.strip())


class Theirs(enum.StrEnum):
    RED = "red"
    NOTHING = ""


class Numbered(choice.Enum):
    ONE = choice.auto()
    TWO = choice.auto()


class Word(choice.Enum):
    ONE = "a word"


def test_members_are_as_those_of_the_standard_library() -> None:
    assert [(one.name, one.value) for one in Ours] == [(one.name, one.value) for one in Theirs]
    for ours, theirs in zip(Ours, Theirs, strict=True):
        assert isinstance(ours, str)
        assert isinstance(ours, Ours)
        assert (str(ours), f"{ours:>5}", bool(ours), json.dumps(ours)) == (
            str(theirs),
            f"{theirs:>5}",
            bool(theirs),
            json.dumps(theirs),
        )
        assert repr(ours) == repr(theirs).replace("Theirs", "Ours")
        assert type(str(ours)) is type(ours.value) is str
        assert ours == ours.value
        assert hash(ours) == hash(ours.value)
    assert len(Ours) == len(Theirs) == 2
    assert [Ours["RED"], Ours("red"), Ours(Ours.RED)] == [Ours.RED] * 3
    assert Ours("red") is Ours["RED"] is Ours.RED


def test_a_class_may_have_methods() -> None:
    assert (Ours.RED.loud, Ours.NOTHING.loud) == ("RED", "RED")
    assert Ours.of(" red ") is Ours.RED


@pytest.mark.parametrize("value", ["blue", None, [], 1])
def test_another_value_is_refused_in_the_same_words(value: Any) -> None:
    with pytest.raises(ValueError) as theirs:
        Theirs(value)
    with pytest.raises(ValueError) as ours:
        Ours(value)
    assert str(ours.value) == str(theirs.value).replace("Theirs", "Ours")


def test_values_may_be_numbered_or_texts() -> None:
    assert [one.value for one in Numbered] == [1, 2]
    unlike: list[object] = [Numbered.ONE, Numbered.TWO, 1, Word.ONE, Word.ONE.value]
    assert len(set(unlike)) == len(unlike)
    assert Word.ONE.value == "a word"
    assert Word("a word") is Word.ONE
    assert repr(Numbered.TWO) == "<Numbered.TWO: 2>"
    assert {Numbered.ONE: "x"}[Numbered(1)] == "x"
    assert not isinstance(Word.ONE, str)


@pytest.mark.parametrize("member", [Ours.RED, Ours.NOTHING, Numbered.TWO, Word.ONE])
def test_a_copy_is_the_member_itself(member: object) -> None:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        assert pickle.loads(pickle.dumps(member, protocol)) is member
    assert copy.copy(member) is copy.deepcopy(member) is member


def test_each_value_is_there_once() -> None:
    with pytest.raises(ValueError, match="SAME has the value of another member"):

        class Twice(choice.Enum):
            ONE = "a"
            SAME = "a"


def test_no_module_takes_the_dear_ones() -> None:
    for path in Path(frontlint.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.ImportFrom) and node.module == "enum" and path.name != "choice.py":
                assert [name.name for name in node.names] == ["IntEnum"], f"{path}:{node.lineno}"
