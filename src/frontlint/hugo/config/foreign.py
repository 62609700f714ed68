"""Content from elsewhere: themes, modules, folders that are missing. It is noted, never guessed at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.base.files import ProjectFiles
from frontlint.frontmatter.document import Value
from frontlint.hugo.config.mounts import missing_mounts
from frontlint.hugo.config.note import Note, NoteKind
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.themes import Theme, mapping
from frontlint.hugo.values.cast import as_boolean, as_text
from frontlint.hugo.values.gopath import clean, join, normalize

_ADAPTER = "_content."
_ADAPTER_END = ".gotmpl"
NOT_KNOWN = ": its pages are unknown, so links that may lead to them are not reported"


def foreign_content(themes: Iterable[Theme]) -> Iterator[tuple[Note, frozenset[str]]]:
    """A note for each theme or module that may give the project pages, and the paths at and below which."""
    for theme in themes:
        found = frozenset(_content_of(theme))
        if found:
            yield Note.of(NoteKind.FOREIGN_CONTENT, f" {theme.name}{NOT_KNOWN}"), found


def missing_content(data: Raw, tree: ProjectFiles) -> Iterator[tuple[Note, frozenset[str]]]:
    """A note for each mount without its source, and where the pages would be that it brings."""
    for source, target in missing_mounts(data, tree):
        component, _, inside = target.partition("/")
        rest = f" {source}, so Hugo builds without {target}; fetch it first if it is a Git submodule"
        roots = frozenset({root_of(inside)}) if component == "content" else frozenset[str]()
        yield Note.of(NoteKind.MISSING_MOUNT, rest), roots


def is_adapter(path: str) -> bool:
    """Whether a file is a content adapter.

    They are called `_content.gotmpl`, or with a language in the name (hugolib/pagesfromdata).

    >>> is_adapter("content/b/_content.gotmpl"), is_adapter("content/b/_content.fr.gotmpl")
    (True, True)
    """
    lower = path[-len(_ADAPTER_END) :].lower()  # asked of every file of a site
    return lower == _ADAPTER_END and path.rpartition("/")[2].lower().startswith(_ADAPTER)


def root_of(inside: str) -> str:
    """The logical path that a file below content gives a page, or its folder: `/docs/a` for `/docs/a.md`.

    Languages in names are left in: who asks what is below a path asks of a wider one where he cuts there.
    """
    folder, _, name = normalize("/" + inside.strip("/")).rpartition("/")
    stem = name.partition(".")[0]
    return (folder if stem in ("index", "_index", "_content") else f"{folder}/{stem}") or "/"


def _content_of(theme: Theme) -> Iterator[str]:
    """Where a theme may bring pages: in all its mounts, or where it has files if it is at hand."""
    if as_boolean(theme.entry.get("nomounts")):
        return
    mounts = theme.entry.get("mounts") or mapping(theme.settings.get("module")).get("mounts")
    for source, target in _content_mounts(mounts):
        if theme.tree is None:
            yield root_of(target)
        else:
            yield from _files_at(theme, source, target)


def _files_at(theme: Theme, source: str, target: str) -> Iterator[str]:
    tree = theme.tree
    if tree is None:
        return
    if tree.is_file(source):
        yield root_of(target)
        return
    for name in tree.below(source):
        if tree.is_own_file(name):
            yield root_of(join("/", target, name[len(source) :] if source != "." else name))


def _content_mounts(mounts: Value) -> Iterator[tuple[str, str]]:
    """The source of each mount that puts something into content, and where; without mounts, `content`."""
    if not isinstance(mounts, list) or not mounts:
        yield "content", ""
        return
    for mount in mounts:
        if isinstance(mount, dict):
            target = clean(as_text(mount.get("target")).replace("\\", "/")).strip("/")
            first, _, rest = target.partition("/")
            if first == "content":
                yield clean(as_text(mount.get("source")).replace("\\", "/")), rest
