"""Write draft as true or false.

Why: Since 0.152 Hugo reads `draft: yes` as text, takes that for false, and publishes the page without a word.
Bad:
    title: Not ready
    draft: yes
Good:
    title: Not ready
    draft: true
Fix: Writes `draft: true`, on request only: the page and its redirects are then no longer published.
Note: Texts that mean false, such as `no` and `off`, are left alone: the page is published, as was meant.
Hugo does understand a quoted "true".
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.unseen import RUN
from frontlint.hugo.fields import as_boolean
from frontlint.lint import Finding, Page, PageRule, Severity, Value, set_value, shorten

_MEANS_FALSE = frozenset({"", "no", "n", "off", "false", "never", "none", "0"})


class DraftNotBoolean(PageRule):
    """A draft that Hugo takes for a finished page."""

    severity = Severity.ERROR
    keys = frozenset({"draft"})
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding."""
        draft = page.get("draft")
        if isinstance(draft, str) and RUN.search(draft):
            return  # of which the rule invisible-in-key speaks
        if as_boolean(draft) is not None or _means_false(draft):
            return
        written = shorten(_written(page, draft))
        yield self.at(
            page,
            "draft",
            f"Hugo does not read draft {written} as true or false, and publishes the page",
            help="write `draft: true` to hold the page back, or `draft: false` to publish it",
            fix=self.fix(page, "write `draft: true`", set_value(("draft",), True), safe=False),
        )


def _means_false(draft: object) -> bool:
    if isinstance(draft, str):
        return draft.strip().lower() in _MEANS_FALSE
    return not draft


def _written(page: Page, draft: Value) -> str:
    """The value as its author wrote it; what Hugo reads where that is elsewhere, or in a block."""
    written = page.written("draft")
    is_plain = not isinstance(draft, str) or (draft.strip() in written and written[:1] not in "*|>")
    return written if is_plain else str(draft).strip()
