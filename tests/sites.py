"""Sites out of a few texts, for tests of what a site knows; nothing is written to disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from frontlint.base.source import decode
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import Config, Language, OutputFormat, Taxonomy
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.lint.page import Page
from frontlint.site.collect import collect
from frontlint.site.model import Site
from frontlint.website.collect import facts_of as website_facts
from frontlint.website.facts import WebsiteFacts
from frontlint.website.site import Website

CLOCK = datetime(2026, 1, 1, 12, tzinfo=UTC)
TAXONOMIES = (Taxonomy("category", "categories", "/categories"), Taxonomy("tag", "tags", "/tags"))
HTML = OutputFormat("html", "index", "html", html=True, permalinkable=True)
ENGLISH = Language(
    "en",
    taxonomies=TAXONOMIES,
    outputs=dict.fromkeys(("home", "section", "taxonomy", "term", "page"), ("html",)),
    formats={"html": HTML},
)
MARK = "ClassificationType: tags"


def page(*front: str, body: str = "") -> str:
    """The text of a page: its front matter, a line each, and its body."""
    return "\n".join(["---", *front, "---", body])


def ref(path: str, text: str = "x") -> str:
    """A Markdown link to a page."""
    return f'[{text}]({{{{< ref "{path}" >}}}})'


def facts_of(text: str, path: str = "content/posts/page.md") -> PageFacts:
    """The facts of one page of a site with the default taxonomies."""
    return page_of(text, path).facts


def page_of(text: str, path: str = "content/posts/page.md") -> Page:
    """The same page as a page rule sees it."""
    document = read_document(decode(path, text.encode()), plain_scalar)
    return Page(document, collect(document, path, ("categories", "tags")), Config((ENGLISH,)))


def website_facts_of(text: str, path: str = "content/tags/page/_index.md") -> WebsiteFacts:
    """What the website's rules know of such a page: that of a term, unless the path says otherwise."""
    return website_facts(page_of(text, path))


def site_of(files: Mapping[str, str], *languages: str, refs_are_warnings: bool = False) -> Site:
    """The site of these pages; names are paths below `content`. The first language is the default."""
    codes = languages or ("en",)
    known = tuple(
        ENGLISH._replace(code=code, weight=index + 1, prefix=code if index else "")
        for index, code in enumerate(codes)
    )
    config = Config(known, default_language=codes[0], refs_are_warnings=refs_are_warnings)
    pages = [page_of(text, f"content/{name}") for name, text in files.items()]
    website = {page.facts.path: website_facts(page) for page in pages}
    return Site.build(
        [page.facts for page in pages], config, CLOCK, conventions=lambda site: Website(site, website)
    )
