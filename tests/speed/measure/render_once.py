"""What it costs to render findings, without finding them: `python render_once.py SITE REPORT`.

Prints seconds of CPU and the number of findings of the report `concise`, written into a file.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from pathlib import Path

from frontlint.base.sources import Sources
from frontlint.cli.streams import write_file
from frontlint.engine.check import check
from frontlint.engine.request import Request
from frontlint.findings.finding import Severity
from frontlint.hugo.config import load_config
from frontlint.lint.registry import Registry
from frontlint.report import formats
from frontlint.schema.catalog import BUILT_IN_KINDS
from frontlint.settings import Settings


def main() -> None:
    """Checks the site once and renders what is found."""
    site, report = (Path(argument) for argument in sys.argv[1:])
    settings = Settings(registry=Registry(), root=site, project=site, kinds=BUILT_IN_KINDS)
    outcome = check(Request(site, load_config(site), settings, shown=Severity.WARNING))
    render = formats.load("concise")
    start = time.process_time()
    write_file(report, outcome.project, partial(render, outcome, Sources(outcome.project)))
    print(time.process_time() - start, report.read_bytes().count(b"\n"))


if __name__ == "__main__":
    main()
