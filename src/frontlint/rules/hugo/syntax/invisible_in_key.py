"""Keep invisible characters out of keys.

Why: A no-break space or a zero-width space before a key is part of the key, so Hugo does not read `draft:
true` and publishes the page. In an address, or in a value of one of Hugo's fields, it is part of the value.
Bad:
    title: Not ready
    \u00a0draft: true
Good:
    title: Not ready
    draft: true
Fix: Deletes the characters. For a term, only the pages of the terms change, and a build that failed at a
    date then works. The fix changes other fields of Hugo, such as `draft` and `url`, only on request.
Note: The rule does not report a no-break space in titles, descriptions and other texts, because it is
typography there. It does not report joiners between letters, because many scripts need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from frontlint.base.unseen import RUN, SPACES, UNSEEN, named, seen
from frontlint.hugo.fields.names import Takes, is_field, takes
from frontlint.lint import (
    Finding,
    Fix,
    Outputs,
    Page,
    PageRule,
    Route,
    Severity,
    Span,
    Value,
    rename_key,
    set_value,
    shorten,
    value_at,
)
from frontlint.lint.outputs import terms_changed

_ADDRESSES = frozenset({"aliases", "url", "slug"})
_PLAIN = frozenset({"type", "layout", "markup", "lang", "translationkey", "outputs", "keywords"})
_JOINERS = frozenset("\u200c\u200d")
_UNSEEN = frozenset(UNSEEN)
_STOPS = frozenset({Takes.DATE})
_LOST = frozenset({"draft", "headless"})
_MAKES_FILES = frozenset(
    {
        *("draft", "headless", "date", "publishdate", "expirydate", "url", "slug", "aliases", "outputs"),
        *("type", "layout", "markup", "lang", "translationkey", "build", "_build", "cascade", "resources"),
        *("title", "weight", "menu", "menus", "linktitle"),
    }
)
"""Fields with which Hugo may publish other files."""


class InvisibleInKey(PageRule):
    """A no-break or zero-width character that is part of a key, of an address, or of a plain value."""

    severity = Severity.WARNING
    checks_resources = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each run of such characters."""
        if page.signs.isdisjoint(_UNSEEN):
            return
        before: Value = ""
        for route in page.document.places:
            if not route:
                continue
            value = value_at(page.document.data, route)
            if isinstance(route[-1], str):
                yield from self._key(page, route, before)
            if isinstance(value, str):
                yield from self._in_value(page, route, value)
            before = value

    def _key(self, page: Page, route: Route, before: Value) -> Iterator[Finding]:
        span, key = page.document.places.key(route), str(route[-1])
        meant = seen(key).strip()
        run = RUN.search(page.document.source.text, *span)
        if run is None or meant == key or not meant:
            return
        name = named(run.group()[0])
        own = len(_inside_cascade(route)) == 1 and (
            is_field(meant.lower()) or meant.lower() in page.config.taxonomy_keys
        )
        at_edge = key[0] in UNSEEN or key[-1] in UNSEEN
        if not (own or at_edge):
            return
        where = Span(*run.span())
        severity = Severity.ERROR if own else Severity.WARNING
        if key[0] in SPACES and before is None:
            message = f"a {name} indents this line, so `{shorten(meant)}` is not part of the key above"
            yield self.at(page, where, message, help="indent the line with plain spaces", severity=severity)
            return
        message = f"a {name} is part of this key, so it is not `{shorten(meant)}`"
        if own:
            message = f"a {name} is part of this key, so Hugo does not read `{shorten(meant)}`"
        title = f"delete the {name}"
        safe = meant.lower() not in _MAKES_FILES | page.config.taxonomy_keys
        fix = self.fix(page, title, rename_key(route, meant), safe=safe)
        yield self.at(page, where, message, help=title, severity=severity, fix=fix)

    def _in_value(self, page: Page, route: Route, value: str) -> Iterator[Finding]:
        span, text = page.document.places.value(route), page.document.source.text
        if value[:1] == "-" and value[1:2] in SPACES and value[1:2]:
            at = text.find(value[:2], *span)
            name = named(value[1])
            message = f"a {name} follows this dash, so no list item begins here"
            help_ = f"replace the {name} with a space"
            if at >= 0:
                yield self.at(page, Span(at + 1, at + 2), message, help=help_)
            return
        field = str((*_inside_cascade(route), "")[0]).lower()
        for run in _runs(page, field, text, span):
            name = named(run.group()[0])
            severity = Severity.ERROR if _is_worse(field, value) else Severity.WARNING
            message = f"an invisible {name} is part of `{shorten(field)}`"
            if field in _LOST:
                message = (
                    f"a {name} is part of this value, so Hugo does not read `{shorten(seen(value).strip())}`"
                )
            elif takes(field) in _STOPS and is_field(field):
                message = f"a {name} is part of this date, so Hugo cannot read it and the build fails"
            where, title = Span(*run.span()), f"delete the {name}"
            fix = self._plain(page, route, field, value, title)
            yield self.at(page, where, message, help=title, severity=severity, fix=fix)

    def _plain(self, page: Page, route: Route, field: str, value: str, title: str) -> Fix | None:
        """The value without what is reported: safe for terms, and where a date stops the build."""
        plain = (RUN.sub("", value) if field in _ADDRESSES else value).strip(UNSEEN)
        if plain == value or not plain:
            return None
        terms = terms_changed(page, field, [value, plain])
        safe = bool(terms) or (is_field(field) and takes(field) in _STOPS)
        return self.fix(
            page, title, set_value(route, _typed(field, plain)), safe=safe, outputs=Outputs(terms=terms)
        )


def _runs(page: Page, field: str, text: str, span: Span) -> Iterator[re.Match[str]]:
    """The runs in a value that are not meant: all in an address, those at the ends of other plain values."""
    in_address = field in _ADDRESSES
    term = field in page.config.taxonomy_keys
    plain = term or field in _PLAIN or (is_field(field) and takes(field) in _EXACT)
    if not (in_address or plain):
        return
    start = span.start + (text[span.start : span.start + 1] in ("'", '"'))
    end = span.end - (text[span.end - 1 : span.end] in ("'", '"'))
    for run in RUN.finditer(text, *span):
        at_edge = run.start() == start or run.end() == end
        if term and run.group()[0] not in SPACES:
            continue  # the rule invisible-character reports it
        if at_edge or (in_address and not _JOINERS.issuperset(run.group())):
            yield run


_EXACT = frozenset({Takes.BOOLEAN, Takes.NUMBER, Takes.DATE})


def _typed(field: str, plain: str) -> Value:
    """What is left, as Hugo reads it without the characters."""
    if field in _LOST and plain.lower() in ("true", "false"):
        return plain.lower() == "true"
    return int(plain) if takes(field) is Takes.NUMBER and is_field(field) and plain.isdecimal() else plain


def _is_worse(field: str, value: str) -> bool:
    """Whether Hugo publishes what was held back, or stops its build."""
    if field in _LOST:
        return seen(value).strip().lower() == "true"
    return is_field(field) and takes(field) in _STOPS


def _inside_cascade(route: Route) -> Route:
    """The route within a cascade, whose keys are those of pages."""
    if str(route[0]).lower() != "cascade":
        return route
    rest = route[1:]
    return rest[1:] if rest and isinstance(rest[0], int) else rest
