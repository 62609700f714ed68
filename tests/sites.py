"""Sites out of a few texts, for tests of what a site knows; nothing is written to disk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from frontlint.base.source import decode
from frontlint.frontmatter.reader import read
from frontlint.hugo.config import Config, Language, OutputFormat, Taxonomy
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.site.collect import collect
from frontlint.site.model import Site

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
    document = read(decode(path, text.encode()), plain_scalar)
    return collect(document, path, ("categories", "tags"))


def site_of(files: Mapping[str, str], *languages: str, refs_are_warnings: bool = False) -> Site:
    """The site of these pages; names are paths below `content`. The first language is the default."""
    codes = languages or ("en",)
    known = tuple(
        ENGLISH._replace(code=code, weight=index + 1, prefix=code if index else "")
        for index, code in enumerate(codes)
    )
    config = Config(known, default_language=codes[0], refs_are_warnings=refs_are_warnings)
    facts = [facts_of(text, f"content/{name}") for name, text in files.items()]
    return Site.build(facts, config, CLOCK)
