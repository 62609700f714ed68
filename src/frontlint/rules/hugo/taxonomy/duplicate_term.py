"""List each term once.

Why: Both lines lead to the same page. One of them is left over from an edit, or another term was meant.
Bad:
    tags:
      - Garden Model
      - garden model
Good:
    tags:
      - Garden Model
      - Roof Garden
Fix: Deletes the second one. As before, Hugo lists the page once on the page of the term. If the two differ in
    spelling, the title of that page may change.
Note: The rule compares terms as Hugo does: letter case makes no difference, and a space is a hyphen.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import (
    Entry,
    Finding,
    Label,
    Outputs,
    Page,
    PageRule,
    Severity,
    clip,
    contrast,
    remove_item,
)
from frontlint.lint.outputs import terms_changed


class DuplicateTerm(PageRule):
    """One term twice in the list of one taxonomy."""

    severity = Severity.WARNING
    needs = "term_lists"

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each term that repeats an earlier one."""
        for found in page.term_lists:
            if len(set(found.keys)) == len(found.keys):
                continue
            places: dict[str, int] = {}
            plural, entries = found.taxonomy.plural, found.entries()
            for index, key in enumerate(found.keys):
                first = places.setdefault(key, index)
                if first != index:
                    kind = found.taxonomy.singular
                    terms = terms_changed(page, plural, [entries[index].value])
                    yield self._again(page, kind, entries[first], entries[index], terms)

    def _again(
        self, page: Page, kind: str, earlier: Entry[str], term: Entry[str], terms: tuple[str, ...]
    ) -> Finding:
        one, other = contrast(term.value, earlier.value, 36)
        kind = clip(kind, 20)
        message = f"the {kind} `{one}` is listed twice"
        if term.value != earlier.value:
            message = f"`{one}` is the same {kind} as `{other}`"
        return self.at(
            page,
            term.route,
            message,
            fix=self.fix(
                page,
                f"delete the second `{clip(term.value, 70)}`",
                remove_item(term.route),
                outputs=None if term.value == earlier.value else Outputs(terms=terms),
            ),
            label="listed already",
            related=(Label(page.facts.path, page.at(*earlier.route), "first here"),),
        )
