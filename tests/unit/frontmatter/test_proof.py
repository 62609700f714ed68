"""The judge of fixes: it refuses whatever a change does not name."""

from __future__ import annotations

import pytest

from frontlint.base.span import Span
from frontlint.frontmatter.edit import Change, append_item, remove_item, replace_source, set_value
from frontlint.frontmatter.proof import judge
from frontlint.hugo.values.scalars import plain_scalar

PAGE = "---\n# top\na: [x, y] # on a\nb: old # on b\n---\nBody\n"
TOML = "+++\na = [\n  1, # one\n  2 # two\n] # end\n[t] # on t\nb = 'x' # on b\n+++\nBody\n"


def verdict(before: str, after: str, *changes: Change) -> str:
    """What the judge says, `fine` for nothing."""
    return judge(before.encode(), after.encode(), changes, plain_scalar) or "fine"


def test_what_the_change_says_is_fine() -> None:
    assert verdict(PAGE, PAGE.replace("old", "new"), set_value(("b",), "new")) == "fine"
    assert verdict(PAGE, PAGE.replace("x, y", "y"), remove_item(("a", 0))) == "fine"
    assert verdict(TOML, TOML.replace("'x'", "'y'"), set_value(("t", "b"), "y")) == "fine"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("b: old", "b: older", "a value would change"),
        ("b: old", "b: new\nc: 1", "a value would change"),
        ("a: [x, y] # on a\nb: old # on b", "b: new # on b\na: [x, y] # on a", "a value would change"),
        ("[x, y] # on a\nb: old", "[x, z] # on a\nb: new", "a value would change"),
        ("# top\n", "", "a value would change"),
        ("old # on b", "new", "comment # on b would be lost"),
        ("# top\na: [x, y] # on a\nb: old", "# on a\na: [x, y] # top\nb: new", "in another place"),
        ("old", "new # more", "comment"),
        ("b: old", "b: new\nb: other", "new problem"),
        ("b: old", "b: [new", "new problem"),
        ("old # on b\n---\nBody", "new # on b\n---\nbody", "body would change"),
        ("---\n# top", "\ufeff---\n# top", "byte order mark"),
    ],
)  # fmt: skip
def test_anything_else_is_not(old: str, new: str, reason: str) -> None:
    assert reason in verdict(PAGE, PAGE.replace(old, new), set_value(("b",), "new"))


@pytest.mark.parametrize(
    ("old", "new"), [(" # one", ""), ("# on t", "# on"), (" # end", ""), (" # on b", "")]
)
def test_comments_of_toml_are_seen(old: str, new: str) -> None:
    after = TOML.replace("'x'", "'y'").replace(old, new)
    assert "comment" in verdict(TOML, after, set_value(("t", "b"), "y"))


def test_the_comment_of_a_removed_item_may_go_and_no_other() -> None:
    after = TOML.replace("  1, # one\n", "")
    assert verdict(TOML, after, remove_item(("a", 0))) == "fine"
    assert "# two would be lost" in verdict(TOML, after.replace(" # two", ""), remove_item(("a", 0)))


def test_another_reader_has_to_understand_the_page() -> None:
    page = "---\na:\tx\n---\n"
    assert "does not understand" in verdict(page, page.replace("x", "y"), set_value(("a",), "y"))


def test_a_date_that_there_never_was_can_be_corrected() -> None:
    page = "---\ndate: 2024-02-30\nb: 2024-02-30T25:00:00Z # c\n---\n"
    assert verdict(page, page.replace("02-30\n", "02-29\n"), set_value(("date",), "2024-02-29")) == "fine"


def test_json_is_read_by_the_standard_library() -> None:
    page = '{"a": [1], "b": "x"}\n'
    assert verdict(page, '{"a": [1, 2], "b": "x"}\n', append_item(("a",), 2)) == "fine"
    assert verdict(page, '{"a": [1, 2], "b": "y"}\n', append_item(("a",), 2)) != "fine"


def test_a_repaired_page_has_to_be_read() -> None:
    page = "---\na: b: c\n---\nBody\n"
    change = replace_source(Span(7, 11), '"b: c"')
    assert verdict(page, '---\na: "b: c"\n---\nBody\n', change) == "fine"
    assert verdict(page, "---\na: b: d\n---\nBody\n", change) != "fine"
    assert verdict(page, '---\na: "b: d"\n---\nBody\n', change) != "fine"
    assert verdict(page, '---\na: "b: c"\n---\nbody\n', change) != "fine"


def test_what_never_ends_or_is_too_deep_is_refused() -> None:
    page = "---\na: " + "[" * 3000 + "x" + "]" * 3000 + "\nb: old\n---\n"
    assert "does not understand" in verdict(page, page.replace("old", "new"), set_value(("b",), "new"))
