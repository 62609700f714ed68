"""The names of Hugo's own fields of front matter, and which field a misspelt name most likely means.

After `resources/page/pagemeta/page_frontmatter.go` and `hugolib/page__meta.go` of Hugo 0.168.
"""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import Final

from frontlint.base.choice import Enum
from frontlint.frontmatter.document import Value


class Takes(Enum):
    """What a field takes."""

    TEXT = "text"
    LIST = "a text or a list"
    BOOLEAN = "true or false"
    NUMBER = "a number"
    DATE = "a date"
    MAP = "a mapping"
    ANY = "anything"


_FIELDS: Final = MappingProxyType(
    {
        "aliases": ("aliases", Takes.LIST),
        "build": ("build", Takes.MAP),
        "cascade": ("cascade", Takes.MAP),
        "date": ("date", Takes.DATE),
        "description": ("description", Takes.TEXT),
        "draft": ("draft", Takes.BOOLEAN),
        "expirydate": ("expiryDate", Takes.DATE),
        "headless": ("headless", Takes.BOOLEAN),
        "iscjklanguage": ("isCJKLanguage", Takes.BOOLEAN),
        "keywords": ("keywords", Takes.LIST),
        "lastmod": ("lastmod", Takes.DATE),
        "layout": ("layout", Takes.TEXT),
        "linktitle": ("linkTitle", Takes.TEXT),
        "markup": ("markup", Takes.TEXT),
        "outputs": ("outputs", Takes.LIST),
        "publishdate": ("publishDate", Takes.DATE),
        "resources": ("resources", Takes.MAP),
        "sitemap": ("sitemap", Takes.MAP),
        "slug": ("slug", Takes.TEXT),
        "summary": ("summary", Takes.TEXT),
        "title": ("title", Takes.TEXT),
        "translationkey": ("translationKey", Takes.TEXT),
        "type": ("type", Takes.TEXT),
        "url": ("url", Takes.TEXT),
        "weight": ("weight", Takes.NUMBER),
        "menus": ("menus", Takes.MAP),
    }
)
"""The fields that a slip may miss, by their name in lower case: the spelling of Hugo's documentation."""

_OTHERS: Final = frozenset(
    {
        *("_build", "params", "menu", "sites", "lang", "path", "kind", "content", "pubdate", "published"),
        *("modified", "unpublishdate", "images", "audio", "videos", "series", "type", "featured"),
    }
)
"""Other names that Hugo, or a template that comes with it, reads."""

_MEANT: Final = MappingProxyType(
    {
        "alias": "aliases",
        "redirect_from": "aliases",
        "redirectfrom": "aliases",
        "redirect-from": "aliases",
        "expires": "expirydate",
        "expire": "expirydate",
        "expirationdate": "expirydate",
        "expiration_date": "expirydate",
        "expiration-date": "expirydate",
        "lastmodified": "lastmod",
        "last_modified": "lastmod",
        "last-modified": "lastmod",
        "last_modified_at": "lastmod",
    }
)
"""Names of the same thing in other programs, or in the singular."""

_OWN_WORDS: Final = frozenset(
    {
        *("typed", "tile", "tiles", "drift", "dating", "datum", "built", "builds", "builder"),
        *("layouts", "layer", "layers", "weighted", "summaries", "publisher", "publishers"),
        *("modifier", "published_at", "publishes", "sitemaps", "slugs", "urls", "resource"),
        *(
            "keyed",
            "makeup",
            "mockup",
            "headline",
            "headlines",
            "header",
            "headers",
            "heading",
            "links",
            "title_",
            "param",
        ),
        *(
            "menu_",
            "dates",
            "data",
            "types",
            "output",
            "lastname",
            "lastnode",
            "aliased",
            "draftee",
        ),
        *("wright", "pubdates", "markups", "cascades", "outputs_", "linktitles"),
    }
)
"""Words that are near a field and may well be a key of the site's own."""

_SHORT: Final = 4
_LONG: Final = 8
"""Fields of at least so many letters may be missed by two of them."""

_LOOKALIKES: Final = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0455\u0501\u051b\u051d\u03bf\u03b1\u03b9\u03bd\u0131",
    "aeopcyxisdlwoaivi",
)
"""Cyrillic and Greek letters, in lower case, that look like Latin ones; and the `i` without a dot."""

TABLES: Final = MappingProxyType(
    {
        "build": ("render", "list", "publishresources"),
        "menu": (
            "identifier",
            "name",
            "pageref",
            "parent",
            "post",
            "pre",
            "title",
            "url",
            "weight",
            "params",
        ),
        "resources": ("src", "name", "title", "params"),
        "target": ("path", "kind", "environment", "sites"),
    }
)
"""What Hugo's own tables have, in lower case; the schema knows `sitemap`."""
TARGET_KEYS: Final = frozenset({*TABLES["target"], "lang"})
"""The same of a target, with the key that only an older Hugo takes."""
_TABLE_SPELLING: Final = MappingProxyType({"publishresources": "publishResources", "pageref": "pageRef"})


def is_field(name: str) -> bool:
    """Whether Hugo reads a top-level key, given in lower case; taxonomies come on top."""
    return name in _FIELDS or name in _OTHERS


def spelled(field: str) -> str:
    """A field as Hugo's documentation writes it, from its name in lower case."""
    return _FIELDS[field][0] if field in _FIELDS else _TABLE_SPELLING.get(field, field)


def takes(field: str) -> Takes:
    """What a field takes, from its name in lower case; taxonomies take texts and lists."""
    return _FIELDS[field][1] if field in _FIELDS else Takes.LIST


