"""A page before it is written: its front matter key by key, so that a fault can be put into one key."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(slots=True)
class Draft:
    """A page; `path` is from the content folder, `front` has the lines of each key as they are written."""

    path: str
    front: dict[str, str] = field(default_factory=dict)
    body: str = ""

    def set(self, key: str, value: str) -> None:
        """A value on the key's own line, as YAML has it."""
        self.front[key] = f"{key}: {value}\n"

    def mapping(self, key: str, **values: str) -> None:
        """A mapping of plain values."""
        lines = "".join(f"  {name}: {value}\n" for name, value in values.items())
        self.front[key] = f"{key}:\n{lines}"

    def list(self, key: str, items: Iterable[str]) -> None:
        """A list of plain values, one a line."""
        lines = "".join(f"  - {item}\n" for item in items)
        self.front[key] = f"{key}:\n{lines}" if lines else f"{key}: []\n"

    def block(self, key: str, text: str, indent: str = "") -> None:
        """A literal block, the form of long texts."""
        self.front[key] = f"{indent}{key}: |-\n{indented(text, indent + '  ')}"

    def text(self) -> str:
        """The whole file."""
        return f"---\n{self.front_matter()}---\n\n{self.body}"

    def front_matter(self) -> str:
        """What stands between the delimiters."""
        return "".join(self.front.values())


def indented(text: str, indent: str) -> str:
    """Lines of a literal block; empty ones stay empty."""
    return "".join(f"{indent}{line}\n" if line else "\n" for line in text.split("\n"))


def link(ref: str, title: str) -> str:
    """A Markdown link that Hugo resolves."""
    return f'[{title}]({{{{< ref "{ref}" >}}}})'
