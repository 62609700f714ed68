"""The keywords of python-jsonschema that match expressions, over our matcher: Python's `re` has no limit."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jsonschema import validators
from jsonschema.exceptions import ValidationError

from frontlint.schema.patterns import any_matches, search


def linear(cls: Any) -> Any:
    """A class of validators whose keywords match in linear time."""
    original = cls.VALIDATORS
    keywords: dict[str, Any] = {"pattern": _pattern, "patternProperties": _pattern_properties}
    if "additionalProperties" in original:
        keywords["additionalProperties"] = _additional(original["additionalProperties"])
    if "unevaluatedProperties" in original:
        keywords["unevaluatedProperties"] = _unevaluated
    extend: Any = validators.extend
    return extend(cls, keywords)


def _pattern(validator: Any, pattern: str, instance: Any, _schema: Any) -> Iterator[ValidationError]:
    if validator.is_type(instance, "string") and not search(pattern, instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


def _pattern_properties(validator: Any, patterns: Any, instance: Any, _schema: Any) -> Iterator[Any]:
    if validator.is_type(instance, "object"):
        for pattern, schema in patterns.items():
            for key, value in instance.items():
                if search(pattern, key):
                    yield from validator.descend(value, schema, path=key, schema_path=pattern)


def _additional(original: Any) -> Any:
    """The original, with the keys that a pattern takes as known keys."""

    def keyword(validator: Any, wanted: Any, instance: Any, schema: Any) -> Iterator[Any]:
        patterns = schema.get("patternProperties")
        if patterns and validator.is_type(instance, "object"):
            known = {key: True for key in instance if any_matches(patterns, key)}
            schema = {"properties": {**schema.get("properties", {}), **known}}
        yield from original(validator, wanted, instance, schema)

    return keyword


def _unevaluated(validator: Any, wanted: Any, instance: Any, schema: Any) -> Iterator[ValidationError]:
    if not validator.is_type(instance, "object"):
        return
    rest = instance.keys() - _evaluated(validator, instance, schema)
    failing = sorted(key for key in rest if not _fits(validator, instance[key], wanted))
    if failing:
        yield ValidationError(f"Unevaluated properties are not allowed ({', '.join(map(repr, failing))})")


def _evaluated(validator: Any, instance: Any, schema: Any) -> set[str]:
    """The keys that a schema speaks of, by itself or by a schema in it that fits."""
    if not isinstance(schema, dict):
        return set()
    patterns = schema.get("patternProperties")
    found = {key for key in instance if key in schema.get("properties", {}) or any_matches(patterns, key)}
    for keyword in ("additionalProperties", "unevaluatedProperties"):
        if keyword in schema:
            found |= {key for key in instance if _fits(validator, instance[key], schema[keyword])}
    for inner, part in _parts(validator, instance, schema):
        found |= _evaluated(inner, instance, part)
    return found


def _parts(validator: Any, instance: Any, schema: Any) -> Iterator[tuple[Any, Any]]:
    """The schemas that say something of the same object, each with a validator that knows where it is."""
    for keyword in ("$ref", "$dynamicRef", "$recursiveRef"):
        if keyword in schema:
            yield _resolved(validator, keyword, schema[keyword])
    for key, part in schema.get("dependentSchemas", {}).items():
        if key in instance:
            yield validator, part
    for keyword in ("allOf", "oneOf", "anyOf"):
        for part in schema.get(keyword, []):
            if _fits(validator, instance, part):
                yield validator, part
    if "if" in schema:
        fits = _fits(validator, instance, schema["if"])
        if fits:
            yield validator, schema["if"]
        yield validator, schema.get("then" if fits else "else", True)


def _resolved(validator: Any, keyword: str, ref: str) -> tuple[Any, Any]:
    if keyword == "$recursiveRef":
        from referencing.jsonschema import lookup_recursive_ref

        found = lookup_recursive_ref(validator._resolver)
    else:
        found = validator._resolver.lookup(ref)
    return validator.evolve(schema=found.contents, _resolver=found.resolver), found.contents


def _fits(validator: Any, value: Any, schema: Any) -> bool:
    return next(validator.descend(value, schema), None) is None
