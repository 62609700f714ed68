"""The languages of a project: which are built, in which order, and what each of them says otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from datetime import UTC, tzinfo
from urllib.parse import unquote, urlsplit

from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.address import fault_of_address
from frontlint.hugo.config.formats import read_formats, read_outputs
from frontlint.hugo.config.matrix import holds
from frontlint.hugo.config.model import (
    Cascade,
    ConfigError,
    DateOrder,
    Language,
    OutputFormat,
    Permalink,
    Target,
    Taxonomy,
)
from frontlint.hugo.config.permalinks import permalinks_of
from frontlint.hugo.config.raw import merge
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.sanitize import path_escape, sanitize
from frontlint.hugo.config.targets import CASCADE_KEYS, configured_cascades
from frontlint.hugo.values.cast import as_boolean, as_number, as_strings, as_terms, as_text
from frontlint.hugo.values.glob import matches
from frontlint.hugo.values.gopath import clean, lower, normalize
from frontlint.hugo.values.versions import Version

DEFAULT_TAXONOMIES: Mapping[str, Value] = {"tag": "tags", "category": "categories"}
"""Those that Hugo has without a setting: plural by singular."""
_TWINS: Mapping[str, tuple[str, ...]] = {
    "lastmod": ("modified",),
    "publishdate": ("pubdate", "published"),
    "expirydate": ("unpublishdate",),
}


class Languages(NamedTuple):
    """The languages that are built, in Hugo's order, and the codes of those that are not."""

    built: tuple[Language, ...]
    disabled: frozenset[str]
    default: str


def read_languages(
    raw: Raw, environment: str, version: Version, *, foreign_formats: bool = False
) -> Languages:
    """All languages of a project. Raises ConfigError for what Hugo refuses.

    `foreign_formats` tells that a module may have output formats that are not known.
    """
    in_subdir = bool(as_boolean(raw.get("defaultcontentlanguageinsubdir")))
    _base_path(as_text(raw.get("baseurl")))
    blocks = _blocks(raw.get("languages"))
    default = lower(as_text(raw.get("defaultcontentlanguage")))
    if not blocks:
        blocks = {default or "en": {}}
    off = {lower(code) for code in as_terms(raw.get("disablelanguages"))}
    off |= {code for code, block in blocks.items() if as_boolean(block.get("disabled"))}
    codes = [code for code in sorted(blocks, key=lambda code: _rank(code, blocks[code])) if code not in off]
    _check_default(default, blocks, off)
    for code in off & blocks.keys():  # Hugo reads these, too
        _base_path(as_text(blocks[code].get("baseurl")), ("languages", code))
    if not codes:
        keys = ("disablelanguages",) if "disablelanguages" in raw else ("languages",)
        raise ConfigError("every language is disabled", keys=keys)
    default = default or ("en" if "en" in codes else codes[0])
    hosts = len(codes) > 1 and any("baseurl" in blocks[code] for code in codes)
    prefixed = {code for code in codes if not hosts and (in_subdir if code == default else len(codes) > 1)}
    places = {code: _LanguageRoot(code if code in prefixed else "", code if hosts else "") for code in codes}
    project = _Project(raw, environment, version, tuple(codes), foreign_formats)
    built = tuple(_read_language(code, blocks[code], project, places[code]) for code in codes)
    return Languages(built, frozenset(off), default)


def _blocks(named: Value) -> dict[str, Raw]:
    """The settings of each language (langs/config.go)."""
    blocks: dict[str, Raw] = {}
    if named is not None and not isinstance(named, dict):
        raise ConfigError(
            "`languages` must be a mapping of codes to settings, such as `en: {weight: 1}`",
            keys=("languages",),
        )
    for code, block in named.items() if isinstance(named, dict) else ():
        if not isinstance(block, dict):
            raise ConfigError(
                f"the settings of the language `{shorten(code)}` must be a mapping, such as `{{weight: 1}}`",
                keys=("languages", code),
            )
        if " " in code:
            raise ConfigError(
                f"`{shorten(code)}` cannot be a language: delete the space", keys=("languages", code)
            )
        blocks[code] = block
    return blocks


