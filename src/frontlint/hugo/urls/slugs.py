"""What Hugo makes of a slug on its way into the URL."""

from __future__ import annotations

from frontlint.hugo.config import Config
from frontlint.hugo.config.patterns import attributes
from frontlint.hugo.config.sanitize import path_text, query_unescape, urlize
from frontlint.hugo.content.paths import Location
from frontlint.hugo.urls.permalinks import fitting
from frontlint.hugo.values import versions
from frontlint.hugo.values.kinds import Kind

_WITH_SLUG = frozenset({"slug", "slugorfilename", "slugorcontentbasename"})


def published_slug(slug: str, url: str, location: Location, config: Config) -> str | None:
    """The slug as it is in the page's URL; None where Hugo does not use it.

    `url` is the front matter's own. In a permalink the slug is unescaped like a query, so that `+` is a
    space (resources/page/permalinks.go), which a `url` keeps, as it is not sanitized again.
    """
    language = config.language(location.language)
    text = slug.strip("-")  # page__meta.go: outer hyphens go, and a slug of hyphens is none
    if language is None or not text or location.kind is Kind.HOME:
        return None
    patterns = (
        [url] if url else [entry.pattern for entry in fitting(language, location.kind, location.logical_path)]
    )
    if any(_WITH_SLUG.isdisjoint(attributes(pattern)) for pattern in patterns):
        return None
    if patterns:
        filled = query_unescape(urlize(text, language))
        return filled if url else path_text(filled, language)
    if location.kind is not Kind.PAGE and config.hugo_version < versions.SLUGS_OF_BRANCHES:
        return None
    return path_text(text, language)
