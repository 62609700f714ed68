"""The time of edits and of their judge grows with the length of the page, whatever is in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from attack.meter import assert_grows_linearly
from frontlint.base.edit import apply_to_bytes
from frontlint.base.source import decode
from frontlint.frontmatter.edit import (
    Change,
    Declined,
    append_item,
    edits,
    insert_item,
    insert_key,
    remove_item,
    remove_key,
    rename_key,
    replace_text,
    set_value,
)
from frontlint.frontmatter.proof import judge
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

Attack = Callable[[int], tuple[str, list[Change]]]


def each(key: str, count: int) -> list[Change]:
    """Something else for each item of a list: removed, set, a text replaced, one inserted before it."""
    out: list[Change] = []
    for at in range(0, count - 3, 4):
        out += [remove_item((key, at)), set_value((key, at + 1), "x: y")]
        out += [replace_text((key, at + 2), "old", "new"), insert_item((key, at + 3), f"n{at}")]
    return [*out, append_item((key,), "last")]


def items(count: int) -> list[str]:
    return [f"/old/{number}/" for number in range(count)]


def yaml_block(count: int) -> tuple[str, list[Change]]:
    return "---\na:\n" + "".join(f"  - {one} # c\n" for one in items(count)) + "---\n", each("a", count)


def yaml_flow(count: int) -> tuple[str, list[Change]]:
    return "---\na: [" + ", ".join(items(count)) + "]\n---\n", each("a", count)


def yaml_keys(count: int) -> tuple[str, list[Change]]:
    return "---\n" + "".join(f"k{at}: x\n" for at in range(count)) + "---\n", keys(count)


def toml_array(count: int) -> tuple[str, list[Change]]:
    return "+++\na = [\n" + "".join(f'  "{one}", # c\n' for one in items(count)) + "]\n+++\n", each(
        "a", count
    )


def toml_keys(count: int) -> tuple[str, list[Change]]:
    return "+++\n" + "".join(f"k{at} = 'x'\n" for at in range(count)) + "+++\n", keys(count)


def toml_tables(count: int) -> tuple[str, list[Change]]:
    changes = [remove_item(("r", at)) for at in range(0, count - 1, 2)]
    changes += [set_value(("r", at, "p", "q"), 5) for at in range(1, count, 2)]
    return "+++\n" + "[[r]]\nk = 'x'\n[r.p]\nq = 1\n" * count + "+++\n", changes


def json_array(count: int) -> tuple[str, list[Change]]:
    return '{"a": [\n' + ",\n".join(f'"{one}"' for one in items(count)) + "\n]}\n", each("a", count)


def marks(count: int) -> tuple[str, list[Change]]:
    return f"---\na:\n  - x {'# ' * count}\n  - y\n---\n", [remove_item(("a", 0))]


def quotes(count: int) -> tuple[str, list[Change]]:
    return f'---\na: "{"b//c" * count}"\n---\n', [replace_text(("a",), "//", "\\")]


def blanks(count: int) -> tuple[str, list[Change]]:
    return f"---\na: x\n{'  ' * count}\n\nb: y\n---\n", [remove_key(("b",)), insert_key(("c",), 1, after="a")]


def brackets(count: int) -> tuple[str, list[Change]]:
    return f"---\na: {'[' * count}x{']' * count}\nb: y\n---\n", [set_value(("b",), "z")]


def body(count: int) -> tuple[str, list[Change]]:
    return "---\na: x\n---\n" + "word # x\n" * count, [set_value(("a",), "y")]


def keys(count: int) -> list[Change]:
    """Each key removed or renamed, with a new one below it."""
    out: list[Change] = []
    for at in range(1, count - 1, 2):
        out += [remove_key((f"k{at}",)), rename_key((f"k{at + 1}",), f"r{at}")]
        out.append(insert_key((f"n{at}",), 1, after=f"k{at + 1}"))
    return out


ATTACKS: list[tuple[Attack, int]] = [
    (yaml_block, 400), (yaml_flow, 400), (yaml_keys, 400), (toml_array, 400), (toml_keys, 400),
    (toml_tables, 300), (json_array, 400), (marks, 20_000), (quotes, 4000), (blanks, 20_000),
    (brackets, 150), (body, 20_000),
]  # fmt: skip


@pytest.mark.parametrize(("attack", "count"), ATTACKS)
def test_edits(attack: Attack, count: int) -> None:
    pages = {number: read(attack, number) for number in (count, 4 * count, 16 * count)}

    def run(number: int) -> None:
        document, changes = pages[number]
        found = edits(document, changes, plain_scalar)
        assert not isinstance(found, Declined), found.reason
        assert found

    assert_grows_linearly(run, count)


def read(attack: Attack, count: int):  # type: ignore[no-untyped-def]
    text, changes = attack(count)
    return read_document(decode("a.md", text.encode()), plain_scalar), changes


@pytest.mark.parametrize(
    "attack", [yaml_block, yaml_flow, toml_tables, json_array, marks, quotes, brackets, body]
)
def test_the_judge(attack: Attack) -> None:
    pages: dict[int, tuple[bytes, bytes, list[Change]]] = {}
    for count in (60, 240, 960):
        text, changes = attack(count)
        found = edits(read(attack, count)[0], changes, plain_scalar)
        assert not isinstance(found, Declined)
        pages[count] = text.encode(), apply_to_bytes(text.encode(), found), changes

    def run(count: int) -> None:
        why = judge(*pages[count], plain_scalar)
        assert why is None or "does not understand" in why

    assert_grows_linearly(run, 60)
