"""What the tests of this floor share: pages of the website's shape, and what their schemas say of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from frontlint.base.source import decode
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.schema.catalog import Catalog
from frontlint.schema.library import Json
from frontlint.schema.load import load
from frontlint.schema.validate import Checker
from frontlint.schema.violation import Violation

CATALOG = Catalog()
Found = set[tuple[str, str, str]]


def document(text: str, path: str = "content/page.md") -> Document:
    return read_document(decode(path, text.encode()), plain_scalar)


def page(data: Mapping[str, Json]) -> Document:
    """A page whose front matter is JSON."""
    return document(json.dumps(data, ensure_ascii=False))


def kind(path: str, data: Mapping[str, Json]) -> str:
    found = CATALOG.kinds.of(page(data).data, path, path)
    assert found is not None
    return found.name


def violations(path: str, data: Mapping[str, Json]) -> tuple[Violation, ...]:
    read_page = page(data)
    assert not read_page.problems
    found = CATALOG.kinds.of(read_page.data, path, path)
    assert found is not None
    return CATALOG.checker(found).violations(read_page)


def said(found: tuple[Violation, ...]) -> Found:
    """Rule, field and severity of each violation."""
    return {(one.rule, "/".join(str(step) for step in one.route), one.severity.value) for one in found}


def user_checker(folder: Path, schema: Mapping[str, Json], name: str = "own.schema.json") -> Checker:
    (folder / name).write_text(json.dumps(schema), encoding="utf-8")
    return Checker(load(name, folder), "own")


TAG: dict[str, Json] = {
    "title": "Kettle Care",
    "description": "Looking after a kettle so that tea never tastes of chalk.",
    "date": "2025-11-01T09:00:00Z",
    "ClassificationType": "tags",
    "trustpilot": False,
    "sitemap": {"filename": "sitemap.xml", "priority": 0.7},
    "Instructions": "Use this tag only for pages on Kettle Care, and never for teapots.",
    "headline": {
        "cards": [],
        "title": "Kettle Care",
        "subtitle": "Keep the chalk out",
        "content": "What to post here.",
        "updated": "2025-11-01T09:00:05Z",
    },
    "abstract": "One paragraph about kettles.",
    "weight": 350,
    "concepts": ["Tool"],
    "categories": ["Kitchen"],
    "tags": [],
    "icon": "fa-mug-hot",
    "ResourceId": "kE7tLe-cA_r",
    "ItemId": "kE7tLe-cA_r",
    "ItemType": "tags",
    "ResourceType": "tags",
    "ItemKind": "classification",
    "ItemContentOrigin": "human",
    "ClassificationContentOrigin": "human",
    "aliases": ["/resources/kE7tLe-cA_r"],
}

RESOURCE: dict[str, Json] = {
    "title": "How to descale a kettle",
    "short_title": "Descale a kettle",
    "description": "Vinegar, patience and two boils of clear water. " * 3,
    "tldr": "Half vinegar, half water, one boil, one hour, two boils of clear water. " * 3,
    "date": "2025-11-01T09:00:00Z",
    "lastmod": "2025-11-02T09:00:00Z",
    "ResourceId": "dEsC4le_K-t",
    "ResourceType": "blog",
    "categories": ["Kitchen"],
    "tags": ["Kettle Care"],
    "aliases": ["/resources/dEsC4le_K-t"],
}


def tag(*without: str, **changes: Json) -> dict[str, Json]:
    """The good tag page with changes, and without some of its keys."""
    return {key: value for key, value in {**TAG, **changes}.items() if key not in without}


def resource(*without: str, **changes: Json) -> dict[str, Json]:
    """The good resource with changes, and without some of its keys."""
    return {key: value for key, value in {**RESOURCE, **changes}.items() if key not in without}
