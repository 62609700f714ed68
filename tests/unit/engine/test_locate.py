"""From anchors to spans: every kind, in pages that are as they were, edited, or gone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from frontlint.base.files import ProjectFiles
from frontlint.base.limits import LIMITS
from frontlint.base.source import decode
from frontlint.engine.locate import located
from frontlint.findings.anchor import START, Anchor, Spot, numbered
from frontlint.findings.finding import UNPLACED, Finding, Label, Pair
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import load_config
from frontlint.hugo.values.scalars import plain_scalar
from sites import MARK, page, ref
from support import make_project

PAGE = page(
    "Aliases: [/a, '/b']",
    "Build: {Render: never}",
    "slugg: x",
    f"text: {ref('/in-front', 'F')!r}",
    "cascade: {params: {Colour: red}}",
    MARK,
    body=f"A subset of {ref('/tags/p', 'P')}.\n\n## Children\n\n- {ref('/tags/c', 'C')}\n- only words\n",
)
PLAIN = PAGE.replace("{Render: never}", "\n  Render: never").replace(
    "{params: {Colour: red}}", "\n  params:\n    Colour: red"
)
"""The same without braces within braces."""
ODD = PLAIN.replace("slugg: x", "slugg: x\nlong: 'it goes\n  on'")
"""One in which a line says nothing by itself."""
SETTINGS = "baseURL: https://example.org/\ncascade:\n  slugg: y\n  url: /u/\n"
ANCHORS = [
    (START, "---"),
    (Anchor(Spot.VALUE, ("aliases",)), "[/a, '/b']"),
    (Anchor(Spot.VALUE, ("aliases", 1)), "'/b'"),
    (Anchor(Spot.VALUE, ("aliases", 9)), "[/a, '/b']"),
    (Anchor(Spot.VALUE, ("build", "render")), "never"),
    (Anchor(Spot.VALUE, ("Build", "Render")), "never"),
    (Anchor(Spot.VALUE, ("build", "render", 3)), "never"),
    (Anchor(Spot.VALUE, ("title", 3)), "---"),
    (Anchor(Spot.KEY, ("slugg",)), "slugg"),
    (Anchor(Spot.KEY, ("cascade", "params", "Colour")), "Colour"),
    (Anchor(Spot.CASCADE, ("cascade", "params", "colour")), "red"),
    (Anchor(Spot.CASCADE, ("cascade", "colour")), "red"),
    (Anchor(Spot.CASCADE, ("nowhere",)), "---"),
    (numbered(Spot.REF, 0), repr(ref("/in-front", "F"))),
    (numbered(Spot.REF, 1), "/tags/p"),
    (numbered(Spot.REF, 2), "/tags/c"),
    (numbered(Spot.REF, 3), "---"),
    (numbered(Spot.STATED, 0), '{{< ref "/tags/p" >}}'),
    (numbered(Spot.STATED, 1), "---"),
    (numbered(Spot.ITEM, 0), '{{< ref "/tags/c" >}}'),
    (numbered(Spot.ITEM, 1), "only words"),
    (numbered(Spot.ITEM, 2), "---"),
]


def place(folder: Path, anchor: Anchor, text: str | bytes | None, path: str = "content/a.md") -> Finding:
    """A finding at an anchor, located among files as they are now."""
    project = make_project(folder, {"hugo.yaml": SETTINGS})
    if text is not None:
        file = project / "content" / "a.md"
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    finding = Finding("rule", path, UNPLACED, "message", anchor=anchor)
    files, config = ProjectFiles(project), load_config(project)
    (found,) = located([finding], files, config, LIMITS)
    assert found.anchor is None
    by_lines = located([finding], files, config, LIMITS, is_by_lines=partial(is_by_lines, project))
    assert (found,) == tuple(by_lines), "read in another way, it is at the same place"
    return found


def is_by_lines(project: Path, path: str) -> bool:
    """As the facts of the page have it."""
    try:
        data = (project / path).read_bytes()
    except OSError:
        return False
    return read_document(decode(path, data), plain_scalar).by_lines


def test_which_pages_are_read_line_by_line() -> None:
    def by_lines(text: str) -> bool:
        return read_document(decode("a.md", text.encode()), plain_scalar).by_lines

    assert by_lines(PLAIN)
    assert by_lines(PLAIN.replace("\n", "\r\n"))
    assert by_lines(PAGE)
    assert not by_lines(ODD)
    assert by_lines("---\r\ntitle: A\r\naliases:\r\n- /a/\r\n---\r\n")
    assert not by_lines("---\ntitle: &x A\nb: *x\n---\n")
    assert not by_lines("---\ntitle: A\ntitle: B\n---\n")
    assert not by_lines('---\ntext: "a\ntitle: b"\n---\n')
    assert not by_lines("+++\ntitle = 'A'\n+++\n")
    assert not by_lines("No front matter.\n")


def under(finding: Finding, text: str) -> str:
    return text[finding.span.start : finding.span.end]


@pytest.mark.parametrize(
    "text", [PAGE, PLAIN, ODD, PLAIN.replace("\n", "\r\n")], ids=["page", "plain", "odd", "crlf"]
)
@pytest.mark.parametrize(("anchor", "written"), ANCHORS)
def test_every_kind(tmp_path: Path, anchor: Anchor, written: str, text: str) -> None:
    assert under(place(tmp_path, anchor, text), text) == written


@pytest.mark.parametrize("page", [PAGE, PLAIN, ODD], ids=["page", "plain", "odd"])
@pytest.mark.parametrize(("anchor", "written"), ANCHORS)
def test_a_text_above_that_moved_is_no_other_place(
    tmp_path: Path, anchor: Anchor, written: str, page: str
) -> None:
    text = page.replace("---\n", "---\n# A comment\ndescription: more words\n", 1)
    text = text.replace("A subset", "# A heading\n\nA subset")
    assert under(place(tmp_path, anchor, text), text) == written


def test_refs_of_a_body_below_a_front_matter_without_any(tmp_path: Path) -> None:
    text = PLAIN.replace(f"text: {ref('/in-front', 'F')!r}\n", "")
    assert "{{" not in text.split("---")[1]
    found = [under(place(tmp_path, numbered(Spot.REF, number), text), text) for number in range(3)]
    assert found == ["/tags/p", "/tags/c", "---"]


@pytest.mark.parametrize("anchor", [anchor for anchor, _ in ANCHORS])
@pytest.mark.parametrize(
    "text",
    ["No front matter\nany more", "", "---\n- title\nslug: a\n---\n", "+++\nx = 1\n+++\n", b"\xff\xfe\x00"],
)
def test_a_page_that_is_another_by_now_has_its_start(
    tmp_path: Path, anchor: Anchor, text: str | bytes
) -> None:
    whole = place(tmp_path, START, text)
    found = place(tmp_path, anchor, text)
    assert found.span in (whole.span, UNPLACED)
    assert found.span.start == 0


def test_a_page_that_is_gone_or_too_long(tmp_path: Path) -> None:
    assert all(place(tmp_path, anchor, None).span == UNPLACED for anchor, _ in ANCHORS)
    project = make_project(tmp_path, {"hugo.yaml": SETTINGS, "content/a.md": PAGE})
    finding = Finding("rule", "content/a.md", UNPLACED, "message", anchor=ANCHORS[1][0])
    short = LIMITS._replace(page=10)
    (found,) = located([finding], ProjectFiles(project), load_config(project), short)
    assert found.span == UNPLACED


def test_cascades_of_the_settings_are_in_their_files(tmp_path: Path) -> None:
    found = place(tmp_path, Anchor(Spot.CASCADE, ("cascade", "url")), None, path="")
    assert (found.path, under(found, SETTINGS)) == ("hugo.yaml", "/u/")
    found = place(tmp_path, Anchor(Spot.KEY, ("cascade", "slugg")), None, path="hugo.yaml")
    assert (found.path, under(found, SETTINGS)) == ("hugo.yaml", "slugg")
    assert place(tmp_path, START, None, path="hugo.yaml").span == UNPLACED
    lost = place(tmp_path, Anchor(Spot.CASCADE, ("cascade", "gone")), None, path="")
    assert (lost.path, lost.span) == ("hugo.yaml", UNPLACED)


def test_a_page_read_with_a_repair_says_what_comes_after_its_problem(tmp_path: Path) -> None:
    text = "---\ntitle: 'It's'\naliases: [/a]\n---\n" + ref("/x")
    found = place(tmp_path, numbered(Spot.REF, 0), text)
    assert found.message == "after that: message"
    assert place(tmp_path, START, text).message == "message"


def test_labels_and_pairs_have_places_too(tmp_path: Path) -> None:
    project = make_project(tmp_path, {"hugo.yaml": SETTINGS, "content/a.md": PAGE, "content/b.md": PAGE})
    anchor = Anchor(Spot.VALUE, ("aliases", 0))
    pair = Pair("x", 0, 1, "content/b.md", UNPLACED, None, anchor)
    label = Label.at("content/b.md", ("aliases", 1), "there")
    finding = Finding("rule", "content/a.md", UNPLACED, "m", related=(label,), pair=pair, anchor=anchor)
    tree, config = ProjectFiles(project), load_config(project)
    (found,) = located([finding], tree, config, LIMITS)
    assert found.pair is not None
    spans = found.span, found.pair.span, found.related[0].span
    assert [PAGE[span.start : span.end] for span in spans] == ["/a", "/a", "'/b'"]
    assert found.pair.anchor is None
    assert found.related[0].anchor is None
    (untouched,) = located([found], tree, config, LIMITS)
    assert untouched == found


def test_pages_that_nobody_wants_are_not_read(tmp_path: Path) -> None:
    """A keystroke in an editor must not read a page for each finding of the site; pairs need both sides."""
    project = make_project(tmp_path, {"hugo.yaml": SETTINGS})
    read: list[str] = []

    class Watched(ProjectFiles):
        def read(self, name: str, limit: int = 0) -> bytes:
            read.append(name)
            return PAGE.encode()

    def face(path: str, other: str, problem: str) -> Finding:
        pair = Pair(problem, 0, 1, other, UNPLACED, None, START)
        return Finding("pair", path, UNPLACED, "m", pair=pair, anchor=START)

    findings = [
        Finding("one", "content/a.md", UNPLACED, "m", anchor=START),
        Finding("one", "content/b.md", UNPLACED, "m", anchor=START),
        face("content/c.md", "content/a.md", "x"),
        face("content/d.md", "content/e.md", "y"),
        face("content/a.md", "content/c.md", "x"),
    ]
    tree = Watched(project)
    found = list(located(findings, tree, load_config(project), LIMITS, lambda path: path == "content/a.md"))
    assert sorted(read) == ["content/a.md", "content/c.md"]
    assert [one.anchor is None for one in found] == [True, False, True, False, True]
    assert [one.path for one in found] == [one.path for one in findings]
