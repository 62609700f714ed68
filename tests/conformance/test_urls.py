"""Every HTML file that the real Hugo writes is one we name, with the same page and link, and no other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from conformance import hugo_binary
from conformance.small_sites import CLOCK, both_ways, page
from frontlint.site.model import Site

TWO = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n"
SEEDS = """\
taxonomies: {concept: concepts, category: categories, tag: tags}
permalinks:
  term: {concepts: "/resources/:slug/", categories: "/resources/:slug/", tags: "/resources/:slug/"}
  page: {resources: "/:sections/:slug/"}
"""
PLAIN = page()
FRENCH = {"sites": {"matrix": {"languages": ["fr"]}}}


@dataclass(frozen=True, slots=True)
class Case:
    """A site below content/, and its settings."""

    name: str
    files: Mapping[str, str]
    config: str = ""


HOSTS = "languages: {en: {weight: 1}, fr: {weight: 2, baseURL: 'https://example.fr/x/'}}\n"


CASES = (
    Case(
        "urls that begin with the name of their language's host",
        {
            "a.fr.md": page(url="/fr/u/p/", aliases=["near", "/fr/old"]),
            "b.fr.md": page(url="/frz", aliases=["n"]),
            "c.fr.md": page(url="../fr/q"),
            "d.md": page(url="/en/d"),
            "s/_index.md": page(url="/en/s", aliases=["q", "../z"], outputs=["html", "amp"]),
        },
        HOSTS,
    ),
    Case(
        "slugs and folders of which nothing is left, or that climb",
        {
            "s/a.md": page(slug="a//b"),
            "s/b.md": page(slug="c///"),
            "s/c.md": page(slug="e/../f"),
            "s/d.md": page(slug="g/./h"),
            "½/host/z.md": page(aliases=["al"]),
            "½/fr/z.fr.md": PLAIN,
            "½/½/q/_index.md": PLAIN,
            "t/½/x/y.md": PLAIN,
            "b/_index.md": page(slug="???"),
            "b/c.md": PLAIN,
            "b/d/_index.md": page(slug="a//b"),
            "b/d/e.md": page(aliases=["al"]),
            "g/_index.md": page(slug=".."),
            "g/h/i.md": page(aliases=["al"]),
        },
        TWO,
    ),
    Case(
        "the same below a base path",
        {"½/ab/z.md": page(aliases=["x"]), "s/r.md": page(slug="a//b"), "s/q.fr.md": page(slug="c/../d")},
        "baseURL: https://example.org/sub/\n" + TWO,
    ),
    Case(
        "the same with ugly URLs",
        {"½/ab/z.md": page(aliases=["x"]), "s/r.md": page(slug="a//b"), "½/ab/_index.md": PLAIN},
        "uglyURLs: true\n",
    ),
    Case(
        "codes, extensions and index in capitals, letter case kept",
        {
            **dict.fromkeys(("s/A.FR.md", "s/B.MD", "s/C D/index.MD", "s/E/Index.md", "t/_index.MD"), PLAIN),
            **dict.fromkeys(("t/f.md", "u/index.FR.md", "Tags/_index.MD"), PLAIN),
            "p/G/index.FR.md": page(url="/q/:filename/:contentbasename/"),
            "p/h.FR.md": page(url="/r/:filename/:contentbasename/", tags=["x"]),
        },
        TWO + "disablePathToLower: true\n",
    ),
    Case(
        "codes and extensions in capitals in permalinks",
        dict.fromkeys(("s/A.FR.md", "s/B.MD", "s/C D/index.MD", "s/E/Index.md", "s/F/index.FR.md"), PLAIN),
        TWO + "permalinks: {page: {s: '/p/:filename/:contentbasename/'}}\n",
    ),
    Case(
        "permalinks that come to nothing",
        {"a.md": page(tags=["t"], categories=["c"]), "s/b.md": PLAIN},
        "permalinks: {term: {tags: ':slugorfilename', categories: '/:filename'}, page: {s: ':slug'}}\n",
    ),
    Case(
        "targets of languages that are not there",
        {
            "s/_index.md": page(
                cascade={"slug": "x", "target": {"sites": {"matrix": {"languages": ["xx"]}}}}
            ),
            "s/in/a.md": PLAIN,
            "s/in/b.fr.md": PLAIN,
            "t/_index.md": page(
                cascade={"slug": "y", "target": {"sites": {"matrix": {"languages": "! fr"}}}}
            ),
            "t/in/a.md": PLAIN,
            "t/in/b.fr.md": PLAIN,
        },
        TWO,
    ),
    Case(
        "permalinks as a list, for a language and an environment",
        {"a/b.md": PLAIN, "a/c.fr.md": PLAIN},
        TWO + "permalinks:\n"
        "- {target: {sites: {matrix: {languages: [fr]}}, kind: page}, pattern: '/one/:filename'}\n"
        "- {target: {environment: staging}, pattern: '/two/:filename'}\n"
        "- {target: {kind: page}, pattern: '/three/:filename'}\n",
    ),
    Case(
        "permalinks as a list of one language, which counts for nothing",
        {"a/b.md": PLAIN, "a/c.fr.md": PLAIN},
        "languages: {en: {weight: 1}, fr: {weight: 2, permalinks: [{pattern: '/q/:filename'}]}}\n"
        "permalinks: {page: {a: '/x/:filename'}}\n",
    ),
    *(
        Case(
            f"titles of terms in the style {style}",
            {"a.md": page(tags=["out of the box", "of/to", "o'neil", "up with it"])},
            f"titleCaseStyle: {style}\ndisablePathToLower: true\n"
            "permalinks: {term: {tags: '/t/:slug/'}}\n",
        )
        for style in ("AP", "Chicago", "Go", "FirstUpper", "none", "unheard-of")
    ),
    Case("taxonomies that are a list", {"a.md": page(tags=["x"])}, "taxonomies: [tags]\n"),
    Case(
        "urls that climb into their language",
        {"a.fr.md": page(url="../fr/u/"), "b.fr.md": page(url="../q"), "c.fr.md": page(url="fr/v")},
        TWO,
    ),
    Case(
        "a page called index with a url",
        {
            "a.md": page(url="/x/index", slug="index"),
            "b.md": page(url="/xindex", slug="index"),
            "c.md": page(url="/v.1/fooindex", slug="index"),
            "d/index.md": page(url="/y/index", slug="index"),
        },
    ),
    Case(
        "default",
        {
            "_index.md": page(title="Home", tags=["From home"]),
            "about.md": page(title="About"),
            "leaf/index.md": page(slug="renamed"),
            "leaf/inside.md": page(slug="never"),
            "leaf/_index.md": page(slug="never"),
            "Blog/_index.md": page(title="Blog", slug="tagebuch"),
            "Blog/My Post.md": page(tags=["C++", "a/b", "a&b", "  x "]),
            "Blog/deep/er/page.md": page(slug="-dashes-"),
            "Blog/2/index.md": page(slug="a/b"),
            "auto/no-index.md": page(tags="One term"),
            "odd/index.MD": page(slug="???"),
            "odd/x.md": page(slug="index"),
            "odd/y.md": page(slug="Ünï cödé & more!"),
            "hidden/.x.md": PLAIN,
            "hidden/x.md~": PLAIN,
            "case/a b.md": page(title="wins"),
            "case/a-b.md": page(title="loses"),
        },
    ),
    Case(
        "seeds",
        {
            "tags/agile-product-operating-model/_index.md": page(title="Agile Product Operating Model"),
            "tags/a-slug/_index.md": page(title="T", slug="other"),
            "tags/scrum/_index.md": page(title="Scrum / Kanban"),
            "categories/c/_index.md": page(title="C++"),
            "concepts/model/_index.md": page(title="Model"),
            "resources/_index.md": page(title="Resources"),
            "resources/blog/_index.md": page(title="Blog"),
            "resources/blog/2024/one/index.md": page(title="One", tags=["Unknown Tag"]),
            "resources/blog-extra/two.md": page(title="Two"),
            "resources/videos/abc/index.md": page(slug="the-video"),
            "resources/none.md": PLAIN,
        },
        SEEDS,
    ),
    Case(
        "visibility",
        {
            "s/a.md": page(draft=True, tags=["gone"]),
            "s/b.md": page(date="2030-01-01"),
            "s/c.md": page(expiryDate="2020-01-01"),
            "s/d.md": page(draft="yes"),
            "s/e.md": page(lastmod="2030-01-01"),
            "s/f.md": page(lastmod="2030-01-01", date="2020-01-01"),
            "t/_index.md": page(draft=True, slug="moved"),
            "t/child.md": PLAIN,
            "only-drafts/a.md": page(draft=True),
            "r/never.md": page(build={"render": "never"}, tags=["n"], aliases=["/n"]),
            "r/link.md": page(build={"render": "link"}, tags=["l"], aliases=["/l"]),
            "r/false/index.md": page(build={"render": False}),
            "r/headless/index.md": page(headless=True),
            "r/list.md": page(build={"list": "never"}, tags=["li"]),
            "tags/n/_index.md": page(draft=True),
            "x.md": page(tags=["n"]),
            "g.md": page(draft=True, cascade={"slug": "handed"}),
            "g/below.md": PLAIN,
        },
    ),
    Case(
        "cascade",
        {
            "_index.md": page(cascade={"params": {"tags": ["x"]}, "target": {"kind": "page"}}),
            "s/_index.md": page(
                slug="own", cascade=[{"slug": "first", "target": {"path": "/s/x*"}}, {"slug": "second"}]
            ),
            "s/xa.md": PLAIN,
            "s/y.md": PLAIN,
            "s/sub/_index.md": PLAIN,
            "s/sub/z.md": page(params={"tags": ["q"]}, tags=["r"]),
            "t/c.md": page(tags=["k"]),
        },
        "cascade:\n- {target: {kind: term}, slug: tt}\n"
        "- {build: {render: link}, target: {path: '/t/**', environment: production}}\n",
    ),
    Case(
        "permalinks",
        {
            "dated/p.md": page(title="P", date="2024-02-03"),
            "names/q.md": page(title="A/B: c++", date="2024-02-03"),
            "secs/_index.md": page(title="Secs & Co"),
            "secs/in/_index.md": page(slug="inner"),
            "secs/in/r.md": page(title="R"),
            "secs/in/leaf/index.md": page(title="Leaf"),
            "root.md": page(title="Root page"),
            "old/o.md": page(title="Old form"),
        },
        """\
