"""Quote numbers that begin with zero.

Why: Hugo reads a plain YAML number that begins with 0 as octal: `zip: 02700` reaches the templates as 1472.
A postal code, a phone number or an article number then becomes another one.
Bad:
    title: Our shop
    zip: 02700
Good:
    title: Our shop
    zip: "02700"
Note: The rule looks at your own fields, including lists and mappings; `value-misread` looks at Hugo's. A
number that stays the same, such as `007`, is fine. So is one with 8 or 9 in it, which is text.
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
    """A plain number that Hugo reads as another one."""

    severity = Severity.INFO
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such number in a field that is not Hugo's."""
        document = page.document
        if document.format is not Format.YAML or document.places.plain_numbers:
            return
        numbers = _own_numbers(page)
        if not numbers:
            return
        start, end = (0, len(document.source.text)) if page.cascaded else document.fence.content
        if _SUSPECT.search(document.source.text, start, end) is None:
            return
        for number, route in numbers:
            written = page.written(*route) if route in document.places else ""
            if _OCTAL.match(written) and _decimal(written) != number and not _is_said(page, route):
                yield self._changed(page, route, written, number)

    def _changed(self, page: Page, route: Route, written: str, number: int) -> Finding:
        shown, where = shorten(written, 20), shorten(to_words(route), 30)
        quoted = f'"{shorten(written)}"'
        line = f"- {quoted}" if isinstance(route[-1], int) else f"{shorten(str(route[-1]), 40)}: {quoted}"
        return self.at(
            page,
            route,
            f"Hugo reads `{where}: {shown}` as {shorten(str(number), 20)}: a leading 0 makes it octal",
            help=f"write `{line}`",
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
