"""Whatever a page holds and wherever a finding points: the report comes out whole and safe."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from frontlint.base.span import Span
from frontlint.findings.finding import Finding
from frontlint.report.glyphs import Glyphs
from frontlint.report.style import COLORED
from frontlint.report.view import view
from report.nasty import FINDING, NASTY, SPAN, TEXT
from report.pages import detail, outcome, without_codes, written

ENCODING = st.sampled_from(["utf-8", "cp1252", "ascii"])
# The first report imports Rich, and a busy machine takes its time.
UNHURRIED = settings(deadline=None)
OWN_CODES = re.compile(r"\x1b\[[0-9;]+m")


def is_safe(text: str) -> bool:
    """Whether no character moves the cursor, turns the text around or cannot be seen."""
    return not any(
        unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in text if char != "\n"
    )


@UNHURRIED
@given(TEXT, TEXT, FINDING, ENCODING, st.sampled_from([None, 40, 80]))
def test_any_report_is_safe(page: str, other: str, found: Finding, encoding: str, width: int | None) -> None:
    pages: dict[str, str | bytes] = {"a.md": page, "b.md": other}
    for name in ("full", "concise", "grouped"):
        plain = written(name, outcome(found), pages, encoding=encoding, width=width)
        colored = written(name, outcome(found), pages, encoding=encoding, width=width, palette=COLORED)
        assert is_safe(plain)
        assert is_safe(OWN_CODES.sub("", colored))
        assert without_codes(colored) == plain
        plain.encode(encoding)


@UNHURRIED
@given(TEXT, SPAN, st.sampled_from([40, 60]))
@example("x" * 36, Span(36, 36), 40)
def test_rows_keep_within_the_width(page: str, span: Span, width: int) -> None:
    found = Finding("some-rule", "a.md", span, "m", label="here")
    glyphs = Glyphs()
    for row in detail(written("full", outcome(found), {"a.md": page}, width=width)):
        assert glyphs.width(row) <= width


LINE = st.text(st.one_of(st.sampled_from(NASTY), st.characters()), max_size=60).map(
    lambda text: text.replace("\n", "").replace("\r", "")
)


@UNHURRIED
@given(LINE, st.data())
def test_carets_are_as_wide_as_what_they_mark(line: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    found = Finding("some-rule", "a.md", Span(start, end), "m")
    rows = detail(written("full", outcome(found), {"a.md": line}, width=1000))
    cells = Glyphs().cells(line)
    if line:
        carets = rows[2].partition("| ")[2]
        assert len(carets) - len(carets.lstrip()) == sum(width for _, width in cells[:start])
        assert carets.count("^") == max(1, sum(width for _, width in cells[start:end]))
        assert rows[1].rstrip() == f"1 | {''.join(glyph for glyph, _ in cells)}".rstrip()


@UNHURRIED
@given(st.text(st.sampled_from("ab日\u0301\t\x1b"), max_size=400), st.data(), st.integers(20, 60))
def test_a_cut_line_still_shows_what_is_meant(line: str, data: st.DataObject, room: int) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, min(len(line), start + 3)))
    glyphs = Glyphs()
    seen = view(glyphs, line, start, end, room)
    first, last = seen.column(start), seen.column(end)
    assert 0 <= first <= last <= glyphs.width(seen.text) <= room
    marked = glyphs.cells(line[start:end])
    if "\t" not in line and seen.holds(start, end):
        assert "".join(glyph for glyph, _ in marked) in seen.text
        assert last - first == sum(width for _, width in marked)
