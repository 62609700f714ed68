"""A Hugo project's configuration: finding it, reading it, and what it says about URLs."""

from frontlint.hugo.config.find import find_below, find_project, find_upward, is_project
from frontlint.hugo.config.foreign import is_adapter
from frontlint.hugo.config.load import load_config
from frontlint.hugo.config.model import (
    Cascade,
    Config,
    ConfigError,
    DateOrder,
    Language,
    Mount,
    Origin,
    OutputFormat,
    Permalink,
    Target,
    Taxonomy,
)
from frontlint.hugo.config.note import Note, NoteKind

__all__ = [
    "Cascade",
    "Config",
    "ConfigError",
    "DateOrder",
    "Language",
    "Mount",
    "Note",
    "NoteKind",
    "Origin",
    "OutputFormat",
    "Permalink",
    "Target",
    "Taxonomy",
    "find_below",
    "find_project",
    "find_upward",
    "is_adapter",
    "is_project",
    "load_config",
]
