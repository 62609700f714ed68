"""Why Hugo refuses a page that it can read."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import partial
from pathlib import PurePosixPath
from typing import Final

from frontlint.base.choice import StrEnum
from frontlint.base.phrases import clip, code, listing, shorten
from frontlint.base.record import NamedTuple
from frontlint.base.suggest import close_to
from frontlint.frontmatter.document import Moment, Value
from frontlint.frontmatter.route import Route, to_words
from frontlint.hugo.config import Config, Language
from frontlint.hugo.config.matrix import bad_patterns, is_glob
from frontlint.hugo.config.patterns import unknown_attribute
from frontlint.hugo.config.targets import NOT_IN_CASCADE, hands_down, is_kind, items_of
from frontlint.hugo.fields.dates import bad_dates
from frontlint.hugo.fields.decoded import (
    Undecoded,
    undecoded_build,
    undecoded_sitemap,
    undecoded_sites,
    undecoded_target,
)
from frontlint.hugo.values.cast import as_mapping, as_text
from frontlint.hugo.values.entries import entries
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.media import media_type, media_type_of_markup
from frontlint.hugo.values.versions import LANG_IN_TARGET_REFUSED, OLDEST, UNDERSCORE_BUILD_REFUSED, Version

_REFUSES: Final = "Hugo refuses "
SHOWS_MENU: Final = "so the build fails when a menu shows it"
_NAMED: Final = 40
_PAIR: Final = 48
_USUAL_FORMATS: Final = ("html", "rss", "json")
_MOST_FORMATS: Final = 6
_UNLESS: Final = " content unless `security.allowContent` names it, so the build fails"


class RefusalKind(StrEnum):
    """What a refusal is about; dates and aliases have separate rules."""

    DATE = "date"
    ALIAS = "alias"
    URL = "url"
    BUILD = "build"
    CASCADE = "cascade"
    PARAMS = "params"
    OUTPUTS = "outputs"
    MARKUP = "markup"
    CONTENT = "content"
    VALUE = "value"
    MENU = "menu"


class Refusal(NamedTuple):
    """One reason: at which route of `front`, at its key or its value, and what to say.

    `meant` are the items of the list that a text was meant to be.
    """

    kind: RefusalKind
    route: Route
    message: str
    help: str = ""
    on_key: bool = False
    meant: tuple[str, ...] = ()


def refusals(front: Mapping[str, Value], config: Config, path: str) -> list[Refusal]:
    """Every reason for which Hugo's build ends with an error at this page, other than syntax.

    `front` is what the page itself says, keys in lower case.
    """
    found = _decoded(front, config, cascaded=False)
    if "markup" in front or not path.endswith(".md") or config.allowed_content is not None:
        found = [*_content(front, config, path), *found]
    if "cascade" not in front and "params" not in front:  # here and below: most pages lack most fields
        return found
    # An older Hugo does not look at the cascade of a page that has none below it. [bin]
    if config.hugo_version >= OLDEST or PurePosixPath(path).name.startswith("_index."):
        found += _cascade(front, config.hugo_version)
    return [*found, *_params(front)]


def refusals_of_cascade(front: Mapping[str, Value], config: Config) -> list[Refusal]:
    """The same for what a cascade hands down; it stops the build if it reaches a page.

    What a cascade says of `markup` and `params` comes too late to stop anything.
    """
    return _decoded(front, config, cascaded=True)


def _decoded(front: Mapping[str, Value], config: Config, *, cascaded: bool) -> list[Refusal]:
    language = config.default
    found = list(_dates(front, language))
    if "_build" in front and config.hugo_version >= UNDERSCORE_BUILD_REFUSED:
        found += _old_build(front)
    if "aliases" in front and _may_be_address(front["aliases"]):
        found += _aliases(front)
    if "url" in front:
        found += _url(front)
    if "menus" in front or "menu" in front:
        found += _menus(front)
    if "build" in front:
        found += map(partial(_undecoded, RefusalKind.BUILD, "build"), undecoded_build(front["build"]))
    if "sitemap" in front:
        found += map(partial(_undecoded, RefusalKind.VALUE, "sitemap"), undecoded_sitemap(front["sitemap"]))
    if "sites" in front:
        found += _sites(front["sites"], config, cascaded=cascaded)
    if "outputs" in front and not config.foreign_formats:
        found += _outputs(front, language)
    return found


def _sites(sites: Value, config: Config, *, cascaded: bool) -> Iterator[Refusal]:
    yield from map(partial(_undecoded, RefusalKind.VALUE, "sites"), undecoded_sites(sites, cascaded=cascaded))
    # Hugo does not ask the matrix where there is nothing to choose from. [bin]
    used = ("matrix", "complements") if len(config.languages) > 1 else ("complements",)
    for route, text in bad_patterns(sites, used):
        yield _bad_pattern(RefusalKind.VALUE, ("sites", *route), text)


def _menus(front: Mapping[str, Value]) -> Iterator[Refusal]:
    """Hugo reads the menus of a page when a template first shows one."""
    from frontlint.hugo.fields.menus import undecoded_menus  # few pages have any

    for key in ("menu", "menus"):
        for wrong in undecoded_menus(key, front[key]) if key in front else ():
            named = _named(key, wrong)
            if len(named) > _NAMED:
                named = f"`{clip(to_words((key, *wrong.route)), _NAMED - 8)}`"
            what = f"Hugo cannot read {named} as {wrong.wanted}, {SHOWS_MENU}"
            yield Refusal(RefusalKind.MENU, (key, *wrong.route), what, wrong.help)


def _undecoded(kind: RefusalKind, field: str, wrong: Undecoded) -> Refusal:
    message = f"Hugo cannot read {_named(field, wrong)} as {wrong.wanted}, so the build fails"
    return Refusal(kind, (field, *wrong.route), message, wrong.help)


def _named(field: str, wrong: Undecoded) -> str:
    """The value in words, with the field that it is in."""
    where, value = clip(to_words((field, *wrong.route, *wrong.within)), 34), _quoted(wrong.value)
    named = isinstance(wrong.value, dict | list) or not value
    return f"{value or 'an empty text'} in `{where}`" if named else f"`{shorten(f'{where}: {value}', _PAIR)}`"


def _bad_pattern(kind: RefusalKind, route: Route, text: str) -> Refusal:
    where = clip(to_words(route), 40)
    message = f"Hugo cannot read `{shorten(text, 20)}` in `{where}` as a pattern, so the build fails"
    return Refusal(kind, route, message, "close its brackets and braces, and write `\\\\` for a backslash")


def _dates(front: Mapping[str, Value], language: Language) -> Iterator[Refusal]:
    for name in bad_dates(front, language.dates, language.zone):
        yield Refusal(
            RefusalKind.DATE,
            (name,),
            f"Hugo cannot read `{name}: {_quoted(front[name])}` as a date, so the build fails",
            f"write for example `{name}: 2024-01-31` or `{name}: 2024-01-31T09:00:00Z`",
        )


def _may_be_address(aliases: Value) -> bool:
    """A quick look: false only where each alias is a text that begins like no full address."""
    if not isinstance(aliases, list):
        return True
    for alias in aliases:  # noqa: SIM110 - half the time of `any`
        if type(alias) is not str or alias[:4] == "http":
            return True
    return False


def _aliases(front: Mapping[str, Value]) -> Iterator[Refusal]:
    for route, alias in entries(front, "aliases"):
        if alias.startswith(("http://", "https://")):
            yield Refusal(
                RefusalKind.ALIAS,
                route,
                f"the alias `{shorten(alias, 40)}` is a whole address, so Hugo's build fails",
                f"write `{path}`" if (path := _path_of(alias)) != "/" else "delete this alias",
            )


def _url(front: Mapping[str, Value]) -> Iterator[Refusal]:
    url = as_text(front.get("url"))
    if not url:
        return
    if url.startswith(("http://", "https://")):
        yield Refusal(
            RefusalKind.URL,
            ("url",),
            f"`url: {shorten(url, 40)}` is a whole address, so Hugo's build fails",
            f"write `url: {_path_of(url)}`",
        )
    unknown = unknown_attribute(url)
    if unknown is not None:
        message = f"Hugo does not know `{shorten(unknown, 40)}` in `url`, so the build fails"
        yield Refusal(RefusalKind.URL, ("url",), message, "write `\\:` for a colon that you mean as one")


def _old_build(front: Mapping[str, Value]) -> Iterator[Refusal]:
    if "_build" in front:
        message = "Hugo no longer takes `_build`, so the build fails"
        yield Refusal(RefusalKind.BUILD, ("_build",), message, "rename it to `build`", on_key=True)


def _cascade(front: Mapping[str, Value], version: Version) -> Iterator[Refusal]:
    """Hugo takes a mapping or any list, of which it reads the mappings (hmaps.ToSliceStringMap)."""
    if "cascade" not in front:
        return
    value = front["cascade"]
    if value is not None and not isinstance(value, dict | list):
        message = (
            f"`cascade` must be a mapping or a list of them, but it is {_in_words(value)}, so the build fails"
        )
        help_text = "write for example `cascade: {draft: true}`"
        yield Refusal(RefusalKind.CASCADE, ("cascade",), message, help_text)
    for below, item in items_of(value):
        route: Route = ("cascade", *below)
        yield from _cascade_target(item, route, version)
        for key in item:
            if lower(key) in NOT_IN_CASCADE:
                message = f"`{shorten(key)}` cannot be in `cascade`: the build fails"
                help_text = "put it under `target`, such as `target: {kind: page}`"
                yield Refusal(RefusalKind.CASCADE, (*route, key), message, help_text)


def _cascade_target(item: dict[str, Value], route: Route, version: Version) -> Iterator[Refusal]:
    """What stops Hugo in a target; `lang` was taken before 0.166."""
    for name, target in item.items():
        where: Route = (*route, name)
        if lower(name) not in ("target", "_target") or target is None:
            continue
        if isinstance(target, Moment):
            continue  # a structure without fields
        if not isinstance(target, dict):
            message = (
                f"the `target` of a cascade must be a mapping, not {_in_words(target)}, so the build fails"
            )
            yield Refusal(RefusalKind.CASCADE, where, message, "write for example `target: {kind: page}`")
            continue
        for key in target if hands_down(item) and version >= LANG_IN_TARGET_REFUSED else ():
            if lower(key) == "lang":
                message = "Hugo no longer takes `lang` in a cascade's `target`, so the build fails"
                help_text = "write `sites: {matrix: {languages: [en]}}` in the target"
                yield Refusal(RefusalKind.CASCADE, (*where, key), message, help_text)
        wrong = next(undecoded_target(target), None)
        if wrong is not None:
            one = _undecoded(RefusalKind.CASCADE, name, wrong)
            yield one._replace(route=(*where, *wrong.route))
            continue
        yield from _patterns_of_target(target, where, used=hands_down(item))


def _patterns_of_target(target: dict[str, Value], where: Route, *, used: bool) -> Iterator[Refusal]:
    """The patterns of a target that Hugo cannot use (page_matcher.go).

    A cascade that hands nothing down is not used, and Hugo looks at its kind alone.
    """
    for key, value in target.items():
        name, pattern = lower(key), lower(as_text(value))
        if name in ("path", "environment", "kind") and (used or name == "kind"):
            if not is_glob(pattern):
                yield _bad_pattern(RefusalKind.CASCADE, (*where, key), pattern)
            elif name == "kind" and pattern and not is_kind(pattern):
                message = f"Hugo has no kind of page `{shorten(pattern)}`, so the build fails"
                help_text = "write `page`, `section`, `home`, `taxonomy` or `term`"
                yield Refusal(RefusalKind.CASCADE, (*where, key), message, help_text)
        elif name == "sites" and used:
            for below, text in bad_patterns(value, ("matrix",)):
                yield _bad_pattern(RefusalKind.CASCADE, (*where, key, *below), text)


def _params(front: Mapping[str, Value]) -> Iterator[Refusal]:
    value = front.get("params")
    if value is not None and as_mapping(value) is None:
        message = f"`params` must be a mapping, but it is {_in_words(value)}, so Hugo's build fails"
        yield Refusal(
            RefusalKind.PARAMS,
            ("params",),
            message,
            "write `params:`, and each parameter below it as `name: value`",
        )


def _outputs(front: Mapping[str, Value], language: Language) -> Iterator[Refusal]:
    for route, name in entries(front, "outputs"):
        if lower(name) not in language.formats:
            message = f"Hugo has no output format `{shorten(name, 40)}`, so the build fails"
            meant = _formats_in(as_text(front["outputs"]), language)
            near = _format_meant(lower(name), language.formats)
            advice = f"write `outputs: [{', '.join(meant)}]`" if meant else near
            yield Refusal(RefusalKind.OUTPUTS, route, message, advice, meant=tuple(meant))
            if meant:
                return


def _formats_in(text: str, language: Language) -> list[str]:
    """The formats that a text such as `html, rss` was meant to list; none unless Hugo knows all of them."""
    names = [name.strip("\"'") for name in text.strip("[]").replace(",", " ").split()]
    return names if all(lower(name) in language.formats for name in names) else []


def _format_meant(name: str, formats: Collection[str]) -> str:
    """The likeliest format first, then those that sites use most."""
    near = close_to(name, formats)
    if near:
        return f"write `{near}`"
    first = [one for one in _USUAL_FORMATS if one in formats]
    others = sorted(set(formats) - set(first))
    shown = [*first, *others][:_MOST_FORMATS]
    left = len(first) + len(others) - len(shown)
    return f"write {listing([code(one, 30) for one in shown], left, 'or')}"


def _content(front: Mapping[str, Value], config: Config, path: str) -> Iterator[Refusal]:
    markup = as_text(front.get("markup"))
    kind = media_type_of_markup(markup) if markup else media_type(path)
    if kind is None:
        message = f"Hugo does not know `markup: {shorten(markup, 40)}`, so the build fails"
        yield Refusal(RefusalKind.MARKUP, ("markup",), message, "write for example `markup: markdown`")
    elif not config.allows_content(kind):
        message = f"{_REFUSES}{kind}{_UNLESS}"
        route: Route = ("markup",) if markup else ()
        yield Refusal(
            RefusalKind.CONTENT, route, message, "allow it in Hugo's configuration, or write Markdown"
        )


def refused_content(message: str) -> str | None:
    """The media type that a message of `RefusalKind.CONTENT` is about; None for any other message."""
    if message.startswith(_REFUSES) and message.endswith(_UNLESS):
        return message[len(_REFUSES) : -len(_UNLESS)]
    return None


def _path_of(address: str) -> str:
    """The path of an address, which is what Hugo takes."""
    return "/" + shorten(address.partition("://")[2].partition("/")[2], 60)


def _in_words(value: Value) -> str:
    plain = isinstance(value, dict | list) or value is None
    return _quoted(value) if plain else code(_quoted(value))


def _quoted(value: Value) -> str:
    if isinstance(value, dict | list):
        return "a mapping" if isinstance(value, dict) else "a list"
    return "null" if value is None else shorten(as_text(value), 40)
