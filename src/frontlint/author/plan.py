"""All that a move writes, worked out and judged before the first byte of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from frontlint.author.aliases import Kept, alias_changes, kept, section_page
from frontlint.author.meaning import Meaning
from frontlint.author.moves import Moves
from frontlint.author.notes import few, notes_of, own_redirects
from frontlint.author.org import org_edit
from frontlint.author.refused import RefusedError
from frontlint.author.rewrite import Keep, changes_of, written_in
from frontlint.author.state import State
from frontlint.author.touched import Touched
from frontlint.base.edit import apply_to_bytes
from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Finding
from frontlint.frontmatter.document import Format
from frontlint.frontmatter.edit import Change, Declined, edits
from frontlint.frontmatter.proof import judge
from frontlint.hugo.config import is_adapter
from frontlint.hugo.content.paths import is_content
from frontlint.hugo.values.scalars import plain_scalar

_ALL: Keep = lambda written: True  # noqa: E731 - a value of its type


class Page(NamedTuple):
    """One page that is written: `path` is where it is afterwards, `old` where it is now.

    `before` is what it says now, None for a new one.
    """

    path: str
    old: str
    before: bytes | None
    after: bytes


class Plan(NamedTuple):
    """A judged change of a site: which files move, and which pages are written."""

    moves: Moves
    pages: tuple[Page, ...]
    aliases: int
    notes: tuple[str, ...]


class _Draft:
    """Changes by page, and what they make of the pages."""

    def __init__(self, base: State) -> None:
        self._base = base
        self._changes: dict[str, list[Change]] = {}
        self._aliases: dict[str, list[Change]] = {}
        self._in_org: dict[str, tuple[str, ...]] = {}
        self._new: dict[str, bytes] = {}

    def add(self, path: str, changes: Iterable[Change]) -> None:
        self._changes.setdefault(path, []).extend(changes)

    def keep(self, found: Kept) -> None:
        """Writes these aliases, and none that were named before."""
        for path in dict.fromkeys((*found.added, *found.replaced, *found.removed)):
            added, replaced = found.added.get(path, ()), found.replaced.get(path, {})
            removed = found.removed.get(path, frozenset())
            document = self._base.document(path)
            if document.format is Format.ORG and not replaced and not removed:
                self._in_org[path] = added
                self._aliases[path] = []
            else:
                self._aliases[path] = alias_changes(document, added, replaced, removed)
        for path, (title, aliases) in found.sections.items():
            self._new[path] = section_page(title, aliases)

    def written(self) -> Mapping[str, bytes]:
        """Raises UsageError for a page that cannot be changed."""
        paths = dict.fromkeys((*self._changes, *self._aliases))
        changes = {path: [*self._changes.get(path, ()), *self._aliases.get(path, ())] for path in paths}
        found = {
            path: self._apply(path, some) for path, some in changes.items() if some or path in self._in_org
        }
        return {**{path: data for path, data in found.items() if data is not None}, **self._new}

    def _apply(self, path: str, changes: Sequence[Change]) -> bytes | None:
        data = self._base.tree.read(path)
        document = State.parse(path, data)
        found = edits(document, changes, plain_scalar)
        if isinstance(found, Declined):
            raise _unchangeable(path, found.reason)
        if path in self._in_org:
            more = org_edit(document, self._in_org[path])
            if more is None:
                raise _unchangeable(path, "frontlint does not edit its aliases in Org mode")
            return apply_to_bytes(data, (*found, more))
        if not found:
            return None
        after = apply_to_bytes(data, found)
        reason = judge(data, after, changes, plain_scalar)
        if reason is not None:
            raise _unchangeable(path, reason)
        return after


def _unchangeable(path: str, reason: str) -> UsageError:
    return UsageError(f"nothing is moved, because this page cannot be changed: {reason}", path)


def plan_of(before: State, moved: State, moves: Moves, *, repair: bool = False) -> Plan:
    """The plan for `moves`, which lead from the state `before` to `moved`; nothing is written.

    A `repair` is of files that have moved already. Raises UsageError, one sentence, where the site would
    have a new problem or an old address would be lost.
    """
    if not repair:
        _must_be_known(before, moves)
    draft = _Draft(moved)
    _rewrite(draft, before, moved, moves, repair=repair)
    first = kept(before, moved, moves, only_moved=repair)
    draft.keep(first)
    written = draft.written()
    after = moved.then(written)
    left = kept(before, after, moves, only_moved=repair, whole=True)
    if left.added and not own_redirects(
        after
    ):  # of another output format, which has no redirect of the first one
        first = _together(first, left)
        draft.keep(first)
        written = draft.written()
        after = moved.then(written)
        left = kept(before, after, moves, only_moved=repair, whole=True)
    _must_keep_urls(after, left)
    _must_be_clean(before if not repair else moved, after, Moves({}) if repair else moves)
    pages = tuple(_pages(before, moved, moves, written, repair=repair))
    count = sum(map(len, first.added.values())) + sum(len(found) for _, found in first.sections.values())
    return Plan(moves, pages, count, tuple(notes_of(before, after, first, moves)))


def moved_state(before: State, moves: Moves) -> State:
    """The state in which the files are where they move to, and say what they say now."""
    there: dict[str, bytes | None] = dict.fromkeys(moves.files)
    for old, new in moves.files.items():
        there[new] = before.tree.read(old) if is_content(old) else b""
    return before.then(there, judged=False)


def _must_be_known(before: State, moves: Moves) -> None:
    """Raises UsageError for what has addresses that frontlint cannot know."""
    for path in moves.files:
        facts = before.site.facts(path)
        if facts is not None and (not facts.readable or before.document(path).repaired):
            raise UsageError(
                "Hugo cannot read this page, so its address is not known: correct it first", path
            )
        if is_adapter(path):
            raise UsageError("this content adapter makes pages whose addresses frontlint does not know", path)


def _rewrite(draft: _Draft, before: State, moved: State, moves: Moves, *, repair: bool) -> None:
    meaning = Meaning(before, moved, moves)
    touched = Touched(before, moved, moves)
    origin = {new: old for old, new in moves.files.items()}
    for path in moved.content:
        old = origin.get(path, path)
        try:
            data = moved.tree.read(path)
        except OSError:
            continue
        if path in origin or touched.may_name(path, data):
            wanted = _known(before, old, data) if repair else _ALL
            if wanted is not None:
                draft.add(path, changes_of(meaning, old, path, State.parse(path, data), wanted))


def _known(before: State, old: str, data: bytes) -> Keep | None:
    """In a repair only what the page said before is looked at: what is new was written on purpose."""
    try:
        then = before.tree.read(old)
    except OSError:
        return None
    if then == data:
        return _ALL
    known = written_in(old, State.parse(old, then))
    return known.__contains__


def _together(first: Kept, more: Kept) -> Kept:
    added, sections = dict(first.added), dict(first.sections)
    for path, aliases in more.added.items():
        if path in sections:
            sections[path] = (sections[path][0], (*sections[path][1], *aliases))
        else:
            added[path] = (*added.get(path, ()), *aliases)
    return first._replace(added=added, sections=sections)


def _must_keep_urls(after: State, left: Kept) -> None:
    aliases = [*left.added.values(), *(found for _, found in left.sections.values())]
    if own_redirects(after):
        aliases = []
    if left.lost or aliases:
        urls = [claim.url for claim in left.lost] or [alias for found in aliases for alias in found]
        raise UsageError(f"nothing is moved, because no alias can keep the old address {few(urls)}")


def _must_be_clean(before: State, after: State, moves: Moves) -> None:
    known = Counter(_identity(finding, moves.of) for finding in before.findings)
    new: list[Finding] = []
    for finding in after.findings:
        key = _identity(finding, lambda path: path)
        if known[key]:
            known[key] -= 1
        else:
            new.append(finding)
    if new:
        told = tuple(f"{one.path}: {one.rule}: {one.message}" for one in new)
        raise RefusedError("nothing is moved, because the site would have new problems", told)


def _identity(finding: Finding, path_of: Callable[[str], str]) -> tuple[str, tuple[str, ...]]:
    """What a finding is about, whichever of its pages shows it."""
    paths = {finding.path, *(label.path for label in finding.related)}
    return finding.rule, tuple(sorted(map(path_of, paths)))


def _pages(
    before: State, moved: State, moves: Moves, written: Mapping[str, bytes], *, repair: bool
) -> Iterator[Page]:
    origin = {} if repair else {new: old for old, new in moves.files.items()}
    for path, after in sorted(written.items()):
        old = origin.get(path, path)
        tree = moved.tree if repair else before.tree
        yield Page(path, old, tree.read(old) if tree.is_file(old) else None, after)
