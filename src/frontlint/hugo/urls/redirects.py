"""The redirects that Hugo makes by itself, to the home page of the default language (site_render.go)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from frontlint.hugo.config import Config
from frontlint.hugo.pages.node import output_names
from frontlint.hugo.pages.publication import Claim, ClaimKind
from frontlint.hugo.values.gopath import ancestors
from frontlint.hugo.values.kinds import Kind


def redirects(claims: Iterable[Claim], config: Config) -> Iterator[Claim]:
    """`/en/` to a default language at the root, or the root to one in a folder; none without a home page.

    None either where each language is a separate website."""
    if config.disable_default_redirect or config.default.host_dir:
        return
    for claim in claims:
        page = claim.page
        is_home = page.kind is Kind.HOME and page.language == config.default.code
        if is_home and claim.why in (ClaimKind.PAGE, ClaimKind.MADE):
            for folder in _folders(claim, config):
                url = config.default.link_base + folder.rstrip("/") + "/"
                to = config.default.base_path + claim.url.removeprefix(config.default.link_base)
                yield Claim(f"{folder.rstrip('/')}/index.html", url, page, ClaimKind.REDIRECT, to=to)


def _folders(claim: Claim, config: Config) -> Iterator[str]:
    """The folders of the redirects to one output of the home page.

    Those above it lead to it, as it may have a permalink; the root does so only for a language in a folder.
    A default language at the root is also found under its code, which Hugo hangs on the link as a text.
    """
    default = config.default
    prefix = f"/{default.prefix}" if default.prefix else ""
    if prefix and claim.output.startswith(f"{prefix}/amp/"):
        yield "/amp"
    if claim.output != claim.page.output or "html" not in output_names(claim.page.front, Kind.HOME, default):
        return
    link = claim.url.removeprefix(default.link_base)
    yield from (folder for folder in ancestors(link.rstrip("/") or "/") if folder != "/" or prefix)
    if not prefix and len(config.languages) > 1:
        yield f"{link}{default.code}"
