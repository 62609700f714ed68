"""A quick way for what is usual gives what the long way does."""

from __future__ import annotations

import random
from datetime import UTC

import pytest

from frontlint.engine import discover
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, DateOrder, Language, Mount, Taxonomy, patterns
from frontlint.hugo.content import paths
from frontlint.hugo.fields import as_terms, dates
from frontlint.hugo.pages import files
from frontlint.hugo.urls import permalinks
from frontlint.hugo.values.cast import terms_of_all

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
