"""The annotation `x-frontlint`: severity and wording that a schema gives for its fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from frontlint.base.errors import UsageError
from frontlint.base.record import NamedTuple
from frontlint.findings.finding import Severity
from frontlint.schema.library import Json, Library, Node, every_node

KEY = "x-frontlint"
_PARTS = ("severity", "message", "why", "fix", "after", "instead")

DEFAULT_SEVERITY: Mapping[str, Severity] = {
    "missing-field": Severity.ERROR,
    "unknown-field": Severity.WARNING,
    "wrong-type": Severity.ERROR,
    "bad-value": Severity.ERROR,
    "bad-length": Severity.WARNING,
    "deprecated-field": Severity.INFO,
}
"""The rules of the group schema, and how much each weighs where the schema does not say."""


class Notes(NamedTuple):
    """The annotations that bear on one fault, nearest first.

    Each part is one text for all rules, or a map from rule names to texts. A single `message` or `fix`
    is about the keywords beside it and so counts in the nearest annotation only; by rule name they hold
    for the whole field.
    """

    nearest_first: tuple[Mapping[str, Json], ...]

    def severity(self, rule: str) -> Severity:
        """How much the fault weighs."""
        text = self._find("severity", rule, len(self.nearest_first))
        return Severity(text) if text else DEFAULT_SEVERITY[rule]

    def message(self, rule: str) -> str:
        """The schema's own words for the fault, empty where it has none."""
        return self._find("message", rule, 1)

    def fix(self, rule: str) -> str:
        """What to do about it, empty where the schema does not say."""
        return self._find("fix", rule, 1)

    def why(self, rule: str) -> str:
        """Why it matters, empty where the schema does not say."""
        return self._find("why", rule, len(self.nearest_first))

    def after(self) -> str:
        """The field that usually comes before this one; empty if the schema does not say."""
        return self._find("after", "", len(self.nearest_first))

    def instead(self) -> str | None:
        """The field that has taken the place of this one, empty for none; None if the schema does not say."""
        found = (note.get("instead") for note in self.nearest_first[:1])
        return next((text for text in found if isinstance(text, str)), None)

    def _find(self, part: str, rule: str, plain: int) -> str:
        for at, note in enumerate(self.nearest_first):
            value = note.get(part)
            if isinstance(value, dict):
                value = value.get(rule)
            elif at >= plain:
                continue
            if isinstance(value, str):
                return value
        return ""


def notes_of(nodes: Iterable[Node]) -> Notes:
    """The annotations of some schema objects, in their order."""
    found = (node.schema.get(KEY) for node in nodes)
    return Notes(tuple(note for note in found if isinstance(note, dict)))


def check_notes(library: Library) -> None:
    """Holds the annotations of a user's schema to their form. Raises UsageError that says what is wrong."""
    for document in library.documents.values():
        for node in every_node(Node(document, "")):
            note = node.schema.get(KEY)
            if note is not None:
                _check(note, library.name)


def _check(note: Json, name: str) -> None:
    if not isinstance(note, dict):
        raise UsageError(f"{KEY} must be a map with {', '.join(_PARTS)}", name)
    for part in note:
        if part not in _PARTS:
            raise UsageError(f"{KEY} has no part {part}; it knows {', '.join(_PARTS)}", name)
    severity = note.get("severity")
    for rule, level in (severity if isinstance(severity, dict) else {"": severity}).items():
        if rule and rule not in DEFAULT_SEVERITY:
            raise UsageError(f"{KEY} gives a severity for {rule}, not a rule of the schema group", name)
        if level is not None and level not in tuple(Severity):
            raise UsageError(f"{KEY} has the severity {level}; it must be error, warning or info", name)
