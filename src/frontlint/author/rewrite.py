"""The changes that keep a page's refs, links and paths leading where they led."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from frontlint.author.links import links
from frontlint.author.meaning import Context, Meaning
from frontlint.author.refs import in_call
from frontlint.base.span import Span
from frontlint.frontmatter.document import Document, texts_below
from frontlint.frontmatter.edit import Change, replace_source, replace_text, set_value
from frontlint.frontmatter.route import Route
from frontlint.hugo.content.shortcodes import scan, scan_places
from frontlint.hugo.pages.publication import SitePage
from frontlint.hugo.values.gopath import normalize
from frontlint.hugo.values.keys import fold
from frontlint.hugo.values.media import media_type, media_type_of_markup
from frontlint.website.marks import MARKS

_GLOB = "*?[{"
_ADDRESSES = frozenset(
    {
        *("aliases", "aliasesarchive", "aliasesfor404", "redirect_from", "url", "slug", "permalink"),
        *("canonical", "canonicalurl", "canonical_url", "title", "linktitle", "description", "summary"),
    }
)
"""Keys, in lower case, whose values are addresses or words, never paths of pages."""

Keep = Callable[[str], bool]
"""Whether what is written so is to be looked at: in a repair only what was there before."""


def changes_of(
    meaning: Meaning, old: str, new: str, document: Document, wanted: Keep = lambda written: True
) -> list[Change]:
    """The changes of one page, which was `old` and is `new`; `document` is what it says now."""
    contexts = meaning.contexts(old, new)
    found = [*_body(meaning, contexts, old, new, document, wanted)]
    if not document.refused:
        found += _front(meaning, contexts, document, wanted)
    return found


def written_in(path: str, document: Document) -> frozenset[str]:
    """Every path and address of a page that `changes_of` looks at, as it is written."""
    text, body = document.source.text, document.fence.body
    texts = [value for _, value in texts_below(document.data)]
    calls = [*scan(text, body), *(call for value in texts for call in scan(value))]
    found = {call.path for call in calls if call.path} | set(texts)
    if _is_markdown(path, document):
        found |= {link.address for link in links(text, body)}
    return frozenset(found)


def _body(
    meaning: Meaning, contexts: Sequence[Context], old: str, new: str, document: Document, wanted: Keep
) -> Iterator[Change]:
    text, body = document.source.text, document.fence.body
    for call, _, _, *place in scan_places(text, body):
        if call.path and wanted(call.path):
            other = _in_text(text, Span(*place), meaning.call(contexts, call))
            if other is not None:
                yield replace_source(*other)
    if _is_markdown(new, document):
        for link in links(text, body):
            address = meaning.link(contexts, old, new, link) if wanted(link.address) else None
            if address is not None:
                yield replace_source(link.span, address)


def _is_markdown(path: str, document: Document) -> bool:
    markup = document.data.get(fold(document.data).get("markup", ""))
    named = media_type_of_markup(markup) if isinstance(markup, str) and markup else None
    return (named or media_type(path)) == "text/markdown"


def _in_text(text: str, place: Span, path: str | None) -> tuple[Span, str] | None:
    """The place and the text of a ref's new path, in quotes where it needs some."""
    if path is None:
        return None
    written = in_call(path, text[place.start - 1])
    return None if written is None else (place, written)


def _front(
    meaning: Meaning, contexts: Sequence[Context], document: Document, wanted: Keep
) -> Iterator[Change]:
    keys = fold(document.data)
    marked = not MARKS.isdisjoint(keys)
    for route, value in texts_below(document.data):
        if "{{" in value:
            yield from _refs(meaning, contexts, route, value, wanted)
        elif wanted(value):
            other = _path(meaning, contexts, route, value, marked)
            if other is not None and other != value:
                yield set_value(route, other)


def _refs(
    meaning: Meaning, contexts: Sequence[Context], route: Route, value: str, wanted: Keep
) -> Iterator[Change]:
    for call, start, end, *place in scan_places(value):
        found = None
        if call.path and wanted(call.path):
            found = _in_text(value, Span(*place), meaning.call(contexts, call))
        if found is not None:
            span, path = found
            whole = value[start : span.start] + path + value[span.end : end]
            yield replace_text(route, value[start:end], whole)


def _path(
    meaning: Meaning, contexts: Sequence[Context], route: Route, value: str, marked: bool
) -> str | None:
    """Another path for a value that names a page: the website's `parent`, or one from the root."""
    key = str(route[0]).lower()
    names = [str(step).lower() for step in route if isinstance(step, str)]
    if names[-2:] in (["target", "path"], ["_target", "path"]):
        return _glob(meaning, value)
    if key == "parent" and marked:
        other = meaning.path(contexts, value.strip(), rooted="/") if value.strip() else None
        return None if other is None else _rooted_as(value, other)
    if not value.startswith("/") or not _ADDRESSES.isdisjoint(names) or "\n" in value or len(value) < 2:
        return None
    if any(_is_itself(meaning, then, value) for then, _ in contexts):
        return None
    other = meaning.path(contexts, value)
    return meaning.file(contexts, value) if other is None and "." in value.rpartition("/")[2] else other


def _rooted_as(value: str, other: str) -> str:
    path = other if value.strip().startswith("/") else other.lstrip("/")
    return value.replace(value.strip(), path)


def _is_itself(meaning: Meaning, page: SitePage, value: str) -> bool:
    found = meaning.before.site.resolve_path(page, value).page
    return found is not None and found.logical_path == page.logical_path


def _glob(meaning: Meaning, value: str) -> str | None:
    """The path of a cascade's target, whose beginning may be a folder that moves."""
    at = next((at for at, char in enumerate(value) if char in _GLOB), len(value))
    head = normalize(value[:at]).rstrip("/")
    moved = meaning.moves.logical_path(head)
    if moved == head:
        return None
    return moved + ("/" if value[:at].endswith("/") else "") + value[at:]
