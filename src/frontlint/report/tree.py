"""The classification hierarchy as text, JSON, Mermaid and Graphviz."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from frontlint.hugo.pages.publication import SitePage
from frontlint.report.output import Output
from frontlint.report.style import Style
from frontlint.site.model import Site
from frontlint.website.hierarchy import Edge, Hierarchy, Source
from frontlint.website.kinship import Above
from frontlint.website.site import website_of

SCHEMA_VERSION = 1


_MOST_REPEATED = 10_000
"""Pages that are drawn below another parent again: a few rows of two parents each have millions of ways."""
_DEEPEST = 50


class Branch(NamedTuple):
    """One way from a parent to a child: the strongest statement, and what is wrong with it."""

    parent: SitePage
    child: SitePage
    source: Source
    problems: tuple[str, ...] = ()


class Forest(NamedTuple):
    """The hierarchy ready to be drawn: `branches` by parent's file, `roots` have children and no parent."""

    pages: tuple[SitePage, ...]
    roots: tuple[SitePage, ...]
    branches: Mapping[str, tuple[Branch, ...]]
    alone: tuple[SitePage, ...]

    def all_branches(self) -> Iterator[Branch]:
        """Every branch, parents in order of their files."""
        for path in sorted(self.branches):
            yield from self.branches[path]


_STRENGTH = {Source.DECLARED: 0, Source.STATED: 1, Source.LISTED: 2}


def forest(site: Site, only: SitePage | None = None) -> Forest:
    """The hierarchy of a site, or the part of it that hangs together with one page."""
    website = website_of(site)
    tree, above = website.tree, Above(website.tree)
    strongest: dict[tuple[str, str], Edge] = {}
    for edge in tree.edges:
        pair = (str(edge.parent.path), str(edge.child.path))
        if pair not in strongest or _STRENGTH[edge.source] < _STRENGTH[strongest[pair].source]:
            strongest[pair] = edge
    branches: dict[str, list[Branch]] = {}
    for (parent, _), edge in sorted(strongest.items()):
        branches.setdefault(parent, []).append(
            Branch(edge.parent, edge.child, edge.source, _problems(edge, tree, above))
        )
    pages = [page for page in site.built if website.is_classification(page)]
    if only is not None:
        near = _connected(str(only.path), strongest)
        pages = [page for page in pages if page.path in near]
        branches = {parent: found for parent, found in branches.items() if parent in near}
    return _forest(pages, {parent: tuple(found) for parent, found in branches.items()})


def _forest(pages: Sequence[SitePage], branches: Mapping[str, tuple[Branch, ...]]) -> Forest:
    """Roots are pages without a parent; a ring, which has none, is entered at its first page."""
    below = {branch.child.path for found in branches.values() for branch in found}
    roots = [page for page in pages if page.path in branches and page.path not in below]
    reached: set[str] = set()
    for root in roots:
        _reach(str(root.path), branches, reached)
    for page in pages:
        if page.path in branches and page.path not in reached:
            roots.append(page)
            _reach(str(page.path), branches, reached)
    alone = tuple(page for page in pages if page.path not in branches and page.path not in below)
    return Forest(tuple(pages), tuple(roots), branches, alone)


def _reach(path: str, branches: Mapping[str, tuple[Branch, ...]], reached: set[str]) -> None:
    todo = [path]
    while todo:
        here = todo.pop()
        if here not in reached:
            reached.add(here)
            todo += [str(branch.child.path) for branch in branches.get(here, ())]


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


def _problems(edge: Edge, tree: Hierarchy, above: Above) -> tuple[str, ...]:
    problems = []
    listed = edge.source is Source.LISTED
    if above.is_ring(edge):
        problems.append("ring")
    chained = listed and above.holds(edge.parent.path, edge.child.path)
    if listed and not chained and not tree.links_to(edge.child, edge.parent):
        problems.append("the child never links back")
    if edge.source is not Source.LISTED and not tree.links_to(edge.parent, edge.child):
        problems.append("the parent never links here")
    return tuple(problems)


