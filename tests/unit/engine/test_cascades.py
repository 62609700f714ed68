"""Findings in cascades: each once, at the cascade, with the number of pages that have the value."""

from __future__ import annotations

from pathlib import Path

import pytest

from frontlint.base.sources import Sources
from frontlint.engine.check import check
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding, Severity
from frontlint.findings.fingerprint import fingerprints
from frontlint.hugo.config import ConfigError, load_config
from frontlint.settings import load_settings
from support import CLOCK, found, lint, make_project

PAGE = "---\ntitle: P\n---\n"


def _only(folder: Path, files: dict[str, str], *rules: str) -> list[Finding]:
    return list(lint(make_project(folder, files), rules or None).findings)


def test_the_pages_that_have_the_value_are_counted(tmp_path: Path) -> None:
    files = {
        "content/a/_index.md": "---\ntitle: A\ncascade:\n- target: {kind: page}\n  draft: yes\n---\n",
        "content/a/one.md": PAGE,
        "content/a/two.md": PAGE,
        "content/a/own.md": "---\ntitle: Own\ndraft: true\n---\n",
    }
    (finding,) = _only(tmp_path, files, "draft-not-boolean")
    assert finding.severity is Severity.ERROR
    assert finding.field == ("cascade", 0, "draft")
    assert finding.message.endswith("; the cascade reaches 2 pages")


def test_an_alias_that_stops_the_build_is_told_at_the_cascade_once(tmp_path: Path) -> None:
    settings = "baseURL: https://example.org/\ncascade:\n  aliases:\n  - ../../x\n"
    project = make_project(tmp_path, {"hugo.yaml": settings, "content/a.md": PAGE, "content/b.md": PAGE})
    assert found(lint(project, ["alias-malformed"])) == [("hugo.yaml", 4, "alias-malformed")]


def test_pages_with_one_url_from_a_cascade_are_one_finding(tmp_path: Path) -> None:
    files = {
        "content/a/_index.md": "+++\ntitle = 'A'\n[[cascade]]\n[cascade.params]\nurl = '/x/'\n+++\n",
        "content/a/one.md": PAGE,
        "content/a/two.md": PAGE,
    }
    assert found(lint(make_project(tmp_path, files), ["url-collision"])) == [
        ("content/a/_index.md", 5, "url-collision")
    ]


def test_a_later_settings_file_counts(tmp_path: Path) -> None:
    files = {
        "config/_default/hugo.yaml": "baseURL: https://example.org/\ncascade:\n  draft: yes\n  weight: 1.5\n",
        "config/production/cascade.yaml": "draft: 'on'\n",
        "content/a.md": PAGE,
    }
    project = make_project(tmp_path, files)
    assert found(lint(project, ["draft-not-boolean", "value-misread"])) == [
        ("config/_default/hugo.yaml", 4, "value-misread"),
        ("config/production/cascade.yaml", 1, "draft-not-boolean"),
    ]


def test_a_changed_value_in_the_settings_is_a_new_finding(tmp_path: Path) -> None:
    prints = set()
    for value in ("yes", "on"):
        settings = f"baseURL: https://example.org/\ncascade: {{draft: {value}}}\n"
        project = make_project(tmp_path / value, {"hugo.yaml": settings, "content/a.md": PAGE})
        findings = lint(project, ["draft-not-boolean"]).findings
        prints.update(fingerprints(findings, Sources(project)))
    assert len(prints) == 2


def _with_variables(folder: Path, files: dict[str, str], **variables: str) -> list[Finding]:
    project = make_project(folder, {"hugo.yaml": "baseURL: https://example.org/\n", **files})
    config = load_config(project, variables=variables)
    settings = load_settings(None, project)
    return list(check(Request(project, config, settings, shown=Severity.INFO, clock=CLOCK)).findings)


def test_a_cascade_in_a_variable_is_told_at_the_first_settings_file(tmp_path: Path) -> None:
    (finding,) = _with_variables(tmp_path, {"content/a.md": PAGE}, HUGO_CASCADE_DRAFT="yes")
    assert (finding.rule, finding.path, finding.span.start) == ("draft-not-boolean", "hugo.yaml", 0)
    assert finding.help.endswith("; it is set by the environment variable `HUGO_CASCADE_DRAFT`")


def test_what_a_variable_replaces_is_not_judged(tmp_path: Path) -> None:
    files = {"hugo.yaml": "cascade: {draft: yes, build: {render: no}}\n", "content/a.md": PAGE}
    variables = {"HUGO_CASCADE_DRAFT": "false", "HUGOxCASCADExBUILDxRENDER": "nevr"}
    (finding,) = _with_variables(tmp_path, files, **variables)
    assert "`render: nevr`" in finding.message
    assert finding.help.endswith("`HUGOxCASCADExBUILDxRENDER`")


def test_a_list_of_cascades_in_a_variable_takes_the_place_of_a_list_alone(tmp_path: Path) -> None:
    """Without a list in the files it is a text to Hugo, which does not start."""
    value = '[{"draft": "yes"}]'
    files = {"hugo.yaml": "cascade: [{draft: true}]\n", "content/a.md": PAGE}
    (finding,) = _with_variables(tmp_path / "list", files, HUGO_CASCADE=value)
    assert finding.help.endswith("`HUGO_CASCADE`")
    with pytest.raises(ConfigError) as refused:
        _with_variables(tmp_path / "none", {"content/a.md": PAGE}, HUGO_CASCADE=value)
    assert refused.value.path == "HUGO_CASCADE"


