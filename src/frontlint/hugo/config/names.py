"""Names in Hugo's settings that must be known: media types, output formats, caches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.phrases import shorten
from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.formats import read_formats
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.shapes import Misfit
from frontlint.hugo.values.cast import as_text
from frontlint.hugo.values.gopath import lower

_CACHES = frozenset({"assets", "getresource", "images", "misc", "modulegitinfo", "modulequeries", "modules"})
_OLD_CACHES = frozenset({"getcsv", "getjson"})
_NAMES = {
    "contenttypes": "contentTypes",
    "defaultoutputformat": "defaultOutputFormat",
    "mediatype": "mediaType",
    "mediatypes": "mediaTypes",
    "outputformats": "outputFormats",
}
_NEEDED = (
    ("server", "redirects", ("from", "fromRe")),
    ("module", "mounts", ("source",)),
    ("module", "imports", ("path", "disable")),
    ("deployment", "targets", ("name", "URL", "cloudFrontDistributionID", "include", "exclude")),
    (
        "deployment",
        "matchers",
        ("pattern", "cacheControl", "contentEncoding", "contentType", "gzip", "force"),
    ),
)
_TYPES = frozenset(
    f"{kind}/{name}"
    for kind, names in {
        "application": "json manifest+json octet-stream pdf rss+xml source-map toml wasm xml yaml",
        "font": "otf ttf woff woff2",
        "image": "avif bmp gif heic heif jpeg png svg+xml tiff webp",
        "text": "asciidoc calendar css csv html javascript jsx markdown org pandoc plain rst tsx typescript "
        "x-gotmpl x-sass x-scss",
        "video": "3gpp mp4 mpeg ogg webm x-msvideo",
    }.items()
    for name in names.split()
)


def first_unknown(settings: Raw, *, foreign: bool, old_caches: bool = False) -> Misfit | None:
    """The first name that Hugo refuses, in a project's settings or those of a language.

    With `old_caches` Hugo is so old that it has those of `getJSON` and `getCSV`.
    With `foreign` a theme or module that is not at hand may bring media types and output formats.
    """
    for found in _whole(settings):
        return found
    blocks = _mapping(settings.get("languages"))
    places: list[tuple[Route, str, Mapping[str, Value]]] = [((), "", settings)]
    places += [(("languages", code), f"languages.{code}.", _mapping(block)) for code, block in blocks.items()]
    for above, path, block in places:
        for keys, words in _unknown(block, settings, foreign=foreign):
            if old_caches and keys[0] == "caches" and keys[1] in _OLD_CACHES:
                continue
            name = path + ".".join(_NAMES.get(str(key), str(key)) for key in keys[:-1])
            return Misfit((*above, *keys), f"`{name}` {words}")
    return None


def _whole(settings: Raw) -> Iterator[Misfit]:
    """What only the project itself sets."""
    if "languages" in settings and not settings["languages"]:
        yield Misfit(("languages",), "`languages` must name at least one language, but it is empty")
    if "" in _mapping(settings.get("languages")):
        yield Misfit(("languages", ""), "a code in `languages` must not be empty")
    if settings.get("publishdir") == "":
        yield Misfit(("publishdir",), "`publishDir` must be the path of a folder, but it is empty")


def _unknown(block: Mapping[str, Value], settings: Raw, *, foreign: bool) -> Iterator[tuple[Route, str]]:
    for name, cache in _mapping(block.get("caches")).items():
        if name not in _CACHES and isinstance(cache, dict):
            yield ("caches", name), f"cannot hold `{shorten(name)}`: Hugo has no cache of this name"
    for name in _mapping(block.get("mediatypes")):
        if name.count("/") != 1:
            yield ("mediatypes", name), f"cannot hold `{shorten(name)}`: write a media type such as `text/x`"
    for group, name, needed in _NEEDED:
        entries = _mapping(block.get(group)).get(name)
        for at, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            if isinstance(entry, dict) and not any(as_text(entry.get(lower(key))) for key in needed):
                yield (group, name, at, ""), f"needs `{'` or `'.join(needed)}`"
    if not foreign:
        yield from _formats(block, settings)
    yield from _content_types(block, settings, foreign=foreign)


def _formats(block: Mapping[str, Value], settings: Raw) -> Iterator[tuple[Route, str]]:
    known = _known_types(block, settings)
    for name, format_ in _mapping(block.get("outputformats")).items():
        media = as_text(_mapping(format_).get("mediatype"))
        if media and lower(media) not in known:
            words = f"cannot be `{shorten(media)}`: no media type has this name"
            yield ("outputformats", name, "mediatype", ""), words
    main = as_text(block.get("defaultoutputformat"))
    formats = {**read_formats(settings), **read_formats(dict(block))}
    if main and lower(main) not in formats:
        words = f"cannot be `{shorten(main)}`: no output format has this name"
        yield ("defaultoutputformat", ""), words


def _content_types(
    block: Mapping[str, Value], settings: Raw, *, foreign: bool
) -> Iterator[tuple[Route, str]]:
    types = block.get("contenttypes")
    if not isinstance(types, dict):
        return
    for name in types:
        if not foreign and name not in _known_types(block, settings):
            yield ("contenttypes", name), f"cannot hold `{shorten(name)}`: no media type has this name"
    if "text/markdown" not in types and (types or block is settings):
        yield ("contenttypes", ""), "must hold `text/markdown`: Hugo does not start without it"


def _known_types(block: Mapping[str, Value], settings: Raw) -> frozenset[str]:
    own = (*_mapping(settings.get("mediatypes")), *_mapping(block.get("mediatypes")))
    return _TYPES.union(own)


def _mapping(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, dict) else {}
