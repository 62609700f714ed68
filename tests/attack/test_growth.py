"""Time grows no faster than n log n with the length of what a page, a site or a setting holds; nor memory."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import tracemalloc
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from attack.long_inputs import (
    JSON_PAGES,
    ORG_PAGES,
    PAGE,
    TOML_PAGES,
    YAML_PAGES,
    page_files,
    site_files,
    yaml,
)
from attack.meter import FACTOR, assert_grows_linearly
from frontlint.base.source import decode
from frontlint.base.sources import Sources
from frontlint.engine.baseline import read_baseline
from frontlint.engine.check import check
from frontlint.engine.fixing.outputs import Declaring
from frontlint.engine.internal_error import Fatal
from frontlint.engine.outcome import Outcome, RuleInfos
from frontlint.engine.request import Request
from frontlint.engine.scanner import Scanner, ToJudge
from frontlint.engine.silence import silence
from frontlint.engine.sites import build_site
from frontlint.engine.snapshot import Snapshot, fresh
from frontlint.findings.finding import Finding
from frontlint.hugo.config import load_config
from frontlint.hugo.values.glob import matches
from frontlint.lint.registry import Registry
from frontlint.lint.rule import PageRule
from frontlint.report import formats
from frontlint.report.output import output_to
from frontlint.report.terminal import ColorChoice
from frontlint.schema.catalog import BUILT_IN_KINDS, Catalog
from frontlint.schema.library import Json, Library, Node, Schema
from frontlint.schema.load import load
from frontlint.settings import COMMAND_LINE, Entry, Settings, load_settings
from frontlint.settings.find import given_config
from frontlint.settings.model import _spec
from frontlint.settings.sites import holding, inner_sites, listed_sites
from frontlint.site.model import Site
from support import found, lint, make_project

pytestmark = pytest.mark.slow

FORMATS = ("full", "concise", "grouped", "github", "gitlab", "json", "junit", "markdown", "rdjson", "sarif")
_PAGES = 120
SOME_SITES: dict[str, list[str] | None] = {
    "one-url": ["url-collision"],
    "one-alias": ["alias-collision"],
    "aliases-in-text": ["alias-relative", "alias-malformed"],
    "alias-of-page": ["alias-shadows-page"],
    "case-urls": ["url-case-clash"],
    "one-id": ["id-not-unique"],
    "unknown-terms": ["unknown-term"],
    "one-title": ["term-title-clash"],
    "term-cases": ["term-case"],
    "broken-refs": ["broken-ref"],
    "ambiguous-refs": ["ambiguous-ref"],
    "parent-ring": ["parent-cycle"],
    "parent-diamonds": ["parent-cycle", "parent-without-link"],
    "parent-many-missing": ["parent-missing"],
    "tree-list": ["child-without-backlink", "hierarchy-contradiction"],
    "tree-list-against": ["hierarchy-contradiction"],
    "statics": ["static-overwritten"],
    "resources": ["field-in-bundle-resource"],
    "one-folder": ["output-is-folder"],
    "list-places": ["page-replaces-list"],
    "lost-terms": ["url-collision"],
    "draft-sections": ["draft-section"],
}
TERM = "title: A\nClassificationType: tags\n"
_FEW_MEGABYTES = 24_000_000
LONGER = {
    # What they come to has a fixed limit, and below it they are the square that Hugo makes of them.
    "yaml/merges-of-long-map": 2000,
    "yaml/merge-list": 2000,
    "yaml/merge-chain": 3000,
    "yaml/aliases-of-long-list": 2000,
    "yaml/aliases-of-long-text": 3000,
    # How often all of it is read again has a fixed limit.
    **dict.fromkeys(("yaml/value-below", "yaml/dash-texts", "yaml/questions", "yaml/percents"), 3000),
    **dict.fromkeys(("yaml/long-bad-escapes", "yaml/surrogate-lines"), 3000),
    **dict.fromkeys(("yaml/flow-bad-colons", "yaml/tab-items", "yaml/undefined-tags"), 3000),
    # So quick that a square would not show.
    "yaml/long-word": 50_000,
    "yaml/long-key": 50_000,
    "yaml/blank-lines": 50_000,
    "yaml/blank-body": 50_000,
    "yaml/invalid-utf8": 20_000,
    "yaml/invalid-utf8-front": 10_000,
    "yaml/invalid-utf8-cut": 10_000,
    "yaml/weight": 20_000,
    "yaml/weight-plain": 20_000,
    "yaml/url-slugs": 1000,
    "yaml/doubled-words": 500,
    "yaml/aliases-of-one-text": 2000,
    "toml/number": 20_000,
    "toml/blank-lines": 20_000,
    "json/number": 20_000,
    "json/blanks": 20_000,
}
"""Where n is not 120."""
PAGES = [
    *(f"yaml/{name}" for name in YAML_PAGES),
    *(f"toml/{name}" for name in TOML_PAGES),
    *(f"json/{name}" for name in JSON_PAGES),
    *(f"org/{name}" for name in ORG_PAGES),
]


class Judge:
    """The page phase over a page in memory, then its ignores, then every report."""

    def __init__(self, project: Path) -> None:
        self.project = project
        config = load_config(make_project(project, {}))
        registry = Registry()
        self.settings = Settings(registry=registry, root=project, project=project, kinds=BUILT_IN_KINDS)
        loaded = map(registry.load, registry.names)
        self.rules = tuple(rule for rule in loaded if isinstance(rule, PageRule))
        catalog = Catalog(BUILT_IN_KINDS, project, "")
        self.scanner = Scanner(project, config, catalog.violations, Fatal())

    def __call__(self, path: str, data: bytes, reports: Sequence[str] = FORMATS) -> Outcome:
        (result,) = self.scanner.judge_all([ToJudge(decode(path, data), self.rules)])
        kept, *_ = silence(result.findings, result.ignores, self.settings)
        outcome = Outcome(
            project=self.project,
            findings=tuple(sorted(kept, key=lambda finding: finding.span)),
            pages=1,
            seconds=0.0,
            rules=RuleInfos(
                frozenset(self.settings.registry.names), lambda name: self.settings.rule(name).info
            ),
            replaced={path: data},
        )
        for name in reports:
            report(outcome, name)
        return outcome


def report(outcome: Outcome, name: str) -> None:
    """Writes a report to nowhere."""
    to = output_to(io.StringIO(), outcome.project, color=ColorChoice.NEVER)
    formats.load(name)(outcome, Sources(outcome.project, outcome.replaced), to)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    made = Judge(tmp_path_factory.mktemp("growth"))
    made(PAGE, yaml("tags: [1, 1]\ncard: {title: the the}\n").encode())  # imports, expressions, schemas
    return made


@pytest.mark.parametrize("kind", PAGES)
def test_a_page(kind: str, judge: Judge) -> None:
    @cache
    def page(n: int) -> tuple[str, bytes]:
        path, text = next(iter(page_files(kind, n).items()))
        return path, text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text

    def run(n: int) -> None:
        judge(*page(n), ["full", "sarif"])

    n = LONGER.get(kind, 120)
    page(n), page(FACTOR * n)
    assert_grows_linearly(run, n)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("kind", ["astral", "wrong-flow-items", "invalid-utf8-front", "case-clashes"])
def test_a_report(name: str, kind: str, judge: Judge) -> None:
    """Of thousands of findings, some of them in one line."""
    pages = {n: page_files(f"yaml/{kind}", n)[PAGE] for n in (150, FACTOR * 150)}
    found = {
        n: judge(PAGE, text.encode() if isinstance(text, str) else text, []) for n, text in pages.items()
    }
    assert_grows_linearly(lambda n: report(found[n], name), 150)


@pytest.mark.parametrize("kind", SOME_SITES)
def test_a_site(kind: str, tmp_path: Path) -> None:
    rules = SOME_SITES[kind]
    sites = {n: make_project(tmp_path / str(n), site_files(kind, n)) for n in (_PAGES, FACTOR * _PAGES)}
    lint(sites[_PAGES], rules)
    assert_grows_linearly(lambda n: lint(sites[n], rules), _PAGES)


def test_a_page_beside_many_wrong_terms(tmp_path: Path) -> None:
    """A page that is renamed may be what each of them means, so all of them are judged again."""
    tag = "---\nClassificationType: tags\n---\n"

    def snapshot_of(n: int) -> Snapshot:
        wrong = yaml("tags:\n" + "".join(f"  - wrong {at}\n" for at in range(n)))
        files = {
            "content/a.md": wrong,
            "content/b.md": "---\ntitle: B\n---\n",
            "content/tags/c/_index.md": tag,
        }
        project = make_project(tmp_path / str(n), files)
        own = load_settings(None, project)
        return fresh(Request(project, load_config(project), own, crashes=Fatal())).snapshot

    sites = {n: snapshot_of(n) for n in (_PAGES, FACTOR * _PAGES)}
    rename = {"content/b.md": b"---\ntitle: C\n---\n"}
    assert all(not site.then(rename).reason for site in sites.values())
    assert_grows_linearly(lambda n: sites[n].then(rename), _PAGES)


@pytest.mark.parametrize("kind", ["in the body", "in the front matter"])
def test_what_the_fixes_of_a_page_do_to_published_files(kind: str, tmp_path: Path) -> None:
    def case(n: int) -> tuple[Declaring, list[Finding]]:
        body = '{{< ref "/posts/agil-way" >}}\n' * n
        keys = "".join(f"Weight{at}: 1\n" for at in range(n))
        page = f"---\ntitle: A\n---\n{body}" if kind == "in the body" else f"---\n{TERM}{keys}---\n"
        files = {"content/tags/a/_index.md": page, "content/posts/agile-way.md": "---\ntitle: B\n---\n"}
        project = make_project(tmp_path / str(n), files)
        request = Request(project, load_config(project), load_settings(None, project), crashes=Fatal())
        return Declaring(request), [one for one in check(request).findings if one.fix and not one.fix.safe]

    cases = {n: case(n) for n in (_PAGES, FACTOR * _PAGES)}
    assert all(len(findings) > 64 for _, findings in cases.values()), "as many as are looked at"
    assert_grows_linearly(lambda n: cases[n][0].complete(cases[n][1]), _PAGES)


@pytest.mark.parametrize("kind", ["parent-ring", "parent-chain", "parent-diamonds", "parent-star"])
def test_a_tree(kind: str, tmp_path: Path) -> None:
    from frontlint.report.tree import forest, write_dot, write_json, write_mermaid, write_text

    sizes = (_PAGES, FACTOR * _PAGES)
    sites = {n: site_of(make_project(tmp_path / str(n), site_files(kind, n))) for n in sizes}

    def run(n: int) -> None:
        drawn = forest(sites[n], ())
        for write in (write_text, write_json, write_mermaid, write_dot):
            write(drawn, output_to(io.StringIO(), tmp_path, color=ColorChoice.NEVER))

    run(_PAGES)
    assert_grows_linearly(run, _PAGES)


@pytest.mark.parametrize(
    "piece", ["*a", "**a", "/**", "?*", "[a-z]*", "{a,b,*}", "{a,aa}", "a{,a}", "{*,**}a"]
)
def test_a_glob_of_hugo(piece: str) -> None:
    """A cascade's `target.path`, a permalink, a mount's files: a page's path is held against it."""
    path = "/" + "a" * 60
    assert_grows_linearly(lambda n: matches(f"/{piece * n}!", path), 2000)
    assert_grows_linearly(lambda n: matches(f"/{piece * 5}!", "/" + "a" * n), 2000)


