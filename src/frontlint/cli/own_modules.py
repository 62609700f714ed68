"""Finds the modules of frontlint where their names say: a start imports hundreds, and a search is long."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec, SourceFileLoader
else:  # `importlib.machinery` itself would have to be imported
    ModuleSpec, SourceFileLoader = type(__spec__), type(__spec__.loader)

_PACKAGE = "frontlint."


class _Finder:
    """Asked before all others. What it does not find in a folder of frontlint is left to them."""

    def __init__(self) -> None:
        self._listed: dict[str, frozenset[str]] = {}

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: object = None
    ) -> ModuleSpec | None:
        """Where a module of frontlint is; None for any other."""
        if path is None or not name.startswith(_PACKAGE):
            return None
        folder, stem = path[0], name.rpartition(".")[2]
        if f"{stem}.py" in self._names_in(folder):
            return _spec(name, f"{folder}{os.sep}{stem}.py", None)
        inner = f"{folder}{os.sep}{stem}"
        if stem in self._names_in(folder) and "__init__.py" in self._names_in(inner):
            return _spec(name, f"{inner}{os.sep}__init__.py", inner)
        return None

    def _names_in(self, folder: str) -> frozenset[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = frozenset(os.listdir(folder))  # noqa: PTH208 - pathlib is not loaded yet
            except OSError:
                self._listed[folder] = frozenset()
        return self._listed[folder]


def _spec(name: str, file: str, package: str | None) -> ModuleSpec:
    spec = ModuleSpec(name, SourceFileLoader(name, file), origin=file, is_package=package is not None)
    spec.has_location = True
    if package is not None and spec.submodule_search_locations is not None:
        spec.submodule_search_locations.append(package)
    return spec


def find_quickly() -> None:
    """Lets the modules of frontlint be found this way, if they are plain files."""
    if SourceFileLoader.__name__ == "SourceFileLoader":
        sys.meta_path.insert(0, _Finder())
