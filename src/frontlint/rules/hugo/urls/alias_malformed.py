"""Write an alias as a path on this site.

Why: Hugo takes an alias for a file name, letter by letter. A host, a query or a fragment becomes part of that
    name, so that no visitor ever reaches the redirect; some aliases stop the build.
Bad:
    aliases:
      - https://example.org/old-page/
      - /?p=123
      - /old-page/#chapter
      - /one/, /two/
Good:
    aliases:
      - /old-page/
Note: A space inside an alias works, and is for information only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.phrases import clip, listing
from frontlint.base.span import Span
from frontlint.findings.finding import Finding, Severity
from frontlint.hugo.content.facts import Located
from frontlint.hugo.fields import as_strings, as_text
from frontlint.hugo.pages.publication import SitePage
from frontlint.lint.rule import SiteRule
from frontlint.site.alias_syntax import (
    Flaw,
    addresses_in,
    flaw,
    is_list_in_text,
    without_flaw,
    written_aliases,
)
from frontlint.site.model import Site

_WHAT: Mapping[Flaw, str] = {
    Flaw.REFUSED: "is a whole address, and Hugo refuses to build",
    Flaw.SCHEME: "is a whole address, and Hugo would make folders of it",
    Flaw.HOST: "begins with a host, and Hugo would make a folder of it",
    Flaw.CONTROL: "has an invisible control character in it",
    Flaw.BACKSLASH: "has a backslash, which is no path separator on the web",
    Flaw.QUERY: "has a query, which a redirect page cannot answer",
    Flaw.FRAGMENT: "has a fragment, which browsers do not send",
    Flaw.BRACKET: "has a bracket of a list in it, which becomes part of the address",
    Flaw.SEVERAL: "has several addresses in it, and Hugo makes one address of them",
    Flaw.COMMA: "ends with the separator of a list, which becomes part of the address",
    Flaw.OUTER_SPACE: "begins or ends with a space, which becomes part of the file name",
    Flaw.SPACE: "has a space in it",
    Flaw.ESCAPE: "is percent-encoded, and Hugo takes that for the name itself",
}


_ODD = frozenset({Flaw.ESCAPE, Flaw.BRACKET, Flaw.SEVERAL, Flaw.COMMA})
_MOST = 4
"""So many addresses of a list are written out in the advice."""


class AliasMalformed(SiteRule):
    """Of scope site because only the page's own URL tells whether an alias leaves the website."""

    yields_to = frozenset({"text-for-list"})

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """What is wrong with the text of an alias, then what only its landing place shows."""
        reported: set[tuple[str | None, Span]] = set()
        for page in site.pages:
            facts = page.facts
            value = facts.front.get("aliases")
            if value is None:
                continue
            if is_list_in_text(value):
                reported.update((page.path, alias.span) for alias in written_aliases(facts))
                yield self._text(page, as_text(value))
                continue
            if not any(map(flaw, as_strings(value))):
                continue
            for alias in written_aliases(facts):
                kind = flaw(alias.value)
                if kind is not None:
                    reported.add((page.path, alias.span))
                    yield self._flawed(page, alias, kind)
        for bad in site.publication.bad_aliases:
            known = bad.page.path is not None or "aliases" in bad.page.givers
            if (bad.page.path, bad.alias.span) not in reported and known:
                yield self.at(
                    bad.page,
                    bad.alias,
                    f"Hugo refuses to build: {clip(bad.message, 90)}",
                    help="remove the alias",
                    label="this alias",
                )

    def _text(self, page: SitePage, written: str) -> Finding:
        meant = addresses_in(written)
        listed = ", ".join(f'"{clip(one)}"' for one in meant[:_MOST])
        more = f" and {len(meant) - _MOST} more" if len(meant) > _MOST else ""
        return self.at(
            page,
            ("aliases",),
            f"`aliases` is one text: Hugo splits `{clip(written)}` at spaces only and keeps the other signs",
            help=f"write the list `[{listed}]`{more}",
            label="one text to Hugo",
            severity=Severity.WARNING,
        )

    def _flawed(self, page: SitePage, alias: Located[str], kind: Flaw) -> Finding:
        if kind is Flaw.EMPTY:
            message = "an empty alias means the folder around the page, and overwrites what is there"
            return self.at(page, alias, message, help="remove the line", label="this alias")
        first, run_on, _ = alias.value.partition(" - ")
        if kind is Flaw.SPACE and run_on:
            message = f"the alias {clip(first, 40)} has the next item of the list in it"
            advice = "indent all items alike: a line that is indented more goes on with the item above"
            return self.at(page, alias, message, help=advice, label="one alias to Hugo")
        return self.at(
            page,
            alias,
            f"the alias {clip(alias.value, 40)} {_WHAT[kind]}",
            help=_advice(alias.value, kind),
            label="this alias",
            severity=_severity(kind),
        )


def _severity(kind: Flaw) -> Severity:
    """A space works, and an author may need it for an old address; escapes and lists are odd, not wrong."""
    if kind is Flaw.SPACE:
        return Severity.INFO
    return Severity.WARNING if kind in _ODD else Severity.ERROR


def _advice(alias: str, kind: Flaw) -> str:
    """The alias without what is wrong, where that is left to say."""
    if kind is Flaw.SPACE:
        return f"write {'-'.join(alias.split())}, or redirect this address at the server"
    if kind is Flaw.SEVERAL:
        return f"write a list of {listing([f'`{clip(one)}`' for one in addresses_in(alias)[:_MOST]])}"
    path = without_flaw(alias, kind)
    if not path:
        return "remove the alias; such an address can only be redirected at the server"
    return f"write {path}"
