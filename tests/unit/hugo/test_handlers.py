"""The handlers for python-frontmatter, as a script of the site uses them."""

from __future__ import annotations

from pathlib import Path

import frontmatter
import pytest

from frontlint.handlers import (
    FrontlintJSONHandler,
    FrontlintTOMLHandler,
    FrontlintYAMLHandler,
    FrontMatterError,
    load,
    loads,
)


@pytest.mark.parametrize(
    "text",
    [
        "---\nslug: 010\ndraft: yes\n---\nBody.\n",
        "\ufeff---\r\nslug: 010\r\ndraft: yes\r\n---\r\nBody.\r\n",
        '{"slug": 8, "draft": "yes"}\nBody.\n',
        '+++\nslug = 8\ndraft = "yes"\n+++\nBody.\n',
    ],
)
def test_one_handler_reads_every_format_as_hugo_does(text: str) -> None:
    post = frontmatter.loads(text, handler=FrontlintYAMLHandler())

    assert post.metadata == {"slug": 8, "draft": "yes"}
    assert post.content == "Body."


def test_reads_a_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf+++\ndate = 2020-01-02\n+++\nBody.")

    assert load(path).metadata == {"date": "2020-01-02"}
    assert frontmatter.load(str(path), handler=FrontlintYAMLHandler()).metadata == {"date": "2020-01-02"}


def test_a_page_without_front_matter_is_all_content() -> None:
    post = loads("# Title\n\n---\nx: 1\n---\n")

    assert post.metadata == {}
    assert post.content.startswith("# Title")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("---\na: 1\nb: c: d\n---\n", 3, 4),
        ("---\na: 1\n", 1, 1),
        ("---\na: 1\na: 2\n---\n", 3, 1),
        ("- x\n", 1, 1),
    ],
)
def test_refused_front_matter_raises_with_its_place(text: str, line: int, column: int) -> None:
    with pytest.raises(FrontMatterError) as caught:
        loads(text)

    assert (caught.value.line, caught.value.column) == (line, column)
    assert isinstance(caught.value, ValueError)


TEXTS = [
    "yes",
    "010",
    "0o10",
    "1_000",
    "2020-01-02",
    "null",
    "~",
    "true",
    ".5",
    "1e3",
    "",
    " a ",
    "a: b",
    "# c",
]
TEXTS += [
    "- x",
    "*x",
    "it's",
    'say "x"',
    "C:\\x",
    "a\nb\n",
    "\ttab",
    "é 😀",
    "long " * 60 + "- end",
    "a\u2028b",
    "@",
    "%",
]


@pytest.mark.parametrize("handler", [FrontlintYAMLHandler, FrontlintTOMLHandler, FrontlintJSONHandler])
def test_what_is_written_reads_back_the_same(handler: type[FrontlintYAMLHandler]) -> None:
    metadata = {"texts": TEXTS, "n": 8, "f": 1.5, "t": True, "m": {"010": "010", "deep": [{"a": []}]}}
    written = frontmatter.dumps(frontmatter.Post("Body.", handler=handler(), **metadata))

    again = loads(written)

    assert again.metadata == metadata
    assert list(again.metadata) == list(metadata)
    assert again.content == "Body."


def test_toml_says_that_it_has_no_null() -> None:
    with pytest.raises(ValueError, match="null"):
        FrontlintTOMLHandler().export({"a": None})


def test_dates_of_toml_are_plain_text_that_any_handler_writes() -> None:
    post = loads("+++\ndate = 2024-01-31\ntimes = [10:00:00]\n+++\n")
    times: list[object] = post["times"]  # type: ignore[assignment]
    assert [type(value) for value in (post["date"], *times)] == [str, str]
    assert frontmatter.dumps(post, handler=FrontlintYAMLHandler()).startswith("---\ndate: ")
