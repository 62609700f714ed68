"""Output formats: Hugo's own, those of the project, and which kind of page has which."""

from __future__ import annotations

from collections.abc import Container, Mapping

from frontlint.frontmatter.document import Value
from frontlint.frontmatter.route import Route
from frontlint.hugo.config.model import ConfigError, OutputFormat
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.values.cast import as_boolean, as_terms, as_text
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.kinds import Kind

_SUFFIXES: Mapping[str, str] = {
    "text/plain": "txt",
    "text/markdown": "md",
    "text/calendar": "ics",
    "text/javascript": "js",
    "application/manifest+json": "webmanifest",
    "application/rss+xml": "xml",
}
_OWN: tuple[OutputFormat, ...] = (
    OutputFormat("html", "index", "html", html=True, permalinkable=True),
    OutputFormat("amp", "index", "html", path="amp", html=True, permalinkable=True),
    OutputFormat("calendar", "index", "ics"),
    OutputFormat("css", "styles", "css"),
    OutputFormat("csv", "index", "csv"),
    OutputFormat("json", "index", "json"),
    OutputFormat("markdown", "index", "md"),
    OutputFormat("robots", "robots", "txt"),
    OutputFormat("rss", "index", "xml", no_ugly=True),
    OutputFormat("sitemap", "sitemap", "xml", no_ugly=True),
    OutputFormat("sitemapindex", "sitemap", "xml", no_ugly=True),
    OutputFormat("gotmpl", "index", "gotmpl"),
    OutputFormat("404", "404", "html", html=True),
    OutputFormat("alias", "index", "html", html=True),
    OutputFormat("webappmanifest", "manifest", "webmanifest", no_ugly=True),
)


_KINDS = frozenset({*Kind, "rss", "sitemap", "robotstxt", "404"})


def read_formats(raw: Raw) -> dict[str, OutputFormat]:
    """All output formats by name in lower case; the project's own are laid over Hugo's."""
    formats = {own.name: own for own in _OWN}
    settings = raw.get("outputformats")
    for name, values in settings.items() if isinstance(settings, dict) else ():
        if isinstance(values, dict):
            old = formats.get(name) or OutputFormat(name, "index", "html")
            formats[name] = _read_format(old, values, raw)
    return formats


def _read_format(old: OutputFormat, values: Raw, raw: Raw) -> OutputFormat:
    media = lower(as_text(values.get("mediatype")))
    is_html = _flag(values, "ishtml", old.html and old.redirects)
    return OutputFormat(
        name=old.name,
        base_name=as_text(values.get("basename")) or old.base_name,
        suffix=_suffix(media, raw) if media else old.suffix,
        path=as_text(values.get("path", old.path)),
        html=is_html or (media == "text/html" if media else old.html),
        redirects=is_html,
        permalinkable=_flag(values, "permalinkable", old.permalinkable),
        no_ugly=_flag(values, "nougly", old.no_ugly),
    )


def _flag(values: Mapping[str, Value], name: str, otherwise: bool) -> bool:
    return bool(as_boolean(values[name])) if name in values else otherwise


def _suffix(media: str, raw: Raw) -> str:
    types = raw.get("mediatypes")
    settings = types.get(media) if isinstance(types, dict) else None
    if isinstance(settings, dict):
        suffixes = as_terms(settings.get("suffixes"))
        if suffixes:
            return suffixes[0]
    return _SUFFIXES.get(media) or media.rpartition("/")[2].rpartition("+")[2]


def read_outputs(
    raw: Raw, known: Container[str] | None, above: Route = (), disabled: Container[str] = ()
) -> dict[str, tuple[str, ...]]:
    """The names of the output formats of each kind (config/allconfig: createDefaultOutputFormats).

    `above` are the keys that `outputs` is below. Raises ConfigError for a name that is not `known`;
    where that is None, all are taken. Of `disabled` kinds Hugo reads nothing.
    """
    outputs: dict[str, tuple[str, ...]] = dict.fromkeys(Kind, ("html", "rss"))
    outputs[Kind.PAGE] = ("html",)
    settings = raw.get("outputs")
    for kind, names in settings.items() if isinstance(settings, dict) else ():
        outputs[kind] = tuple(lower(name) for name in as_terms(names))
        unknown = next((name for name in outputs[kind] if known is not None and name not in known), None)
        if kind not in _KINDS or kind in disabled or (unknown == "rss" and "rss" in disabled):
            continue  # Hugo does not read what is not a kind
        if unknown is not None:
            words = f"outputs: Hugo knows no output format {unknown}"
            raise ConfigError(words, keys=(*above, "outputs", kind))
    return outputs
