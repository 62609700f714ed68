"""Small sites of all kinds before and after `mv`, built by the real Hugo: nothing that worked is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.hugo_binary import binary
from conformance.test_move_section import dead_links, published
from frontlint.cli.app import run
from repos import Repo, shield

pytestmark = [pytest.mark.slow, pytest.mark.skipif(binary() is None, reason="no hugo")]

_LAYOUT = "<main>{{ .Title }} {{ .Content }}</main>"
_HOOKS = """
[markup.goldmark.renderHooks.link]
useEmbedded = "always"
[markup.goldmark.renderHooks.image]
useEmbedded = "always"
"""
_LANGUAGES = 'defaultContentLanguage = "en"\n[languages.en]\nweight = 1\n[languages.fr]\nweight = 2\n'
_FOLDERS = """
[languages.en]
weight = 1
contentDir = "content/en"
[languages.fr]
weight = 2
contentDir = "content/fr"
"""
_PERMALINKS = "[permalinks.page]\nposts = '/p/:slug/'\narticles = '/{}/:slug/'\n"
_HOSTS = """
[languages.en]
baseURL = "https://en.example.org/"
[languages.fr]
baseURL = "https://fr.example.org/"
"""


def _page(title: str, body: str = "") -> str:
    return f"---\ntitle: {title}\n---\n{body}\n"


_PAGES: dict[str, str | bytes] = {
    "posts/a.md": _page("A", '[b](b.md) [c](../b/) {{< ref "b" >}} [x](../../about/) ![i](img.png)'),
    "posts/b.md": _page("B", '{{< relref "a.md" >}} [bun](bun/index.md) ![z](bun/i.png) {{< ref "bun" >}}'),
    "posts/img.png": b"\x89PNG",
    "posts/bun/index.md": _page("Bun", '![i](i.png) [a](../a.md) {{< ref "a" >}} [b](/posts/b.md#x)'),
    "posts/bun/i.png": b"\x89PNG",
    "about.md": _page("About", '[a](posts/a.md) [u](/posts/a/) [v](../posts/a/) {{< ref "posts/b#x" >}}'),
    "blog/_index.md": _page("Blog", "[a](/posts/a.md) [r]\n\n[r]: ../posts/b.md 'T'"),
    "blog/deep/index.md": _page(
        "Deep", '{{< ref "../posts/a" >}} {{< ref "/posts/bun" >}} [a](../../posts/a.md)'
    ),
}
_FRENCH: dict[str, str | bytes] = {
    "posts/a.fr.md": _page("A", '[b](b.fr.md) {{< ref "b" >}}'),
    "posts/b.fr.md": _page(
        "B", '{{< ref path="a" lang="en" >}} {{< ref path="/posts/a" outputFormat="html" >}}'
    ),
}
_MOVES = {
    "section": ("", "posts", "articles"),
    "page": ("", "posts/a.md", "posts/z.md"),
    "page to another section": ("", "posts/a.md", "blog/a.md"),
    "page into a folder": ("", "posts/a.md", "blog"),
    "page to the root": ("", "posts/a.md", "z.md"),
    "page into a bundle of its own": ("", "posts/a.md", "posts/a/index.md"),
    "bundle": ("", "posts/bun", "blog/bundle"),
    "bundle by its file": ("", "posts/bun/index.md", "blog/bundle/index.md"),
    "deeper": ("", "posts", "blog/2024/posts"),
    "case": ("", "posts/a.md", "posts/A.md"),
    "case that counts": ("disablePathToLower = true\n", "posts", "Posts"),
    "ugly": ("uglyURLs = true\n", "posts", "articles"),
    "permalink": (_PERMALINKS.format("q"), "posts", "articles"),
    "the same permalink": (_PERMALINKS.format("p"), "posts", "articles"),
    "two HTML formats": ("[outputs]\npage = ['html', 'amp']\nsection = ['amp']\n", "posts", "articles"),
    "no plain HTML": ("[outputs]\npage = ['amp']\n", "posts/a.md", "blog/a.md"),
    "languages": (_LANGUAGES, "posts", "articles"),
    "a translation": (_LANGUAGES, "posts/a.fr.md", "posts/alpha.fr.md"),
    "all languages in folders": ("defaultContentLanguageInSubdir = true\n" + _LANGUAGES, "posts", "articles"),
    "hosts": (_HOSTS, "posts", "articles"),
}  # fmt: skip


def _site(folder: Path, config: str, files: dict[str, str | bytes]) -> Repo:
    repo = Repo(folder)
    layouts = {f"layouts/{name}.html": _LAYOUT for name in ("home", "section", "page", "taxonomy", "term")}
    base = 'baseURL = "https://example.org/"\n'
    repo.commit({"hugo.toml": base + config + _HOOKS, ".gitignore": "public\n.hugo*\n", **layouts, **files})
    return repo


def _moved(repo: Repo, monkeypatch: pytest.MonkeyPatch, *words: str) -> None:
    monkeypatch.chdir(repo.root)
    before = published(repo.root)
    assert run(["mv", *words]) == 0
    after = published(repo.root)
    assert before.keys() <= after.keys()
    assert len(dead_links(after)) <= len(dead_links(before)), dead_links(after) - dead_links(before)


@pytest.mark.parametrize("case", _MOVES)
def test_a_move(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, case: str) -> None:
    shield(monkeypatch)
    config, old, new = _MOVES[case]
    pages = {**_PAGES, **_FRENCH} if "languages" in config else _PAGES
    if config[-7:] == "amp']\n":
        pages = {name: text for name, text in pages.items() if "deep" not in name}
    repo = _site(tmp_path / "site", config, {f"content/{name}": text for name, text in pages.items()})
    _moved(repo, monkeypatch, f"content/{old}", f"content/{new}")


@pytest.mark.parametrize(("old", "new"), [("fr/posts", "fr/articles"), ("en/posts/a.md", "en/blog/z.md")])
def test_languages_in_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, old: str, new: str) -> None:
    shield(monkeypatch)
    files = {f"content/{code}/{name}": text for name, text in _PAGES.items() for code in ("en", "fr")}
    repo = _site(tmp_path / "site", 'defaultContentLanguage = "en"\n' + _FOLDERS, files)
    _moved(repo, monkeypatch, f"content/{old}", f"content/{new}")
    assert not (repo.root / "content/en" / old[3:]).exists()
    assert not (repo.root / "content/fr" / old[3:]).exists()


def test_a_repair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shield(monkeypatch)
    repo = _site(
        tmp_path / "site",
        _LANGUAGES,
        {f"content/{name}": text for name, text in {**_PAGES, **_FRENCH}.items()},
    )
    monkeypatch.chdir(repo.root)
    before = published(repo.root)
    (repo.root / "content/posts").rename(repo.root / "content/articles")
    assert run(["mv", "--since", "HEAD"]) == 0
    after = published(repo.root)
    assert before.keys() <= after.keys()
    assert len(dead_links(after)) <= len(dead_links(before)), dead_links(after) - dead_links(before)
    assert run(["check", "--no-cache"]) == 0
