"""Our finder finds what the usual one finds, and nothing else."""

from __future__ import annotations

import pkgutil
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path

import pytest

import frontlint
from frontlint.cli import own_modules

MODULES = [module.name for module in pkgutil.walk_packages(frontlint.__path__, "frontlint.")]


def _path_of(name: str) -> list[str]:
    """The `__path__` of the package that a module is in."""
    return [str(Path(frontlint.__file__).parent.joinpath(*name.split(".")[1:-1]))]


def _said(spec: ModuleSpec | None) -> tuple[object, ...]:
    assert spec is not None
    assert isinstance(spec.loader, SourceFileLoader)
    places = spec.submodule_search_locations and list(spec.submodule_search_locations)
    return spec.name, spec.origin, spec.cached, spec.has_location, places, spec.parent, spec.loader.path


def test_every_module_is_found_where_the_usual_finder_finds_it() -> None:
    finder = own_modules._Finder()
    assert len(MODULES) > 300
    for name in MODULES:
        path = _path_of(name)
        assert _said(finder.find_spec(name, path)) == _said(PathFinder.find_spec(name, path)), name


def test_a_module_is_made_of_it() -> None:
    name = "frontlint.base.errors"
    spec = own_modules._Finder().find_spec(name, _path_of(name))
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    assert issubclass(module.UsageError, Exception)
    assert str(module.__file__).endswith("errors.py")


@pytest.mark.parametrize(
    "name", ["json", "frontlint", "frontlint.nothing", "frontlint.base.nothing", "frontlintx.base"]
)
def test_all_else_is_left_to_the_usual_finders(name: str) -> None:
    assert own_modules._Finder().find_spec(name, _path_of(name) if "." in name else None) is None
    assert own_modules._Finder().find_spec("frontlint.base", ["/nowhere"]) is None


def test_it_is_for_plain_files_only(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[object] = []
    monkeypatch.setattr("sys.meta_path", found)
    monkeypatch.setattr(own_modules, "SourceFileLoader", type("zipimporter", (), {}))
    own_modules.find_quickly()
    assert not found
    monkeypatch.setattr(own_modules, "SourceFileLoader", SourceFileLoader)
    own_modules.find_quickly()
    assert len(found) == 1
