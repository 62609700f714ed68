"""Addresses as authors write them: what the real Hugo publishes of each, and what the rules say of it.

The cases are generated. CI takes a fixed share, `FRONTLINT_ADDRESSES=all` takes all, a number so many of each
kind: `FRONTLINT_ADDRESSES=all pytest -m "" -n auto tests/conformance/test_addresses.py`.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, product
from pathlib import Path
from random import Random
from typing import TypeVar
from urllib.parse import unquote

import pytest

from conformance import hugo_binary
from conformance.small_sites import CLOCK, Site, both_ways, page
from frontlint.base.files import ProjectFiles
from frontlint.engine.discover import static_files
from frontlint.findings.finding import Finding, Severity
from frontlint.hugo.values.gopath import clean
from frontlint.site.folders import folder_clashes
from support import lint

pytestmark = pytest.mark.slow

T = TypeVar("T")

_SHARE = 25
_CODES = ("en", "fr", "pt-br")
_LANGUAGES = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}, pt-br: {weight: 3}}\n"
_HOSTS = (
    "defaultContentLanguage: en\nlanguages: {en: {weight: 1, baseURL: 'https://example.org/'},"
    " fr: {weight: 2, baseURL: 'https://example.fr/'}, pt-br: {weight: 3, baseURL: 'https://example.pt/'}}\n"
)
SETTINGS = {
    "one": "",
    "root": _LANGUAGES,
    "subdir": "defaultContentLanguageInSubdir: true\n" + _LANGUAGES,
    "path": "baseURL: https://example.org/docs/\n" + _LANGUAGES,
    "ugly": "uglyURLs: true\n" + _LANGUAGES,
    "hosts": _HOSTS,
}
PAGES = (
    *("content/s/a.md", "content/s/a.fr.md", "content/s/a/index.fr.md", "content/s/_index.fr.md"),
    *("content/a.pt-br.md", "content/_index.fr.md", "content/tags/x/_index.fr.md"),
)
ADDRESSES = (
    *("/fr/x", "/fr/x/", "/FR/x/", "//fr/x", "fr/x", "fr", "/fr/", "/fr", "/frx/", "/en/x/", "/pt-BR/x/"),
    *("pt-br/x.html", "/fr/x.html", "../fr/x", "./fr/x", "/x/fr/", "x", "x/y", "x.html", "/fr/fr/x", "/", ""),
    *("/q/?x=1", "/q/#top", "www.example.org/x/", "//example.org/x/", "ftp://example.org/x/", "C:\\docs"),
    *(" ", " /x/", "/x/ ", ".", "/two words/", "/caf%C3%A9/", "/x,", "/x,/y", "[/x]", "/x, /y", "/x /y"),
    *("http://example.org/x", "mailto:joe", "/co\\:lon/", "/v1.2/", "/x;y"),
)
FIELDS = ("url", "aliases", "text")
FORMATS = ("yaml", "toml", "json")


def share(cases: Sequence[T]) -> list[T]:
    """A fixed share of some cases, or as many as the environment wishes."""
    wished = os.environ.get("FRONTLINT_ADDRESSES", str(_SHARE))
    return list(cases) if wished == "all" else Random(14).sample(cases, min(int(wished), len(cases)))


@dataclass(frozen=True, slots=True)
class Address:
    """One address on one page of one site."""

    settings: str
    path: str
    field: str
    address: str
    format: str = "yaml"

    def __str__(self) -> str:
        return f"{self.settings}-{self.path}-{self.field}-{self.address!r}"

    @property
    def languages(self) -> tuple[str, ...]:
        """The codes of the site's languages."""
        return ("en",) if self.settings == "one" else _CODES

    @property
    def language(self) -> str:
        """The page's language."""
        named = self.path.rsplit(".", 2)[-2]
        return named if named in self.languages else "en"

    def text(self, address: str) -> str:
        """The page with an address in this place."""
        key = "url" if self.field == "url" else "aliases"
        value = [address] if self.field == "aliases" else address
        if self.format == "toml":
            return f'+++\ntitle = "A"\n{key} = {json.dumps(value)}\n+++\n'
        front = {"title": "A", key: value}
        return f"{json.dumps(front, indent=1)}\n" if self.format == "json" else page(**front)

    def build(self, root: Path, address: str) -> Site:
        """The site with this address, both ways."""
        # Beside the page others, so that no language is empty.
        others = {f"content/other.{code}.md": page(title="O") for code in self.languages}
        return both_ways(root, {**others, self.path: self.text(address)}, SETTINGS[self.settings])


def addresses() -> list[Address]:
    """All of them: each address in each field, on each page, in each site; the formats in turn."""
    every = product(SETTINGS, PAGES, FIELDS, ADDRESSES)
    return [
        Address(settings, path, name, text, FORMATS[at % 3])
        for at, (settings, path, name, text) in enumerate(every)
    ]


