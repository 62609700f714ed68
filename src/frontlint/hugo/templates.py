"""What templates decide about URLs: frontlint knows no templates, but sees that there are some."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from frontlint.hugo.config import Config, Note, NoteKind
from frontlint.hugo.gopath import lower
from frontlint.text.pattern import lazy_pattern

_PAGINATES = lazy_pattern(r"\.Paginat(?:e|or)\b")
# Templates that Hugo takes for the error page, from the folder of templates (tpl/tplimpl).
_ERROR_PAGES = ("404.html", "_default/404.html")

_RENDERING = lazy_pattern(r"\{\{[^{}]*\b(?:RenderString|RenderShortcodes|markdownify)\b[^{}]*\}\}")
_FIELD = lazy_pattern(r"\.(?:Params\.)?(\w+)")


def rendered_fields(config: Config) -> frozenset[str]:
    """The fields that a template renders as text with shortcodes, in lower case: `description`.

    They are those named in one action with `RenderString`, `RenderShortcodes` or `markdownify`; what a
    template hands on by another name is not seen.
    """
    texts = (path.read_text("utf-8", "replace") for path in _templates(config))
    actions = (action for text in texts for action in _RENDERING.findall(text))
    return frozenset(lower(name) for action in actions for name in _FIELD.findall(action))


def _templates(config: Config) -> list[Path]:
    return [path for folder in config.layouts for path in sorted(folder.rglob("*")) if path.is_file()]


def template_notes(project: Path, config: Config) -> Iterator[Note]:
    """What Hugo publishes, or does not, by its templates: for commands that list what it publishes."""
    files = _templates(config)
    if not files and not config.foreign_formats:
        yield Note.of(NoteKind.NO_TEMPLATES, ": Hugo publishes nothing but redirects")
    pager = next((path for path in files if _PAGINATES.search(path.read_text("utf-8", "replace"))), None)
    if pager is not None:
        yield Note.of(NoteKind.PAGERS, f": {_shown(pager, project)} makes them, at page/2/ and so on")
    error_page = next((path for path in _error_pages(config) if path.is_file()), None)
    if error_page is not None and any("404" not in one.disabled_kinds for one in config.languages):
        yield Note.of(NoteKind.ERROR_PAGE, f": {_shown(error_page, project)} makes it")


def _error_pages(config: Config) -> Iterator[Path]:
    return (folder / name for folder in config.layouts for name in _ERROR_PAGES)


def _shown(path: Path, project: Path) -> str:
    return path.relative_to(project).as_posix() if path.is_relative_to(project) else path.name
