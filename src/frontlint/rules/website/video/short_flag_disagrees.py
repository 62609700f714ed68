"""`isShort` must match the video's length.

Why: The website shows shorts upright and in separate lists. A flag that does not match the length puts a
long video among them, or hides a short one.
Bad:
    videoId: dEsC4le_K-t
    duration: 75
    isShort: true
Good:
    videoId: dEsC4le_K-t
    duration: 75
    isShort: false
Fix: Writes the flag that follows from the length. Hugo publishes the same files.
Note: The rule looks at pages with all three keys. A duration of 0 means that the length is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Label, Page, Severity, assignment, set_value, shorten
from frontlint.lint.option import option
from frontlint.website.rule import WebsitePageRule


@dataclass(frozen=True, slots=True)
class Options:
    """What a short is."""

    longest_short: int = option(60, "The length of the longest short, in seconds.")


class ShortFlagDisagrees(WebsitePageRule):
    """`isShort` is true exactly where `duration` is not over the limit."""

    severity = Severity.WARNING
    options_type = Options
    options: Options
    keys = frozenset({"isshort"})
    marks = frozenset({"videoid"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding at most, at the flag: the length comes from YouTube."""
        flag, seconds = page.get("isShort"), page.get("duration")
        if not isinstance(flag, bool):
            return
        if isinstance(seconds, bool) or not isinstance(seconds, int | float) or seconds <= 0:
            return
        limit = self.options.longest_short
        is_short = seconds <= limit
        if flag is not is_short:
            said = "true" if flag else "false"
            length = shorten(page.written("duration"), 20)
            line = assignment(page.document.format, str(page.key("isShort")), is_short)
            yield self.at(
                page,
                "isShort",
                f"`isShort` is `{said}`, but the video lasts {length} seconds (shorts: up to {limit})",
                fix=self.fix(page, f"write `{line}`", set_value(("isshort",), is_short)),
                label="this flag",
                related=(Label(page.facts.path, page.at("duration"), "the length"),),
            )
