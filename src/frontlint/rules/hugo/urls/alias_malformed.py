"""Write an alias as a path on this site.

Why: Hugo uses an alias as a file name, letter by letter. A host, a query or a fragment becomes part of that
    name, so no visitor ever reaches the redirect. Some aliases stop the build.
Bad:
    aliases:
      - https://example.org/old-page/
      - /?p=123
      - /old-page/#chapter
      - /one/, /two/
Good:
    aliases:
      - /old-page/
Note: A space inside an alias of a list works, so it is reported for information only. Hugo splits a text at
its spaces: `aliases: /old page` makes two aliases, `/old` and `page`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence

from frontlint.hugo.config import Origin
from frontlint.hugo.fields import as_strings, as_text
from frontlint.lint import Entry, Finding, Severity, Site, SitePage, SiteRule, Value, clip, code, listing
from frontlint.site.alias_syntax import (
    Flaw,
    addresses_in,
    control_in,
    flaw,
    is_list_in_text,
    says_where,
    split_at_spaces,
    split_in_words,
    without_flaw,
    written_aliases,
)

_WHAT: Mapping[Flaw, str] = {
    Flaw.REFUSED: "is a whole address, so Hugo's build fails",
    Flaw.SCHEME: "is a whole address, and Hugo makes folders of it",
    Flaw.HOST: "begins with a host, and Hugo makes a folder of it",
    Flaw.BACKSLASH: "contains a backslash, which does not separate folders on the web",
    Flaw.QUERY: "contains a query, which a redirect page cannot answer",
    Flaw.FRAGMENT: "contains a fragment, which browsers do not send",
    Flaw.BRACKET: "contains a bracket of a list, which becomes part of the address",
    Flaw.SEVERAL: "contains several addresses, and Hugo makes one address of them",
    Flaw.COMMA: "ends with a list separator, which becomes part of the address",
    Flaw.OUTER_SPACE: "begins or ends with a space, which becomes part of the file name",
    Flaw.SPACE: "contains a space",
    Flaw.ESCAPE: "is percent-encoded, and Hugo uses it like that as the file name",
}


_ODD = frozenset({Flaw.ESCAPE, Flaw.BRACKET, Flaw.SEVERAL, Flaw.COMMA})
_MOST = 4
"""So many addresses of a list are written out in the advice."""


class AliasMalformed(SiteRule):
    """Of scope site because only the page's own URL tells whether an alias leaves the website."""

    yields_to = frozenset({"text-for-list", "item-joins-above"})

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """What is wrong with the text of an alias, then what only its landing place shows."""
        told: set[tuple[Origin | str | None, str]] = set()
        given: set[Origin] = set()
        for page in site.pages:
            value = page.front.get("aliases")
            if value is None or page.facts.gives_plain_aliases(page.front):  # nearly always
                continue
            giver = page.givers.get("aliases")
            if giver is not None:
                if giver in given:
                    continue
                given.add(giver)
            source = giver or page.path
            if is_list_in_text(value):
                told.update((source, alias) for alias in as_strings(value))
                yield self._text(page, as_text(value))
                continue
            parts = split_at_spaces(value)
            if parts:
                told.update((source, alias) for alias in parts)
                yield self._split(page, parts)
                continue
            if not any(map(flaw, as_strings(value))):
                continue
            for alias in _written(page, value):
                kind = flaw(alias.value)
                if kind is not None:
                    told.add((source, alias.value))
                    if giver is None or kind is not Flaw.REFUSED:  # `syntax` says what a cascade stops
                        yield self._flawed(page, alias, kind)
        yield from self._refused(site, told)
        for claim in site.claims.get("/.html", ()):
            if claim.alias is not None and flaw(claim.alias.value) is None and _has_place(claim.page):
                yield self.at(
                    claim.page,
                    claim.alias,
                    f"the alias `{clip(claim.alias.value)}` is the root of the website: Hugo writes `/.html`",
                    help=f"delete the alias `{clip(claim.alias.value, 70)}`",
                    label="this alias",
                )

    def _refused(self, site: Site, told: Container[tuple[Origin | str | None, str]]) -> Iterator[Finding]:
        for bad in site.publication.bad_aliases:
            source = bad.page.givers.get("aliases") or bad.page.path
            if (source, bad.alias.value) not in told and _has_place(bad.page):
                yield self.at(
                    bad.page,
                    bad.alias,
                    f"the alias {code(bad.alias.value)} {bad.message}, so Hugo's build fails",
                    help=f"delete the alias {code(bad.alias.value, 70)}",
                    label="this alias",
                )

    def _text(self, page: SitePage, written: str) -> Finding:
        meant = addresses_in(written)
        listed = ", ".join(f'"{clip(one)}"' for one in meant[:_MOST])
        more = f" and {len(meant) - _MOST} more" if len(meant) > _MOST else ""
        return self.at(
            page,
            ("aliases",),
            f"`aliases` is one text: Hugo splits `{clip(written)}` only at spaces and keeps the other signs",
            help=f"write the list `[{listed}]`{more}",
            label="one text to Hugo",
            severity=Severity.WARNING,
        )

    def _split(self, page: SitePage, parts: tuple[str, ...]) -> Finding:
        """One text that begins with a slash and contains a space: one address to its author."""
        message, advice, label = split_in_words(parts)
        return self.at(page, ("aliases",), message, help=advice, label=label, severity=Severity.WARNING)

    def _flawed(self, page: SitePage, alias: Entry[str], kind: Flaw) -> Finding:
        if kind is Flaw.EMPTY:
            message = "an empty alias means the folder around the page, and overwrites what is there"
            return self.at(page, alias, message, help="delete this line", label="this alias")
        first, run_on, rest = alias.value.partition(" - ")
        if kind is Flaw.SPACE and run_on:
            message = f"the alias {code(first)} contains the next item of the list"
            advice = (
                f"write `- {clip(rest.partition(' - ')[0].strip(), 60)}` in the same column as the item above"
            )
            return self.at(page, alias, message, help=advice, label="one alias to Hugo")
        return self.at(
            page,
            alias,
            f"the alias {code(alias.value)} {_what(alias.value, kind)}",
            help=_advice(alias.value, kind),
            label="this alias",
            severity=_severity(kind),
        )


