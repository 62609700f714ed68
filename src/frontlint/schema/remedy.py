"""What to do about a fault: the line to write, in the format of the page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import SequenceMatcher

from frontlint.base.phrases import code, listing, shorten
from frontlint.base.suggest import close_to
from frontlint.frontmatter.document import Format, Value
from frontlint.frontmatter.route import to_words
from frontlint.frontmatter.written import line_of
from frontlint.schema.faults import Fault
from frontlint.schema.library import Json
from frontlint.schema.sample import FORMATS, is_placeholder, sample
from frontlint.schema.spelling import due_types, own_words, spell

_ROOM = 48
_MOST_OPTIONS = 8
_NEAR = 0.75
_LONGEST_NAME = 200
"""Code points of what is compared: two long texts take as long as the one times the other."""
_LIMITS: Mapping[str, str] = {
    "minimum": "write {} or more",
    "maximum": "write {} or less",
    "exclusiveMinimum": "write more than {}",
    "exclusiveMaximum": "write less than {}",
    "multipleOf": "write a multiple of {}",
}
_COUNTS: Mapping[str, str] = {
    "maxLength": "shorten it to {limit} characters (now {size})",
    "minLength": "write at least {limit} characters (now {size})",
    "maxItems": "keep at most {limit} of the {size} items",
    "minItems": "list at least {limit} items (now {size})",
    "maxProperties": "keep at most {limit} of the {size} keys",
    "minProperties": "write at least {limit} keys (now {size})",
}


def help_for(fault: Fault, known: Iterable[str], form: Format = Format.YAML, *, search: bool = True) -> str:
    """What to do about it; `known` are the keys that may be meant by an unknown one, `form` is the page's.

    If `search`, the allowed value that is most like the one on the page comes first.
    """
    own = own_words(fault.notes.fix(fault.rule), fault)
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


def _default_help(fault: Fault, form: Format, search: bool) -> str:
    if fault.keyword == "enum" and isinstance(fault.argument, list):
        value = fault.value if search else ""
        return _allowed(nearest_first(fault.argument, value), shorten(spell(value), _LONGEST_NAME))
    if fault.keyword == "const":
        return f"write {_line(fault, form, fault.argument)}"
    if fault.keyword == "type":
        return _type_help(fault, form)
    if fault.rule == "missing-field":
        return _missing_help(fault, form)
    if fault.rule == "deprecated-field":
        return _description(fault) or "delete it"
    if fault.rule == "bad-length":
        return _length_help(fault, form)
    if fault.keyword == "format" and str(fault.argument) in FORMATS:
        return f"write it like {_line(fault, form, sample(fault))}"
    return _example(fault, form) or _described(fault) or _limit_help(fault)


def _missing_help(fault: Fault, form: Format) -> str:
    value = sample(fault)
    line = (
        f"{code(str(fault.route[-1]))} with its fields"
        if is_placeholder(value)
        else _line(fault, form, value)
    )
    return f"write {line}" if fault.keyword != "required" else f"add {line}{_inside(fault)}"


def _length_help(fault: Fault, form: Format) -> str:
    value = fault.value
    size = len(value) if isinstance(value, (str, list, dict)) else 0
    if not size:
        return _example(fault, form) or (
            "add an item" if value == [] else "write a value, or delete the line"
        )
    words = _COUNTS.get(fault.keyword, "")
    return words.format(limit=spell(fault.argument), size=size) or _described(fault)


def _limit_help(fault: Fault) -> str:
    if fault.keyword == "uniqueItems":
        return "delete the second of the two"
    if fault.keyword == "not":
        return "write another value"
    return _LIMITS.get(fault.keyword, "").format(spell(fault.argument))


def _line(fault: Fault, form: Format, value: Value) -> str:
    """The line with a value of the field; of a list item, the value alone."""
    step = fault.route[-1] if fault.route else 0
    return code(line_of(form, step or 0, value), 90)  # a key without a name is written like an item


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
    due, found = due_types(fault.argument), fault.value
    if due == "text" and isinstance(found, (int, float)):
        return f"write {_line(fault, form, spell(found))}" if form is Format.JSON else _quoted(fault, form)
    if due == "a list" and isinstance(found, (str, int, float)) and found != "":
        return f"write {_line(fault, form, [found])}"
    value = sample(fault)
    if is_placeholder(value):
        return f"write its fields below `{fault.route[-1]}`" if fault.route else "write a map"
    if due == "true or false":
        return f"write {_line(fault, form, True)} or {_line(fault, form, False)}"
    return f"write {due}, such as {_line(fault, form, value)}"


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
    """What the field holds, for a value of which nothing more is known."""
    text = _description(fault)
    return (
        f"write another value ({text[:1].lower() + text[1:] if text[1:2].islower() else text})"
        if text
        else ""
    )


def _description(fault: Fault) -> str:
    for node in fault.around:
        text = node.schema.get("description")
        if isinstance(text, str):
            return text.rstrip(".")
    return ""
