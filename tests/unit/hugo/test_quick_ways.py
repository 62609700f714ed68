"""A quick way for what is usual gives what the long way does."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from frontlint.engine import discover
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, DateOrder, Language, Mount, Taxonomy, patterns
from frontlint.hugo.config.formats import read_formats, read_outputs
from frontlint.hugo.content import paths
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.fields import as_strings, as_terms, dates
from frontlint.hugo.pages import files
from frontlint.hugo.publish import Claim, ClaimKind, publish
from frontlint.hugo.urls import permalinks
from frontlint.hugo.urls.aliases import are_plain, plain_output
from frontlint.hugo.values.cast import terms_of_all
from frontlint.site.alias_syntax import flaw

FIELDS = ("date", "publishdate", "lastmod", "expirydate", "pubdate", "modified", "mine")
WRITTEN: tuple[Value, ...] = ("2024-05-31", "2031-01-02T03:04:05Z", 1700000000, "soon", "", None, [], "", 1)
NAMES = ("2020-01-02-slug", "post")


def _orders(dice: random.Random) -> DateOrder:
    lists = (tuple(dice.sample((*FIELDS, ":filename", ":git"), dice.randint(0, 4))) for _ in range(4))
    return DateOrder(*lists)


def test_dates_by_the_fields_that_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(16)
    orders = [DateOrder(), *(_orders(dice) for _ in range(60))]
    asked = [
        ({name: dice.choice(WRITTEN) for name in dice.sample(FIELDS, dice.randint(0, 4))}, order, name)
        for order in orders
        for name in NAMES
        for _ in range(40)
    ]
    quick = [dates.resolve_dates(front, order, UTC, name) for front, order, name in asked]
    assert sum(one.date is not None for one in quick) > len(quick) // 10
    monkeypatch.setattr(dates, "_usual", lambda order: None)
    assert quick == [dates.resolve_dates(front, order, UTC, name) for front, order, name in asked]


def test_permalinks_with_all_values_at_once() -> None:
    dice = random.Random(16)
    attributes = (":slug", ":slugorfilename", ":section", ":sections[1:]", ":sections[:last", ":2006-01")
    pieces = (*attributes, *("/", "a", "%", "%s", "\\:", "\\:slug", ":", ":yearday", ":year"))
    made = {"".join(dice.choices(pieces, k=dice.randint(1, 6))) for _ in range(4000)}
    quick = 0
    for pattern in made:
        form, names = permalinks._form(pattern)
        values = [dice.choice(("", "x", "a/b", "%s", "year", "%")) for _ in names]
        assert names == patterns.attributes(pattern)
        if form:
            quick += 1
            assert form % tuple(values) == permalinks._fill_in_turn(pattern, names, values), pattern
    assert quick > len(made) // 3


@pytest.mark.parametrize(
    "values",
    [
        [],
        [["a", "b"], ["a"]],
        [["a", 1], ["b"]],
        [["a", ["b"]], ["c"]],
        ["a", ["b c"], None, 7, {"x": 1}, [], [None]],
    ],
)
def test_terms_of_many_values(values: list[Value]) -> None:
    assert list(terms_of_all(values)) == [term for value in values for term in as_terms(value)]


ENGLISH = Language("en", taxonomies=(Taxonomy("tag", "tags", "/tags"),))
GERMAN = Language("de", content_dir="inhalt", own_content_dir=True)
SITES = (
    Config(languages=(ENGLISH,)),
    Config(languages=(ENGLISH, Language("fr"))),
    Config(languages=(ENGLISH, GERMAN)),
    Config(languages=(ENGLISH,), ignore_files=("b",)),
    Config(languages=(ENGLISH,), disabled_languages=frozenset({"fr"})),
    Config(languages=(ENGLISH,), mounts=(Mount("content", "b", ("en",)),)),
    Config(languages=(ENGLISH,), mounts=(Mount("content", "", ("en",), ("/a/**",)),)),
    Config(languages=(ENGLISH,), mounts=(Mount("content/.a", "", ("en",)),)),
    Config(languages=(ENGLISH,), mounts=(Mount(".", "", ("en",)),)),
    Config(languages=(ENGLISH,), mounts=(Mount("content", "", ("fr",)),)),
)
FOLDERS = ("", "a/", "b/", "tags/", "tags/a/", "A b/", ".a/", "#a/", "ä/", "a/b/")
STEMS = (
    "index",
    "_index",
    "a",
    "b",
    "Index",
    "a.fr",
    "a.b",
    "index.fr",
    "_index.de",
    "a b",
    "ä",
    ".a",
    "#a",
    "",
)
ENDS = (".md", ".md", ".md", ".MD", ".html", ".md~", ".txt", "")


def _paths(dice: random.Random, count: int) -> list[str]:
    below = ("content/", "content/", "content/", "content/.a/", "inhalt/", "")
    made = (
        dice.choice(below)
        + "".join(dice.choices(FOLDERS, k=dice.randint(0, 2)))
        + dice.choice(STEMS)
        + dice.choice(ENDS)
        for _ in range(count)
    )
    return sorted({path for path in made if path and not path.endswith("/")})


@pytest.mark.parametrize("config", SITES)
def test_places_of_plain_files(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _paths(random.Random(16), 3000)
    quick = {path: paths.locations(path, config) for path in asked}
    content = [discover._is_mounted_content(path, config) for path in asked]
    plain = sum(paths._plain_location(path, config) is not None for path in asked)
    folder = config.only_folder
    assert plain > 20 or folder is None or "/." in folder.prefix
    assert quick == {path: paths._locations(path, config, ()) for path in asked}
    monkeypatch.setattr(discover, "is_plain_content", lambda path, config: False)
    assert content == [discover._is_mounted_content(path, config) for path in asked]


def test_some_sites_have_one_folder() -> None:
    assert [bool(config.only_folder) for config in SITES].count(True) >= 3


def test_what_bundles_swallow(monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(16)
    some = [_paths(dice, dice.randint(1, 40)) for _ in range(1500)]
    quick = [(files.resources(one, SITES[0]), files.select_pages(one, SITES[0])) for one in some]
    assert len(some) // 10 < sum(bool(swallowed) for swallowed, _ in quick) < len(some) - len(some) // 10
    monkeypatch.setattr(files, "_any_swallowed", lambda located, leaves: bool(leaves))
    assert quick == [(files.resources(one, SITES[0]), files.select_pages(one, SITES[0])) for one in some]


PARTS = ("/", "/a", "/B-1", "/x_y", "z", "//", ".", "..", " ", "\n", "%20", "é", "index.html", "http:", "")


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (["/a"], True),
        (["/a/", "/b/c-D_9"], True),
        ([], False),
        ("/a", False),
        (["/a\n/b"], False),
        (["/a", "/b\n"], False),
        (["/a", 1], False),
        (["/a", ""], False),
        (["/a", "b"], False),
        (["/a//b"], False),
        (["/a.html"], False),
        (["/"], False),
        (None, False),
        ({"/a": "/b"}, False),
    ],
)
def test_plain_aliases(value: Value, plain: bool) -> None:
    assert are_plain(value) is plain


def test_aliases_that_are_known_to_be_plain() -> None:
    """Each alone is what it is among others, and a site publishes the same without what pages say of them."""
    dice = random.Random(16)
    lists: list[list[Value]] = [
        ["".join(dice.choices(PARTS[1:6], k=dice.randint(1, 3))) for _ in range(dice.randint(1, 3))]
        for _ in range(400)
    ]
    lists += [["".join(dice.choices(PARTS, k=dice.randint(0, 6)))] for _ in range(400)]
    for one in lists:
        aliases = as_strings(one)
        assert are_plain(one) is all(map(plain_output, aliases)), aliases
        assert not are_plain(one) or not any(map(flaw, aliases))
    pages = [
        PageFacts(f"content/p{number}.md", True, {"aliases": one}, plain_aliases=are_plain(one))
        for number, one in enumerate(lists)
    ]
    assert sum(page.plain_aliases for page in pages) > 50
    clock = datetime(2026, 1, 1, tzinfo=UTC)
    published = Language("en", outputs=read_outputs({}, {}), formats=read_formats({}))
    settings: Sequence[Mapping[str, Any]] = ({}, {"prefix": "en"}, {"ugly_urls": True})
    for changes in settings:
        config = Config(languages=(published._replace(**changes),))
        quick = publish(pages, config, clock)
        assert sum(claim.why is ClaimKind.ALIAS for claim in quick.claims) > 300
        bare = publish([page._replace(plain_aliases=False) for page in pages], config, clock)
        assert _said_of(quick.claims) == _said_of(bare.claims)


def _said_of(claims: Sequence[Claim]) -> list[tuple[object, ...]]:
    return [(one.output, one.url, one.page.path, one.why, one.written, one.number, one.to) for one in claims]
