"""Edits a page for the tests: its text afterwards, or why it stays."""

from __future__ import annotations

from frontlint.base.edit import apply_to_bytes
from frontlint.base.source import decode
from frontlint.frontmatter.edit import Change, Declined, edits
from frontlint.frontmatter.proof import judge
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.values.scalars import plain_scalar

Case = tuple[str, tuple[Change, ...], str]


def edited(text: str | bytes, *changes: Change) -> str:
    """The page with the changes made and judged; a declined page is `declined: reason`."""
    data = text.encode() if isinstance(text, str) else text
    found = edits(read_document(decode("a.md", data), plain_scalar), changes, plain_scalar)
    if isinstance(found, Declined):
        return f"declined: {found.reason}"
    after = apply_to_bytes(data, found)
    assert judge(data, after, changes, plain_scalar) is None
    return after.decode()


def yaml(front_matter: str, *changes: Change) -> str:
    """The front matter in YAML with the changes made."""
    return _inside(f"---\n{front_matter}---\nBody  \n", "---\n", *changes)


def toml(front_matter: str, *changes: Change) -> str:
    """The front matter in TOML with the changes made."""
    return _inside(f"+++\n{front_matter}+++\nBody  \n", "+++\n", *changes)


def _inside(text: str, mark: str, *changes: Change) -> str:
    after = edited(text, *changes)
    if after.startswith("declined: "):
        return after
    assert after.startswith(mark)
    assert after.endswith(f"{mark}Body  \n")
    return after[len(mark) : -len(f"{mark}Body  \n")]
