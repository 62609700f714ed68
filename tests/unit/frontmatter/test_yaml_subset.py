"""The YAML that is read without libyaml: what is taken, what is left, and that both read it alike."""

from __future__ import annotations

import subprocess
import sys

import pytest

from frontlint.frontmatter.document import Data
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.yaml import libyaml as yaml_libyaml
from frontlint.frontmatter.yaml import subset as yaml_subset
from frontlint.hugo.values.scalars import plain_scalar
from unit.frontmatter.pages import same

BEFORE = "---\n"


def subset(text: str) -> Reading | None:
    """What the subset makes of the YAML of a page."""
    return yaml_subset.read_subset(f"{BEFORE}{text}---\n", len(BEFORE), len(BEFORE) + len(text), plain_scalar)


def libyaml(text: str) -> Reading:
    return yaml_libyaml.read_by_libyaml(
        f"{BEFORE}{text}---\n", len(BEFORE), len(BEFORE) + len(text), plain_scalar
    )


TAKEN: list[tuple[str, Data]] = [
    ("", {}),
    ("\n# only a comment\n", {}),
    ("a: one two\nb: 010\nc: ~\nd: true\n", {"a": "one two", "b": 8, "c": None, "d": True}),
    (
        "date: 2025-01-02T03:04:05Z\nurl: http://x.y/z#a\n",
        {"date": "2025-01-02T03:04:05Z", "url": "http://x.y/z#a"},
    ),
    ("a:   x  \nb: -1\nc: x # y\nd: -x#y\n", {"a": "x", "b": -1, "c": "x", "d": "-x#y"}),
    ("a:\nb: \nc:  # x\n", {"a": None, "b": None, "c": None}),
    ("a-b: 1\nc.d: 2\ne f: 3\ng/h: 4\né: 5\n", {"a-b": 1, "c.d": 2, "e f": 3, "g/h": 4, "é": 5}),
    ("a:\n  b: 1\n  c:\n    d: 2\n\n  # x\n  e: 3\nf: 4\n", {"a": {"b": 1, "c": {"d": 2}, "e": 3}, "f": 4}),
    ("a:\n- x\n- 2\nb:\n  - y\n\n  - z # c\n", {"a": ["x", 2], "b": ["y", "z"]}),
    ("a:\n- b: 1\n  c:\n  - 2\n-   d:\n      e: 3\n", {"a": [{"b": 1, "c": [2]}, {"d": {"e": 3}}]}),
    ("a: x\n  y\n   z\nb: 1\n  2\nc:\n- x\n  y\n- z\n", {"a": "x y z", "b": "1 2", "c": ["x y", "z"]}),
    ("a: 'it''s' # x\nb: \"y: z\"\nc: ''\nd: \"\"\n", {"a": "it's", "b": "y: z", "c": "", "d": ""}),
    ('a: "\\"x\\" \\\\ \\n \\u00e9 \\/"\n', {"a": '"x" \\ \n é /'}),
    ("a: []\nb: {}\nc: [ ]\n", {"a": [], "b": {}, "c": []}),
    ("a: [x, \"y, z\" , '1', 2]\n", {"a": ["x", "y, z", "1", 2]}),
    ("a: {b: c}\nd: { e: 1 , f: 'g, h' }\n", {"a": {"b": "c"}, "d": {"e": 1, "f": "g, h"}}),
    ("a: [[b], {c: [1]}, []]\nd: {e: {}, f: []}\n", {"a": [["b"], {"c": [1]}, []], "d": {"e": {}, "f": []}}),
    ("a: |\n  x\n   y\n\n  # z\nb: 1\n", {"a": "x\n y\n\n# z\n", "b": 1}),
    ("a: |-\n  x  \n\nb: |+\n  y\n\n\nc: |+\n  z\n\n", {"a": "x", "b": "y\n\n\n", "c": "z\n\n"}),
    ("a: >\n  x\n  y\n\n  z\nb: >-\n  x\n  y\n", {"a": "x y\nz\n", "b": "x y"}),
    ("a:\n- |\n  x\n- y\n", {"a": ["x\n", "y"]}),
    ("a: x\x01y\u2028z\x85\n", {"a": "x\x01y\u2028z\x85"}),
    ("a: x\r\nb:\r\n  c: |\r\n    y\r\n    z\r\n\r\nd: [1]\r\n", {"a": "x", "b": {"c": "y\nz\n"}, "d": [1]}),
]

