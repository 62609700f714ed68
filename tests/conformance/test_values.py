"""The values of front matter, ours against the real Hugo's: one run for all of them."""

from __future__ import annotations

import json
import math

import pytest

from conformance import hugo_binary
from conformance.hugo_binary import Answer
from conformance.yaml_cases import AGREED, DIFFERENT
from frontlint.frontmatter import org as org_reader
from frontlint.frontmatter.document import ProblemKind
from frontlint.frontmatter.json import reader as json_reader
from frontlint.frontmatter.parsed import Reading
from frontlint.frontmatter.toml import reader as toml_reader
from frontlint.frontmatter.yaml import reader as yaml_reader
from frontlint.hugo.values.scalars import plain_scalar
from unit.hugo.test_scalars import VALUES

TOML = [
    *(
        "a = 2020-01-02",
        "a = 2020-01-02 03:04:05Z",
        "a = 2020-01-02T03:04:05.5+02:00",
        "a = 07:32:00",
        "a = 1e3",
    ),
    *(
        "a = 0x1F",
        "a = 9223372036854775808",
        "a.b = 1\na.c = 2",
        "a = 1\nA = 2",
        "a = 1\na = 2",
        "a = {b = 1,}",
    ),
    *(
        "[a]\nb=1\n[a]\nc=1",
        "[a]\nb=1\n[a.c]\nd=1",
        "[[a]]\nb=1\n[[a]]\nb=2",
        "a = {b = 1,\n c = 2}",
        "a = [1,\n2,]",
    ),
    *(
        'a = """\nx\\\n  y"""',
        "a = '''\nx'''",
        '"a b" = 1',
        "a = Foo",
        "a: x",
        'a = "x" y',
        'a = "\\q"',
        "a = 'it's'",
    ),
    *(
        'a = "x',
        "[a",
        "a",
        "= 1",
        "a =",
        "a = tru",
        "a = True",
        "a = 01",
        'a = "\\e"',
        'a = "\\x41"',
        "[a]\n[a]",
    ),
    *(
        "a.b=1\n[a]\nc=1",
        "a = 1\n[a]",
        "a=[1]\n[[a]]",
        'a = "\x01"',
        "a = 2020-1-2",
        "a = 2020-02-30",
        "a=1 b=2",
    ),
    *(
        'a = "\t"',
        "a = 1_",
        "a = .5",
        "a = 5.",
        "a = +1",
        'a = "\\uD800"',
        "a = 24:00:00",
        '"" = 1',
        "3.14 = 1",
    ),
]
JSON = [
    *(
        '{"a": 1.5e3}',
        '{"a": 1e400}',
        '{"a": 01}',
        '{"a": NaN}',
        '{"a": "\\ud800"}',
        '{"a": "\\ud83d\\ude00"}',
    ),
    *(
        '{"a": "\t"}',
        '{"a": "\\x"}',
        "{\"a\": 'b'}",
        "{a: 1}",
        '{"a": 1,}',
        '{"a": [1,]}',
        '{"a" 1}',
        '{"a": 1 "b": 2}',
    ),
    *(
        '{"a": True}',
        '{"a": // x\n1}',
        '{"a": "x\ny"}',
        '{"a":1,"a":2}',
        '{"a":}',
        "{}",
        '{"a":\xa01}',
        '{"a": [1 2]}',
    ),
    *(
        '{"a": null, "b": {"c": [true, false]}}',
        '{"a\\u0041": "\x7f"}',
        '{"a": -0}',
        '{"a": 12345678901234567890}',
    ),
]
ORG = [
    *(
        "#+title: A",
        "#+TITLE: A\n#+Title: B",
        "#+a[]: x y\n#+a[]: z",
        "#+date: <2020-01-02 Thu>",
        "#+date: <2020-01-02>",
    ),
    *(
        "#+filetags: :a:b:",
        "#+filetags: a b",
        "#+a:b\n#+c: d",
        "#+a: ",
        "#+a b: c",
        "#+link: a b",
        "#+a: x \n",
    ),
]


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Answer]:
    """What Hugo makes of each text, by format and text."""
    scalars = [f"a: {text}" for text, _ in VALUES]
    texts = {"yaml": AGREED + DIFFERENT + scalars, "toml": TOML, "json": JSON, "org": ORG}
    found: dict[tuple[str, str], Answer] = {}
    for format_, cases in texts.items():
        asked = hugo_binary.unmarshal(tmp_path_factory.mktemp("ask") / "site", cases, format_)
        found |= {(format_, text): answer for text, answer in zip(cases, asked, strict=True)}
    return found


def ours(format_: str, text: str) -> Reading:
    match format_:
        case "yaml":
            return yaml_reader.read_yaml(text, 0, len(text), plain_scalar)
        case "toml":
            return toml_reader.read_toml(text, 0, len(text))
        case "json":
            return json_reader.read_json(text, 0, len(text))
    return org_reader.read_org(text, 0, len(text))


def as_hugo(reading: Reading, answer: Answer) -> str | None:
    """The difference between both readings in words, or None."""
    built = (ProblemKind.KEY_CASE_CLASH, ProblemKind.OVERWRITTEN, ProblemKind.JOINED, ProblemKind.DROPPED)
    refuses = any(problem.kind not in built for problem in reading.problems)
    no_mapping = (
        answer.error is None and answer.go is None and not isinstance(answer.value, (dict, type(None)))
    )
    hugo_refuses = answer.error is not None or no_mapping
    if refuses != hugo_refuses:
        return f"ours: {reading.problems or reading.data}, Hugo's: {answer}"
    if refuses or answer.go is not None or same(reading.data, answer.value or {}):
        return None
    return f"ours: {json.dumps(reading.data)}, Hugo's: {json.dumps(answer.value)}"


def same(left: object, right: object) -> bool:
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(left[key], right[key]) for key in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, float) and isinstance(right, (int, float)):
        return math.isclose(left, right)  # JSON does not tell 1 from 1.0
    return left == right and isinstance(left, bool) == isinstance(right, bool)


@pytest.mark.parametrize("text", AGREED)
def test_yaml(text: str, answers: dict[tuple[str, str], Answer]) -> None:
    if text.strip() in ("~", "null"):
        return  # null is an error in front matter, and a value here
    assert as_hugo(ours("yaml", text), answers["yaml", text]) is None


@pytest.mark.parametrize(
    ("format_", "text"),
    [(name, text) for name, cases in (("toml", TOML), ("json", JSON), ("org", ORG)) for text in cases],
)
def test_other_formats(format_: str, text: str, answers: dict[tuple[str, str], Answer]) -> None:
    assert as_hugo(ours(format_, text), answers[format_, text]) is None


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_plain_scalars(text: str, value: object, answers: dict[tuple[str, str], Answer]) -> None:
    answer = answers["yaml", f"a: {text}"]

    if answer.go is not None:
        assert math.isinf(float(str(value)))
        return
    if text == "-":
        assert answer.error is not None  # a list, not a scalar
        return
    assert isinstance(answer.value, dict)
    assert same(answer.value["a"], value) or same(value, answer.value["a"])


@pytest.mark.parametrize("text", DIFFERENT)
def test_known_differences_are_still_there(text: str, answers: dict[tuple[str, str], Answer]) -> None:
    """When one of them is gone it belongs among the agreed."""
    assert as_hugo(ours("yaml", text), answers["yaml", text]) is not None
