"""Words for a fault: what is wrong and what to do, in the author's terms and never in the schema's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher

from frontlint.base.phrases import shorten
from frontlint.base.suggest import close_to
from frontlint.frontmatter.document import Value
from frontlint.schema.faults import Fault
from frontlint.schema.library import Json

LONGEST = 118
"""Code points in a message."""
_ROOM = 48
_MOST_OPTIONS = 8
_NEAR = 0.75
_LONGEST_NAME = 200
"""Code points of what is compared: two long texts take as long as the one times the other."""

_TYPES: Mapping[str, str] = {
    "string": "text",
    "array": "a list",
    "object": "a map",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "no value",
}
_SCALARS = frozenset({"string", "number", "integer", "boolean"})
_FORMATS: Mapping[str, str] = {
    "date-time": "a time such as 2025-11-01T09:00:00Z",
    "date": "a date such as 2025-11-01",
    "time": "a time such as 09:00:00Z",
    "email": "an e-mail address",
    "idn-email": "an e-mail address",
    "uri": "a full address with https://",
    "uri-reference": "an address",
    "iri": "a full address with https://",
    "hostname": "the name of a host",
    "ipv4": "an IPv4 address",
    "ipv6": "an IPv6 address",
    "uuid": "a UUID",
    "regex": "a regular expression",
    "duration": "a duration such as P1D",
}
_LIMITS: Mapping[str, str] = {
    "minimum": "under the least value of {}",
    "maximum": "over the limit of {}",
    "exclusiveMinimum": "not over {}",
    "exclusiveMaximum": "not under {}",
    "multipleOf": "not a multiple of {}",
}
_COUNTS: Mapping[str, str] = {"Length": "character", "Items": "item", "Properties": "key"}


def message_for(fault: Fault, field: str, written: str, owner: str) -> str:
    """What is wrong, in under 120 characters and without a final full stop.

    `field` is the field as an author says it, `written` its text on the page, `owner` what holds it.
    """
    own = fault.notes.message(fault.rule)
    if own:
        length = len(fault.value) if isinstance(fault.value, str) else 0
        words = own.replace("{length}", str(length)).replace("{field}", field)
        return shorten(words.replace("{value}", _quote(written)), LONGEST)
    return shorten(_default_message(fault, field, _quote(written), owner), LONGEST)


def help_for(fault: Fault, known: Iterable[str], *, search: bool = True) -> str:
    """What to do about it; `known` are the keys that could stand where an unknown one does.

    If `search`, the allowed value that is most like the one on the page comes first.
    """
    own = fault.notes.fix(fault.rule)
    if fault.rule == "unknown-field":
        near = nearest_key(str(fault.route[-1]), known)
        return f"did you mean {near}?" if near else own or "remove it, or add it to the schema"
    advice = own or _default_help(fault, search)
    if fault.rule == "missing-field" and fault.value is None and fault.keyword == "required":
        after = fault.notes.after()
        return f"{advice}; it usually stands after {after}" if after else advice
    return advice


def nearest_key(key: str, known: Iterable[str]) -> str:
    """The known key that a misspelt one must mean, else nothing."""
    return close_to(key, known, _NEAR) or ""


def nearest_first(options: Iterable[Json], value: Value) -> list[str]:
    """Allowed values as an author writes them, those like the value first."""
    words = [spell(option) for option in options if option not in (None, "")]
    target = shorten(spell(value), _LONGEST_NAME).lower()
    if not target:
        return list(dict.fromkeys(words))
    return sorted(dict.fromkeys(words), key=lambda word: -SequenceMatcher(None, word.lower(), target).ratio())


def spell(value: Json | Value) -> str:
    """A value as YAML writes it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if value is None:
        return "null"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return "[" + ", ".join(spell(item) for item in value) + "]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {spell(item)}" for key, item in value.items()) + "}"
    return str(value)


def _quote(written: str) -> str:
    return shorten(written, _ROOM) if written.strip() else '""'


def _default_message(fault: Fault, field: str, value: str, owner: str) -> str:
    special = _MESSAGES.get(fault.rule) or _MESSAGES.get(fault.keyword)
    if special is not None:
        return special(fault, field, value, owner)
    if fault.rule == "bad-length":
        return _length_message(fault, field)
    if fault.keyword in _LIMITS:
        return f"{field} is {value}, {_LIMITS[fault.keyword].format(spell(fault.argument))}"
    return f"{field} {value} does not have the form that is asked for"