OVER_LINES: list[tuple[str, Data]] = [
    ("a: [\n  'b',\n  c, 2\n]\nd: 1\n", {"a": ["b", "c", 2], "d": 1}),
    ("a: {\n  b: c,\n\n  d: e}  \nf: 1\n", {"a": {"b": "c", "d": "e"}, "f": 1}),
    ("a:\n- [b,\n   c]\n- {d: e}\n", {"a": [["b", "c"], {"d": "e"}]}),
    ("a: [\r\n  b,\r\n  c\r\n]\r\nd: 1\r\n", {"a": ["b", "c"], "d": 1}),
    ("a: [\n  b,\n  'c',\n]\nd: {e: f,\n}\n", {"a": ["b", "c"], "d": {"e": "f"}}),
    ("a: [ [b],\n[c,\nd]]\n", {"a": [["b"], ["c", "d"]]}),
]
"""What is in brackets and goes on: which a reader of single lines does not take."""

# fmt: off
LEFT = [
    "a: &x 1\n", "a: *x\n", "a: !!str 1\n", "<<: {a: 1}\n", "? a\n: b\n", "a:\tb\n", "a: x\rb: y\n",
    "a: x\r\nb: y\n", "a: 1\na: 2\n", "a: 1\nA: 2\n", "x:\n  B: 1\n  b: 2\n", "1: a\n", "true: a\n",
    '"a": 1\n', "...a: 1\n", "a : 1\n", "a: b: c\n", "a: b:\n", "a: @x\n", "a: %x\n", "a: - b\n",
    "a: ? b\n", "a: 'x\n", 'a: "x" y\n', "a: 'x'y\n", 'a: "\\q"\n', 'a: "x\n  y"\n',
    "a: [b: c]\n", "a: [b\n", "a: {b:c}\n", "a: {b: }\n", "a: {b}\n", "a: {b: c, B: d}\n",
    "a: {b: c, b: d}\n", "a: {'b': c}\n", "a: {b\n  : c}\n", "a: {b:\n  c}\n", "a: [b\n  c]\n",
    "a: ['b\n  c']\n", "a: [b, # d\n  c]\n", "a: [\n  b\n", "a: [\n  b] c\n", "a: [\n  b\n]: c\n",
    "a: {b: http://x.y}\n", "a: " + "[" * 12 + "]" * 12 + "\n",
    "a: [\n- b]\n", "a: [b]]\n", "a: {b: c]\n", "a: [b,,]\n", "a: [,]\n", "a: [12:30]\n", "a: |2\n  x\n",
    "a: |\n", "a: |\n\n  x\n", "a: | x\n", "a: |\n  x\n     \n", "a: >\n  x\n    y\n", "a: |\n  x", "- a\n",
    "a\n", " a: b\n", "a:\n  b: 1\n c: 2\n", "a:\n  - b\n - c\n", "a: b\n- c\n", "a:\nb\n", "a:\n  b\n",
    "a:\n  - - b\n", "a: b\n  c: d\n", "a: b\n  - c\n", "a: b\n\n  c\n", "a: b # x\n  c\n",
    "a: b\n# x\n  c\n", "a: 'b'\n  c\n", "a:\n-\n- b\n", "a: b\n...\nc: d\n", "%YAML 1.2\n",
    'a: "\\ud83d\\ude00"\n', 'a: "x\\"\n', 'a: "\\u12"\n', "a: [b c d\n  e]\n", "a: 'b', 'c'\n",
    "a: [x] y\n",
    "a:\n" + "".join(" " * depth + "x:\n" for depth in range(1, 80)),
]
# fmt: on


@pytest.mark.parametrize(("text", "data"), [*TAKEN, *OVER_LINES])
def test_what_it_takes_it_reads_as_libyaml_does(text: str, data: Data) -> None:
    reading = subset(text)

    assert reading is not None
    assert repr(reading.data) == repr(data)
    assert same(reading, libyaml(text))


@pytest.mark.parametrize("text", LEFT)
def test_what_it_leaves(text: str) -> None:
    assert subset(text) is None


def test_what_a_plain_scalar_means_is_said_from_outside() -> None:
    reading = yaml_subset.read_subset("a: yes\nb: [on]\n", 0, 15, lambda text: text in ("yes", "on") or text)

    assert reading is not None
    assert reading.data == {"a": True, "b": [True]}


def test_a_plain_page_is_read_without_importing_pyyaml() -> None:
    script = """
import sys
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.base.source import decode
def is_imported(page):
    read_document(decode("a.md", page), plain_scalar)
    return "yaml" in sys.modules
print(is_imported(b"---\\ntitle: A\\ntags: [b]\\n---\\n"), is_imported(b"---\\ntitle: &a A\\n---\\n"))
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["False", "True"]
