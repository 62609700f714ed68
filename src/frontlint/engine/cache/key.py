"""What a page's result depends on besides the page itself, as one digest."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Mapping
from datetime import date, tzinfo
from pathlib import Path, PurePath

import frontlint
from frontlint import __version__
from frontlint.base.choice import Enum
from frontlint.base.digest import blake2b
from frontlint.base.record import fields, is_dataclass
from frontlint.schema.locate import schemas_folder

_PLAIN = (str, int, float, bool, bytes, type(None))


def digest_of(*things: object) -> str:
    """A digest that is the same in every process for things that are equal, whatever the order of sets.

    Raises TypeError for a thing that it does not know how to look into.
    """
    made = blake2b(digest_size=32)
    for thing in things:
        made.update(canonical(thing).encode("utf-8", "surrogatepass"))
    return made.hexdigest()


def canonical(thing: object) -> str:
    """A text for a value of the kinds that settings are made of.

    >>> canonical({"b": {2, 1}, "a": None})
    "{'a':None,'b':{1,2}}"
    """
    if isinstance(thing, Enum):
        return f"{type(thing).__name__}.{thing.name}"
    if isinstance(thing, _PLAIN):
        return repr(thing)
    if isinstance(thing, Mapping):
        pairs = sorted((canonical(key), canonical(value)) for key, value in thing.items())
        return "{" + ",".join(f"{key}:{value}" for key, value in pairs) + "}"
    if isinstance(thing, (set, frozenset)):
        return "{" + ",".join(sorted(map(canonical, thing))) + "}"
    if isinstance(thing, (tuple, list)):
        return type(thing).__name__ + "(" + ",".join(map(canonical, thing)) + ")"
    if isinstance(thing, PurePath):
        return repr(thing.as_posix())
    if is_dataclass(thing):
        parts = (
            f"{field.name}={canonical(getattr(thing, field.name))}"
            for field in fields(thing)
            if field.compare
        )
        return f"{type(thing).__name__}({','.join(parts)})"
    if isinstance(thing, (date, tzinfo, re.Pattern)):
        return repr(thing)
    raise TypeError(f"no way to tell two of these apart: {type(thing).__name__}")


def own_identity() -> str:
    """Which frontlint this is: its version, its Python, and how new the newest of its files is.

    In an editable install the files change and the version does not.
    """
    stamps = [
        stamp for folder in (Path(frontlint.__file__).parent, schemas_folder()) for stamp in _stamps(folder)
    ]
    return f"{__version__} {sys.version} {len(stamps)} {max(stamps)}"


def _stamps(folder: Path) -> Iterator[int]:
    folders = [str(folder)]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir():
                    if entry.name != "__pycache__":
                        folders.append(entry.path)
                elif entry.name.endswith((".py", ".json")):
                    yield entry.stat().st_mtime_ns
