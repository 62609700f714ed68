"""Give a page a few terms that fit.

Why: A page that belongs everywhere is found nowhere: terms are listed strongest first, and those behind the
limit only dilute the lists of others. The templates show one concept and no more.
Bad:
    ResourceId: aB3-dE_fG9h
    concepts:
      - Tool
      - Practice
Good:
    ResourceId: aB3-dE_fG9h
    concepts:
      - Tool
Note: Looks at pages with marks of the website. A term that stands twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.record import dataclass
from frontlint.hugo.fields import as_terms
from frontlint.lint import Finding, Page, Severity
from frontlint.lint.option import option
from frontlint.site.term_lists import term_key
from frontlint.website.rule import WebsitePageRule


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
                yield self.at(
                    page,
                    name,
                    f"{name} has {count} terms, and {what} the most",
                    help=f"keep the {'strongest one' if most == 1 else f'{most} strongest'}",
                    label=f"{count} terms",
                    on_key=True,
                )
