"""Files to pages: kind, section, language, bundle and logical path."""

from __future__ import annotations

from dataclasses import dataclass

from frontlint.hugo.config import Config
from frontlint.hugo.kinds import Bundle, Kind


@dataclass(frozen=True, slots=True)
class Location:
    """Where Hugo puts a content file, going by its name alone.

    `logical_path` is `/` for home. `folder` is the logical path of the folder that the file lies in,
    `base_name` the name of the file, or of the folder of a bundle. `raw_*` keep letter case and spaces.
    """

    path: str
    language: str
    kind: Kind
    bundle: Bundle
    logical_path: str
    section: str
    folder: str
    raw_folder: str
    raw_name: str


def locate(path: str, config: Config) -> Location | None:
    """Where the file belongs; None for one that Hugo ignores, or that is no content file.

    The neighbours decide whether it is a page at all: see `publish`.
    """
    raise NotImplementedError
