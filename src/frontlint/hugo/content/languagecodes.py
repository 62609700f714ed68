"""The codes that people put into file names for a language: ISO 639, and what BCP 47 adds to it."""

from __future__ import annotations

from frontlint.base.pattern import lazy_pattern

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee "
    "el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik in io "
    "is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml "
    "mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se "
    "sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa "
    "wo xh yi yo za zh zu"
)
_THREE_LETTERS = "ast ckb cmn fil gsw haw kab nds yue"
_CODES = frozenset(f"{_TWO_LETTERS} {_THREE_LETTERS}".split())
"""Two letters each, and the three-letter codes that websites use."""
_MORE = lazy_pattern(r"(?:[-_](?:[A-Za-z]{2}|[A-Z][a-z]{3}|hans|hant|latn|cyrl|[0-9]{3}))*+\Z")


def is_language_code(text: str) -> bool:
    """Whether a text is the code of a language, perhaps with a script or a region.

    >>> [is_language_code(text) for text in ("fr", "pt-BR", "zh-Hans-CN", "md", "html", "")]
    [True, True, True, False, False, False]
    """
    head = text[:3] if text[3:4] in ("", "-", "_") and len(text) > 2 and text[2] not in "-_" else text[:2]
    return head.lower() in _CODES and _MORE.match(text, len(head)) is not None
