"""What Hugo leaves of a text in a URL (common/paths/path.go:Sanitize, helpers/path.go)."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote, unquote_to_bytes

from frontlint.base.pattern import lazy_pattern
from frontlint.hugo.config.model import Language
from frontlint.hugo.values.gopath import lower

_PLAIN = lazy_pattern(r"[A-Za-z0-9./\\_#+~\-@]*\Z")
_UNRESERVED = lazy_pattern(r"[A-Za-z0-9./_~\-]*\Z")
_HEX = frozenset("0123456789abcdefABCDEF")
_KEPT = frozenset("./\\_#+~-@")
# Go's unicode.IsSpace: White_Space, which is not all that Python's str.isspace takes.
_SPACES = frozenset("\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007")
_MORE_SPACES = frozenset("\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000")
# What net/url leaves alone in a path (net/url: shouldEscape, encodePath); `[` and `]` are escaped.
_PATH_SAFE = "/$&+,:;=@-_.~"
_GOOD_PATH = lazy_pattern(r"(?:[A-Za-z0-9/$&+,:;=@\-_.~!'()*\[\]]++|%[0-9A-Fa-f]{2})*+")
_BAD_ESCAPE = lazy_pattern(r"%(?![0-9A-Fa-f]{2})")


def sanitize(text: str) -> str:
    """Letters, digits, marks and a few signs stay; spaces between them become one hyphen; the rest goes."""
    if _PLAIN.match(text):
        return text
    if text.isascii() and "  " not in text and text.replace(" ", "").isalnum() and text.strip(" ") == text:
        return text.replace(" ", "-")  # words, as in most titles
    target: list[str] = []
    owes_hyphen = was_hyphen = False
    for at, char in enumerate(text):
        if _is_kept(text, at, char):
            was_hyphen = char == "-"
            if owes_hyphen and not was_hyphen:
                target.append("-")
            owes_hyphen = False
            target.append(char)
        elif target and not was_hyphen and (char in _SPACES or char in _MORE_SPACES):
            owes_hyphen = True
    return "".join(target)


def _is_kept(text: str, at: int, char: str) -> bool:
    if char in _KEPT:
        return True
    if char == "%":
        return at + 2 < len(text) and text[at + 1] in _HEX and text[at + 2] in _HEX
    category = unicodedata.category(char)
    return category[0] in "LM" or category == "Nd"


def path_text(text: str, language: Language) -> str:
    """The text as a piece of a page's path (helpers/path.go:MakePathSanitized)."""
    made = sanitize(text)
    if language.remove_path_accents and not made.isascii():
        bare = (char for char in unicodedata.normalize("NFD", made) if unicodedata.category(char) != "Mn")
        made = unicodedata.normalize("NFC", "".join(bare))
    return made if language.disable_path_to_lower else lower(made)


def urlize(text: str, language: Language) -> str:
    """The text as a value of a permalink attribute (helpers/url.go:URLize).

    A `#` at the end is an empty fragment for Go's url package, which it drops.
    """
    made = path_text(text, language)
    if _UNRESERVED.match(made):
        return made
    head, mark, tail = made.partition("#")
    return _escape(head) + (f"#{_escape(tail)}" if mark and tail else "")


def _escape(text: str) -> str:
    """Escapes what has no escape yet: Go keeps the escapes that were there (URL.EscapedPath)."""
    return quote(text, safe=_PATH_SAFE + "%!'()*\\" if "%" in text else _PATH_SAFE + "!'()*")


def query_unescape(text: str) -> str:
    """`url.QueryUnescape`: `+` is a space; a bad escape empties the text, as Hugo drops the error."""
    if "%" not in text and "+" not in text and text.isascii():
        return text
    if _BAD_ESCAPE.search(text):
        return ""
    return unquote_to_bytes(text.replace("+", " ")).decode("utf-8", "replace")


def path_escape(path: str) -> str:
    """A published path as a link: escapes in it stay where all of it is a good URL (URL.EscapedPath).

    A `#` is escaped first, and then is one of them. [bin]
    """
    if "#" in path and not _BAD_ESCAPE.search(path):
        path = path.replace("#", "%23")
    if _GOOD_PATH.fullmatch(path):
        return path
    if "%" in path and not _BAD_ESCAPE.search(path):
        path = unquote_to_bytes(path).decode("utf-8", "surrogateescape")
    return quote(path.encode("utf-8", "surrogateescape"), safe=_PATH_SAFE)
