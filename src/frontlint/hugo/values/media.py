"""Content media types: which files are content, and what they are (media/config.go)."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.hugo.values.gopath import lower

_SUFFIXES: Mapping[str, tuple[str, ...]] = {
    "text/markdown": ("md", "mdown", "markdown"),
    "text/html": ("html", "htm"),
    "text/asciidoc": ("adoc", "asciidoc", "ad"),
    "text/org": ("org",),
    "text/rst": ("rst",),
    "text/pandoc": ("pandoc", "pdc"),
}
_BY_SUFFIX: Mapping[str, str] = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes}
_MORE_MARKUPS: Mapping[str, str] = {"goldmark": "text/markdown", "asciidocext": "text/asciidoc"}

CONTENT_EXTENSIONS: frozenset[str] = frozenset(_BY_SUFFIX)
"""The extensions of content files, in lower case, without a dot."""

CONTENT_TYPES: frozenset[str] = frozenset(_SUFFIXES)
"""The media types of content."""


def media_type(path: str) -> str | None:
    """The media type of a content file; None for a file that is not content."""
    name = path.rpartition("/")[2]
    return _BY_SUFFIX.get(lower(name.rpartition(".")[2])) if "." in name else None


def media_type_of_markup(markup: str) -> str | None:
    """The media type that `markup` in front matter names, by suffix, engine or in full; None for none."""
    name = lower(markup)
    if name in _SUFFIXES:
        return name
    return (
        _BY_SUFFIX.get(name)
        or _MORE_MARKUPS.get(name)
        or (f"text/{name}" if f"text/{name}" in _SUFFIXES else None)
    )
