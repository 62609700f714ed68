"""Finds the `ref` and `relref` shortcodes of a body exactly as Hugo does (parser/pageparser)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from sys import intern
from typing import Final, TypeAlias

from frontlint.base.latest import latest
from frontlint.base.pattern import lazy_pattern
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.hugo.content.facts import RefCall
from frontlint.hugo.content.rawhtml import RawHtml

# What nearly all shortcodes are. Without `{` in a value, so that no text is looked at twice.
PLAIN = lazy_pattern(
    r"""\{\{(?:
    <[ \t\r\n]*+\w[\w/-]*+(?:(?:[ \t\r\n]++"[^"{\\\n]*+")*|(?:[ \t\r\n]++[\w-]++="[^"{\\\n]*+")*)[ \t\r\n]*+>
    |%[ \t\r\n]*+\w[\w/-]*+(?:(?:[ \t\r\n]++"[^"{\\\n]*+")*|(?:[ \t\r\n]++[\w-]++="[^"{\\\n]*+")*)[ \t\r\n]*+%
    )\}\}""",
    re.ASCII | re.VERBOSE,
)
PlacedCall: TypeAlias = "tuple[RefCall, int, int, int, int]"
"""A call, its start and end from `{{` to after `}}`, start and end of its path without the quotes. Without a
path, both of these are the end of the call. In code points of the whole text."""

_OPENING = lazy_pattern(r"\{\{[<%]")
_HAS_REF = lazy_pattern(r"\{\{[<%]\s*(?:rel)?ref[\s\"`]", re.IGNORECASE)
_NAME = lazy_pattern(r"\s*([\w/.-]+)")
# Only `"` and backticks quote; a bare word has letters, digits, `_`, `-` and `.` (lexShortcodeParam).
_PARAMETER = lazy_pattern(
    r"""\s*(?:(?P<key>[\w.-]+)\s*=\s*)?
    (?:"(?P<quoted>(?:[^"\\\n]++|\\"?)*+)" | `(?P<raw>[^`]*)` | (?P<bare>[\w.-]+))""",
    re.VERBOSE,
)
_SPACE = lazy_pattern(r"\s*")
# What nearly all calls are: one text in quotes, without an escape.
_USUAL = lazy_pattern(
    r"""\{\{(?:<\s*([\w/.-]+)\s*"([^"\\\n]*)"\s*>\}\}|%\s*([\w/.-]+)\s*"([^"\\\n]*)"\s*%\}\})"""
)
_NAMES = frozenset({"ref", "relref"})
_LONG = 200  # code points: nothing longer is remembered
_MOST = 8_000  # shortcodes that are remembered
_OPENINGS = ("{{<", "{{%")
_CLOSING = {"<": ">}}", "%": "%}}"}


class _Parameter(NamedTuple):
    """One parameter of a shortcode; `key` is empty for a positional one. `span` is without quotes."""

    key: str
    value: str
    span: Span


class _Shortcode(NamedTuple):
    """One shortcode of any name, opening or self-closing."""

    name: str
    delimiter: str
    span: Span
    parameters: tuple[_Parameter, ...]


def scan(text: str, start: int = 0) -> tuple[RefCall, ...]:
    """The ref calls of a page's text from `start` on, in order; see `scan_places`."""
    return tuple([placed[0] for placed in scan_places(text, start)])


def scan_places(text: str, start: int = 0) -> Sequence[PlacedCall]:
    """The ref calls of a page's text from `start` on, in order, with their places.

    Code blocks make no difference to Hugo, `{{</* */>}}` is text. What Hugo cannot parse at all, such as
    an unquoted path with a slash, stops its build and is not a call.
    """
    return _looked(text, start).calls


def all_plain(text: str, start: int = 0) -> bool:
    """Whether all shortcodes from `start` on are such as nearly all are, so that Hugo stops at none of them.

    Of others nothing is said: see `shortcode_lexer`.
    """
    return _looked(text, start).plain


class _Looked(NamedTuple):
    """The calls of a text, and whether all its shortcodes are plain ones."""

    calls: Sequence[PlacedCall]
    plain: bool


@latest  # the page at hand, which is asked for several times
def _looked(text: str, start: int) -> _Looked:
    usual = _usual_refs(text, start)
    if usual is not None:
        return usual
    return _Looked(_all_refs(text, start) if _HAS_REF.search(text, start) else (), False)


class _Usual(NamedTuple):
    """What a usual shortcode means: its call, if it is one, and where its path begins and ends."""

    ref: RefCall | None
    path: int
    behind: int
    plain: bool


class _Pieces(dict[str, "_Usual | None"]):
    """The shortcodes that were met, each up to its first `}}`: a site links to the same pages again.

    None is one that is not usual by itself.
    """

    def __missing__(self, piece: str) -> _Usual | None:
        found = _understood(piece)
        if len(piece) < _LONG:
            if len(self) >= _MOST:
                self.clear()
            self[piece] = found
        return found


_PIECES: Final = _Pieces()


def forget_shortcodes() -> None:
    """Lets go of those that were met; the next page meets them anew."""
    _PIECES.clear()
    _looked.forget()


def _understood(piece: str) -> _Usual | None:
    call = _USUAL.fullmatch(piece)
    if call is None:
        return None
    group = 1 if piece[2] == "<" else 3
    name, path = call[group].lower(), call[group + 1]
    ref = RefCall(intern(name), intern(path)) if name in _NAMES else None
    return _Usual(ref, *call.span(group + 1), PLAIN.fullmatch(piece) is not None)


def _usual_refs(text: str, start: int) -> _Looked | None:
    """The calls of a body with nothing but usual shortcodes, none after a `<` that may begin HTML; else None.

    It looks for single characters, because Python finds these fastest.
    """
    found: list[PlacedCall] = []
    at, behind = start, start  # where to go on, and the end of the latest shortcode
    maybe_html, plain = False, True
    while (opening := text.find("{", at)) >= 0:
        if not text.startswith(_OPENINGS, opening):
            at = opening + 1
            continue
        close = text.find("}", opening) + 2
        usual = _PIECES[text[opening:close]]
        if usual is None:
            return None
        ref, path, end, is_plain = usual
        plain = plain and is_plain
        if not maybe_html and text.find("<", behind, opening) >= 0:
            maybe_html = True
        at = behind = close
        if ref is not None:
            if maybe_html:
                return None
            found.append((ref, opening, close, opening + path, opening + end))
    return _Looked(found, plain)


def _all_refs(text: str, start: int) -> Sequence[PlacedCall]:
    found = list(_shortcodes(text, start))
    html = RawHtml(text, start, [shortcode.span for shortcode in found])
    return [_call(shortcode, html) for shortcode in found if shortcode.name.lower() in _NAMES]


def _shortcodes(text: str, start: int) -> Iterator[_Shortcode]:
    """All shortcodes in turn: one in another's quoted parameter is text."""
    at = start
    while True:
        opening = _OPENING.search(text, at)
        if opening is None:
            return
        at = opening.end()
        if text.startswith("/*", at):
            end = text.find("*/" + _CLOSING[text[at - 1]], at)
            if end < 0:  # Hugo's build stops
                return
            at = end + len("*/>}}")
            continue
        found = _parse(text, opening.start())
        if isinstance(found, int):
            at = found
        else:
            at = found.span.end
            yield found


def _parse(text: str, start: int) -> _Shortcode | int:
    """The shortcode; for what is none, the place up to which it was read: no text is read twice."""
    usual = _USUAL.match(text, start)
    if usual is not None:
        at = 1 if text[start + 2] == "<" else 3
        path = _Parameter("", usual[at + 1], Span(*usual.span(at + 1)))
        return _Shortcode(usual[at], text[start + 2], Span(start, usual.end()), (path,))
    closing = _CLOSING[text[start + 2]]
    name = _NAME.match(text, start + 3)
    if name is None:
        return start + 3
    at = name.end()
    parameters: list[_Parameter] = []
    while True:
        at = _end_of(_SPACE, text, at)
        if text.startswith(closing, at):
            span = Span(start, at + len(closing))
            return _Shortcode(name.group(1), text[start + 2], span, tuple(parameters))
        found = _PARAMETER.match(text, at)
        if found is None:
            return at
        at = found.end()
        parameters.append(_parameter(found))


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _parameter(found: re.Match[str]) -> _Parameter:
    group = next(name for name in ("quoted", "raw", "bare") if found.group(name) is not None)
    value = found.group(group)
    return _Parameter(
        (found.group("key") or "").lower(),
        value.replace('\\"', '"') if group == "quoted" else value,
        Span(*found.span(group)),
    )


def _call(found: _Shortcode, html: RawHtml) -> PlacedCall:
    """Positional: path, then output format; else by name (tpl/urls, common/urls/ref.go)."""
    named = {parameter.key: parameter for parameter in found.parameters if parameter.key}
    positional = [parameter for parameter in found.parameters if not parameter.key]
    path = named.get("path") or (positional[0] if positional else None)
    form = named.get("outputformat") or (positional[1] if len(positional) > 1 else None)
    call = RefCall(
        name=intern(found.name.lower()),
        path=intern(path.value) if path else None,
        lang=named["lang"].value if "lang" in named else "",
        output_format=form.value if form else "",
        # The text of `{{% %}}` is there before Markdown is read, and so the call is made wherever it is.
        in_html=found.delimiter == "<" and found.span.start in html,
    )
    return (call, *found.span, *(path.span if path else (found.span.end, found.span.end)))