def findings(root: Path, path: str) -> dict[str, Finding]:
    """The findings on a page, by rule."""
    return {found.rule: found for found in lint(root).findings if found.path == path}


@pytest.mark.parametrize("case", share(addresses()), ids=str)
def test_an_address_and_what_is_said_of_it(case: Address, tmp_path: Path) -> None:
    site = case.build(tmp_path / "written", case.address)
    said = findings(tmp_path / "written", case.path)
    if site.built.exit_code:
        assert any(found.severity is Severity.ERROR for found in said.values()), site.built.output
        return
    assert site.differences() == []
    stops = [found.message for found in said.values() if "build fails" in found.message]
    assert stops == [] or "content" in stops[0]
    twice = said.get("alias-language-twice")
    assert (twice is not None) is _lands_in_two_languages(case, site), said
    if twice is not None and "write" in twice.help:
        _check_advice(case, twice.help, tmp_path / "advised")
    relative = said.get("alias-relative")
    if relative is not None:
        _check_relative(case, relative, site, tmp_path / "rooted")


def _lands_in_two_languages(case: Address, site: Site) -> bool:
    """Whether Hugo writes an address that begins with a language's code, but not where it says."""
    parts = case.address.split() if case.field == "text" else [case.address]
    if case.language == "en" and case.settings != "subdir":
        return False  # Hugo adds no folder
    is_home = "content/_index" in case.path
    return any(
        _first(part) in case.languages
        and (part.startswith("/") if case.field != "url" else not (part.startswith("/") or is_home))
        and not _is_published(site, part)
        and "," not in part
        for part in parts
        if case.settings != "hosts"
    )


def _first(address: str) -> str:
    return clean("/" + address)[1:].partition("/")[0].lower()


def _is_published(site: Site, address: str) -> bool:
    """Whether Hugo wrote a file at an address from the root of the website, in any case."""
    wanted = clean("/" + address).lower()
    public = site.root / "public"
    files = {f"/{path.relative_to(public).as_posix()}".lower() for path in public.rglob("*.html")}
    alone = "/" if wanted == "/" else wanted + "/"
    return bool(files & {wanted, f"{alone}index.html", f"{wanted}.html"}) and not _is_a_page_anyway(wanted)


def _is_a_page_anyway(wanted: str) -> bool:
    """The home pages of the languages and Hugo's own redirect are there without any alias."""
    return wanted.strip("/") in _CODES


def _check_advice(case: Address, advice: str, root: Path) -> None:
    """What the advice says leads to the address as it was written; that of a home page is there anyway.

    Of an address that itself has the page's language twice, both are too many: followed once, the advice
    would be given again.
    """
    wanted, twice = clean("/" + case.address).lower(), f"/{case.language}/{case.language}/"
    if wanted.startswith(twice):
        wanted = wanted[len(case.language) + 1 :]
    if _is_a_page_anyway(wanted):
        return
    spelling = re.findall(r"`([^`]*)`", advice)[0]
    assert _is_published(case.build(root, spelling), wanted), advice


def _check_relative(case: Address, found: Finding, site: Site, root: Path) -> None:
    """The message names the place where Hugo put the redirect, and the advice leads there, too."""
    landing = re.findall(r"`([^`]*)`", found.message)[1]
    here = re.findall(r"`([^`]*)`", found.help)[1]
    base = "/docs" if case.settings == "path" else ""
    # The relative aliases of a home page lead out of the language's host, unless they name its folder.
    is_out = "content/_index" in case.path and _first(case.address) != case.language
    host = case.language if case.settings == "hosts" and not is_out else ""
    assert _is_published(site, f"{host}/{unquote(landing).removeprefix(base)}")
    other_spelling = case.build(root, here)
    assert _is_published(other_spelling, f"{host}/{unquote(landing).removeprefix(base)}")


@dataclass(frozen=True, slots=True)
class Output:
    """Something that is published: a static file, an alias, a url, or a page by its own name."""

    how: str
    where: str

    def __str__(self) -> str:
        return f"{self.how} {self.where}"

    def file(self, number: int) -> tuple[str, str]:
        """A file of a site that publishes it."""
        if self.how == "static":
            return f"static/{self.where}", "x"
        if self.how == "page":
            return f"content/{self.where}.md", page(title="P")
        key, value = ("aliases", [f"/{self.where}"]) if self.how == "alias" else ("url", f"/{self.where}")
        return f"content/z{number}.md", page(title="Z", **{key: value})


_PLACES = (
    "x",
    "x.html",
    "x/y",
    "x.html/y",
    "x.html/y.html",
    "x/index.html",
    "x/index.html/y",
    "x/index.xml/y",
)


