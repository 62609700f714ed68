"""Give each field a value that it can have.

Why: Hugo publishes a word, a number or an id that is not allowed as it is, and a template, a script or a
search engine then misreads it.
Bad:
    sitemap:
      priority: 8.0
Good:
    sitemap:
      priority: 0.8
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.base.suggest import close_to
from frontlint.hugo.fields import as_text
from frontlint.hugo.fields.build import misread_options
from frontlint.lint import Finding, Page, SchemaRule, Severity, Value, assignment, listing, shorten

_LIKE = 0.5
_NEGATIVE = frozenset({"no", "n", "off", "none", "false", "no one"})


class BadValue(SchemaRule):
    severity = Severity.ERROR
    checks_cascades = True
    needs = ""  # it says more than the schema

    def check(self, page: Page) -> Iterator[Finding]:
        """What the schema says, and the words of `build` that Hugo takes for `always`."""
        yield from super().check(page)
        for key, value, words in misread_options(page.get("build")) if page.has("build") else ():
            written = f"{key}: {shorten(as_text(value))}"
            meant = _meant(value, words)
            does = "publishes the page" if key.lower() == "render" else "lists the page everywhere"
            yield self.at(
                page,
                ("build", key),
                f"Hugo does not know `{written}` in `build`, so it {does}",
                help=f"write `{assignment(page.document.format, key, meant)}` (Hugo knows {listing(words)})",
                # What does not keep a page back is worse than what shows it in a list.
                severity=Severity.ERROR if key.lower() == "render" else Severity.WARNING,
            )


def _meant(value: Value, words: Sequence[str]) -> str:
    """The word that looks most like the value; no and off are never."""
    text = as_text(value).lower()
    return close_to(text, words, _LIKE) or (words[1] if text in _NEGATIVE else words[0])
