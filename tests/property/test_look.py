"""The look over a page's texts, and that over its characters, miss nothing that the exact rules find.

`FRONTLINT_LOOKS=100000 pytest -n 2 tests/property/test_look.py` tries so many texts (some minutes).
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable
from random import Random

import pytest

from frontlint.base.source import SourceFile, decode
from frontlint.base.span import Span
from frontlint.base.unseen import RUN, UNSEEN
from frontlint.prose.doubled import doubled_words
from frontlint.prose.invisible import SUSPECTS, is_suspect, odd_pieces
from frontlint.prose.look import Look
from frontlint.prose.placeholders import fillers, gaps
from frontlint.prose.signs import CURLY, ESCAPE, REFERENCE, signs
from frontlint.rules.hugo.text import repeated_item, repeated_sentence
from property.mutated import mutated

_TRIED = int(os.environ.get("FRONTLINT_LOOKS", "3000"))
_PARTS = 8
PHRASES = ("coming soon", "comming soon", "lorem ipsum", "TODO", "FIXME", "à venir", "bald mehr…", "TO DO")

QUESTIONS: dict[str, tuple[Callable[[str], object], Callable[[Look], bool]]] = {
    "doubled word": (lambda text: list(doubled_words(text)), lambda look: bool(look.with_doubled_word())),
    "sentence": (repeated_sentence._repeats, Look.sentence_repeated),
    "item": (lambda text: list(repeated_item._repeats(text)), Look.item_repeated),
    "phrase": (lambda text: list(fillers(text, PHRASES)), lambda look: look.says(PHRASES)),
    "gap": (lambda text: list(gaps(text)), Look.name_missing),
}


@pytest.mark.parametrize("part", range(_PARTS))
def test_a_look_misses_nothing(part: int) -> None:
    dice, found = Random(part), Counter[str]()
    for _ in range(_TRIED // _PARTS):
        text, other = mutated(dice), dice.choice(("", "Something else.", "Déjà « vu » — 面包。"))
        look = Look([other, text])
        for name, (exact, asked) in QUESTIONS.items():
            if exact(text):
                found[name] += 1
                assert asked(look), f"{name}: {text!r}"
        if list(doubled_words(text)):
            assert text in look.with_doubled_word(), repr(text)
        found.update(_signs_missed(text))
    assert found.keys() == {*QUESTIONS, "unseen", "odd", "curly"}, "a question that no text was about"


def _signs_missed(text: str) -> set[str]:
    """What the text has, which its signs must have, too: as the whole of a page, and within one."""
    has = {
        "unseen": bool(RUN.search(text)),
        "odd": bool([*odd_pieces(text, False)]) or is_suspect(text),
        "curly": not CURLY.isdisjoint(text),
    }
    page = f"---\ntitle: “é”\n{text}\n---\n烤箱 body “quoted” 烤箱\u00a0\n"
    readable = "-" + text.encode("utf-8", "replace").decode()  # at the start U+FEFF is a byte order mark
    for source, front in (
        (SourceFile("a.md", text, False, "\n"), Span(0, len(text))),
        (decode("a.md", readable.encode()), Span(0, len(readable))),
        (SourceFile("a.md", page, False, "\n"), Span(4, len(page) - 5)),
    ):
        seen = signs(source, front)
        assert not has["unseen"] or not seen.isdisjoint(UNSEEN), repr(text)
        assert not has["odd"] or not seen.isdisjoint((*SUSPECTS, REFERENCE)), repr(text)
        assert not has["curly"] or not seen.isdisjoint(CURLY), repr(text)
        assert "\\" not in text or ESCAPE in seen, repr(text)
    return {name for name, there in has.items() if there}


@pytest.mark.parametrize("more", ["", "/", "Déjà « vu » — 面包。", "the", "the the", "a  a a"])
@pytest.mark.parametrize(
    "twice",
    [
        "the the",
        "The  the end",
        "the\nthe",
        "é the the é",
        "the the cat cat",
        "a\u00a0a b b",
        "\u0250the the",
    ],
)
def test_a_doubled_word_is_in_one_of_the_texts(twice: str, more: str) -> None:
    """Each in any place beside others: what is at the end of one and at the start of the next is no pair."""
    assert Look([twice]).with_doubled_word() == [twice]
    beside = Look([more]).with_doubled_word()
    for texts in ([more, twice], [twice, more], [more, twice, more], ["the", twice, "the"], ["", "", twice]):
        wanted = [text for text in texts if text == twice or text in beside]
        assert Look(texts).with_doubled_word() == wanted, texts
    assert Look(["of the", "the end", "end"]).with_doubled_word() == []


def test_suspects_are_what_the_exact_look_takes_for_one() -> None:
    suspicious = {char for char in map(chr, range(sys.maxunicode + 1)) if is_suspect(char)}
    assert suspicious == SUSPECTS


def test_a_look_is_not_suspicious_of_any_text() -> None:
    text = "Use this. It’s baked at dawn — “fresh”.\n\n- Dough and yeast\n- Hot ovens\n\nNot for cakes."
    for one in (
        text,
        "Der Ofen ist heiß. Die Brötchen sind groß.",
        "烤箱今天很热。面包很好吃。",
        "« Voilà » – à l’été.",
    ):
        assert not any(asked(Look([one])) for _, asked in QUESTIONS.values()), one
