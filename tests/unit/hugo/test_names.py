"""Which field a misspelt key means, and which keys are nobody's slip."""

from __future__ import annotations

import json

import pytest

from frontlint.hugo.fields.names import near_field, near_in_table
from support import ROOT

TAXONOMIES = frozenset({"tags", "categories"})


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("titel", "title"),
        ("tilte", "title"),
        ("descripton", "description"),
        ("discription", "description"),
        ("catgories", "categories"),
        ("catagories", "categories"),
        ("category", "categories"),
        ("tag", "tags"),
        ("tgas", "tags"),
        ("alias", "aliases"),
        ("alaises", "aliases"),
        ("redirect_from", "aliases"),
        ("expiredate", "expirydate"),
        ("publish_date", "publishdate"),
        ("link-title", "linktitle"),
        ("wieght", "weight"),
        ("dratf", "draft"),
        ("darft", "draft"),
        ("sumary", "summary"),
        ("keyword", "keywords"),
        ("dtae", "date"),
        ("\u201ctitle\u201d", "title"),
        ("titles", "title"),
        ("drafts", "draft"),
        ("weights", "weight"),
        ("descriptions", "description"),
        ("allias", "aliases"),
        ("categorys", "categories"),
        ("slg", "slug"),
        ("dte", "date"),
        ("tgs", "tags"),
        ("dr\u0430ft", "draft"),
        ("\u03bfutputs", "outputs"),
        ("last_modified_at", "lastmod"),
    ],
)
def test_slips(key: str, field: str) -> None:
    assert near_field(key, TAXONOMIES) == field


@pytest.mark.parametrize(
    "key",
    [
        *(
            "title",
            "menu",
            "params",
            "images",
            "videos",
            "series",
            "author",
            "authors",
            "image",
            "video",
            "height",
        ),
        *(
            "subtitle",
            "data",
            "dates",
            "rate",
            "state",
            "name",
            "names",
            "kind",
            "source",
            "sources",
        ),
        *(
            "lead",
            "link",
            "links",
            "url2",
            "uri",
            "tabs",
            "flags",
            "types",
            "style",
            "site",
            "craft",
            "guild",
        ),
        *(
            "input",
            "inputs",
            "update",
            "updated",
            "publisher",
            "published",
            "publish",
            "lang",
            "locale",
            "page",
        ),
        *(
            "icon",
            "cover",
            "toc",
            "comments",
            "math",
            "featured",
            "hero",
            "color",
            "prev",
            "next",
            "event",
            "layer",
        ),
        *(
            "header",
            "headers",
            "headline",
            "prescription",
            "subscription",
            "output",
            "resource",
            "param",
            "x",
        ),
    ],
)
def test_keys_of_the_sites_own(key: str) -> None:
    assert near_field(key, TAXONOMIES) is None


@pytest.mark.parametrize(
    ("key", "table", "meant"),
    [
        ("rendr", "build", "render"),
        ("lists", "build", "list"),
        ("publish_resources", "build", "publishresources"),
        ("render", "build", None),
        ("draft", "build", None),
        ("wieght", "menu", "weight"),
        ("pageref", "menu", None),
        ("page_ref", "menu", "pageref"),
        ("icon", "menu", None),
        ("scr", "resources", "src"),
        ("byline", "resources", None),
        ("paht", "target", "path"),
        ("lang", "target", None),
        ("section", "target", None),
    ],
)
def test_slips_in_tables_of_hugos(key: str, table: str, meant: str | None) -> None:
    assert near_in_table(key, table) == meant


def test_no_key_of_the_schemas_that_come_along_is_a_slip() -> None:
    names: set[str] = set()

    def gather(node: object) -> None:
        if isinstance(node, dict):
            names.update(node["properties"] if isinstance(node.get("properties"), dict) else ())
            for inner in node.values():
                gather(inner)
        elif isinstance(node, list):
            for inner in node:
                gather(inner)

    for file in (ROOT / "schemas").glob("*.json"):
        gather(json.loads(file.read_text()))
    assert len(names) > 50
    assert [name for name in sorted(names) if near_field(name.lower(), TAXONOMIES)] == []
