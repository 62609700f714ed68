"""The refs of a site at which Hugo reports something; nearly all are good, and few are asked about twice."""

from __future__ import annotations

from collections import defaultdict
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
    good: defaultdict[str, set[str]] = defaultdict(set)  # paths by language that mean one page everywhere
    for page in pages:
        facts = page.facts
        if facts.front_refs or not whole_site:
            refs = refs_of(page)
        elif facts.refs and page.rendered:
            refs = enumerate(facts.refs)  # what `refs_of` gives, without a call for each
        else:
            continue
        known = good[page.language]
        for number, call in refs:
            path = call.path or ""
            bare = not (call.lang or call.output_format)
            if bare and path in known:
                continue
            result = resolve(page, call)
            if not result.ok:
                yield page, number, call, result
            elif bare and not call.in_html and is_everywhere(path):
                known.add(path)
