"""All pages of a site, one after the other, by number."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from speed.site.faults import is_bad, spoil
from speed.site.frame import section_page, small_home
from speed.site.page import Draft
from speed.site.plan import Plan
from speed.site.resources import resource_page
from speed.site.small import small_page
from speed.site.terms import term_page

_HOMES = 2


@dataclass(frozen=True, slots=True)
class Wish:
    """A site: so many pages, of which `bad` percent have a finding, drawn with `seed`."""

    pages: int
    bad: float = 0
    seed: int = 0
    small: bool = False


def pages(wish: Wish) -> Iterator[Draft]:
    """Every page of the site, faults included."""
    make = _small(wish) if wish.small else _large(wish)
    for number in range(wish.pages):
        page = make(number)
        if is_bad(number, wish.bad):
            spoil(page, wish.seed, number, make((number + 1) % wish.pages))
        yield page


def _small(wish: Wish) -> Callable[[int], Draft]:
    homes = _HOMES if wish.pages > _HOMES else 0

    def make(number: int) -> Draft:
        if number < homes:
            return small_home(wish.seed, number)
        return small_page(wish.pages - homes, wish.seed, number - homes)

    return make


def _large(wish: Wish) -> Callable[[int], Draft]:
    plan = Plan(wish.pages, wish.seed)
    few = (*plan.concepts, *plan.categories)

    def make(number: int) -> Draft:
        if number < len(plan.sections):
            return section_page(plan, number)
        number -= len(plan.sections)
        if number < len(few):
            return term_page(plan, few[number])
        number -= len(few)
        if number < plan.tags:
            return term_page(plan, plan.tag(number))
        return resource_page(plan, plan.resource(number - plan.tags))

    return make