@pytest.mark.parametrize(
    "piece", ["*a", "**/", "a*/", "?*", "[a-z]*", "**/a/", "*/", "!", "[", "[!", "\\*", "**a"]
)
def test_a_pattern_of_gitignore(piece: str) -> None:
    """`exclude`, `per-path` and the files of kinds."""
    path = "a/" * 20 + "a" * 40
    assert_grows_linearly(lambda n: _spec(Entry(piece * n + "b", COMMAND_LINE)).match_file(path), 1000)
    assert_grows_linearly(lambda n: _spec(Entry(piece * 5 + "b", COMMAND_LINE)).match_file("a/" * n), 1000)


@pytest.mark.parametrize("word", ["anyOf", "oneOf", "allOf"])
@pytest.mark.parametrize("inside", [False, True])
def test_a_schema_whose_branches_multiply(word: str, inside: bool, tmp_path: Path) -> None:
    """With two branches in each of forty steps, no engine comes to an end: exit 2, before one is asked."""
    refs = [{"$ref": f"#/$defs/d{at + 1}"} for at in range(40)]
    steps = {
        f"d{at}": {word: [{"properties": {"a": ref}} if inside else ref] * 2} for at, ref in enumerate(refs)
    }
    schema = {"$defs": {**steps, "d40": {"type": "string"}}, "properties": {"x": {"$ref": "#/$defs/d0"}}}
    settings = '[[schemas]]\nname = "own"\nfiles = ["**"]\nschema = "schema.json"\n'
    page = yaml("x: " + "{a: " * 45 + "1" + "}" * 45 + "\n")
    make_project(tmp_path, {"schema.json": json.dumps(schema), "frontlint.toml": settings, PAGE: page})
    done = frontlint(tmp_path, "check", "--no-cache")
    assert done.returncode == 2
    assert "multiply" in done.stderr


