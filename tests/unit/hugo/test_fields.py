"""Hugo's own fields: casts, dates, and the reasons for which a page is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config import Config, DateOrder, Language
from frontlint.hugo.config.formats import read_formats
from frontlint.hugo.fields import (
    RefusalKind,
    as_boolean,
    as_date,
    as_number,
    as_strings,
    as_terms,
    as_text,
    refusals,
)
from frontlint.hugo.fields.build import Render, render_of
from frontlint.hugo.fields.dates import date_and_slug, resolve_dates

CONFIG = Config((Language("en", formats=read_formats({})),))
PARIS = ZoneInfo("Europe/Paris")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "x"),
        (7, "7"),
        (1.1, "1.1"),
        (2.0, "2"),
        (1e21, "1" + "0" * 21),
        (True, "true"),
        (None, ""),
        (["a"], ""),
    ],
)
def test_text(value: Value, text: str) -> None:
    assert as_text(value) == text


@pytest.mark.parametrize(
    ("value", "boolean"),
    [
        (True, True),
        (0, False),
        (2, True),
        ("True", True),
        ("T", True),
        ("f", False),
        ("yes", None),
        ("", None),
        ([], None),
        (None, False),
    ],
)
def test_boolean(value: Value, boolean: bool | None) -> None:
    assert as_boolean(value) is boolean


@pytest.mark.parametrize(
    ("value", "number"), [("010", 8), ("0x1f", 31), ("-3", -3), ("1.9", 1), ("x", 0), (2.7, 2), ("09", 0)]
)
def test_number(value: Value, number: int) -> None:
    assert as_number(value) == number


def test_lists() -> None:
    assert as_strings("/a, /b") == ("/a,", "/b")
    assert as_terms("a b") == ("a b",)
    assert as_strings(["a", 7, None, True]) == ("a", "7", "", "true")
    assert as_terms(["a", ["b"]]) == ()
    assert as_terms({"a": 1}) == as_terms(None) == ()


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2024-01-02", datetime(2024, 1, 2, tzinfo=PARIS)),
        ("2024-01-02T03:04:05", datetime(2024, 1, 2, 3, 4, 5, tzinfo=PARIS)),
        ("2024-01-02T03:04:05.5Z", datetime(2024, 1, 2, 3, 4, 5, 500000, tzinfo=UTC)),
        ("2024-01-02T03:04:05+0200", datetime(2024, 1, 2, 1, 4, 5, tzinfo=UTC)),
        ("2024-01-02 03:04:05 -02:30", datetime(2024, 1, 2, 5, 34, 5, tzinfo=UTC)),
        ("02 Jan 2024", datetime(2024, 1, 2, tzinfo=PARIS)),
        ("Tue, 02 jan 2024 03:04:05 CET", datetime(2024, 1, 2, 3, 4, 5, tzinfo=PARIS)),
        ("Tuesday, 02-Jan-69 03:04:05 UTC", datetime(1969, 1, 2, 3, 4, 5, tzinfo=PARIS)),
        ("Tue Jan  2 03:04:05 2024", datetime(2024, 1, 2, 3, 4, 5, tzinfo=PARIS)),
        ("2024-01-02 03:04:05 +0200 CEST", datetime(2024, 1, 2, 1, 4, 5, tzinfo=UTC)),
        ("3:04PM", datetime(1, 1, 1, 15, 4, tzinfo=PARIS)),
    ],
)
def test_dates_that_hugo_takes(text: str, moment: datetime) -> None:
    assert as_date(text, PARIS) == moment


@pytest.mark.parametrize(
    "value",
    [
        "2024/01/02",
        "January 2, 2024",
        "2024-1-2",
        "2024-02-30",
        "2024-01-02 10:00",
        "05/06/2024 14:12:53",
        "x",
        True,
        1.5,
        [1],
    ],
)
def test_dates_that_hugo_refuses(value: Value) -> None:
    assert as_date(value, UTC) is None


def test_numbers_are_unix_seconds() -> None:
    assert as_date(2020, PARIS) == datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=2020)
    assert as_date(10**20, UTC) == datetime.max.replace(tzinfo=UTC)


def test_one_date_stands_in_for_the_others() -> None:
    moment = datetime(2024, 1, 2, tzinfo=UTC)
    dates = resolve_dates({"lastmod": "2024-01-02"}, DateOrder(), UTC, "x")
    assert (dates.date, dates.lastmod, dates.publishdate, dates.expirydate) == (moment, moment, moment, None)
    both = resolve_dates({"lastmod": "2024-01-02", "date": "2020-01-02"}, DateOrder(), UTC, "x")
    assert both.publishdate == datetime(2020, 1, 2, tzinfo=UTC)


def test_a_file_name_gives_date_and_slug() -> None:
    order = DateOrder()._replace(date=(":filename", "date"))
    assert resolve_dates({}, order, UTC, "2024-01-02-my-post").slug == "my-post"
    assert resolve_dates({"slug": "s"}, order, UTC, "2024-01-02-my-post").slug == ""
    assert resolve_dates({}, DateOrder(), UTC, "2024-01-02-my-post").date is None
    assert date_and_slug("2024-01-02-v1.5", UTC) == (datetime(2024, 1, 2, tzinfo=UTC), "v1")
    assert date_and_slug("2024-01-02T10-11-12 x_", UTC)[1] == "x"
    assert date_and_slug("2024-13-02-x", UTC) == (None, "")


@pytest.mark.parametrize(
    ("front", "render"),
    [
        ({}, Render.ALWAYS),
        ({"build": {"Render": "never"}}, Render.NEVER),
        ({"build": {"render": False}}, Render.NEVER),
        ({"build": {"render": "NEVER"}}, Render.ALWAYS),
        ({"build": {"render": "link"}}, Render.LINK),
        ({"headless": True, "build": {"render": "always"}}, Render.NEVER),
    ],
)
def test_render(front: dict[str, Value], render: Render) -> None:
    assert render_of(front) is render


@pytest.mark.parametrize(
    ("front", "kind", "route"),
    [
        ({"date": "05/06/2024"}, RefusalKind.DATE, ("date",)),
        ({"published": False}, RefusalKind.DATE, ("published",)),
        ({"aliases": ["/a", "https://x/"]}, RefusalKind.ALIAS, ("aliases", 1)),
        ({"aliases": "http://x"}, RefusalKind.ALIAS, ("aliases",)),
        ({"url": "http://x"}, RefusalKind.URL, ("url",)),
        ({"build": "never"}, RefusalKind.BUILD, ("build",)),
        ({"_build": None}, RefusalKind.BUILD, ("_build",)),
        ({"cascade": "x"}, RefusalKind.CASCADE, ("cascade",)),
        ({"url": "/:year/:nope/"}, RefusalKind.URL, ("url",)),
        (
            {"cascade": {"x": 1, "target": {"path": "/a["}}},
            RefusalKind.CASCADE,
            ("cascade", "target", "path"),
        ),
        (
            {"cascade": [{"_target": {"kind": "nope"}}]},
            RefusalKind.CASCADE,
            ("cascade", 0, "_target", "kind"),
        ),
        ({"cascade": {"Kind": "page"}}, RefusalKind.CASCADE, ("cascade", "Kind")),
        (
            {"cascade": [{"x": 1, "target": {"lang": "fr"}}]},
            RefusalKind.CASCADE,
            ("cascade", 0, "target", "lang"),
        ),
        ({"params": ["a"]}, RefusalKind.PARAMS, ("params",)),
        ({"outputs": ["HTML", "nope"]}, RefusalKind.OUTPUTS, ("outputs", 1)),
        ({"markup": "nope"}, RefusalKind.MARKUP, ("markup",)),
        ({"markup": "html"}, RefusalKind.CONTENT, ("markup",)),
    ],
)
def test_what_hugo_refuses(front: dict[str, Value], kind: RefusalKind, route: Route) -> None:
    found = refusals(front, CONFIG, "content/a.md")
    assert [(one.kind, one.route) for one in found] == [(kind, route)]
    assert len(found[0].message) < 120
    assert not found[0].message.endswith(".")


@pytest.mark.parametrize(
    "front",
    [
        {"date": "", "lastmod": None},
        {"date": "2024-01-02", "publishdate": "2024-01-03"},
        {"aliases": "HTTP://x", "build": None, "params": None, "cascade": None},
        {"url": "/x\\:b/:2006/", "cascade": {"target": {"kind": "Page", "path": "/s/**"}}},
        {"build": {"render": "x"}, "outputs": "html RSS", "markup": "Goldmark"},
    ],
)
def test_what_hugo_takes(front: dict[str, Value]) -> None:
    assert refusals(front, CONFIG, "content/a.md") == []


def test_html_and_org_need_a_permission() -> None:
    assert [one.kind for one in refusals({}, CONFIG, "content/a.HTML")] == [RefusalKind.CONTENT]
    assert refusals({}, replace(CONFIG, allowed_content=("^text/",)), "content/a.org") == []
    assert refusals({}, replace(CONFIG, hugo_version=(0, 161)), "content/a.org") == []


def test_matrix_patterns_count_where_there_are_several_languages() -> None:
    front: dict[str, Value] = {"sites": {"matrix": {"languages": ["["]}}}
    assert refusals(front, CONFIG, "content/a.md") == []
    several = replace(CONFIG, languages=(*CONFIG.languages, Language("fr")))
    assert [one.route for one in refusals(front, several, "content/a.md")] == [
        ("sites", "matrix", "languages", 0)
    ]


def test_an_older_hugo_reads_the_cascades_of_branches_only() -> None:
    old = replace(CONFIG, hugo_version=(0, 155))
    front: dict[str, Value] = {"cascade": "x"}
    assert refusals(front, old, "content/a.md") == []
    assert refusals(front, old, "content/s/_index.fr.md")
    assert refusals(front, CONFIG, "content/a.md")
