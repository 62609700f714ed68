"""What to tell an author whose path fits no page: what the path is instead, and what to write."""

from __future__ import annotations

from frontlint.base.phrases import clip, code, contrast
from frontlint.base.record import NamedTuple
from frontlint.hugo.content.facts import RefCall
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


def shortcode(call: RefCall, path: str, lang: str = "") -> str:
    """The call with another path, as it is typed.

    >>> shortcode(RefCall("ref", "/pan"), "/plan"), shortcode(RefCall("relref", "/pan"), "/plan", "de")
    ('`{{< ref "/plan" >}}`', '`{{< relref path="/plan" lang="de" >}}`')
    """
    named = [("lang", lang or call.lang), ("outputFormat", call.output_format)]
    more = "".join(f' {name}="{value}"' for name, value in named if value)
    return f'`{{{{< {call.name} {"path=" if more else ""}"{path}"{more} >}}}}`'


def advise(site: Site, page: SitePage, call: RefCall, result: Resolution) -> Advice:
    """Why a ref on `page` fits no page, the surest reason first."""
    path = call.path or ""
    shown = code(path, 44)
    if result.hidden:
        hidden = result.hidden[0]
        state = HIDDEN.get(hidden.hidden, "not built")
        return Advice(
            f"{shown} is {state}, {_outcome(site)}",
            f"publish {hidden.path}, or delete this link",
            hidden,
            "this page is not built",
        )
    language = result.language or page.language
    return (
        _elsewhere(path, shown)
        or _address(site, language, call, shown)
        or _other_language(site, language, call, shown)
        or _file_of_a_page(site, call, shown)
        or _did_you_mean(site, page, language, call)
    )


def _outcome(site: Site) -> str:
    """What Hugo does about it, by refLinksErrorLevel."""
    return "so this link leads nowhere" if site.config.refs_are_warnings else "so Hugo's build fails"


def _elsewhere(path: str, shown: str) -> Advice | None:
    """Hugo ignores scheme and host and looks for the rest among its pages."""
    if "://" not in path and not path.startswith("//"):
        return None
    return Advice(
        f"{shown} is a whole address, but a ref takes the path of a page",
        f"write a plain link: `[text]({path})`",
    )


def _address(site: Site, language: str, call: RefCall, shown: str) -> Advice | None:
    """The path is an alias or the URL of a page; Hugo searches neither (pagecollections.go)."""
    path = call.path or ""
    claims = [
        claim for claim in claimants(site, path) if claim.page.language == language and claim.page.certain
    ]
    if not claims:
        return None
    claim = min(claims, key=lambda claim: (claim.page.path is None, claim.why is ClaimKind.ALIAS))
    return Advice(
        f"{shown} is {_kind(claim, path)}, but a ref needs the path of its file",
        f"write {shortcode(call, claim.page.logical_path)}",
        claim.page,
        "this page has it",
        fits=claim.page.path is not None,
    )


def _kind(claim: Claim, path: str) -> str:
    kind = "an alias" if claim.why is ClaimKind.ALIAS else "the URL of a page"
    return kind if "/" in path else f"the end of {kind}"


def _other_language(site: Site, language: str, call: RefCall, shown: str) -> Advice | None:
    path = call.path or ""
    logical = normalize(clean("/" + path.strip("/")))
    for other in site.config.languages:
        found = None if other.code == language else site.at(other.code, logical)
        if found is not None and found.path is not None and found.built:
            return Advice(
                f"{shown} is a page in {clip(other.code, 12)}, but this link looks in {clip(language, 12)}",
                f"write {shortcode(call, path, other.code)}, or translate {found.path}",
                found,
                "the page in the other language",
            )
    return None


def _file_of_a_page(site: Site, call: RefCall, shown: str) -> Advice | None:
    """Files below an `index.md` belong to that page, and no ref leads to them."""
    path = call.path or ""
    wanted = normalize("/" + path.strip("/").removesuffix(".md"))
    for dead in site.resources_by_name.get(wanted.rpartition("/")[2], ()):
        if normalize("/" + dead.path).rpartition(".")[0].endswith(wanted):
            owner = site.page(dead.owner) if dead.owner else None
            about = "link to the page that it belongs to"
            if owner:
                about = f"write {shortcode(call, owner.logical_path)}: the page that it belongs to"
            return Advice(f"{shown} is a file that belongs to another page", about, owner, "this page")
    return None


def _did_you_mean(site: Site, page: SitePage, language: str, call: RefCall) -> Advice:
    """Real pages, those with a file first; the words for a term name the file that is missing."""
    path = call.path or ""
    near = nearest_page(site, language, path, page)
    shown = path if near is None else contrast(path, near.logical_path, 44)[0]
    message = f"there is no page {code(shown, 44)}, {_outcome(site)}"
    if near is not None:
        order = f"write {shortcode(call, near.logical_path)}"
        return Advice(message, order, near, "did you mean this page?", fits=True)
    known = site.config.language(language)
    for taxonomy in known.taxonomies if known else ():
        if path.startswith(taxonomy.path + "/"):
            return Advice(message, f"create {site.file_of_branch(language, path)}, or link to another page")
    return Advice(message, "link to a page that exists, or delete this link")
