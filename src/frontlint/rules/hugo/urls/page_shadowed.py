"""Two files must not be the same page.

Why: Hugo makes one page of two files with the same path. It keeps one of them, in some cases at random, and
silently drops the other.
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
Note: Letter case makes no difference to Hugo here, a space is a hyphen, and the extension does not count: `A
plan.md` and `a-plan.html` are one page.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from frontlint.lint import START, Finding, Label, PageFacts, Severity, Site, SiteRule, code, contrast
from frontlint.lint.pairs import faced


class PageShadowed(SiteRule):
    """Files with one logical path in one language."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding for each file that is lost, or may be, against one that is kept."""
        for shadow in site.publication.shadows:
            files = [facts for path in shadow.paths if (facts := site.facts(path)) is not None]
            files.sort(key=lambda facts: (facts.path != shadow.kept, facts.path))
            problem = f"{shadow.language} {shadow.logical_path}"
            yield from faced(problem, files, partial(self._face, shadow.kept), set())

    def _face(self, kept: str | None, facts: PageFacts, other: PageFacts) -> Finding | None:
        """None of two files that are both lost to a third."""
        if kept is not None and kept not in (facts.path, other.path):
            return None
        return self.at(
            facts,
            START,
            _message(kept, facts, other),
            help=_help(kept, facts, other),
            label="this file",
            related=(Label.at(other.path, START, "and this one are one page"),),
        )


def _message(kept: str | None, facts: PageFacts, other: PageFacts) -> str:
    _, path = contrast(_inside(facts.path), _inside(other.path), 50)
    name = code(path, 50)
    if kept is None:
        return f"this file and {name} are the same page, and Hugo keeps one at random"
    if kept == facts.path:
        return f"Hugo ignores {name}: this file is the same page"
    return f"Hugo ignores this file: {name} is the same page"


def _help(kept: str | None, facts: PageFacts, other: PageFacts) -> str:
    """What to move: the text of the file that is lost into the one that is kept."""
    if kept == facts.path:
        return f"move the text of {other.path} into this file, then delete it, or rename one of the two"
    return f"move the text into {other.path}, then delete this file, or rename one of the two"


def _inside(path: str) -> str:
    return path.partition("/")[2]
