"""What templates decide about URLs: frontlint knows no templates, but sees that there are some."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.files import ProjectFiles
from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.config import Config, Note, NoteKind
from frontlint.hugo.values.gopath import lower

_PAGINATES = lazy_pattern(r"\.Paginat(?:e|or)\b")
# Templates that Hugo takes for the error page, from the folder of templates (tpl/tplimpl).
_ERROR_PAGES = ("404.html", "_default/404.html")


def named_fields(tree: ProjectFiles, config: Config, names: frozenset[str]) -> frozenset[str]:
    """Those of some keys, in lower case, that a template or an archetype names, or may name.

    A template names a key behind a dot or a quote: `.Params.lead`, `.Param "lead"`. All of them may be named
    where a theme or module is not at hand, or brings no templates. A site that has no templates and asks for
    no theme names none.
    """
    folders = [_texts_below(tree, folder) for folder in config.layouts]
    if config.foreign_formats or not all(folders[1:]):
        return names
    left = set(names)
    for text in (text for texts in folders for text in texts):
        actions = " ".join(piece.partition("}}")[0] for piece in text.split("{{")[1:])
        left = {name for name in left if not _is_named(actions, name)}
    for folder in ("archetypes", *(f"{one.rpartition('/')[0]}/archetypes" for one in config.layouts)):
        for text in _texts_below(tree, folder.lstrip("/")):
            left = {name for name in left if not _has_word(text, name)}
    return names - left


def _texts_below(tree: ProjectFiles, folder: str) -> list[str]:
    """The texts of the files below a folder, in lower case."""
    return [lower(template_text(tree, name)) for name in tree.below(folder) if tree.is_own_file(name)]


def _is_named(actions: str, name: str) -> bool:
    """Whether a name follows a dot or a quote, and is not the beginning of a longer one."""
    at = actions.find(name)
    while at >= 0:
        after = actions[at + len(name) : at + len(name) + 1]
        if actions[at - 1 : at] in _BEFORE_NAMES and at and not (after.isalnum() or after == "_"):
            return True
        at = actions.find(name, at + 1)
    return False


def _has_word(text: str, name: str) -> bool:
    """Whether a text has the name as a word."""
    at = text.find(name)
    while at >= 0:
        around = text[at - 1 : at] + text[at + len(name) : at + len(name) + 1]
        if not any(char.isalnum() or char in "_-" for char in around):
            return True
        at = text.find(name, at + 1)
    return False


_BEFORE_NAMES = frozenset(".\"`' ")


def template_notes(tree: ProjectFiles, config: Config) -> Iterator[Note]:
    """What Hugo publishes, or does not, by its templates: for commands that list what it publishes."""
    files = templates(tree, config)
    if not files and not config.foreign_formats:
        yield Note.of(NoteKind.NO_TEMPLATES, ": Hugo publishes only redirects")
    pager = next((name for name in files if _PAGINATES.search(template_text(tree, name))), None)
    if pager is not None:
        yield Note.of(NoteKind.PAGERS, f": {pager} makes them, at `page/2/` and so on")
    error_pages = [f"{folder}/{name}" for folder in config.layouts for name in _ERROR_PAGES]
    error_page = next((name for name in error_pages if name in files), None)
    if error_page is not None and any("404" not in one.disabled_kinds for one in config.languages):
        yield Note.of(NoteKind.ERROR_PAGE, f": {error_page} makes it")


def templates(tree: ProjectFiles, config: Config) -> list[str]:
    """The templates of the project and its themes, from the project's root; Hugo skips links among them."""
    return [
        name for folder in config.layouts for name in sorted(tree.below(folder)) if tree.is_own_file(name)
    ]


def template_text(tree: ProjectFiles, name: str) -> str:
    """The text of a template; one that cannot be read is Hugo's to report, and counts as empty here."""
    try:
        return tree.read(name).decode("utf-8", "replace")
    except OSError:
        return ""
