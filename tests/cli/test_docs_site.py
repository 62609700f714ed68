"""The documentation site: made of the project's files, fit for the links of reports, without a dead end."""

from __future__ import annotations

import importlib
import importlib.util
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from frontlint.lint.registry import Registry
from frontlint.report.words import rule_url
from processes import frontlint
from support import ROOT, make_project

SITE = ROOT / "docs" / "site"
MODULES = ("make", "pages", "page_links", "mkmarkdown")
mkdocs = pytest.mark.skipif(importlib.util.find_spec("mkdocs") is None, reason="MkDocs is not installed")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A module of the folder by its name: it is not a package."""
    monkeypatch.syspath_prepend(str(SITE))
    yield importlib.import_module
    for name in MODULES:
        sys.modules.pop(name, None)


def test_every_rule_has_a_page_at_the_address_that_reports_give(made: Any) -> None:
    pages = made("pages").pages(None)
    for name in Registry().names:
        address = rule_url("https://example.org", name)
        assert address is not None
        assert address.removeprefix("https://example.org/").rstrip("/") + ".md" in pages


def test_a_rule_page_has_all_parts_of_the_docstring_and_how_to_silence_the_rule(made: Any) -> None:
    pages = made("pages").pages(None)
    registry = Registry()
    for name in registry.names:
        info, text = registry.load(name).info, pages[f"rules/{name}.md"]
        for part in (f"# {name}\n", info.summary, info.why, "## Bad", "## Good", info.notes, info.fix):
            assert part in text, (name, part)
        for line in (*info.bad.splitlines(), *info.good.splitlines(), *(one.name for one in info.options)):
            assert line in text
        if name not in ("internal-error", "page-too-long"):
            assert f"# frontlint: ignore[{name}] " in text
            assert f"<!-- frontlint-ignore {name}: " in text
    assert "silence" not in pages["rules/internal-error.md"]
    assert "<!-- frontlint-ignore" not in pages["rules/page-too-long.md"], "no comment counts in it"


def test_what_a_rule_page_says_silences_the_rule_does(made: Any, tmp_path: Path) -> None:
    text = made("pages").pages(None)["rules/draft-not-boolean.md"]
    inline, below = "# frontlint: ignore[draft-not-boolean] your reason", "<!-- frontlint-ignore"
    below = next(line for line in text.splitlines() if line.startswith(below))
    assert inline in text
    pages = {
        "content/a.md": f"---\ntitle: A\ndraft: yes {inline}\n---\n",
        "content/b.md": f"---\ntitle: B\n{inline}\ndraft: yes\n---\n",
        "content/c.md": f"---\ntitle: C\ndraft: yes\n---\n{below}\n",
        "content/posts/d.md": "---\ntitle: D\ndraft: yes\n---\n",
    }
    path = text.partition("[rules.per-path]\n")[2].partition("\n")[0]
    project = make_project(tmp_path, {**pages, "frontlint.toml": f"[rules.per-path]\n{path}\n"})
    done = frontlint("check", "--output-format", "concise", "--no-cache", cwd=project)
    assert (done.returncode, done.stdout.count("draft-not-boolean")) == (0, 0), done.stdout
    (project / "frontlint.toml").write_text("")
    done = frontlint("check", "--output-format", "concise", "--no-cache", cwd=project)
    assert done.stdout.count("error draft-not-boolean") == 1, "only the setting silenced the page in posts"


@pytest.mark.parametrize(
    ("link", "from_readme", "from_docs"),
    [
        ("docs/cli.md", "cli.md", None),
        ("docs/cli.md#formats", "cli.md#formats", None),
        ("docs/rules.md", "rules/index.md", None),
        ("docs/rules.md#alias-collision", "rules/alias-collision.md", None),
        ("docs/rules.md#group-urls", "rules/index.md#group-urls", None),
        ("CONTRIBUTING.md", "contributing.md", None),
        ("schemas/tag.schema.json", "schemas/tag.schema.json", None),
        ("LICENSE", None, None),
        ("cli.md", None, "cli.md"),
        ("../CONTRIBUTING.md#x", None, "contributing.md#x"),
        ("../README.md", None, "index.md"),
        ("#here", "#here", "#here"),
    ],
)
def test_links_lead_to_pages_of_the_site(
    made: Any, link: str, from_readme: str | None, from_docs: str | None
) -> None:
    turn = made("pages")._turn
    rules = {"alias-collision"}
    if from_readme is not None or link == "LICENSE":
        assert turn("README.md", rules, None, link) == from_readme
    if from_docs is not None:
        assert turn("docs/ci.md", rules, None, link) == from_docs
    assert turn("README.md", rules, "https://e.org/o/r", "LICENSE") == "https://e.org/o/r/blob/HEAD/LICENSE"


@pytest.mark.parametrize(
    ("github", "mkdocs"),
    [
        ("1. A\n\n   ```sh\n   x  y\n   ```\n2. B\n", "1. A\n\n    ```sh\n    x  y\n    ```\n2. B\n"),
        ("- a\n  goes on\n  - b\n    c\n- d\n", "- a\n    goes on\n    - b\n        c\n- d\n"),
        ("text:\n- a\n- b\n\nend\n", "text:\n\n- a\n- b\n\nend\n"),
        ("10. a\n\n    b\n\nc\n", "10. a\n\n    b\n\nc\n"),
        ("| `a\\|b` | c\\|d |\n", "| `a|b` | c\\|d |\n"),
        ("```yaml\n- a\n  - [b](c)\n```\n", "```yaml\n- a\n  - [b](c)\n```\n"),
        ("see [`a`](docs/x.md) and [b](https://e.org)\n", "see [`a`](<docs/x.md>) and [b](https://e.org)\n"),
        ("see [a](gone)\n", "see a\n"),
        ("```console\nls\n```\n", "```sh\nls\n```\n"),
    ],
)
def test_markdown_as_github_reads_it_is_read_the_same(made: Any, github: str, mkdocs: str) -> None:
    def turn(link: str) -> str | None:
        return None if link == "gone" else f"<{link}>"

    assert made("mkmarkdown").for_mkdocs(github, turn) == mkdocs


def test_links_that_lead_nowhere_are_found(made: Any, tmp_path: Path) -> None:
    good = '<h2 id="x"><a href="#x">x</a><a href="b/">b</a><a href="/base/b/#y">y</a>'
    bad = '<a href="gone/">g</a><a href="../#z">z</a><img src="/b/i.png"><a href="/base/c/">c</a>'
    (tmp_path / "b").mkdir()
    (tmp_path / "index.html").write_text(good + '<a href="https://e.org">e</a>')
    (tmp_path / "b" / "index.html").write_text(bad + '<i id="y"></i>')
    assert list(made("page_links").broken_links(tmp_path, "/base/")) == [
        f"b/index.html: {link}" for link in ("gone/", "../#z", "/b/i.png", "/base/c/")
    ]


def build(folder: Path, *options: str, at: Path = SITE) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, at / "make.py", "--to", folder, *options],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.slow
@mkdocs
def test_the_site_is_built_strictly_and_reports_lead_into_it(tmp_path: Path) -> None:
    done = build(tmp_path / "docs", "--address", "https://example.org/frontlint/")
    assert done.returncode == 0, done.stdout + done.stderr
    site = tmp_path / "docs" / "site"
    config = tmp_path / "frontlint.toml"
    config.write_text('docs-url = "https://example.org/frontlint"\n')
    broken = ROOT / "examples" / "broken"
    report = frontlint("check", broken, "--output-format", "sarif", "--no-cache", "--config", config)
    rules = json.loads(report.stdout)["runs"][0]["tool"]["driver"]["rules"]
    assert len(rules) > 50
    for rule in rules:
        path = rule["helpUri"].removeprefix("https://example.org/frontlint/")
        assert (site / path / "index.html").is_file(), path
    search = json.loads((site / "search" / "search_index.json").read_text(encoding="utf-8"))
    assert {f"rules/{rule['id']}/" for rule in rules} <= {page["location"] for page in search["docs"]}
    home = (site / "index.html").read_text(encoding="utf-8")
    assert "(prefers-color-scheme: dark)" in home
    assert "fonts.googleapis" not in home, "nothing comes from other servers"


@pytest.mark.slow
@mkdocs
@pytest.mark.parametrize("link", ["[x](docs/gone.md)", "[x](docs/cli.md#gone)", "[x](#gone)"])
def test_a_link_that_leads_nowhere_stops_the_build(tmp_path: Path, made: Any, link: str) -> None:
    done = build(tmp_path / "docs", "--pages")
    assert done.returncode == 0, done.stderr
    home = tmp_path / "docs" / "pages" / "index.md"
    text = made("mkmarkdown").for_mkdocs(link, lambda target: target.removeprefix("docs/"))
    home.write_text(home.read_text(encoding="utf-8") + f"\n{text}", encoding="utf-8")
    assert made("make").build(tmp_path / "docs" / "mkdocs.yml", sys.executable) == 1


def test_the_workflow_publishes_only_the_main_branch_and_only_with_the_right_to() -> None:
    text = (ROOT / ".github" / "workflows" / "docs.yml").read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    build, publish = document["jobs"]["build"], document["jobs"]["publish"]
    assert document["permissions"] == {}
    assert build["permissions"] == {"contents": "read"}, "code of a pull request runs here"
    assert publish["permissions"] == {"pages": "write", "id-token": "write"}
    assert "github.event_name != 'pull_request'" in publish["if"]
    assert not [step for step in publish["steps"] if "run" in step], "no code of ours has that right"
    command = next(step["run"] for step in build["steps"] if "make.py" in step.get("run", ""))
    options = {word for word in command.split() if word.startswith("--")}
    help_text = subprocess.run(
        [sys.executable, SITE / "make.py", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert all(option in help_text for option in options)


def test_what_builds_the_site_is_locked() -> None:
    lock = (SITE / "requirements.txt").read_text(encoding="utf-8")
    for wanted in (SITE / "requirements.in").read_text(encoding="utf-8").split():
        assert f"\n{wanted} " in lock
    packages = lock.partition("\n\n")[0].count("==")
    assert packages > 10
    assert all("--hash=sha256:" in entry for entry in lock.split("==")[1:])
