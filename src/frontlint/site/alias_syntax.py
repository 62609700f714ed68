"""Aliases as their authors write them: which cannot mean what they say, and which mean the same."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from frontlint.base.choice import StrEnum
from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import clip, code, listing
from frontlint.frontmatter.document import Value
from frontlint.hugo.content.facts import Entry, PageFacts
from frontlint.hugo.values.cast import as_strings
from frontlint.hugo.values.gopath import clean, lower

_ID_ALIAS = lazy_pattern(r"/resources/[A-Za-z0-9_-]{11}(?:/|/index\.html)?")
_SCHEME = lazy_pattern(r"[A-Za-z][A-Za-z0-9+.-]*://|(?:mailto|tel|javascript|data):")
_HOST = lazy_pattern(  # `//old.html` is not a host but a slash too many, which Hugo cleans away
    r"//[^/\s]+\.(?!(?:html?|php|aspx?|jsp|xml|pdf|md)$)[A-Za-z]{2,}(?::\d+)?(?:/|$)"
    r"|www\.[^/\s]+\.[A-Za-z]{2,}(?:/|$)"
    r"|localhost(?::\d+)?(?:/|$)|[a-z\d][a-z\d.-]*\.(?:com|org)(?::\d+)?/"
)
_ESCAPE = lazy_pattern(r"%[0-9A-Fa-f]{2}")
_CONTROL = lazy_pattern(r"[\x00-\x1f\x7f-\x9f]")
_PLAIN = lazy_pattern(r"/(?!/)[A-Za-z0-9_~./-]*")
"""What nearly all aliases are, and nothing is wrong with."""

_BLANKS = " \t\n\v\f\r"
_PARTS = frozenset(",;|" + _BLANKS)
"""What parts the addresses of a list in a text."""
_SHOWN, _LISTED = 2, 4
"""So many parts of a text are in a message and in a remedy."""
_CONTROLS = {"\n": "a line break", "\r": "a line break (U+000D)", "\t": "a tab"}


class Flaw(StrEnum):
    """What is wrong with the text of an alias. Hugo takes it for a file name, letter by letter."""

    EMPTY = "empty"
    REFUSED = "refused"
    SCHEME = "scheme"
    HOST = "host"
    CONTROL = "control"
    BACKSLASH = "backslash"
    QUERY = "query"
    FRAGMENT = "fragment"
    BRACKET = "bracket"
    SEVERAL = "several"
    COMMA = "comma"
    OUTER_SPACE = "outer-space"
    SPACE = "space"
    ESCAPE = "escape"


def flaw(alias: str) -> Flaw | None:
    """The first thing that is wrong with an alias, gravest first; None for an alias that can work.

    A space inside (`SPACE`) works: browsers ask for it as `%20`, and servers look for the space.
    """
    if _PLAIN.fullmatch(alias):
        return None
    if alias.strip() in ("", "."):
        return Flaw.EMPTY
    if alias.startswith(("http://", "https://")):  # page__meta.go: exact case, the build ends
        return Flaw.REFUSED
    for pattern, kind in ((_SCHEME, Flaw.SCHEME), (_HOST, Flaw.HOST)):
        if pattern.match(alias):
            return kind
    for character, kind in (("\\", Flaw.BACKSLASH), ("?", Flaw.QUERY), ("#", Flaw.FRAGMENT)):
        if character in alias:
            return kind
    listed = _flaw_of_list(alias.strip())
    if listed is not None:
        return listed
    if _CONTROL.search(alias):  # also at an end: a space there builds, a line break in `url` does not
        return Flaw.CONTROL
    if alias != alias.strip(_BLANKS):
        return Flaw.OUTER_SPACE
    if any(char in _BLANKS for char in alias):  # of other spaces the rule invisible-in-key speaks
        return Flaw.SPACE
    return Flaw.ESCAPE if _ESCAPE.search(alias) else None


def control_in(text: str) -> str:
    """The first control character of a text in words; empty without any.

    >>> control_in("/a\\n"), control_in("/a\\x07b")
    ('a line break', 'an invisible control character (U+0007)')
    """
    found = _CONTROL.search(text)
    if found is None:
        return ""
    char = found[0]
    return _CONTROLS.get(char, f"an invisible control character (U+{ord(char):04X})")


def stops_as_url(text: str) -> bool:
    """Whether a control character of ASCII is in a `url`: Hugo panics. [bin]"""
    return any(ord(char) < 32 or char == "\x7f" for char in text)


def _flaw_of_list(alias: str) -> Flaw | None:
    """What is left of a list in the text of one alias."""
    if alias[0] == "[" or (alias[-1] == "]" and "[" not in alias):
        return Flaw.BRACKET
    if " - " not in alias and _holds_several(alias):
        return Flaw.SEVERAL
    return Flaw.COMMA if alias[-1] in ",;" else None


def _holds_several(text: str) -> bool:
    """Whether another address begins within the text: a slash after a blank, a comma or a semicolon."""
    at = text.find("/", 1)
    while at > 0:
        before = text[max(0, at - 2) : at].rstrip("\"'")[-1:]
        if before and before in _PARTS and not text[at + 1 : at + 2].isspace():
            return True
        at = text.find("/", at + 1)
    return False


def addresses_in(text: str) -> tuple[str, ...]:
    """The addresses that a text was meant to list, without what parts them.

    >>> addresses_in('["/a", /b]'), addresses_in("- /a - /b"), addresses_in("/a,/b c,")
    (('/a', '/b'), ('/a', '/b'), ('/a', '/b', 'c'))
    """
    spread = text.replace(",", " ").replace(";", " ").replace("|", " ")
    parts = (part.strip("[]\"'") for part in spread.split())
    return tuple(part for part in parts if part not in ("", "-"))


def is_list_in_text(value: Value) -> bool:
    """Whether `aliases` is a text with a list in it: Hugo splits it at blanks only."""
    if not isinstance(value, str) or _PLAIN.fullmatch(value):
        return False
    return any(part == "-" or _flaw_of_list(part) is not None for part in as_strings(value))


def says_where(alias: str) -> bool:
    """Whether an alias begins with what says where it is: the root, or the folder of its page."""
    return alias.startswith(("/", "./", "../"))


def split_at_spaces(value: Value) -> tuple[str, ...]:
    """The aliases that Hugo makes of one text with spaces; empty if they may be meant as they are.

    They may be if all of them begin with a slash or a dot, or none does.

    >>> split_at_spaces("/a8 page"), split_at_spaces("/a /b"), split_at_spaces("a b")
    (('/a8', 'page'), (), ())
    """
    if not isinstance(value, str) or " " not in value.strip():
        return ()
    parts = as_strings(value)
    rooted = set(map(says_where, parts))
    return parts if len(rooted) > 1 and not any(map(flaw, parts)) else ()


def split_in_words(parts: tuple[str, ...]) -> tuple[str, str, str]:
    """What Hugo makes of one text with spaces, what to write (one alias, or a list), and a label."""
    shown = [code(part, 20) for part in parts[:_SHOWN]]
    spaces = "the space" if len(parts) == _SHOWN else "its spaces"
    made = listing(shown, len(parts) - len(shown))
    rooted = [clip("/" + part.lstrip("/"), 20) for part in parts[:_LISTED]]
    listed = ", ".join(f'"{one}"' for one in rooted)
    one = code("/" + "-".join(parts).lstrip("/"), 50)
    return (
        f"`aliases` is one text: Hugo splits it at {spaces} into {made}",
        f"write {one} if it is one alias, or the list `[{listed}]`",
        f"{len(parts)} aliases to Hugo",
    )


def without_flaw(text: str, kind: Flaw) -> str:
    """The path that an address with this flaw means; empty where there is none.

    >>> without_flaw("https://example.org/a/?p=1", Flaw.REFUSED), without_flaw("/?p=1", Flaw.QUERY)
    ('/a/', '')
    >>> without_flaw("/gr%C3%BCn/", Flaw.ESCAPE), without_flaw("/gr%FCn/", Flaw.ESCAPE)
    ('/grün/', '/grün/')
    """
    path = text.strip().replace("\\", "/")
    if kind in (Flaw.REFUSED, Flaw.SCHEME, Flaw.HOST):
        path = _path_of(path)
    if kind is Flaw.BACKSLASH and path[1:3] == ":/":  # the drive of a path on Windows
        path = path[2:]
    if kind is Flaw.ESCAPE:
        decoded = unquote(path)
        path = unquote(path, "latin-1") if "\ufffd" in decoded else decoded  # as old systems escape
    if kind in (Flaw.COMMA, Flaw.BRACKET):
        path = path.strip("[]\"',; ")
    path = "".join(char for char in path.partition("?")[0].partition("#")[0] if char.isprintable()).strip()
    return "" if path == "/" else path


def _path_of(address: str) -> str:
    if "//" not in address:
        address = "//" + address
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def is_id_alias(alias: str) -> bool:
    """Whether this is the website's permanent short link, in which letter case is part of the id."""
    return _ID_ALIAS.fullmatch(alias) is not None


def same_alias(alias: str) -> str:
    """A key that two aliases of one page share when they lead to one place on some disk.

    Slashes, `.` and `..`, a trailing `index.html` and letter case make no difference; ids keep their case.
    """
    key = same_redirect(alias)
    return key if is_id_alias(key) else lower(key)


def same_redirect(alias: str) -> str:
    """A key that two aliases of one page share when Hugo writes one file for both."""
    key = clean(alias)
    return (key.removesuffix("/index.html") or "/") if key.endswith("/index.html") else key


def written_aliases(facts: PageFacts) -> tuple[Entry[str], ...]:
    """The aliases in a page's own front matter, as texts, with their routes."""
    return tuple(Entry(alias, route) for route, alias in facts.values("aliases"))
