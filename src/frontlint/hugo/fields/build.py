"""The `build` options and `headless`: whether a page is rendered, has a link, gives terms."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from frontlint.frontmatter.document import Value
from frontlint.hugo.values.cast import as_boolean
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.versions import NEWEST, UNDERSCORE_BUILD_REFUSED, Version


class Render(StrEnum):
    """`build.render` (resources/page/pagemeta/pagemeta.go)."""

    ALWAYS = "always"
    NEVER = "never"
    LINK = "link"


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
    if value is False:
        return Render.NEVER
    return Render(value) if value in ("never", "link") else Render.ALWAYS
