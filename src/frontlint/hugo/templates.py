"""What templates decide about URLs: frontlint knows no templates, but sees that there are some."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.files import ProjectFiles
from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.config import Config, Note, NoteKind

_PAGINATES = lazy_pattern(r"\.Paginat(?:e|or)\b")
# Templates that Hugo takes for the error page, from the folder of templates (tpl/tplimpl).
_ERROR_PAGES = ("404.html", "_default/404.html")


def template_notes(tree: ProjectFiles, config: Config) -> Iterator[Note]:
    """What Hugo publishes, or does not, by its templates: for commands that list what it publishes."""
    files = templates(tree, config)
    if not files and not config.foreign_formats:
        yield Note.of(NoteKind.NO_TEMPLATES, ": Hugo publishes nothing but redirects")
    pager = next((name for name in files if _PAGINATES.search(template_text(tree, name))), None)
    if pager is not None:
        yield Note.of(NoteKind.PAGERS, f": {pager} makes them, at page/2/ and so on")
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
    """The text of a template; one that cannot be read is Hugo's to complain of, and says nothing here."""
    try:
        return tree.read(name).decode("utf-8", "replace")
    except OSError:
        return ""
