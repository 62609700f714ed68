"""Save pages as UTF-8.

Why: Hugo reads every page as UTF-8. It publishes a replacement character for a byte of another encoding, and
cannot read a page in UTF-16 at all. If an editor saves the page like that, the letter is lost.
Bad:
    title: Cr�me br�l�e
Good:
    title: Crème brûlée
Fix: Saves the page as UTF-8, on request only, if it is in UTF-16, Windows-1252 or Latin-1 and its letters and
    signs make sense in no other encoding. Nothing else of the page changes.
Note: The rule reports the first such byte of a page and counts the others. In a page that is UTF-8, it
reports a replacement character beside a letter of the front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.base.source import BadByte, SourceFile
from frontlint.lint import Finding, Fix, Page, PageRule, Severity, Span, lazy_pattern, save_as_utf8

_UTF16_MARKS = frozenset({(0xFF, 0xFE), (0xFE, 0xFF)})
_LOST_LETTER = lazy_pattern(r"(?<=[^\W\d_])\ufffd++|(?<!\ufffd)\ufffd++(?=[^\W\d_])")
_SAVE = 'save the file as UTF-8; in VS Code: "Save with Encoding", then "UTF-8"'

_REOPEN = 'in VS Code: "Reopen with Encoding", "{}", then "Save with Encoding", "UTF-8"'


class Encoding(PageRule):
    """A byte that is not UTF-8."""

    budget = 14_000  # the whole page is searched
    severity = Severity.ERROR
    checks_resources = True

    def check(self, page: Page) -> Iterator[Finding]:
        """One finding for each page, because one wrong setting of an editor makes all of them."""
        source = page.document.source
        if _is_utf16(source):
            where = Span(0, min(2, len(source.text)))
            message = "this file is UTF-16, which Hugo cannot read"
            fix = self._as_utf8(page)
            yield self.at(page, where, message, help=_SAVE, label="UTF-16 begins here", fix=fix)
        elif source.bad_bytes:
            yield self._bad_byte(page, source)
        else:
            yield from self._lost_letter(page)

    def _bad_byte(self, page: Page, source: SourceFile) -> Finding:
        bad, more = source.bad_bytes, len(source.bad_offsets) - 1
        first = bad[0]
        message, encoding = _guess(bad)
        if more:
            message += f" ({more} more on this page)"
        where = Span(first.offset, first.offset + 1)
        help_ = _REOPEN.format(encoding) if encoding else _SAVE
        fix = self._as_utf8(page)
        return self.at(page, where, message, help=help_, label="Hugo cannot read this", fix=fix)

    def _as_utf8(self, page: Page) -> Fix | None:
        """None where the page may be in another encoding."""
        from frontlint.prose.old_encodings import old_text  # few sites have such a page

        source, place = page.document.source, page.location
        language = place.language if place else page.config.default.code
        old = old_text(source.raw or source.utf8, language)
        if old is None:
            return None
        title = f"save the page as UTF-8: it is in {old.name}"
        return self.fix(page, title, save_as_utf8(old.encoding), safe=False)

    def _lost_letter(self, page: Page) -> Iterator[Finding]:
        document = page.document
        content = document.fence.content
        utf8 = document.source.utf8  # where a single byte is found at once
        if utf8 and utf8.find(b"\xef") < 0:
            return
        if document.source.text.find("\ufffd", content.start, content.end) < 0:
            return
        lost = _LOST_LETTER.search(document.source.text, content.start, content.end)
        if lost:
            message = "a letter was lost here when the page was converted to UTF-8"
            help_ = "write the missing letter instead of \ufffd"
            yield self.at(page, Span(*lost.span()), message, help=help_)


def _is_utf16(source: SourceFile) -> bool:
    """By its byte order mark, or by a NUL for every other character."""
    if (
        tuple(bad.byte for bad in source.bad_bytes[:2]) in _UTF16_MARKS
        and not source.bad_bytes[0].byte_offset
    ):
        return True
    head = source.text[:64]
    return len(head) >= 4 and "\0" in (head[0], head[1]) and head.count("\0") * 5 >= len(head) * 2


def _guess(bad: tuple[BadByte, ...]) -> tuple[str, str]:
    """What is wrong with the first bad byte, and its encoding as VS Code names it, if known."""
    first = bad[0]
    cut = len(bad) > 1 and bad[1].byte_offset == first.byte_offset + 1 and 0x80 <= bad[1].byte < 0xC0
    if cut and first.byte >= 0xC2:
        return "a character is incomplete here, so Hugo cannot read it", ""
    try:
        char = bytes([first.byte]).decode("cp1252")
    except UnicodeDecodeError:
        char = ""
    if not char.isprintable() or not char:
        return f"the byte 0x{first.byte:02X} is not UTF-8, so Hugo cannot read it", ""
    name = "Latin-1" if first.byte >= 0xA0 else "Windows-1252"
    return f'"{char}" is saved in an old encoding ({name}); Hugo needs UTF-8', "Western (Windows 1252)"
