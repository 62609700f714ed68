"""Set isShort as the length of the video has it.

Why: Shorts are shown upright and in lists of their own. A flag that does not fit the length puts a long
video among them, or hides a short one.
Bad:
    videoId: dEsC4le_K-t
    duration: 75
    isShort: true
Good:
    videoId: dEsC4le_K-t
    duration: 75
    isShort: false
Fix: Writes the flag that follows from the length. Hugo publishes the same files.
Note: Looks at pages with all three keys. A duration of 0 is taken for one that is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.record import dataclass
from frontlint.lint import Finding, Label, Page, Severity, set_value
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
            said, right = ("true", "false") if flag else ("false", "true")
            length = page.written("duration")
            yield self.at(
                page,
                "isShort",
                f"isShort is {said}, but the video lasts {length} seconds, and shorts end at {limit}",
                fix=self.fix(page, f"write `isShort: {right}`", set_value(("isshort",), is_short)),
                label="this flag",
                related=(Label(page.facts.path, page.at("duration"), "the length"),),
            )
