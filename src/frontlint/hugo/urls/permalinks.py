"""Permalink patterns to paths (resources/page/permalinks.go)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Language, Permalink, patterns
from frontlint.hugo.config.sanitize import query_unescape, urlize
from frontlint.hugo.pages.node import Node
from frontlint.hugo.pages.sections_tree import PageTree
from frontlint.hugo.values import versions
from frontlint.hugo.values.glob import matches
from frontlint.hugo.values.gopath import clean, join
from frontlint.hugo.values.kinds import Kind

_MOST = 64
"""Attributes of one pattern that are filled in."""
_LONGEST = 65_536
_NO_DATE = datetime(1, 1, 1, tzinfo=UTC)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


class Expansion(NamedTuple):
    """A pattern filled in. `certain` is false where it takes something that frontlint does not know."""

    text: str
    certain: bool = True


def permalink_of(node: Node, tree: PageTree) -> Expansion:
    """The path that the configuration's permalinks give a page; empty where none is for it.

    Hugo walks the map form in random order, so that two entries for one page are a toss.
    """
    entries = fitting(node.language, node.kind, node.path)
    if not entries:
        return Expansion("")
    if len(entries) == 1:
        text, sure = _fill(entries[0].pattern, node, tree)
        return Expansion(_unescaped(text), sure)
    made = [_fill(entry.pattern, node, tree) for entry in entries]
    texts = {_unescaped(filled.text) for filled in made}
    certain = len(texts) == 1 and all(expansion.certain for expansion in made)
    return Expansion(min(texts), certain)


def _unescaped(text: str) -> str:
    """Without escapes; nothing stays nothing. Of a bad escape Hugo makes no text, and of that a dot."""
    return clean(query_unescape(text)) if text else ""


def fitting(language: Language, kind: Kind, path: str) -> list[Permalink]:
    """The permalinks for a page of this kind at this logical path: Hugo takes one of the first group."""
    found: list[Permalink] = []
    for permalink in _those_for(language.permalinks, kind):
        if (not found or permalink.group == found[0].group) and (
            not permalink.target.path or matches(permalink.target.path, path)
        ):
            found.append(permalink)
    return found


_LATEST: dict[Kind, tuple[object, tuple[Permalink, ...]]] = {}
"""For each kind, the permalinks that were asked about last, and those of them that may be for it."""


def _those_for(permalinks: tuple[Permalink, ...], kind: Kind) -> tuple[Permalink, ...]:
    """As `_of_kind`, without their hash: a language asks about the same ones for each page."""
    asked, found = _LATEST.get(kind, (None, ()))
    if asked is not permalinks:
        found = _of_kind(permalinks, kind)
        _LATEST[kind] = permalinks, found
    return found


@lru_cache(maxsize=256)
def _of_kind(permalinks: tuple[Permalink, ...], kind: Kind) -> tuple[Permalink, ...]:
    """Those that are not for pages of other kinds alone."""
    asked = ((permalink, permalink.target.kind) for permalink in permalinks)
    return tuple(permalink for permalink, wanted in asked if not wanted or matches(wanted, kind))


def expand(pattern: str, node: Node, tree: PageTree) -> Expansion:
    """The pattern with its attributes filled in, and without the escapes that they brought along."""
    filled = _fill(pattern, node, tree)
    return Expansion(query_unescape(filled.text), filled.certain)


def _fill(pattern: str, node: Node, tree: PageTree) -> Expansion:
    form, attributes = _form(pattern)
    if len(attributes) > _MOST:
        return Expansion("", certain=False)
    values: list[str] = []
    certain, length = True, 0
    for attribute in attributes:
        value, known = _value(attribute, node, tree)
        length += len(value)
        if length > _LONGEST:  # no system takes such a path
            return Expansion("", certain=False)
        values.append(value)
        certain = certain and known
    together = "".join(values)
    if not form or ":" in together or "\0" in together:
        return Expansion(_fill_in_turn(pattern, attributes, values), certain)
    return Expansion(form % tuple(values), certain)


@lru_cache(maxsize=256)  # as `patterns.attributes`
def _form(pattern: str) -> tuple[str, tuple[str, ...]]:
    """A pattern with `%s` for each of its attributes, and these; no text where other colons are in it."""
    attributes = patterns.attributes(pattern)
    rest, literals = pattern.replace(patterns.ESCAPED_COLON, "\0"), []
    for attribute in attributes:
        literal, _, rest = rest.partition(f":{attribute}")
        literals.append(literal)
    if any(":" in literal for literal in (*literals, rest)):
        return "", attributes
    escaped = (literal.replace("\0", ":").replace("%", "%%") for literal in (*literals, rest))
    return "%s".join(escaped), attributes


def _fill_in_turn(pattern: str, attributes: Sequence[str], values: Sequence[str]) -> str:
    """As Hugo does it: a value with a colon may look like one of the attributes that come next."""
    text = pattern.replace(patterns.ESCAPED_COLON, "\0")
    for attribute, value in zip(attributes, values, strict=True):
        text = text.replace(f":{attribute}", value, 1)
    return text.replace("\0", ":")


def _value(attribute: str, node: Node, tree: PageTree) -> tuple[str, bool]:
    """The value of an attribute, and whether frontlint is sure of it."""
    if attribute in _BY_NODE:
        sure = attribute not in patterns.TITLE_ATTRIBUTES or _is_sure(attribute, node)
        return _BY_NODE[attribute](node), sure
    if attribute == "sections":
        return tree.current_section(node).path.strip("/"), True
    if attribute.startswith("sections["):
        entries = [part for part in tree.current_section(node).path.split("/") if part]
        return join(*_cut(entries, attribute[len("sections") :])), True
    if attribute.startswith("sectionslug"):
        return _section_slugs(attribute, node, tree)
    return _date(attribute, node), node.dates.date is not None or not node.is_branch


def _is_sure(attribute: str, node: Node) -> bool:
    return node.has_known_title or (attribute == "slug" and bool(node.slug))


def _section_slugs(attribute: str, node: Node, tree: PageTree) -> tuple[str, bool]:
    sections: Sequence[Node] = tree.sections_down_to(node)
    if attribute == "sectionslug":
        sections = sections[:1]
    elif attribute.startswith("sectionslugs["):
        at = _cut([str(index) for index in range(len(sections))], attribute[len("sectionslugs") :])
        sections = [sections[int(index)] for index in at]
    certain = all(_is_sure("slug", section) for section in sections)
    return join(*(_slug_else_title(section) for section in sections)), certain


def _title(node: Node) -> str:
    """The title; a slash in it makes folders of a term or taxonomy; of others in an older Hugo only."""
    title = node.title
    if node.kind not in (Kind.TERM, Kind.TAXONOMY) and node.hugo >= versions.NO_SLASH_IN_TITLES:
        title = title.replace("/", "-").replace("\\", "-")
    return urlize(title, node.language)


def _slug_else_title(node: Node) -> str:
    return urlize(node.slug, node.language) if node.slug else _title(node)


def _filename(node: Node) -> str:
    """The file's name; for `index` that of its folder, for `_index` and a made page nothing."""
    if node.location is None:
        return ""
    name = node.location.as_written.file_name
    if name == "index":
        name = node.location.raw_folder.rpartition("/")[2]
    return urlize(name, node.language) if name != "_index" else ""


