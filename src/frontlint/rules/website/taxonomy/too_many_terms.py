"""Give a page only a few terms.

Why: Terms are listed strongest first. Those after the limit hardly fit, and only make the lists of other
pages longer. The templates show only one concept.
Bad:
    ResourceId: aB3-dE_fG9h
    concepts:
      - Tool
      - Practice
Good:
    ResourceId: aB3-dE_fG9h
    concepts:
      - Tool
Note: The rule looks at pages with the website's keys. A term that is listed twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.record import dataclass
from frontlint.hugo.fields import as_terms
from frontlint.lint import Finding, Page, Severity, code, listing
from frontlint.lint.option import option
from frontlint.site.term_lists import term_key
from frontlint.website.rule import WebsitePageRule

_FEW = 4
"""So many terms are named in a remedy, with their lines."""


@dataclass(frozen=True, slots=True)
class Options:
    """How many are too many."""

    most: Mapping[str, int] = option(
        {"concepts": 1, "categories": 3, "tags": 15}, "The most terms of each list, by its key."
    )


class TooManyTerms(WebsitePageRule):
    """Lists of terms that are longer than their limit."""

    severity = Severity.WARNING
    options_type = Options
    options: Options

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each list."""
        for name, most in self.options.most.items():
            value = page.get(name)
            if value is None or (isinstance(value, list) and len(value) <= most):  # nearly always
                continue
            terms = as_terms(value)
            if len(terms) <= most:
                continue
            count = len({term_key(term) for term in terms if term})
            if count > most:
                what = "1 is" if most == 1 else f"{most} are"
                list_ = "lists 1 term" if count == 1 else f"lists {count} terms"
                yield self.at(
                    page,
                    name,
                    f"{code(name)} {list_}; only {what} allowed",
                    help=_help(page, name, most),
                    label=f"{count} terms",
                    on_key=True,
                )


def _help(page: Page, name: str, most: int) -> str:
    """What to keep, or what to delete, with the lines."""
    value, lines = page.get(name), page.document.source.lines
    terms = [
        f"{code(term, 30)} (line {lines.line_column(page.at(name, index).start)[0]})"
        for index, term in enumerate(as_terms(value))
    ]
    if most == 1 and len(terms) <= _FEW:
        return f"keep only {listing(terms, last='or')}"
    extra = terms[most:]
    return f"delete {listing(extra[:_FEW], max(len(extra) - _FEW, 0))}, or others"
