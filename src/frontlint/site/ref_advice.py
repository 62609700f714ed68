"""What to tell an author whose path names no page: what the path is instead, and what to write."""

from __future__ import annotations

from frontlint.base.phrases import clip, contrast
from frontlint.base.record import NamedTuple
from frontlint.hugo.pages.publication import BuildState, Claim, ClaimKind, SitePage
from frontlint.hugo.refs.refs import Resolution
from frontlint.hugo.values.gopath import clean, normalize
from frontlint.site.model import Site
from frontlint.site.nearest import claimants, nearest_page

HIDDEN = {
    BuildState.DRAFT: "a draft",
    BuildState.FUTURE: "dated in the future",
    BuildState.EXPIRED: "expired",
}
"""How a message says why a page is not built."""


class Advice(NamedTuple):
    """A message and what to write; `page` is the page that is probably meant, `about` a few words on it.

    `fits` tells that a ref to it says what was meant.
    """

    message: str
    help: str = ""
    page: SitePage | None = None
    about: str = ""
    fits: bool = False


def advise(site: Site, page: SitePage, path: str, result: Resolution) -> Advice:
    """Why the ref `path` on `page` names no page, the surest reason first."""
    shown = clip(path, 44)
    if result.hidden:
        hidden = result.hidden[0]
        state = HIDDEN.get(hidden.hidden, "not built")
        return Advice(
            f'"{shown}" is {state}, and {_outcome(site)}',
            f"publish {hidden.path}, or take the link out",
            hidden,
            "this page is not built",
        )
    language = result.language or page.language
    return (
        _elsewhere(path, shown)
        or _address(site, language, path, shown)
        or _other_language(site, language, path, shown)
        or _file_of_a_page(site, path, shown)
        or _did_you_mean(site, page, language, path, shown)
    )


def _outcome(site: Site) -> str:
    """What Hugo does about it, by refLinksErrorLevel."""
    return "the link leads nowhere" if site.config.refs_are_warnings else "Hugo refuses to build"


def _elsewhere(path: str, shown: str) -> Advice | None:
    """Hugo ignores scheme and host and looks for the rest among its pages."""
    if "://" not in path and not path.startswith("//"):
        return None
    return Advice(
        f'"{shown}" is a whole address, and a ref knows pages only', f"write a plain link to {path}"
    )


def _address(site: Site, language: str, path: str, shown: str) -> Advice | None:
    """The path is an alias or the URL of a page; Hugo searches neither (pagecollections.go)."""
    claims = [
        claim for claim in claimants(site, path) if claim.page.language == language and claim.page.certain
    ]
    if not claims:
        return None
    claim = min(claims, key=lambda claim: (claim.page.path is None, claim.why is ClaimKind.ALIAS))
    return Advice(
        f'"{shown}" is {_kind(claim, path)}, and a ref wants the path of its file',
        f"write {claim.page.logical_path}",
        claim.page,
        "this page has it",
        fits=claim.page.path is not None,
    )


def _kind(claim: Claim, path: str) -> str:
    kind = "an alias" if claim.why is ClaimKind.ALIAS else "the URL of a page"
    return kind if "/" in path else f"the end of {kind}"


def _other_language(site: Site, language: str, path: str, shown: str) -> Advice | None:
    logical = normalize(clean("/" + path.strip("/")))
    for other in site.config.languages:
        found = None if other.code == language else site.at(other.code, logical)
        if found is not None and found.path is not None and found.built:
            return Advice(
                f'"{shown}" is a page in {other.code} only, and this link looks in {language}',
                f'write path="{path}" lang="{other.code}", or translate {found.path}',
                found,
                "the page in the other language",
            )
    return None


def _file_of_a_page(site: Site, path: str, shown: str) -> Advice | None:
    """Files below an `index.md` belong to that page and have no link of their own."""
    wanted = normalize("/" + path.strip("/").removesuffix(".md"))
    for dead in site.resources_by_name.get(wanted.rpartition("/")[2], ()):
        if normalize("/" + dead.path).rpartition(".")[0].endswith(wanted):
            owner = site.page(dead.owner) if dead.owner else None
            about = f"write {owner.logical_path}" if owner else "link to the page that it belongs to"
            return Advice(f'"{shown}" is a file that belongs to another page', about, owner, "this page")
    return None


def _did_you_mean(site: Site, page: SitePage, language: str, path: str, shown: str) -> Advice:
    """Real pages, those with a file first; the words for a term name the file that is missing."""
    near = nearest_page(site, language, path, page)
    if near is not None:
        shown, _ = contrast(path, near.logical_path, 44)
    message = f'no page is called "{shown}", and {_outcome(site)}'
    if near is not None:
        return Advice(
            message, f"did you mean {near.logical_path}?", near, "did you mean this page?", fits=True
        )
    known = site.config.language(language)
    for taxonomy in known.taxonomies if known else ():
        if path.startswith(taxonomy.path + "/"):
            return Advice(message, f"create {site.file_of_branch(language, path)}, or link to another page")
    return Advice(message, "link to a page that exists, or take the link out")
