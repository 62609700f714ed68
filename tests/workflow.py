"""Runs the steps of `action.yml` as a runner of GitHub does, and scripts of other pipelines by a shell."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from support import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: dict[str, dict[str, Any]] = {step["id"]: step for step in ACTION["runs"]["steps"]}
BASH = None if os.name == "nt" else shutil.which("bash")  # that of Windows may be another system's
_EXPRESSION = re.compile(r"\$\{\{\s*([\w.-]+)\s*\}\}")


class Runner:
    """One job: a workspace, a folder for temporary files, and what the steps have put out so far."""

    def __init__(self, workspace: Path, temporary: Path, action: Path = ROOT) -> None:
        self.workspace = workspace
        self.summary = temporary / "summary.md"
        self._temporary = temporary
        self._action = action
        self._known: dict[str, str] = {}

    def knows(self, step: str, output: str, value: str) -> None:
        """Sets an output of a step that is not run."""
        self._known[f"steps.{step}.outputs.{output}"] = value

    def outputs(self, step: str) -> dict[str, str]:
        """What a step has put out."""
        prefix = f"steps.{step}.outputs."
        return {
            name.removeprefix(prefix): value for name, value in self._known.items() if name.startswith(prefix)
        }

    def run(self, step: str, inputs: Mapping[str, str] = {}) -> subprocess.CompletedProcess[str]:
        """Runs a step with these inputs, the others as the action has them by default."""
        given = {
            name: str(declared.get("default", "")) for name, declared in ACTION["inputs"].items()
        } | dict(inputs)
        known = self._known | {f"inputs.{name}": value for name, value in given.items()}
        output = self._temporary / f"output-{step}"
        output.write_text("")
        self.summary.touch()
        script = self._temporary / f"{step}.sh"
        script.write_text(STEPS[step]["run"], encoding="utf-8", newline="\n")
        assert STEPS[step]["shell"] == "bash"
        done = subprocess.run(
            [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)],
            cwd=self.workspace,
            env={
                **os.environ,
                "CI": "true",
                "GITHUB_ACTIONS": "true",
                "GITHUB_ACTION_PATH": str(self._action),
                "GITHUB_OUTPUT": str(output),
                "GITHUB_STEP_SUMMARY": str(self.summary),
                "GITHUB_WORKSPACE": str(self.workspace),
                "RUNNER_TEMP": str(self._temporary),
                **{name: _filled(value, known) for name, value in STEPS[step].get("env", {}).items()},
            },
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        for line in output.read_text(encoding="utf-8").splitlines():
            name, _, value = line.partition("=")
            self.knows(step, name, value)
        return done


def _filled(value: str, known: Mapping[str, str]) -> str:
    return _EXPRESSION.sub(lambda found: known[found[1]], value)


def scripts_in(document: Any) -> list[str]:
    """The scripts of a pipeline of GitHub, GitLab or Azure, in order."""
    found: list[str] = []
    if isinstance(document, list):
        found += [script for item in document for script in scripts_in(item)]
    elif isinstance(document, dict):
        for key, value in document.items():
            if key in ("run", "script", "entry"):
                found += [value] if isinstance(value, str) else value
            else:
                found += scripts_in(value)
    return found


def shell(script: str, cwd: Path, tools: Path, env: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a script as a pipeline does; `tools` come first of all programs."""
    path = os.pathsep.join([str(tools), str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        [str(BASH), "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=cwd,
        env={**os.environ, **env, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
