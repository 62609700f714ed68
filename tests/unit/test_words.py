"""The word list: nothing that people read has a phrase that reads as translated, or says "fault".

It reads all strings, docstrings and comments of `src`, all documentation and all schemas. Lines are joined
first: a phrase is found across a line break, too. `python tests/unit/test_words.py` lists what is left.
"""

from __future__ import annotations

import ast
import io
import json
import re
import sys
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PHRASES = re.compile(
    r"""
    \bwithout\ a\ word\b | \ball\ the\ same\b | \bis\ due\b | \bmend(s|ed|ing)?\b | \b(lies|lie)\ in\b
    | \bstands?\ (at|in|behind|twice)\b | \bof\ (its|their)\ own\b
    | (?<!\bthere\ )\bis\ no\ (?!longer\b|more\b)
    | \bthe\ very\ | \bnobody\ is\ told\b | \bsays?\ nothing\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
FAULT = re.compile(r"\bfaults?\b", re.IGNORECASE)
"""One thing has one name: it is a problem to people, a finding in schemas and code."""

_MARKDOWN = ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "docs/**/*.md", "examples/*/README.md")
_SETTINGS = ("action.yml", ".pre-commit-hooks.yaml", "examples/**/*.toml")


def files() -> list[Path]:
    """All that is read, by its path."""
    found = [*ROOT.glob("src/**/*.py"), *ROOT.glob("docs/**/*.py"), *ROOT.glob("schemas/**/*.json")]
    for pattern in (*_MARKDOWN, *_SETTINGS):
        found += ROOT.glob(pattern)
    return sorted(set(found))


def texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a file that people read, each on one line, with the line where it begins."""
    source = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        pieces = [*_strings(source), *_comments(source)]
    elif path.suffix == ".json":
        pieces = [(1, text) for text in _values(json.loads(source))]
    else:
        pieces = list(_paragraphs(source))
    for line, text in pieces:
        yield line, " ".join(text.split())


def _paragraphs(source: str) -> Iterator[tuple[int, str]]:
    line = 1
    for paragraph in source.split("\n\n"):
        yield line, paragraph
        line += paragraph.count("\n") + 2


def _strings(source: str) -> Iterator[tuple[int, str]]:
    """Strings as they are put together; what an f-string inserts is `{}`."""
    tree = ast.parse(source)
    inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield (
                node.lineno,
                "".join(
                    str(getattr(part, "value", "")) if isinstance(part, ast.Constant) else "{}"
                    for part in node.values
                ),
            )
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside:
            yield node.lineno, node.value


def _comments(source: str) -> Iterator[tuple[int, str]]:
    """Comments, those of successive lines as one."""
    begun, last, words = 0, -1, ""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type != tokenize.COMMENT:
            continue
        if token.start[0] == last + 1:
            words += token.string.lstrip("#")
        else:
            yield begun, words
            begun, words = token.start[0], token.string
        last = token.start[0]
    yield begun, words


def _values(data: object) -> Iterator[str]:
    """All texts of a schema, keys and values."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield key
            yield from _values(value)
    elif isinstance(data, list):
        for value in data:
            yield from _values(value)
    elif isinstance(data, str):
        yield data


def for_people(path: Path) -> bool:
    """Whether all that the file holds is shown to people; code may call its own things faults."""
    return path.suffix != ".py" or "/frontlint/rules/" in path.as_posix()


def wrong(path: Path) -> list[str]:
    """Each phrase of a file that is not written, with its line and what is around it."""
    found = []
    for line, text in texts(path):
        hits = [*PHRASES.finditer(text), *(FAULT.finditer(text) if for_people(path) else ())]
        found += [f"{line}: …{text[max(0, hit.start() - 40) : hit.end() + 40]}…" for hit in hits]
    return found


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", files(), ids=_name)
def test_no_phrase_of_the_word_list(path: Path) -> None:
    assert wrong(path) == []


@pytest.mark.parametrize(
    ("written", "counted"),
    [
        ('"""It is\n   no list, and mended."""', 2),
        ("# the value stands\n# behind the key\nx = 1\n", 1),
        ('x = f"{1} of its" f" own, of {2}"', 1),
        ('x = "is no longer, is no more"', 0),
        ("x = 1  # the very file", 1),
    ],
)
def test_the_list_finds_phrases_across_lines(written: str, counted: int, tmp_path: Path) -> None:
    path = tmp_path / "a.py"
    path.write_text(written, encoding="utf-8")
    assert len(wrong(path)) == counted


def test_fault_is_for_code_alone(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("Each fault is a default.", encoding="utf-8")
    assert len(wrong(page)) == 1


if __name__ == "__main__":
    chosen = sys.argv[1:] or [""]
    for file in files():
        if any(_name(file).startswith(start) for start in chosen):
            for one in wrong(file):
                print(f"{_name(file)}:{one}")
