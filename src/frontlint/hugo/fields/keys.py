"""The front matter keys that matter beyond their own page."""

from __future__ import annotations

FRONT_KEYS: frozenset[str] = frozenset(
    {
        *("title", "linktitle", "slug", "url", "type", "layout", "aliases", "draft", "headless", "weight"),
        *("build", "_build", "outputs", "cascade", "params", "markup", "translationkey", "keywords"),
        *("date", "publishdate", "pubdate", "published", "lastmod", "modified"),
        *("expirydate", "unpublishdate", "iscjklanguage", "sites"),
    }
)
"""Those that decide a page's URL, visibility or terms; the plural names of the taxonomies come on top."""