def test_schemas_that_only_repeat_are_taken() -> None:
    """The same definition in many fields, a tree of lists and maps, and all schemas in the box."""
    from frontlint.schema.ways import check_ways

    again: Json = {"$ref": "#/$defs/v"}
    value: Json = {"anyOf": [{"type": "string"}, {"items": again}, {"additionalProperties": again}]}
    schema: Schema = {"$defs": {"v": value}, "properties": {f"k{at}": again for at in range(500)}}
    check_ways(Library(Node(schema, "file:///x"), "x", {"file:///x": schema}), "x")
    for name in {kind.schema for kind in BUILT_IN_KINDS}:
        check_ways(load(name), name)


def test_long_settings(tmp_path: Path) -> None:
    """Exclusions, layers and kinds by the hundred, with one page to hold them against."""

    @cache
    def project(n: int) -> Path:
        lines = [
            "exclude = [" + ", ".join(f'"*a*b{at}*c"' for at in range(n)) + "]",
            *(f'[rules.per-path."**/x{at}*"]\nignore = ["syntax"]' for at in range(n)),
            *(
                f'[[extend-schemas]]\nname = "k{at}"\nfiles = ["**/y{at}*"]\nschema = "page"'
                for at in range(n)
            ),
        ]
        return make_project(tmp_path / str(n), {"frontlint.toml": "\n".join(lines), PAGE: yaml("")})

    def run(n: int) -> None:
        settings = load_settings(given_config(project(n) / "frontlint.toml"), project(n))
        settings.rules_for(PAGE)
        settings.excluded(PAGE)
        list(settings.idle_patterns([PAGE]))

    project(100), project(FACTOR * 100)
    assert_grows_linearly(run, 100)


