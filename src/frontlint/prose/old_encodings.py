"""Pages in Windows-1252, Latin-1 or UTF-16: their text, where no other encoding is as likely."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final

from frontlint.base.record import NamedTuple

_ALPHABETS: Final[Mapping[str, frozenset[str]]] = {
    code: frozenset(letters)
    for code, letters in {
        "ca": "àçèéíïòóúü",
        "da": "æøåéóôâ",
        "de": "äöüßé",
        "es": "áéíóúüñ",
        "fi": "åäöé",
        "fr": "àâæçéèêëîïôœùûüÿ",
        "is": "áðéíóúýþæö",
        "it": "àèéìíîòóùú",
        "nb": "æøåéèêóòôâ",
        "nl": "áéèêëíïóöúü",
        "pt": "áâãàçéêíóôõúü",
        "sv": "åäöéà",
    }.items()
}
"""The letters beyond ASCII of languages that are written in Windows-1252."""
_SAME: Final = {"nn": "nb", "no": "nb", "gl": "es", "eu": "es", "lb": "de"}
_EASTERN: Final = tuple(
    map(
        frozenset,
        ("áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "ąćęłńóśźż", "áéíóöőúüű", "ăâîşţ", "čćđšž"),
    )
)
_OTHERS: Final[Mapping[str, tuple[frozenset[str], ...]]] = {
    "cp1250": _EASTERN,
    "iso8859-2": _EASTERN,
    "cp1254": (frozenset("çğıöşüâîû"),),
    "cp1257": tuple(map(frozenset, ("ąčęėįšųūž", "āčēģīķļņšūž", "äõöüšž"))),
}
"""Letters of languages that have other encodings."""
_OLDER: Final = ("mac_roman", "cp850")
"""Encodings of earlier systems, in which Western languages were written, too."""
_SIGNS: Final = frozenset("\u00a0“”‘’„‚…–—•€§°©®™«»¿¡·½¼¾²³×±µ£")
_WORDS: Final = frozenset({"à", "é", "è", "ó", "á", "å", "ö", "í", "â", "ô", "æ"})
"""Words of letters beyond ASCII alone."""
_ENDINGS: Final = ("s", "t", "re", "ve", "ll", "d", "m")
_BEGINNINGS: Final = frozenset({*"ldjmtsnco", "qu", "dell", "all", "nell", "sull", "un", "jusqu", "lorsqu"})
_CONTROLS: Final = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f")
_MOST_TOGETHER: Final = 2  # `créée`
_LITTLE: Final = b"\xff\xfe"
_BIG: Final = b"\xfe\xff"


class OldText(NamedTuple):
    """The text of a page in an old encoding, without a mark.

    `encoding` is what Python calls it, `name` what people do.
    """

    encoding: str
    name: str
    text: str


def old_text(data: bytes, language: str = "en") -> OldText | None:
    """What a page says that is not in UTF-8, in a language such as `de`; None where that is not sure.

    English does not hint at an encoding: Hugo takes it if no language is set.
    """
    return _utf16(data) or _windows(data, _SAME.get(language.partition("-")[0], language.partition("-")[0]))


def _utf16(data: bytes) -> OldText | None:
    if data.startswith((_LITTLE, _BIG)):
        encoding = "utf-16-le" if data.startswith(_LITTLE) else "utf-16-be"
        text = _decoded(data[2:], encoding)
    elif b"\0" in data[:2]:
        encoding = "utf-16-le" if data[:1] != b"\0" else "utf-16-be"
        text = _decoded(data, encoding)
        if text is not None and not text.startswith(("---", "+++", "{")):
            return None
    else:
        return None
    if text is None or _is_odd(text):
        return None
    return OldText(encoding, "UTF-16", text)


def _is_odd(text: str) -> bool:
    return any(char in _CONTROLS or unicodedata.category(char) in ("Cn", "Co", "Cs") for char in set(text))


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _windows(data: bytes, language: str) -> OldText | None:
    if language != "en" and language not in _ALPHABETS:
        return None
    as_it_is = data.decode("utf-8", "surrogateescape")
    if any(char > "\x7f" and not "\udc80" <= char <= "\udcff" for char in set(as_it_is)):
        return None  # some of it is UTF-8
    text = _decoded(data, "cp1252")
    if text is None or text.isascii() or not _CONTROLS.isdisjoint(text):
        return None
    western = tuple(_ALPHABETS.values())
    if not (_is_written(text, western) and all(map(_is_word, _words(text))) and _are_placed(text)):
        return None
    if _has_rival(data, text, {**dict.fromkeys(_OLDER, western), **(_OTHERS if language == "en" else {})}):
        return None
    latin = not any("\x80" <= char <= "\x9f" for char in data.decode("latin-1"))
    return OldText("cp1252", "Latin-1" if latin else "Windows-1252", text)


def _is_written(text: str, alphabets: Iterable[frozenset[str]]) -> bool:
    """Whether the letters are those of one language, and the capitals where they are written."""
    letters = {char.lower() for char in set(text) if char > "\x7f" and char.isalpha()}
    return any(letters <= one for one in alphabets) and all(map(_has_case, _words(text)))


def _words(text: str) -> Iterator[str]:
    """The words with a letter beyond ASCII."""
    word: list[str] = []
    for char in (*text, " "):
        if char.isalpha():
            word.append(char)
        elif word:
            if any(one > "\x7f" for one in word):
                yield "".join(word)
            word = []


def _has_case(word: str) -> bool:
    """Whether no letter beyond ASCII is a capital after a small one."""
    return not any(char > "\x7f" and char.isupper() and before.islower() for before, char in pairwise(word))


def _is_word(word: str) -> bool:
    """Whether it has letters of ASCII, too, and few others side by side."""
    together = most = 0
    for char in word:
        together = together + 1 if char > "\x7f" else 0
        most = max(most, together)
    return most <= _MOST_TOGETHER and (most < len(word) or word.lower() in _WORDS)


def _are_placed(text: str) -> bool:
    """Whether each sign is where such a sign is written: a letter of an older system would be in a word."""
    opened, quoted = 0, False
    for at, char in enumerate(text):
        if char <= "\x7f" or char.isalpha():
            continue
        before, after = text[at - 1 : at] if at else " ", text[at + 1 : at + 2] or " "
        inside = before.isalpha() and after.isalpha()
        if char not in _SIGNS:
            return False
        if char == "“" and quoted:
            good, quoted = not after.isalnum(), False
        elif char in "‘“„‚«¿¡":
            opened += char in "‘‚"
            quoted = quoted or char == "„"
            good = not before.isalnum()
        elif char == "’":
            good = _is_elision(text, at) if inside else (opened > 0 or before == "s")
            opened -= not inside and opened > 0
        elif char in "”»…•€™":
            good = not after.isalpha() if char in "”…™" else not inside
        else:
            good = not inside or char in "\u00a0·—–"
        if not good or (char in "–—" and inside):
            return False
    return True


def _is_elision(text: str, at: int) -> bool:
    """Whether the apostrophe is that of `it’s` or `l’eau`."""
    end = at + 1
    while end < len(text) and end - at < 4 and text[end].isalpha():
        end += 1
    start = at
    while start and at - start < 8 and text[start - 1].isalpha():
        start -= 1
    return text[at + 1 : end].lower() in _ENDINGS or text[start:at].lower() in _BEGINNINGS


def _has_rival(data: bytes, text: str, others: Mapping[str, tuple[frozenset[str], ...]]) -> bool:
    """Whether another encoding makes words of the bytes, too."""
    for encoding, alphabets in others.items():
        other = _decoded(data, encoding)
        if other and other != text and _is_written(other, alphabets) and _are_placed(other):
            return True
    return False
