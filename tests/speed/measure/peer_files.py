"""What peers need beside the pages: one schema for all, front matter in files of its own, settings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from frontlint.base.source import decode
from frontlint.frontmatter import fence

SCHEMA = Path(__file__).with_name("peer.schema.json")
"""Draft 7, which all of them know: the fields of the pages that are made, with types, patterns and limits."""

_REMARK = """\
import frontmatter from "remark-frontmatter";
import schema from "remark-lint-frontmatter-schema";
export default { plugins: [frontmatter, [schema, { schemas: { "%s": ["**/*.md"] } }]] };
"""
# mdsmith reads no JSON Schema: these are the main fields of it, in CUE.
_MDSMITH = """\
kind-assignment:
  - {glob: ["**/*.md"], kinds: [page]}
kinds:
  page:
    schema:
      frontmatter-closed: false
      frontmatter:
        title: 'string & != ""'
        "description?": 'string & != ""'
        "weight?": "int & >=0 & <=1000"
        "slug?": '=~"^[a-z0-9-]+$"'
        "trustpilot?": bool
        "ItemKind?": '"resource" | "classification"'
        "ItemId?": '=~"^[A-Za-z0-9_-]{11}$"'
        "ResourceId?": '=~"^[A-Za-z0-9_-]{11}$"'
        "aliases?": '[...=~"^/"]'
        "tags?": "[...string]"
        "categories?": "[...string]"
        "concepts?": "[...string]"
        "Instructions?": string
        "sitemap?": '{filename: "sitemap.xml", priority?: number & >=0 & <=1, changefreq?: string}'
rules:
  required-structure: {}
"""


def extract(site: Path, folder: Path) -> list[str]:
    """Writes the front matter of every page into a YAML file of `folder`; the names of these files."""
    folder.mkdir(exist_ok=True)
    names = []
    for number, path in enumerate(sorted((site / "content").rglob("*.md"))):
        text = decode(path.name, path.read_bytes()).text
        content = fence.find(text)[0].content
        names.append(f"{number:06}.yaml")
        (folder / names[-1]).write_bytes(text[content.start : content.end].encode())
    return names


def remark_settings(folder: Path, site: Path) -> Path:
    """The settings of remark beside its plugins in `folder`, since it looks for plugins there.

    The schema is named from the folder where remark runs: the site.
    """
    path = folder / ".remarkrc.mjs"
    path.write_text(_REMARK % Path(os.path.relpath(SCHEMA, site)).as_posix(), encoding="utf-8")
    return path


def mdsmith_settings(command: Path, path: Path) -> Path:
    """The settings of mdsmith: of all its rules, only the one about front matter."""
    listed = subprocess.run([str(command), "help", "rule"], capture_output=True, text=True, check=True).stdout
    names = (words[1] for words in map(str.split, listed.splitlines()) if words and words[0][:3] == "MDS")
    off = "".join(f"  {name}: false\n" for name in names if name != "required-structure")
    path.write_text(_MDSMITH + off, encoding="utf-8")
    return path
