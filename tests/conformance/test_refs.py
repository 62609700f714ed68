"""Refs: the real Hugo and we report the same ones, at the same line and column, in the same words."""

from __future__ import annotations

from pathlib import Path

import pytest

from conformance.small_sites import both_ways, page
from frontlint.base.files import ProjectFiles
from frontlint.hugo.rendered import rendered_fields
from frontlint.site.model import Site

TWO = "defaultContentLanguage: en\nlanguages: {en: {weight: 1}, fr: {weight: 2}}\n"
UNSAFE = "markup: {goldmark: {renderer: {unsafe: true}}}\n"
SITE = {
    "content/_index.md": page(title="Home"),
    "content/c.md": page(aliases=["/was"]),
    "content/s/_index.md": page(title="S"),
    "content/s/b.md": page(slug="other", tags=["x", "A b", "q/r", "C++"]),
    "content/s/X Y.md": page(),
    "content/s/v1.2.md": page(),
    "content/s/t/index.md": page(),
    "content/s/t/res.md": page(),
    "content/s/img.png": "x",
    "content/u/b.md": page(),
    "content/draft.md": page(draft=True),
    "content/future.md": page(date="2030-01-01"),
    "content/drafts/_index.md": page(draft=True),
    "content/n.md": page(build={"render": "never"}),
}
WANTED = [
    *(
        "c",
        "/c",
        "c/",
        "./c",
        "../c",
        "../c.md",
        "../../c",
        "C.MD",
        "c.html",
        "c.txt",
        "c.fr.md",
        "was",
        "/was",
    ),
    *(
        "b",
        "s/b",
        "/s/b",
        "/s/b.md",
        "other",
        "u/b",
        "s//b",
        "s/t/../b",
        "t",
        "t/",
        "t/index.md",
        "/s/t/index",
    ),
    *("x y", "X-Y.md", "/s/X Y", "v1.2", "v1.2.md", "v1", "res", "s/t/res", "img.png", "/s/img.png"),
    *(
        "x",
        "/tags/x",
        "tags",
        "a b",
        "A%20b",
        "q/r",
        "/tags/q/r",
        "r",
        "C++",
        "c%2B%2B",
        "/s",
        "s",
        "/s/_index.md",
    ),
    *(
        "draft",
        "future",
        "drafts",
        "/drafts",
        "n",
        "/",
        "",
        "#f",
        "c#f",
        "nope#f",
        "c?q",
        "?q",
        "//h",
        "//h/c",
    ),
    *(
        "https://h",
        "https://h/c",
        "mailto:a@b",
        "/.",
        ".././s",
        ".",
        "..",
        "./",
        "../",
        "index",
        "_index",
        "_index.md",
        "404",
        "/404",
    ),
    *("404.html", "nope", "nope.md", "/nope", "content/c.md"),
]
SYNTAX = """\
{{<ref "n1">}} {{< ref n2>}} {{<  relref   `n3`   >}} {{< REF "n4" >}} {{% ref "n5" %}}
{{</* ref "no" */>}} {{%/* ref "no" */%}} `{{< ref "n6" >}}` {{< ref path="n7" >}} {{< ref path=n8 >}}
{{< ref path = "n9" >}} {{< relref
"n10"
>}} {{< ref "n11\\"x" >}} {{< quiet "{{< ref \\"no\\" >}}" >}} {{< ref "n12" >}}

    {{< ref "n13" >}}

```html
<div>{{< ref "n14" >}}
```

text <a href="{{< ref "h1" >}}">x</a> {{< ref "n15" >}} <!-- {{< ref "h2" >}} {{% ref "n16" %}} -->

<div>
{{< ref "h3" >}}

{{< ref "n17" >}}
</div>

<!-- a

{{< ref "h4" >}}
--> {{< ref "h5" >}}

- <p>{{< ref "h6" >}}</p>

{{< ref "n18" >}} `<b title="{{< ref "n19" >}}">`
"""


def body(*refs: str) -> str:
    return "---\ntitle: From\n---\n" + "".join(f'  {{{{< ref "{ref}" >}}}}\n' for ref in refs)


@pytest.mark.parametrize(
    "where",
    ["from.md", "s/from.md", "s/from/index.md", "s/from/_index.md", "s/t2/from/index.md", "from/index.md"],
)
def test_lookups(where: str, tmp_path: Path) -> None:
    site = both_ways(tmp_path, {**SITE, f"content/{where}": body(*WANTED)}, "disableKinds: [rss, sitemap]\n")
    theirs, ours = site.ref_errors()
    assert ours == theirs
    assert len(theirs) > 10
    assert site.built.exit_code == 1


