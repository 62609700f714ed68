"""No message is longer than 120 characters, whatever it quotes.

First all that messages cut to a length is as long as it may be, in every message of every bad fixture. Then
the fixtures themselves get long keys, values and paths: what a message forgets to cut is found there.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import frontlint
from frontlint.base import phrases
from frontlint.findings.finding import Finding
from support import copy_fixture, fixtures_in, lint, name_of_fixture

RULES = Path(__file__).parents[1] / "rules"
LIMIT = 120
LONG = "long-" * 60 + "end"


def bad_fixtures() -> list[Path]:
    """Every bad fixture of every rule: a page, or a folder with a project."""
    return [case for folder in sorted(RULES.glob("*/bad")) for case in fixtures_in(folder)]


def too_long(findings: tuple[Finding, ...]) -> list[str]:
    """The messages that are too long, each with its length."""
    return [f"{len(one.message)} {one.rule}: {one.message}" for one in findings if len(one.message) >= LIMIT]


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> None:
    """What cuts a text gives as much of it as it ever would."""
    clip, shorten, contrast = phrases.clip, phrases.shorten, phrases.contrast

    def padded(text: str, most: int) -> str:
        return text if not text.strip() else text + "x" * (most - len(text))

    _replace(monkeypatch, clip, lambda text, most=40: padded(clip(text, most), most))
    _replace(monkeypatch, shorten, lambda text, most=30: padded(shorten(text, most), most))
    _replace(
        monkeypatch,
        contrast,
        lambda one, other, most: tuple(padded(text, most) for text in contrast(one, other, most)),
    )


@cache
def _modules() -> tuple[ModuleType, ...]:
    """All modules: one that is loaded later would keep what is in place for a test."""
    names = [found.name for found in pkgutil.walk_packages(frontlint.__path__, "frontlint.")]
    return tuple(import_module(name) for name in names if not name.endswith("__main__"))


def _replace(monkeypatch: pytest.MonkeyPatch, old: Callable[..., Any], new: Callable[..., Any]) -> None:
    """In every module that has it, under any name."""
    for module in _modules():
        for key, value in list(vars(module).items()):
            if value is old:
                monkeypatch.setattr(module, key, new)


@pytest.mark.parametrize("case", bad_fixtures(), ids=name_of_fixture)
def test_no_message_is_too_long_when_all_it_quotes_is_as_long_as_it_may_be(
    case: Path, tmp_path: Path, stretched: None
) -> None:
    assert too_long(lint(copy_fixture(case, tmp_path), [case.parent.parent.name]).findings) == []


_KEY = re.compile(r"^(\s*(?:- )?)([A-Za-z_][\w-]*)(\s*[:=])", re.MULTILINE)
_VALUE = re.compile(r"(?<=[a-z])(?=[\"'\]]?[ \t]*(?:#.*)?$)", re.MULTILINE)


def _long_values(project: Path) -> None:
    for page, text in _pages(project):
        _write(page, _VALUE.sub(LONG, text))


def _long_keys(project: Path) -> None:
    for page, text in _pages(project):
        _write(page, _KEY.sub(lambda match: f"{match[1]}{match[2]}{LONG}{match[3]}", text))


def _long_names(project: Path) -> None:
    for page, _ in _pages(project):
        stem, dot, rest = page.name.partition(".")
        if stem not in ("index", "_index"):
            page.rename(page.with_name(f"{stem}{LONG[:150]}{dot}{rest}"))
    for folder in sorted(project.glob("content/*/*"), reverse=True):
        if folder.is_dir():
            folder.rename(folder.with_name(folder.name + LONG[:100]))


def _pages(project: Path) -> list[tuple[Path, str]]:
    found = sorted(project.rglob("*.md"))
    return [(page, page.read_bytes().decode("utf-8", "surrogateescape")) for page in found]


def _write(page: Path, text: str) -> None:
    page.write_bytes(text.encode("utf-8", "surrogateescape"))


@pytest.mark.slow
@pytest.mark.parametrize("lengthen", [_long_values, _long_keys, _long_names])
@pytest.mark.parametrize("case", bad_fixtures(), ids=name_of_fixture)
def test_no_message_is_too_long_on_pages_with_long_words(
    case: Path, lengthen: Callable[[Path], None], tmp_path: Path
) -> None:
    project = copy_fixture(case, tmp_path)
    lengthen(project)
    assert too_long(lint(project).findings) == []
