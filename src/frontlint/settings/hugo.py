"""The Hugo that builds a site: which version counts, what is said of it, and which rules it silences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.base.files import ProjectFiles
from frontlint.base.record import replace
from frontlint.frontmatter.document import Value
from frontlint.hugo.config import Config
from frontlint.hugo.config.pins import Choice, Pin, choose, of_settings, pins_around
from frontlint.hugo.values import versions
from frontlint.settings.model import Entry, Layer, Origin, Settings

_HANGS_ON_HUGO = (
    "alias-relative",
    "cascade-reaches-nothing",
    "deprecated-field",
    "draft-not-boolean",
    "duplicate-key",
    "value-misread",
)
"""Rules whose facts are those of Hugo since 0.161: earlier ones read YAML otherwise (before 0.152: `yes`,
double keys), put relative aliases elsewhere (before 0.155) and know other fields."""
_HANGS_ON_LANGUAGES = (
    "alias-collision",
    "alias-language-twice",
    "alias-own-url",
    "alias-removed",
    "alias-shadows-page",
    "lost-url",
    "url-case-clash",
)
"""The same for sites in several languages, whose absolute aliases had no language before 0.155."""


def hugo_of(tree: ProjectFiles, settings: Settings, data: Mapping[str, Value]) -> Choice:
    """Which Hugo builds the site with Hugo's settings `data`; our setting comes first."""
    own = None
    if settings.hugo_version is not None:
        origin = settings.hugo_version_from
        own = Pin(settings.hugo_version, origin.where, origin.line or 0, "hugo-version")
    return choose(own, of_settings(data), pins_around(tree))


def with_hugo(settings: Settings, config: Config, choice: Choice) -> Settings:
    """The settings with the version that was found, a note if two places disagree, and rules switched off."""
    found = replace(settings, hugo_pins=choice.pins, notes=(*settings.notes, *_notes(choice)))
    if choice.by is not None:
        found = replace(found, hugo_version=choice.version, hugo_version_from=Origin(str(choice.by)))
    if choice.version >= versions.OLDEST:
        return found
    several = len(config.languages) > 1 or any(language.prefix for language in config.languages)
    off = (*_HANGS_ON_HUGO, *(_HANGS_ON_LANGUAGES if several else ()))
    origin = Origin(f"Hugo {versions.show(choice.version)}, {found.hugo_version_from}")
    known = settings.registry.names
    return found.with_layer(Layer(ignore=tuple(Entry(name, origin) for name in off if name in known)))


def _notes(choice: Choice) -> Iterator[str]:
    other, by = choice.disagreeing(), choice.by
    if other is not None and by is not None:
        one, two = versions.show(by.version), versions.show(other.version)
        yield f"{by} says Hugo {one} and {other} says {two}: {one} counts; `frontlint config` lists all"
