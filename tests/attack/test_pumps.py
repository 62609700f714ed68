"""No expression, and no loop around one, grows faster than n log n; each has a pump that would show it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from attack.expressions import all_found
from attack.meter import growth
from attack.pumps import BAD, CALLS, PUMPS, USES, Pump, compiled_bad

_EXAMPLES = Path(__file__).parents[2] / "examples"
_COVERED = {key for call in CALLS.values() for key in call.covers}


def _use(expression: re.Pattern[str], method: str, text: str) -> Callable[[], object]:
    """The expression as it is used: a `finditer` is walked to its end."""
    if method in ("sub", "subn"):
        return lambda: expression.sub("", text)
    if method == "finditer":
        return lambda: sum(1 for _ in expression.finditer(text))
    return lambda: getattr(expression, method)(text)


def _steep(expression: re.Pattern[str], method: str, pump: Pump) -> str:
    """What is wrong; empty if nothing is."""
    found = growth(lambda count: _use(expression, method, pump.text(count)), len(pump.piece))
    where = f"{expression.pattern!r}.{method} over {pump!r}"
    return f"{where}: {found.ratio:.1f} x from {found.pieces} to four times that" if found.is_steep else ""


def test_every_expression_has_a_pump() -> None:
    known = PUMPS.keys() | _COVERED
    missing = sorted(all_found().keys() - known)
    assert not missing, f"no pump in tests/attack/pumps.py for {', '.join(missing)}"
    assert not known - all_found().keys(), "pumps for what is not there any more"


def _runs(folder: Path) -> list[list[str]]:
    """All commands, over both examples and, where they write, over a copy."""
    shutil.copytree(_EXAMPLES / "broken", folder / "broken")
    broken, clean, copy = str(_EXAMPLES / "broken"), str(_EXAMPLES / "site"), str(folder / "broken")
    checks = [
        ["check", broken, "--no-cache", "--format", name] for name in ("full", "github", "json", "sarif")
    ]
    others = [["urls"], ["tree"], ["config"], ["baseline", "update"], ["baseline", "stats"], ["init"]]
    where = [[*words, "--source", copy] for words in others]
    return [*checks, ["check", clean, "--no-cache"], ["explain", "broken-ref"], ["rules"], *where]


def test_every_expression_that_a_run_compiles_has_a_pump(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps(words) for words in _runs(tmp_path))
    recorder = [sys.executable, str(Path(__file__).with_name("recorder.py"))]
    done = subprocess.run(
        recorder, input=lines, capture_output=True, text=True, cwd=tmp_path, timeout=120, check=True
    )
    recorded = {(who, expression) for who, expression in json.loads(done.stdout) if who}
    written = {one.pattern for found in all_found().values() for one in found.expressions}
    unknown = [(who, text) for who, text in recorded if text not in written and who not in all_found()]
    assert not unknown
    assert len(recorded) > 60, done.stderr[-2000:]  # the runs did run


def test_how_every_expression_is_used_is_known() -> None:
    unknown = [
        key for key, found in all_found().items() if key in PUMPS and not found.uses and key not in USES
    ]
    assert not unknown


@pytest.mark.slow
@pytest.mark.parametrize("key", PUMPS)
def test_no_expression_is_steep(key: str) -> None:
    found = all_found()[key]
    methods = found.uses - {"compile"} or {USES[key]}
    for expression in found.expressions:
        wrong = [_steep(expression, method, pump) for method in sorted(methods) for pump in PUMPS[key]]
        assert not any(wrong), "\n".join(filter(None, wrong))


@pytest.mark.slow
@pytest.mark.parametrize("name", CALLS)
def test_no_loop_around_expressions_is_steep(name: str) -> None:
    call = CALLS[name]
    for pump in call.pumps:
        found = growth(_grown(call.run, pump), len(pump.piece), fewest=4)
        assert not found.is_steep, f"{name} over {pump!r}: {found.ratio:.1f} x from {found.pieces}"


def _grown(run: Callable[[str], object], pump: Pump) -> Callable[[int], Callable[[], object]]:
    def grown(count: int) -> Callable[[], object]:
        text = pump.text(count)
        return lambda: run(text)

    return grown


@pytest.mark.parametrize("name", BAD)
def test_the_meter_finds_what_is_steep(name: str) -> None:
    assert _steep(*compiled_bad(name))
