"""Our finder finds what the usual one finds, our loader loads it, and nothing else."""

from __future__ import annotations

import ast
import os
import pkgutil
import subprocess
import sys
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from importlib.util import module_from_spec
from pathlib import Path
from typing import Any
from zipimport import zipimporter

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
    assert isinstance(spec.loader, own_modules._Loader)
    spec.loader.exec_module(module)
    assert issubclass(module.UsageError, Exception)
    usual = PathFinder.find_spec(name, _path_of(name))
    assert usual is not None
    theirs = vars(module_from_spec(usual))
    keys = {"__name__", "__file__", "__cached__", "__package__"} & theirs.keys()  # no `__cached__` since 3.15
    assert {key: str(vars(module)[key]) for key in keys} == {key: str(theirs[key]) for key in keys}
    assert "__path__" not in vars(module)


@pytest.mark.parametrize(
    "name", ["json", "frontlint", "frontlint.nothing", "frontlint.base.nothing", "frontlintx.base"]
)
def test_all_else_is_left_to_the_usual_finders(name: str) -> None:
    assert own_modules._Finder().find_spec(name, _path_of(name) if "." in name else None) is None
    assert own_modules._Finder().find_spec("frontlint.base", ["/nowhere"]) is None


def test_it_is_for_plain_files_only(monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[object] = []
    monkeypatch.setattr("sys.meta_path", found)
    other: Any = zipimporter.__new__(zipimporter)
    monkeypatch.setattr(own_modules, "__spec__", ModuleSpec("m", other))
    own_modules.find_quickly()
    assert not found
    monkeypatch.setattr(own_modules, "__spec__", ModuleSpec("m", SourceFileLoader("m", "m.py")))
    own_modules.find_quickly()
    assert len(found) == 1


def test_no_module_has_a_function_for_names_that_are_not_there() -> None:
    """Packages may: our kind of module, which is for all others, does not ask it."""
    for path in Path(frontlint.__file__).parent.rglob("*.py"):
        if path.name != "__init__.py":
            body = ast.parse(path.read_bytes()).body
            assert not [one for one in body if getattr(one, "name", "") == "__getattr__"], path


def test_our_kind_of_module_has_names_as_any_other() -> None:
    module: Any = own_modules._Module("m", "What it says.")
    module.there = 1
    assert (module.there, module.__name__, module.__doc__) == (1, "m", "What it says.")
    assert not hasattr(module, "__path__")
    assert repr(module) == repr(type(sys)("m"))
    with pytest.raises(AttributeError):
        _ = module.missing
    del module.there
    assert "there" not in vars(module)


_FIRST, _OTHER = "value = 1\n", "value = 2\n"


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The source of a module `frontlint.made.one`, an hour old and compiled."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    source = tmp_path / "one.py"
    source.write_text(_FIRST)
    _set_time(source, 1_700_000_000)
    assert _value(source) == 1
    assert _compiled(source).exists()
    return source


def _set_time(path: Path, seconds: int) -> None:
    os.utime(path, (seconds, seconds))


def _spec(source: Path) -> ModuleSpec:
    spec = own_modules._Finder().find_spec(f"frontlint.made.{source.stem}", [str(source.parent)])
    assert spec is not None
    return spec


def _compiled(source: Path) -> Path:
    return Path(str(_spec(source).cached))


def _value(source: Path) -> object:
    spec = _spec(source)
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.value


def _not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    def get_code(self: SourceFileLoader, fullname: str) -> None:
        raise AssertionError("the usual loader is asked")

    monkeypatch.setattr(SourceFileLoader, "get_code", get_code)


def test_compiled_code_is_taken_without_the_usual_loader(made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _not_asked(monkeypatch)
    assert _value(made) == 1


def test_a_source_that_changed_is_compiled_again(made: Path) -> None:
    made.write_text(_OTHER)
    _set_time(made, 1_700_000_001)
    assert _value(made) == 2
    made.write_text(f"{_FIRST}\n")
    _set_time(made, 1_700_000_001)
    assert _value(made) == 1, "of the same second, and of another size"


@pytest.mark.parametrize("end", [0, 8, 16, 20, -1])
def test_a_part_of_compiled_code_is_left_to_the_usual_loader(
    made: Path, end: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = _compiled(made)
    compiled.write_bytes(compiled.read_bytes()[:end])
    monkeypatch.setattr(SourceFileLoader, "get_code", lambda self, name: compile("value = 3", name, "exec"))
    assert _value(made) == 3


@pytest.mark.parametrize("at", [0, 3, 4])
def test_code_of_another_python_or_held_to_a_hash_is_left_to_the_usual_loader(
    made: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled = _compiled(made)
    data = bytearray(compiled.read_bytes())
    data[at] ^= 1
    compiled.write_bytes(data)
    monkeypatch.setattr(SourceFileLoader, "get_code", lambda self, name: compile("value = 3", name, "exec"))
    assert _value(made) == 3


def test_code_that_was_compiled_elsewhere_says_where_it_is_now(made: Path, tmp_path: Path) -> None:
    moved = tmp_path / "moved"
    moved.mkdir()
    _compiled(made).parent.rename(moved / "__pycache__")
    source = made.rename(moved / "one.py")
    spec = _spec(source)
    module_from_spec(spec)
    assert isinstance(spec.loader, SourceFileLoader)
    code = spec.loader.get_code(spec.name)
    assert code is not None
    assert code.co_filename == str(source)


def test_long_code_is_left_to_the_usual_loader(made: Path) -> None:
    made.write_text("value = (" + "".join(f"'{number:0100}'," for number in range(900)) + ")\n")
    first = _value(made)
    assert _compiled(made).stat().st_size > own_modules._MOST
    assert _value(made) == first


@pytest.mark.parametrize("options", [(), ("-O",), ("-OO",), ("-X", "pycache_prefix=kept"), ("-B",)])
def test_compiled_code_is_where_python_has_it(options: tuple[str, ...], tmp_path: Path) -> None:
    code = (
        "import sys; from frontlint.cli import own_modules as own; own.find_quickly()\n"
        "import frontlint.base.span as span; from importlib.util import cache_from_source as usual\n"
        "print(type(span.__loader__) is own._Loader, span.__cached__ == usual(span.__file__))"
    )
    done = subprocess.run(
        [sys.executable, *options, "-c", code], capture_output=True, text=True, cwd=tmp_path, check=True
    )
    assert done.stdout.split() == ["True", "True"]
