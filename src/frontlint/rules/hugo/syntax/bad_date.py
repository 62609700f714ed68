"""Write dates that Hugo can read.

Why: Hugo's build fails at a date that it cannot read.
Bad:
    title: Rye bread
    date: 05/06/2024 14:12:53
Good:
    title: Rye bread
    date: 2024-06-05T14:12:53Z
Note: `2024-06-05`, `2024-06-05T14:12:53Z` and `2024-06-05T14:12:53+02:00` are always fine. Hugo reads a
plain number as seconds since 1970: see `value-misread`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from frontlint.base.dashes import DASHES
from frontlint.base.loose_date import guesses, missing
from frontlint.base.phrases import with_article
from frontlint.base.unseen import RUN
from frontlint.findings.reach import with_reach
from frontlint.frontmatter.document import Value
from frontlint.hugo.fields import RefusalKind, as_text
from frontlint.lint import Finding, Format, Page, PageRule, Severity, assignment

if TYPE_CHECKING:
    from frontlint.site.model import Site

_SUCH = ("2024-01-31", "2024-01-31T09:00:00Z")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)


class BadDate(PageRule):
    """A date field that Hugo cannot parse."""

    severity = Severity.ERROR
    checks_resources = True
    checks_cascades = True
    needs = "refusals"

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each such field."""
        for refusal in page.refusals:
            if refusal.kind is RefusalKind.DATE:
                name = str(refusal.route[0])
                text = as_text(_only(page.get(name)))
                if RUN.search(text):
                    continue  # the rule invisible-in-key reports it
                key = str(page.key(name) or name)
                meant, wrong = guesses(text), missing(text.strip())
                help_ = _help(page.document.format, key, meant, wrong)
                label = wrong or _hard_to_see(text, meant)
                yield self.at(page, refusal.route, refusal.message, help=help_, label=label)

    def settle(self, finding: Finding, site: Site) -> Finding | None:
        """A date from a cascade counts on the pages for which Hugo asks for it before it has a good one."""
        return with_reach(finding, site.handed_down.pages_stopped(finding))


def _only(value: Value) -> Value:
    """The item of a list with one; any other value is itself."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _hard_to_see(text: str, meant: Sequence[str]) -> str:
    """A dash that looks like a hyphen, in what is meant for a date, or a blank at an end."""
    for dash, name in DASHES.items():
        if dash in text and meant:
            return f"`{dash}` is {with_article(name)}"
    if text and text != text.strip():
        return f"a blank is at its {'start' if text[0].isspace() else 'end'}"
    return ""


def _help(form: Format, key: str, meant: Sequence[str], wrong: str) -> str:
    """The line with the date that is meant; with both, if the text can be read either way."""
    lines = [f"`{assignment(form, key, one)}`" for one in meant or _SUCH]
    if not meant:
        return f"write a date, such as {lines[0]} or {lines[1]}"
    if len(meant) == 1:
        swapped = "if day and month changed places, " if wrong else ""
        return f"{swapped}write {lines[0]}"
    return f"write {lines[0]} ({_day(meant[0])}) or {lines[1]} ({_day(meant[1])})"


def _day(date: str) -> str:
    """Day and month of a date in words: `6 October`."""
    return f"{int(date[8:10])} {_MONTHS[int(date[5:7]) - 1]}"
