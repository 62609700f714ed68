"""What the rules about addresses advise, word for word, and how much it weighs."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.findings.finding import Severity
from support import lint, make_project

TWO = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}, de: {weight: 3}}\n"


def helped(tmp_path: Path, rule: str, files: dict[str, str]) -> tuple[str, str]:
    """Message and advice of the only finding."""
    (finding,) = lint(make_project(tmp_path, files), [rule]).findings
    return finding.message, finding.help


@pytest.mark.parametrize(
    ("line", "landing", "advice"),
    [
        ("aliases: [/fr/x/]", "/fr/fr/x/", "write `/x/`"),
        ("aliases: [/FR/x]", "/fr/FR/x/", "write `/x`"),
        ("aliases: [/fr/fr/x/]", "/fr/fr/fr/x/", "write `/x/`"),
        ("aliases: [/fr//FR/x/]", "/fr/fr/FR/x/", "write `/x/`"),
        ("aliases: [/fr/fr/]", "/fr/fr/fr/", "delete the alias: `/fr/` is the home page of this language"),
        ("url: fr/fr/x", "/fr/fr/fr/x/", "write `x` or `/fr/x`"),
        ("aliases: [/fr/]", "/fr/fr/", "delete the alias: `/fr/` is the home page of this language"),
        ("aliases: [/de/x/]", "/fr/de/x/", "write `../../de/x/`, or write `/x/` on the page in de"),
        ("url: fr/x", "/fr/fr/x/", "write `x` or `/fr/x`"),
        ("url: de/x.html", "/fr/de/x.html", "write `/de/x.html`"),
    ],
)
def test_a_language_too_much(line: str, landing: str, advice: str, tmp_path: Path) -> None:
    files = {"hugo.yaml": TWO, "content/s/a.fr.md": f"---\ntitle: A\n{line}\n---\n"}
    message, help_text = helped(tmp_path, "alias-language-twice", files)
    assert f"`{landing}`" in message
    assert help_text == advice


@pytest.mark.parametrize(
    ("path", "alias", "landing", "advice"),
    [
        ("s/a.md", "x/y", "/docs/s/x/y/", "write `/x/y`, or `/s/x/y/` if that is what you mean"),
        ("s/a.fr.md", "x/y", "/docs/fr/s/x/y/", "write `/x/y`, or `/s/x/y/` if that is what you mean"),
        ("s/a.fr.md", "fr/y", "/docs/fr/s/fr/y/", "write `/y`, or `/s/fr/y/` if that is what you mean"),
        ("s/ü/index.md", "x/y", "/docs/s/x/y/", "write `/x/y`, or `/s/x/y/` if that is what you mean"),
        ("_index.fr.md", "x/y", "/docs/x/y/", "write `/x/y`, or `./x/y` if that is what you mean"),
    ],
)
def test_a_relative_alias(path: str, alias: str, landing: str, advice: str, tmp_path: Path) -> None:
    files = {
        "hugo.yaml": f"baseURL: https://example.org/docs/\n{TWO}",
        f"content/{path}": f"---\ntitle: A\naliases: ['{alias}']\n---\n",
    }
    message, help_text = helped(tmp_path, "alias-relative", files)
    assert f"so it becomes `{landing}`" in message
    assert help_text == advice


@pytest.mark.parametrize(
    ("value", "advice"),
    [
        ("/a/, /b/", 'write the list `["/a/", "/b/"]`'),
        ('"[/a/, b]"', 'write the list `["/a/", "b"]`'),
        ("['/a/,']", "write `/a/`"),
        ("['/a/, /b/']", "write a list of `/a/` and `/b/`"),
        ("['[/a/]']", "write `/a/`"),
    ],
)
def test_a_list_in_an_alias(value: str, advice: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": f"---\naliases: {value}\n---\n"})
    (finding,) = lint(project, ["alias-malformed"]).findings
    assert (finding.help, finding.severity) == (advice, Severity.WARNING)


@pytest.mark.parametrize(
    ("url", "advice"),
    [
        ("/q/?x=1", "write `/q/`"),
        ("www.example.org/c/", "write `/c/`"),
        ("'C:\\docs\\d'", "write `/docs/d`"),
        ("' '", "delete the line, or write a path such as `/about/`"),
        ("/?p=1", "write a path such as `/about/`"),
    ],
)
def test_a_url_that_is_not_a_path(url: str, advice: str, tmp_path: Path) -> None:
    files = {"content/a.md": f"---\ntitle: A\nurl: {url}\n---\n"}
    assert helped(tmp_path, "url-malformed", files)[1] == advice


@pytest.mark.parametrize(
    ("value", "what", "advice"),
    [
        ("|\n  /x/", "a line break, so Hugo's build fails", "write `/x/` on one line"),
        (r'"/x\ty/"', "a tab, so Hugo's build fails", "write `/xy/`"),
        (r'"/x/\r"', "a line break (U+000D), so Hugo's build fails", "write `/x/`"),
        (
            r'"/x\u007fy/"',
            "an invisible control character (U+007F), so Hugo's build fails",
            "write `/xy/`",
        ),
        (r'"/x\u0085y/"', "an invisible control character (U+0085)", "write `/xy/`"),
    ],
)
def test_a_url_with_a_control_character(value: str, what: str, advice: str, tmp_path: Path) -> None:
    files = {"content/a.md": f"---\ntitle: A\nurl: {value}\n---\n"}
    message, help_text = helped(tmp_path, "url-malformed", files)
    assert message.endswith(f" contains {what}")
    assert help_text == advice


def test_an_alias_with_a_line_break_at_its_end(tmp_path: Path) -> None:
    files = {"content/a.md": "---\ntitle: A\naliases:\n- |\n  /x/\n---\n"}
    message, help_text = helped(tmp_path, "alias-malformed", files)
    assert message == "the alias `/x/ ` contains a line break"
    assert help_text == "write `/x/`"


def test_a_term_over_a_list_is_an_error_with_the_list_beside_it(tmp_path: Path) -> None:
    files = {
        "content/a.md": '---\ntitle: A\ntags: ["?"]\n---\n',
        "content/tags/_index.md": "---\ntitle: Tags\n---\n",
    }
    (finding,) = lint(make_project(tmp_path, files), ["url-collision"]).findings
    assert finding.message == "the term `?` publishes `/tags/`, which is the list of all terms of `tags`"
    assert finding.severity is Severity.ERROR
    assert [label.path for label in finding.related] == ["content/tags/_index.md"]


def test_a_page_with_its_own_layout_may_be_the_list(tmp_path: Path) -> None:
    files = {
        "content/shows.md": "---\ntitle: Shows\nlayout: shows\n---\n",
        "content/shows/a.md": "---\ntitle: A\n---\n",
    }
    (finding,) = lint(make_project(tmp_path, files), ["page-replaces-list"]).findings
    assert finding.severity is Severity.INFO
    assert finding.help == "rename it to `content/shows/_index.md`"


def test_a_home_page_with_its_right_file_beside_it(tmp_path: Path) -> None:
    files = {"content/index.md": "", "content/_index.md": ""}
    message, help_text = helped(tmp_path, "home-is-leaf", files)
    assert message == "the home page is a leaf bundle, so Hugo does not publish 1 content file below it"
    assert help_text == "move its text into `_index.md`, then delete this file"


def test_an_alias_of_the_root_with_ugly_urls_is_a_file_without_a_name(tmp_path: Path) -> None:
    """Hugo adds the suffix before it looks whether the alias is the root: the build does not stop."""
    files = {"hugo.yaml": "uglyURLs: true\n", "content/a.md": "---\ntitle: A\naliases: [/]\n---\n"}
    message, _ = helped(tmp_path, "alias-malformed", files)
    assert message == "the alias `/` is the root of the website: Hugo writes `/.html`"


def test_an_alias_with_its_language_on_the_home_page_lands_where_it_says(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": f"defaultContentLanguageInSubdir: true\n{TWO}",
        "content/_index.fr.md": "---\ntitle: A\naliases: [fr/x.html]\n---\n",
    }
    assert not lint(make_project(tmp_path, files), ["alias-relative"]).findings


@pytest.mark.parametrize(
    ("cascade", "own", "advice"),
    [
        ("", "", "add `cascade: {draft: true}` to keep back all pages of `s`"),
        (
            "",
            "draft: false\n",
            "add `cascade: {draft: true}` to keep back all pages of `s`, and delete "
            "`draft: false` in 1 of them",
        ),
        ("cascade: {weight: 1}\n", "", "add `draft: true` to `cascade` to keep back all pages of `s`"),
        (
            "cascade: {target: {kind: page}, weight: 1}\n",
            "",
            "make `cascade` a list, and add the item `{draft: true}` to keep back all pages of `s`",
        ),
        (
            "cascade: [{weight: 1}]\n",
            "",
            "add the item `{draft: true}` to `cascade` to keep back all pages of `s`",
        ),
    ],
)
def test_the_advice_for_a_draft_section_fits_its_cascade(
    cascade: str, own: str, advice: str, tmp_path: Path
) -> None:
    files = {
        "content/s/_index.md": f"---\ntitle: S\ndraft: true\n{cascade}---\n",
        "content/s/a.md": f"---\ntitle: A\n{own}---\n",
    }
    _, help_text = helped(tmp_path, "draft-section", files)
    assert help_text == advice


def test_a_cascade_for_the_list_alone_is_told_there(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": "cascade: {target: {path: /s}, draft: true}\n",
        "content/s/_index.md": "---\ntitle: S\n---\n",
        "content/s/a.md": "---\ntitle: A\n---\n",
    }
    _, help_text = helped(tmp_path, "draft-section", files)
    assert help_text == 'write `path: "{/s,/s/**}"` in the target to keep back the pages, too'