@lru_cache(maxsize=4096)  # a site writes the same few keys on all of its pages
def near_field(key: str, taxonomies: frozenset[str]) -> str | None:
    """The field or taxonomy that a key in lower case is a slip of; None for one that is not a slip.

    `taxonomies` are the plural names. A slip keeps the first letter, or turns the first two around.
    """
    if is_field(key) or key in taxonomies or key in _OWN_WORDS:
        return None
    if key in _MEANT:
        return _MEANT[key]
    for plural in sorted(taxonomies):
        if key in _singulars(plural):
            return plural
    bare = key.strip("“”„‟‘’\"'").replace("_", "").replace("-", "").translate(_LOOKALIKES)
    if bare in _FIELDS or bare in taxonomies:
        return bare
    if _is_doubled(bare, "alias"):
        return "aliases"
    names = (*_FIELDS, *sorted(taxonomies - set(_FIELDS)))
    return next((name for name in names if _is_near(bare, name)), None)


@lru_cache(maxsize=1024)
def near_in_table(key: str, table: str) -> str | None:
    """The key of one of Hugo's own tables that a key there, in lower case, is a slip of.

    Hugo reads nothing else in them, so an entry may be missed by any one letter. None for other keys, and for
    fields of pages, which are in the wrong table.
    """
    have = TABLES[table]
    bare = key.replace("_", "").replace("-", "").translate(_LOOKALIKES)
    if key in have or bare in have:
        return None if key in have else bare
    if is_field(key):
        return None
    return next((name for name in have if _is_near(bare, name) or _is_one_off(bare, name)), None)


def foreign_letter(key: str) -> str:
    """The first letter of a key that looks like a Latin one and is not; empty without any.

    >>> foreign_letter("dr\u0430ft") == "\u0430", foreign_letter("draft")
    (True, '')
    """
    return next((char for char in key if char.lower().translate(_LOOKALIKES) != char.lower()), "")


def near_target(key: str) -> str | None:
    """`target`, where a key of a cascade, in lower case, is a slip of it."""
    bare = key.strip("_")
    return "target" if key not in ("target", "_target") and _is_near(bare, "target") else None


def _singulars(plural: str) -> tuple[str, ...]:
    """What one of them may be called: the settings may say anything, as in `tag = "tags"`."""
    if plural.endswith("ies"):
        return (f"{plural[:-3]}y", f"{plural[:-3]}ys")
    return (plural[:-1],) if plural.endswith("s") and len(plural) > 3 else ()


def _is_near(key: str, field: str) -> bool:
    if abs(len(key) - len(field)) > 2 or not key.isidentifier():
        return False
    if len(field) <= _SHORT:
        return _is_turned(key, field) or _is_doubled(key, field) or _is_short_of(key, field)
    if key[0] != field[0] and key[:2] != field[1::-1]:
        return False
    distance = _distance(key, field)
    # Another ending makes another word: `resourceid` is not a slip for `resources`.
    return distance == 1 or (
        distance == 2
        and len(field) >= _LONG
        and key[:-2] != field[: len(key) - 2]
        and key[: len(field) - 2] != field[:-2]
    )


def _is_turned(key: str, field: str) -> bool:
    """Whether two neighbours have changed places."""
    if len(key) != len(field):
        return False
    differ = [at for at in range(len(key)) if key[at] != field[at]]
    return (
        len(differ) == 2
        and differ[1] == differ[0] + 1
        and key[differ[0]] == field[differ[1]]
        and key[differ[1]] == field[differ[0]]
    )


def _is_doubled(key: str, field: str) -> bool:
    """Whether a letter is there one time too often."""
    if len(key) != len(field) + 1:
        return False
    return any(key[at] == key[at - 1] and key[:at] + key[at + 1 :] == field for at in range(1, len(key)))


def _is_short_of(key: str, field: str) -> bool:
    """Whether a short field lacks a letter, or a date has a wrong one, whose values tell it apart."""
    if field == "date":
        return _is_one_off(key, field)
    return field in ("slug", "tags") and len(key) == 3 and _is_one_off(key, field)


def _is_one_off(key: str, name: str) -> bool:
    """Whether one letter is wrong, missing or too much, but not the first."""
    return abs(len(key) - len(name)) < 2 and key[:1] == name[0] and _distance(key, name) == 1


def _distance(one: str, other: str) -> int:
    """Letters that are wrong, missing, too much, or in the place of a neighbour (Damerau, restricted)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        now = [at]
        for to, letter in enumerate(other, 1):
            cost = min(row[to] + 1, now[to - 1] + 1, row[to - 1] + (char != letter))
            if at > 1 and to > 1 and char == other[to - 2] and one[at - 2] == letter:
                cost = min(cost, before[to - 2] + 1)
            now.append(cost)
        before, row = row, now
    return row[-1]


def fits(value: Value, field: str) -> bool:
    """Whether a value is of the kind that the field takes: a slip changes the key, not the value."""
    match takes(field):
        case Takes.TEXT:
            return isinstance(value, (str, int, float)) and not isinstance(value, bool)
        case Takes.LIST:
            items = value if isinstance(value, list) else [value]
            return bool(items) and all(isinstance(item, (str, int)) and item is not True for item in items)
        case Takes.BOOLEAN:
            return isinstance(value, bool) or (isinstance(value, str) and value.lower() in _TRUTHS)
        case Takes.NUMBER:
            return isinstance(value, (int, float)) and not isinstance(value, bool)
        case Takes.DATE:
            return isinstance(value, str) and value[:4].isdigit() and "-" in value[4:5]
        case Takes.MAP:
            return isinstance(value, (dict, list))
        case Takes.ANY:
            return True


_TRUTHS: Final = frozenset({"true", "false", "yes", "no", "on", "off"})
