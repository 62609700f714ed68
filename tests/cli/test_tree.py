"""`frontlint tree`: the hierarchy in four formats, problems marked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from support import make_project


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
        'Top <b> "x"  content/tags/top/_index.md',
        "|-- Far  content/tags/far/_index.md  (listed)  ! the child never links back",
        "`-- Mid  content/tags/mid/_index.md  (stated)",
        "    `-- Low  content/tags/low/_index.md  (declared)  ! the parent never links here",
        "1 classification stands alone, without a parent or a child.",
    ]


def test_one_page_shows_what_hangs_together_with_it(project: Path) -> None:
    assert tree(project, "content/tags/low/_index.md").stdout == tree(project).stdout.replace(
        "1 classification stands alone, without a parent or a child.\n", ""
    )
    alone = tree(project, "content/tags/alone/_index.md").stdout
    assert alone.splitlines()[0] == "No classification says that it has a parent or a child."


def test_json(project: Path) -> None:
    drawn = json.loads(tree(project, "--format", "json").stdout)
    assert drawn["schema_version"] == 1
    assert [page["path"] for page in drawn["pages"]] == [
        f"content/tags/{name}/_index.md" for name in ("alone", "far", "low", "mid", "top")
    ]
    assert {(b["parent"], b["child"], b["source"], *b["problems"]) for b in drawn["branches"]} == {
        ("content/tags/top/_index.md", "content/tags/mid/_index.md", "stated"),
        (
            "content/tags/top/_index.md",
            "content/tags/far/_index.md",
            "listed",
            "the child never links back",
        ),
        (
            "content/tags/mid/_index.md",
            "content/tags/low/_index.md",
            "declared",
            "the parent never links here",
        ),
    }


def test_mermaid_takes_any_title(project: Path) -> None:
    lines = tree(project, "--format", "mermaid").stdout.splitlines()
    assert lines[0] == "flowchart TD"
    assert '    p4["Top &lt;b> &quot;x&quot;"]' in lines
    assert "    p4 --> p3" in lines
    assert not [line for line in lines if "Alone" in line or "Stranger" in line]


def test_dot_takes_any_title(project: Path) -> None:
    text = tree(project, "--format", "dot").stdout
    assert '"content/tags/top/_index.md" [label="Top <b> \\"x\\""];' in text
    assert text.count(" -> ") == 3
    assert text.count("style=dashed") == 2


def test_a_ring_is_drawn_once_and_marked(tmp_path: Path) -> None:
    ring = make_project(
        tmp_path,
        {
            "content/tags/a/_index.md": term("A", "parent: tags/b\n", '[B]({{< ref "/tags/b" >}})'),
            "content/tags/b/_index.md": term("B", "parent: tags/a\n", '[A]({{< ref "/tags/a" >}})'),
        },
    )
    assert tree(ring).stdout.splitlines() == [
        "A  content/tags/a/_index.md",
        "`-- B  content/tags/b/_index.md  (declared)  ! ring",
        "    `-- A  content/tags/a/_index.md  (declared)  ! ring",
    ]


def test_a_page_that_is_no_classification(project: Path) -> None:
    result = tree(project, "content/posts/a.md")
    assert result.returncode == 2
    assert "is no classification" in result.stderr
