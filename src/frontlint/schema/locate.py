"""Finds the folder of the schemas that come with frontlint: there is one copy of them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from frontlint.base.errors import UsageError

BASE = "urn:frontlint:schema:"
"""What the `$id` of every built-in schema begins with: a name that leads nowhere and is never fetched."""
_END = ".schema.json"


@cache
def schemas_folder() -> Path:
    """The folder: inside the package in a wheel, at the top of the checkout in an editable install.

    Raises UsageError where frontlint was installed without its schemas.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "_schemas", package.parent.parent / "schemas"):
        if (folder / "page.schema.json").is_file():
            return folder
    raise UsageError(f"the schemas of frontlint are missing beside {package}; install frontlint again")


def built_in_file(address: str) -> Path | None:
    """The file of the built-in schema with this `$id`; None if there is no such schema.

    `urn:frontlint:schema:definitions:dates` is `definitions/dates.schema.json` in the folder of the schemas.
    """
    name = address.removeprefix(BASE)
    steps = name.split(":")
    if name == address or not all(step.replace("-", "").isalnum() for step in steps):
        return None  # `..` is among the names that a checkout could try
    file = schemas_folder() / f"{'/'.join(steps)}{_END}"
    return file if file.is_file() else None


@cache
def built_in_names() -> tuple[str, ...]:
    """The built-in schemas for pages, by the name that a configuration calls them."""
    files = (path.name for path in schemas_folder().iterdir())
    names = (file.removesuffix(_END) for file in files if file.endswith(_END))
    return tuple(sorted(name for name in names if name not in ("frontlint", "report")))
