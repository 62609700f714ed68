"""XML for reports: in ASCII, so that it passes through any pipe and its declaration is true everywhere."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.base.pattern import lazy_pattern

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

_FORBIDDEN = lazy_pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# A reader would change white space within an attribute; and no line begins with a text.
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def escape(text: str) -> str:
    """A text as it may be in an attribute or between tags; what XML cannot hold becomes a visible escape.

    GitHub's runner takes `##[` for a command wherever it is in a log: none is left.
    """
    text = _FORBIDDEN.sub(lambda match: ascii(match[0])[1:-1], text).translate(_ESCAPES)
    return text.replace("##[", "#&#35;[").encode("ascii", "xmlcharrefreplace").decode("ascii")


def start_tag(name: str, attributes: Mapping[str, object]) -> str:
    """A tag with its attributes, `<name a="1">`."""
    return f"<{name}{_attributes(attributes)}>"


def element(name: str, attributes: Mapping[str, object], text: str = "") -> str:
    """An element that holds a text and nothing else."""
    return f"{start_tag(name, attributes)}{escape(text)}</{name}>"


def _attributes(attributes: Mapping[str, object]) -> str:
    return "".join(f' {key}="{escape(str(value))}"' for key, value in attributes.items())
