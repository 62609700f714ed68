"""The pages of one language by logical path, and which section each is in."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.hugo.content.paths import parent_of
from frontlint.hugo.pages.node import Node
from frontlint.hugo.values.kinds import Bundle, Kind


class PageTree:
    """The branches of a language that Hugo keeps, by their paths, with the sections it makes.

    `keys` are the logical paths of all pages of all languages, that of home empty: Hugo keeps one tree for
    all, and walks through it.
    """

    def __init__(self, nodes: Mapping[str, Node], keys: frozenset[str], slugs_of_branches: bool) -> None:
        self._nodes = nodes
        self._keys = keys
        self._slugs = slugs_of_branches
        self._branches: dict[str, Node] = {}
        self._slug_paths: dict[str, str] = {}

    def current_section(self, node: Node) -> Node:
        """Hugo's `.CurrentSection` (page__tree.go): a branch is its own."""
        if node.is_branch:
            return node
        return self.branch_around(node.path if node.bundle is Bundle.LEAF else parent_of(node.path))

    def branch_around(self, folder: str) -> Node:
        """The branch that a folder belongs to.

        Hugo looks for the longest key that the folder's path begins with as a *text*: below a section
        `/a/b`, a folder `/a/b2` without a separate page belongs to `/a/b` (nodeshifttree.go:LongestPrefix).
        """
        found = self._branches.get(folder)
        if found is None:
            found = self._branches[folder] = self._look_up(folder)
        return found

    def _look_up(self, folder: str) -> Node:
        while folder != "/":
            key = self._longest_key(folder)
            node = self._nodes.get(key or "/")
            if node is not None:
                return node
            folder = parent_of(folder)
        return self._nodes["/"]

    def _longest_key(self, text: str) -> str:
        for end in range(len(text), 0, -1):
            if text[:end] in self._keys:
                return text[:end]
        return ""

    def slug_folder(self, folder: str, raw: str) -> str:
        """A folder's path with the slugs of the branches in it; `raw` is the folder as written."""
        if not self._slugs or folder == "/":
            return raw
        branch = self.branch_around(folder)
        return self.slug_path(branch) + raw.removeprefix(raw_path_of(branch) if branch.path != "/" else "")

    def slug_path(self, branch: Node) -> str:
        """A branch's own path with its slug and those above it; nothing for home, whose slug counts not."""
        if self._nodes.get(branch.path) is not branch:  # one that Hugo drops
            return self._slug_path(branch)
        found = self._slug_paths.get(branch.path)
        if found is None:
            found = self._slug_paths[branch.path] = self._slug_path(branch)
        return found

    def _slug_path(self, branch: Node) -> str:
        if branch.path == "/":
            return ""
        raw = raw_path_of(branch)
        if not self._slugs:
            return raw
        above = self.slug_folder(parent_of(branch.path), parent_of(raw))
        above = "" if above == "/" else above
        return f"{above}/{branch.slug or raw.rpartition('/')[2]}"

    def sections_down_to(self, node: Node) -> list[Node]:
        """The current section of a page and those around it, the outermost first, without home."""
        found: list[Node] = []
        section = self.current_section(node)
        while section.kind is not Kind.HOME:
            found.append(section)
            section = self.branch_around(parent_of(section.path))
        return found[::-1]


def raw_path_of(branch: Node) -> str:
    """A branch's logical path, as written where the settings keep letter case."""
    return branch.raw_path if branch.language.disable_path_to_lower else branch.path
