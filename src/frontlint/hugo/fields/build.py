"""The `build` options and `headless`: whether a page is rendered, has a link, gives terms."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.hugo.values.cast import as_boolean, as_text
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.versions import NEWEST, UNDERSCORE_BUILD_REFUSED, Version


class Render(StrEnum):
    """`build.render` (resources/page/pagemeta/pagemeta.go)."""

    ALWAYS = "always"
    NEVER = "never"
    LINK = "link"


_WORDS: Mapping[str, tuple[str, ...]] = {
    "render": ("always", "never", "link"),
    "list": ("always", "never", "local"),
}


class Misread(NamedTuple):
    """An option of `build` that Hugo takes for `always`: its key as written, its value, what it may be."""

    key: str
    value: Value
    words: tuple[str, ...]


def misread_options(build: Value) -> Iterator[Misread]:
    """The options whose value Hugo does not know; letter case counts, and it does not warn."""
    for key, value in build.items() if isinstance(build, dict) else ():
        words = _WORDS.get(lower(key), ())
        known = isinstance(value, dict | list) or as_text(value) in (*words, "true", "", "1")
        if words and not known and not _is_never(value):
            yield Misread(key, value, words)


def _is_never(value: Value) -> bool:
    """False and 0 come to Hugo's own decoder as the text `0`, which means never."""
    return value is False or as_text(value) in ("0", "never")


def render_of(front: Mapping[str, Value], version: Version = NEWEST) -> Render:
    """What the front matter in effect says; any text but `never` and `link` means always.

    An older Hugo knows `_build` too.
    """
    if as_boolean(front.get("headless")):
        return Render.NEVER
    build = front.get("build", front.get("_build") if version < UNDERSCORE_BUILD_REFUSED else None)
    if not isinstance(build, dict):
        return Render.ALWAYS
    value = {lower(key): value for key, value in build.items()}.get("render")
    if _is_never(value):
        return Render.NEVER
    return Render.LINK if value == "link" else Render.ALWAYS
