"""What the rules of syntax, identity and text say: words and places that fixtures cannot show."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.source import decode
from frontlint.findings.finding import Finding, Severity
from support import lint, make_project

ID = "aB3-dE_fG9h"
SUCH = "write a date, such as `date: 2024-01-31` or `date: 2024-01-31T09:00:00Z`"


def findings(folder: Path, rule: str, front: str | bytes, name: str = "posts/a.md") -> tuple[Finding, ...]:
    page = front if isinstance(front, bytes) else f"---\n{front}\n---\n"
    return tuple(lint(make_project(folder, {f"content/{name}": page}), [rule]).findings)


@pytest.mark.parametrize(
    ("front", "help_", "label"),
    [
        (
            "date: 05/06/2024 14:12:53",
            "write `date: 2024-06-05T14:12:53Z` (5 June) or `date: 2024-05-06T14:12:53Z` (6 May)",
            "",
        ),
        ("date: 13/06/2024", "write `date: 2024-06-13`", ""),
        ("date: soon", SUCH, ""),
        ("date: 2024-06-05,", "write `date: 2024-06-05`", ""),
        ("date: [2024/06/05]", "write `date: 2024-06-05`", ""),
        ("date: [2024/06/05, 2024/06/06]", SUCH, ""),
        ("date: 2024\u201306\u201305", "write `date: 2024-06-05`", "`\u2013` is an en dash (U+2013)"),
        ("date: 2024\u201006\u201005", "write `date: 2024-06-05`", "`\u2010` is a hyphen (U+2010)"),
        ("date: a \u2013 b", SUCH, ""),
        ('date: "2024-06-05 "', "write `date: 2024-06-05`", "a blank is at its end"),
        ('date: " 2024-06-05"', "write `date: 2024-06-05`", "a blank is at its start"),
        ("date: 2024-02-30", SUCH, "month 02 has no day 30"),
        ("date: 2024-06-05T25:00:00Z", SUCH, "hour 25 does not exist"),
        (
            "date: 2024-25-06",
            "if day and month changed places, write `date: 2024-06-25`",
            "month 25 does not exist",
        ),
        ("date: 2024-06-05T14:12:53+2", "write `date: 2024-06-05T14:12:53+02:00`", ""),
    ],
)
def test_bad_date_says_what_to_write(tmp_path: Path, front: str, help_: str, label: str) -> None:
    said = [(finding.help, finding.label) for finding in findings(tmp_path, "bad-date", front)]
    assert said == [(help_, label)]


@pytest.mark.parametrize(
    ("front", "help_"),
    [("date: 2020", "write `date: 2020-01-31`"), ("lastmod: 20240605", "write `lastmod: 2024-06-05`")],
)
def test_a_number_for_a_date_gets_the_date(tmp_path: Path, front: str, help_: str) -> None:
    assert [finding.help for finding in findings(tmp_path, "value-misread", front)] == [help_]


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (b"---\ntitle: caf\xe9\n---\n", '"é" is saved in an old encoding (Latin-1); Hugo needs UTF-8'),
        (
            b"\xef\xbb\xbf---\ntitle: \x93\n---\n",
            '"“" is saved in an old encoding (Windows-1252); Hugo needs UTF-8',
        ),
        (
            b"---\ntitle: \x81\xff\n---\n",
            "the byte 0x81 is not UTF-8, so Hugo cannot read it (1 more on this page)",
        ),
        (
            b"---\ntitle: \xf0\x9f\x8d\n---\n",
            "a character is incomplete here, so Hugo cannot read it (2 more on this page)",
        ),
        ("---\ntitle: a\n---\n".encode("utf-16"), "this file is UTF-16, which Hugo cannot read"),
        ("---\ntitle: a\n---\n".encode("utf-16-be"), "this file is UTF-16, which Hugo cannot read"),
    ],
)
def test_encoding_names_the_byte(tmp_path: Path, page: bytes, message: str) -> None:
    assert [finding.message for finding in findings(tmp_path, "encoding", page)] == [message]


def test_a_weight_with_a_zero_says_both_numbers(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "value-misread", "weight: 012")
    assert finding.message == "Hugo reads `weight: 012` as 10: a leading zero makes a number octal"
    assert finding.help == "write `weight: 12`"


def test_null_value_points_at_the_key(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "null-value", "title: a\nVideos:")
    assert (finding.span.start, finding.span.end) == (13, 19)
    assert finding.message == "`Videos` has no value"


def test_late_front_matter_is_to_be_moved(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "no-front-matter", b"<!-- c -->\n---\ntitle: a\n---\n")
    assert finding.help.startswith("move the front matter")


def test_twins_name_the_oldest_one(tmp_path: Path) -> None:
    page = f"---\nResourceId: {ID}\n---\n"
    files = {f"content/resources/blog/{name}/index.md": page for name in ("rye", "oats", "wheat")}
    outcome = lint(make_project(tmp_path, files), ["id-not-unique"])
    assert [finding.message for finding in outcome.findings] == [
        f"`ResourceId: {ID}` is also the id of `resources/blog/oats`",
        f"`ResourceId: {ID}` is also the id of `resources/blog/oats`",
    ]
    assert [label.path for finding in outcome.findings for label in finding.related] == [
        "content/resources/blog/oats/index.md",
        "content/resources/blog/oats/index.md",
    ]


@pytest.mark.parametrize(
    ("oats", "rye", "newer"),
    [
        ("", "", False),
        ("date: 2024-01-01\n", "", False),
        ("date: 2024-01-01\n", "date: 2024-01-01\n", False),
        ("date: 2024-01-01\n", "date: 2024-01-02\n", True),
    ],
)
def test_only_a_page_with_a_later_date_is_called_newer(
    tmp_path: Path, oats: str, rye: str, newer: bool
) -> None:
    files = {
        f"content/resources/blog/{name}/index.md": f"---\n{date}ResourceId: {ID}\n---\n"
        for name, date in (("oats", oats), ("rye", rye))
    }
    (finding,) = lint(make_project(tmp_path, files), ["id-not-unique"]).findings
    assert finding.path == "content/resources/blog/rye/index.md"
    assert ("newer" in finding.help) is newer


def test_a_long_path_does_not_make_a_long_message(tmp_path: Path) -> None:
    page = f"---\nResourceId: {ID}\n---\n"
    files = {f"content/resources/blog/{letter * 150}/index.md": page for letter in "ab"}
    outcome = lint(make_project(tmp_path, files), ["id-not-unique"])
    assert all(len(finding.message) < 120 for finding in outcome.findings)


@pytest.mark.parametrize(
    ("front", "severity"),
    [
        ("ClassificationType: tags", Severity.WARNING),
        ("ItemKind: classification", Severity.WARNING),
        ("ResourceType: blog", Severity.ERROR),
    ],
)
def test_a_missing_id_alias_weighs_less_on_classifications(
    tmp_path: Path, front: str, severity: Severity
) -> None:
    (finding,) = findings(tmp_path, "id-alias-missing", f"ResourceId: {ID}\n{front}")
    assert finding.severity is severity


def test_an_id_alias_in_the_wrong_case_is_named(tmp_path: Path) -> None:
    front = f"ResourceId: {ID}\naliases: [/resources/{ID.upper()}]"
    (finding,) = findings(tmp_path, "id-alias-missing", front)
    assert f"instead of `/resources/{ID.upper()}`" in finding.help


@pytest.mark.parametrize(
    "front",
    [
        "abstract: The dough rests all night. The dough rests all night.",
        "abstract: |-\n  The dough rests all night.\n  The dough rests all night.",
        "abstract: >\n  The dough rests all\n  night. The dough rests\n  all night.",
        "abstract: 'The dough rests all night. The dough rests all night.'",
        'abstract: "The dough rests\\n all night. The \\\n  dough rests all night."',
    ],
)
def test_the_second_place_is_found_in_every_style(tmp_path: Path, front: str) -> None:
    (finding,) = findings(tmp_path, "repeated-sentence", front)
    text = decode("", (tmp_path / finding.path).read_bytes()).text
    (first,) = finding.related
    for span in (first.span, finding.span):
        words = text[span.start : span.end].replace("\\n", " ").replace("\\", " ").split()
        assert " ".join(words) == "The dough rests all night."
    assert first.span.end <= finding.span.start


def test_a_text_behind_a_yaml_alias_is_shown_as_a_whole(tmp_path: Path) -> None:
    front = "base: &base It is said here and now. It is said here and now.\nabstract: *base"
    (finding,) = findings(tmp_path, "repeated-sentence", front)
    assert finding.span.length > 0


def test_a_repeated_paragraph_is_one_finding(tmp_path: Path) -> None:
    paragraph = "The dough rests all night. The oven is hot at dawn."
    front = f"abstract: |\n  {paragraph}\n\n  {paragraph}"
    assert len(findings(tmp_path, "repeated-sentence", front)) == 1


@pytest.mark.parametrize(
    ("type_", "line"), [("", "`ItemType`"), ("ResourceType: blog\n", "`ItemType: blog`")]
)
def test_a_key_is_offered_without_a_value_that_nobody_knows(tmp_path: Path, type_: str, line: str) -> None:
    page = f"---\nItemId: {ID}\nItemKind: resource\n{type_}---\n"
    outcome = lint(make_project(tmp_path, {"content/posts/a.md": page}), ["id-fields-disagree"])
    (finding,) = outcome.findings
    assert finding.help == f"add {line} and `ItemContentOrigin: human`"


def test_a_refused_field_is_called_as_the_page_writes_it(tmp_path: Path) -> None:
    (finding,) = findings(tmp_path, "bad-date", "PublishDate: 12.05.2024")
    assert finding.message.startswith("Hugo cannot read `PublishDate: 12.05.2024`")


TERM = "---\ntitle: {}\nClassificationType: tags\n---\n"


@pytest.mark.parametrize("known", [True, False])
def test_a_term_without_its_sign_is_a_title_only_of_a_page_that_is_there(tmp_path: Path, known: bool) -> None:
    files = {"content/a.md": "---\ntags: [Nuts & Bolts]\n---\n", "content/tags/b/_index.md": TERM.format("B")}
    if known:
        files["content/tags/nuts-and-bolts/_index.md"] = TERM.format("Nuts and Bolts")
    (finding,) = lint(make_project(tmp_path, files), ["term-characters"]).findings
    assert finding.help == "write `Nuts and Bolts`" + (", the title of its page" if known else "")


def test_terms_in_one_text_are_told_once(tmp_path: Path) -> None:
    files = {"content/a.md": "---\ntags: a, b\n---\n", "content/tags/b/_index.md": TERM.format("B")}
    outcome = lint(make_project(tmp_path, files), ["term-characters", "text-for-list", "unknown-term"])
    assert [one.rule for one in outcome.findings if one.path == "content/a.md"] == ["text-for-list"]


@pytest.mark.parametrize(
    ("front", "message", "help_"),
    [
        (
            "tags:\n- a\n- Garden: Roses",
            "`tags[2]` is a map, not text, so Hugo drops all tags",
            'write `- "Garden: Roses"`',
        ),
        (
            'tags:\n- "a": "b"',
            "`tags[1]` is a map, not text, so Hugo drops all tags",
            'write `- "a: b"`',
        ),
        (
            "categories: [{name: News, x: y}, {Name: News}]",
            "`categories[1]` is a map, not text, so Hugo drops all categories",
            "write one text for each term",
        ),
        (
            "tags: [{Name: News}]",
            "`tags[1]` is a map, not text, so Hugo drops all tags",
            "write only the text: `News`",
        ),
        (
            "Tags: [[a, b], c]",
            "`Tags[1]` is a list, not text, so Hugo drops all tags",
            "write `Tags: [a, b, c]`",
        ),
        ("tags: {a: b}", "`tags` is a map, so Hugo reads no tags from it", "write one text for each term"),
        (
            "cascade:\n  tags: [{a: b}]",
            "`tags[1]` is a map, not text, so Hugo drops all tags; the cascade reaches 1 page",
            "write one text for each term",
        ),
    ],
)
def test_a_term_that_is_not_text_gets_its_text(tmp_path: Path, front: str, message: str, help_: str) -> None:
    name = "posts/_index.md" if "cascade" in front else "posts/a.md"
    (finding,) = findings(tmp_path, "term-not-text", front, name)
    assert (finding.message, finding.help) == (message, help_)


@pytest.mark.parametrize(
    ("front", "help_"),
    [
        ("keywords:\n- Garden: Roses", 'write `- "Garden: Roses"`'),
        ("description:\n  Note: this", 'write `description: "Note: this"`'),
        ("aliases: [{url: /a/, x: y}]", "write one text, without brackets or dashes"),
        ("keywords: [[a]]", "write one text, without brackets or dashes"),
        ("keywords:\n- title: News", "write only the text: `News`"),
    ],
)
def test_a_map_for_a_text_gets_its_text(tmp_path: Path, front: str, help_: str) -> None:
    assert [one.help for one in findings(tmp_path, "wrong-type", front)] == [help_]


def test_where_the_schema_speaks_of_a_term_nothing_else_does(tmp_path: Path) -> None:
    front = "title: A\nResourceType: blog\nResourceId: aB3-dE_fG9h\nItemKind: resource\ntags: [{a: b}]"
    page = {"content/resources/blog/2024/a/index.md": f"---\n{front}\n---\n"}
    names = [one.rule for one in lint(make_project(tmp_path, page)).findings if one.field == ("tags", 0)]
    assert names == ["wrong-type"]


def test_a_near_miss_of_a_taxonomy_names_who_has_it(tmp_path: Path) -> None:
    pages = {
        "content/a.md": "---\nauthor: Ann\n---\n",
        "content/b.md": "---\ntag: x\n---\n",
        "hugo.yaml": "taxonomies: {tag: tags, author: authors}\n",
        "layouts/all.html": "x",
    }
    project = make_project(tmp_path, pages)
    assert [one.message for one in lint(project, ["near-miss-field"]).findings] == [
        "Hugo has no field `author`, but this site has `authors`",
        "Hugo has no field `tag`, but it has `tags`",
    ]
