"""Where settings and content come from: config folders, `--config`, variables, mounts, hosts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from conformance.small_sites import NEWEST_HUGO, Hugo, both_ways, page

TWO = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n"
TWO_FOLDERS = (
    "languages: {en: {weight: 1, contentDir: content/en}, fr: {weight: 2, contentDir: content/fr}}\n"
)
PLAIN = page(title="x", date="2024-02-03")


def mounts(*entries: str) -> str:
    """The settings of these mounts."""
    return "module:\n  mounts:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def matrix(*languages: str) -> str:
    """The part of a mount that names its languages."""
    return f"sites: {{matrix: {{languages: {list(languages)}}}}}"


@dataclass(frozen=True, slots=True)
class Case:
    """A site, and how Hugo is run on it; where `pages` are given all have the same plain text."""

    name: str
    pages: tuple[str, ...] = ("content/s/a.md", "content/s/b.fr.md")
    config: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    hugo: Hugo = NEWEST_HUGO


def moved(to: str) -> str:
    return f"page: {{s: '/{to}/:contentbasename/'}}\n"


FOLDER = "config/_default"
CASES = (
    Case(
        "a folder for each environment",
        files={
            f"{FOLDER}/permalinks.yaml": moved("default"),
            "config/staging/permalinks.yaml": moved("staging"),
        },
        hugo=Hugo(environment="staging"),
    ),
    Case(
        "folders in a config folder, and extensions in capitals",
        files={f"{FOLDER}/sub/deep/Permalinks.YAML": moved("sub"), f"{FOLDER}/uglyURLs.txt": "true"},
    ),
    Case(
        "a file for a language",
        files={
            f"{FOLDER}/languages.yaml": "en: {weight: 1}\nfr: {weight: 2}\n",
            f"{FOLDER}/languages.fr.toml": "[Permalinks.Page]\ns = '/fr-only/:contentbasename/'\n",
            f"{FOLDER}/permalinks.fr.yaml": moved("nobody-reads-this"),
            f"{FOLDER}/params.fr.toml": "permalinks = 'x'\n",
        },
    ),
    Case("a language in the main file's name", files={f"{FOLDER}/hugo.fr.toml": "weight = 1\n"}),
    Case(
        "--config, merged from left to right, instead of hugo.yaml",
        files={
            "hugo.yaml": "contentDir: elsewhere\n",
            "a.yaml": "disableKinds: [rss, sitemap, '404']\nuglyURLs: true\npermalinks:\n  " + moved("a"),
            "b.toml": "baseURL = 'https://example.org/x/'\nuglyURLs = false\n[permalinks.page]\nt = '/t/'\n",
        },
        hugo=Hugo(config=("a.yaml", "b.toml")),
    ),
    Case(
        "--config without an extension, and a config folder over it",
        files={
            "one.yaml": "permalinks:\n  " + moved("one") + "disableKinds: [rss, sitemap, '404']\n",
            f"{FOLDER}/permalinks.yaml": moved("folder"),
            "two.json": '{"BASEURL": "https://example.org/"}',
        },
        hugo=Hugo(config=("one", "two.json")),
    ),
    *(
        Case(
            f"the variable {name}={value}",
            config=TWO + "uglyURLs: false\n",
            hugo=Hugo(variables={name: value}),
        )
        for name, value in (
            ("HUGO_UGLYURLS", "true"),
            ("HUGO_DEFAULTCONTENTLANGUAGEINSUBDIR", "true"),
            ("HUGO_DISABLELANGUAGES", "fr"),
            ("HUGO_DISABLEKINDS", "section rss sitemap 404"),
            ("HUGO_CONTENTDIR", "content/s"),
            ("HUGO_BASEURL", "https://example.org/sub/"),
            ("HUGO_LANGUAGES_FR_CONTENTDIR", "content/s"),
            ("HUGOxPERMALINKSxPAGExS", "/env/:contentbasename/"),
            ("HUGO_PERMALINKS", '{"page": {"s": "/env/:contentbasename/"}}'),
            ("HUGO_TAXONOMIES", "{}"),
            ("HUGO_IGNOREFILES", "b.fr.md$"),
            ("HUGO_VERSION", "0.1"),
        )
    ),
    Case(
        "a mount instead of the content folder",
        ("docs/a.md", "docs/Sub Dir/B b.md", "content/x.md"),
        mounts("source: docs, target: content/My Docs"),
    ),
    Case("a mount of what is not there", config=mounts("source: nope, target: content")),
    Case("a mount of something else", config=mounts("source: content/s, target: assets")),
    Case(
        "mounts over contentDir",
        ("content/en/x.md", "content/fr/x.md", "d/y.md", "d/z.fr.md"),
        TWO_FOLDERS + mounts("source: d, target: content/a"),
    ),
    Case(
        "languages of mounts",
        ("en/a.md", "en/q.fr.md", "fr/a.md", "fr/s/z.md", "fr/y.en.md", "both/b.md", "both/c.fr.md"),
        TWO
        + mounts(
            "source: en, target: content",
            f"source: fr, target: content, {matrix('fr')}",
            f"source: both, target: content/both, {matrix('*')}",
            f"source: both, target: content/not, {matrix('**', '! en')}",
        ),
    ),
    Case(
        "twins in one mount of two languages",
        ("c/a.md", "c/a.fr.md", "c/a.en.md", "c/b/index.md", "c/b/index.fr.md", "c/s/_index.md"),
        TWO + mounts(f"source: c, target: content, {matrix('en', 'fr')}"),
    ),
    *(
        Case(
            f"files {patterns}",
            ("d/a.md", "d/drafts/b.md", "d/s/c.md", "d/s/t/d.md", "d/s/Drafts/e.md"),
            mounts(f"source: d, target: content, files: {patterns}"),
        )
        for patterns in (
            ["! drafts/**", "**.md"],
            ["! **drafts**"],
            ["s/*.md", "a.md"],
            ["**.md", "! s/**", "s/c.md"],
            ["**/*.md"],
            ["/s/**"],
            ["s**"],
            ["*"],
            ["! **.md"],
        )
    ),
    Case(
        "the first mount of a page has it",
        (
            *("one/a.md", "two/a.md", "one/s/_index.md", "two/s/index.md", "two/s/c.md", "one/x/index.md"),
            *("two/x/y.md", "two/q/index.md", "one/q/z.md", "one/e.en.md", "two/e.md", "one/f.md"),
            *("two/f.en.md", "one/h.md", "two/h/index.md"),
        ),
        mounts("source: one, target: content", "source: two, target: content"),
    ),
    Case(
        "a mount in another's target",
        ("one/s/a.md", "two/a.md", "two/b.md"),
        mounts("source: two, target: content/s", "source: one, target: content"),
    ),
    Case(
        "files as mounts, and one folder twice",
        ("README.md", "LICENSE.md", "content/a.md"),
        mounts(
            "source: content, target: content",
            "source: README.md, target: content/_index.md",
            "source: LICENSE.md, target: content/about/license.md",
            "source: content, target: content/again",
        ),
    ),
    Case(
        "a content folder in another",
        ("content/a.md", "content/fr/a.md", "content/fr/b.en.md", "content/fr/s/c.md"),
        "languages: {en: {weight: 1}, fr: {weight: 2, contentDir: content/fr}}\n",
    ),
    Case(
        "twins in two content folders",
        ("content/en/c.md", "content/fr/c.en.md", "content/en/d.fr.md", "content/fr/d.md"),
        TWO_FOLDERS,
    ),
    *(
        Case(
            f"languages with one content folder, {names}",
            ("content/a.md", "content/b.fr.md", "c/d.md", "c/e.de.md", "c/s/f.md"),
            f"{top}languages: {{en: {{weight: 1{en}}}, fr: {{weight: 2, contentDir: c}}, "
            "de: {weight: 3, contentDir: ./c/}}\n",
        )
        for names, top, en in (
            ("beside the project's own", "", ""),
            ("the default language beside them", "defaultContentLanguage: de\n", ""),
            ("of all", "", ", contentDir: c"),
            ("which is the project's", "contentDir: c\n", ""),
            ("and the project's for another", "defaultContentLanguage: fr\n", ", contentDir: content"),
        )
    ),
    Case(
        "a host for each language",
        (),
        "languages:\n  en: {weight: 1}\n  fr: {weight: 2, baseURL: 'https://example.fr/sub/'}\n",
        {
            "content/a.md": page(aliases=["/o", "p"]),
            "content/a.fr.md": page(aliases=["/o", "p"], tags=["t"]),
            "content/u.fr.md": page(url="/q/w/"),
            "content/v.fr.md": page(url="q/v/"),
        },
    ),
    Case(
        "hosts with the default language in a folder",
        config="defaultContentLanguageInSubdir: true\n"
        "languages: {en: {weight: 1, baseURL: 'https://a.org/'}, fr: {weight: 2}}\n",
    ),
    Case("one language with an address", config="languages: {en: {baseURL: 'https://a.org/b/'}}\n"),
    Case(
        "a page of several languages",
        (),
        TWO,
        {
            "content/x.md": page(sites={"matrix": {"languages": ["en", "fr"]}}),
            "content/y.fr.md": page(sites={"matrix": {"languages": ["**"]}}, tags=["t"]),
            "content/z.md": page(sites={"matrix": {"languages": "fr"}}),
            "content/w.md": page(sites={"complements": {"languages": ["fr"]}}),
            "content/s/_index.md": page(sites={"matrix": {"languages": ["! en"]}}),
        },
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hugo_writes_what_we_say(case: Case, tmp_path: Path) -> None:
    files = {**dict.fromkeys(case.pages, PLAIN), **case.files}
    site = both_ways(tmp_path, files, case.config, case.hugo)
    assert site.differences() == []
    assert site.built.exit_code == 0, site.built.output
