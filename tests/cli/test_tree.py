"""`frontlint tree`: the hierarchy in four formats, problems marked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support import make_project

pytestmark = pytest.mark.slow  # whole runs of the command, or very many


def term(title: str, front: str = "", body: str = "") -> str:
    return f"---\ntitle: {title}\nClassificationType: tags\n{front}---\n{body}"


FILES = {
    "content/tags/top/_index.md": term(
        '"Top <b> \\"x\\""',
        body='## Specialised models\n\n- [Mid]({{< ref "/tags/mid" >}})\n- [Far]({{< ref "/tags/far" >}})\n',
    ),
    "content/tags/mid/_index.md": term(
        "Mid", body='As a specialisation of the [Top]({{< ref "/tags/top" >}}) it helps.\n'
    ),
    "content/tags/low/_index.md": term("Low", "parent: tags/mid\n"),
    "content/tags/far/_index.md": term("Far"),
    "content/tags/alone/_index.md": term("Alone"),
    "content/tags/stranger/_index.md": "---\ntitle: Stranger\n---\n",
    "content/posts/a.md": "---\ntitle: A\n---\n",
}


FAR = "`tags/far` is listed as a child, but does not link back"
TOP = 'no page uses the term `Top <b> "x"`, and no term page links to it'
UNUSED = "no page uses the term `Low`, and no term page links to it"
LOW = "the parent `tags/mid` does not link to this page"
ALONE = "no page uses the term `Alone`, and no term page links to it"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("tree"), FILES)


def tree(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "frontlint", "tree", *arguments],
        cwd=project,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_text(project: Path) -> None:
    assert tree(project).stdout.splitlines() == [
        f'Top <b> "x"  content/tags/top/_index.md  ! {FAR}',
        "|-- Far  content/tags/far/_index.md  (listed)",
        "`-- Mid  content/tags/mid/_index.md  (stated)",
        f"    `-- Low  content/tags/low/_index.md  (declared)  ! {UNUSED}; {LOW}",
        "1 classification has no parent and no child.",
        f"Alone  content/tags/alone/_index.md  ! {ALONE}",
    ]


def test_one_page_shows_what_hangs_together_with_it(project: Path) -> None:
    whole = tree(project).stdout.splitlines()
    assert tree(project, "content/tags/low/_index.md").stdout.splitlines() == whole[:4]
    alone = tree(project, "content/tags/alone/_index.md").stdout
    assert alone.splitlines()[0] == "No classification has a parent or a child."


def test_json(project: Path) -> None:
    drawn = json.loads(tree(project, "--format", "json").stdout)
    assert drawn["schema_version"] == 2
    assert [page["path"] for page in drawn["pages"]] == [
        f"content/tags/{name}/_index.md" for name in ("alone", "far", "low", "mid", "top")
    ]
    assert {tuple(branch.values()) for branch in drawn["branches"]} == {
        ("content/tags/top/_index.md", "content/tags/mid/_index.md", "stated"),
        ("content/tags/top/_index.md", "content/tags/far/_index.md", "listed"),
        ("content/tags/mid/_index.md", "content/tags/low/_index.md", "declared"),
    }
    problems = {Path(page["path"]).parent.name: page["problems"] for page in drawn["pages"]}
    assert problems["far"] == []
    assert problems["low"] == [
        {"rule": "orphan-classification", "message": UNUSED},
        {"rule": "parent-without-link", "message": LOW},
    ]


def test_mermaid_takes_any_title(project: Path) -> None:
    lines = tree(project, "--format", "mermaid").stdout.splitlines()
    assert lines[0] == "flowchart TD"
    assert f'    p4["Top &lt;b> &quot;x&quot;<br>{FAR}"]:::problem' in lines
    assert '    p3["Mid"]' in lines
    assert "    p4 --> p3" in lines
    assert "    classDef problem stroke-dasharray: 5 5" in lines
    assert not [line for line in lines if "Stranger" in line]


def test_dot_takes_any_title(project: Path) -> None:
    text = tree(project, "--format", "dot").stdout
    label = f'Top <b> \\"x\\"\\n{FAR}'
    assert f'"content/tags/top/_index.md" [label="{label}", style=dashed];' in text
    assert '"content/tags/mid/_index.md" [label="Mid"];' in text
    assert text.count(" -> ") == 3
    assert text.count("style=dashed") == 3


def test_a_ring_is_drawn_once_and_marked(tmp_path: Path) -> None:
    ring = make_project(
        tmp_path,
        {
            "content/tags/a/_index.md": term("A", "parent: tags/b\n", '[B]({{< ref "/tags/b" >}})'),
            "content/tags/b/_index.md": term("B", "parent: tags/a\n", '[A]({{< ref "/tags/a" >}})'),
        },
    )
    words = (
        "these pages are each other's parent: `tags/b → tags/a → tags/b`"  # one problem, at the newer page
    )
    assert tree(ring).stdout.splitlines() == [
        "A  content/tags/a/_index.md",
        f"`-- B  content/tags/b/_index.md  (declared)  ! {words}",
        "    `-- A  content/tags/a/_index.md  (declared)",
    ]


EVERY_KIND = {
    "content/tags/ring-a/_index.md": term("Ring A", "parent: tags/ring-b\n"),
    "content/tags/ring-b/_index.md": term("Ring B", "parent: tags/ring-a\n"),
    "content/tags/lost/_index.md": term("Lost", "parent: tags/attic\n"),
    "content/tags/top/_index.md": term(
        "Top", body='## Specialised models\n\n- [One]({{< ref "/tags/one" >}})\n'
    ),
    "content/tags/one/_index.md": term("One", "parent: tags/attic2\n"),
    "content/tags/said/_index.md": term(
        "Said", body='As a specialisation of the [Top]({{< ref "/tags/top" >}}) it helps.\n'
    ),
    "content/tags/drawing/_index.md": term(
        "Drawing",
        body='## Hierarchy\n\n- Drawing\n  - [Top]({{< ref "/tags/top" >}})\n'
        '  - [Said]({{< ref "/tags/said" >}})\n',
    ),
    "content/tags/broken/_index.md": term("Broken", body='[X]({{< ref "/tags/nowhere" >}})\n'),
    "content/tags/ambiguous/_index.md": term("Ambiguous", body='[X]({{< ref "twice" >}})\n'),
    "content/a/twice.md": "---\ntitle: A\n---\n",
    "content/b/twice.md": '---\ntitle: B\n---\n[X]({{< ref "/tags/nowhere" >}})\n',
    "content/tags/silent/_index.md": term(
        "Silent", "parent: tags/attic # frontlint: ignore[parent-missing] it comes next week\n"
    ),
    "content/tags/switched/_index.md": term("Switched", "parent: tags/attic\n"),
    "frontlint.toml": """\
