"""Write front matter that Hugo can read.

Why: Hugo stops the build of the whole website at the first page whose front matter or shortcodes it cannot
read, and its message seldom says where the problem is.
Bad:
    title: Bread: how it rises
Good:
    title: "Bread: how it rises"
Fix: Writes what the remedy says, if there is one right answer: quotes around a value with a colon, spaces
    instead of a tab, a straight quote instead of a curly one, a list of output formats instead of a text. The
    build that failed then works.
Note: Dates, aliases and duplicate keys have their own rules: `bad-date`, `alias-malformed` and
`duplicate-key`. Hugo also reads the shortcodes in drafts, code blocks and HTML comments. Write `{{</* name
*/>}}` to show one. The rule does not check whether a shortcode has a template.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from frontlint.hugo.content.shortcodes import all_plain
from frontlint.hugo.fields import RefusalKind
from frontlint.hugo.fields.refusals import SHOWS_MENU
from frontlint.lint import (
    Finding,
    Fix,
    Label,
    Page,
    PageRule,
    ProblemKind,
    Severity,
    replace_source,
    set_value,
)

if TYPE_CHECKING:
    from frontlint.frontmatter.document import Problem
    from frontlint.hugo.fields.refusals import Refusal
    from frontlint.site.model import Site

_ELSEWHERE = frozenset({RefusalKind.DATE, RefusalKind.ALIAS})


_POLICY = "security.allowContent"


class Syntax(PageRule):
    """Front matter that Hugo refuses, its form or a value of Hugo's own fields; and refused shortcodes."""

    budget = 85_000  # the shortcodes of the body are read
    severity = Severity.ERROR
    checks_resources = True
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """What the reader could not read; in a page that it could, what Hugo refuses."""
        path = page.facts.path
        problems = page.document.problems
        for problem in problems:
            if problem.kind is ProblemKind.SYNTAX:
                first = (Label(path, problem.first, "it begins here"),) if problem.first else ()
                is_end = page.document.unread and problem is problems[-1]
                message = f"{problem.message}; the rest was not checked" if is_end else problem.message
                fix = self._repaired(page, problem)
                yield self.at(page, problem.span, message, help=problem.help, related=first, fix=fix)
        # An alias that a cascade hands down is reported here: alias-malformed looks at the aliases of pages.
        elsewhere = {RefusalKind.DATE} if page.cascaded else _ELSEWHERE
        for refusal in page.refusals:
            if refusal.kind not in elsewhere:
                where = refusal.route or page.start
                yield self.at(
                    page,
                    where,
                    refusal.message,
                    help=refusal.help,
                    fix=self._as_list(page, refusal),
                    on_key=refusal.on_key,
                )
        if page.cascaded:
            return
        text, body = page.document.source.text, page.document.fence.body
        if all_plain(text, body):  # most pages have no other shortcodes
            return
        from frontlint.hugo.content.shortcode_faults import shortcode_problem

        wrong = shortcode_problem(text, body)
        if wrong is not None:
            other = (Label(path, wrong.other, wrong.label),) if wrong.other else ()
            yield self.at(page, wrong.span, wrong.message, help=wrong.help, related=other)

    def _as_list(self, page: Page, refusal: Refusal) -> Fix | None:
        """Of a text that was meant as a list: the build goes on."""
        key = page.key(str(refusal.route[0])) if refusal.meant else None
        if key is None or not isinstance(page.get(key), str):
            return None
        from frontlint.site.lists_in_texts import list_line  # few pages have such a text

        title = list_line(page.document.format, key, [*refusal.meant])
        return self.fix(page, title, set_value((key,), [*refusal.meant]))

    def _repaired(self, page: Page, problem: Problem) -> Fix | None:
        """What the help says to write, where it says one thing; the reader has read the page on with it."""
        if not problem.has_one_answer or page.document.guessed or page.document.unread or page.cascaded:
            return None
        changes = [replace_source(edit.span, edit.text) for edit in problem.repair]
        return self.fix(page, problem.help, *changes)

    def awaits_site(self, finding: Finding) -> bool:
        """Also of content that Hugo's policy forbids, and of menus that a template shows or does not."""
        return super().awaits_site(finding) or _POLICY in finding.message or SHOWS_MENU in finding.message

    def settle(self, finding: Finding, site: Site) -> Finding | None:
        """None for content that Hugo passes over, because another file is the same page."""
        if SHOWS_MENU in finding.message:
            left = super().settle(finding, site) if super().awaits_site(finding) else finding
            return left if left is None or site.shows_menus else left.with_severity(Severity.WARNING)
        if _POLICY not in finding.message or super().awaits_site(finding):
            return super().settle(finding, site)
        lost = (one for one in site.publication.shadows if one.kept not in (None, finding.path))
        return None if any(finding.path in one.paths for one in lost) else finding
