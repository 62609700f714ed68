"""Give every field a value of the type that it is read as.

Why: Hugo drops a value of another type without a word, and a template that goes
through a list stops the build at a single text.
Bad:
    aliases:
      old: /old-address/
Good:
    aliases:
      - /old-address/
"""

from __future__ import annotations

from frontlint.lint import SchemaRule, Severity


class WrongType(SchemaRule):
    severity = Severity.ERROR
    checks_cascades = True
