"""Fixes in reports: whoever applies what a format says gets the page that frontlint would write."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from frontlint.base.source import decode
from frontlint.base.span import Span
from frontlint.engine.outcome import Outcome
from frontlint.findings.finding import Finding
from frontlint.findings.fix import Fix, Outputs, PageChange
from frontlint.frontmatter.edit import Change, append_item, remove_item, rename_key, set_value
from frontlint.report import fixes as fixes_of_report
from report.pages import Pages, outcome, written
from support import ROOT, counted

PAGE = (
    "---\r\ntitle: 日本 “x” 😀\r\naliases: # why\r\n  - /old/\r\n  - /old/ # 日本\r\ntags: [a, 'ü', b]\r\n"
    "draft: yes\r\n---\r\nBody\r\n"
)
CHANGES: dict[str, tuple[Change, ...]] = {
    "one": (remove_item(("aliases", 1)),),
    "several": (remove_item(("aliases", 1)), set_value(("tags", 1), "ö"), rename_key(("draft",), "Draft")),
    "an item": (append_item(("tags",), "日本"),),
    "a new key": (append_item(("keywords",), "x"),),
    "all of a line": (set_value(("title",), "日本"),),
}
PAGES = {
    "plain": PAGE.replace("\r\n", "\n").encode(),
    "crlf": PAGE.encode(),
    "bom": b"\xef\xbb\xbf" + PAGE.encode(),
}


def finding(changes: tuple[Change, ...], *, safe: bool = True, path: str = "a.md") -> Finding:
    fix = Fix(
        "do `this`", tuple(PageChange(path, one) for one in changes), safe, Outputs(adds=("/old/index.html",))
    )
    return Finding("some-rule", "a.md", Span(5, 8), "message", "do `this`", fix=fix)


def fixed(data: bytes, changes: tuple[Change, ...]) -> bytes:
    """What `--fix` makes of the page."""
    from frontlint.engine.fixing.page import PageTask, Wish, fix_page

    done = fix_page(PageTask("a.md", data, (Wish(0, changes),)))
    assert done.made
    return done.after


def report(name: str, run: Outcome, pages: dict[str, bytes]) -> Any:
    return json.loads(written(name, run, pages))


Edits = list[tuple[tuple[int, int], tuple[int, int], str]]


def of_json(data: bytes, run: Outcome) -> Edits:
    (one,) = report("json", run, {"a.md": data})["findings"]
    return [
        (
            (edit["start"]["line"], edit["start"]["column"]),
            (edit["end"]["line"], edit["end"]["column"]),
            edit["text"],
        )
        for edit in one["fix"]["edits"]
    ]


def of_sarif(data: bytes, run: Outcome) -> Edits:
    (result,) = report("sarif", run, {"a.md": data})["runs"][0]["results"]
    (fix,) = result["fixes"]
    assert fix["description"] == {"text": "do `this`"}
    (change,) = fix["artifactChanges"]
    assert change["artifactLocation"] == result["locations"][0]["physicalLocation"]["artifactLocation"]
    found: Edits = []
    for one in change["replacements"]:
        at = one["deletedRegion"]
        text = one.get("insertedContent", {}).get("text", "")
        found.append(((at["startLine"], at["startColumn"]), (at["endLine"], at["endColumn"]), text))
    return found


def of_rdjson(data: bytes, run: Outcome) -> Edits:
    (diagnostic,) = report("rdjson", run, {"a.md": data})["diagnostics"]
    (one,) = diagnostic["suggestions"]
    at = one["range"]
    return [
        ((at["start"]["line"], at["start"]["column"]), (at["end"]["line"], at["end"]["column"]), one["text"])
    ]


def applied(data: bytes, edits: Edits, *, in_bytes: bool) -> bytes:
    """The page with the edits, counted as its reader counts."""
    mark = data[: len(data) - len(data.removeprefix(b"\xef\xbb\xbf"))]
    text: Any = data if in_bytes else data.removeprefix(mark).decode()
    feed: Any = b"\n" if in_bytes else "\n"
    starts = [0]
    while (at := text.find(feed, starts[-1])) >= 0:
        starts.append(at + 1)
    for start, end, new in sorted(edits, reverse=True):
        one, two = (starts[line - 1] + column - 1 for line, column in (start, end))
        text = text[:one] + (new.encode() if in_bytes else new) + text[two:]
    done: bytes = text if in_bytes else mark + text.encode()
    return done


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(("read", "in_bytes"), [(of_json, False), (of_sarif, False), (of_rdjson, True)])
def test_whoever_applies_it_gets_what_frontlint_writes(
    name: str, page: str, read: Callable[[bytes, Outcome], Edits], in_bytes: bool
) -> None:
    data, changes = PAGES[page], CHANGES[name]
    edits = read(data, outcome(finding(changes)))
    assert applied(data, edits, in_bytes=in_bytes) == fixed(data, changes)


def test_json_fits_its_schema_and_says_what_is_published() -> None:
    schema = json.loads((ROOT / "schemas" / "report.schema.json").read_text(encoding="utf-8"))
    document = report("json", outcome(finding(CHANGES["several"])), {"a.md": PAGES["plain"]})
    assert [error.message for error in Draft202012Validator(schema).iter_errors(document)] == []
    fix = document["findings"][0]["fix"]
    assert fix["outputs"]["adds"] == ["/old/index.html"]
    assert (fix["title"], fix["safe"], document["summary"]["fixable"]) == ("do `this`", True, 1)
    del fix["edits"][0]["text"]
    assert list(Draft202012Validator(schema).iter_errors(document))


def test_what_cannot_be_edited_has_no_fix() -> None:
    pages = {"a.md": b"---\nx: &x [a, b]\ntags: *x\n---\n"}
    run = outcome(finding((remove_item(("tags", 0)),)))
    assert report("json", run, pages)["findings"][0]["fix"] is None
    assert "fixes" not in report("sarif", run, pages)["runs"][0]["results"][0]
    assert "suggestions" not in report("rdjson", run, pages)["diagnostics"][0]


@pytest.mark.parametrize(
    ("name", "key"), [("sarif", '"fixes"'), ("rdjson", '"suggestions"'), ("concise", "[*]")]
)
def test_unsafe_fixes_are_offered_to_those_who_ask(name: str, key: str) -> None:
    run = outcome(finding(CHANGES["one"], safe=False))
    assert key not in written(name, run, {"a.md": PAGES["plain"]})
    assert key in written(name, replace(run, unsafe_fixes=True), {"a.md": PAGES["plain"]})


def test_a_fix_of_two_pages_is_no_suggestion() -> None:
    one = finding(CHANGES["one"])
    assert one.fix is not None
    both = (*one.fix.changes, PageChange("b.md", remove_item(("tags", 0))))
    run = outcome(one._replace(fix=one.fix._replace(changes=both)))
    pages = {"a.md": PAGES["plain"], "b.md": PAGES["plain"]}
    assert "suggestions" not in report("rdjson", run, pages)["diagnostics"][0]
    (fix,) = report("sarif", run, pages)["runs"][0]["results"][0]["fixes"]
    assert len(fix["artifactChanges"]) == 2
    assert {edit["path"] for edit in report("json", run, pages)["findings"][0]["fix"]["edits"]} == {
        "a.md",
        "b.md",
    }


def test_full_shows_the_edit_as_a_small_diff() -> None:
    text = written("full", outcome(finding(CHANGES["several"])), {"a.md": PAGES["crlf"]})
    assert "   5 | -   - /old/ # 日本\n" in text
    assert "   6 | - tags: [a, 'ü', b]\n" in text
    assert "   5 | + tags: [a, 'ö', b]\n" in text


def test_full_shows_a_long_edit_in_part() -> None:
    lines = "".join(f"  - t{n}\n" for n in range(40))
    pages = {"a.md": f"---\ntags:\n{lines}---\n".encode()}
    change = (set_value(("tags",), [f"x{n}" for n in range(40)]),)
    lines_of_report = written("full", outcome(finding(change)), pages).split("\n")
    assert len([line for line in lines_of_report if " | - " in line or " | + " in line]) == 8
    assert "   ... 72 more lines" in lines_of_report


def test_page_text_in_a_diff_is_written_safely() -> None:
    pages = {"a.md": "---\ntags: [a, 'x\u202ey', b]\n---\n".encode()}
    text = written("full", outcome(finding((remove_item(("tags", 0)),))), pages)
    assert "\u202e" not in text
    assert "\\u202e" in text or "<U+202E>" in text or "202E" in text.upper()


def test_a_page_is_read_once_for_many_findings(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, fixes_of_report, "read_document")
    report("json", outcome(*[finding(CHANGES["one"])] * 5), {"a.md": PAGES["plain"]})
    assert len(asked) == 1
    assert Pages({"a.md": PAGES["plain"]}).get("a.md").text == decode("a.md", PAGES["plain"]).text
