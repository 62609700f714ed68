"""Words for a fault: what is wrong, in the author's terms and never in the schema's."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from frontlint.base.phrases import code, shorten
from frontlint.frontmatter.document import Value
from frontlint.schema.faults import Fault
from frontlint.schema.spelling import due_types, own_words, spell

LONGEST = 118
"""Code points in a message."""
_ROOMS = ((60, 48), (40, 32), (30, 24), (24, 16))
"""Code points of a field and of a value in a message: the next ones if it becomes too long."""
_WHOLE = "the front matter"
_FORMATS: Mapping[str, str] = {
    "date-time": "a time such as `2025-11-01T09:00:00Z`",
    "date": "a date such as `2025-11-01`",
    "time": "a time such as `09:00:00Z`",
    "email": "an e-mail address",
    "idn-email": "an e-mail address",
    "uri": "a whole address with `https://`",
    "uri-reference": "an address",
    "iri": "a whole address with `https://`",
    "hostname": "the name of a host",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "uuid": "a UUID",
    "regex": "a regular expression",
    "duration": "a duration such as `P1D`",
}
_LIMITS: Mapping[str, str] = {
    "minimum": "less than {}",
    "maximum": "more than {}",
    "exclusiveMinimum": "not more than {}",
    "exclusiveMaximum": "not less than {}",
    "multipleOf": "not a multiple of {}",
}
_COUNTS: Mapping[str, str] = {"Length": "character", "Items": "item", "Properties": "key"}


def message_for(fault: Fault, field: str, written: str, owner: str) -> str:
    """What is wrong, in under 120 characters and without a final full stop.

    `field` is the field as an author says it, `written` its text on the page, `owner` who has such a field.
    """
    own = fault.notes.message(fault.rule)
    for field_room, value_room in _ROOMS:
        name, value = code(field, field_room) if field else _WHOLE, _coded(written, value_room)
        words = _own_message(own, fault, name, value) if own else _default_message(fault, name, value, owner)
        if len(words) <= LONGEST:
            return words
    return shorten(words, LONGEST)


def _own_message(own: str, fault: Fault, field: str, value: str) -> str:
    """The message of a schema with the field and the value in it, in backticks whether it has some or not."""
    own = own_words(own, fault)
    for name, text in (("{field}", field), ("{value}", value)):
        own = own.replace(f"`{name}`", name).replace(name, text)
    return own


def _coded(written: str, room: int) -> str:
    """A value as it is typed; the quotes around an empty text are its own."""
    return code(shorten(written, room), room) if written.strip("\"' ") else '`""`'


def _default_message(fault: Fault, field: str, value: str, owner: str) -> str:
    special = _MESSAGES.get(fault.rule) or _MESSAGES.get(fault.keyword)
    if special is not None:
        return special(fault, field, value, owner)
    if fault.rule == "bad-length":
        return _length_message(fault, field)
    if fault.keyword in _LIMITS:
        return f"{field} is {value}, which is {_LIMITS[fault.keyword].format(spell(fault.argument))}"
    return f"{field} cannot be {value}: it must have another form"


def _form(name: str) -> str:
    return _FORMATS.get(name) or f"a value of the form {shorten(name, 20)}"


def _missing_message(fault: Fault, field: str, value: str, owner: str) -> str:
    return f"{field} is missing" if fault.keyword == "required" else f"{field} has no value"


def _type_message(fault: Fault, field: str, value: str, owner: str) -> str:
    return f"{field} must be {due_types(fault.argument)}, but it is {_has_type(fault.value, value)}"


def _has_type(value: Value, written: str) -> str:
    if isinstance(value, dict):
        return "a map"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return written
    return f"the text {written}" if isinstance(value, str) else f"the number {written}"


def _length_message(fault: Fault, field: str) -> str:
    keyword, value = fault.keyword, fault.value
    size = len(value) if isinstance(value, (str, list, dict)) else 0
    kind = next((word for end, word in _COUNTS.items() if keyword.endswith(end)), "")
    if not kind:
        return f"{field} has too many items"
    if size == 0:
        return f"{field} is empty"
    limit = spell(fault.argument)
    relation = "more than" if keyword.startswith("max") else "fewer than"
    return f"{field} has {size} {kind}{'' if size == 1 else 's'}, {relation} {limit}"


_MESSAGES: Mapping[str, Callable[[Fault, str, str, str], str]] = {
    "missing-field": _missing_message,
    "wrong-type": _type_message,
    "unknown-field": lambda fault, field, value, owner: f"{owner} no field {code(str(fault.route[-1]))}",
    "deprecated-field": lambda fault, field, value, owner: f"{field} is no longer used",
    "enum": lambda fault, field, value, owner: f"{field} cannot be {value}",
    "const": lambda fault, field, value, owner: (
        f"{field} must be {_coded(spell(fault.argument), 24)}, but it is {value}"
    ),
    "format": lambda fault, field, value, owner: (
        f"{field} must be {_form(str(fault.argument))}, but it is {value}"
    ),
    "propertyNames": lambda fault, field, value, owner: (
        f"the key {code(str(fault.route[-1]))} is not allowed here"
    ),
    "uniqueItems": lambda fault, field, value, owner: f"{field} has the same item twice",
    "contains": lambda fault, field, value, owner: f"{field} lacks an item that it must have",
    "not": lambda fault, field, value, owner: f"{field} cannot be {value}",
    "oneOf": lambda fault, field, value, owner: f"{field} cannot be {value}: it fits more than one form",
}