def _written(page: SitePage, value: Value) -> Sequence[Entry[str]]:
    """The aliases of a page, or those that it has from a cascade, with their routes."""
    if page.facts is not None and "aliases" not in page.givers:
        return written_aliases(page.facts)
    return [
        Entry(alias, ("aliases", at) if isinstance(value, list) else ("aliases",))
        for at, alias in enumerate(as_strings(value))
    ]


def _has_place(page: SitePage) -> bool:
    return page.path is not None or "aliases" in page.givers


def _what(alias: str, kind: Flaw) -> str:
    return f"contains {control_in(alias)}" if kind is Flaw.CONTROL else _WHAT[kind]


def _severity(kind: Flaw) -> Severity:
    """A space works, and an author may need it for an old address; escapes and lists are odd, not wrong."""
    if kind is Flaw.SPACE:
        return Severity.INFO
    return Severity.WARNING if kind in _ODD else Severity.ERROR


def _advice(alias: str, kind: Flaw) -> str:
    """The alias without what is wrong, where that is left to say."""
    if kind is Flaw.SPACE:
        path = "-".join(alias.split())
        slash = "" if says_where(path) else "/"  # alias-relative would ask for it next
        return f"write `{slash}{path}`, or redirect this address on your web server"
    if kind is Flaw.SEVERAL:
        return f"write a list of {listing([code(one) for one in addresses_in(alias)[:_MOST]])}"
    path = without_flaw(alias, kind)
    if not path:
        return "delete the alias: only your web server can redirect such an address"
    return f"write {code(path, 90)}"
