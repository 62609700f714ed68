"""Put a number with a leading zero in quotes.

Why: In YAML a plain number that begins with 0 is octal to Hugo: `zip: 02700` reaches the templates as 1472. A
postal code, a phone number or an article number is another one then.
Bad:
    title: Our shop
    zip: 02700
Good:
    title: Our shop
    zip: "02700"
Note: Looks at fields of your own, lists and mappings included; value-misread looks at Hugo's. A number that
stays the same, such as `007`, and one with 8 or 9 in it, which is text, are fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.config import Config
from frontlint.hugo.fields import DATE_FIELDS
from frontlint.lint import (
    Finding,
    Format,
    Page,
    PageRule,
    Route,
    Severity,
    lazy_pattern,
    shorten,
    to_words,
)

# It begins with a plain character, because a search for one is fast.
_SUSPECT = lazy_pattern(r"0(?<![0-9A-Za-z_.:\"'/]0)(?<![0-9A-Za-z_.:\"'/+-][+-]0)[0_]*+[1-7]")
_OCTAL = lazy_pattern(r"[+-]?0[0-7_]+\Z")
_ELSEWHERE = frozenset(
    {
        *("title", "linktitle", "slug", "url", "description", "summary", "resourceid", "itemid", "keywords"),
        *("aliases", "weight", "cascade", *DATE_FIELDS),
    }
)
"""What value-misread looks at, and what is handed down, which is asked about as a page."""


class NumberChanged(PageRule):
    """A plain number that is another one to Hugo."""

    severity = Severity.INFO
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such number in a field that is not Hugo's."""
        numbers, document = _own_numbers(page), page.document
        if not numbers or document.format is not Format.YAML:
            return
        source = document.source
        place = (0, len(source.text)) if page.cascaded else document.fence.content
        if _SUSPECT.search(source.bytes_of(*place).decode("latin-1")) is None:  # a byte a character: faster
            return
        for number, route in numbers:
            written = page.written(*route) if route in document.places else ""
            if _OCTAL.match(written) and _decimal(written) != number and not _is_said(page, route):
                yield self._changed(page, route, written, number)

    def _changed(self, page: Page, route: Route, written: str, number: int) -> Finding:
        shown, where = shorten(written), shorten(to_words(route), 40)
        return self.at(
            page,
            route,
            f"Hugo reads {shown} in `{where}` as {shorten(str(number))}: a leading 0 means octal",
            help=f'write it in quotes: `"{shown}"`',
        )


def _own_numbers(page: Page) -> list[tuple[int, Route]]:
    """The whole numbers in fields that are not Hugo's; one below 8 is what is written, octal or not."""
    return [
        (number, route)
        for number, route in page.values.numbers
        if type(number) is int and not -8 < number < 8 and _is_own(str(route[0]).lower(), page.config)
    ]


def _is_own(key: str, config: Config) -> bool:
    return key not in _ELSEWHERE and key not in config.taxonomy_keys


def _is_said(page: Page, route: Route) -> bool:
    """Whether the schema has something to say of the value already."""
    return any(violation.route == route for violation in page.violations)


def _decimal(written: str) -> int:
    return int(written.replace("_", "")[:30])
