"""Remedies of rules about the site are lines of the page's own format."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.engine.own_format import in_format
from frontlint.frontmatter.document import Format
from support import lint, make_project

DATED = {"hugo.toml": '[permalinks]\nposts = "/:year/:slug/"\n'}
FORMATS = {"md": "---\ntitle: A\n---\n", "toml": '+++\ntitle = "A"\n+++\n', "json": '{"title": "A"}\n'}
BELOW = "content/posts/a.md"


@pytest.mark.parametrize(
    ("form", "line"),
    [("md", "`date: 2025-01-31`"), ("toml", "`date = 2025-01-31`"), ("json", '`"date": "2025-01-31"`')],
)
def test_a_line_to_add(tmp_path: Path, form: str, line: str) -> None:
    project = make_project(tmp_path, {**DATED, "content/posts/a.md": FORMATS[form]})
    (finding,) = lint(project, ["undated-permalink"]).findings
    assert finding.help == f"add a line such as {line}"


@pytest.mark.parametrize(
    ("front", "line"),
    [
        ("---\ndraft: true\n---\n", "add `cascade: {draft: true}` to"),
        ("+++\ndraft = true\n+++\n", "add `cascade = {draft = true}` to"),
        ('{"draft": true}\n', 'add `"cascade": {"draft": true}` to'),
        ("+++\ndraft = true\n[cascade]\na = 1\n+++\n", "add `draft = true` to `cascade`"),
        ("+++\ndraft = true\n[[cascade]]\na = 1\n+++\n", "add the item `{draft = true}` to `cascade`"),
    ],
)
def test_a_mapping_to_add(tmp_path: Path, front: str, line: str) -> None:
    project = make_project(tmp_path, {"content/posts/_index.md": front, BELOW: FORMATS["md"]})
    (finding,) = lint(project, ["draft-section"]).findings
    assert finding.help.startswith(line)


@pytest.mark.parametrize(
    "text",
    [
        "delete this link, or create content/a.md",
        'write `{{< ref path="/a" lang="de" >}}`',
        "write `/a/: b`, or `x`",
        "keep only `a` (line 3): it counts",
        "move it:\nto another page",
    ],
)
@pytest.mark.parametrize("form", [Format.TOML, Format.JSON])
def test_what_is_no_line_of_front_matter_stays(text: str, form: Format) -> None:
    assert in_format(text, form) == text


def test_lines_below_keep_their_comments() -> None:
    text = "add to `aliases`:\n  - /a/\n  # and\n  - /b/"
    assert in_format(text, Format.TOML) == 'add to `aliases`:\n["/a/", "/b/"]\n# and'


@pytest.mark.parametrize(
    ("front", "message", "advice"),
    [
        (
            '+++\ndraft = "yes"\n+++\n',
            '`draft = "yes"` does not keep this page back: Hugo publishes it',
            "write `draft = true`",
        ),
        (
            '{"draft": "yes"}\n',
            '`"draft": "yes"` does not keep this page back: Hugo publishes it',
            'write `"draft": true`',
        ),
        (
            "---\ndraft: yes\n---\n",
            "`draft: yes` does not keep this page back: Hugo publishes it",
            "write `draft: true`",
        ),
    ],
)
def test_a_rule_about_a_page_quotes_the_page_as_it_is(
    tmp_path: Path, front: str, message: str, advice: str
) -> None:
    project = make_project(tmp_path, {"content/posts/a.md": front})
    (finding,) = lint(project, ["draft-not-boolean"]).findings
    assert (finding.message, finding.help[: len(advice)]) == (message, advice)


@pytest.mark.parametrize("form", [Format.TOML, Format.JSON])
def test_a_number_is_shown_as_it_is_written(form: Format) -> None:
    line = "slug = 1.10" if form is Format.TOML else '"slug": 1.10'
    assert in_format("Hugo reads `slug: 1.10` as the number 1.1", form) == (
        f"Hugo reads `{line}` as the number 1.1"
    )


@pytest.mark.parametrize(
    "text", ['write `slug = "a: b"`', "write `{priority = 0.7}`", 'write `"a": "b: c"`', "a `{` begins"]
)
def test_what_is_in_the_format_already_stays(text: str) -> None:
    assert in_format(text, Format.TOML if "=" in text else Format.JSON) == text


def test_a_key_with_a_dot_is_one_of_toml() -> None:
    text = "Hugo cannot read `sitemap.priority: high` as a number"
    assert in_format(text, Format.TOML) == 'Hugo cannot read `sitemap.priority = "high"` as a number'
    assert in_format(text, Format.JSON) == text


@pytest.mark.parametrize(
    ("front", "rule", "shown"),
    [
        ('+++\ntags = ["Nuts: a", "Nuts: A"]\n+++\n', "duplicate-term", "`Nuts: A`"),
        ('{"tags": ["Nuts: a", "Nuts: A"]}\n', "duplicate-term", "`Nuts: A`"),
        ('+++\naliases = ["Note: x y"]\n+++\n', "alias-malformed", "`Note: x y`"),
        ('+++\naliases = ["TODO: x y"]\n+++\n', "alias-malformed", "`TODO: x y`"),
    ],
)
def test_a_text_of_an_author_with_a_colon_is_no_line(
    tmp_path: Path, front: str, rule: str, shown: str
) -> None:
    project = make_project(tmp_path, {"content/posts/a.md": front})
    (finding,) = lint(project, [rule]).findings
    assert shown in finding.message


def test_keys_of_a_site_are_lines() -> None:
    text = "write `topics: [a]`, `ItemKind: resource` or `kind: page`"
    assert in_format(text, Format.TOML, {"topics"}) == (
        'write `topics = ["a"]`, `ItemKind = "resource"` or `kind = "page"`'
    )
    assert "`topics: [a]`" in in_format(text, Format.TOML)
