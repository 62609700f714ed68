"""Makes the fixes of a small project, in the plainest way: what the fixtures of rules are held against."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from frontlint.base.edit import apply_to_bytes
from frontlint.base.source import as_utf8, decode
from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix
from frontlint.frontmatter.edit import Change, Declined, edits
from frontlint.frontmatter.edit.changes import Kind
from frontlint.frontmatter.proof import judge, judge_encoding
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar
from support import lint

_MOST_ROUNDS = 10


class Made(NamedTuple):
    """The paths of pages that changed, and the fixes that did it."""

    pages: frozenset[str] = frozenset()
    fixes: tuple[Fix, ...] = ()


def fixed(project: Path, rules: Iterable[str], *, unsafe: bool = True) -> Made:
    """Makes all fixes that the rules offer, and writes the pages.

    A fix that is declined is left out, and so is a page that the judge refuses. Raises AssertionError where
    fixes make new ones for ever.
    """
    root = project / "new" if (project / "new").is_dir() else project
    made = Made()
    for _ in range(_MOST_ROUNDS):
        fixes = [fix for fix in offered(lint(project, rules).findings) if fix.safe or unsafe]
        found = _round(root, fixes)
        if not found.pages:
            return made
        made = Made(made.pages | found.pages, (*made.fixes, *found.fixes))
    raise AssertionError("the fixes come to no end")


def offered(findings: Iterable[Finding]) -> list[Fix]:
    """The fixes of some findings."""
    return [finding.fix for finding in findings if finding.fix is not None]


def _round(root: Path, fixes: list[Fix]) -> Made:
    """One round: of fixes that cannot be made together, the first."""
    by_page: dict[str, list[Change]] = {}
    taken: list[Fix] = []
    for fix in fixes:
        mine: dict[str, list[Change]] = {}
        for path, change in fix.changes:
            mine.setdefault(path, []).append(change)
        together = {path: [*by_page.get(path, ()), *changes] for path, changes in mine.items()}
        if all(_after(root / path, changes) is not None for path, changes in together.items()):
            by_page |= together
            taken.append(fix)
    written: set[str] = set()
    for path, changes in by_page.items():
        before, after = (root / path).read_bytes(), _after(root / path, changes)
        assert after is not None
        if after != before and _why_not(before, after, changes) is None:
            (root / path).write_bytes(after)
            written.add(path)
    return Made(
        frozenset(written), tuple(fix for fix in taken if all(one.path in written for one in fix.changes))
    )


def _encoding(changes: list[Change]) -> str | None:
    return next((str(one.value) for one in changes if one.kind is Kind.REENCODE), None)


def _why_not(before: bytes, after: bytes, changes: list[Change]) -> str | None:
    encoding = _encoding(changes)
    if encoding is not None:
        return judge_encoding(before, after, encoding)
    return judge(before, after, changes, plain_scalar)


def _after(page: Path, changes: list[Change]) -> bytes | None:
    """The page with the changes; None where they are declined."""
    data, encoding = page.read_bytes(), _encoding(changes)
    if encoding is not None:
        return as_utf8(data, encoding) if len(changes) == 1 else None
    found = edits(read_document(decode(page.name, data), plain_scalar), changes, plain_scalar)
    return None if isinstance(found, Declined) else apply_to_bytes(data, found)
