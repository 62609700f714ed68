"""Adds our hook to `.pre-commit-config.yaml`, behind the hooks that are there, and changes nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from frontlint.base.edit import Edit, apply
from frontlint.base.span import Span
from frontlint.init.destination import Destination
from frontlint.init.hooks import wanted
from frontlint.init.origin import Origin
from frontlint.init.step import LeaveAloneError, Step, Verdict, add_to

NAME = ".pre-commit-config.yaml"


def hook_step(place: Destination, origin: Origin) -> Step:
    """Writes the file, or adds to the list `repos` in it."""
    path = place.root / NAME
    piece = wanted(origin, place.content)
    if not place.repository:
        why = "this is no Git repository; run init again after git init"
        return Step(path, Verdict.LEFT, why=why)
    return add_to(path, _list(piece), piece, lambda text: merge(text, piece))


def merge(text: str, piece: str) -> tuple[Edit, ...]:
    """What to insert so that the list `repos` ends with `piece`; nothing where a hook of ours is there.

    Raises LeaveAloneError for a text in which the place is not plain to see. ruamel reads both texts, and
    has the last word: the new one must be the old one and one more item.
    """
    old = _load(text)
    if _has_ours(old):
        return ()
    edit = _edit(text, old, piece)
    if not _adds_one(old, apply(text, [edit]), piece):
        raise LeaveAloneError("the end of the list repos is not plain to see")
    return (edit,)


def _adds_one(old: Any, text: str, piece: str) -> bool:
    [item] = _load(piece)
    before = old or {}
    try:
        return bool(_load(text) == {**before, "repos": [*(before.get("repos") or []), item]})
    except LeaveAloneError:
        return False


def _load(text: str) -> Any:
    """The YAML as plain data and comments. Raises LeaveAloneError where it is none."""
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


def _has_ours(config: Any) -> bool:
    return any(
        str(hook.get("id", "")).startswith("frontlint") or "frontlint" in str(hook.get("entry", ""))
        for repo in _mappings(config, "repos")
        for hook in _mappings(repo, "hooks")
    )


def _mappings(above: Any, key: str) -> Iterator[Any]:
    """The mappings in the list below a key, if that is what is there."""
    items = above.get(key) if isinstance(above, dict) else None
    return (item for item in items if isinstance(item, dict)) if isinstance(items, list) else iter(())


def _edit(text: str, old: Any, piece: str) -> Edit:
    """The insertion: behind the last item of `repos`, or at the end of a file that has no such list."""
    import yaml

    if old is None:
        return _at_line(text, len(text), _list(piece))
    if not isinstance(old, dict):
        raise LeaveAloneError("it is no mapping with a list repos")
    if "repos" not in old:
        return _at_line(text, len(text), _list(piece))
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)  # ruamel has read it as one
    node = next(value for key, value in root.value if key.value == "repos")
    if isinstance(node, yaml.SequenceNode) and not node.flow_style:
        return _at_line(text, _end(node), _indented(piece, node.start_mark.column))
    if isinstance(node, yaml.ScalarNode) and not node.value:
        return _at_line(text, node.end_mark.index, _indented(piece, 2))
    raise LeaveAloneError("its list repos is written in brackets")


def _end(node: Any) -> int:
    """The code point behind the last leaf of a node: the parser's own mark lies behind comments, too."""
    while node.value and not isinstance(node.value, str):
        last = node.value[-1]
        inner = last[1] if isinstance(last, tuple) else last
        if getattr(node, "flow_style", False):
            break
        node = inner
    return int(node.end_mark.index)


def _at_line(text: str, offset: int, piece: str) -> Edit:
    """Inserts whole lines at the first start of a line that is not before `offset`."""
    if offset and text[offset - 1] not in "\r\n":
        feed = text.find("\n", offset)
        if feed < 0:
            return Edit(Span(len(text), len(text)), "\n" + piece)
        offset = feed + 1
    return Edit(Span(offset, offset), piece)


def _list(piece: str) -> str:
    return "repos:\n" + _indented(piece, 2)


def _indented(piece: str, columns: int) -> str:
    return "".join(" " * columns + line + "\n" for line in piece.splitlines())
