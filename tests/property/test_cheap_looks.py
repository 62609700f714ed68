"""What is looked at first, because it is cheap, lets nothing pass that the exact way finds."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from hypothesis import example, given, settings
from hypothesis import strategies as st

from frontlint.engine import silence
from frontlint.hugo.config.sanitize import path_text, query_unescape, urlize
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
