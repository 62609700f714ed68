"""What is looked at first, because it is cheap, lets nothing pass that the exact way finds."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from hypothesis import example, given, settings
from hypothesis import strategies as st

from frontlint.base.source import SourceFile, decode
from frontlint.engine import silence
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config.sanitize import path_text, query_unescape, sanitize, urlize
from frontlint.hugo.content.shortcode_lexer import _Lexer, first_fault
from frontlint.hugo.values.gopath import clean, join
from frontlint.hugo.values.keys import fold, folded
from frontlint.hugo.values.scalars import _NUMBER_STARTS, _number, plain_scalar
from sites import site_of
from unit.frontmatter.pages import page

IGNORES = st.lists(
    st.sampled_from(
        [
            *(
                "---\n",
                "a: b ",
                "# frontlint: ignore[x]",
                "#frontlint:ignore[x, y]\n",
                "frontlint",
                "#",
                "\n",
            ),
            *(
                "<!-- frontlint-ignore x -->",
                "<",
                "<!--",
                " frontlint-ignore x",
                "-->",
                '{{< ref "a" >}}',
                " ",
            ),
        ]
    ),
    max_size=12,
)


@given(IGNORES)
@settings(max_examples=500, deadline=None)
def test_a_page_that_may_not_speak_of_ignores_has_none(pieces: list[str]) -> None:
    document = page("".join(pieces))
    whole = (*silence._in_front_matter(document), *silence._in_body(document))

    assert silence.ignores(document) == whole


@given(st.text(st.sampled_from('{}<%>/*"` ref\n-a='), max_size=40))
@settings(max_examples=1000, deadline=None)
@example('{{{< ref "a" >}}')
@example('{{< ref "a" >}}{{<')
def test_the_first_fault_is_that_of_the_lexer(text: str) -> None:
    assert first_fault(text) == _Lexer(text).run(0)


@given(st.text(st.sampled_from("0123456789-+._eExob"), min_size=1, max_size=24))
@settings(max_examples=2000, deadline=None)
@example("2025-06-05T10:40:00Z")
@example("-1.5e-10")
@example("1.5e-10-")
def test_what_has_the_hyphens_of_a_date_is_no_number(text: str) -> None:
    if text[4:5] == text[7:8] == "-":
        assert _number(text) is text
    if text[0] in _NUMBER_STARTS:
        assert plain_scalar(text) == _number(text)


@given(st.text(st.sampled_from("0123456789\u0663"), min_size=1, max_size=22))
@example("18446744073709551615")
@example("18446744073709551616")
def test_plain_digits_are_the_number_that_they_are_with_a_sign(digits: str) -> None:
    signed = _number(f"+{digits}")

    assert _number(digits) == (signed.removeprefix("+") if isinstance(signed, str) else signed)


@given(st.text(st.sampled_from("aZ0 -.é"), max_size=12))
@settings(max_examples=1000, deadline=None)
@example("A Title of Words")
def test_words_of_ascii_are_sanitized_as_any_text(text: str) -> None:
    if text[-1:] != " ":  # which is nothing at an end, and a hyphen before more
        assert sanitize(f"{text}é") == f"{sanitize(text)}é"


FRONT = st.lists(
    st.sampled_from(
        [
            *(
                "a: b\n",
                "c: “d”\n",
                "e: |-\n  é f\n  ---x\n",
                "- g\n",
                "---\n",
                "--- x\n",
                "---é\n",
                "\r---\n",
            ),
            *("\r\n", "\n", "é", " ", "\t", "h: [1, 2]\r\n", '"i": "j"\n', "\ufffd\n"),
        ]
    ),
    max_size=8,
)


@given(FRONT, st.sampled_from(["---\n", "---\r\n", "---", "\n---\n", "\ufeff---\n"]))
@settings(max_examples=1000, deadline=None)
@example(["---\n", "a: “b”\n---\n"], "---\n")
@example(["c: “d”\n", "\r---\n", "---\n"], "---\n")
def test_front_matter_is_the_same_in_bytes_and_in_text(pieces: list[str], opening: str) -> None:
    source = decode("a.md", f"{opening}{''.join(pieces)}".encode())
    assert source.utf8 or not source.text
    in_text = SourceFile(source.path, source.text, source.bom, source.newline)
    one, other = (read_document(each, plain_scalar) for each in (source, in_text))

    assert one[1:4] == other[1:4]
    assert one.problems == other.problems


@given(st.lists(st.lists(st.sampled_from(["/a/", "/b", "/c/d/", "/x/", "e"]), max_size=3), max_size=4))
@settings(max_examples=100, deadline=None)
def test_files_that_several_claim_are_those_with_more_than_one_claim(aliases: list[list[str]]) -> None:
    pages = {f"x/{at}.md": f"---\naliases: {names}\n---\n" for at, names in enumerate(aliases)}
    site = site_of(pages)

    assert site.shared_claims == tuple(one for one in site.claims.items() if len(one[1]) > 1)


@given(st.lists(st.text(st.sampled_from("/.ab"), max_size=6), max_size=4))
@settings(max_examples=1000, deadline=None)
def test_paths_are_joined_as_before(parts: list[str]) -> None:
    filled = "/".join(part for part in parts if part)

    assert join(*parts) == (clean(filled) if filled else "")


@given(st.text(st.sampled_from("aZ09/._~-+%#2 é"), max_size=12))
@settings(max_examples=1000, deadline=None)
def test_plain_texts_stay_what_they_are_in_an_address(text: str) -> None:
    language = site_of({}).config.default
    head, mark, tail = path_text(text, language).partition("#")
    from frontlint.hugo.config.sanitize import _BAD_ESCAPE, _escape

    assert urlize(text, language) == _escape(head) + (f"#{_escape(tail)}" if mark and tail else "")
    slow = unquote_to_bytes(text.replace("+", " ")).decode("utf-8", "replace")
    assert query_unescape(text) == ("" if _BAD_ESCAPE.search(text) else slow)


@given(st.lists(st.text(st.sampled_from("aAbBİ"), max_size=3), max_size=5, unique=True))
@settings(max_examples=300, deadline=None)
def test_keys_are_folded_as_before(keys: list[str]) -> None:
    data = dict.fromkeys(keys, "x")

    assert folded(data) == fold(data)  # type: ignore[arg-type]
