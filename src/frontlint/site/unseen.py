"""Whether a ref that is not found may lead to a page that frontlint cannot see."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from frontlint.hugo.config import Language
from frontlint.hugo.content.facts import ANY_NAME, RefCall
from frontlint.hugo.content.paths import parent_of
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.refs.refpaths import RefPath, target_of_ref
from frontlint.hugo.values.gopath import join
from frontlint.hugo.values.kinds import Kind
from frontlint.site.model import Site


def may_be_foreign(site: Site, page: SitePage, path: str) -> bool:
    """Whether a theme, module or content adapter may bring the page that a ref names.

    It may where the path leads to or below a place that they fill, or to a term, which their pages may use.
    A name without a slash is looked for in the whole website.
    """
    roots = site.config.foreign_content
    language = site.config.language(page.language)
    if not roots or language is None:
        return False
    if "/" not in path.rstrip("/"):
        return True
    return may_be_nearer(site, page, path) or any(
        _is_open_term(site, language, one) for one in _meant(site, page, path)
    )


def may_be_nearer(site: Site, page: SitePage, path: str) -> bool:
    """Whether a place that they fill is where Hugo looks first: beside the page, and from the root."""
    roots = site.config.foreign_content
    return bool(roots) and any(
        one.base in _sections(roots) or not roots.isdisjoint(_upward(one.base))
        for one in _meant(site, page, path)
    )


def may_be_unread(site: Site, page: SitePage, call: RefCall) -> bool:
    """Whether a path that is not found may be there once a page that cannot be read is repaired.

    A ref is looked up by the path of a file, which no front matter changes. But it may name a term, for
    which Hugo makes a page, or `sites`, which takes a page into other languages. In a closed taxonomy a
    term without its own page is a mistake anyway.
    """
    language = site.config.language(call.lang or page.language)
    if not site.has_unread_pages or language is None:
        return False
    return _may_be_unread_term(site, language, call.path or "") or _may_be_translated(site, page, call)


def _may_be_unread_term(site: Site, language: Language, path: str) -> bool:
    wanted = target_of_ref(path, site.config)
    if "/" not in path:
        return Kind.TERM not in language.disabled_kinds and _is_unread(site, wanted.name)
    return any(_is_unread(site, term) for term in _open_terms(site, language, wanted))


def _is_open_term(site: Site, language: Language, wanted: RefPath) -> bool:
    return any(True for _ in _open_terms(site, language, wanted))


def _open_terms(site: Site, language: Language, wanted: RefPath) -> Iterator[str]:
    """The term of each taxonomy that a path names, where terms need no page."""
    if Kind.TERM in language.disabled_kinds:
        return
    for taxonomy in language.taxonomies:
        if wanted.base.startswith(taxonomy.path + "/") and not site.is_closed_taxonomy(
            language.code, taxonomy
        ):
            yield wanted.base[len(taxonomy.path) + 1 :]


def _is_unread(site: Site, name: str) -> bool:
    return name in site.unread_names or ANY_NAME in site.unread_names


def _may_be_translated(site: Site, page: SitePage, call: RefCall) -> bool:
    if len(site.config.languages) == 1 or not _is_unread(site, "sites"):
        return False
    others = (one.code for one in site.config.languages if one.code != (call.lang or page.language))
    return any(site.resolve(page, call._replace(lang=code)).ok for code in others)


def _meant(site: Site, page: SitePage, path: str) -> Iterator[RefPath]:
    """Every path from the root that a ref may mean: beside its page and in it, and as it is written."""
    if not path.startswith("/"):
        for folder in (page.logical_path, parent_of(page.logical_path)):
            yield target_of_ref(join(folder, path), site.config)
    if not path.startswith("."):
        yield target_of_ref(path, site.config)


@lru_cache(maxsize=8)
def _sections(roots: frozenset[str]) -> frozenset[str]:
    """The sections that Hugo makes of first folders."""
    return frozenset("/" + root[1:].partition("/")[0] for root in roots)


def _upward(path: str) -> Iterator[str]:
    """A logical path and all above it."""
    while path != "/" and path:
        yield path
        path = parent_of(path)
    yield "/"
