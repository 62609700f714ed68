"""Small sites, built by the real Hugo and published by ours: what differs, row by row."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from conformance import hugo_binary

from frontlint.doc.reading import read
from frontlint.hugo.collect import collect
from frontlint.hugo.config import Config, load_config
from frontlint.hugo.facts import PageFacts
from frontlint.hugo.publication import Claim, Publication, Why
from frontlint.hugo.publish import publish
from frontlint.hugo.scalars import plain_scalar
from frontlint.text.source import decode

CLOCK = datetime(2025, 6, 1, 12, tzinfo=UTC)
_LAYOUT = """\
{{- $content := .Content -}}
{{- $file := "" }}{{ with .File }}{{ $file = .Filename }}{{ end -}}
PAGE {{ dict "kind" .Kind "path" .Path "language" .Language.Name "url" .RelPermalink "file" $file | jsonify }}
"""
_QUIET = "disableKinds: [rss, sitemap, '404']\n"
_ERROR = re.compile(r'^(?:ERROR|WARN) +\[(\w[\w-]*)\] REF_NOT_FOUND: Ref "(.*?)"(?:: "(.*?):(\d+):(\d+)")?(.*)$', re.M)
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=(?:https?://[^/"]*)?([^"]*)"')


@dataclass(frozen=True, slots=True)
class Site:
    """One site, both ways: what Hugo wrote below `public/`, and what we say it writes."""

    root: Path
    built: hugo_binary.Built
    config: Config
    publication: Publication

    def differences(self) -> list[str]:
        """Every HTML file that only one side has, or that is another page's or leads elsewhere."""
        public = self.root / "public"
        theirs = {f"/{path.relative_to(public).as_posix()}": path for path in public.rglob("*.htm*")}
        ours: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.publication.claims:
            ours[claim.output].append(claim)
        rows = [f"only Hugo writes {output}: {_read(theirs[output])}" for output in sorted(theirs.keys() - ours)]
        rows += [f"only we write {output}: {_said(ours[output])}" for output in sorted(ours.keys() - theirs.keys())]
        for output in sorted(theirs.keys() & ours.keys()):
            said, read_ = _said(ours[output]), _read(theirs[output])
            if read_ not in said:
                rows.append(f"{output}: Hugo {read_}, we {said}")
        return rows

    def ref_errors(self) -> list[tuple[str, str, str, int, int, str]]:
        """Hugo's ref errors: language, path, file, line, column, words."""
        found = _ERROR.findall(self.built.output)
        rows = [(lang, ref, file, int(line or 0), int(column or 0), rest.strip(": ")) for lang, ref, file, line, column, rest in found]
        return sorted(set(rows))


def both_ways(root: Path, files: Mapping[str, str], config: str = "") -> Site:
    """Writes a site, builds it with Hugo and publishes it with ours; `config` is laid over quiet settings."""
    settings = config if "disableKinds" in config else _QUIET + config
    everything = {"hugo.yaml": "baseURL: https://example.org/\n" + settings, "layouts/all.html": _LAYOUT, **files}
    for name, text in everything.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    built = hugo_binary.build(root, "--clock", CLOCK.isoformat())
    loaded = load_config(root)
    return Site(root, built, loaded, publish(facts_of(root, loaded), loaded, CLOCK))


def facts_of(root: Path, config: Config) -> list[PageFacts]:
    """The facts of all content files of a site."""
    found = []
    for top in config.content_dirs:
        for path in sorted((root / top).rglob("*")):
            if path.is_file():
                name = path.relative_to(root).as_posix()
                document = read(decode(name, path.read_bytes()), plain_scalar)
                found.append(collect(document, name, config.taxonomy_keys))
    return list({page.path: page for page in found}.values())


def page(**front: object) -> str:
    """A page's text with this front matter, as JSON, which is YAML too."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\nText.\n"


def _read(path: Path) -> tuple[str, ...]:
    text = path.read_text(encoding="utf-8")
    if text.startswith("PAGE "):
        row = json.loads(text[5:])
        return ("page", row["kind"], row["path"], row["language"], row["url"])
    found = _REFRESH.search(text)
    return ("redirect", found.group(1) if found else text[:80])


def _said(claims: list[Claim]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for claim in claims:
        one = claim.page
        if claim.why in (Why.ALIAS, Why.REDIRECT):
            rows.append(("redirect", claim.to))
        else:
            rows.append(("page", one.kind.value, one.logical_path, one.language, claim.url))
    return rows
