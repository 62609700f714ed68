"""The redirects that a new alias of a page would publish, as far as the page alone can tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from frontlint.hugo.fields import as_boolean
from frontlint.hugo.urls.urls import is_ugly
from frontlint.hugo.values.gopath import clean

if TYPE_CHECKING:
    from frontlint.lint.page import Page


def redirects_of(page: Page, alias: str) -> tuple[str, ...]:
    """The file of an alias from the root, such as `/fr/old/index.html`; none where Hugo makes none.

    hugolib/alias.go. A page in several output formats may publish more of them.
    """
    location = page.location
    language = page.config.language(location.language) if location else None
    if location is None or language is None or language.disable_aliases or as_boolean(page.get("draft")):
        return ()
    path = clean(f"/{language.host_dir}/{language.prefix}/{alias}")
    if path.endswith(".html"):
        return (path,)
    return (f"{path}.html" if is_ugly(location.section, language) else f"{path}/index.html",)
