"""All pages and all claims on output files, from the facts of all content files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby, islice
from operator import eq, itemgetter

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Language, OutputFormat
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.pages.assemble import assemble
from frontlint.hugo.pages.node import Node
from frontlint.hugo.pages.publication import (
    AliasClaim,
    BadAlias,
    BuildState,
    Claim,
    ClaimKind,
    ContentPage,
    DeadFile,
    NoPage,
    Publication,
    Shadow,
    SitePage,
)
from frontlint.hugo.pages.sections_tree import PageTree
from frontlint.hugo.urls.aliases import alias_target, file_of_plain, has_plain_outputs, plain_output
from frontlint.hugo.urls.redirects import redirects
from frontlint.hugo.urls.urls import TargetPathDescriptor, TargetPaths, descriptor_of, target_of
from frontlint.hugo.values import versions
from frontlint.hugo.values.gopath import join
from frontlint.hugo.values.kinds import Kind

__all__ = [
    "BadAlias",
    "BuildState",
    "Claim",
    "ClaimKind",
    "DeadFile",
    "NoPage",
    "Publication",
    "Shadow",
    "SitePage",
    "publish",
]


def publish(facts: Iterable[PageFacts], config: Config, clock: datetime) -> Publication:
    """What Hugo would publish at the moment `clock` (with a zone); the order of `facts` does not matter."""
    assemblies, dead, shadows, reach = assemble(facts, config, clock)
    pages: list[SitePage] = []
    claims: list[Claim] = []
    formats: list[Claim] = []
    faults: list[BadAlias] = []
    moments: list[datetime] = []
    for assembly in assemblies:
        of_kinds: dict[Kind, _Formats] = {}
        while assembly.nodes:
            node = assembly.nodes.pop()
            moments += _moments(node, clock)
            page, page_claims, page_faults = _publish_page(node, assembly.tree, of_kinds)
            pages.append(page)
            for claim in page_claims:
                (formats if claim.why is ClaimKind.FORMAT else claims).append(claim)
            faults += page_faults
        moments += (moment for node in assembly.resources for moment in _moments(node, clock))
    claims += tuple(redirects(claims, config))
    return Publication(
        pages=tuple(pages),
        claims=_in_order(claims),
        dead=dead,
        shadows=shadows,
        bad_aliases=tuple(faults),
        until=min(moments, default=None),
        formats=_in_order(formats),
        resources=tuple(_resource(node) for assembly in assemblies for node in assembly.resources),
        reach=reach,
    )


def _resource(node: Node) -> SitePage:
    path = node.location.path if node.location else None
    front, code = node.front, node.language.code
    return SitePage(path, node.kind, code, node.path, node.section, node.bundle, node.title, front=front)


def _moments(node: Node, clock: datetime) -> Iterator[datetime]:
    """The dates of a page to come that may show or hide it, whatever the settings say of such pages."""
    for moment in (node.dates.publishdate, node.dates.expirydate):
        if moment is not None and moment >= clock:
            yield moment


def _in_order(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims by their files, and by their pages where several are on one file."""
    claims.sort(key=itemgetter(0))
    files = [claim[0] for claim in claims]
    if not any(map(eq, files, islice(files, 1, None))):
        return tuple(claims)
    groups = (list(group) for _, group in groupby(claims, itemgetter(0)))
    return tuple(claim for group in groups for claim in (group if len(group) == 1 else _by_page(group)))


def _by_page(claims: list[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.page.language, claim.page.path or "", claim.why))


class _Formats(NamedTuple):
    """The output formats of a page: the main one, those that are HTML, and the others."""

    main: OutputFormat | None
    html: Sequence[OutputFormat]
    others: Sequence[OutputFormat]


_NO_FORMATS = _Formats(None, (), ())


