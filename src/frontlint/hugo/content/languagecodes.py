"""The codes that people put into file names for a language: ISO 639, and what BCP 47 adds to it."""

from __future__ import annotations

_TWO_LETTERS = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de "
    "dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id "
    "ie ig ii ik in io is it iu iw ja ji jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln "
    "lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl "
    "ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl "
    "tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_THREE_LETTERS = "ast ckb cmn fil gsw haw kab nds yue"
_CODES = frozenset(f"{_TWO_LETTERS} {_THREE_LETTERS}".split())
"""Two letters each, and the three-letter codes that websites use."""


def is_language_code(text: str) -> bool:
    """Whether a text is the code of a language, perhaps with a script or a region.

    >>> [is_language_code(text) for text in ("fr", "pt-BR", "zh-Hans-CN", "md", "html", "")]
    [True, True, True, False, False, False]
    """
    head, *more = text.lower().replace("_", "-").split("-")
    return head in _CODES and all(map(_is_script_or_region, more))


def _is_script_or_region(part: str) -> bool:
    return (part.isalpha() and len(part) in (2, 4)) or (part.isdigit() and len(part) == 3)
