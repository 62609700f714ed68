"""The rows about peers: other linters over the same pages, each called as its makers mean it to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from speed.measure.bench import Bench
from speed.measure.install import node_command, python_command
from speed.measure.peer_files import SCHEMA, extract, mdsmith_settings, remark_settings
from speed.measure.rounds import Job
from speed.measure.samples import Measure

# Neither about values nor true of these pages, whose texts are long and end lines with two blanks.
_YAMLLINT = (
    "{extends: default, rules: {line-length: disable, document-start: disable, trailing-spaces: disable}}"
)
_RUMDL = ("check", "--no-cache", "--isolated", "--enable", "MD071", "content")
_PLAIN_LOOP = Path(__file__).with_name("plain_loop.py")
_ABSENT = "not installed in the folder of the peers; --install-peers does it"


@dataclass(frozen=True, slots=True)
class Peer:
    """Another linter, and by how much frontlint is to be faster; `job` is None where it is not installed."""

    name: str
    job: Job | None
    must: float | None = None
    goal: float | None = None


def peers(bench: Bench) -> None:
    """How many times the CPU time of frontlint each of them takes, and how many times its memory."""
    site, pages = bench.site(bench.peer_pages), f"{bench.peer_pages:,} pages"
    ours = f"frontlint, cold, 1 process, {pages}, beside peers"
    found = list(_peers(bench, site, pages))
    bench.run([bench.tools.check(ours, site, jobs=1), *(peer.job for peer in found if peer.job)])
    for peer in found:
        if peer.job is None:
            bench.skip(f"{peer.name}, against frontlint", _ABSENT)
            continue
        what = f"{peer.name}, against frontlint"
        bench.compare(what, peer.name, ours, Measure.CPU, peer.must, peer.goal, at_least=True)
        bench.compare(what, peer.name, ours, Measure.PEAK)


def _peers(bench: Bench, site: Path, pages: str) -> Iterator[Peer]:
    # Not by our own Python: the extra `format-nongpl` of jsonschema, which frontlint asks for, adds 0.7 s.
    python, name = python_command(bench.peers, "python"), f"a plain loop in Python, {pages}"
    yield Peer(
        name, _job(name, python, (str(_PLAIN_LOOP), str(site / "content"), str(SCHEMA)), site), 1.3, 1.8
    )
    if bench.tools.hugo:
        name = f"hugo list all, {pages}, beside peers"
        yield Peer(name, bench.tools.list_all(name, site))
    yield from _of_yaml(bench, site, pages)
    yield from _of_markdown(bench, site, pages)


def _of_yaml(bench: Bench, site: Path, pages: str) -> Iterator[Peer]:
    """Those that do not read Markdown: front matter is put into files for them, which is not measured."""
    folder = bench.scratch / f"front-matter-{bench.peer_pages}"
    lint, check = (python_command(bench.peers, name) for name in ("yamllint", "check-jsonschema"))
    names = tuple(extract(site, folder)) if lint.exists() or check.exists() else ()
    name = f"yamllint, on front matter taken out beforehand, {pages}"
    yield Peer(name, _job(name, lint, ("-d", _YAMLLINT, "."), folder), 12)
    name = f"check-jsonschema, on front matter taken out beforehand, {pages}"
    yield Peer(name, _job(name, check, ("--schemafile", str(SCHEMA), *names), folder), 8)


def _of_markdown(bench: Bench, site: Path, pages: str) -> Iterator[Peer]:
    """Those that read the pages as they are, and the bodies with them."""
    remark, name = node_command(bench.peers, "remark"), f"remark-lint-frontmatter-schema, {pages}"
    settings = remark_settings(bench.peers, site) if remark.exists() else bench.peers
    options = ("content", "--quiet", "--frail", "--no-stdout", "--rc-path", str(settings))
    yield Peer(name, _job(name, remark, options, site), 25)
    mdsmith, name = python_command(bench.peers, "mdsmith"), f"mdsmith, front matter alone, {pages}"
    if mdsmith.exists():
        settings = mdsmith_settings(mdsmith, bench.scratch / "mdsmith.yml")
    yield Peer(name, _job(name, mdsmith, ("check", "-c", str(settings), "content"), site), 0.6, 0.9)
    rumdl, name = python_command(bench.peers, "rumdl"), f"rumdl, which checks no values, {pages}"
    yield Peer(name, _job(name, rumdl, _RUMDL, site), 0.4, 0.6)


def _job(name: str, command: Path, options: tuple[str, ...], folder: Path) -> Job | None:
    """None where the command is not there."""
    return Job(name, (str(command), *options), folder) if command.exists() else None