[rules.per-path]
"content/tags/switched/**" = { ignore = ["parent-missing"] }
""",
}


def test_the_marks_are_what_the_rules_about_links_find(tmp_path: Path) -> None:
    site = make_project(tmp_path, EVERY_KIND)
    report = subprocess.run(
        [sys.executable, "-m", "frontlint", "check", "--output-format", "json", "--no-cache"],
        cwd=site,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    links = {"ambiguous-ref", "broken-ref", "child-without-backlink", "hierarchy-contradiction"}
    links |= {"orphan-classification", "parent-cycle", "parent-missing", "parent-without-link"}
    found = [
        (finding["path"], finding["rule"], finding["message"])
        for finding in json.loads(report.stdout)["findings"]
        if finding["rule"] in links and finding["path"].startswith("content/tags/")
    ]
    assert {rule for _, rule, _ in found} == links
    drawn = json.loads(tree(site, "--format", "json").stdout)
    marked = [
        (page["path"], problem["rule"], problem["message"])
        for page in drawn["pages"]
        for problem in page["problems"]
    ]
    assert sorted(marked) == sorted(found)
    text = tree(site).stdout.splitlines()
    for page in drawn["pages"]:
        words = "; ".join(problem["message"] for problem in page["problems"])
        lines = [line for line in text if f"  {page['path']}" in line]
        assert all((line.partition("  ! ")[2] == words) for line in lines)
        assert lines or not words


NAMED = {
    **FILES,
    "content/tags/mid/_index.md": term(
        "Mid Level",
        "slug: middle\nResourceId: abcDEF12345\n",
        'As a specialisation of the [Top]({{< ref "/tags/top" >}}) it helps.\n',
    ),
    "content/categories/low/_index.md": term("Low").replace("tags", "categories"),
}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_project(tmp_path_factory.mktemp("named"), NAMED)


@pytest.mark.parametrize(
    "name",
    [
        "Mid Level",
        "mid level",
        "middle",
        "abcDEF12345",
        "/tags/middle/",
        "mid",
        "tags/mid",
        "content/tags/mid",
    ],
)
def test_a_page_by_title_slug_id_url_or_folder(named: Path, name: str) -> None:
    result = tree(named, name)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == tree(named, "content/tags/mid/_index.md").stdout
    assert "Far" in result.stdout
    assert "Mid Level" in result.stdout
    assert "no parent" not in result.stdout


def test_a_name_that_is_not_there_and_one_of_several_pages(named: Path) -> None:
    missing = tree(named, "Mid Levle")
    assert missing.returncode == 2
    assert missing.stderr == (
        "frontlint: there is no file and no classification called `Mid Levle`; did you mean `Mid Level`?\n"
    )
    several = tree(named, "low")
    assert several.returncode == 2
    assert "`content/categories/low/_index.md` and `content/tags/low/_index.md`" in several.stderr


def test_a_page_that_is_no_classification(project: Path) -> None:
    result = tree(project, "content/posts/a.md")
    assert result.returncode == 2
    assert "is not in the tree" in result.stderr


@pytest.mark.parametrize("there", [".", "..", "../.."])
def test_a_folder_above_the_site_means_all_of_it(tmp_path: Path, there: str) -> None:
    site = make_project(tmp_path / "sites" / "one", FILES)
    run = tree(site, there)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == tree(site).stdout


def test_a_folder_that_holds_the_site(tmp_path: Path) -> None:
    make_project(tmp_path / "sites" / "one", FILES)
    run = tree(tmp_path, "sites")
    assert (run.returncode, run.stderr) == (0, "")
    assert "|-- Far  sites/one/content/tags/far/_index.md  (listed)" in run.stdout.splitlines()
