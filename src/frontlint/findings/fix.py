"""What puts a finding right: changes of pages as data, and what they do to what Hugo publishes."""

from __future__ import annotations

from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.frontmatter.edit.changes import Change, Kind


class Outputs(NamedTuple):
    """Published files that a fix adds, removes or changes, by their paths such as `/old/index.html`.

    `changes` are redirects that lead elsewhere then, and files that another page publishes. What templates
    show of the page's values is not among them: neither the page itself, nor the pages and feeds that list
    it. `terms` are the addresses of pages of terms, such as `/tags/agile`. They come, go or change with a
    list of terms, and so do the list of all terms, the sitemap, and pages that show what a term is called.
    If Hugo's build stops before the fix, the files are those of the build that goes on.

    What a rule declares of a fix that is not safe may be less; `engine/fixing/outputs.py` completes it.
    """

    adds: tuple[str, ...] = ()
    removes: tuple[str, ...] = ()
    changes: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


class PageChange(NamedTuple):
    """One change of one page, by its path from the Hugo project's root."""

    path: str
    change: Change


class Fix(NamedTuple):
    """A fix of one finding. `title` says what it does, as an order: "delete the second `/old/`".

    It is `safe` if Hugo publishes the same files afterwards, or only redirects are added, or only the pages
    of the terms in `outputs` change, or a build that stopped goes on. Any other is made on request only.
    """

    title: str
    changes: tuple[PageChange, ...]
    safe: bool = True
    outputs: Outputs = Outputs()

    def placed(self, span: Span) -> Fix:
        """The fix of a finding whose place is known by now: that of its changes without one."""
        if not any(
            one.change.kind is Kind.REPLACE_SOURCE and one.change.span is None for one in self.changes
        ):
            return self
        return self._replace(changes=tuple(_at(one, span) for one in self.changes))

    def __hash__(self) -> int:
        """Findings are keys, and a change may hold a list."""
        return hash((self.title, self.safe, len(self.changes)))


def _at(one: PageChange, span: Span) -> PageChange:
    change = one.change
    if change.kind is not Kind.REPLACE_SOURCE or change.span is not None:
        return one
    return PageChange(one.path, change._replace(span=span))