permalinks:
  old: /was/:slug/
  page:
    dated: /:year/:month/:day/:slug
    names: /n/:monthname/:weekdayname/:yearday/:title/:2006-01/
    secs: /:sectionslugs/:sections[1:]/:sections[last]/:filename/:contentbasename/
    /: /r/:slug.html
  section: {secs: "/all/:sections/:slug/"}
  taxonomy: {tags: /labels/}
""",
    ),
    Case(
        "permalinks as a list",
        {
            "a/_index.md": page(title="A"),
            "a/b.md": page(title="T"),
            "a/c/d.md": page(slug="S"),
            "e.md": PLAIN,
        },
        "permalinks:\n- {target: {kind: page, path: '/a/*'}, pattern: '/one/:slug/'}\n"
        "- {target: {path: '/a/**'}, pattern: '/two/:contentbasename/'}\n"
        "- {target: {kind: '{section,page}'}, pattern: '/three/:slugorcontentbasename'}\n",
    ),
    Case(
        "a pattern that two entries fight for",
        {"a/b/x.md": page(title="X")},
        "permalinks: {page: {a: '/one/:slug/', a/b: '/one/:title/'}}\n",
    ),
    Case(
        "url",
        {
            "a.md": page(url="/Ab Cd/é"),
            "b.md": page(url="/v1.2/about"),
            "c.md": page(url="rel/x.html"),
            "d.md": page(url="/a/../b/"),
            "s/_index.md": page(url="/moved/"),
            "s/e.md": PLAIN,
            "f.md": page(url="/t/:year/:slug/", title="T t", date="2024-01-02"),
            "g.md": page(url="/h#i%20j"),
            "h.fr.md": page(url="fr/x"),
            "i.fr.md": page(url="/abs/"),
        },
        TWO,
    ),
    Case(
        "languages",
        {
            "a.md": page(tags=["t"]),
            "a.fr.md": page(slug="x", tags=["u"]),
            "b.FR.md": PLAIN,
            "d.fr.x.md": PLAIN,
            "e.de.md": PLAIN,
            "s/b/index.md": PLAIN,
            "s/b/index.fr.md": page(slug="y"),
            "s/b/o.fr.md": PLAIN,
            "s/_index.fr.md": page(slug="section"),
            "t/_index.md": page(cascade={"slug": "z", "target": FRENCH}),
            "t/c.fr.md": PLAIN,
            "t/c.md": PLAIN,
        },
        TWO,
    ),
    Case(
        "a folder for each language, the default in a folder too",
        dict.fromkeys(("en/a.md", "en/s/b.md", "fr/s/index.md", "fr/c.en.md", "fr/Q/_index.md"), PLAIN),
        "baseURL: https://example.org/docs/\ndefaultContentLanguageInSubdir: true\n"
        "languages: {en: {weight: 1, contentDir: content/en}, fr: {weight: 2, contentDir: content/fr}}\n",
    ),
    Case("one language in a folder", {"a.md": PLAIN}, "defaultContentLanguageInSubdir: true\n"),
    Case(
        "which language is the default",
        {"a.md": PLAIN, "a.fr.md": PLAIN, "b.de.md": PLAIN, "c.en.md": PLAIN},
        "defaultContentLanguage: fr\ndisableLanguages: [nl]\n"
        "languages: {en: {weight: 2}, fr: {}, de: {weight: 1}, nl: {}}\n",
    ),
    Case(
        "settings of one language",
        {
            "s/Été B.md": page(title="x", ks=["r"], tags=["m"]),
            "s/Été B.fr.md": page(title="x", ks=["r"], tags=["m"]),
            "s/d.fr.md": page(draft=True),
        },
        "uglyURLs: {s: true}\nlanguages:\n  en: {weight: 1}\n  fr:\n    weight: 2\n    buildDrafts: true\n"
        "    removePathAccents: true\n    taxonomies: {k: ks}\n    permalinks: {page: {s: '/p/:slug/'}}\n",
    ),
    Case(
        "ugly URLs",
        {
            "blog/a.md": PLAIN,
            "blog/sub/_index.md": PLAIN,
            "blog/leaf/index.md": PLAIN,
            "docs/b.md": page(tags=["t", "u"]),
            "x.md": PLAIN,
            "tags/t/_index.md": PLAIN,
        },
        "uglyURLs: {BLOG: true, tags: true}\n",
    ),
    Case(
        "letter case kept",
        {
            "Blog/_index.md": page(slug="Tagebuch"),
            "Blog/My Post.md": page(title="A", tags=["Big Tag"]),
            "Blog/Sub Dir/_index.md": PLAIN,
            "Blog/Sub Dir/X.md": page(slug="SluG"),
            "Tags/Big Tag/_index.md": PLAIN,
        },
        "disablePathToLower: true\n",
    ),
    Case(
        "dates in file names",
        {
            "b/2020-01-02-my-post.md": PLAIN,
            "b/2020-01-03.md": PLAIN,
            "b/2020-01-04_x_y.md": page(slug="s"),
            "b/2020-01-05-leaf/index.md": PLAIN,
            "b/2020-01-06-v1.5.md": PLAIN,
            "b/2020-13-01-no-date.md": PLAIN,
            "b/2020-01-08-10-11-12-clock.md": PLAIN,
            "b/2020-01-09-section/_index.md": PLAIN,
            "b/2020-01-09-section/x.md": PLAIN,
        },
        'frontmatter: {date: [":filename", ":default"]}\n'
        'permalinks: {page: {b: "/b/:year/:month/:slugorfilename/"}}\n',
    ),
    Case(
        "taxonomies",
        {
            "a.md": page(**{"big topics": ["One Two", "a/b", "a&b"]}),
            "Big Topics/One Two/_index.md": page(title="z"),
            "big-topics/q.md": PLAIN,
            "big-topics-archive/_index.md": PLAIN,
            "series.md": PLAIN,
            "series-x/p.md": PLAIN,
        },
        "taxonomies: {big: Big Topics, s: series}\n",
    ),
    Case(
        "kinds switched off",
        {"a.md": page(tags=["x"]), "s/_index.md": PLAIN, "s/b.md": PLAIN},
        "disableKinds: [rss, sitemap, '404', section, taxonomyTerm]\n",
    ),
    Case(
        "pages switched off",
        {"a.md": page(tags=["x"]), "s/b.md": PLAIN, "tags/y/_index.md": PLAIN},
        "disableKinds: [rss, sitemap, '404', page]\n",
    ),
    Case(
        "output formats",
        {
            "a/b.md": page(outputs=["html", "amp"], aliases=["x", "/y"]),
            "a/_index.md": page(outputs=["amp", "html", "rss"], aliases=["w"]),
            "c.md": page(outputs=["print"], aliases=["/z"]),
        },
        "outputFormats: {Print: {mediaType: text/html, baseName: print, isHTML: true, permalinkable: true}}",
    ),
    Case(
        "ignored files",
        {"a.md": PLAIN, "b.draft.md": PLAIN, "drafts/c.md": PLAIN},
        "ignoreFiles: ['\\.draft\\.md$', 'content/drafts/']\n",
    ),
    Case(
        "ignored files, by expressions that only Go reads so",
        dict.fromkeys(("a.md", "draft-b.md", "c+x.md", "d123.md", "e12.md", "grün.md", "h.md~x.md"), PLAIN),
        "ignoreFiles: ['(?i)/DRAFT-', '\\Q+x\\E', '[[:digit:]]{3}\\.', '\\x{6e}\\.md\\z', '/h\\.md$']\n",
    ),
    Case(
        "one page beside a folder of its name",
        dict.fromkeys(("foo.md", "foo/bar.md", "foo/sub/_index.md"), PLAIN),
    ),
    *(
        Case(
            f"sections that another language writes, {name}",
            {
                "S x/_index.fr.md": PLAIN,
                "s X/a.md": PLAIN,
                "T x/b.fr.md": PLAIN,
                "t X/a.md": PLAIN,
                "u x/_index.fr.MD": PLAIN,
                "u x/a.md": PLAIN,
                "v x/_index.FR.md": PLAIN,
                "V x/a.fr.md": PLAIN,
            },
            f"{TWO}disablePathToLower: true\npluralizeListTitles: false\n{config}",
        )
        for name, config in (
            ("by path", ""),
            (
                "by title",
                "permalinks:\n- {target: {kind: page}, pattern: '/:sectionslugs/:filename/'}\n"
                "- {target: {kind: section}, pattern: '/sec/:title/'}\n",
            ),
        )
    ),
    Case(
        "slugs of branches that end with a slash",
        {
            "s/_index.md": page(slug="trail/"),
            "s/a.md": PLAIN,
            "s/t/_index.md": page(slug="in//"),
            "s/t/u/_index.md": PLAIN,
            "s/t/u/b.md": page(aliases=["x"]),
            "tags/_index.md": page(slug="end/"),
            "c.md": page(tags=["t", "q/r"]),
            "s/q/_index.fr.md": PLAIN,
        },
        TWO,
    ),
    Case(
        "params in a cascade over what stands beside them",
        {
            "s/_index.md": page(
                cascade=[{"params": {"slug": "in", "tags": ["in"]}, "slug": "x", "tags": ["x"]}]
            ),
            "s/a.md": PLAIN,
            "t/_index.md": page(cascade={"tags": ["x"], "params": {"tags": ["in-t"]}}),
            "t/b.md": PLAIN,
            "u.md": PLAIN,
        },
        "cascade: {title: x, categories: [x], params: {categories: [in]}}\n",
    ),
    Case(
        "escapes beside a hash",
        {
            "s/c#/a.md": page(slug="a%2Fb", tags=["%41#"]),
            "s/é#/b.md": page(slug="a%2Fb", aliases=["/x#%2f"]),
            "s/e.md": page(url="/v#/%2fx/"),
        },
    ),
    Case(
        "terms of twins that a bundle swallows",
        {
            "s/index.md": PLAIN,
            "s/a.md": page(tags=["one"]),
            "s/a.mdown": page(tags=["two"]),
            "s/a.en.md": page(tags=["three"]),
            "s/a.fr.md": page(tags=["four"]),
            "s/_index.md": page(tags=["five"]),
            "s/_index.mdown": page(tags=["six"]),
        },
        TWO,
    ),
    Case(
        "terms of what bundles swallow",
        {
            "l/index.md": page(tags=["own"], cascade={"categories": ["handed"], "target": {"path": "/l/*"}}),
            "l/in.md": page(tags=["resource"]),
            "l/sub/deep.md": page(tags=["deep"]),
            "l/draft.md": page(draft=True, tags=["gone"]),
            "l/_index.md": page(tags=["demoted"]),
            "l/in.fr.md": page(tags=["french"]),
            "d/index.md": page(draft=True, tags=["gone"]),
            "d/in.md": page(tags=["in a draft"]),
        },
        TWO,
    ),
    Case(
        "a leaf bundle for home",
        {"index.md": page(aliases=["/o"]), "a.md": PLAIN, "s/b.md": page(tags=["x"])},
    ),
    Case(
        "home in a folder, and as amp",
        {"_index.md": page(outputs=["html", "amp"]), "a.md": PLAIN},
        TWO + "defaultContentLanguageInSubdir: true\npermalinks: {home: {'/': '/hh/ii/'}}\n",
    ),
    Case("home as a file", {"a.md": PLAIN}, TWO + "uglyURLs: true\n"),
    Case(
        "titles of terms",
        {
            "a.md": page(tags=["Used Term"]),
            **dict.fromkeys(("tags/used-term/_index.md", "tags/unused/_index.md"), PLAIN),
        },
        "permalinks: {term: {tags: '/t/:slug/'}}\n",
    ),
    Case(
        "no section where another language has a page",
        dict.fromkeys(("sec/a.md", "sec.fr.md", "t/b.fr.md", "t.md", "u/_index.md", "u/c.fr.md"), PLAIN),
        TWO,
    ),
    Case("home is not rendered", {"_index.md": page(draft=True), "a.md": PLAIN}, TWO),
    Case("home is JSON only", {"_index.md": page(outputs=["json"]), "a.md": PLAIN}, TWO),
    Case(
        "odd names",
        {
            **dict.fromkeys(("s/a+b.md", "s/50%.md", "s/a#b.md", "s/[x].md", "s/~@c.md", "s/__.md"), PLAIN),
            "a.md": page(tags=["???", "...", "a/", "#x", "%41", "50%"]),
            "100% s/z.md": page(title="z"),
            "p/x.md": page(slug="a%2Fb"),
            "p/y.md": page(slug="a%2Bb"),
        },
        "permalinks: {page: {p: '/:sections/:slug/', '100%-s': '/q/:sections/:slug/'}}\n",
    ),
    Case(
        "a path in the base URL",
        {"a.md": page(aliases=["/x", "y"]), "é.md": PLAIN},
        "baseURL: https://example.org/dé/x y/\n",
    ),
    Case(
        "a path in the base URL, canonified",
        {"a.md": page(aliases=["/x", "y"])},
        "baseURL: /sub/dir\ncanonifyURLs: true\n",
    ),
    Case(
        "pages in a taxonomy's folder",
        {
            "a.md": page(tags=["x", "q"]),
            "tags/x.md": page(title="t"),
            "tags/q/index.md": PLAIN,
            "tags/_index.md": page(slug="labels"),
            "tags/r/s.md": PLAIN,
        },
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_hugo_writes_what_we_say(case: Case, tmp_path: Path) -> None:
    site = both_ways(tmp_path, {f"content/{name}": text for name, text in case.files.items()}, case.config)
    assert site.differences() == []
    assert site.built.exit_code == 0, site.built.output


def test_two_permalinks_for_one_page_are_not_decided(tmp_path: Path) -> None:
    config = "permalinks: {page: {a: '/one/:slug/', a/b: '/two/:slug/'}}\n"
    site = both_ways(tmp_path, {"content/a/b/x.md": page(title="X")}, config)
    assert [one.logical_path for one in site.publication.pages if not one.certain] == ["/a/b/x"]


def test_of_two_spellings_of_a_term_hugo_takes_any(tmp_path: Path) -> None:
    files = {"content/a.md": page(tags=["Big", "one"]), "content/b.md": page(tags=["big"])}
    site = both_ways(tmp_path, files, "disablePathToLower: true\n")
    assert [one.logical_path for one in site.publication.pages if not one.certain] == ["/tags/big"]
    assert {row for row in site.differences() if "'/tags/big'" not in row} == set()


def test_settings_in_a_config_folder(tmp_path: Path) -> None:
    files = {
        "content/a.md": page(title="A"),
        "content/s/b.md": page(title="B"),
        "content/s/b.fr.md": page(title="B"),
        "config/_default/permalinks.yaml": "page: {s: '/moved/:slug/'}\n",
        "config/_default/languages.toml": "[en]\nweight = 1\n[fr]\nweight = 2\n",
        "config/_default/languages.fr.toml": "uglyURLs = false\ntitle = 'Fr'\n",
        "config/production/hugo.toml": "defaultContentLanguageInSubdir = true\n",
    }
    site = both_ways(tmp_path, files)
    assert site.differences() == []
    assert site.config.files == (
        "hugo.yaml",
        "config/_default/languages.fr.toml",
        "config/_default/languages.toml",
        "config/_default/permalinks.yaml",
        "config/production/hugo.toml",
    )


def test_every_collision_that_hugo_warns_of(tmp_path: Path) -> None:
    """With feeds: those that follow from the same pages' HTML are no collisions of their own."""
    files = {
        "content/s/_index.md": page(url="/s.html"),
        "content/s/a.md": page(url="/index.xml"),
        "content/t/_index.md": page(url="/x/"),
        "content/u/_index.md": page(url="/x/"),
        "content/v/_index.md": page(outputs=["rss"]),
        "content/w/_index.md": page(url="/v/"),
        "content/p.md": page(outputs=["html", "json"], aliases=["/o", "/o/"]),
        "content/q.md": page(url="/p/index.json"),
        "content/r.md": page(url="/r.json", outputs=["html", "json"]),
        "layouts/all.json": "{}",
    }
    site = both_ways(tmp_path, files, "disableKinds: [sitemap, '404']\n")
    warned = hugo_binary.build(tmp_path, "--clock", CLOCK.isoformat(), "--printPathWarnings").output
    theirs = set(re.findall(r"(\S+) \(\d+\)", warned.partition("Duplicate target paths: ")[2]))
    ours = Site(site.publication, site.config)
    collisions = [group for group in ours.claims.values() if len(group) > 1] + [*ours.format_clashes]
    assert {f"/{output.lstrip('/')}" for output in theirs} == {
        *(group[0].output for group in collisions),
        "/x/index.xml",
    }


def test_a_section_that_several_languages_write_in_their_own_ways_is_chance(tmp_path: Path) -> None:
    files = dict.fromkeys(("content/S x/_index.fr.md", "content/s X/_index.de.md", "content/s x/a.md"), PLAIN)
    config = f"{TWO.replace('}}', '}, de: {weight: 3}}')}disablePathToLower: true\n"
    site = both_ways(tmp_path, files, config)
    assert {one.logical_path for one in site.publication.pages if not one.certain} == {"/s-x"}