def write_text(drawn: Forest, to: Output) -> None:
    """Writes the trees in ASCII, and how many pages stand alone."""
    for root in drawn.roots:
        to.write(f"{_name(root, to)}\n")
        for line in _Drawing(drawn, to).below(root):
            to.write(line + "\n")
    if not drawn.roots:
        to.write("No classification says that it has a parent or a child.\n")
    if drawn.alone:
        count = len(drawn.alone)
        words = "1 classification stands" if count == 1 else f"{count} classifications stand"
        to.write(f"{words} alone, without a parent or a child.\n")


class _Drawing:
    """Draws what is below a page. A page with several parents is drawn below each of them, within limits."""

    def __init__(self, drawn: Forest, to: Output) -> None:
        self._drawn = drawn
        self._to = to
        self._left = _MOST_REPEATED
        self._known: set[str] = set()

    def below(self, root: SitePage) -> Iterator[str]:
        """The lines, without recursion."""
        above = [str(root.path)]
        stack = [(self._branches(above[0]), "")]
        while stack:
            branches, indent = stack[-1]
            branch = next(branches, None)
            if branch is None:
                stack.pop()
                above.pop()
                continue
            path, last = str(branch[0].child.path), branch[1]
            deeper = self._goes_on(path, above)
            yield self._line(branch[0], indent + ("`-- " if last else "|-- "), path, deeper or path in above)
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

    def _line(self, branch: Branch, lead: str, path: str, drawn_above: bool) -> str:
        marks = [*branch.problems]
        note = self._to.paint(Style.WARNING, f"  ! {'; '.join(marks)}") if marks else ""
        more = "" if drawn_above or path not in self._drawn.branches else "  ..."
        return f"{lead}{_name(branch.child, self._to)}  ({branch.source}){note}{more}"


def _name(page: SitePage, to: Output) -> str:
    return f"{to.clean(page.title)}  {to.shown(str(page.path))}"


def write_json(drawn: Forest, to: Output) -> None:
    """Writes the pages and the branches between them."""
    to.write(
        json.dumps(
            {
                "schema_version": SCHEMA_VERSION,
                "pages": [{"path": page.path, "title": page.title, "url": page.url} for page in drawn.pages],
                "branches": [
                    {
                        "parent": branch.parent.path,
                        "child": branch.child.path,
                        "source": branch.source.value,
                        "problems": list(branch.problems),
                    }
                    for branch in drawn.all_branches()
                ],
            },
            indent=2,
        )
        + "\n"
    )


def write_mermaid(drawn: Forest, to: Output) -> None:
    """Writes a Mermaid flowchart; a dotted arrow is a branch with a problem."""
    ids = {str(page.path): f"p{index}" for index, page in enumerate(drawn.pages)}
    to.write("flowchart TD\n")
    alone = {page.path for page in drawn.alone}
    for page in drawn.pages:
        if page.path not in alone:
            title = to.clean(page.title).replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
            to.write(f'    {ids[str(page.path)]}["{title}"]\n')
    for branch in drawn.all_branches():
        ends = ids[str(branch.parent.path)], ids[str(branch.child.path)]
        arrow = f'-. "{"; ".join(branch.problems)}" .->' if branch.problems else "-->"
        to.write(f"    {ends[0]} {arrow} {ends[1]}\n")


def write_dot(drawn: Forest, to: Output) -> None:
    """Writes a Graphviz digraph; a dashed edge is a branch with a problem."""
    to.write("digraph hierarchy {\n  node [shape=box];\n")
    alone = {page.path for page in drawn.alone}
    for page in drawn.pages:
        if page.path not in alone:
            to.write(f"  {_quoted(str(page.path), to)} [label={_quoted(page.title, to)}];\n")
    for branch in drawn.all_branches():
        ends = f"{_quoted(str(branch.parent.path), to)} -> {_quoted(str(branch.child.path), to)}"
        label = _quoted("; ".join(branch.problems), to)
        to.write(f"  {ends}{f' [style=dashed, label={label}]' if branch.problems else ''};\n")
    to.write("}\n")


def _quoted(text: str, to: Output) -> str:
    return '"' + to.clean(text).replace("\\", "\\\\").replace('"', '\\"') + '"'
