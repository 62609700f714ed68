"""Settings of wrong types and values: where Hugo does not start, we end with exit 2, and nowhere else.

A fixed share of all combinations runs by default. All of them, about fifteen thousand runs of Hugo:
`FRONTLINT_SETTINGS=all pytest -m "" -n 2 tests/conformance/test_settings_refused.py` (half an hour); a number
instead of `all` takes so many of them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from conformance import hugo_binary
from frontlint.hugo.config import ConfigError, load_config
from frontlint.hugo.config.address import fault_of_address
from frontlint.hugo.config.hugoshapes import IN_LANGUAGES, ROWS

pytestmark = pytest.mark.slow

VALUES: tuple[object, ...] = (
    *("x", "", "1", 1, -1, 1.5, True, None, [], ["x"], [1], [[1]], [{"a": 1}], {}),
    *({"x": "y"}, {"x": 1}, {"x": ["y"]}, {"x": {}}, {"x": {"y": "z"}}),
)
FREE = (
    *("author", "build", "frontmatter", "social", "taxonomies", "uglyURLs", "unknownKey", "verbose", "debug"),
    *("paginate", "rssLimit", "googleAnalytics", "disqusShortname", "enableInlineShortcodes", "outputs.page"),
    *(
        "taxonomies.tag",
        "frontmatter.date",
        "cascade.params",
        "params.x",
        "params.mainSections",
        "build.writeStats",
    ),
    *("outputs.rss", "languages.en.params", "languages.en.taxonomies", "languages.en.markup.goldmark"),
    *(
        "languages.en.unknownKey",
        "languages.en.related.threshold",
        "languages.en.menus.main",
        "server.headers",
    ),
    *("security.allowContent", "security.http.urls", "mediaTypes.text/x.suffixes", "segments.x.rmp"),
)
"""What has no row of its own."""

# Hugo's answer there is not about the form of a setting, or a folder that this site has not decides it.
ELSEWHERE = {
    "enablegitinfo": "asks Git",
    "theme": "looks for the theme's folder",
    "module.imports": "looks for the module",
    "module.imports.path": "looks for the module",
    "module.workspace": "looks for the file",
    "security.allowcontent": "the page is refused, which is a finding",
    "staticdir": "an empty text makes Hugo copy without end",
    "languages.en.environment": "an empty text is refused nowhere else",
    "defaultcontentlanguage": "`true` is the language `1` for Hugo",
} | {f"staticdir{number}": "as staticDir" for number in range(11)}
_INSTEAD = {
    "mediaTypes": "text/x",
    "contentTypes": "text/markdown",
    "caches": "images",
    "languages": "en",
    "menus": "main",
    "privacy": "youtube",
    "services": "googleAnalytics",
}
_SHARE = 60


class Case(NamedTuple):
    """One setting with one value, in one format."""

    path: str
    value: object
    format: str

    def text(self) -> str:
        """The settings file."""
        data = self.value
        for key in reversed(self.path.split(".")):
            data = {key: data}
        assert isinstance(data, dict)
        if "baseurl" not in self.path.lower():
            data = {"baseURL": "https://example.org/", **data}
        if self.format == "toml":
            return "".join(f"{json.dumps(key)} = {toml(value)}\n" for key, value in data.items())
        return json.dumps(data)  # which is YAML, too


def toml(value: object) -> str:
    """A value in TOML, on one line."""
    if isinstance(value, dict):
        entries = ", ".join(f"{json.dumps(key)} = {toml(inner)}" for key, inner in value.items())
        return f"{{{entries}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(toml, value))}]"
    return json.dumps(value)


def paths() -> Iterator[str]:
    """All settings that have a row, those of a language too, and some that have none."""
    yield from FREE
    for row in filter(None, ROWS.split("\n")):
        kind, above, *names = row.split(" ")
        for name in names:
            path = name if above == "." else f"{above}.{name}"
            yield ".".join(_steps(path))
            if above == "." and kind in IN_LANGUAGES:
                yield f"languages.en.{name}"


def _steps(path: str) -> Iterable[str]:
    first = path.partition(".")[0]
    return (_INSTEAD.get(first, "x") if step == "*" else step for step in path.split("."))


def cases() -> list[Case]:
    """All combinations."""
    return [
        Case(path, value, format_)
        for path in dict.fromkeys(paths())
        if path.lower() not in ELSEWHERE
        for value in VALUES
        for format_ in ("toml", "yaml", "json")
        if not (format_ == "toml" and value is None)
    ]


def chosen() -> list[Case]:
    """A fixed share of them, or as many as the environment wishes."""
    everything = cases()
    wished = os.environ.get("FRONTLINT_SETTINGS", str(_SHARE))
    return everything if wished == "all" else Random(9).sample(everything, int(wished))


def refused(folder: Path, case: Case) -> tuple[bool, str]:
    """Whether Hugo refuses, and what we say; nothing where we go on."""
    return verdict(folder, f"hugo.{case.format}", case.text().encode())


def verdict(folder: Path, name: str, settings: bytes) -> tuple[bool, str]:
    """The same for a settings file."""
    for file, data in (("layouts/all.html", b"x"), ("content/a.md", b"x"), (name, settings)):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    return hugo_binary.build(folder).exit_code != 0, ours(folder)


def ours(folder: Path) -> str:
    """What we say of a project's settings."""
    try:
        load_config(folder)
    except ConfigError as error:
        refusal = error
    else:
        return ""
    assert refusal.path, refusal
    assert len(refusal.message.partition("; write")[0]) < 120, refusal
    assert len(refusal.message) < 160, refusal
    return str(refusal)


