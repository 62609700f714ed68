"""A note: what a project uses and frontlint does not follow, said once."""

from __future__ import annotations

from frontlint.base.choice import StrEnum
from frontlint.base.record import NamedTuple


class NoteKind(StrEnum):
    """The kinds of notes, by the words that each begins with; `docs/hugo.md` has the reason for each."""

    FOREIGN_CONTENT = "frontlint does not read the theme or module"
    ADAPTER = "frontlint does not read the content adapter"
    MERGE = "frontlint does not merge settings of themes and modules"
    SITES = "frontlint does not follow roles and versions"
    CASCADED_SITES = "frontlint does not follow sites in a cascade"
    SEGMENTS = "frontlint does not follow segments"
    CONTENT_TYPES = "frontlint does not follow other types of content"
    MAIN_FORMAT = "frontlint does not follow defaultOutputFormat"
    OTHER_DATES = "frontlint takes no dates from Git or the file system"
    MISSING_MOUNT = "a folder in module.mounts is missing:"
    OUTSIDE = "frontlint shows no lines of content outside the repository:"
    OTHER_FILE = "frontlint does not read this file outside the repository:"
    SHARED_FOLDER = "several languages share one contentDir"
    UNCERTAIN = "the URL is uncertain for"
    PAGERS = "frontlint does not list pagers"
    ERROR_PAGE = "frontlint does not list 404.html"
    NO_TEMPLATES = "there is no template"
    OLD_HUGO = "frontlint follows Hugo from"
    NEW_HUGO = "frontlint knows Hugo up to"


class Note(NamedTuple):
    """One sentence, without a full stop; it begins with its kind."""

    kind: NoteKind
    text: str

    @classmethod
    def of(cls, kind: NoteKind, rest: str) -> Note:
        """The kind and what follows it."""
        return cls(kind, f"{kind}{rest}")