def _base_name(node: Node) -> str:
    return urlize(node.raw_base_name, node.language)


def _slug_or(otherwise: Callable[[Node], str]) -> Callable[[Node], str]:
    return lambda node: urlize(node.slug, node.language) if node.slug else otherwise(node)


_BY_NODE: Mapping[str, Callable[[Node], str]] = {
    "section": lambda node: node.section,
    "title": _title,
    "slug": _slug_else_title,
    "filename": _filename,
    "slugorfilename": _slug_or(_filename),
    "contentbasename": _base_name,
    "slugorcontentbasename": _slug_or(_base_name),
}


def _date(attribute: str, node: Node) -> str:
    moment = node.dates.date or _NO_DATE
    named = {
        "year": str(moment.year),
        "month": f"{moment.month:02}",
        "monthname": _MONTHS[moment.month - 1],
        "day": f"{moment.day:02}",
        "weekday": str(moment.isoweekday() % 7),
        "weekdayname": _DAYS[moment.weekday()],
        "yearday": str(moment.timetuple().tm_yday),
    }
    return named.get(attribute) or patterns.GO_DATE.sub(
        lambda found: _element(found.group(), moment), attribute
    )


def _element(name: str, moment: datetime) -> str:
    """One element of a Go date layout (time/format.go)."""
    month, day, hour = _MONTHS[moment.month - 1], _DAYS[moment.weekday()], moment.hour % 12 or 12
    yearday = moment.timetuple().tm_yday
    written = {
        "January": month, "Jan": month[:3], "Monday": day, "Mon": day[:3], "MST": moment.tzname() or "UTC",
        "2006": f"{moment.year:04}", "06": f"{moment.year % 100:02}", "01": f"{moment.month:02}",
        "1": str(moment.month), "02": f"{moment.day:02}", "2": str(moment.day), "_2": f"{moment.day:2}",
        "002": f"{yearday:03}", "__2": f"{yearday:3}", "15": f"{moment.hour:02}", "03": f"{hour:02}",
        "3": str(hour), "04": f"{moment.minute:02}", "4": str(moment.minute), "05": f"{moment.second:02}",
        "5": str(moment.second), "PM": moment.strftime("%p"), "pm": moment.strftime("%p").lower(),
    }  # fmt: skip
    zone = moment.strftime("%z")
    return written.get(name) or ("Z" if zone in ("", "+0000") else zone[: 5 if name == "Z0700" else 3])


def _cut(entries: Sequence[str], spec: str) -> list[str]:
    """`[1]`, `[last]`, `[1:]`, `[:2]`: out of bounds gives nothing, never an error (toSliceFunc)."""
    inside = spec.strip().lower()[1:-1]
    if not entries or not spec.endswith("]"):
        return []
    first, colon, second = inside.partition(":")
    low = _index(first, 0, entries)
    if not colon:
        return [entries[low]] if 0 <= low < len(entries) else []
    high = _index(second, len(entries), entries)
    low = -1 if low >= len(entries) else low
    return list(entries[low : min(high, len(entries))]) if 0 <= low <= high else []


def _index(text: str, otherwise: int, entries: Sequence[str]) -> int:
    if not text:
        return otherwise
    if text == "last":
        return len(entries) - 1
    return max(int(text), 0) if text.lstrip("-").isdigit() else 0
