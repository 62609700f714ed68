"""Write each term as text.

Why: If one item is a map or a list, Hugo silently drops the whole list, and readers do not find the page by
its terms. A colon followed by a space makes an item a map.
Bad:
    tags:
      - Kitchen
      - Garden: Roses
Good:
    tags:
      - Kitchen
      - "Garden: Roses"
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.lint import Finding, Page, PageRule, Severity, Value, assignment, shorten
from frontlint.lint.colons import LONGEST_LINE, text_for_map
from frontlint.site.term_lists import TermList

_ONE_EACH = "write one text for each term"
_MOST = 500
"""Values of one list that are looked at."""


class TermNotText(PageRule):
    """Terms that Hugo drops because one of them is a map or a list."""

    severity = Severity.ERROR
    needs = "term_lists"
    yields_to = frozenset({"wrong-type"})
    checks_cascades = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each list, at its first item that is not text."""
        for found in page.term_lists:
            if not found.keys:
                yield from self._dropped(page, found)

    def _dropped(self, page: Page, found: TermList) -> Iterator[Finding]:
        plural = found.taxonomy.plural
        value, key = page.get(plural), page.key(plural) or plural
        if _is_in_params(page, plural) or not isinstance(value, list | dict):
            return
        texts = _leaves(value)
        if not texts:
            return
        if isinstance(value, dict):
            message = f"`{shorten(key, 30)}` is a map, so Hugo reads no {shorten(plural, 30)} from it"
            yield self.at(page, (plural,), message, help=_ONE_EACH, label="a map")
            return
        at = next((at for at, one in enumerate(value) if isinstance(one, list | dict)), None)
        if at is None:
            return
        kind = "a map" if isinstance(value[at], dict) else "a list"
        number = f"{shorten(key, 30)}[{at + 1}]"
        message = f"`{number}` is {kind}, not text, so Hugo drops all {shorten(plural, 30)}"
        help_ = text_for_map(page, (plural, at), value[at]) or _in_one_list(page, key, value, texts)
        yield self.at(page, (plural, at), message, help=help_, label=kind)


def _is_in_params(page: Page, plural: str) -> bool:
    """Whether `params` has the terms: they count more than those at the top level."""
    params = page.get("params")
    return isinstance(params, dict) and any(name.lower() == plural for name in params)


def _in_one_list(page: Page, key: str, value: list[Value], texts: list[Value]) -> str:
    """The line with all texts in one list, if they are few and none of them is in a map."""
    line = assignment(page.document.format, key, texts)
    if len(line) > LONGEST_LINE or any(isinstance(one, dict) for one in value):
        return _ONE_EACH
    return f"write `{line}`"


def _leaves(value: Value) -> list[Value]:
    """What is in lists and maps, however deep, but not what is empty; only the first of very many."""
    found: list[Value] = []
    left = [value]
    for _ in range(_MOST):
        if not left:
            break
        one = left.pop()
        if isinstance(one, list):
            left += one[:_MOST][::-1]
        elif isinstance(one, dict):
            left += [*one.values()][:_MOST][::-1]
        elif one is not None and one != "":
            found.append(one)
    return found