def test_a_list_of_cascades_in_a_file_takes_no_variable_in(tmp_path: Path) -> None:
    files = {"hugo.yaml": "cascade: [{draft: true}]\n", "content/a.md": PAGE}
    assert not _with_variables(tmp_path, files, HUGO_CASCADE_DRAFT="yes")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("hugo.yaml", "cascade:\n  # frontlint: ignore[draft-not-boolean] meant\n  draft: yes\n"),
        ("hugo.yaml", "cascade:\n  draft: yes # frontlint: ignore[draft-not-boolean]\n"),
        ("hugo.toml", "[cascade]\ndraft = 'yes' # frontlint: ignore[draft-not-boolean]\n"),
        ("config/_default/cascade.toml", "draft = 'yes' # frontlint: ignore[draft-not-boolean]\n"),
    ],
)
def test_an_ignore_in_the_settings(name: str, text: str, tmp_path: Path) -> None:
    settings = {} if name.startswith("hugo.") else {"hugo.yaml": ""}
    project = make_project(tmp_path, {**settings, name: text, "content/a.md": PAGE})
    outcome = lint(project, ["draft-not-boolean"])
    assert not outcome.findings
    (silenced,) = outcome.suppressions
    assert (silenced.rule, silenced.path) == ("draft-not-boolean", name)


def test_an_ignore_in_the_settings_that_silences_nothing(tmp_path: Path) -> None:
    text = (
        "cascade:\n  weight: 3 # frontlint: ignore[draft-not-boolean]\n"
        "  s: 'x # frontlint: ignore[bad-date]'\n"
    )
    project = make_project(tmp_path, {"hugo.yaml": text, "content/a.md": PAGE})
    assert found(lint(project, ["unused-ignore"])) == [("hugo.yaml", 2, "unused-ignore")]


def test_an_ignore_that_a_change_adds_to_the_settings_is_new(tmp_path: Path) -> None:
    """A gate shows what a change accepts; an ignore must not pass it because it is no page's."""
    text = "cascade:\n  draft: yes"
    files = {
        "old/hugo.yaml": f"{text}\n",
        "new/hugo.yaml": f"{text} # frontlint: ignore[draft-not-boolean]\n",
        "old/content/a.md": PAGE,
        "new/content/a.md": PAGE,
    }
    for path, content in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content)
    (silenced,) = lint(tmp_path, ["draft-not-boolean"]).suppressions
    assert silenced.new


THEME = "baseURL: https://example.org/\ntheme: [one, two]\n"


@pytest.mark.parametrize(
    ("own", "one", "two", "places"),
    [
        ("", "cascade: {draft: yes}\n", "", []),
        ("cascade: {_merge: none}\n", "cascade: {draft: yes}\n", "", []),
        ("_merge: deep\n", "cascade:\n  draft: yes\n", "", [("themes/one/hugo.yaml", 2)]),
        ("_merge: shallow\n", "cascade:\n- draft: yes\n", "", [("themes/one/hugo.yaml", 2)]),
        ("_merge: deep\ncascade: {_merge: none}\n", "cascade: {draft: yes}\n", "", []),
        ("cascade: {_merge: deep, draft: true}\n", "cascade: {draft: yes}\n", "", []),
        ("_merge: deep\ncascade: [{weight: 1}]\n", "cascade: [{draft: yes}]\n", "", []),
        (
            "cascade: {_merge: shallow, weight: 1}\n",
            "cascade: {draft: true}\n",
            "cascade:\n  draft: yes\n  build: {render: no}\n",
            [("themes/two/hugo.yaml", 3)],
        ),
    ],
)
def test_a_cascade_of_a_theme_counts_where_merge_says_so(
    own: str, one: str, two: str, places: list[tuple[str, int]], tmp_path: Path
) -> None:
    files = {
        "hugo.yaml": THEME + own,
        "themes/one/hugo.yaml": one,
        "themes/two/hugo.yaml": two,
        "content/a.md": PAGE,
    }
    outcome = lint(make_project(tmp_path, files), ["draft-not-boolean", "bad-value"])
    assert [(path, line) for path, line, _ in found(outcome)] == places


def test_a_list_of_cascades_beside_a_mapping_in_a_theme(tmp_path: Path) -> None:
    """Hugo panics; with `_merge: none` it does not look."""
    files = {
        "hugo.yaml": f"{THEME}cascade: [{{weight: 1}}]\n",
        "themes/two/hugo.yaml": "cascade: {draft: true}\n",
        "content/a.md": PAGE,
    }
    with pytest.raises(ConfigError) as refused:
        load_config(make_project(tmp_path / "a", files))
    assert (refused.value.path, refused.value.line) == ("hugo.yaml", 3)
    load_config(make_project(tmp_path / "b", {**files, "hugo.yaml": f"{files['hugo.yaml']}_merge: none\n"}))
