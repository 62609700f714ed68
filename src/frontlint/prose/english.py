"""Whether a text is English: some rules know the grammar of no other language."""

from __future__ import annotations

from typing import Final

from frontlint.base.pattern import lazy_pattern


def word_set(text: str) -> frozenset[str]:
    """The words of a text that white space parts."""
    return frozenset(text.split())


_WORD: Final = lazy_pattern(r"[^\W\d_]+")
_ASCII_LETTERS: Final = lazy_pattern(r"[A-Za-z]+")
_NO_ASCII: Final = lazy_pattern(r"[^\x00-\x7f]")
_LETTERS_ASCII: Final = 0.8

# Little words that are frequent in one and no words, or rare ones, in the other.
_ENGLISH: Final = word_set(
    "a an the and of to is are be been was were with that this these those which from have has it its their "
    "they we our you your not by as or for how what when where who why can should would could must than "
    "into about more most all any each other between within without across through only on at use"
)
_OTHERS: Final = word_set(
    # German, Dutch, and the languages of the north
    "der das und ist nicht ein eine einen dem mit auf für auch sich von wie zu wird sind ich wir sie es "
    "de het een en van niet voor op te zijn ook wat naar bij dat wij er om aan och att det som inte är på "
    "til og ikke af den han jeg vi var med ett eller "
    # the languages of the south
    "le la les des est une un et dans pour que qui sur pas avec au aux du nous vous ne se sa ses il elle "
    "el los las del y por con para una se su al lo como es pero di che per non sono della nel gli più e "
    "os da em uma não com mais dos na ao ou și este care nu sau "
    # and of the east
    "nie się jest że w z co jak czy po od však je že si jsem ve bu bir için ile "
    "yang dan ini itu di untuk dengan tidak adalah"
)


def reads_english(text: str) -> bool:
    """Whether a text of some words is English, as far as its little words tell; false where they do not.

    >>> reads_english("Scrum is a tool"), reads_english("Was ist das"), reads_english("Voy a la playa")
    (True, False, False)
    """
    if not text.isascii():
        ascii_letters = sum(map(len, _ASCII_LETTERS.findall(text)))
        others = sum(map(str.isalpha, _NO_ASCII.findall(text)))
        if ascii_letters < (ascii_letters + others) * _LETTERS_ASCII:
            return False
    words = {word.casefold() for word in set(_WORD.findall(text))}
    return len(words & _ENGLISH) > len(words & _OTHERS)
