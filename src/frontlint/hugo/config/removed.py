"""Settings that Hugo has removed: its build fails, at some before it starts, at others when it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from typing import Final

from frontlint.base.files import ProjectFiles
from frontlint.base.phrases import clip
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.model import Removed
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.shapes import Misfit
from frontlint.hugo.config.themes import Theme, mapping
from frontlint.hugo.values.cast import as_terms, as_text
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.versions import OLD_MOUNT_KEYS_REFUSED, Version

_SITES: Final = "write `sites: {{matrix: {{languages: [{}]}}}}`"
_OLD_FILES: Final = (("includefiles", "includeFiles", ""), ("excludefiles", "excludeFiles", "! "))

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


def removed_settings(settings: Raw, themes: Iterable[Theme], version: Version) -> Iterator[Removed]:
    """Those that Hugo still follows, and fails over when it has built the site: in mounts, in segments."""
    if version < OLD_MOUNT_KEYS_REFUSED:
        return
    module = mapping(settings.get("module"))
    yield from _in_mounts(module.get("mounts"), ("module", "mounts"), lambda source: True)
    at_hand = {theme.name: theme.tree for theme in themes}
    for keys, entry in entries_of(module.get("imports"), ("module", "imports")):
        tree = at_hand.get(as_text(entry.get("path")))
        if tree is not None:
            yield from _in_mounts(entry.get("mounts"), (*keys, "mounts"), partial(_is_there, tree))
    for name in as_terms(settings.get("rendersegments")):
        segment = mapping(mapping(settings.get("segments")).get(lower(name)))
        for part in ("includes", "excludes"):
            for keys, entry in entries_of(segment.get(part), ("segments", lower(name), part)):
                if as_text(entry.get("lang")):
                    yield Removed((*keys, "lang"), "lang", _SITES.format(_code(entry)))


def _in_mounts(mounts: Value, above: Route, is_used: Callable[[str], bool]) -> Iterator[Removed]:
    for keys, entry in entries_of(mounts, above):
        if not is_used(as_text(entry.get("source"))):
            continue
        if as_text(entry.get("lang")):
            yield Removed((*keys, "lang"), "lang", _SITES.format(_code(entry)))
        for key, name, sign in _OLD_FILES:
            patterns = as_terms(entry.get(key))
            if patterns:
                shown = ", ".join(f'"{sign}{clip(one, 24)}"' for one in patterns[:2])
                more = ", ..." if len(patterns) > 2 else ""
                yield Removed((*keys, key), name, f"write `files: [{shown}{more}]`")


def _is_there(tree: ProjectFiles, source: str) -> bool:
    return bool(source) and (tree.is_file(source) or tree.is_dir(source))


def _code(entry: Mapping[str, Value]) -> str:
    return clip(as_text(entry.get("lang")), 20)


def entries_of(value: Value, above: Route) -> Iterator[tuple[Route, dict[str, Value]]]:
    """The mappings of a list, or a single one, each with the keys to it."""
    if isinstance(value, dict):
        yield above, value
    for at, item in enumerate(value) if isinstance(value, list) else ():
        if isinstance(item, dict):
            yield (*above, at), item


def _is_set(settings: Raw, keys: tuple[str, ...]) -> bool:
    value: Value = settings
    for key in keys:
        if not isinstance(value, dict) or key not in value:
            return False
        value = value[key]
    return True
