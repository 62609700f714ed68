"""Routes: where a value is in the data, as keys and list indexes; written as JSON Pointers."""

from __future__ import annotations

Route = tuple[str | int, ...]


def to_pointer(route: Route) -> str:
    """The route as a JSON Pointer (RFC 6901): `("aliases", 0)` is `/aliases/0`."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in route)


def to_words(route: Route) -> str:
    """The route as an author would say it: `headline.title`, `aliases[2]` (counted from 1)."""
    words = ""
    for step in route:
        if isinstance(step, int):
            words += f"[{step + 1}]"
        else:
            words += f".{step}" if words else step
    return words
