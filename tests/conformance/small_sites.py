"""Small sites, built by the real Hugo and published by ours: what differs, row by row."""

from __future__ import annotations

import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from conformance import hugo_binary
from frontlint.base.source import decode
from frontlint.engine.discover import content_files
from frontlint.frontmatter.reader import read_document
from frontlint.hugo.config import Config, load_config
from frontlint.hugo.content.facts import PageFacts
from frontlint.hugo.content.shortcodes import scan_places
from frontlint.hugo.pages.publication import Claim, ClaimKind, Publication, SitePage
from frontlint.hugo.publish import publish
from frontlint.hugo.refs.refs import RefIndex, Status
from frontlint.hugo.values.scalars import plain_scalar
from frontlint.hugo.values.versions import NEWEST, Version
from frontlint.site.collect import collect

CLOCK = datetime(2025, 6, 1, 12, tzinfo=UTC)
_LAYOUT = """\
{{- $content := .Content -}}
{{- $file := "" }}{{ with .File }}{{ $file = .Filename }}{{ end -}}
PAGE {{ dict "kind" .Kind "path" .Path "language" .Language.Name "url" .RelPermalink "file" $file | jsonify }}
"""
_QUIET = "disableKinds: [rss, sitemap, '404']\n"
_REF = re.compile(
    r"^(?:ERROR|WARN) +\[[\w-]+\] REF_NOT_FOUND: "
    r'Ref "((?:\\.|[^"\\])*)"(?::? "(?:/\S*?/)?((?:content|french)/.*?):(\d+):(\d+)")?(.*)$',
    re.MULTILINE,
)
_PAGE = re.compile(r'^:? *(?:from page ".*?": )?')
_REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=(?:https?://[^/"]*)?([^"]*)"')


@dataclass(frozen=True, slots=True, order=True)
class RefError:
    """One ref that is not found; without a place where Hugo names none."""

    ref: str
    file: str
    line: int
    column: int
    words: str


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
        written = [path for path in public.rglob("*") if path.is_file() and _is_html(path)]
        theirs = {f"/{path.relative_to(public).as_posix()}": path for path in written}
        ours: defaultdict[str, list[Claim]] = defaultdict(list)
        for claim in self.publication.claims:
            ours[claim.output].append(claim)
        rows = [
            f"only Hugo writes {output}: {_read(theirs[output])}" for output in sorted(theirs.keys() - ours)
        ]
        rows += [
            f"only we write {output}: {_said(ours[output])}" for output in sorted(ours.keys() - theirs.keys())
        ]
        for output in sorted(theirs.keys() & ours.keys()):
            said, read_ = _said(ours[output]), _read(theirs[output])
            if read_ not in said:
                rows.append(f"{output}: Hugo {read_}, we {said}")
        return rows

    def ref_errors(self) -> tuple[set[RefError], set[RefError]]:
        """The refs that Hugo reports, and those that we do."""
        theirs = {
            RefError(ref.replace('\\"', '"'), file, int(line or 0), int(column or 0), _PAGE.sub("", words))
            for ref, file, line, column, words in _REF.findall(self.built.output)
        }
        index = RefIndex(self.publication, self.config)
        return theirs, {error for one in self.publication.pages for error in self._ref_errors_of(one, index)}

    def _ref_errors_of(self, one: SitePage, index: RefIndex) -> Iterator[RefError]:
        if one.facts is None or not one.rendered:
            return
        source = decode(one.facts.path, (self.root / one.facts.path).read_bytes())
        body = read_document(source, plain_scalar).fence.body
        for call, start, *_ in scan_places(source.text, body):
            found = index.resolve_call(one, call)
            line, column = source.lines.line_column(start)
            if found.status is Status.NO_LANGUAGE:
                yield RefError(found.path, "", 0, 0, f'no site found with lang "{call.lang}"')
            elif found.status is Status.NO_OUTPUT_FORMAT:
                yield RefError(found.path, "", 0, 0, f'output format "{call.output_format}"')
            elif found.status is Status.AMBIGUOUS:
                words = f'page reference "{found.path}" is ambiguous'
                yield RefError(found.path, one.facts.path, line, column, words)
            elif not found.ok:
                yield RefError(found.path, one.facts.path, line, column, "page not found")


@dataclass(frozen=True, slots=True)
class Hugo:
    """How Hugo is run: another binary than the newest with its version, and what the command line says."""

    binary: Path | None = None
    version: Version = NEWEST
    environment: str = "production"
    config: tuple[str, ...] = ()
    variables: Mapping[str, str] = field(default_factory=dict)

    def build(self, root: Path) -> hugo_binary.Built:
        """Builds a site."""
        more = ("--config", ",".join(self.config)) if self.config else ()
        arguments = ("--clock", CLOCK.isoformat(), "--environment", self.environment, *more)
        return hugo_binary.build(root, *arguments, path=self.binary, variables=self.variables)

    def settings(self, root: Path) -> Config:
        """The settings of a site as we read them."""
        return load_config(root, self.environment, self.version, self.config, self.variables)


NEWEST_HUGO = Hugo()


def both_ways(root: Path, files: Mapping[str, str], config: str = "", hugo: Hugo = NEWEST_HUGO) -> Site:
    """Writes a site, builds it with Hugo and publishes it with ours; `config` is laid over quiet settings."""
    settings = config if "disableKinds" in config else _QUIET + config
    address = "" if "baseURL:" in config.partition("languages")[0] else "baseURL: https://example.org/\n"
    everything = {
        "hugo.yaml": address + settings,
        "layouts/all.html": _LAYOUT,
        **files,
    }
    write(root, everything)
    built = hugo.build(root)
    loaded = hugo.settings(root)
    return Site(root, built, loaded, publish(facts_of(root, loaded), loaded, CLOCK))


def write(root: Path, files: Mapping[str, str]) -> None:
    """Writes files below a folder."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def facts_of(root: Path, config: Config) -> list[PageFacts]:
    """The facts of all content files of a site."""
    return [_facts(root, name, config) for name in content_files(root, config)]


def _facts(root: Path, name: str, config: Config) -> PageFacts:
    document = read_document(decode(name, (root / name).read_bytes()), plain_scalar)
    return collect(document, name, config.taxonomy_keys)


def page(**front: object) -> str:
    """A page's text with this front matter, as JSON, which is YAML too."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in front.items())
    return f"---\n{lines}---\nText.\n"


def _is_html(path: Path) -> bool:
    return path.read_bytes().startswith((b"PAGE ", b"<!DOCTYPE html>"))


def _read(path: Path) -> tuple[str, ...]:
    text = path.read_text(encoding="utf-8")
    if text.startswith("PAGE "):
        # Two pages that write one file at a time may leave both their lines in it.
        row = json.loads(text[5:].partition("\n")[0])
        return ("page", row["kind"], row["path"], row["language"], row["url"])
    found = _REFRESH.search(text)
    return ("redirect", html.unescape(found.group(1)) if found else text[:80])


def _said(claims: list[Claim]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for claim in claims:
        one = claim.page
        if claim.why in (ClaimKind.ALIAS, ClaimKind.REDIRECT):
            rows.append(("redirect", claim.to))
        else:
            rows.append(("page", one.kind.value, one.logical_path, one.language, claim.url))
    return rows