def test_a_long_list_of_sites(tmp_path: Path) -> None:
    """Hundreds of folders in one that is a site, too, and a page in the last of them."""

    @cache
    def project(n: int) -> Path:
        names = [".", *(f"site-{at}" for at in range(n))]
        text = "".join(f'[[sites]]\nsource = "{name}"\n' for name in names)
        (tmp_path / str(n) / f"site-{n - 1}").mkdir(parents=True)
        return make_project(tmp_path / str(n), {"frontlint.toml": text})

    def run(n: int) -> None:
        sites = listed_sites(given_config(project(n) / "frontlint.toml"))
        assert len(inner_sites(sites)[project(n)]) == n
        assert len(list(holding(sites, project(n) / f"site-{n - 1}" / PAGE))) == 1

    project(500), project(FACTOR * 500)
    assert_grows_linearly(run, 500)


def test_a_long_baseline(tmp_path: Path) -> None:
    """A hundred thousand accepted findings, of which a page needs one."""
    make_project(tmp_path, {PAGE: "---\ntitle: [\n---\n"})
    row = {"path": "content/a.md", "rule": "syntax", "field": None}

    def run(n: int) -> None:
        file = tmp_path / "baseline"
        file.write_text("".join(json.dumps({**row, "fingerprint": str(at)}) + "\n" for at in range(n)))
        settings = Settings(registry=Registry(), root=tmp_path, project=tmp_path, kinds=BUILT_IN_KINDS)
        request = Request(tmp_path, load_config(tmp_path), settings, baseline=read_baseline(file, "baseline"))
        assert len(check(request).findings) == 1

    run(10)
    assert_grows_linearly(run, 5000)


