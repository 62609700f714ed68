"""Settings that Hugo has removed: whatever their value, its build fails."""

from __future__ import annotations

from typing import Final

from frontlint.frontmatter.document import Value
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.shapes import Misfit
from frontlint.hugo.values.versions import Version

# The setting, what to write in its place, and the first Hugo that stops, 15 versions after the warning. [bin]
_REMOVED: Final[tuple[tuple[str, str, Version], ...]] = (
    ("markup.goldmark.renderHooks.image.enableDefault", "useEmbedded", (0, 163)),
    ("markup.goldmark.renderHooks.link.enableDefault", "useEmbedded", (0, 163)),
    ("minify.tdewolff.css.decimals", "precision", (0, 165)),
    ("minify.tdewolff.css.keepCSS2", "version", (0, 165)),
    ("minify.tdewolff.html.keepConditionalComments", "keepSpecialComments", (0, 165)),
    ("minify.tdewolff.svg.decimals", "precision", (0, 165)),
)


def first_removed(settings: Raw, version: Version) -> Misfit | None:
    """The first setting that this Hugo has removed."""
    for path, successor, since in _REMOVED:
        keys = tuple(path.lower().split("."))
        if version >= since and _is_set(settings, keys):
            return Misfit(keys, f"Hugo has removed `{path}`, so its build fails: write `{successor}`")
    return None


def _is_set(settings: Raw, keys: tuple[str, ...]) -> bool:
    value: Value = settings
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return True