def pairs() -> list[tuple[Output, Output]]:
    """Two outputs each, in every combination of kinds and places that is a site."""
    every = [Output(how, where) for how in ("static", "alias", "url", "page") for where in _PLACES]
    return [
        (one, other)
        for one, other in combinations(every, 2)
        if not (one.how == other.how and (one.how in ("static", "page")))
    ]


@pytest.mark.parametrize("ugly", [False, True])
@pytest.mark.parametrize("pair", share(pairs()), ids=lambda pair: f"{pair[0]} and {pair[1]}")
def test_a_file_where_another_output_needs_a_folder(
    pair: tuple[Output, Output], ugly: bool, tmp_path: Path
) -> None:
    """Hugo fails to write all of it exactly where we say so.

    It copies static files while it builds: most often its build stops, else the page is lost.
    """
    files = {"layouts/all.xml": "x", **dict(one.file(number) for number, one in enumerate(pair))}
    config = f"disableKinds: [sitemap, '404', taxonomy]\n{'uglyURLs: true' if ugly else ''}\n"
    site = both_ways(tmp_path, files, config)
    clashes = folder_clashes(site.publication, static_files(ProjectFiles(tmp_path), site.config))
    wanted = {claim.output for claim in (*site.publication.claims, *site.publication.formats)}
    wanted |= {f"/{one.where}" for one in pair if one.how == "static"}
    is_whole = all((tmp_path / "public" / output[1:]).is_file() for output in wanted)
    assert (site.built.exit_code == 0 and is_whole) is (not clashes), site.built.output
    owned = any(claim.page.path for clash in clashes for claim in (*clash.files, *clash.below))
    rules = {found.rule for found in lint(tmp_path).findings}
    assert ("output-is-folder" in rules) is owned


_PATTERNS = (
    *(
        "/:year/:slug/",
        "/:year/:month/:day/:slug/",
        "/x/:2006/:slug/",
        "/:yearday/:slug/",
        "/:weekdayname/:slug/",
    ),
    *(
        "/:slug/",
        "/:section/:title/",
        "/:filename/",
        "/a/:sections[1:]/:contentbasename/",
        "/:monthname/:slug/",
    ),
)
_FRONTS: tuple[Mapping[str, object], ...] = (
    {},
    {"date": ""},
    {"date": None},
    {"lastmod": "2024-05-06"},
    {"publishDate": "2024-05-06"},
    {"date": "0001-01-01T00:00:00Z"},
    {"expiryDate": "2044-05-06"},
    {"params": {"date": "2024-05-06"}},
)


@pytest.mark.parametrize("own", [False, True], ids=["settings", "url"])
@pytest.mark.parametrize("pattern", share(list(_PATTERNS)))
def test_a_permalink_without_a_date(own: bool, pattern: str, tmp_path: Path) -> None:
    """Said of a page exactly if a date would have moved it, and none is in effect.

    One site has a section for each front matter, and one more for the same with a date.
    """
    links: dict[str, str] = {}
    files: dict[str, str] = {}
    for at, front in enumerate(_FRONTS):
        for name, more in ((f"plain{at}", {}), (f"dated{at}", {"date": "2023-04-05"})):
            links[name] = f"/{name}{pattern}"
            mine = {"url": links[name]} if own else {}
            files[f"content/{name}/a.md"] = page(title="A", **{**front, **mine, **more})
    site = both_ways(tmp_path, files, "" if own else f"permalinks: {json.dumps({'page': links})}\n")
    assert site.built.exit_code == 0, site.built.output
    assert site.differences() == []
    outputs = {one.path: one.output or "" for one in site.publication.pages if one.path}
    said = {found.path for found in lint(tmp_path).findings if found.rule == "undated-permalink"}
    for at, front in enumerate(_FRONTS):
        plain, dated = f"content/plain{at}/a.md", f"content/dated{at}/a.md"
        is_moved = outputs[plain].replace("plain", "dated") != outputs[dated]
        is_undated = is_moved and not {"lastmod", "publishDate"} & front.keys()
        assert (plain in said) is is_undated, front


_TERMS = (
    "?",
    "!",
    "a?",
    "ü",
    "#",
    "c#",
    "…",
    "❤",
    "-",
    "--",
    ".",
    "..",
    "/",
    "//",
    " ",
    "&",
    "a&",
    "'",
    '"',
    "+",
    "%",
)
_TERM_LINKS = ("", "permalinks: {term: {tags: '/:slug/'}}\n", "permalinks: {term: {tags: '/tags/:title/'}}\n")


