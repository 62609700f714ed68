"""The part of YAML that the slow judge reads: whole entries, and never less than what changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.base.source import decode
from frontlint.frontmatter import second_reader
from frontlint.frontmatter.changed_part import changed_part
from frontlint.frontmatter.document import Document, Format
from frontlint.frontmatter.proof import judge
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar


def page(content: str, fence: str = "---") -> Document:
    return read_document(decode("a.md", f"{fence}\n{content}{fence}\n".encode()), plain_scalar)


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("a: 1\nb: 2\nc: 3\nd: 4\n", "a: 1\nb: 2\nc: 5\nd: 4\n", ("b: 2\nc: 3\n", "b: 2\nc: 5\n")),
        ("a: 1\nb:\n  - x\n  - y\nc: 3\n", "a: 1\nb:\n  - x\nc: 3\n", ("b:\n  - x\n  - y\n", "b:\n  - x\n")),
        ("a: 1\nb: 2\n", "a: 1\nb: 2\nc: 3\n", ("b: 2\n", "b: 2\nc: 3\n")),
        ("a: 1\n# one\nb: 2\nc: 3\n", "a: 1\n# one\nc: 3\n", ("a: 1\n# one\nb: 2\n", "a: 1\n# one\n")),
    ],
)
def test_entries(old: str, new: str, parts: tuple[str, str]) -> None:
    assert changed_part(page(old), page(new)) == parts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a: &x 1\nb: *x\nc: 3\nd: 4\n", "a: &x 2\nb: *x\nc: 3\nd: 4\n"),
        ("{a: 1,\nb: 2,\nc: 3,\nd: 4}\n", "{a: 1,\nb: 2,\nc: 5,\nd: 4}\n"),
    ],
)
def test_what_cannot_be_cut_out_is_read_as_a_whole(old: str, new: str) -> None:
    assert changed_part(page(old), page(new)) == (old, new)


def test_toml_is_read_as_a_whole() -> None:
    old, new = "a = 1\nb = 2\nc = 3\n", "a = 1\nb = 2\nc = 4\n"
    assert changed_part(page(old, "+++"), page(new, "+++")) == (old, new)


def test_a_change_of_the_rest_is_never_cut_away() -> None:
    before = "---\na: 1\nb: 2\nc: 3\nd: 4\n---\n"
    for after in (
        before.replace("a: 1", "a: 9"),
        before.replace("d: 4", "d: 9"),
        before.replace("c: 3\n", ""),
    ):
        assert judge(before.encode(), after.encode(), [], plain_scalar) is not None


ENTRIES = st.lists(
    st.sampled_from(
        [
            "{k}: text # note\n",
            "{k}:\n  - one\n  - two # x\n",
            "{k}: |\n  a: b\n\n  c\n",
            "{k}: >-\n  folded\n  text\n",
            "{k}: 'it''s\n  long'\n",
            "# a comment\n{k}: {{x: 1}}\n",
            "{k}:\n  inner: 1\n  other:\n    - z\n",
            "\n{k}: 2024-01-01\n",
        ]
    ),
    min_size=2,
    max_size=8,
)


@given(ENTRIES, st.data())
def test_the_parts_and_the_rest_say_what_the_whole_says(shapes: list[str], data: st.DataObject) -> None:
    lines = [shape.format(k=f"k{at}") for at, shape in enumerate(shapes)]
    gone = data.draw(st.integers(0, len(lines) - 1))
    old, new = "".join(lines), "".join(lines[:gone] + lines[gone + 1 :])
    parts = changed_part(page(old), page(new))
    wholes = second_reader.read(old, Format.YAML), second_reader.read(new, Format.YAML)
    for part, whole, text in zip(parts, wholes, (old, new), strict=True):
        found = second_reader.read(part, Format.YAML)
        assert whole is not None
        assert found is not None
        assert part in text
        assert found[0].items() <= whole[0].items()
    lost = {key for key in wholes[0][0] if key not in wholes[1][0]}  # type: ignore[index]
    assert lost <= second_reader.read(parts[0], Format.YAML)[0].keys()  # type: ignore[index]
