"""Which of some pages is older: by the dates that they give, else by their paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from frontlint.hugo.config import Config
from frontlint.hugo.fields.dates import resolve_dates
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.gopath import extension

T = TypeVar("T")


def oldest_first(things: Iterable[T], page_of: Callable[[T], SitePage], config: Config) -> list[T]:
    """The things in the order of their pages' dates; by paths alone where a page has none.

    A copied page has the date of its model: then the later path is the newer one.
    """
    by_path = sorted(things, key=lambda thing: (str(page_of(thing).path), page_of(thing).language))
    dates = [_date(page_of(thing), config) for thing in by_path]
    known = [date for date in dates if date is not None]
    if len(known) < len(by_path):
        return by_path
    order = sorted(range(len(by_path)), key=lambda at: known[at])
    return [by_path[at] for at in order]


def _date(page: SitePage, config: Config) -> datetime | None:
    language = config.language(page.language) or config.default
    path, _, name = str(page.path).rpartition("/")
    name = name.removesuffix(extension(name))
    if name.partition(".")[0] in ("index", "_index"):
        name = path.rpartition("/")[2]
    return resolve_dates(page.front, language.dates, language.zone, name).date