def test_lookups_from_home_without_a_404_page(tmp_path: Path) -> None:
    theirs, ours = both_ways(tmp_path, {**SITE, "content/_index.md": body(*WANTED)}).ref_errors()
    assert ours == theirs
    assert {error.ref for error in theirs} >= {"404", "/404"}


def test_languages_and_output_formats(tmp_path: Path) -> None:
    text = body("b", "c", "c.fr.md", "/c.fr", "b.en.md")
    for call in ('path="c" lang="fr"', 'path="b" lang="FR"', 'path="b" lang="de"', '"b" "rss"', '"b" "HTML"',
                 'path="s" outputFormat="rss"', '"n" "html"', '"n"'):  # fmt: skip
        text += f"{{{{< relref {call} >}}}}\n"
    files = {
        "content/a.md": text,
        "content/b.md": page(),
        "content/s/_index.md": page(),
        "content/c.fr.md": body("b", "a"),
        "content/n.md": page(build={"render": "never"}),
    }
    theirs, ours = both_ways(tmp_path, files, TWO + "disableKinds: [sitemap, '404']\n").ref_errors()
    assert ours == theirs
    assert 'output format "rss"' in {error.words for error in theirs}


@pytest.mark.parametrize(("config", "in_html"), [("", False), (UNSAFE, True)])
def test_what_is_a_call(config: str, in_html: bool, tmp_path: Path) -> None:
    files = {
        "content/a.md": "---\ntitle: A\n---\n" + SYNTAX,
        "layouts/_shortcodes/quiet.html": "",
    }
    theirs, ours = both_ways(tmp_path, files, config).ref_errors()
    assert ours == theirs
    assert {error.ref for error in theirs} >= {f"n{number}" for number in range(12, 20)}
    assert any(error.ref.startswith("h") for error in theirs) is in_html


def test_a_call_in_another_shortcode_has_its_own_place(tmp_path: Path) -> None:
    files = {
        "content/a.md": "---\ntitle: A\n---\n\n{{< outer >}}{{< ref nope >}}{{< /outer >}}\n",
        "layouts/_shortcodes/outer.html": "{{ .Inner }}",
    }
    theirs, ours = both_ways(tmp_path, files).ref_errors()
    assert [(error.ref, error.line, error.column) for error in theirs] == [("nope", 1, 1)]  # Hugo lost it
    assert [(error.ref, error.line, error.column) for error in ours] == [("nope", 5, 14)]


def test_pages_that_are_not_rendered_are_not_checked(tmp_path: Path) -> None:
    files = {
        "content/a.md": "---\ndraft: true\n---\n{{< ref nope >}}\n",
        "content/b.md": "---\nbuild: {render: never}\n---\n{{< ref nope >}}\n",
    }
    site = both_ways(tmp_path, files)
    assert site.ref_errors() == (set(), set())
    assert site.built.exit_code == 0


def test_a_warning_where_the_project_says_so(tmp_path: Path) -> None:
    site = both_ways(tmp_path, {"content/a.md": body("nope")}, "refLinksErrorLevel: Warning\n")
    theirs, ours = site.ref_errors()
    assert ours == theirs
    assert len(theirs) == 1
    assert site.config.refs_are_warnings
    assert site.built.exit_code == 0


def test_refs_in_texts_that_a_template_renders(tmp_path: Path) -> None:
    front = {name: f'{{{{< ref "{name}" >}}}}' for name in ("title", "description", "summary", "linkTitle")}
    params = {name: f'x {{{{% relref "/{name}" %}}}}' for name in ("one", "two", "three")}
    actions = (
        ".RenderString .Title",
        ".Description | markdownify",
        '.RenderString (dict "display" "block") .Params.one',
    )
    files = {
        "content/s/a.md": page(
            **front, two=params["two"], params={"one": params["one"], "three": params["three"]}
        ),
        "layouts/page.html": "".join(f"{{{{ {action} }}}}" for action in actions)
        + "{{ .Summary }}{{ .Params.two }}",
        "layouts/all.html": "x",
    }
    site = both_ways(tmp_path, files)
    theirs, _ = site.ref_errors()
    built = Site(
        site.publication,
        site.config,
        list_rendered=lambda: rendered_fields(ProjectFiles(tmp_path), site.config),
    )
    ours = {
        call.path for one in built.pages for _, call in built.refs_of(one) if not built.resolve(one, call).ok
    }
    assert ours == {error.ref for error in theirs} == {"title", "description", "/one"}
