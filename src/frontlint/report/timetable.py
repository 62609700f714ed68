"""`--profile`: where the time of a run went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.engine.profile import Profile


def timetable(profile: Profile) -> Iterator[str]:
    """Seconds and share of each phase in turn, then of each rule, slowest first.

    What several rules ask of the site is made when the first one asks, and counts as that one's time.
    """
    total = sum(profile.phases.values())
    yield from _rows("phase", profile.phases, total)
    rules = dict(sorted(profile.rules.items(), key=lambda item: (-item[1], item[0])))
    if rules:
        yield ""
        yield from _rows("rule", rules, total)


def _rows(title: str, seconds: Mapping[str, float], total: float) -> Iterator[str]:
    width = max(len(name) for name in (title, *seconds))
    yield f"{title:<{width}}  seconds  share"
    for name, spent in seconds.items():
        yield f"{name:<{width}}  {spent:7.3f}  {spent / (total or 1):5.1%}"
