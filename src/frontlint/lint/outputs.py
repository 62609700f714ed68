"""What a fix of one page does to published files, as far as the page alone can tell."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.hugo.config.sanitize import path_text
from frontlint.hugo.fields import as_boolean
from frontlint.hugo.pages.terms import term_path
from frontlint.hugo.urls.urls import is_ugly
from frontlint.hugo.values.gopath import clean
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


def terms_changed(page: Page, plural: str, terms: Iterable[str]) -> tuple[str, ...]:
    """The addresses of the pages of some terms, such as `/tags/a`; none if the key is not of a taxonomy.

    They are those of terms whose pages and permalinks do not say otherwise.
    """
    language = page.config.language(page.location.language) if page.location else None
    known = [one for one in language.taxonomies if one.plural == plural] if language else []
    if language is None or not known:
        return ()
    above = f"/{language.host_dir}/{language.prefix}/"
    ends = ("", ".html") if is_ugly(plural, language) else ("",)  # before an end, a blank becomes a `-`
    logical = ((term_path(one, term), end) for one in known for term in terms for end in ends)
    paths = (path_text(path + end, language).removesuffix(end) for path, end in logical)
    return tuple(dict.fromkeys(clean(above + path) for path in paths))
