"""Turns the errors of an engine into faults of single fields: one key, one value, one rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Data, Value
from frontlint.frontmatter.route import Route
from frontlint.schema.engine import RawError
from frontlint.schema.library import Json, Library, Node
from frontlint.schema.notes import Notes, notes_of
from frontlint.schema.patterns import any_matches
from frontlint.schema.trace import FALSE_SCHEMA, Trace, trace

_LENGTHS = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_RULES: Mapping[str, str] = {
    "required": "missing-field",
    "type": "wrong-type",
    **dict.fromkeys(_LENGTHS, "bad-length"),
    **dict.fromkeys(("items", "additionalItems", "unevaluatedItems"), "bad-length"),
    FALSE_SCHEMA: "unknown-field",
    "additionalProperties": "unknown-field",
}


class Fault(NamedTuple):
    """One field and what is wrong with it.

    `route` ends with the missing key for a missing field. `keyword` and `argument` are the schema's,
    normalised: `required` for every missing key, `additionalProperties` for every unknown one.
    `value` is None for a missing field. `around` are the schema objects of the field, nearest first.
    """

    rule: str
    route: Route
    keyword: str
    argument: Json
    value: Value
    notes: Notes
    around: tuple[Node, ...] = ()


class Expander:
    """Expands the errors of an engine over one page's data."""

    def __init__(self, library: Library, data: Data) -> None:
        self._library = library
        self._data = data

    def faults(self, errors: Iterable[RawError]) -> Iterator[Fault]:
        """The faults behind the errors; the same one may come more than once."""
        for error in errors:
            yield from self._expand(error)

    def _expand(self, error: RawError) -> Iterator[Fault]:
        found = trace(self._library, error.path)
        special = _SPECIAL.get(found.keyword)
        if error.branches:
            yield from self._meant_branch(error, found)
        elif special is not None:
            yield from special(self, error, found)
        else:
            yield self._plain(error.route, found)

    def _plain(self, route: Route, found: Trace) -> Fault:
        value = value_at(self._data, route)
        rule = _RULES.get(found.keyword, "bad-value")
        # Hugo reads a key without a value as no key at all.
        if rule == "wrong-type" and value is None and route and isinstance(route[-1], str):
            rule = "missing-field"
        return Fault(rule, route, found.keyword, found.argument, value, notes_of(found.around), found.around)

    def _missing(self, error: RawError, found: Trace) -> Iterator[Fault]:
        here = value_at(self._data, error.route)
        if not isinstance(here, dict):
            return
        for key in _needed(found, here):
            if key not in here:
                around = self._key_nodes(found, key)
                route = (*error.route, key)
                yield Fault("missing-field", route, "required", key, None, notes_of(around), around)

    def _unknown(self, error: RawError, found: Trace) -> Iterator[Fault]:
        here = value_at(self._data, error.route)
        for key in _unexpected(error, found, here if isinstance(here, dict) else {}):
            value = here.get(key) if isinstance(here, dict) else None
            notes, route = notes_of(found.around), (*error.route, key)
            yield Fault("unknown-field", route, "additionalProperties", key, value, notes, found.around)

    def _bad_names(self, error: RawError, found: Trace) -> Iterator[Fault]:
        for key in error.unexpected:
            notes = notes_of(found.around)
            yield Fault("bad-value", (*error.route, key), "propertyNames", key, None, notes, found.around)

    def _key_nodes(self, found: Trace, key: str) -> tuple[Node, ...]:
        """The schema objects that speak of a missing key: its own property, the failing object, the rest."""
        declared = [tuple(self._property(node, key)) for node in found.around]
        own, outer = declared[0], [node for nodes in declared[1:] for node in nodes]
        # An object that declares the key speaks, in its own annotation, of itself and not of the key.
        return (*own, *outer) if own else (found.around[0], *outer)

    def _property(self, node: Node, key: str) -> Iterator[Node]:
        properties = node.schema.get("properties")
        inner = node.enter(properties.get(key)) if isinstance(properties, dict) else None
        while inner is not None:
            yield inner
            ref = inner.schema.get("$ref")
            inner = self._library.resolve(inner, ref) if isinstance(ref, str) else None

    def _meant_branch(self, error: RawError, found: Trace) -> Iterator[Fault]:
        """The faults of the branch of an anyOf or oneOf that the author must have meant."""
        branches = [list(self.faults(branch)) for branch in error.branches]
        fitting = [branch for branch in branches if not _type_differs(branch, error.route)]
        if fitting:
            yield from min(fitting, key=lambda branch: (_misses_mark(branch, error.route), len(branch)))
            return
        types = [name for branch in branches for fault in branch for name in _types(fault, error.route)]
        value, notes = value_at(self._data, error.route), notes_of(found.around)
        yield Fault("wrong-type", error.route, "type", list(dict.fromkeys(types)), value, notes, found.around)


_SPECIAL: Mapping[str, Callable[[Expander, RawError, Trace], Iterator[Fault]]] = {
    "required": Expander._missing,
    "dependentRequired": Expander._missing,
    "dependencies": Expander._missing,
    "additionalProperties": Expander._unknown,
    "unevaluatedProperties": Expander._unknown,
    "properties": Expander._unknown,
    "propertyNames": Expander._bad_names,
}


def _needed(found: Trace, here: Data) -> Iterator[str]:
    """The keys that the failing keyword asks for."""
    argument = found.argument
    if isinstance(argument, list):
        yield from (str(key) for key in argument)
    elif isinstance(argument, dict):
        for present, needed in argument.items():
            if present in here and isinstance(needed, list):
                yield from (str(key) for key in needed)


def _unexpected(error: RawError, found: Trace, here: Data) -> Iterator[str]:
    """The keys that the failing keyword refuses."""
    if error.unexpected:
        yield from error.unexpected
        return
    schema = found.around[0].schema
    properties = schema.get("properties")
    known = properties if isinstance(properties, dict) else {}
    if found.keyword == "properties":  # python-jsonschema: a key whose schema is just false
        yield from (key for key in here if known.get(key) is False)
        return
    patterns = schema.get("patternProperties")
    yield from (key for key in here if key not in known and not any_matches(patterns, key))


def _type_differs(faults: Iterable[Fault], route: Route) -> bool:
    return any(fault.keyword == "type" and fault.route == route for fault in faults)


def _misses_mark(faults: Iterable[Fault], route: Route) -> bool:
    """Whether a constant fails at the value itself or at one of its keys: the mark of another branch."""
    return any(f.keyword in ("const", "enum") and len(f.route) <= len(route) + 1 for f in faults)


def _types(fault: Fault, route: Route) -> Iterator[str]:
    if fault.keyword == "type" and fault.route == route:
        names = fault.argument if isinstance(fault.argument, list) else [fault.argument]
        yield from (str(name) for name in names)


def value_at(data: Data, route: Route) -> Value:
    """The value at a route, None where there is none."""
    here: Value = data
    for step in route:
        if isinstance(here, dict):
            here = here.get(str(step))
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            here = here[step]
    return here
