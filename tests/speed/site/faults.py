"""Faults: what makes a page have a finding. None of them stops `hugo list all`, which ends at the first page
that it cannot read."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from speed.site.dice import Dice
from speed.site.page import Draft, link

_DICE = 11 << 28
_WHOLE = 10_000
_SECOND = 4  # one faulty page in so many has a second fault


def is_bad(number: int, percent: float) -> bool:
    """Whether the page with this number among all pages is to have a finding; they are evenly spread."""
    share = round(percent * _WHOLE / 100)
    return number * share // _WHOLE != (number + 1) * share // _WHOLE


def spoil(page: Draft, seed: int, number: int, neighbour: Draft) -> None:
    """Puts one or two faults into a page; `neighbour` is another page, for what it takes two to do."""
    dice = Dice(seed, _DICE + number)
    fitting = list(_fitting(page, neighbour))
    for _ in range(2 if len(fitting) > 1 and dice.below(_SECOND) == 0 else 1):
        fault = dice.pick(fitting)
        fitting.remove(fault)
        fault(page, neighbour)


def _fitting(page: Draft, neighbour: Draft) -> Iterator[Callable[[Draft, Draft], None]]:
    """The faults that the page has room for."""
    yield from (_draft, _broken_ref, _doubled_word, _sentence_again)
    if len(_aliases(page)) > 1:
        yield _alias_of_another if len(_aliases(neighbour)) > 1 else _relative_alias
    if "ResourceId" in page.front:
        yield from (_weight_as_text, _missing_date, _relative_alias, _no_permanent_link, _priority)
    if page.front.get("tags", "").count("\n") > 1 and "ResourceId" in page.front:
        yield from (_unknown_term, _term_twice)


def _draft(page: Draft, _: Draft) -> None:
    page.set("draft", "yes")


def _weight_as_text(page: Draft, _: Draft) -> None:
    page.set("weight", '"350"')


def _missing_date(page: Draft, _: Draft) -> None:
    del page.front["date"]


def _priority(page: Draft, _: Draft) -> None:
    page.front["sitemap"] = page.front["sitemap"].replace("priority: ", "priority: 8")


def _doubled_word(page: Draft, _: Draft) -> None:
    page.front["description"] = page.front["description"].replace(", the ", ", the the ", 1)


def _sentence_again(page: Draft, _: Draft) -> None:
    text = page.front["description"].split(": ", 1)[1].strip()
    sentence = text.split(". ")[0].rstrip(".")
    page.set("description", f"{text} {sentence}.")


def _broken_ref(page: Draft, _: Draft) -> None:
    page.body += f"\nMore on {link('/tags/a-page-that-never-was', 'this')}.\n"


def _relative_alias(page: Draft, _: Draft) -> None:
    page.list("aliases", [*_aliases(page), f"old/{page.path.replace('/', '-')}"])


def _no_permanent_link(page: Draft, _: Draft) -> None:
    page.list("aliases", _aliases(page)[1:])


def _alias_of_another(page: Draft, neighbour: Draft) -> None:
    page.list("aliases", [*_aliases(page), _aliases(neighbour)[1]])


def _unknown_term(page: Draft, _: Draft) -> None:
    page.list("tags", [*_items(page, "tags")[1:], "Nowhere to Be Found"])


def _term_twice(page: Draft, _: Draft) -> None:
    page.list("tags", [*_items(page, "tags"), _items(page, "tags")[0]])


def _aliases(page: Draft) -> list[str]:
    return _items(page, "aliases")


def _items(page: Draft, key: str) -> list[str]:
    return [line.removeprefix("  - ") for line in page.front.get(key, "").splitlines()[1:]]