@pytest.mark.parametrize("config", _TERM_LINKS)
@pytest.mark.parametrize("term", share(list(_TERMS)))
def test_a_term_of_which_nothing_is_left(config: str, term: str, tmp_path: Path) -> None:
    """Said exactly where Hugo warns that two pages have one target."""
    files = {
        "content/s/a.md": page(title="A", tags=[term]),
        "content/s/b.md": page(title="B", tags=["bread"]),
    }
    site = both_ways(tmp_path, files, config)
    built = hugo_binary.build(tmp_path, "--clock", CLOCK.isoformat(), "--printPathWarnings")
    warned = "Duplicate target paths" in built.output
    if built.exit_code == 0:
        assert ("url-collision" in findings(tmp_path, "content/s/a.md")) is warned, built.output
        assert {one.output for one in site.publication.pages if one.output} >= _pages_of(tmp_path)


def _pages_of(root: Path) -> set[str]:
    public = root / "public"
    files = (path for path in public.rglob("*.html") if path.read_bytes().startswith(b"PAGE "))
    return {f"/{path.relative_to(public).as_posix()}" for path in files}


@dataclass(frozen=True, slots=True)
class Tree:
    """A few files of a site, by name; what they say is added."""

    names: tuple[str, ...]
    front: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    settings: str = "one"

    def __str__(self) -> str:
        return f"{self.settings}: {' '.join(self.names)}"


_NAMES = (
    *("_index.md", "index.md", "_index.fr.md", "index.fr.md", "s.md", "s/_index.md", "s/a.md", "s/a.fr.md"),
    *("s/a/index.md", "s/a/_index.md", "s/a/b/index.md", "s/index.de.md", "s/_index.de.md", "tags.md"),
    *("tags/x.md", "tags/x/_index.md", "tags/x/index.md"),
)


def trees() -> Iterator[Tree]:
    """Sites of four files each, one of which uses the tag x; and with the section as a draft."""
    for settings, names in product(("one", "root"), combinations(_NAMES, 3)):
        yield Tree(names, settings=settings)


@pytest.mark.parametrize("tree", share(list(trees())), ids=str)
@pytest.mark.parametrize("draft", [False, True])
def test_pages_that_are_not_what_they_look_like(tree: Tree, draft: bool, tmp_path: Path) -> None:
    names = {name: {"draft": True} if draft and name == "s/_index.md" else {} for name in tree.names}
    files = {f"content/{name}": page(title=name, **front) for name, front in names.items()}
    files["content/s/tagged.md"] = page(title="T", tags=["x"])
    site = both_ways(tmp_path, files, SETTINGS[tree.settings])
    assert site.built.exit_code == 0, site.built.output
    if any(shadow.kept is None for shadow in site.publication.shadows):
        return  # chance decides which of two files is the page, and `page-shadowed` tells it
    assert site.differences() == []
    said = {(found.rule, found.path.removeprefix("content/")) for found in lint(tmp_path).findings}
    wanted = {(rule, name) for rule, name in _expected(site, tree, names) if f"content/{name}" in files}
    rules = {"home-is-leaf", "page-replaces-list", "draft-section"}
    assert {one for one in said if one[0] in rules} == wanted


def _expected(site: Site, tree: Tree, names: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    """What Hugo's own log and output ask for."""
    if "warning-home-page-is-leaf-bundle" in site.built.output or "home page is a leaf" in site.built.output:
        yield "home-is-leaf", "index.md"
    if "home page will be treated as a leaf bundle" in site.built.output:
        yield from (("home-is-leaf", name) for name in ("index.md", "index.fr.md") if _is_home(name, tree))
    rows = {row["file"]: row for row in _rows(site.root)}
    for name in tree.names:
        row = rows.get(name)
        is_list_place = name in ("s.md", "tags.md", "tags/x.md", "tags/x/index.md")
        if row is not None and row["kind"] == "page" and is_list_place and _has_list(name, rows):
            yield "page-replaces-list", name
        if names[name].get("draft") and any(
            one.startswith("s/") and one != name and row["language"] == "en" for one, row in rows.items()
        ):
            yield "draft-section", name


def _is_home(name: str, tree: Tree) -> bool:
    """`index.fr.md` in a site without French is a page of that name."""
    return name in tree.names and (tree.settings != "one" or "fr" not in name)


def _has_list(name: str, rows: Mapping[str, Mapping[str, str]]) -> bool:
    """Whether there is a page for the list whose place a file takes: the one that is tagged, or in `s`."""
    if name == "s.md":
        return any(
            one.startswith("s/") and row["kind"] == "page" and row["language"] == "en"
            for one, row in rows.items()
        )
    return "s/tagged.md" in rows


def _rows(root: Path) -> Iterator[dict[str, str]]:
    """Each page that Hugo wrote, with its file below `content`."""
    for path in (root / "public").rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        if text.startswith("PAGE "):
            row = json.loads(text[5:].partition("\n")[0])
            yield {**row, "file": row["file"].partition("/content/")[2]}
