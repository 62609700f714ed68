"""The refs in texts of the front matter."""

from __future__ import annotations

from collections.abc import Iterable

from frontlint.frontmatter.document import Document, texts_below
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.facts import FrontRef, RefCall
from frontlint.hugo.content.shortcodes import scan


def front_refs(document: Document) -> tuple[FrontRef, ...]:
    """The refs in all texts of the front matter, in lists and mappings too."""
    return tuple([FrontRef(_field(route), call) for route, call in _calls(document)])


def routes_of_refs(document: Document) -> tuple[Route, ...]:
    """The routes of the texts that `front_refs` are in, one for each of them."""
    return tuple([route for route, _ in _calls(document)])


def _calls(document: Document) -> Iterable[tuple[Route, RefCall]]:
    if document.unread or not _may_call(document.source.text, document.fence.body):
        return ()
    return ((route, call) for route, value in texts_below(document.data) for call in scan(value))


def _may_call(text: str, end: int) -> bool:
    """Whether a shortcode opens before an offset. A single character is found fastest."""
    at = text.find("{", 0, end)
    while at >= 0 and not text.startswith(("{{<", "{{%"), at):
        at = text.find("{", at + 1, end)
    return at >= 0


def _field(route: Route) -> str:
    """What a template calls the text by: what is below `params` is a parameter as any other."""
    names = [str(step).lower() for step in route]
    return names[1] if names[0] == "params" and len(names) > 1 else names[0]
