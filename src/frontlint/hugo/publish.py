"""All pages and all claims on output files, from the facts of all content files."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from frontlint.hugo.config import Config
from frontlint.hugo.facts import PageFacts
from frontlint.hugo.publication import (
    BadAlias,
    Claim,
    DeadFile,
    Hidden,
    NoPage,
    Publication,
    Shadow,
    SitePage,
    Why,
)

__all__ = [
    "BadAlias",
    "Claim",
    "DeadFile",
    "Hidden",
    "NoPage",
    "Publication",
    "Shadow",
    "SitePage",
    "Why",
    "publish",
]


def publish(facts: Iterable[PageFacts], config: Config, clock: datetime) -> Publication:
    """What Hugo would publish at the moment `clock` (with a zone)."""
    raise NotImplementedError