def _check_default(default: str, blocks: Mapping[str, Raw], off: AbstractSet[str]) -> None:
    if default and default not in blocks:
        words = f"`defaultContentLanguage` is `{shorten(default)}`: write one of {', '.join(blocks)}"
        raise ConfigError(words, keys=("defaultcontentlanguage",))
    if default in off:
        raise ConfigError(
            f"`defaultContentLanguage` `{shorten(default)}` is disabled: write a language that is built",
            keys=("defaultcontentlanguage",),
        )


class _Project(NamedTuple):
    """What all languages share: the project's settings, and the codes of the languages that are built."""

    raw: Raw
    environment: str
    version: Version
    codes: tuple[str, ...]
    foreign_formats: bool

    def permalinks(self, code: str, block: Raw) -> tuple[Permalink, ...]:
        """The permalinks that may fit a page of a language."""
        return tuple(
            permalink
            for permalink in permalinks_of(code, block, self.raw, self.version)
            if self._is_for(permalink.target, code)
        )

    def _is_for(self, target: Target, code: str) -> bool:
        languages, environment = target.languages, target.environment
        return (not languages or holds(languages, code, self.codes)) and (
            not environment or matches(environment, self.environment)
        )

    def outputs(
        self, code: str, block: Raw, own: Raw, formats: Mapping[str, OutputFormat]
    ) -> dict[str, tuple[str, ...]]:
        """The output formats of each kind; `own` is the language's settings laid over the project's."""
        known = None if self.foreign_formats else formats
        above = ("languages", code) if "outputs" in block else ()
        return read_outputs(own, known, above, _disabled_kinds(own.get("disablekinds")))

    def cascades(self, code: str, block: Raw, merged: Value) -> tuple[Cascade, ...]:
        """The cascades for a language; `merged` is what its own and the project's come to."""
        own = block.get("cascade")
        if isinstance(own, list):
            keys = ("languages", code, "cascade")
            raise ConfigError(
                "`cascade` of one language must be a mapping: Hugo's build fails with a list", keys=keys
            )
        if not isinstance(own, dict) or not isinstance(merged, dict):
            return configured_cascades(merged, ("cascade",), self.version)
        # What a language says itself is written elsewhere than what it takes over.
        taken = {key: value for key, value in merged.items() if key not in own or key in CASCADE_KEYS[:2]}
        mine = {key: value for key, value in merged.items() if key in own or key in CASCADE_KEYS[:2]}
        return (
            *configured_cascades(mine, ("languages", code, "cascade"), self.version),
            *configured_cascades(taken, ("cascade",), self.version),
        )


class _LanguageRoot(NamedTuple):
    """Where a language is published: with a prefix to its URLs, or as a separate host.

    One `baseURL` in any of several languages makes a host of each (langs: IsMultihost).
    """

    prefix: str
    host_dir: str


def _rank(code: str, block: Raw) -> tuple[bool, int, str]:
    weight = as_number(block.get("weight"))
    return weight == 0, weight, code


