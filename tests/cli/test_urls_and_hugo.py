"""`urls`, and how Hugo's own settings are given: --hugo-config, --environment, hugo-version."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

BRANCH = {
    "content/blog/_index.md": "---\ntitle: Blog\nslug: journal\n---\n",
    "content/blog/a.md": "---\ntitle: A\naliases: [/old]\n---\n",
    "content/blog/b.md": "---\ntitle: B\naliases: [/old/]\n---\n",
}


def frontlint(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("HUGO")}
    return subprocess.run(
        [sys.executable, "-m", "frontlint", *arguments],
        cwd=cwd,
        env={**own, "PYTHONIOENCODING": "utf-8", **variables},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def outputs(project: Path, *arguments: str, **variables: str) -> set[str]:
    result = frontlint("urls", "--format", "json", *arguments, cwd=project, **variables)
    report = json.loads(result.stdout)
    assert set(report) == {"schema_version", "pages", "aliases"}
    return {row["output"] for row in (*report["pages"], *report["aliases"])}


def test_collisions_come_first(tmp_path: Path) -> None:
    result = frontlint("urls", cwd=make_project(tmp_path, BRANCH))
    first, second, *_ = result.stdout.splitlines()
    assert first.startswith("1 URL with several owners")
    assert second.strip() == "/old/"


def test_a_feed_where_a_page_is_comes_first_too(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/s/_index.md": "---\ntitle: S\nurl: /s.html\n---\n"})
    lines = frontlint("urls", cwd=project).stdout.splitlines()
    assert [line.strip() for line in lines[1:4]] == [
        "/s.html",
        "section content/s/_index.md",
        "rss of content/s/_index.md",
    ]


def test_every_claim_is_a_row(tmp_path: Path) -> None:
    result = frontlint("urls", "--format", "json", cwd=make_project(tmp_path, BRANCH))
    report = json.loads(result.stdout)
    assert [row["path"] for row in report["aliases"] if row["output"] == "/old/index.html"] == [
        "content/blog/a.md",
        "content/blog/b.md",
    ]
    assert {row["kind"] for row in report["pages"] if row["path"] is None} == {"home", "taxonomy"}


def test_the_version_of_hugo_decides(tmp_path: Path) -> None:
    project = make_project(tmp_path, BRANCH)
    assert "/journal/a/index.html" in outputs(project)
    (project / "frontlint.toml").write_text('hugo-version = "0.166.0"\n')
    assert "/blog/a/index.html" in outputs(project)
    shown = frontlint("config", cwd=project).stdout
    assert "0.166.0 (frontlint.toml:1)" in shown


def test_a_version_that_is_none_is_a_mistake(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**BRANCH, "frontlint.toml": 'hugo-version = "new"\n'})
    result = frontlint("check", cwd=project)
    assert (result.returncode, "frontlint.toml:1" in result.stderr) == (2, True)


def test_files_environment_and_variables(tmp_path: Path) -> None:
    project = make_project(
        tmp_path,
        {
            **BRANCH,
            "hugo.yaml": "",
            "ugly.yaml": "uglyURLs: true\n",
            "config/staging/permalinks.yaml": "page: {blog: '/staged/:slug/'}\n",
        },
    )
    assert "/journal/a.html" in outputs(project, "--hugo-config", "hugo.yaml,ugly.yaml")
    assert "/staged/a/index.html" in outputs(project, "-e", "staging")
    assert "/staged/a/index.html" in outputs(project, HUGO_ENVIRONMENT="staging")
    assert "/journal/a.html" in outputs(project, HUGO_UGLYURLS="true")
    missing = frontlint("urls", "--hugo-config", "nope.yaml", cwd=project)
    assert (missing.returncode, "nope.yaml" in missing.stderr) == (2, True)


def test_what_is_not_read_is_said_once(tmp_path: Path) -> None:
    project = make_project(tmp_path, {**BRANCH, "content/_content.gotmpl": ""})
    for command in ("check", "urls"):
        assert frontlint(command, cwd=project).stderr.count("content/_content.gotmpl") == 1
    assert "content/_content.gotmpl" in frontlint("config", cwd=project).stdout


def test_sites_that_a_page_hands_down_are_noted(tmp_path: Path) -> None:
    cascade = "---\ncascade: {sites: {matrix: {languages: [en]}}}\n---\n"
    project = make_project(tmp_path, {**BRANCH, "content/s/_index.md": cascade, "content/s/a.md": ""})
    for command in ("check", "urls"):
        assert frontlint(command, cwd=project).stderr.count("sites in a cascade") == 1
    assert "sites" not in frontlint("check", "-q", cwd=project).stderr


def test_urls_and_config_say_what_templates_publish(tmp_path: Path) -> None:
    pager = {"layouts/list.html": "{{ range .Paginator.Pages }}{{ end }}"}
    project = make_project(tmp_path, {**BRANCH, **pager})
    said = "does not list pagers: layouts/list.html makes them"
    assert frontlint("urls", cwd=project).stderr.count(said) == 1
    assert frontlint("config", cwd=project).stdout.count(said) == 1
    assert said not in frontlint("check", cwd=project).stderr


def test_a_template_that_changes_is_seen_by_a_cached_run(tmp_path: Path) -> None:
    page = "---\ntitle: '{{< ref \"/nowhere\" >}}'\n---\nText.\n"
    project = make_project(tmp_path, {"content/a.md": page, "layouts/page.html": "{{ .Title }}"})
    for path in (project, *project.rglob("*")):
        os.utime(path, (1, 1))  # what has just been changed is not kept
    assert frontlint("check", cwd=project).returncode == 0
    template = project / "layouts" / "page.html"
    template.write_text("{{ .Title | markdownify }}")
    os.utime(template, (1, 1))
    assert "a.md:2:8: error broken-ref" in frontlint("check", cwd=project).stdout


def test_urls_that_are_not_certain_are_noted(tmp_path: Path) -> None:
    settings = {"hugo.yaml": "permalinks: {page: {s: '/:sectionslugs/:contentbasename/'}}\n"}
    project = make_project(tmp_path, {**BRANCH, **settings, "content/s/a.md": "", "content/s/b.md": ""})
    assert (
        "note: the URL is uncertain for content/s/a.md and 1 more\n" in frontlint("urls", cwd=project).stderr
    )
    (project / "content" / "s" / "_index.md").write_text("---\ntitle: S\n---\n")
    assert "not certain" not in frontlint("urls", cwd=project).stderr


def test_a_source_elsewhere_is_meant_as_a_whole(tmp_path: Path) -> None:
    """Without a path the current folder is meant, with --source the site that it names."""
    site = make_project(tmp_path / "site", BRANCH)
    (tmp_path / "away").mkdir()
    for command in ("urls", "tree", "config"):
        result = frontlint(command, "--source", str(site), cwd=tmp_path / "away")
        assert result.returncode == 0, result.stderr
    listed = frontlint("urls", "--source", "../site", "--format", "json", cwd=tmp_path / "away")
    there = frontlint("urls", "--format", "json", cwd=site).stdout
    assert json.loads(listed.stdout.replace('"../site/', '"')) == json.loads(there)
    wrong = frontlint("urls", ".", "--source", "../site", cwd=tmp_path / "away")
    assert wrong.returncode == 2


@pytest.mark.parametrize("below", ["", "site", "site/content"])
def test_urls_and_check_give_paths_from_the_current_folder(below: str, tmp_path: Path) -> None:
    make_project(tmp_path / "site", {"content/a.md": "---\ntitle: A\ndraft: yes\n---\n"})
    folder = tmp_path / below
    found = json.loads(frontlint("check", "--output-format", "json", cwd=folder).stdout)["findings"]
    urls = json.loads(frontlint("urls", "--format", "json", cwd=folder).stdout)["pages"]
    own = {page["path"] for page in urls} - {None}
    assert own == {finding["path"] for finding in found}
    assert all((folder / path).is_file() for path in own)
    text = frontlint("urls", cwd=folder).stdout
    assert all(f"page {path}\n" in text for path in own)


def test_a_minimum_is_shown_as_one(tmp_path: Path) -> None:
    pinned = {"hugo.yaml": "module: {hugoVersion: {min: 0.200.0}}\n", "content/a.md": "---\ntitle: A\n---\n"}
    shown = frontlint("config", cwd=make_project(tmp_path, pinned)).stdout
    assert "Hugo version    at least 0.200.0 (" in shown
    (tmp_path / "frontlint.toml").write_text('hugo-version = "0.166.0"\n')
    assert "Hugo version    0.166.0 (frontlint.toml:1)" in frontlint("config", cwd=tmp_path).stdout
