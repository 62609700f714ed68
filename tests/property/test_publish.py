"""Whatever the site: the order of the files does not matter, and claims and refs stay in their bounds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime
from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config, Language, Taxonomy
from frontlint.hugo.config.formats import read_formats, read_outputs
from frontlint.hugo.config.permalinks import read_permalinks
from frontlint.hugo.config.sanitize import path_escape
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.shortcodes import scan_places
from frontlint.hugo.pages.node import Seed, grow
from frontlint.hugo.pages.publication import ClaimKind
from frontlint.hugo.publish import publish
from frontlint.hugo.refs import refs as refs_module
from frontlint.hugo.refs.refs import RefIndex
from frontlint.hugo.urls.aliases import alias_target, has_plain_outputs, plain_output
from frontlint.hugo.urls.urls import TargetPaths

CLOCK = datetime(2025, 6, 1, tzinfo=UTC)
TAXONOMIES = (Taxonomy("tag", "tags", "/tags"), Taxonomy("category", "categories", "/categories"))


def language(code: str, prefix: str, permalinks: Mapping[str, Value]) -> Language:
    return Language(
        code,
        prefix=prefix,
        taxonomies=TAXONOMIES,
        permalinks=read_permalinks(dict(permalinks), ("permalinks",)),
        outputs=read_outputs({}, {}),
        formats=read_formats({}),
    )


CONFIGS = (
    Config((language("en", "", {}),)),
    Config((language("en", "", {"page": {"a": "/:sections/:slug/"}}), language("fr", "fr", {}))),
    Config((language("en", "", {"tags": "/t/:title/"})._replace(ugly_urls=True),)),
)
PIECES = st.sampled_from(["/", "//", "a", "B-c", "_", ".", "..", "a.html", "é", " ", "%41", "#", "?", "0"])


@given(st.lists(PIECES, max_size=5).map("".join), st.sampled_from(range(5)))
def test_a_plain_alias_is_published_as_any_other(alias: str, at: int) -> None:
    plain = language("en", "", {})
    languages = (plain, language("fr", "fr", {}), plain._replace(ugly_urls=True), plain, plain)
    node = Seed(languages[at], "/x")
    html = plain.formats["html"]
    form = (html, html, html, html._replace(path="p"), html._replace(base_name="b"))[at]
    grown = grow(node, {}, {}, CONFIGS[0], CLOCK)
    made = alias_target(alias, grown, TargetPaths("/x/index.html", "/x/"), form)
    output = plain_output(alias) if has_plain_outputs(grown, form) else ""
    assert output in ("", made.output)
    assert not output or path_escape(output) == output
    if at == 0 and re.fullmatch(r"/(a|0|B-c|_)/(a|0)", alias):
        assert output == f"{alias}/index.html"


SEGMENTS = st.sampled_from(["a", "b", "A b", "a-b", "tags", "tags-x", "c.d", "é", "index"])
NAMES = st.sampled_from(
    ["_index.md", "index.md", "x.md", "X.md", "x.fr.md", "x y.md", "x-y.md", ".x.md", "y.html"]
)
PATHS = st.builds(
    lambda folders, name: "/".join(["content", *folders, name]), st.lists(SEGMENTS, max_size=3), NAMES
)
TEXTS = st.sampled_from(
    ["", "x", "/x", "/X/", "../y", "a/b", "???", "Ü ü", "/a/", ".", "x.html", "c++", "%", "#"]
)
VALUES: st.SearchStrategy[Value] = st.one_of(TEXTS, st.none(), st.booleans(), st.lists(TEXTS, max_size=3))
FRONTS = st.dictionaries(
    st.sampled_from(
        ["title", "slug", "url", "aliases", "draft", "date", "tags", "headless", "build", "outputs"]
    ),
    VALUES,
    max_size=4,
)
CASCADES = st.dictionaries(
    st.sampled_from(["slug", "tags", "aliases", "draft"]), VALUES, min_size=1, max_size=2
)
PAGES = st.builds(
    lambda path, front, cascade, readable: PageFacts(
        path, readable, {**front, "cascade": cascade} if cascade else front
    ),
    PATHS,
    FRONTS,
    st.one_of(st.none(), CASCADES),
    st.sampled_from([True, True, True, False]),
)
SITES = st.lists(PAGES, max_size=8, unique_by=lambda page: page.path)


@given(SITES, st.sampled_from(CONFIGS), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(site: list[PageFacts], config: Config, dice: object) -> None:
    turned = site[::-1]
    assert publish(site, config, CLOCK) == publish(turned, config, CLOCK)
    assert publish(sorted(site, key=lambda page: page.path), config, CLOCK) == publish(site, config, CLOCK)


@given(SITES, st.sampled_from(CONFIGS))
def test_every_file_is_a_page_or_dead_and_claims_are_clean(site: list[PageFacts], config: Config) -> None:
    publication = publish(site, config, CLOCK)
    pages = Counter(page.path for page in publication.pages if page.path)
    dead = Counter(file.path for file in publication.dead)
    assert pages + dead == Counter(page.path for page in site)
    for claim in publication.claims:
        assert claim.output.startswith("/")
        assert "//" not in claim.output
        assert not claim.output.endswith("/")
        assert claim.page.rendered
        assert (claim.alias is not None) == (claim.why is ClaimKind.ALIAS)
    assert len({(page.language, page.logical_path) for page in publication.pages}) == len(publication.pages)


@given(SITES, st.sampled_from(CONFIGS))
def test_the_order_of_aliases_changes_no_url(site: list[PageFacts], config: Config) -> None:
    turned = [
        page._replace(front={**page.front, "aliases": aliases[::-1]})
        if isinstance(aliases := page.front.get("aliases"), list)
        else page
        for page in site
    ]
    outputs = [
        Counter(claim.output for claim in publish(one, config, CLOCK).claims) for one in (site, turned)
    ]
    assert outputs[0] == outputs[1]


@given(SITES, st.sampled_from(CONFIGS), st.one_of(TEXTS, st.text(max_size=12)))
def test_a_lookup_always_ends(site: list[PageFacts], config: Config, ref: str) -> None:
    publication = publish(site, config, CLOCK)
    index = RefIndex(publication, config)
    for page in publication.pages:
        found = index.resolve(page, ref)
        assert found.page is None or found.page in publication.pages


_STEPS = ["/", "a", "b", "a-b", "index", "_index", "tags", ".md", "fr"]
ADDRESSES = st.lists(st.sampled_from(_STEPS), max_size=6)


@given(SITES, st.sampled_from(CONFIGS), ADDRESSES.map("".join))
def test_a_plain_address_is_looked_up_as_any_other(
    site: list[PageFacts], config: Config, address: str
) -> None:
    publication = publish(site, config, CLOCK)
    quick, exact = RefIndex(publication, config), RefIndex(publication, config)
    refs = {address, *(page.logical_path for page in publication.pages)}
    for page in publication.pages:
        for ref in refs:
            found = quick.resolve(page, ref)
            with patch.object(refs_module, "_PLAIN", re.compile("(?!)")):
                assert exact.resolve(page, ref) == found


@given(
    st.lists(
        st.sampled_from(
            ['{{< ref "a" >}}', "{{%", "{{<", ">}}", '"', "/*", "*/", "<!--", "-->", "<b>", "\n", "é"]
        )
    )
)
def test_calls_are_found_where_they_stand(pieces: list[str]) -> None:
    text = "".join(pieces)
    placed = scan_places(text)
    for _, start, end, path_start, path_end in placed:
        assert text[start:end].startswith("{{")
        assert text[path_start:path_end] in ("a", "")
    assert list(scan_places("é" * 3 + text, 3)) == [
        (call, *(offset + 3 for offset in offsets)) for call, *offsets in placed
    ]
