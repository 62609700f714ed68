"""Routes: where a value stands in the data, as keys and list indexes; written as JSON Pointers."""

from __future__ import annotations

Route = tuple[str | int, ...]


def to_pointer(route: Route) -> str:
    """The route as a JSON Pointer (RFC 6901): `("aliases", 0)` is `/aliases/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in route)


def from_pointer(pointer: str) -> Route:
    """The route of a JSON Pointer; a step of digits becomes a list index.

    Raises ValueError for a text that is not a pointer.
    """
    if not pointer:
        return ()
    if not pointer.startswith("/"):
        raise ValueError(f"not a JSON Pointer: {pointer!r}")
    return tuple(_step(part) for part in pointer[1:].split("/"))


def _step(part: str) -> str | int:
    if part.isascii() and part.isdigit() and (part == "0" or part[0] != "0"):
        return int(part)
    return part.replace("~1", "/").replace("~0", "~")


def to_words(route: Route) -> str:
    """The route as an author would say it: `headline.title`, `aliases[2]` (counted from 1)."""
    words = ""
    for step in route:
        if isinstance(step, int):
            words += f"[{step + 1}]"
        else:
            words += f".{step}" if words else step
    return words
