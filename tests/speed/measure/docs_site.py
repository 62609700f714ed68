"""The rows about a real site: the content of Hugo's documentation, or any other folder of pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from speed.measure.bench import Bench
from speed.measure.samples import Measure

_SHORTCODE = re.compile(r"\{\{[<%]\s*(/?)\s*([\w./-]+)")


def docs(bench: Bench) -> None:
    """A real site, cold, against Hugo, reading, and itself on one process."""
    if bench.docs is None:
        bench.skip("a real site against hugo list all", "no site given; --docs DIR does it")
        return
    site = copy_with_stubs(bench.docs, bench.scratch / "docs")
    pages = f"{bench.docs.name}, {sum(1 for _ in site.rglob('*.md')):,} pages"
    read, hugo = f"read, {pages}", f"hugo list all, {pages}"
    ours, one = f"frontlint, cold, {pages}", f"frontlint, cold, 1 process, {pages}"
    jobs = [bench.tools.read(read, site), bench.tools.check(ours, site), bench.tools.check(one, site, jobs=1)]
    bench.run([*jobs, bench.tools.list_all(hugo, site)])
    bench.compare(f"{pages}, cold, against hugo list all", ours, hugo, Measure.WALL, 1.3, 0.9)
    bench.compare(f"{pages}, cold, 1 process, against read", one, read, Measure.CPU)


def copy_with_stubs(source: Path, target: Path) -> Path:
    """A copy of the site to which Hugo has no objection.

    A shortcode without a template would end `hugo list all`. Shortcodes
    that are closed somewhere get a template with `.Inner`, for Hugo lets no other be closed.
    """
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(source, target, ignore=shutil.ignore_patterns(".git"))
    layouts = target / "layouts"
    for name, closed in _shortcodes(target / "content").items():
        template = layouts / "_shortcodes" / f"{name}.html"
        if not template.exists():
            template.parent.mkdir(parents=True, exist_ok=True)
            template.write_text("{{ with .Inner }}{{ end }}" if closed else "", encoding="utf-8")
    return target


def _shortcodes(content: Path) -> dict[str, bool]:
    """The names of all shortcodes, and whether they are closed anywhere."""
    found: dict[str, bool] = {}
    for path in content.rglob("*.md"):
        for slash, name in _SHORTCODE.findall(path.read_text(encoding="utf-8", errors="replace")):
            found[name] = found.get(name, False) or bool(slash)
    return found
