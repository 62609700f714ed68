"""Values as Hugo casts them (spf13/cast, common/types/convert.go)."""

from __future__ import annotations

from frontlint.doc.document import Value


def as_text(value: Value) -> str:
    """The value as text; a list or a mapping is empty."""
    raise NotImplementedError


def as_boolean(value: Value) -> bool | None:
    """True or false; None where Hugo cannot read it as either, and so takes false."""
    raise NotImplementedError


def as_number(value: Value) -> int:
    """The value as a whole number; 0 where it is none."""
    raise NotImplementedError


def as_strings(value: Value) -> tuple[str, ...]:
    """A list of texts; a text is split at white space, as for aliases, keywords and outputs."""
    raise NotImplementedError


def as_terms(value: Value) -> tuple[str, ...]:
    """A list of texts; a text is one of them, as for terms."""
    raise NotImplementedError
