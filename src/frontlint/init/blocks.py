"""YAML of other people: read twice, by ruamel for its meaning and by PyYAML for its places."""

from __future__ import annotations

from typing import Any

from frontlint.base.choice import Enum, auto
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
    seen = {id(node)}
    while node.value and not isinstance(node.value, str) and not node.flow_style:
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
        if id(node) in seen:  # an alias of what it is in
            raise LeaveAloneError("an alias in it leads back to itself")
        seen.add(id(node))
    return int(node.end_mark.index)


def same(one: Any, other: Any) -> bool:
    """Whether two readings say the same, in time that grows with the length of the text.

    `==` would write out every alias, of which a short text may have very many in each other.
    """
    return _same(one, other, set())


def _same(one: Any, other: Any, known: set[tuple[int, int]]) -> bool:
    if not isinstance(one, dict | list):
        return bool(one == other)
    if (id(one), id(other)) in known:
        return True  # compared already, or on the way: a difference is found there
    known.add((id(one), id(other)))
    if isinstance(one, list):
        if not isinstance(other, list) or len(one) != len(other):
            return False
        return all(_same(*pair, known) for pair in zip(one, other, strict=True))
    if not isinstance(other, dict) or one.keys() != other.keys():
        return False
    return all(_same(value, other[key], known) for key, value in one.items())


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