@pytest.mark.parametrize(
    "case", chosen(), ids=lambda case: f"{case.format}-{case.path}-{json.dumps(case.value)}"
)
def test_hugo_and_we_refuse_the_same(case: Case, tmp_path: Path) -> None:
    hugo, said = refused(tmp_path, case)
    assert hugo == bool(said), said


NAMED = (
    *('languages = ["en"]', 'languages = "en"', "languages = 1", "languages = {}", 'languages.en = "x"'),
    *(
        "languages.en.title = 1",
        "languages.en.weight = '1'",
        "languages.en.disabled = 'x'",
        "title = 2024-01-01",
    ),
    *(
        "buildDrafts = 'yes'",
        "params = 'x'",
        "menus.main = 'x'",
        "related = 1",
        "timeout = '30'",
        "timeout = '1d'",
    ),
    *(
        "imaging.anchor = 'Auto'",
        "imaging.anchor = 'smart'",
        "imaging.quality = 101",
        "imaging.bgColor = '#fff'",
    ),
    *(
        "defaultOutputFormat = 'rss'",
        "defaultOutputFormat = 'x'",
        "caches.getjson = {}",
        "caches.images.dir = 'x'",
    ),
    *(
        "mediaTypes.x = {}",
        "mediaTypes.'text/x' = {}",
        "contentTypes = {}",
        "contentTypes.'text/markdown' = {}",
    ),
    *("outputFormats.x.mediaType = 'text/x'", "outputFormats.x.mediaType = 'TEXT/html'", "minify = true"),
    *(
        "minifyOutput = true",
        "publishDir = ''",
        "related.threshold = 101",
        "markup.rst.syntaxHighlight = 'Long'",
    ),
    *("a = {b = 1,}", 'a = "\\e"', "a = 99999999999999999999", "outputs.page = 'html rss'"),
    *("outputs.rss = ['x']\ndisableKinds = ['rss']", "outputs.page = ['x']\ndisableKinds = ['page']"),
)


@pytest.mark.parametrize("text", NAMED)
def test_what_has_a_name(text: str, tmp_path: Path) -> None:
    hugo, said = verdict(tmp_path, "hugo.toml", f"{text}\n".encode())
    assert hugo == bool(said), said


BYTES = (
    *((name, b"title = 'a\xff'\n") for name in ("hugo.toml", "config/_default/params.toml")),
    *(("hugo.toml", text) for text in (b"# \xe9\n", b"title = '''\n\xc3('''\n", b"a = '\xed\xa0\x80'\n")),
    ("hugo.toml", b"\xef\xbb\xbftitle = 'a'\n"),
    ("hugo.yaml", b"title: a\xff\n"),
    ("hugo.yaml", b"# \xe9\ntitle: 'a'\n"),
    ("hugo.json", b'{"title": "a\xff"}'),
    ("hugo.json", b'{"title": NaN}'),
    ("hugo.json", b'{"title": 1e400}'),
    ("hugo.json", b"null"),
)


@pytest.mark.parametrize(("name", "data"), BYTES)
def test_bytes(name: str, data: bytes, tmp_path: Path) -> None:
    if name.startswith("config/"):
        (tmp_path / "hugo.yaml").write_bytes(b"baseURL: https://example.org/\n")
    hugo, said = verdict(tmp_path, name, data)
    assert hugo == bool(said), said


ADDRESSES = (
    *("https://e.org/a b/", " https://e.org/", "https://e .org/", "https://e.org/\t", "https://e.org/\n"),
    *(
        "https://e.org/\x00",
        "https://e.org/\x7f",
        "https://e.org/%zz",
        "https://e%20.org/",
        "https://e.org:x/",
    ),
    *(
        "https://e.org:80/",
        "https://[::1/",
        "https://[::1]:80/",
        "https://[e.org]/",
        "//e.org/",
        "e.org",
        ":x",
    ),
    *(
        "1https://e.org",
        "https://u ser@e.org/",
        "https://a@b@e.org/",
        "https://e.org/#%zz",
        "https://e.org/?%zz",
    ),
    *(
        "https://e^.org/",
        "https://é.org/",
        "https://e\u00a0.org/",
        "https://e.org:80:90/",
        "x/y:z",
        "mailto:a@b",
    ),
)


@pytest.mark.parametrize(
    ("address", "above"),
    [
        *((address, ()) for address in ADDRESSES),
        *((address, ("languages", "fr")) for address in ADDRESSES[:6]),
    ],
)
def test_addresses(address: str, above: tuple[str, ...], tmp_path: Path) -> None:
    data: dict[str, object] = {"baseURL": address}
    if above:
        data = {"baseURL": "https://e.org/", "languages": {"en": {}, "fr": data}}
    hugo, said = verdict(tmp_path, "hugo.json", json.dumps(data).encode())
    assert hugo == bool(said) == (fault_of_address(address) is not None), said
