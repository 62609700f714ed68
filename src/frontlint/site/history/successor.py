"""Which page takes the place of one that is gone, and the alias that keeps an old address."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.config import Config
from frontlint.hugo.pages.publication import ContentPage, SitePage
from frontlint.hugo.urls.urls import is_ugly
from frontlint.site.history.history import History

_PLAIN = lazy_pattern(r"/[\w./~+=@%^()$;-]*")


def successor(history: History, page: SitePage) -> ContentPage | None:
    """The likeliest new page of an old one whose file is gone: that with its permanent name (an id), at its
    logical path, or one that is new and has its title or its name; None where none or several are."""
    before, now = history.old.conventions, history.new.conventions
    same_name = (one for name in before.names_of(page) for one in now.named(name))
    known = next((one for one in same_name if one.built and one.language == page.language), None)
    here = history.new.at(page.language, page.logical_path)
    if known is not None:
        return known
    if isinstance(here, ContentPage) and here.built:
        return here
    title, name = page.title.strip().lower(), page.logical_path.rpartition("/")[2]
    by_title = history.added_by_title.get((page.language, page.kind, title), ()) if title else ()
    by_name = history.added_by_name.get((page.language, page.kind, name), ())
    return _single(by_title) or _single(by_name)


def above(history: History, page: SitePage) -> ContentPage | None:
    """The nearest page with a file above a page that is gone, the home page at last."""
    for folder in _folders(page.logical_path):
        found = history.new.at(page.language, folder)
        if isinstance(found, ContentPage) and found.built:
            return found
    return None


def alias_for(output: str, page: SitePage, config: Config) -> str | None:
    """The alias that makes a page publish a redirect at an output file such as `/old/index.html`.

    None where there is none: Hugo puts the aliases of a language into the language's own folder.
    """
    language = config.language(page.language)
    if language is None or language.disable_aliases:
        return None
    home = "/".join(part for part in ("", language.host_dir, language.prefix) if part)
    home = f"/{home}/" if home else "/"
    if not output.startswith(home):
        return None
    inside = "/" + output.removeprefix(home)
    if is_ugly(page.section, language) or inside == "/index.html":
        return inside
    return inside.removesuffix("index.html") if inside.endswith("/index.html") else inside


def as_item(alias: str) -> str:
    """An alias as an item of a YAML list, in quotes where it needs them."""
    return alias if _PLAIN.fullmatch(alias) else json.dumps(alias, ensure_ascii=False)


def _single(pages: Iterable[ContentPage]) -> ContentPage | None:
    found = list(pages)
    return found[0] if len(found) == 1 else None


def _folders(path: str) -> Iterator[str]:
    while path not in ("", "/"):
        path = path.rpartition("/")[0] or "/"
        yield path
