"""Finds and loads the modules of frontlint where their names say: a start imports hundreds of them."""

from __future__ import annotations

import _frozen_importlib_external as _usual  # Python has it loaded, but not `importlib.util`
import marshal
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec, SourceFileLoader
    from types import CodeType, ModuleType
else:  # nor these
    ModuleSpec, SourceFileLoader, ModuleType = type(__spec__), _usual.SourceFileLoader, type(sys)

_PACKAGE = "frontlint."
_BY_TIME = _usual.MAGIC_NUMBER + bytes(4)
"""How compiled code begins that is held to the time and the size of its source, which come next."""
_MOST = 1 << 16
_READ = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


def _end_of_compiled() -> str:
    """What the file of compiled code has behind the module's name; empty where it is not in `__pycache__`."""
    start = f"{os.path.dirname(__file__)}{os.sep}__pycache__{os.sep}own_modules"  # noqa: PTH120
    own = __spec__.cached or ""
    return own.removeprefix(start) if own.startswith(start) else ""


_COMPILED = _end_of_compiled()


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
            return _spec(name, folder, stem)
        inner = f"{folder}{os.sep}{stem}"
        if stem in self._names_in(folder) and "__init__.py" in self._names_in(inner):
            spec = _spec(name, inner, "__init__")
            spec.submodule_search_locations = [inner]
            return spec
        return None

    def _names_in(self, folder: str) -> frozenset[str]:
        if folder not in self._listed:
            try:
                self._listed[folder] = frozenset(os.listdir(folder))  # noqa: PTH208 - pathlib is not loaded yet
            except OSError:
                self._listed[folder] = frozenset()
        return self._listed[folder]


def _spec(name: str, folder: str, stem: str) -> ModuleSpec:
    file = f"{folder}{os.sep}{stem}.py"
    spec = ModuleSpec(name, _Loader(name, file), origin=file)
    spec.has_location = True
    if _COMPILED:  # else the specification looks it up itself
        spec.cached = f"{folder}{os.sep}__pycache__{os.sep}{stem}{_COMPILED}"
    return spec


class _Module(ModuleType):
    """A module as any other, but for a function `__getattr__`, which is not called.

    At each `from module import name` Python looks for `__path__`. Where an ordinary module has no such name,
    Python 3.11 makes an exception with its text: 6,000 instructions, 3,000 times at a start.
    """

    __getattribute__ = object.__getattribute__


_KIND = _Module if sys.version_info < (3, 12) else ModuleType


class _Loader(SourceFileLoader):
    """Takes compiled code that is up to date without detours. All else the usual loader does."""

    _compiled: str | None = None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """An empty module that has its files: to look for one in vain takes 10,000 instructions."""
        module = (_KIND if spec.submodule_search_locations is None else ModuleType)(spec.name)
        vars(module).update(__file__=spec.origin, __cached__=spec.cached)
        self._compiled = spec.cached
        return module

    def get_code(self, fullname: str) -> CodeType | None:
        """The module's code."""
        return _up_to_date(self._compiled, self.path) or super().get_code(fullname)


def _up_to_date(compiled: str | None, source: str) -> CodeType | None:
    """The compiled code of a source. None where it is not there, or not plainly that of the source."""
    try:
        status = os.stat(source)  # noqa: PTH116
        data = _read(compiled) if compiled else b""
    except OSError:
        return None
    time, size = (int(number) & 0xFFFFFFFF for number in (status.st_mtime, status.st_size))
    if data[:16] != _BY_TIME + time.to_bytes(4, "little") + size.to_bytes(4, "little"):
        return None
    try:
        code: CodeType = marshal.loads(memoryview(data)[16:])
    except (EOFError, TypeError, ValueError):  # a part of it, which the usual loader tells of
        return None
    return code if code.co_filename == source else None


def _read(path: str) -> bytes:
    """The beginning of a file. Hardly any compiled code is longer; it is then left to the usual loader."""
    file = os.open(path, _READ)
    try:
        return os.read(file, _MOST)
    finally:
        os.close(file)


def find_quickly() -> None:
    """Lets the modules of frontlint be found this way, if they are plain files."""
    if type(__spec__.loader) is SourceFileLoader:
        sys.meta_path.insert(0, _Finder())