def _publish_page(
    node: Node, tree: PageTree, of_kinds: dict[Kind, _Formats]
) -> tuple[SitePage, list[Claim], list[BadAlias]]:
    """A page with its claims; `of_kinds` remembers the formats of pages that name none."""
    descriptor = descriptor_of(node, tree)
    if "outputs" in node.front:
        formats = _formats(node)
    else:
        formats = of_kinds.get(node.kind) or of_kinds.setdefault(node.kind, _formats(node))
    main, html, others = formats
    target = target_of(descriptor, main) if main else None
    if target is not None and target.output == "/":
        target = None  # `url: .` names a folder as the file, and Hugo's build stops
        main, html, others = _NO_FORMATS
    renders = node.renders
    page = _site_page(descriptor, target, renders)
    claims: list[Claim] = []
    faults: list[BadAlias] = []
    if renders and others:
        claims += [_format_claim(descriptor, form, page) for form in others]
    if not (renders and html):
        if node.hugo < versions.ALIASES_OF_RENDERED_PAGES_ONLY and not node.dropped:
            _claim_lost_aliases(descriptor, page, claims, faults)
        return page, claims, faults
    why = ClaimKind.MADE if page.path is None else ClaimKind.PAGE
    for form in html:
        if form is main and target:
            published, file, link = target, page.output or "", page.url or ""
        else:
            published = target_of(descriptor, form)
            file, link = published.file, _with_base(published.link, node.language)
        claims.append(Claim(file, link, page, why, None, 0, "", form.name))  # by position, in half the time
        if form.permalinkable and form.redirects and not node.language.disable_aliases:
            _claim_aliases(node, page, published, form, claims, faults)
    return page, claims, faults


def _format_claim(descriptor: TargetPathDescriptor, form: OutputFormat, page: SitePage) -> Claim:
    target = target_of(descriptor, form)
    link = _with_base(target.link, descriptor.node.language)
    return Claim(target.file, link, page, ClaimKind.FORMAT, format=form.name)


def _with_base(link: str, language: Language) -> str:
    """A link below the base path, which Hugo cleans as it joins them (helpers/url.go:PrependBasePath)."""
    if not language.link_base or ("//" not in link and "/." not in link):
        return language.link_base + link
    return join(language.link_base, link).rstrip("/") + ("/" if link.endswith("/") else "")


def _formats(node: Node) -> _Formats:
    known = node.language.formats
    formats = [
        known[name] for name in node.outputs if name in known and name not in node.language.disabled_kinds
    ]
    return _Formats(
        next((form for form in formats if form.name == "html"), formats[0] if formats else None),
        [form for form in formats if form.html],
        [form for form in formats if not form.html],
    )


def _site_page(descriptor: TargetPathDescriptor, target: TargetPaths | None, renders: bool) -> SitePage:
    node = descriptor.node
    linked = target is not None and (renders or node.has_link)
    rendered = target is not None and renders
    make = SitePage if node.facts is None else ContentPage
    return make(  # by position, which takes half the time
        node.facts.path if node.facts else None,
        node.kind,
        node.language.code,
        node.path,
        node.section,
        node.bundle,
        node.title,
        node.facts,
        node.front,
        _with_base(target.link, node.language) if target is not None and linked else None,
        target.file if target is not None and rendered else None,
        node.hidden,
        rendered,
        descriptor.certain,
        node.dates,
        node.givers,
    )


def _claim_lost_aliases(
    descriptor: TargetPathDescriptor, page: SitePage, claims: list[Claim], faults: list[BadAlias]
) -> None:
    """An older Hugo writes the redirects to pages without HTML too, some of which lead nowhere."""
    node = descriptor.node
    html = node.language.formats["html"]
    if not node.disabled and not node.language.disable_aliases:
        published = target_of(descriptor, html)
        _claim_aliases(node, page, published._replace(link=page.url or ""), html, claims, faults)


def _claim_aliases(
    node: Node,
    page: SitePage,
    published: TargetPaths,
    form: OutputFormat,
    claims: list[Claim],
    faults: list[BadAlias],
) -> None:
    aliases = node.aliases
    if not aliases:
        return
    to, plain = node.language.base_path + published.link, has_plain_outputs(node, form)
    known = node.facts is not None and node.facts.gives_plain_aliases(node.front)
    plainly = file_of_plain if known else plain_output
    for index, alias in enumerate(aliases):
        output = plainly(alias) if plain else ""
        if not output:
            made = alias_target(alias, node, published, form)
            if made.fault:
                faults.append(BadAlias(page, Entry(alias, ("aliases", index)), made.fault))
                continue
            output = made.output
        claims.append(AliasClaim.of(output, node.language, page, alias, index, to))
