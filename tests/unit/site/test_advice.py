"""What an author hears of a path that names no page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from frontlint.hugo.content.facts import RefCall
from frontlint.site.ref_advice import Advice, advise
from sites import page, site_of

FILES = {
    "posts/a.md": page("title: A"),
    "posts/the-plan.md": page("slug: our-plan", "aliases: [/plan, old/plan]"),
    "posts/c.fr.md": page("title: C"),
    "posts/draft.md": page("draft: true"),
    "posts/bundle/index.md": page("title: B"),
    "posts/bundle/notes.md": page("title: N"),
}


def advice(path: str, files: Mapping[str, str] = FILES, refs_are_warnings: bool = False) -> Advice:
    site = site_of(files, "en", "fr", refs_are_warnings=refs_are_warnings)
    where = site.page("content/posts/a.md")
    assert where is not None
    return advise(site, where, RefCall("ref", path), site.resolve_path(where, path))


@pytest.mark.parametrize(
    ("path", "message", "help_"),
    [
        ("/plan", "is an alias", 'write `{{< ref "/posts/the-plan" >}}`'),
        ("posts/old/plan", "is an alias", 'write `{{< ref "/posts/the-plan" >}}`'),
        ("/posts/our-plan/", "is the URL of a page", 'write `{{< ref "/posts/the-plan" >}}`'),
        ("/posts/c", "is a page in fr", 'write `{{< ref path="/posts/c" lang="fr" >}}`'),
        ("/posts/draft", "is a draft", "publish content/posts/draft.md"),
        ("/posts/bundle/notes", "belongs to another page", 'write `{{< ref "/posts/bundle" >}}`'),
        ("/posts/the-plna", "there is no page", 'write `{{< ref "/posts/the-plan" >}}`'),
        ("/news/the-plan", "there is no page", 'write `{{< ref "/posts/the-plan" >}}`'),
        ("/tags/x", "there is no page", "create content/tags/x/_index.md"),
        ("/x", "there is no page", "link to a page that exists"),
    ],
)
def test_the_surest_reason_comes_first(path: str, message: str, help_: str) -> None:
    found = advice(path)
    assert message in found.message
    assert found.help.startswith(help_)
    assert len(found.message) < 120


def test_a_page_is_not_what_it_misspells_itself() -> None:
    assert advice("/posts/A1", {"posts/a.md": page("title: A")}).page is None


def test_a_warning_does_not_speak_of_a_refusal() -> None:
    assert "build fails" in advice("/x").message
    assert "build fails" not in advice("/x", refs_are_warnings=True).message
