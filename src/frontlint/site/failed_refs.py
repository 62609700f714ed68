"""The refs of a site at which Hugo reports something; nearly all are good, and few are asked about twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.pages.publication import ContentPage
from frontlint.hugo.refs.refs import Resolution, is_everywhere

FailedRef: TypeAlias = "tuple[ContentPage, int, RefCall, Resolution]"
"""A page, the number of a ref in it, as `Spot.REF` counts, the ref, and what it means."""


def failed_refs(
    pages: Iterable[ContentPage],
    refs_of: Callable[[ContentPage], Iterable[tuple[int, RefCall]]],
    resolve: Callable[[ContentPage, RefCall], Resolution],
    *,
    whole_site: bool,
) -> Iterator[FailedRef]:
    """Those of some pages, in order. `refs_of` gives the refs that Hugo looks up, `resolve` what one means.

    Without `whole_site`, `refs_of` leaves out what is not asked for.
    """
    good: set[tuple[str, str]] = set()  # paths, by language, that mean one page wherever they are
    for page in pages:
        facts = page.facts
        if facts.front_refs or not whole_site:
            refs = refs_of(page)
        elif facts.refs and page.rendered:
            refs = enumerate(facts.refs)  # what `refs_of` gives, without a call for each
        else:
            continue
        for number, call in refs:
            plain = (page.language, call.path or "")
            bare = not (call.lang or call.output_format)
            if bare and plain in good:
                continue
            result = resolve(page, call)
            if not result.ok:
                yield page, number, call, result
            elif bare and not call.in_html and is_everywhere(plain[1]):
                good.add(plain)
