"""Write `url` as a path on this site.

Why: Hugo uses `url` as a file name, letter by letter. A host, a query or a fragment becomes part of that
    name, so the page is not at the address that the author had in mind. Hugo's build fails at a line break
    or a tab.
Bad:
    url: /guide/?chapter=1
Good:
    url: /guide/chapter-1/
Note: The rule is silent for the home page, whose `url` Hugo ignores, and for pages that Hugo does not
    render. A space inside works, so it is reported for information only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.hugo.config import Origin
from frontlint.hugo.config.patterns import ESCAPED_COLON, unknown_attribute
from frontlint.hugo.fields import as_text
from frontlint.hugo.fields.build import Render, render_of
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Severity, Site, SitePage, SiteRule, clip
from frontlint.site.alias_syntax import Flaw, control_in, flaw, stops_as_url, without_flaw

_WHAT: Mapping[Flaw, str] = {
    Flaw.SCHEME: "is a whole address, and Hugo makes folders of it",
    Flaw.HOST: "begins with a host, and Hugo makes a folder of it",
    Flaw.BACKSLASH: "contains a backslash, which does not separate folders on the web",
    Flaw.QUERY: "contains a query, which becomes part of the file name",
    Flaw.FRAGMENT: "contains a fragment, which becomes part of the file name",
    Flaw.BRACKET: "contains a bracket of a list, which becomes part of the file name",
    Flaw.SEVERAL: "contains several addresses, and a page has one",
    Flaw.COMMA: "ends with a list separator, which becomes part of the file name",
    Flaw.OUTER_SPACE: "begins or ends with a space, which becomes part of the file name",
    Flaw.SPACE: "contains a space, which becomes `%20` in links",
    Flaw.ESCAPE: "is percent-encoded, and Hugo uses it like that as the file name",
}
_SEVERITY: Mapping[Flaw, Severity] = {Flaw.SPACE: Severity.INFO, Flaw.ESCAPE: Severity.WARNING}


class UrlMalformed(SiteRule):
    """Of scope site because only the whole site tells whether a file is a page that is rendered."""

    severity = Severity.ERROR

    def check(self, site: Site) -> Iterator[Finding]:
        """One finding at most for each file and each cascade."""
        told: set[str | Origin] = set()
        for page in site.pages:
            if "url" not in page.front or page.kind is Kind.HOME:
                continue
            source = page.givers.get("url") or page.path or ""
            if source in told:
                continue
            url = as_text(page.front["url"])
            kind = (
                flaw(url.replace(ESCAPED_COLON, ":"))
                if url and render_of(page.front) is Render.ALWAYS
                else None
            )
            # What Hugo refuses is for the rules about refusals.
            if kind is not None and kind is not Flaw.REFUSED and unknown_attribute(url) is None:
                told.add(source)
                yield self._flawed(page, url, kind)

    def _flawed(self, page: SitePage, url: str, kind: Flaw) -> Finding:
        return self.at(
            page,
            ("url",),
            _message(url, kind),
            help=_advice(url, kind),
            label="this url",
            severity=_SEVERITY.get(kind),
        )


def _message(url: str, kind: Flaw) -> str:
    if kind is Flaw.CONTROL:
        stops = ", so Hugo's build fails" if stops_as_url(url) else ""
        return f"the url `{clip(url, 36)}` contains {control_in(url)}{stops}"
    if kind is not Flaw.EMPTY:
        return f"the url `{clip(url)}` {_WHAT[kind]}"
    if url.strip() == ".":
        return "Hugo's build fails: `url: .` is a folder, but the page needs a file"
    return "`url` is blank, and Hugo publishes the page in a folder whose name is a space"


def _advice(url: str, kind: Flaw) -> str:
    if kind is Flaw.EMPTY:
        return "delete the line, or write a path such as `/about/`"
    if kind is Flaw.SEVERAL:
        return "keep one address here, and list the others in `aliases`"
    if kind is Flaw.SPACE:
        return f"write `{'-'.join(url.split())}`, unless you want the space"
    path = without_flaw(url, kind)
    if kind is Flaw.CONTROL and path and "\n" in url:
        return f"write `{path}` on one line"
    return f"write `{path}`" if path else "write a path such as `/about/`"
