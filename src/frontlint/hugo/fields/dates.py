"""Dates: the texts that Hugo takes for one, and which field gives which date."""

from __future__ import annotations

from datetime import datetime, tzinfo

from frontlint.doc.document import Value

DATE_FIELDS = (
    "date",
    "publishdate",
    "pubdate",
    "published",
    "lastmod",
    "modified",
    "expirydate",
    "unpublishdate",
)


def as_date(value: Value, zone: tzinfo) -> datetime | None:
    """The moment, with a zone; None where Hugo cannot read it as a date."""
    raise NotImplementedError
