"""Write draft as true or false.

Why: Since version 0.152, Hugo reads `draft: yes` as text, which counts as false, and silently publishes the
page.
Bad:
    title: Not ready
    draft: yes
Good:
    title: Not ready
    draft: true
Fix: Writes `draft: true`, only on request: Hugo then no longer publishes the page and its redirects.
Note: The rule does not report texts that mean false, such as `no` and `off`: Hugo publishes the page, as you
mean it. Hugo understands `"true"` in quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.unseen import RUN
from frontlint.hugo.fields import as_boolean
from frontlint.lint import Finding, Page, PageRule, Severity, Value, assignment, set_value, shorten

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
            return  # the rule invisible-in-key reports it
        if as_boolean(draft) is not None or _means_false(draft):
            return
        written, form, key = shorten(_written(page, draft)), page.document.format, str(page.key("draft"))
        order = f"write `{assignment(form, key, True)}`"
        kept, it = ("pages", "them") if page.cascaded else ("this page", "it")
        yield self.at(
            page,
            "draft",
            f"`{key}: {written}` does not keep {kept} back: Hugo publishes {it}",
            help=f"{order}, or `{assignment(form, key, False)}` to publish on purpose",
            fix=self.fix(page, order, set_value(("draft",), True), safe=False),
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
