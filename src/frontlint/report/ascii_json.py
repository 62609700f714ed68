"""JSON for reports: in ASCII, so that it passes through any pipe, and one item a line, for `diff`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

Json = Mapping[str, object]

_encode = json.JSONEncoder().encode


def encode(value: object) -> str:
    """A value in one line.

    GitHub's runner takes `##[` for a command wherever it is in a log; in JSON that can only be in a
    string.
    """
    return _encode(value).replace("##[", "#\\u0023[")


def document(parts: Mapping[str, str]) -> str:
    """An object of members that are encoded already, one a line.

    `json.dumps` would fall back to its slow encoder for an indent.
    """
    return "{\n" + ",\n".join(f"  {encode(key)}: {value}" for key, value in parts.items()) + "\n}"


def items(values: Sequence[object]) -> str:
    """An array with a value a line."""
    return "[\n    " + ",\n    ".join(map(encode, values)) + "\n  ]" if values else "[]"
