"""The URLs that a site published and publishes no more, by the page that had them, and what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from frontlint.base.choice import Enum, auto
from frontlint.base.record import NamedTuple
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.pages.publication import Claim, ClaimKind, SitePage
from frontlint.hugo.values.kinds import Kind
from frontlint.site.alias_syntax import same_alias
from frontlint.site.collisions import PageKey, page_key
from frontlint.site.history.history import History


class Fate(Enum):
    """What became of a page that lost a URL."""

    STAYS = auto()
    """It is where it was; only aliases are gone."""
    MOVED = auto()
    HIDDEN = auto()
    """It is a draft, expired, or dated in the future."""
    UNPUBLISHED = auto()
    """Hugo has the page, and writes no file for it."""
    NO_PAGE = auto()
    """The file is there, and belongs to another page or to none."""
    GONE = auto()


class Loss(NamedTuple):
    """The URLs that one page lost, that of the page itself first.

    `page` is the page as it was; `now` what it is, if it is still a page; `file` its file, if there is one.
    """

    page: SitePage
    claims: tuple[Claim, ...]
    fate: Fate
    now: SitePage | None
    file: PageFacts | None


def losses(history: History) -> Iterator[Loss]:
    """Every URL that is lost, once, in the order of the pages.

    A URL that something else publishes now is not lost, and neither is one that the website itself redirects.
    Nothing is said where that cannot be known, because Hugo cannot read a page that was changed.
    """
    if history.is_broken:
        return
    for claims in _lost(history).values():
        page = claims[0].page
        if not history.is_unknown(page):
            now, file = history.page_now(page), history.file_now(page)
            yield Loss(page, claims, _fate(claims, now, file), now, file)


def _lost(history: History) -> Mapping[PageKey, tuple[Claim, ...]]:
    """The lost claims of each page; of several pages that claimed one file, the first has lost it."""
    still = history.new.claims.keys()
    by_page: dict[PageKey, list[Claim]] = {}
    for output, claims in history.old.claims.items():
        if output in still or output.lstrip("/") in history.new.static_files or _is_archived(history, output):
            continue
        owners = [claim for claim in claims if claim.why is not ClaimKind.REDIRECT and claim.page.certain]
        if owners:
            first = min(owners, key=lambda claim: (claim.why is ClaimKind.ALIAS, claim.page.path is None))
            by_page.setdefault(page_key(first.page), []).append(first)
    in_order = sorted(by_page.items(), key=lambda pair: (pair[1][0].page.path or "", pair[0]))
    return {key: tuple(sorted(claims, key=_own_first)) for key, claims in in_order}


def _own_first(claim: Claim) -> tuple[bool, str]:
    return claim.why is ClaimKind.ALIAS, claim.output


def _is_archived(history: History, output: str) -> bool:
    return (
        bool(history.new.conventions.redirected) and same_alias(output) in history.new.conventions.redirected
    )


def _fate(claims: Sequence[Claim], now: SitePage | None, file: PageFacts | None) -> Fate:
    if now is None:
        return Fate.GONE if file is None else Fate.NO_PAGE
    if not now.built:
        return Fate.HIDDEN
    if now.output is None:
        return Fate.UNPUBLISHED
    return Fate.STAYS if all(claim.why is ClaimKind.ALIAS for claim in claims) else Fate.MOVED


def makers(history: History, page: SitePage) -> Sequence[SitePage]:
    """The old pages because of which Hugo made a page without a file: with the term, or in the section."""
    old = history.old
    if page.kind in (Kind.TERM, Kind.TAXONOMY):
        return _once(
            user
            for term, users in old.terms.users.items()
            if term.language == page.language
            and page.logical_path == (term.logical_path if page.kind is Kind.TERM else term.taxonomy.path)
            for user in users
        )
    return [
        other
        for other in old.built
        if other.language == page.language and other.logical_path.startswith(page.logical_path + "/")
    ]


def _once(pages: Iterator[SitePage]) -> list[SitePage]:
    found = {page_key(page): page for page in pages}
    return sorted(found.values(), key=lambda page: page.path or "")
