"""Makes the documentation site: `pip install -r docs/site/requirements.txt`, then `python docs/site/make.py`.

It writes the pages into `build/docs/pages` and the site into `build/docs/site`, strictly: a warning of MkDocs
or a link that leads nowhere is exit code 1. `--pages` stops before MkDocs. Nothing of it is committed.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

from page_links import broken_links
from pages import ROOT, navigation, pages, schemas

HERE = Path(__file__).parent


def write(folder: Path, repository: str | None, address: str | None) -> Path:
    """Writes the pages and the configuration of MkDocs, and gives the path of the latter."""
    shutil.rmtree(folder / "pages", ignore_errors=True)
    for name, text in pages(repository).items():
        _put(folder / "pages" / name, text.encode())
    for name, content in schemas():
        _put(folder / "pages" / name, content)
    _put(folder / "pages" / "style.css", (HERE / "style.css").read_bytes())
    settings = {
        "INHERIT": str(HERE / "mkdocs.yml"),
        "docs_dir": str(folder / "pages"),
        "site_dir": str(folder / "site"),
        "nav": navigation(),
        **({"repo_url": repository, "edit_uri": ""} if repository else {}),
        **({"site_url": address} if address else {}),
    }
    config = folder / "mkdocs.yml"
    _put(config, json.dumps(settings, indent=1).encode())  # JSON is YAML
    return config


def build(config: Path, python: str) -> int:
    """Runs the MkDocs of this Python, strictly; gives its exit code."""
    # With --quiet, strict is not strict: warnings are not counted.
    command = [python, "-m", "mkdocs", "build", "--strict", "--clean", "-f", str(config)]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}  # advice on the future of MkDocs, at each build
    return subprocess.run(command, env=quiet, check=False).returncode


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def main() -> int:
    """Writes, builds and checks."""
    parser = argparse.ArgumentParser(description="Makes the documentation site.")
    parser.add_argument("--to", type=Path, default=ROOT / "build" / "docs", help="the folder to write into")
    parser.add_argument("--pages", action="store_true", help="write the pages, and do not run MkDocs")
    parser.add_argument("--mkdocs", default=sys.executable, help="the Python that has MkDocs")
    parser.add_argument("--repository", help="the web address of the repository, for links to other files")
    parser.add_argument("--address", help="the web address of the site")
    asked = parser.parse_args()
    folder = asked.to.resolve()
    config = write(folder, asked.repository, asked.address)
    if asked.pages:
        return 0
    code = build(config, asked.mkdocs)
    if code:
        return code
    base = urlsplit(asked.address or "").path.rstrip("/") + "/"
    broken = list(broken_links(folder / "site", base))
    print("\n".join(f"leads nowhere: {link}" for link in broken) or f"built {folder / 'site'}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
