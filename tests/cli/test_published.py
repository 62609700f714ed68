"""What `config FILE` says of a page's publication, and what `urls` says of files that are folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from processes import frontlint
from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many

TWO = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n"
FUTURE = "from 2099-01-02T00:00:00Z"


def page(*front: str) -> str:
    return "\n".join(["---", *front, "---", ""])


def published(project: Path, path: str) -> list[str]:
    """The lines about publication, without their heading."""
    lines = frontlint("config", path, cwd=project).stdout.splitlines()
    return [line.removeprefix("published").strip() for line in lines if line.startswith("published")]


@pytest.mark.parametrize(
    ("front", "said"),
    [
        ((), "yes, at /posts/a/"),
        (("date: 2020-01-02", "url: /b.html"), "yes, at /b.html from 2020-01-02T00:00:00Z"),
        (("date: 2099-01-02",), f"not yet; at /posts/a/ {FUTURE}"),
        (("publishDate: 2099-01-02", "slug: b"), f"not yet; at /posts/b/ {FUTURE}"),
        (("expiryDate: 2099-01-02",), "yes, at /posts/a/ until 2099-01-02T00:00:00Z"),
        (("expiryDate: 2020-01-02",), "no longer; it was at /posts/a/ until 2020-01-02T00:00:00Z"),
        (("draft: true",), "no: a draft; otherwise at /posts/a/"),
        (("draft: true", "date: 2099-01-02"), f"no: a draft; otherwise at /posts/a/ {FUTURE}"),
        (("headless: true",), "no: `build.render` is `never`, or `headless` is `true`"),
        (
            ("build: {render: link}",),
            "no: `build.render` is `link`: Hugo links to /posts/a/, but writes no page there",
        ),
        (
            ("publishDate: 2020-06-01", "expiryDate: 2020-05-01"),
            "never: it expires at 2020-05-01T00:00:00Z, before it begins at 2020-06-01T00:00:00Z",
        ),
    ],
)
def test_a_page_and_its_front_matter(front: tuple[str, ...], said: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/posts/a.md": page("title: A", *front)})
    assert published(project, "content/posts/a.md") == [said]


def test_what_is_above_and_beside_a_page_counts(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": TWO,
        "content/s/_index.md": page("slug: renamed", "cascade: {draft: true}"),
        "content/s/a.md": page("title: A"),
        "content/s/a.fr.md": page("title: A"),
        "content/leaf/index.md": page("title: L"),
        "content/leaf/part.md": page("title: P"),
    }
    project = make_project(tmp_path, files)
    assert published(project, "content/s/a.md") == ["en: no: a draft; otherwise at /renamed/a/"]
    assert published(project, "content/s/a.fr.md") == ["fr: yes, at /fr/s/a/"]
    assert published(project, "content/leaf/part.md") == ["no: it is part of the page content/leaf/index.md"]


def test_settings_that_publish_a_page_anyway_are_named(tmp_path: Path) -> None:
    files = {
        "hugo.yaml": "buildFuture: true\nbuildExpired: true\n",
        "content/a.md": page("date: 2099-01-02"),
        "content/b.md": page("expiryDate: 2020-01-02"),
    }
    project = make_project(tmp_path, files)
    (early,), (late,) = published(project, "content/a.md"), published(project, "content/b.md")
    assert early.endswith("although it begins only at 2099-01-02T00:00:00Z: `buildFuture` is on")
    assert late.endswith("although it expired at 2020-01-02T00:00:00Z: `buildExpired` is on")


def test_urls_names_what_is_a_file_and_a_folder(tmp_path: Path) -> None:
    files = {
        "content/a.md": page("aliases: [/img/logo.png, /old.html]"),
        "content/b.md": page("aliases: [/old.html/part-two/]"),
        "static/img/logo.png": "x",
    }
    project = make_project(tmp_path, files)
    lines = frontlint("urls", cwd=project).stdout.splitlines()
    assert lines[:8] == [
        "2 paths are both a file and a folder, so Hugo's build stops:",
        "  /img/logo.png",
        "    file: a static file",
        "    folder: alias of content/a.md -> /a/",
        "  /old.html",
        "    file: alias of content/a.md -> /a/",
        "    folder: alias of content/b.md -> /b/",
        "",
    ]
    as_json = frontlint("urls", "--format", "json", cwd=project)
    assert "note: Hugo's build stops: /old.html is a file" in as_json.stderr


def test_urls_is_silent_about_what_can_be_written(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"content/a.md": page("aliases: [/old/, /old/more/]")})
    assert "file and a folder" not in frontlint("urls", cwd=project).stdout
