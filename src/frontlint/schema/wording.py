"""Words for a fault: what is wrong and what to do, in the author's terms and never in the schema's."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher

from frontlint.base.phrases import code, listing, shorten
from frontlint.base.suggest import close_to
from frontlint.frontmatter.document import Format, Value
from frontlint.frontmatter.route import to_words
from frontlint.frontmatter.written import assignment, written_as
from frontlint.schema.faults import Fault
from frontlint.schema.library import Json
from frontlint.schema.sample import sample

LONGEST = 118
"""Code points in a message."""
_ROOMS = ((60, 48), (40, 32), (30, 24), (24, 16))
"""Code points of a field and of a value in a message: the next ones if it becomes too long."""
_ROOM = 48
_MOST_OPTIONS = 8
_NEAR = 0.75
_LONGEST_NAME = 200
"""Code points of what is compared: two long texts take as long as the one times the other."""

_WHOLE = "the front matter"
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
    "date-time": "a time such as `2025-11-01T09:00:00Z`",
    "date": "a date such as `2025-11-01`",
    "time": "a time such as `09:00:00Z`",
    "email": "an e-mail address",
    "idn-email": "an e-mail address",
    "uri": "a full address with `https://`",
    "uri-reference": "an address",
    "iri": "a full address with `https://`",
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
        name, value = code(field or _WHOLE, field_room) if field else _WHOLE, _coded(written, value_room)
        words = _own_message(own, fault, name, value) if own else _default_message(fault, name, value, owner)
        if len(words) <= LONGEST:
            return words
    return shorten(words, LONGEST)


def _own_message(own: str, fault: Fault, field: str, value: str) -> str:
    """The message of a schema with the field and the value in it, in backticks whether it has some or not."""
    own = _own_words(own, fault)
    for name, text in (("{field}", field), ("{value}", value)):
        own = own.replace(f"`{name}`", name).replace(name, text)
    return own


def _own_words(own: str, fault: Fault) -> str:
    """The words of a schema with the length of the value in them."""
    return own.replace("{length}", str(len(fault.value) if isinstance(fault.value, str) else 0))


def help_for(fault: Fault, known: Iterable[str], form: Format = Format.YAML, *, search: bool = True) -> str:
    """What to do about it; `known` are the keys that may be meant by an unknown one, `form` is the page's.

    If `search`, the allowed value that is most like the one on the page comes first.
    """
    own = _own_words(fault.notes.fix(fault.rule), fault)
    if fault.rule == "unknown-field":
        near = nearest_key(str(fault.route[-1]), known)
        return f"rename it to `{near}`" if near else own or "delete it"
    advice = own or _default_help(fault, form, search)
    if fault.rule == "missing-field" and fault.value is None and fault.keyword == "required":
        after = fault.notes.after()
        return f"{advice}, after `{after}`" if after and not own else advice
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


def due_types(argument: Json) -> str:
    """The types that a schema asks for, in words; `null` is left out if there is another."""
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


def _default_help(fault: Fault, form: Format, search: bool) -> str:
    if fault.keyword == "enum" and isinstance(fault.argument, list):
        value = fault.value if search else ""
        return _allowed(nearest_first(fault.argument, value), shorten(spell(value), _LONGEST_NAME))
    if fault.keyword == "const":
        return f"write {_line(fault, form, fault.argument)}"
    if fault.keyword == "type":
        return _type_help(fault, form)
    if fault.rule == "missing-field":
        line = _line(fault, form, sample(fault))
        return f"write {line}" if fault.keyword != "required" else f"add {line}{_inside(fault)}"
    if fault.rule == "deprecated-field":
        return _described(fault) or "delete it"
    return _example(fault, form) or _described(fault)


def _line(fault: Fault, form: Format, value: Value) -> str:
    """The line with a value of the field; of a list item, the value alone."""
    key = fault.route[-1] if fault.route else ""
    written = written_as(form, value) if isinstance(key, int) or not key else assignment(form, key, value)
    return code(written, 90)


def _inside(fault: Fault) -> str:
    """Where a missing key goes, unless that is the front matter itself."""
    return f" to `{to_words(fault.route[:-1])}`" if len(fault.route) > 1 else ""


def _allowed(options: list[str], value: str) -> str:
    first, *others = [code(shorten(option, _ROOM), _ROOM) for option in options[:_MOST_OPTIONS]] or ["null"]
    left = max(len(options) - _MOST_OPTIONS, 0)
    if not others:
        return f"write {first}"
    if close_to(value, options[:1]):
        return f"write {first} (or {listing(others, left, 'or')})"
    return f"write {listing([first, *others], left, 'or')}"


def _type_help(fault: Fault, form: Format) -> str:
    due, value = due_types(fault.argument), fault.value
    if due == "text" and isinstance(value, (int, float)):
        return f"write {_line(fault, form, spell(value))}" if form is Format.JSON else _quoted(fault, form)
    if due == "a list" and isinstance(value, (str, int, float)) and value != "":
        return f"write {_line(fault, form, [value])}"
    return f"write {_line(fault, form, sample(fault))}"


def _quoted(fault: Fault, form: Format) -> str:
    """The line with the number in quotes, which make it a text."""
    line = _line(fault, form, spell(fault.value)).strip("`")
    plain = spell(fault.value)
    return f'write `{line.removesuffix(plain)}"{plain}"`' if line.endswith(plain) else f"write `{line}`"


def _example(fault: Fault, form: Format) -> str:
    for node in fault.around:
        examples = node.schema.get("examples")
        if isinstance(examples, list) and examples:
            return f"write it like {_line(fault, form, examples[0])}"
    return ""


def _described(fault: Fault) -> str:
    for node in fault.around:
        text = node.schema.get("description")
        if isinstance(text, str):
            return text.rstrip(".")
    return ""
