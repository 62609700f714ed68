"""The few lines that one would write first: `python plain_loop.py FOLDER SCHEMA`.

Every page through python-frontmatter, every front matter through a jsonschema validator that is built once.
Exits with 1 where a page is not what the schema wants.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import frontmatter
from jsonschema import Draft7Validator


def main() -> int:
    """Prints what does not fit, as `path: where: message`."""
    folder, schema = (Path(argument) for argument in sys.argv[1:])
    validator = Draft7Validator(
        json.loads(schema.read_text(encoding="utf-8")), format_checker=Draft7Validator.FORMAT_CHECKER
    )
    failed = False
    for path in folder.rglob("*.md"):
        for error in validator.iter_errors(frontmatter.load(str(path)).metadata):
            failed = True
            print(f"{path}: {error.json_path}: {error.message}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
