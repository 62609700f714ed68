"""Content that comes from elsewhere: themes, modules and content adapters. It is noted, never guessed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.frontmatter.document import Value
from frontlint.hugo.config.note import Note, NoteKind
from frontlint.hugo.config.themes import Theme, mapping
from frontlint.hugo.values.cast import as_boolean, as_text

_ADAPTER = "_content."
_ADAPTER_END = ".gotmpl"
_NOT_KNOWN = (
    ": pages that come from there are not known, and links to pages that are not found are not reported"
)


def foreign_content(themes: Iterable[Theme]) -> Iterator[Note]:
    """One note for each theme or module that may give the project pages; for `adapters` see there."""
    for theme in themes:
        if _may_have_content(theme):
            yield Note.of(NoteKind.FOREIGN_CONTENT, f" {theme.name}{_NOT_KNOWN}")


def adapters(paths: Iterable[str]) -> Note | None:
    """The note about the content adapters among files; None where there are none.

    They are called `_content.gotmpl`, or with a language in the name (hugolib/pagesfromdata).

    >>> adapters(["content/a.md", "content/b/_content.gotmpl"]).text.partition(":")[0]
    'frontlint does not read the content adapter content/b/_content.gotmpl'
    """
    found = sorted(path for path in paths if is_adapter(path))
    more = f" and {len(found) - 1} more" if len(found) > 1 else ""
    return Note.of(NoteKind.ADAPTER, f" {found[0]}{more}{_NOT_KNOWN}") if found else None


def is_adapter(path: str) -> bool:
    """Whether a file is a content adapter."""
    lower = path[-len(_ADAPTER_END) :].lower()  # asked of every file of a site
    return lower == _ADAPTER_END and path.rpartition("/")[2].lower().startswith(_ADAPTER)


def _may_have_content(theme: Theme) -> bool:
    """Whether a theme may bring pages: one that is not at hand may, one at hand needs a folder of content."""
    if as_boolean(theme.entry.get("nomounts")) or not _mounts_content(theme.entry.get("mounts")):
        return False
    if theme.tree is None:
        return True
    own = mapping(theme.settings.get("module")).get("mounts")
    if own:
        return _mounts_content(own)
    return any(map(theme.tree.is_own_file, theme.tree.below("content")))


def _mounts_content(mounts: Value) -> bool:
    """Whether the mounts of a theme may put something into content; without mounts it is all its folders."""
    if not isinstance(mounts, list) or not mounts:
        return True
    targets = [as_text(mount.get("target")) for mount in mounts if isinstance(mount, dict)]
    return any(target.replace("\\", "/").strip("/").partition("/")[0] == "content" for target in targets)
