"""Write a slug as it appears in the URL.

Why: In the URL, Hugo silently drops signs from a slug and turns spaces into hyphens. A link to the slug as
it is written leads nowhere.
Bad:
    slug: "???"
Good:
    slug: three-questions
Fix: Writes what Hugo publishes now, so all addresses stay. A slug with `+`, `#` or `%` has no fix: its
    author may want the sign in letters.
Note: The rule shows what Hugo makes of the slug, also in permalinks, where `c++` becomes `c`. It reports
only what is lost: for information, unless nothing is left or the end is cut off. It does not report
capitals, spaces or a hyphen at the end. A slug is the last part of the address: one that begins with the
page's folder or language has it twice.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.hugo.content.paths import Location
from frontlint.hugo.fields import as_text
from frontlint.hugo.urls.permalinks import fitting
from frontlint.hugo.urls.slugs import published_slug
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.kinds import Kind
from frontlint.lint import Finding, Fix, Page, PageRule, Severity, assignment, clip, code, contrast, set_value

_CUT_SIGNS = "+#%"  # what a permalink takes for a space, a fragment and an escape


class SlugForm(PageRule):
    """The page's own slug; a cascaded one is another page's."""

    budget = 36_000  # the slug is made as Hugo makes it
    severity = Severity.WARNING
    keys = frozenset({"slug"})

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding at most."""
        front = page.facts.front
        slug, location = as_text(front.get("slug")), page.location
        if not slug or location is None:
            return
        again = _again(page, location, slug) if "/" in slug else ""
        if again:
            yield self._repeats(page, slug, again)
            return
        made = published_slug(slug, as_text(front.get("url")), location, page.config)
        if made is None or made == slug or _is_meant(page, location, slug, made):
            return
        yield self.at(
            page,
            "slug",
            _message(slug, made),
            help=_advice(page, slug, made),
            label="this slug",
            severity=_severity(slug, made),
            fix=self._as_published(page, location, slug, made),
        )

    def _repeats(self, page: Page, slug: str, again: str) -> Finding:
        return self.at(
            page,
            "slug",
            f"the slug `{clip(slug, 34)}` begins with `{clip(again, 30)}`, which Hugo adds itself",
            help=f"write `slug: {clip(slug.strip('/')[len(again) + 1 :], 60)}`",
            label=f"{clip(again, 30)} twice in the address",
        )

    def _as_published(self, page: Page, location: Location, slug: str, made: str) -> Fix | None:
        """None where the author may have meant another one, or where Hugo would not publish the same."""
        written = made.strip()
        url = as_text(page.facts.front.get("url"))
        if _is_cut(slug, made) or published_slug(written, url, location, page.config) != made:
            return None
        line = assignment(page.document.format, str(page.key("slug")), written)
        return self.fix(page, f"write `{line}`", set_value(("slug",), written))


def _again(page: Page, location: Location, slug: str) -> str:
    """The folders or the language at the start of a slug that the page's address has before it anyway.

    Empty if there are none, and where a permalink or `url` decides what comes before the slug.
    """
    language = page.config.language(location.language)
    if language is None or location.kind is not Kind.PAGE or page.facts.front.get("url"):
        return ""
    folder = location.logical_path.rpartition("/")[0].strip("/")
    before = [part for part in (language.prefix, folder) if part]
    written = slug.strip("/")
    for start in ("/".join(before), *reversed(before)):
        if start and lower(written).startswith(f"{start}/") and written[len(start) + 1 :].strip("/"):
            return (
                "" if list(fitting(language, location.kind, location.logical_path)) else written[: len(start)]
            )
    return ""


def _message(slug: str, made: str) -> str:
    if not made.strip():
        return f"Hugo keeps nothing of the slug {code(slug, 36)}, so the page gets its folder's URL"
    written, published = contrast(slug, made, 36)
    return f"Hugo publishes the slug {code(written)} as {code(published)}"


def _advice(page: Page, slug: str, made: str) -> str:
    line = assignment(page.document.format, str(page.key("slug")), made.strip())
    if not made.strip():
        return "write a slug of letters, digits and hyphens, or delete the line"
    if any(sign in slug and sign not in made for sign in _CUT_SIGNS):
        return f"write the sign in letters, or write `{line}`"
    return f"write `{line}`"


def _severity(slug: str, made: str) -> Severity:
    """What is left of a slug may be what its author wants, unless its end is cut off."""
    return Severity.WARNING if _is_cut(slug, made) else Severity.INFO


def _is_cut(slug: str, made: str) -> bool:
    return not made.strip() or any(sign in slug and sign not in made for sign in _CUT_SIGNS)


def _is_meant(page: Page, location: Location, slug: str, made: str) -> bool:
    """Whether the author may count on what Hugo does."""
    if not made.strip():
        return False
    if "-".join(lower(slug).split()).removesuffix("-") == made:
        return True
    language = page.config.language(location.language)
    return language is not None and language.remove_path_accents and not slug.isascii()