def _read_language(code: str, block: Raw, project: _Project, place: _LanguageRoot) -> Language:
    own: Raw = {}
    raw = project.raw
    merge(own, {key: value for key, value in raw.items() if key != "languages"})
    merge(own, block)
    base_path = _base_path(as_text(own.get("baseurl")), ("languages", code) if "baseurl" in block else ())
    formats = read_formats(own)
    return Language(
        code=code,
        weight=as_number(block.get("weight")),
        content_dir=clean(_content_dir(own).replace("\\", "/")).strip("/"),
        own_content_dir=_content_dir(own) != _content_dir(raw),
        prefix=place.prefix,
        host_dir=place.host_dir,
        taxonomies=_taxonomies(block.get("taxonomies", raw.get("taxonomies"))),
        permalinks=project.permalinks(code, block),
        cascade=project.cascades(code, block, own.get("cascade")),
        dates=_date_order(own.get("frontmatter")),
        zone=_zone(as_text(own.get("timezone"))),
        # Hugo asks the project for this one, whatever a language says (config/allconfig: isUglyURL).
        ugly_urls=_ugly(raw.get("uglyurls")),
        disabled_kinds=_disabled_kinds(own.get("disablekinds")),
        disable_aliases=bool(as_boolean(own.get("disablealiases"))),
        build_drafts=bool(as_boolean(own.get("builddrafts"))),
        build_future=bool(as_boolean(own.get("buildfuture"))),
        build_expired=bool(as_boolean(own.get("buildexpired"))),
        disable_path_to_lower=bool(as_boolean(own.get("disablepathtolower"))),
        remove_path_accents=bool(as_boolean(own.get("removepathaccents"))),
        capitalize_list_titles=as_boolean(own.get("capitalizelisttitles", True)) is not False,
        title_case_style=lower(as_text(own.get("titlecasestyle"))) or "ap",
        pluralize_list_titles=as_boolean(own.get("pluralizelisttitles", True)) is not False,
        base_path=path_escape(base_path),
        link_base="" if as_boolean(own.get("canonifyurls")) else base_path,
        outputs=project.outputs(code, block, own, formats),
        formats=formats,
        title=as_text(own.get("title")),
    )


def _content_dir(settings: Raw) -> str:
    """The content folder as it is written: Hugo does not see that `./c/` is `c`. [bin]"""
    return as_text(settings.get("contentdir")) or "content"


def _taxonomies(value: Value) -> tuple[Taxonomy, ...]:
    settings = DEFAULT_TAXONOMIES if value is None else value if isinstance(value, dict) else {}
    pairs = [(singular, as_text(plural)) for singular, plural in settings.items() if as_text(plural)]
    return tuple(
        Taxonomy(singular, lower(plural), "/" + sanitize(normalize(plural)), plural)
        for singular, plural in pairs
    )


def _date_order(value: Value) -> DateOrder:
    """`frontmatter`: `:default` means Hugo's own order; each field brings its other names along."""
    settings = value if isinstance(value, dict) else {}
    plain = {
        "date": ("date", "publishdate", "lastmod"),
        "lastmod": (":git", "lastmod", "date", "publishdate"),
        "publishdate": ("publishdate", "date"),
        "expirydate": ("expirydate",),
    }
    orders: dict[str, tuple[str, ...]] = {}
    for field, default in plain.items():
        names = [lower(name) for name in as_strings(settings.get(field))] or [":default"]
        spread = [one for name in names for one in (default if name == ":default" else (name,))]
        with_twins = [one for name in spread for one in (name, *_TWINS.get(name, ()))]
        orders[field] = tuple(dict.fromkeys(with_twins))
    return DateOrder(**orders)


def _base_path(address: str, above: Route = ()) -> str:
    """The path of a `baseURL`; `above` are the keys that it is below. Raises ConfigError."""
    fault = fault_of_address(address)
    if fault is None:
        try:
            return unquote(urlsplit(address).path).rstrip("/")
        except ValueError as error:
            fault = str(error)
    shown = shorten("".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in address))
    raise ConfigError(
        f"`baseURL` `{shown}` is not an address: {fault}; write for example `https://example.org/`",
        keys=(*above, "baseurl"),
    )


def _zone(name: str) -> tzinfo:
    if not name or lower(name) in ("utc", "local"):
        return UTC
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # few projects name a zone

    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        words = f"`timeZone` `{shorten(name)}` is unknown on this computer: write for example `Europe/Berlin`"
        raise ConfigError(words, keys=("timezone",)) from error


def _ugly(value: Value) -> bool | dict[str, bool]:
    if isinstance(value, dict):
        return {section: bool(as_boolean(ugly)) for section, ugly in value.items()}
    return bool(as_boolean(value))


def _disabled_kinds(value: Value) -> frozenset[str]:
    """In any case; `taxonomyTerm` is the old name of what is now `taxonomy`."""
    names = (lower(name) for name in as_terms(value))
    return frozenset("taxonomy" if name == "taxonomyterm" else name for name in names)
