"""Quote text that looks like a number.

Why: Hugo reads plain `012` as the octal number 10 and `1.10` as 1.1. In a field for text it turns the number
back into text, and publishes the page under another name. A plain year in a date field is a number of
seconds, so the page is dated 1970.
Bad:
    title: Release notes
    slug: 1.10
Good:
    title: Release notes
    slug: "1.10"
Fix: Writes what the number looks like, only on request: Hugo then publishes another value, and perhaps
    another address.
Note: The rule looks at Hugo's own text fields and dates, at terms and ids, and at a weight with a leading
zero. A number that Hugo publishes as it is written, such as `title: 2024`, is fine. So is a date in seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from frontlint.base.loose_date import guesses
from frontlint.hugo.fields import DATE_FIELDS, as_number, as_text
from frontlint.lint import (
    Finding,
    Page,
    PageRule,
    Route,
    Severity,
    Value,
    assignment,
    lazy_pattern,
    line_of,
    set_value,
    shorten,
    to_words,
)

if TYPE_CHECKING:
    from frontlint.site.model import Site

_TEXTS = ("title", "linkTitle", "slug", "url", "description", "summary", "ResourceId", "ItemId")
_YEARS = range(1900, 2200)
_LISTS = ("keywords", "aliases")
_NAMES = frozenset(name.lower() for name in (*_TEXTS, *_LISTS))
_DATES = frozenset(DATE_FIELDS)
_FRACTION = lazy_pattern(r"[+-]?[0-9]{1,30}\.0*+[1-9][0-9]*+\Z")
_LARGEST = 2**53
"""From here on a float has no fraction that anybody wrote."""
_ZERO_FIRST = lazy_pattern(r"([\"']?)([+-]?0[0-9]+)\1\Z")


class ValueMisread(PageRule):
    """A plain scalar that Hugo reads as another type than it looks."""

    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such value."""
        for value, route in page.values.numbers:
            name = route[0].lower() if type(route[0]) is str else ""
            if name in _NAMES or name in _DATES or name in page.config.taxonomy_keys:
                yield from self._number(page, value, route, name)
        weight = page.get("weight")
        if type(weight) is int and weight > 0 and page.document.places.plain_numbers:
            return
        if weight is not None:
            yield from self._weight(page, weight)

    def _number(self, page: Page, value: Value, route: Route, name: str) -> Iterator[Finding]:
        """A number in a field of texts or of dates."""
        if page.key(name) != route[0]:
            return
        is_item = len(route) == 2 and isinstance(route[1], int)
        if (len(route) == 1 or is_item) and (name in _NAMES or name in page.config.taxonomy_keys):
            yield from self._text(page, value, route)
        if len(route) == 1 and name in _DATES and _is_calendar(value):
            yield self._date(page, value, name)

    def _text(self, page: Page, value: Value, route: Route) -> Iterator[Finding]:
        """A number whose text is not what was written; Hugo leaves no trace of zeros and underscores."""
        written, text = page.written(*route), as_text(value)
        if text == written:
            return
        line = f"{shorten(to_words(route))}: {shorten(written, 24)}"
        order = f"write `{line_of(page.document.format, route[-1], written)}`"
        yield self.at(
            page,
            route,
            f"Hugo reads `{line}` as the number {shorten(text, 24)}",
            fix=self.fix(page, order, set_value(route, written), safe=False),
        )

    def _weight(self, page: Page, value: Value) -> Iterator[Finding]:
        match, read = _ZERO_FIRST.match(page.written("weight")), as_number(value)
        if match is None or read == int(match[2]):
            yield from self._whole_weight(page, value, read)
            return
        written, shown = shorten(match[2], 20), shorten(str(read), 20)
        message = f"Hugo reads `weight: {written}` as {shown}: a leading zero makes a number octal"
        meant = int(match[2])
        line = assignment(page.document.format, str(page.key("weight")), meant)
        fix = self.fix(page, f"write `{line}`", set_value(("weight",), meant), safe=False)
        yield self.at(page, "weight", message, fix=fix)

    def _whole_weight(self, page: Page, value: Value, read: int) -> Iterator[Finding]:
        if _has_fraction(value):
            written = shorten(page.written("weight"))
            message = (
                f"Hugo reads `weight: {written}` as {shorten(str(read), 20)}: a weight is a whole number"
            )
            help_text = "write a whole number, such as `weight: 10`"
            yield self.at(page, "weight", message, help=help_text)
        elif read == 0 and as_text(value) == "0" and not page.cascaded:
            message = "`weight: 0` counts as no weight: Hugo lists the page after those with a weight"
            help_text = "write `weight: 1` to put it first, or delete the line"
            yield self.at(page, "weight", message, help=help_text, severity=Severity.INFO)

    def awaits_site(self, finding: Finding) -> bool:
        """Whether `weight: 0` matters depends on the pages beside it."""
        return super().awaits_site(finding) or _is_no_weight(finding)

    def settle(self, finding: Finding, site: Site) -> Finding | None:
        """`weight: 0` is reported if the other pages of the section are sorted by weight."""
        if not _is_no_weight(finding):
            return super().settle(finding, site)
        page = site.page(finding.path)
        return finding if page is not None and site.weights[page].is_order else None

    def _date(self, page: Page, value: Value, name: str) -> Finding:
        """A year or a date without hyphens: cast.ToTimeE takes a number for Unix seconds."""
        key, form = str(page.key(name)), page.document.format
        message = f"Hugo reads `{key}: {value}` as {value} seconds after the start of 1970"
        meant = guesses(str(value))
        if len(meant) != 1:
            lines = [assignment(form, key, one) for one in meant] or [assignment(form, key, f"{value}-01-31")]
            help_ = "write " + " or ".join(f"`{line}`" for line in lines)
            return self.at(page, name, message, help=help_)
        order = f"write `{assignment(form, key, meant[0])}`"
        fix = self.fix(page, order, set_value((name,), meant[0]), safe=False)
        return self.at(page, name, message, fix=fix)


def _has_fraction(value: Value) -> bool:
    """Whether something follows the point of a number, or of a text that Hugo reads as one."""
    if isinstance(value, float):
        return not value.is_integer() and abs(value) < _LARGEST
    return isinstance(value, str) and _FRACTION.match(value) is not None


def _is_no_weight(finding: Finding) -> bool:
    return finding.severity is Severity.INFO and [str(step).lower() for step in finding.field or ()] == [
        "weight"
    ]


def _is_calendar(value: Value) -> bool:
    """Whether a number is a year or a date such as 20240605; others may well be meant as seconds."""
    if isinstance(value, bool) or not isinstance(value, int):
        return False
    return value in _YEARS or (value // 10000 in _YEARS and bool(guesses(str(value))))
