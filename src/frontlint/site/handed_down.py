"""How many pages have which value from which cascade, for a finding in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping
from functools import cached_property

from frontlint.findings.finding import Finding
from frontlint.findings.reach import cascade_of
from frontlint.hugo.config import Config, Origin
from frontlint.hugo.fields import DATE_FIELDS
from frontlint.hugo.fields.dates import bad_dates
from frontlint.hugo.pages.publication import Publication


class HandedDown:
    """What the cascades of a site do; `files` are those of its content."""

    def __init__(self, publication: Publication, config: Config, files: Container[str]) -> None:
        self._publication = publication
        self._config = config
        self._files = files

    def pages(self, finding: Finding) -> int:
        """How many pages have the value that a finding is about from the cascade that it is in."""
        return self._counts(finding).get(self._key(finding), 0)

    def reaches(self, finding: Finding) -> bool:
        """Whether the cascade that a finding is in is for any page, whatever it has from there."""
        return self._counts(finding).get("", 0) > 0

    def pages_stopped(self, finding: Finding) -> int:
        """On how many of them Hugo's build ends at the date that a finding is about.

        It counts where Hugo asks for it before it has found a good one.
        """
        return self._bad_dates.get((self._origin(finding), self._key(finding)), 0)

    def _counts(self, finding: Finding) -> Mapping[str, int]:
        return self._publication.reach.get(self._origin(finding), {})

    def _key(self, finding: Finding) -> str:
        place = cascade_of(finding.field)
        return place.key if place else ""

    def _origin(self, finding: Finding) -> Origin:
        """The cascade that a finding is in; what is not in content is in the configuration."""
        place = cascade_of(finding.field)
        return Origin(finding.path if finding.path in self._files else "", place.cascade if place else ())

    @cached_property
    def _bad_dates(self) -> Mapping[tuple[Origin, str], int]:
        counts: Counter[tuple[Origin, str]] = Counter()
        for page in self._publication.pages:
            if page.givers and not page.givers.keys().isdisjoint(DATE_FIELDS):
                language = self._config.language(page.language) or self._config.default
                wrong = bad_dates(page.front, language.dates, language.zone)
                counts.update((page.givers[name], name) for name in wrong if name in page.givers)
        return counts
