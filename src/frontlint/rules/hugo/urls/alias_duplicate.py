"""List each alias once.

Why: Both lines make the same redirect, or two that differ only in letter case. One of them is left over from
    an edit.
Bad:
    aliases:
      - /old-name
      - /Old-Name/
Good:
    aliases:
      - /old-name
      - /oldest-name
Fix: Deletes the second one, if Hugo writes one file for both. The first one still makes the redirect.
Note: Slashes at the end, `index.html` and letter case make no difference. Ids keep their case.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from frontlint.hugo.fields import as_strings
from frontlint.hugo.urls.urls import is_ugly
from frontlint.lint import Entry, Finding, Fix, Label, Page, PageRule, Severity, clip, code, contrast
from frontlint.site.alias_syntax import Flaw, flaw, same_alias, same_redirect, written_aliases
from frontlint.site.entry_edits import without


class AliasDuplicate(PageRule):
    """Texts are compared, so that this needs no other page."""

    budget = 21_000  # all aliases are compared
    severity = Severity.WARNING
    keys = frozenset({"aliases"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each alias that repeats an earlier one."""
        value = page.facts.front.get("aliases")
        if (isinstance(value, list) and len(value) < 2) or not _may_repeat(as_strings(value)):
            return
        first: dict[str, Entry[str]] = {}
        for alias in written_aliases(page.facts):
            if flaw(alias.value) is Flaw.EMPTY:
                continue
            earlier = first.setdefault(_key(page, alias.value), alias)
            if earlier is not alias:
                yield self.at(
                    page,
                    alias.route,
                    _message(alias.value, earlier.value),
                    help=f"delete {code(alias.value, 60)} or {code(earlier.value, 60)}",
                    fix=self._without(page, alias, earlier),
                    label="the same address",
                    related=(Label(page.facts.path, page.at(*earlier.route), "first here"),),
                )

    def _without(self, page: Page, alias: Entry[str], earlier: Entry[str]) -> Fix | None:
        """Only where both are one file on every disk: in another case, which one is right is not known."""
        if same_redirect(alias.value) != same_redirect(earlier.value) or alias.route == earlier.route:
            return None
        return self.fix(page, f"delete the second `{clip(alias.value, 70)}`", *without(page.facts, alias))


def _key(page: Page, alias: str) -> str:
    """What two aliases share that are one; with `uglyURLs`, `/a` is the file `/a.html`."""
    key, place = same_alias(alias), page.location
    if alias.endswith("/index.html") and place is not None:
        language = page.config.language(place.language)
        if language is not None and is_ugly(place.section, language):
            return f"{key}/index.html"
    return key


def _may_repeat(aliases: Sequence[str]) -> bool:
    """Whether two aliases may be the same: a quick look, true wherever two are."""
    joined = "\n".join(aliases).lower()
    if "." in joined or "//" in joined or not joined.isascii():
        return True
    found = [alias.strip("/") for alias in joined.split("\n")]
    return len(set(found)) < len(found)


def _message(alias: str, earlier: str) -> str:
    if alias == earlier:
        return f"the alias {code(alias, 70)} is listed twice"
    one, other = contrast(alias, earlier, 40)
    return f"{code(one)} and {code(other)} are the same alias"
