"""Rivals: pages that want one output file, seen from each of them."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from itertools import islice

from frontlint.base.phrases import code, contrast
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Label
from frontlint.hugo.config import Config
from frontlint.hugo.content.facts import Entry
from frontlint.hugo.pages.publication import Claim, ClaimKind, SitePage
from frontlint.site.ages import oldest_first

MOST = 3
"""So many rivals are named in one finding; more would hide what to do."""

_MADE = " (made by Hugo)"
_LEAST = 8
"""So many code points of a page's path are left beside a note, or the note is not given."""

PAGES = frozenset({ClaimKind.PAGE, ClaimKind.MADE})
REDIRECTS = frozenset({ClaimKind.ALIAS, ClaimKind.REDIRECT})

PageKey = tuple[str, str]


class Collision(NamedTuple):
    """One claim of a page with a file, and the claims of other pages on the same file.

    `others` are at most `MOST`, one a page, those with a file first; `left` is how many more there are.
    """

    claim: Claim
    others: tuple[Claim, ...]
    left: int

    @property
    def other(self) -> Claim:
        """The first of the others."""
        return self.others[0]

    @property
    def rest(self) -> str:
        """Words for all others but the first, such as ` and 2 more`."""
        count = len(self.others) - 1 + self.left
        return f" and {count} more" if count else ""


def with_files(
    group: Iterable[Claim],
    why: Container[ClaimKind],
    config: Config,
    skip: Callable[[Claim], bool] | None = None,
) -> list[Claim]:
    """The claims of pages with files for one of these reasons, one a page, the oldest page first.

    Pages whose URL is not certain take no part.
    """
    found = (
        claim
        for claim in group
        if claim.why in why
        and claim.page.certain
        and claim.page.path is not None
        and not (skip and skip(claim))
    )
    return oldest_first(_one_a_page(found).values(), lambda claim: claim.page, config)


def rivalries(
    groups: Iterable[tuple[Claim, ...]],
    mine: frozenset[ClaimKind],
    theirs: frozenset[ClaimKind],
    clash: Callable[[Claim, Claim], bool] | None = None,
) -> Iterator[Collision]:
    """Every claim for a reason in `mine` that another page contests for a reason in `theirs`.

    A group holds the claims on one file; where it holds more, `clash` says which two are rivals. Pages
    whose URL is not certain take no part. A page with several output formats repeats its fault in each; it
    is reported once for each place in its file.
    """
    reported: set[tuple[str | None, Entry[str], frozenset[PageKey]]] = set()
    for group in groups:
        if len(group) < 2:
            continue
        claims = [claim for claim in group if claim.page.certain]
        opposing = _one_a_page(claim for claim in claims if claim.why in theirs)
        for claim in claims:
            if claim.why not in mine or claim.page.path is None:
                continue
            found = _against(claim, opposing, clash)
            if found is None:
                continue
            fault = (claim.page.path, place(claim), frozenset(page_key(other.page) for other in found.others))
            if fault not in reported:
                reported.add(fault)
                yield found


def _against(
    claim: Claim, opposing: Mapping[PageKey, Claim], clash: Callable[[Claim, Claim], bool] | None
) -> Collision | None:
    """Named are the first few rivals: a thousand pages of one URL must not be compared each with each."""
    me = page_key(claim.page)
    if clash is not None:
        opposing = {key: opponent for key, opponent in opposing.items() if clash(claim, opponent)}
    others = [opponent for key, opponent in islice(opposing.items(), MOST + 1) if key != me][:MOST]
    if not others:
        return None
    return Collision(claim, tuple(others), len(opposing) - (me in opposing) - len(others))


def _one_a_page(claims: Iterable[Claim]) -> dict[PageKey, Claim]:
    """The first claim of each page; two files with one logical path count as one page: only one is built."""
    first: dict[PageKey, Claim] = {}
    for claim in sorted(claims, key=lambda claim: claim.page.path is None):
        first.setdefault(page_key(claim.page), claim)
    return first


def page_key(page: SitePage) -> PageKey:
    """Language and logical path: what makes two pages one."""
    return page.language, page.logical_path


def place(claim: Claim) -> Entry[str]:
    """Where a claim is written: the alias, else the field that gives the page its URL, else the page."""
    facts = claim.page.facts
    if claim.alias is not None:
        return claim.alias
    if facts is None:
        raise ValueError("a page that Hugo makes without a file claims nothing in writing")
    for field in ("url", "slug"):
        if field in claim.page.givers:  # a rule's finding goes to the cascade by this route
            return Entry(str(claim.page.front.get(field)), (field,))
        if field in facts.front:
            return Entry(str(facts.front[field]), (field,))
    return Entry("")


def label_at(claim: Claim, words: str) -> Label:
    """A label where a claim is written; its page has a file."""
    return Label.at(str(claim.page.path), place(claim), words)


def page_name(page: SitePage, most: int = 46, beside: SitePage | None = None) -> str:
    """How a message calls a page: its path in backticks, without `content/` and endings, perhaps with a note.

    Path and note have at most `most` code points. A page of another language than the one `beside` it may
    have the same path: then its language is named.
    """
    note = "" if page.path is not None else _MADE
    if beside is not None and beside.language != page.language:
        note = f" ({page.language})"
    if most - len(note) < _LEAST:
        note = ""
    name = page.logical_path.strip("/")
    if not name:
        return f"the home page{note}"
    if beside is not None:
        name = contrast(name, beside.logical_path.strip("/"), most - len(note))[0]
    return code(name, most - len(note)) + note
