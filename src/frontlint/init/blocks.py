"""YAML of other people: read twice, by ruamel for its meaning and by PyYAML for its places."""

from __future__ import annotations

from enum import Enum, auto
from typing import Any

from frontlint.base.edit import Edit
from frontlint.base.span import Span
from frontlint.init.step import LeaveAloneError


class Block(Enum):
    """How a list is written."""

    LIST = auto()
    EMPTY = auto()
    BRACKETS = auto()

    @classmethod
    def of(cls, node: Any) -> Block:
        """The form of a node of PyYAML; whatever is not a list in lines counts as brackets."""
        import yaml

        if isinstance(node, yaml.SequenceNode) and not node.flow_style:
            return cls.LIST
        return cls.EMPTY if isinstance(node, yaml.ScalarNode) and not node.value else cls.BRACKETS


def load(text: str) -> Any:
    """The YAML as plain data and comments. Raises LeaveAloneError for a text that is not YAML."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        return YAML(typ="rt").load(text)
    except YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" (line {mark.line + 1})" if mark else ""
        raise LeaveAloneError(f"it cannot be read as YAML{where}") from None
    except (ValueError, NotImplementedError, RecursionError):  # what ruamel lets through of odd scalars
        raise LeaveAloneError("it cannot be read as YAML") from None


def composed(text: str) -> dict[str, Any]:
    """The nodes at the top of a mapping that `load` has read, by their keys, with the places of all below.

    Raises LeaveAloneError where PyYAML reads something else.
    """
    import yaml

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        raise LeaveAloneError("it cannot be read as YAML") from None
    return entries(root)


def entries(node: Any) -> dict[str, Any]:
    """The values of a mapping's node by their keys; nothing for another node."""
    import yaml

    if not isinstance(node, yaml.MappingNode):
        return {}
    return {key.value: value for key, value in node.value if isinstance(key, yaml.ScalarNode)}


def items(node: Any) -> list[Any]:
    """The nodes in a list's node; nothing for another node."""
    import yaml

    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def end_of(node: Any) -> int:
    """The code point after the last leaf of a node: the parser's own mark is after comments, too."""
    while node.value and not isinstance(node.value, str):
        last = node.value[-1]
        inner = last[1] if isinstance(last, tuple) else last
        if getattr(node, "flow_style", False):
            break
        node = inner
    return int(node.end_mark.index)


def insertion(text: str, offset: int, piece: str) -> Edit:
    """Inserts whole lines at the first start of a line that is not before `offset`."""
    if offset and text[offset - 1] not in "\r\n":
        feed = text.find("\n", offset)
        if feed < 0:
            return Edit(Span(len(text), len(text)), "\n" + piece)
        offset = feed + 1
    return Edit(Span(offset, offset), piece)


def indented(piece: str, columns: int) -> str:
    """The lines, each after so many blanks."""
    return "".join(" " * columns + line + "\n" for line in piece.splitlines())
