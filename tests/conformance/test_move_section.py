"""A section of 200 pages in two languages moves: the real Hugo still answers every old address."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from posixpath import join, normpath
from urllib.parse import unquote

import pytest

from conformance.hugo_binary import binary, build
from frontlint.cli.app import run
from repos import Repo, shield

pytestmark = pytest.mark.skipif(binary() is None, reason="no hugo")

_CONFIG = """\
baseURL = "https://example.org/"
title = "Garden"
defaultContentLanguage = "en"
[permalinks.page]
notes = "/notes/:slug/"
[languages.en]
weight = 1
[languages.fr]
weight = 2
"""
_LAYOUT = "<main>{{ .Title }} {{ .Content }} {{ with .Params.lead }}{{ . | $.RenderString }}{{ end }}</main>"
_LINK = re.compile(r'(?:href|src)="([^"]*)"')
_REFRESH = re.compile(r"url=([^\"]*)")


def _front(number: int, title: str) -> str:
    match number % 4:
        case 0:
            return f'+++\ntitle = "{title}"\ndate = 2024-01-02T00:00:00Z\n+++\n'
        case 1:
            return f'{{\n  "title": "{title}",\n  "aliases": ["/short/{title}"]\n}}\n'
        case 2:
            return f"\ufeff---\r\ntitle: {title} # kept\r\naliases: [/old/{title}]\r\n---\r\n"
        case _:
            return (
                f"---\ntitle: {title}\ndraft: false\nurl: /own/{title}/\n---\n"
                if number % 16 == 3
                else (f"---\ntitle: {title}\naliases:\n  - was/{title}\n---\n")
            )


def _name(number: int) -> str:
    return f"p{number}/index" if number % 5 == 0 else f"sub/p{number}" if number % 7 == 0 else f"p{number}"


def _section(lang: str) -> Iterator[tuple[str, str]]:
    code = "" if lang == "en" else f".{lang}"
    for number in range(200):
        name, other = _name(number), (number * 13 + 1) % 200
        target = _name(other).removesuffix("/index")
        to = f'{{{{< ref "/guides/{target}" >}}}} and {{{{% relref "p{other}" %}}}}'
        body = f"A [link]({to.split(' and ')[0]}) {to}\n"
        yield f"content/guides/{name}{code}.md", _front(number, f"{lang}{number}") + body
    yield f"content/guides/_index{code}.md", f"---\ntitle: Guides {lang}\n---\n[one](p1{code}.md)\n"
    yield f"content/guides/sub/_index{code}.md", "---\ntitle: Sub\n---\n"


def _others(lang: str) -> Iterator[tuple[str, str]]:
    """150 refs and 50 links a language."""
    code = "" if lang == "en" else f".{lang}"
    for number in range(50):
        one, two = _name(number * 3).removesuffix("/index"), _name(number * 2 + 1).removesuffix("/index")
        target = _name(number)
        body = (
            f'{{{{< ref "/guides/{one}" >}}}} {{{{< relref path="guides/{two}" >}}}}'
            f" {{{{< ref `../guides/{one}.md#part` >}}}}\n"
            f"[link](../guides/{target}{code}.md 'title') `[code](../guides/{target}{code}.md)`\n"
        )
        lead = f"lead: 'see [it]({{{{< ref \"/guides/{two}\" >}}}})'\n"
        yield f"content/notes/n{number}{code}.md", f"---\ntitle: N{number}{lang}\n{lead}---\n{body}"


def _site(folder: Path) -> Repo:
    repo = Repo(folder)
    files: dict[str, str | bytes] = {"hugo.toml": _CONFIG, "content/guides/p10/photo.png": b"\x89PNG"}
    files |= {f"layouts/{name}.html": _LAYOUT for name in ("home", "section", "page", "taxonomy", "term")}
    for lang in ("en", "fr"):
        files |= dict(_section(lang)) | dict(_others(lang))
    repo.commit(files)
    return repo


def published(site: Path) -> dict[str, str]:
    public = site / "public"
    shutil.rmtree(public, ignore_errors=True)
    built = build(site)
    assert built.exit_code == 0, built.output
    found = {
        path.relative_to(public).as_posix(): path.read_text(encoding="utf-8")
        for path in public.rglob("*.html")
    }
    shutil.rmtree(public)
    return found


def dead_links(pages: dict[str, str]) -> set[tuple[str, str]]:
    """Links of the site that lead to nothing, by the page that has them."""
    dead = set()
    for page, text in pages.items():
        for link in _LINK.findall(text) + _REFRESH.findall(text):
            path = unquote(unescape(link)).partition("#")[0].removeprefix("https://example.org")
            file = normpath(join("/" + page, "..", path)).lstrip("/") if path else page
            if "://" not in path and not {file, f"{file}/index.html".lstrip("/")} & pages.keys():
                dead.add((page, link))
    return dead


@pytest.mark.slow
@pytest.mark.parametrize("to", ["articles", "library/handbook"])
def test_every_old_address_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, to: str) -> None:
    shield(monkeypatch)
    repo = _site(tmp_path / "site")
    monkeypatch.chdir(repo.root)
    before = published(repo.root)
    assert not dead_links(before)
    assert run(["check", "--no-cache"]) == 0
    assert run(["mv", "content/guides", f"content/{to}"]) == 0
    after = published(repo.root)
    assert before.keys() <= after.keys()
    assert not dead_links(after)
    assert run(["check", "--no-cache", "--since", "HEAD"]) == 0
    assert "](../guides/" not in (repo.root / "content/notes/n1.md").read_text().replace(
        "`[code](../guides/", ""
    )
    assert "`[code](../guides/p1.md)`" in (repo.root / "content/notes/n1.md").read_text()
    repo.git("add", "--all")
    assert "content/guides" not in repo.git("ls-files")
