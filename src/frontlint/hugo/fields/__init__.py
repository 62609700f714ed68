"""Hugo's own front matter fields: how it casts them, which dates it takes, what it refuses."""

from frontlint.hugo.fields.dates import DATE_FIELDS, as_date
from frontlint.hugo.fields.keys import FRONT_KEYS
from frontlint.hugo.fields.refusals import Refusal, RefusalKind, refusals, refusals_of_cascade
from frontlint.hugo.values.cast import as_boolean, as_number, as_strings, as_terms, as_text

__all__ = [
    "DATE_FIELDS",
    "FRONT_KEYS",
    "Refusal",
    "RefusalKind",
    "as_boolean",
    "as_date",
    "as_number",
    "as_strings",
    "as_terms",
    "as_text",
    "refusals",
    "refusals_of_cascade",
]