def _missing_message(fault: Fault, field: str, value: str, owner: str) -> str:
    return f"{field} is missing" if fault.keyword == "required" else f"{field} has no value"


def _type_message(fault: Fault, field: str, value: str, owner: str) -> str:
    is_what = _has_type(fault.value, value)
    return f"{field} is {is_what}, where {due_types(fault.argument)} is due"


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


def due_types(argument: Json) -> str:
    """The types that a schema asks for, in words; `null` is left out where there is another."""
    names = [str(name) for name in (argument if isinstance(argument, list) else [argument])]
    names = [name for name in names if name != "null"] or names
    # A field that takes text takes a number as well, and an author need not hear of it.
    scalars = [name for name in names if name in _SCALARS]
    names = [name for name in names if name not in _SCALARS or name == scalars[0]]
    words = list(dict.fromkeys(_TYPES.get(name, name) for name in names))
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _length_message(fault: Fault, field: str) -> str:
    keyword, value = fault.keyword, fault.value
    size = len(value) if isinstance(value, (str, list, dict)) else 0
    kind = next((word for end, word in _COUNTS.items() if keyword.endswith(end)), "")
    if not kind:
        return f"{field} has more items than there may be"
    if size == 0:
        return f"{field} is empty"
    limit = spell(fault.argument)
    relation = "more than" if keyword.startswith("max") else "fewer than"
    return f"{field} has {size} {kind}{'' if size == 1 else 's'}, {relation} {limit}"


_MESSAGES: Mapping[str, Callable[[Fault, str, str, str], str]] = {
    "missing-field": _missing_message,
    "wrong-type": _type_message,
    "unknown-field": lambda fault, field, value, owner: f"{owner} no field {fault.route[-1]}",
    "deprecated-field": lambda fault, field, value, owner: f"{field} is no longer used",
    "enum": lambda fault, field, value, owner: f"{field} {value} is not one of the allowed values",
    "const": lambda fault, field, value, owner: f"{field} is {value}, where {spell(fault.argument)} is due",
    "format": lambda fault, field, value, owner: (
        f"{field} {value} is not {_FORMATS.get(str(fault.argument), 'in the form ' + str(fault.argument))}"
    ),
    "propertyNames": lambda fault, field, value, owner: f"the key {fault.route[-1]} is not allowed here",
    "uniqueItems": lambda fault, field, value, owner: f"{field} has the same item twice",
    "contains": lambda fault, field, value, owner: f"{field} lacks an item that must be there",
    "not": lambda fault, field, value, owner: f"{field} {value} is not allowed here",
    "oneOf": lambda fault, field, value, owner: f"{field} {value} fits more than one of the allowed forms",
}


def _default_help(fault: Fault, search: bool) -> str:
    if fault.keyword == "enum" and isinstance(fault.argument, list):
        value = fault.value if search else ""
        return _allowed(nearest_first(fault.argument, value), shorten(spell(value), _LONGEST_NAME))
    if fault.keyword == "const":
        return f"write {shorten(spell(fault.argument), _ROOM)}"
    if fault.keyword == "type":
        return _type_help(fault)
    if fault.rule == "missing-field":
        return f"add {fault.route[-1]}"
    if fault.rule == "deprecated-field":
        return _described(fault) or "remove it"
    return _example(fault) or _described(fault)


def _allowed(options: list[str], value: str) -> str:
    more = ", ..." if len(options) > _MOST_OPTIONS else ""
    allowed = "allowed: " + ", ".join(shorten(option, _ROOM) for option in options[:_MOST_OPTIONS]) + more
    return f"did you mean {options[0]}? {allowed}" if close_to(value, options[:1]) else allowed


def _type_help(fault: Fault) -> str:
    due = due_types(fault.argument)
    if due == "text" and isinstance(fault.value, (int, float)):
        return "put it in quotes"
    if due == "a list" and isinstance(fault.value, (str, int, float)):
        return "write a list, one item a line, each behind a hyphen"
    return f"write {due}"


def _example(fault: Fault) -> str:
    for node in fault.around:
        examples = node.schema.get("examples")
        if isinstance(examples, list) and examples:
            return f"write it like {shorten(spell(examples[0]), _ROOM)}"
    return ""


def _described(fault: Fault) -> str:
    for node in fault.around:
        text = node.schema.get("description")
        if isinstance(text, str):
            return text.rstrip(".")
    return ""
