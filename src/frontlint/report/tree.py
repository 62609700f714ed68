"""The classification hierarchy as text, JSON, Mermaid and Graphviz."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Finding
from frontlint.hugo.pages.publication import ContentPage
from frontlint.report.output import Output
from frontlint.report.prose import fill
from frontlint.report.style import Style
from frontlint.site.model import Site
from frontlint.website.hierarchy import Edge, Source
from frontlint.website.site import website_of

SCHEMA_VERSION = 2


_MOST_REPEATED = 10_000
"""Pages that are drawn below another parent again: a few rows of two parents each have millions of ways."""
_DEEPEST = 50


class Branch(NamedTuple):
    """One way from a parent to a child, by the strongest statement."""

    parent: ContentPage
    child: ContentPage
    source: Source


class Forest(NamedTuple):
    """The hierarchy ready to be drawn: `branches` by parent's file, `roots` have children and no parent.

    `problems` has what the rules about links found in each page, by its file.
    """

    pages: tuple[ContentPage, ...]
    roots: tuple[ContentPage, ...]
    branches: Mapping[str, tuple[Branch, ...]]
    alone: tuple[ContentPage, ...]
    problems: Mapping[str, tuple[Finding, ...]] = MappingProxyType({})

    def all_branches(self) -> Iterator[Branch]:
        """Every branch, parents in order of their files."""
        for path in sorted(self.branches):
            yield from self.branches[path]

    def shown(self) -> tuple[ContentPage, ...]:
        """The pages that a drawing needs: all but single ones without a problem."""
        alone = {page.path for page in self.alone}
        return tuple(page for page in self.pages if page.path not in alone or page.path in self.problems)

    def words(self, page: ContentPage, between: str = "; ") -> str:
        """What is wrong with a page, one after the other."""
        return between.join(finding.message for finding in self.problems.get(page.path, ()))


_STRENGTH = {Source.DECLARED: 0, Source.STATED: 1, Source.LISTED: 2}


def forest(site: Site, findings: Iterable[Finding], only: ContentPage | None = None) -> Forest:
    """The hierarchy of a site, or the part of it that hangs together with one page.

    `findings` are those of the rules about links; the pages that they are in are marked.
    """
    website = website_of(site)
    strongest: dict[tuple[str, str], Edge] = {}
    for edge in website.tree.edges:
        pair = (edge.parent.path, edge.child.path)
        if pair not in strongest or _STRENGTH[edge.source] < _STRENGTH[strongest[pair].source]:
            strongest[pair] = edge
    branches: dict[str, list[Branch]] = {}
    for (parent, _), edge in sorted(strongest.items()):
        branches.setdefault(parent, []).append(Branch(edge.parent, edge.child, edge.source))
    pages = [page for page in site.built if website.is_classification(page)]
    if only is not None:
        near = _connected(only.path, strongest)
        pages = [page for page in pages if page.path in near]
        branches = {parent: found for parent, found in branches.items() if parent in near}
    drawn = _forest(pages, {parent: tuple(found) for parent, found in branches.items()})
    return drawn._replace(problems=_by_page(findings, frozenset(page.path for page in pages)))


def _by_page(findings: Iterable[Finding], pages: frozenset[str]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.path in pages:
            found.setdefault(finding.path, []).append(finding)
    return {path: tuple(of_page) for path, of_page in found.items()}


def _forest(pages: Sequence[ContentPage], branches: Mapping[str, tuple[Branch, ...]]) -> Forest:
    """Roots are pages without a parent; a ring, which has none, is entered at its first page."""
    below = {branch.child.path for found in branches.values() for branch in found}
    roots = [page for page in pages if page.path in branches and page.path not in below]
    reached: set[str] = set()
    for root in roots:
        _reach(root.path, branches, reached)
    for page in pages:
        if page.path in branches and page.path not in reached:
            roots.append(page)
            _reach(page.path, branches, reached)
    alone = tuple(page for page in pages if page.path not in branches and page.path not in below)
    return Forest(tuple(pages), tuple(roots), branches, alone)


def _reach(path: str, branches: Mapping[str, tuple[Branch, ...]], reached: set[str]) -> None:
    todo = [path]
    while todo:
        here = todo.pop()
        if here not in reached:
            reached.add(here)
            todo += [branch.child.path for branch in branches.get(here, ())]


def _connected(path: str, pairs: Mapping[tuple[str, str], Edge]) -> set[str]:
    beside: dict[str, list[str]] = {}
    for one, other in pairs:
        beside.setdefault(one, []).append(other)
        beside.setdefault(other, []).append(one)
    near: set[str] = set()
    todo = [path]
    while todo:
        here = todo.pop()
        if here not in near:
            near.add(here)
            todo += beside.get(here, ())
    return near


def write_text(drawn: Forest, to: Output) -> None:
    """Writes the trees in ASCII, and how many pages are alone, those with a problem by name."""
    for root in drawn.roots:
        to.write(_with_note(_name(root, to), "", drawn, root, to) + "\n")
        for line in _Drawing(drawn, to).below(root):
            to.write(line + "\n")
    if not drawn.roots:
        to.write("No classification has a parent or a child.\n")
    if drawn.alone:
        count = len(drawn.alone)
        words = "1 classification has" if count == 1 else f"{count} classifications have"
        to.write(f"{words} no parent and no child.\n")
        for page in drawn.alone:
            if page.path in drawn.problems:
                to.write(_with_note(_name(page, to), "", drawn, page, to) + "\n")


class _Drawing:
    """Draws what is below a page. A page with several parents is drawn below each of them, within limits."""

    def __init__(self, drawn: Forest, to: Output) -> None:
        self._drawn = drawn
        self._to = to
        self._left = _MOST_REPEATED
        self._known: set[str] = set()

    def below(self, root: ContentPage) -> Iterator[str]:
        """The lines, without recursion."""
        above = [root.path]
        stack = [(self._branches(above[0]), "")]
        while stack:
            branches, indent = stack[-1]
            branch = next(branches, None)
            if branch is None:
                stack.pop()
                above.pop()
                continue
            path, last = branch[0].child.path, branch[1]
            deeper = self._goes_on(path, above)
            yield self._line(branch[0], indent, last, deeper or path in above)
            if deeper:
                above.append(path)
                stack.append((self._branches(path), indent + ("    " if last else "|   ")))

    def _branches(self, path: str) -> Iterator[tuple[Branch, bool]]:
        branches = self._drawn.branches.get(path, ())
        return ((branch, at == len(branches) - 1) for at, branch in enumerate(branches))

    def _goes_on(self, path: str, above: Sequence[str]) -> bool:
        """Whether what is below a page is drawn here."""
        if len(above) > _DEEPEST or path in above:
            return False
        if path in self._known:
            self._left -= 1 + len(self._drawn.branches.get(path, ()))
        self._known.add(path)
        return self._left > 0

    def _line(self, branch: Branch, indent: str, last: bool, drawn_above: bool) -> str:
        lead, below = ("`-- ", "    ") if last else ("|-- ", "|   ")
        more = "" if drawn_above or branch.child.path not in self._drawn.branches else "  ..."
        line = _name(branch.child, self._to, indent + lead, indent + below, f"  ({branch.source})")
        return _with_note(line, indent + below, self._drawn, branch.child, self._to) + more


def _name(page: ContentPage, to: Output, lead: str = "", below: str = "", tail: str = "") -> str:
    """The row of a page; on a terminal without room for it, the path is on a second line, after `below`."""
    title, path = to.clean(page.title), f"{to.shown(page.path)}{tail}"
    row = f"{lead}{title}  {path}"
    if to.width is None or to.glyphs.width(row) <= to.width:
        return row
    return f"{lead}{title}\n{below}  {path}"


def _with_note(line: str, below: str, drawn: Forest, page: ContentPage, to: Output) -> str:
    """The line of a page, with what is wrong with it; on a terminal without room, each problem is below.

    `below` is what the tree draws in front of the next line.
    """
    words = drawn.words(page)
    if not words:
        return line
    note = f"  ! {to.clean(words)}"
    if to.width is None or to.glyphs.width(line + note) <= to.width:
        return line + to.paint(Style.WARNING, note)
    lines = [line]
    for finding in drawn.problems[page.path]:
        for at, part in enumerate(fill(finding.message, to, below + "  ! ")):
            lines.append(below + to.paint(Style.WARNING, f"  {' ' if at else '!'} {part}"))
    return "\n".join(lines)


def write_json(drawn: Forest, to: Output) -> None:
    """Writes the pages and the branches between them."""
    to.write(
        json.dumps(
            {
                "schema_version": SCHEMA_VERSION,
                "pages": [
                    {
                        "path": page.path,
                        "title": page.title,
                        "url": page.url,
                        "problems": [
                            {"rule": finding.rule, "message": finding.message}
                            for finding in drawn.problems.get(page.path, ())
                        ],
                    }
                    for page in drawn.pages
                ],
                "branches": [
                    {
                        "parent": branch.parent.path,
                        "child": branch.child.path,
                        "source": branch.source.value,
                    }
                    for branch in drawn.all_branches()
                ],
            },
            indent=2,
        )
        + "\n"
    )


def write_mermaid(drawn: Forest, to: Output) -> None:
    """Writes a Mermaid flowchart; a page with a problem is dashed, with its words below the title."""
    ids = {page.path: f"p{index}" for index, page in enumerate(drawn.pages)}
    to.write("flowchart TD\n")
    for page in drawn.shown():
        lines = filter(None, (page.title, drawn.words(page)))
        label = "<br>".join(_mermaid_text(line, to) for line in lines)
        to.write(f'    {ids[page.path]}["{label}"]{":::problem" if page.path in drawn.problems else ""}\n')
    for branch in drawn.all_branches():
        to.write(f"    {ids[branch.parent.path]} --> {ids[branch.child.path]}\n")
    if drawn.problems:
        to.write("    classDef problem stroke-dasharray: 5 5\n")


def _mermaid_text(text: str, to: Output) -> str:
    return to.clean(text).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


def write_dot(drawn: Forest, to: Output) -> None:
    """Writes a Graphviz digraph; a page with a problem is dashed, with its words below the title."""
    to.write("digraph hierarchy {\n  node [shape=box];\n")
    for page in drawn.shown():
        words = drawn.words(page)
        label = "\\n".join(_escaped(line, to) for line in (page.title, words) if line)
        style = ", style=dashed" if words else ""
        to.write(f'  {_quoted(page.path, to)} [label="{label}"{style}];\n')
    for branch in drawn.all_branches():
        to.write(f"  {_quoted(branch.parent.path, to)} -> {_quoted(branch.child.path, to)};\n")
    to.write("}\n")


def _quoted(text: str, to: Output) -> str:
    return f'"{_escaped(text, to)}"'


def _escaped(text: str, to: Output) -> str:
    return to.clean(text).replace("\\", "\\\\").replace('"', '\\"')
