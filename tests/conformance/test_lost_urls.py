"""The aliases that `lost-url` asks for make the real Hugo publish every old address again."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conformance.small_sites import both_ways, page
from frontlint.engine.check import check
from frontlint.engine.internal_error import Fatal
from frontlint.engine.request import Request
from frontlint.findings.finding import Finding
from frontlint.hugo.config import load_config
from frontlint.settings import load_settings
from support import CLOCK, base_of

OLD = {
    "content/blog/_index.md": page(title="Blog"),
    "content/blog/post.md": page(title="Post", aliases=["/before/", "near", "/A Case/ü"]),
    "content/blog/leaf/index.md": page(title="Leaf", tags=["one", "two"]),
    "content/blog/post.fr.md": page(title="Article"),
    "content/docs/at.md": page(title="At", url="/at/here.html"),
    "content/tags/one/_index.md": page(title="One"),
}
NEW = {
    "content/blog/_index.md": page(title="Blog"),
    "content/blog/a-post.md": page(title="Post"),
    "content/blog/leaf/index.md": page(title="Leaf", slug="blatt", tags=["one"]),
    "content/blog/un-article.fr.md": page(title="Article"),
    "content/docs/at.md": page(title="At"),
    "content/tags/one/_index.md": page(title="One", slug="eins"),
}
TWO = "languages: {en: {weight: 1}, fr: {weight: 2}}\n"
HOSTS = (
    "languages: {en: {weight: 1, baseURL: https://en.example.org/}, "
    "fr: {weight: 2, baseURL: https://fr.example.org/}}\n"
)


def html_files(folder: Path) -> set[str]:
    public = folder / "public"
    return {path.relative_to(public).as_posix() for path in public.rglob("*.html")}


def lost(folder: Path) -> list[Finding]:
    project = folder / "new"
    settings = load_settings(None, project)
    base = base_of(folder)
    request = Request(project, load_config(project), settings, clock=CLOCK, crashes=Fatal(), base=base)
    return [finding for finding in check(request).findings if finding.rule == "lost-url"]


@pytest.mark.parametrize("config", ["", "uglyURLs: true\n", TWO, TWO + "uglyURLs: {blog: true}\n", HOSTS])
def test_hugo_publishes_every_old_address_again(config: str, tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder, files in ((old, OLD), (new, NEW)):
        assert both_ways(folder, files, config).built.exit_code == 0
    gone = html_files(old) - html_files(new)
    for folder in (old, new):
        _sweep(folder)
    findings = lost(tmp_path)
    assert len(findings) >= 4
    for finding in findings:
        first, _, rest = finding.help.partition("\n")
        assert first.startswith("add the ")
        assert first.endswith(":")
        assert rest.startswith("aliases:\n") is (" to this page" in first)
    mended = dict(NEW)
    for finding in findings:
        lines = [line for line in finding.help.split("\n") if line.startswith("  - ")]
        text = mended[finding.path]
        head, _, rest = text.partition("aliases:\n") if "aliases:\n" in text else ("---\n", "", text[4:])
        mended[finding.path] = f"{head}aliases:\n" + "".join(f"{line}\n" for line in lines) + rest
    assert both_ways(new, mended, config).built.exit_code == 0
    assert gone - html_files(new) == set()
    _sweep(new)
    assert lost(tmp_path) == []


def _sweep(folder: Path) -> None:
    """Takes out what Hugo has made of a site, which is no part of it."""
    for name in ("public", "resources", ".hugo-home", ".hugo_build.lock"):
        path = folder / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
