"""Give each page a file of its own.

Why: Hugo takes two files of one path for one page: it keeps one of them, in some cases at random, and drops
the other without a word.
Bad:
    # content/posts/plan.md
    title: The plan
    # content/posts/plan/index.md
    title: The plan, with pictures
Good:
    # content/posts/plan.md
    title: The plan
    # content/posts/plan-with-pictures/index.md
    title: The plan, with pictures
Note: Letter case makes no difference to Hugo here, a space is a hyphen, and the extension does not count:
`A plan.md` and `a-plan.html` are one page.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.phrases import contrast
from frontlint.findings.finding import Finding, Label, Severity
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.publication import Shadow
from frontlint.lint.rule import SiteRule
from frontlint.site.model import Site


class PageShadowed(SiteRule):
    """Files with one logical path in one language."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file that is lost; for each that may be, where Hugo tosses."""
        for shadow in site.publication.shadows:
            files = {path: facts for path in shadow.paths if (facts := site.facts(path)) is not None}
            for path, facts in files.items():
                if path != shadow.kept:
                    others = [other for name, other in files.items() if name != path]
                    yield self._lost(facts, shadow, others)

    def _lost(self, facts: PageFacts, shadow: Shadow, others: list[PageFacts]) -> Finding:
        return self.at(
            facts,
            facts.start,
            _message(facts.path, shadow, others),
            help="rename one of the files, or join them",
            label="this file",
            related=tuple(Label(other.path, other.start, "and this one are one page") for other in others),
        )


def _message(path: str, shadow: Shadow, others: list[PageFacts]) -> str:
    left = f" and {len(others) - 1} more" if shadow.kept is None and len(others) > 1 else ""
    _, other = contrast(_inside(path), _inside(shadow.kept or others[0].path), 50)
    if shadow.kept is None:
        return f"to Hugo this is the same page as {other}{left}, and it keeps one at random"
    return f"Hugo drops this file: to it {other} is the same page"


def _inside(path: str) -> str:
    return path.partition("/")[2]
