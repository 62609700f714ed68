"""Which settings of a project frontlint does not follow."""

from __future__ import annotations

from collections.abc import Iterator

from frontlint.frontmatter.document import Value
from frontlint.hugo.config.model import Config
from frontlint.hugo.config.note import Note, NoteKind
from frontlint.hugo.config.reading import Raw
from frontlint.hugo.config.themes import mapping
from frontlint.hugo.values import versions
from frontlint.hugo.values.cast import as_strings, as_text
from frontlint.hugo.values.gopath import lower
from frontlint.hugo.values.media import CONTENT_TYPES

_OF_SITES = ("roles", "versions", "defaultcontentroleinsubdir", "defaultcontentversioninsubdir")
# What decides URLs and is merged only where a project says so; output formats and cascades are followed.
_MERGED = ("languages", "permalinks", "taxonomies", "frontmatter", "outputs", "module")


def settings_notes(data: Raw, config: Config) -> Iterator[Note]:
    """What the merged settings of a project use and frontlint does not follow."""
    if any(data.get(key) for key in _OF_SITES):
        yield Note.of(NoteKind.SITES, ": it assumes that each page is built once")
    if _merges(data):
        yield Note.of(NoteKind.MERGE, ": what `_merge` adds from them is unknown")
    if any(cascade.values.get("sites") for language in config.languages for cascade in language.cascade):
        yield cascaded_sites()
    if as_strings(data.get("rendersegments")):
        yield Note.of(NoteKind.SEGMENTS, ": pages that `renderSegments` leaves out are listed, too")
    if data.get("contenttypes") or _renames_content(data.get("mediatypes")):
        yield Note.of(NoteKind.CONTENT_TYPES, ": only Hugo's own extensions count as content")
    if lower(as_text(data.get("defaultoutputformat"))) not in ("", "html"):
        yield Note.of(NoteKind.MAIN_FORMAT, ": it takes the HTML of a page for its main link")
    orders = [language.dates for language in config.languages]
    asked = {name for order in orders for name in (*order.date, *order.publishdate, *order.expirydate)}
    if {":git", ":filemodtime"} & asked:
        yield Note.of(NoteKind.OTHER_DATES, ": a page without a date in its front matter has none")
    yield from _shared_folders(data, config)
    yield from _version_notes(config)


def cascaded_sites() -> Note:
    """That a cascade says for which languages pages are."""
    return Note.of(NoteKind.CASCADED_SITES, ": the URLs of the pages that it applies to are uncertain")


def _merges(data: Raw) -> bool:
    if not data.get("theme") and "imports" not in mapping(data.get("module")):
        return False
    blocks = [data, *(mapping(data.get(key)) for key in _MERGED)]
    return any(lower(as_text(block.get("_merge"))) in ("deep", "shallow") for block in blocks)


def _renames_content(media_types: Value) -> bool:
    return any(name in CONTENT_TYPES for name in mapping(media_types))


def _shared_folders(data: Raw, config: Config) -> Iterator[Note]:
    """Languages with one `contentDir`; where none says any it is Hugo's own way, and no note."""
    blocks = mapping(data.get("languages"))
    if config.mounts:
        return
    for mount in config.content_mounts:
        users = [one for one in config.languages if one.content_dir == mount.source]
        if len(users) > 1 and any("contentdir" in mapping(blocks.get(one.code)) for one in users):
            codes = " and ".join(one.code for one in users)
            whose = " and ".join(mount.languages)
            rest = f" ({codes} use {mount.source}): a page without a language in its name counts as {whose}"
            yield Note.of(NoteKind.SHARED_FOLDER, rest)


def _version_notes(config: Config) -> Iterator[Note]:
    version = versions.show(config.hugo_version)
    if config.hugo_version < versions.OLDEST:
        oldest = versions.show(versions.OLDEST)
        rest = (
            f" {oldest} on: with {version}, URLs of several languages are uncertain, and rules that depend "
            "on the version are off"
        )
        yield Note.of(NoteKind.OLD_HUGO, rest)
    if config.hugo_version[:2] > versions.NEWEST:
        newest = versions.show(versions.NEWEST)
        yield Note.of(NoteKind.NEW_HUGO, f" {newest}: it treats {version} like that")