@pytest.mark.parametrize(
    "kind", ["invalid-utf8", "laughs", "merge-list", "aliases-of-long-list", "long-line"]
)
def test_memory_grows_with_the_page(kind: str, judge: Judge) -> None:
    """Not with what its bad bytes, aliases and findings come to."""
    peaks: list[int] = []
    for n in (500, FACTOR * 500):
        text = page_files(f"yaml/{kind}", n)[PAGE]
        tracemalloc.start()
        judge(PAGE, text.encode() if isinstance(text, str) else text)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < max(6 * peaks[0], _FEW_MEGABYTES)


def test_modest_aliases_are_read(judge: Judge) -> None:
    many = "".join(f"k{at}: {{<<: *base, n: {at}}}\n" for at in range(50))
    assert not judge(PAGE, yaml("base: &base {author: Ann, license: free}\n" + many).encode()).findings


@pytest.mark.parametrize(
    "kind",
    ["merges-of-long-map", "merge-list", "aliases-of-long-list", "aliases-of-long-text", "alias-depth"],
)
def test_aliases_that_stand_for_too_much_are_one_finding(kind: str, judge: Judge) -> None:
    """Hugo builds these, and needs the square of their length for it."""
    text = page_files(f"yaml/{kind}", 3000)[PAGE]
    assert isinstance(text, str)
    assert [finding.rule for finding in judge(PAGE, text.encode()).findings] == ["page-too-long"]


@pytest.mark.parametrize("kind", ["laughs", "laughs-map"])
def test_aliases_that_multiply_are_refused_as_hugo_does(kind: str, judge: Judge) -> None:
    text = page_files(f"yaml/{kind}", 40)[PAGE]
    assert isinstance(text, str)
    assert [finding.rule for finding in judge(PAGE, text.encode()).findings] == ["syntax"]


def test_a_page_that_is_too_long_is_one_finding(tmp_path: Path) -> None:
    """And stays in the site: a link to it is found, and nobody accuses it of anything else."""
    long = "x" * 1_048_576
    project = make_project(
        tmp_path,
        {
            "content/posts/front.md": yaml(f"notes: {long}\n", '[a]({{< ref "nowhere" >}})\n'),
            "content/posts/json.md": f'{{"notes": "{long}"}}\n',
            "content/posts/toml.md": f'+++\nnotes = "{long}"\n+++\n',
            "content/posts/unclosed.md": f"---\nnotes: {long}\n",
            "content/posts/exact.md": f"---\ntitle: {long[8:]}\n---\n",
            "content/posts/links.md": yaml("", '[a]({{< ref "front" >}}) [b]({{< ref "page" >}})\n'),
        },
    )
    with (project / "content/posts/page.md").open("wb") as file:
        file.write(b"---\ntitle: A\n---\n")
        file.truncate(32 * 1_048_576 + 1)
    names = ("front", "json", "page", "toml", "unclosed")
    assert found(lint(project)) == [(f"content/posts/{name}.md", 1, "page-too-long") for name in names]


def test_a_long_site_through_the_command(tmp_path: Path) -> None:
    """All of it at once, in every report."""
    kinds = ("yaml/invisible", "yaml/case-clashes", "yaml/refs", "yaml/ignores-names", "yaml/cascade-stars")
    pages = {f"content/posts/p{at}.md": page_files(kind, 1000)[PAGE] for at, kind in enumerate(kinds)}
    settings = 'exclude = ["' + "*a" * 2000 + 'b"]\n'
    make_project(tmp_path, {**pages, "frontlint.toml": settings})
    reports = [f"--output-format={name}={tmp_path / name}" for name in FORMATS if name != "github"]
    assert frontlint(tmp_path, "check", "--no-cache", *reports).returncode == 1


def frontlint(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The command in a folder; fails where it takes far longer than it may."""
    command = [sys.executable, "-m", "frontlint", *arguments]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False
    )


def site_of(project: Path) -> Site:
    """The site of a project."""
    settings = Settings(registry=Registry(), root=project, project=project, kinds=BUILT_IN_KINDS)
    return build_site(Request(project, load_config(project), settings))
