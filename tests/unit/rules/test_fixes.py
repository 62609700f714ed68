"""Fixes that fixtures cannot show: what has none, and how several findings go together."""

from __future__ import annotations

from pathlib import Path

import pytest

from fixing import fixed, offered
from frontlint.base.source import decode
from frontlint.findings.fix import Fix
from frontlint.frontmatter.edit import Declined, edits, replace_here
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from support import lint, make_project

FAULTY = {
    "yaml": "---\ntitle: A\naliases:\n  - /a/ # keep\n  - /a\n  - /posts/p/\n  - /posts/p\n  - /b/\n---\n",
    "toml": "+++\ntitle = 'A'\naliases = ['/a/', '/a', '/posts/p/', '/posts/p', '/b/']\n+++\n",
    "json": '{"title": "A", "aliases": ["/a/", "/a", "/posts/p/", "/posts/p", "/b/"]}\n',
}
RULES = ("alias-duplicate", "alias-own-url")


def fixes(folder: Path, files: dict[str, str], *rules: str) -> list[Fix]:
    return offered(lint(make_project(folder, files), rules).findings)


@pytest.mark.parametrize("page", FAULTY.values(), ids=FAULTY.keys())
def test_several_findings_in_one_list_are_fixed_together(page: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/posts/p.md": page})
    assert len(lint(project, RULES).findings) >= 3
    fixed(project, RULES)
    file = project / "content" / "posts" / "p.md"
    document = read_document(decode("p.md", file.read_bytes()), plain_scalar)
    assert document.data["aliases"] == ["/a/", "/b/"]
    assert ("# keep" in page) is ("# keep" in file.read_text())
    assert not fixed(project, RULES).pages, "fixed twice is fixed once"


def test_what_settings_hand_down_has_no_fix(tmp_path: Path) -> None:
    settings = "baseURL: https://example.org/\ncascade: {draft: 'yes'}\n"
    files = {"hugo.yaml": settings, "content/a.md": "---\ntitle: A\n---\n"}
    project = make_project(tmp_path, files)
    (finding,) = lint(project, ["draft-not-boolean"]).findings
    assert finding.path == "hugo.yaml"
    assert finding.fix is None
    assert finding.help.startswith("write `draft: true`"), "it is still said"


def test_an_ignore_in_settings_has_no_fix(tmp_path: Path) -> None:
    settings = "baseURL: https://example.org/\n# frontlint: ignore[alias-relative]\ncascade: {title: x}\n"
    findings = lint(
        make_project(tmp_path, {"hugo.yaml": settings, "content/a.md": ""}), ["unused-ignore"]
    ).findings
    assert [finding.path for finding in findings] == ["hugo.yaml"]
    assert not offered(findings)


def test_what_a_page_has_from_a_cascade_has_no_fix(tmp_path: Path) -> None:
    files = {
        "content/s/_index.md": "---\ntitle: S\ncascade: {aliases: [/s/a/]}\n---\n",
        "content/s/a.md": "---\ntitle: A\n---\n",
    }
    findings = lint(make_project(tmp_path, files), ["alias-own-url"]).findings
    assert len(findings) == 1
    assert not offered(findings)


def test_aliases_in_another_case_have_no_fix(tmp_path: Path) -> None:
    """Hugo writes two files, and which of them is linked nobody knows."""
    page = "---\naliases: [/Old/, /old/]\n---\n"
    assert fixes(tmp_path, {"content/a.md": page}, "alias-duplicate") == []


def test_an_own_url_that_is_a_redirect_in_another_format_stays(tmp_path: Path) -> None:
    page = "---\naliases: [/a/]\noutputs: [html, amp]\n---\n"
    (finding,) = lint(make_project(tmp_path, {"content/a.md": page}), ["alias-own-url"]).findings
    assert finding.fix is None or "/amp/" not in str(finding.fix)


def test_one_text_with_several_aliases(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\naliases: /a/ /b/\n---\n"})
    fixed(project, ["alias-own-url"])
    assert (project / "content" / "a.md").read_text() == "---\naliases:\n  - /b/\n---\n"


def test_titles_that_make_addresses_are_not_safe(tmp_path: Path) -> None:
    settings = "baseURL: https://example.org/\npermalinks: {page: {posts: '/:title/'}}\n"
    page = "---\ntitle: Rye\u200b bread\n---\n"
    (fix,) = fixes(tmp_path, {"hugo.yaml": settings, "content/posts/a.md": page}, "invisible-character")
    assert not fix.safe


def test_a_change_at_a_place_that_has_another_text_is_declined() -> None:
    document = read_document(decode("a.md", b'---\ntitle: A\n---\n{{< ref "b" >}}\n'), plain_scalar)
    assert isinstance(edits(document, (replace_here("b", "c"),), plain_scalar), Declined), "no place"


def test_a_second_problem_is_repaired_where_it_is(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": "---\ntitle: a: b: c\nabout: d: e\nlast: @me\n---\n"})
    fixed(project, ["syntax"])
    text = (project / "content" / "a.md").read_text()
    assert text == '---\ntitle: "a: b: c"\nabout: "d: e"\nlast: "@me"\n---\n'


@pytest.mark.parametrize(
    ("page", "mended"),
    [
        ("---\ntags: [a, b],\n---\n", "---\ntags: [a, b]\n---\n"),
        ("---\ntext: |\n      \n  x\n  y\nweight: 1\n---\n", "---\ntext: |\n\n  x\n  y\nweight: 1\n---\n"),
        ('---\ntitle = "A"\nweight: 1\n---\n', '---\ntitle: "A"\nweight: 1\n---\n'),
        ("+++\nweight = 10;\n+++\n", "+++\nweight = 10\n+++\n"),
        ("---\ntags: [a, @b c, `d`]\n---\n", '---\ntags: [a, "@b c", "`d`"]\n---\n'),
        ("+++\nweight: 10\n+++\n", "+++\nweight = 10\n+++\n"),
        ("+++\nratio = .5\n+++\n", "+++\nratio = 0.5\n+++\n"),
        ("+++\ntitle = 'it's'\n+++\n", '+++\ntitle = "it\'s"\n+++\n'),
        ('{"a": 1; "date": 2024-01-02}\n', '{"a": 1, "date": "2024-01-02"}\n'),
    ],
)
def test_what_follows_a_value_is_mended_where_one_answer_is_right(
    page: str, mended: str, tmp_path: Path
) -> None:
    project = make_project(tmp_path, {"content/a.md": page})
    fixed(project, ["syntax"])
    assert (project / "content" / "a.md").read_text() == mended
    assert not lint(project, ["syntax"]).findings


@pytest.mark.parametrize(
    "page",
    [
        "+++\nab\n+++\n",
        "+++\na = 007\n+++\n",
        "+++\na = 02.01.2024\n+++\n",
        '+++\na = "x" "y"\n+++\n',
        '{"a": 01}\n',
        '{"a": 0x1F}\n',
        '{"a" b": 1}\n',
        '{"a": 1, -}\n',
        "{\"a\": ''2}\n",
        "+++\na =\n+++\n",
        "+++\na = {b = , c = 1}\n+++\n",
        "+++\na = flase\n+++\n",
        "+++\nweight = 1,000\n+++\n",
        "---\ntags: [a, b] c\n---\n",
        '---\ntitle: "a", "b"\n---\n',
        '+++\ntitle = "a", "b"\n+++\n',
        "---\ntags: [a], [b]\n---\n",
        "---\ntitle: 'A' draft: true\n---\n",
    ],
)
def test_what_may_mean_several_things_is_left_to_the_author(page: str, tmp_path: Path) -> None:
    """A repair that only lets the reader go on is no fix: the first line is two characters long."""
    findings = lint(make_project(tmp_path, {"content/a.md": page}), ["syntax"]).findings
    assert findings
    assert not offered(findings)


@pytest.mark.parametrize(
    ("written", "fixed_path"),
    [
        ('"/posts/b"', '"/posts/better"'),
        ('"b"', '"better"'),
        ("b", "better"),
        ('"posts/b.md#part"', '"/posts/better#part"'),
        ('"./b"', '"/posts/better"'),
    ],
)
def test_a_ref_to_a_page_that_was_renamed(written: str, fixed_path: str, tmp_path: Path) -> None:
    link = "---\ntitle: A\n---\n[x]({{< ref %s >}})\n"
    files = {
        "old/content/posts/a.md": link % written,
        "new/content/posts/a.md": link % written,
        "old/content/posts/b.md": "---\ntitle: B\n---\n",
        "new/content/posts/better.md": "---\ntitle: B\n---\n",
        "renamed": "content/posts/b.md content/posts/better.md\n",
    }
    project = make_project(tmp_path, files)
    (finding,) = lint(project, ["broken-ref"]).findings
    assert finding.help.endswith(": the page was renamed in this change")
    assert finding.fix is not None
    assert finding.fix.safe
    assert fixed(project, ["broken-ref"], unsafe=False).pages == {"content/posts/a.md"}
    assert (project / "new/content/posts/a.md").read_text() == link % fixed_path


ID = "aB3-dE_fG9h"
FORMATS = [
    ("draft-not-boolean", 'draft = "yes"', "draft = true"),
    ("draft-not-boolean", '{"Draft": "yes"}', '{"Draft": true}'),
    ("date-without-zone", "date = 2024-06-05T14:12:53", "date = 2024-06-05T14:12:53Z"),
    ("date-without-zone", "date = 2024-06-05 14:12:53 # c", "date = 2024-06-05T14:12:53Z # c"),
    ("date-without-zone", '{"date": "2024-06-05T14:12:53"}', '{"date": "2024-06-05T14:12:53Z"}'),
    ("duplicate-term", '{"tags": ["a", "b", "A"]}', '{"tags": ["a", "b"]}'),
    ("slug-form", 'slug = "it\'s"', 'slug = "its"'),
    ("slug-form", '{"slug": "what\'s"}', '{"slug": "whats"}'),
    ("value-misread", "slug = 1.10", 'slug = "1.10"'),
    ("value-misread", '{"title": 1.10}', '{"title": "1.10"}'),
    ("text-for-list", "tags = 'a, b'", "tags = ['a', 'b']"),
    (
        "id-alias-missing",
        f"ResourceId = '{ID}'\nResourceType = 'blog'\naliases = ['/x']",
        f"ResourceId = '{ID}'\nResourceType = 'blog'\naliases = ['/x', '/resources/{ID}']",
    ),
    (
        "id-alias-missing",
        f'{{"ResourceId": "{ID}", "aliases": []}}',
        f'{{"ResourceId": "{ID}", "aliases": ["/resources/{ID}"]}}',
    ),
    (
        "short-flag-disagrees",
        '{"videoId": "x", "isShort": true, "duration": 90}',
        '{"videoId": "x", "isShort": false, "duration": 90}',
    ),
    ("alias-archive", "aliasesArchive = ['blog/x']", "aliasesArchive = ['/blog/x']"),
    ("invisible-in-key", '"\u00a0description" = "x"', '"description" = "x"'),
    ("weight-step", f"weight = 302\nResourceId = '{ID}'", f"weight = 300\nResourceId = '{ID}'"),
]


@pytest.mark.parametrize(("rule", "before", "after"), FORMATS)
def test_toml_and_json(rule: str, before: str, after: str, tmp_path: Path) -> None:
    fence = "{}\n" if before.startswith("{") else "+++\n{}\n+++\n"
    project = make_project(tmp_path, {"content/posts/p.md": fence.format(before)})
    fixed(project, [rule])
    assert (project / "content/posts/p.md").read_text() == fence.format(after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("+++\ntitle = 'B'\n+++\n", "+++\ntitle = 'B'\naliases = ['/posts/a/']\n+++\n"),
        (
            "+++\naliases = '/x/'\n[params]\ny = 1\n+++\n",
            "+++\naliases = ['/x/', '/posts/a/']\n[params]\ny = 1\n+++\n",
        ),
        ('{"title": "B"}\n', '{"title": "B", "aliases": ["/posts/a/"]}\n'),
    ],
)
def test_a_lost_url_in_toml_and_json(before: str, after: str, tmp_path: Path) -> None:
    files = {
        "old/content/posts/a.md": before,
        "new/content/posts/b.md": before,
        "renamed": "content/posts/a.md content/posts/b.md\n",
    }
    project = make_project(tmp_path, files)
    fixed(project, ["lost-url"], unsafe=False)
    assert (project / "new/content/posts/b.md").read_text() == after
