"""Which ignores in its pages a change adds, and for which rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from frontlint.base.source import decode
from frontlint.base.sources import Sources
from frontlint.engine.request import Request
from frontlint.engine.silence import bare, ignores, rules_of
from frontlint.findings.ignore import Ignore, Reach, SilencedFinding
from frontlint.frontmatter.document import Document
from frontlint.frontmatter.reader import read_document
from frontlint.frontmatter.route import to_pointer
from frontlint.hugo.values.scalars import plain_scalar

_NONE: frozenset[str] = frozenset()


class NewIgnores:
    """The ignores of changed pages, each with the rules for which the page did not have it before.

    An ignore of a whole page covers each of its lines. One of a line is the same as before if it is about
    the same text, or about the same field, where that text is gone: it may move with its line, and be kept
    while the value is edited, but not be put beside something else.
    """

    def __init__(self, request: Request, candidates: Iterable[Ignore]) -> None:
        self._request = request
        self._now = Sources(request.project, request.replaced)
        self._rules: dict[Ignore, frozenset[str]] = {}
        by_page: dict[str, list[Ignore]] = {}
        for ignore in candidates if request.inline_ignores else ():
            if ignore.reach is not Reach.NOTHING and self._of(ignore):
                by_page.setdefault(ignore.path, []).append(ignore)
        for path, found in by_page.items():
            self._compare(path, found)

    def __iter__(self) -> Iterator[Ignore]:
        """Those that are new for any rule."""
        return (ignore for ignore, rules in self._rules.items() if rules)

    def accept(self, one: SilencedFinding) -> bool:
        """Whether the finding would have been heard with the ignores of before."""
        return all(one.finding.rule in self._rules.get(ignore, _NONE) for ignore in one.ignores)

    def _of(self, ignore: Ignore) -> frozenset[str]:
        return rules_of(self._request.settings.registry, ignore.name)

    def _compare(self, path: str, found: Sequence[Ignore]) -> None:
        old = self._before(path)
        before = ignores(old) if old else ()
        whole = _NONE.union(*(self._of(one) for one in before if one.reach is Reach.PAGE))
        for ignore in found:
            self._rules[ignore] = self._of(ignore) - whole
        of_lines = [one for one in before if one.reach is Reach.LINE]
        if old and of_lines:
            now = read_document(self._now.get(path), plain_scalar)
            self._carry_over(old, of_lines, now, [one for one in found if one.reach is Reach.LINE])

    def _before(self, path: str) -> Document | None:
        """The page as it was, under the name that it had."""
        base = self._request.base
        if base is None:
            return None
        old_path = next((old for old, new in base.renamed.items() if new == path), path)
        data = base.replaced.get(old_path)
        return None if data is None else read_document(decode(old_path, data), plain_scalar)

    def _carry_over(
        self, old: Document, before: Sequence[Ignore], now: Document, found: Sequence[Ignore]
    ) -> None:
        """Takes from the rules of ignores of lines those for which an ignore of before is the same one."""
        texts = Counter((rule, _text(old, one)) for one in before for rule in self._of(one))
        for ignore in found:
            self._claim(ignore, texts, _text(now, ignore))
        still = {bare(line) for line in now.source.text[: now.fence.content.end].split("\n")}
        fields: Counter[tuple[str, str]] = Counter()
        for one in before:
            text = _text(old, one)
            gone = text.partition("\n")[0] not in still
            fields.update(
                (rule, _field(old, one)) for rule in self._of(one) if gone and texts[rule, text] > 0
            )
        for ignore in found:
            self._claim(ignore, fields, _field(now, ignore))

    def _claim(self, ignore: Ignore, left: Counter[tuple[str, str]], at: str) -> None:
        claimed = {rule for rule in self._rules[ignore] if left[rule, at] > 0}
        left.subtract((rule, at) for rule in claimed)
        self._rules[ignore] -= claimed


def _text(document: Document, ignore: Ignore) -> str:
    """What an ignore of a line is about, as it is written, without the comments themselves."""
    covers = ignore.covers
    text = document.source.text[covers.start : covers.end] if covers else ""
    return "\n".join(filter(None, map(bare, text.split("\n"))))


def _field(document: Document, ignore: Ignore) -> str:
    """The field that begins in the line that an ignore is about; any item of a list is one."""
    places, covers = document.places, ignore.covers
    for route in places if covers else ():
        if route and covers and covers.start <= places.key(route).start <= covers.end:
            return to_pointer(tuple(step.lower() if isinstance(step, str) else "-" for step in route))
    return ""
