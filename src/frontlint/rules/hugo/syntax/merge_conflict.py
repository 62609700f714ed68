"""Resolve merge conflicts before you commit.

Why: Git writes the lines `<<<<<<<`, `=======` and `>>>>>>>` around two versions. In front matter they stop
Hugo's build. Above it, they keep Hugo from finding it, and Hugo publishes both versions as text.
Bad:
    # content/posts/page.md
    ---
    title: Rye bread
    <<<<<<< HEAD
    weight: 5
    =======
    weight: 6
    >>>>>>> topic
    ---
    It needs a day.
Good:
    # content/posts/page.md
    ---
    title: Rye bread
    weight: 6
    ---
    It needs a day.
Note: In the body, the rule looks for all three marks outside of code.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.source import SourceFile
from frontlint.lint import Finding, Page, PageRule, ProblemKind, Severity

_FEW = 20


class MergeConflict(PageRule):
    """The marks of a conflict that nobody resolved."""

    severity = Severity.ERROR
    checks_resources = True

    def check(self, page: Page) -> Iterator[Finding]:
        """At most one finding, at the first mark."""
        document = page.document
        for problem in document.problems:
            if problem.kind is ProblemKind.CONFLICT:
                message = f"{problem.message}; the rest was not checked"
                yield self.at(page, problem.span, message, help=problem.help)
                return
        if not _may_begin(document.source) or document.too_long:
            return
        from frontlint.frontmatter import conflict  # few pages

        found = conflict.anywhere(document.source.text, document.fence)
        if found is not None:
            yield self.at(page, found.span, found.message, help=found.help)


def _may_begin(source: SourceFile) -> bool:
    """Whether a page may have a whole conflict.

    Most have no `=`, or few `<` and none beside another: one byte is found fastest.
    """
    data = source.utf8 or source.text.encode("utf-8", "surrogatepass")
    if b"=" not in data:
        return False
    at, before = data.find(b"<"), -2
    for _ in range(_FEW):
        if at < 0:
            return False
        if at == before + 1:
            break
        at, before = data.find(b"<", at + 1), at
    return b"<<<<<<<" in data[max(before, 0) :]
