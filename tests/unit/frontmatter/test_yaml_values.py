"""The values of YAML that are read line by line, before anybody asks for a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontlint.frontmatter.document import Data, PlainScalar, value_at
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.yaml import subset as yaml_subset
from frontlint.frontmatter.yaml.reader import read_only_values, read_yaml
from frontlint.hugo.values.scalars import plain_scalar
from unit.frontmatter.test_yaml_subset import LEFT, OVER_LINES, TAKEN, libyaml

_GOES_ON = "a: x\n  y\n   z\nb: 1\n  2\nc:\n- x\n  y\n- z\n"
"""Plain text in several lines, which is left to the reader with places."""

_OCTAL = "a: one two\nb: 010\nc: ~\nd: true\n"
"""A number that Python writes otherwise: rules ask how it is written."""


@pytest.mark.parametrize(("text", "data"), [one for one in TAKEN if one[0] not in (_GOES_ON, _OCTAL)])
def test_it_takes_what_the_subset_takes(text: str, data: Data) -> None:
    for _ in range(2):  # read for the first time, and remembered
        assert repr(read_only_values(text, plain_scalar)) == repr(data)


@pytest.mark.parametrize(
    "text",
    [
        *LEFT,
        *(text for text, _ in OVER_LINES),
        _GOES_ON,
        _OCTAL,
        "a: [1, 0x10]\n",
        "- +5 # odd\n",
        "a: b\n...\n",
        "a: |\n  b\n...\nc: d\n",
        "...: a\n",
        "a: |  \n  x\nb: |\n  y\n",
    ],
)
def test_what_it_leaves(text: str) -> None:
    assert read_only_values(text, plain_scalar) is None


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  x\n \n  y\nb: 1\n",  # a line of blanks, fewer than the block is indented by
        "a: |\n  x\n   \nb: 1\n",
        "a: |\n  x\n \nb: 1\n",
        "a: >\n  x\n\n\n  y\n",
        "a:\n  b: |+\n    x\n\n\n  c: d\n",
        "# a |\na: b\n# >\nc: |-\n  > d |\n",
        "a:\n- b: |\n    c\n  d: e\n- |\n  f\n",
        "A: 1\nb:\n  c: 1\n  C: 2\n",
    ],
)
def test_blocks_and_clashes(text: str) -> None:
    values = read_only_values(text, plain_scalar)

    assert values is None or (repr(values), ()) == (repr(libyaml(text).data), libyaml(text).problems)


_NUMBERS = ("0", "7", "12", "-5", "010", "-05", "0x1f", "1_0", "+5", "0b1", "0o17", "00", "1.0", "1.10", "08")


_IN_BRACKETS = 3


@given(st.lists(st.sampled_from(_NUMBERS), min_size=2, max_size=4), st.sampled_from(range(4)))
def test_whole_numbers_are_written_as_python_writes_them(numbers: list[str], form: int) -> None:
    plain = "".join(f"a{at}: {number}\n" for at, number in enumerate(numbers))
    comments = "".join(f"a{at}: {number}  # x\n" for at, number in enumerate(numbers))
    items = "a:\n" + "".join(f"- {number}\n" for number in numbers)
    text = (plain, comments, items, f"a: [{', '.join(numbers)}]\n")[form]
    reading = read_yaml(text, 0, len(text), plain_scalar)
    written = {
        text[slice(*reading.places.value(route))]: value_at(reading.data, route)
        for route in reading.places
        if type(value_at(reading.data, route)) is int
    }
    are_plain = all(word == str(value) for word, value in written.items())
    if form < _IN_BRACKETS:
        assert reading.places.plain_numbers is are_plain
    else:  # the quick reader takes few lists in brackets: it may not know
        assert are_plain or not reading.places.plain_numbers


def test_a_list_that_is_remembered_is_nobody_elses() -> None:
    first, second = (read_only_values("a: [b]\nc: []\n", plain_scalar) for _ in range(2))

    assert first is not None
    assert second is not None
    assert first == second
    assert first["a"] is not second["a"]
    assert first["c"] is not second["c"]


def test_places_are_read_when_somebody_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    read_subset = yaml_subset.read_subset

    def noted(text: str, start: int, end: int, plain: PlainScalar) -> Reading | None:
        asked.append(text)
        return read_subset(text, start, end, plain)

    monkeypatch.setattr(yaml_subset, "read_subset", noted)
    text = "a: [b]\nc:\n  - d: e\n"
    reading = read_yaml(text, 0, len(text), plain_scalar)

    assert reading.data == {"a": ["b"], "c": [{"d": "e"}]}
    assert ("c", 0, "d") in reading.places
    assert asked == []
    assert text[slice(*reading.places.value(("c", 0, "d")))] == "e"
    assert asked == [], "one key is read alone"
    assert text[slice(*reading.places.value(()))] == text.rstrip()
    assert asked == [text]
