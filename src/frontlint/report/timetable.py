"""`--profile`: where the time of a run went."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from frontlint.engine.profile import Profile

_MOST = 10
"""So many rules are shown."""


def timetable(profile: Profile) -> Iterator[str]:
    """Seconds and share of each phase in turn, then of the slowest rules; last, why no patch was enough.

    What several rules ask of the site is made when the first one asks, and counts as that one's time.
    """
    total = sum(profile.phases.values())
    yield from _rows("phase", profile.phases, total)
    rules = sorted(profile.rules.items(), key=lambda item: (-item[1], item[0]))
    if rules:
        yield ""
        yield from _rows("rule", dict(rules[:_MOST]), total)
    for reason in profile.reasons:
        yield f"the whole site was read again, because a change affects {reason}"


def _rows(title: str, seconds: Mapping[str, float], total: float) -> Iterator[str]:
    width = max(len(name) for name in (title, *seconds))
    yield f"{title:<{width}}  seconds  share"
    for name, spent in seconds.items():
        yield f"{name:<{width}}  {spent:7.3f}  {spent / (total or 1):5.1%}"
