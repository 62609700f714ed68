"""A fast yes for what most schemas ask, without an engine: importing one takes longer than a page's check.

A check answers True (valid), False (not valid) or None (ask the engine). It is made of closures when a value
first needs it. What is not known for certain, a keyword, a draft, a kind of value, is None.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from frontlint.frontmatter.document import Data
from frontlint.schema.library import Json, Library, Node, Schema
from frontlint.schema.quick_patterns import pattern
from frontlint.schema.quick_values import (
    Check,
    at_least,
    at_most,
    enum,
    every,
    format_of,
    multiple_of,
    no,
    not_longer,
    not_shorter,
    type_of,
    unique,
    unsure,
    yes,
)

_DRAFT = "https://json-schema.org/draft/2020-12/schema"
_COMPARING: Mapping[str, Callable[[Any], Check]] = {
    "type": type_of,
    "enum": enum,
    "const": lambda wanted: enum([wanted]),
    "pattern": pattern,
    "format": format_of,
    "minLength": lambda least: not_shorter(str, least),
    "maxLength": lambda most: not_longer(str, most),
    "minItems": lambda least: not_shorter(list, least),
    "maxItems": lambda most: not_longer(list, most),
    "minProperties": lambda least: not_shorter(dict, least),
    "maxProperties": lambda most: not_longer(dict, most),
    "minimum": at_least,
    "maximum": at_most,
    "exclusiveMinimum": lambda limit: at_least(limit, itself=False),
    "exclusiveMaximum": lambda limit: at_most(limit, itself=False),
    "multipleOf": multiple_of,
    "uniqueItems": unique,
}
_APPLYING = frozenset(("$ref", "allOf", "anyOf", "oneOf", "not", "if", "items"))
_WITH_OTHERS = frozenset(("then", "else", "properties", "required", "additionalProperties"))
_SAYING_NOTHING = frozenset(
    (
        *("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly"),
        *("$comment", "$schema", "$id", "$defs", "definitions", "x-frontlint"),
        *("markdownDescription", "enumDescriptions", "markdownEnumDescriptions", "defaultSnippets"),
        *("errorMessage", "patternErrorMessage", "doNotSuggest"),
    )
)
"""Annotations, those of VS Code included. Every other keyword may be one that an engine checks."""


class Quick:
    """One schema as far as it can be told without an engine."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._made: dict[tuple[int, str], Check] = {}
        self._roots = {id(schema) for schema in library.documents.values()}
        drafts = {schema.get("$schema", _DRAFT) for schema in library.documents.values()}
        self._known = drafts == {_DRAFT}

    def accepts(self, data: Data) -> bool:
        """Whether the data is valid for certain; an engine may still accept what is not."""
        return self.verdict(data) is True

    def verdict(self, data: Data) -> bool | None:
        """Whether the data is valid, None where an engine has to be asked."""
        if not self._known:
            return None
        try:
            return self._check(self._library.root)(data)
        except RecursionError:
            return None

    def _check(self, node: Node) -> Check:
        """The check of a schema object, made once; one that is in the making is looked up when it runs."""
        key = (id(node.schema), node.base)
        if key not in self._made:
            self._made[key] = self._later(node)
            self._made[key] = every(self._checks(node))
        return self._made[key]

    def _checks(self, node: Node) -> list[Check]:
        schema = node.schema
        known = _COMPARING.keys() | _APPLYING | _WITH_OTHERS | _SAYING_NOTHING
        inner = id(schema) not in self._roots and ("$id" in schema or "$schema" in schema)
        if inner or not schema.keys() <= known or node.base not in self._library.documents:
            return [unsure]
        found = [make(schema[word]) for word, make in _COMPARING.items() if word in schema]
        if not schema.keys().isdisjoint(("properties", "required", "additionalProperties")):
            found.append(self._members(node))
        return found + [
            self._applied(node, word) for word in _APPLYING & schema.keys() if word != "properties"
        ]

    def _applied(self, node: Node, word: str) -> Check:
        argument = node.schema[word]
        if word == "$ref":
            return self._referred(node, argument)
        if word == "if":
            return self._chosen(node)
        if word == "items":
            return _items(self._of(node, argument))
        if word == "not":
            return _negated(self._of(node, argument))
        if not isinstance(argument, list):
            return unsure
        branches = [self._of(node, branch) for branch in argument]
        if word == "allOf":
            return every(branches)
        return _any_of(branches) if word == "anyOf" else _one_of(branches)

    def _of(self, node: Node, schema: Json) -> Check:
        """The check of a schema inside of another, made when a value first comes to it."""
        if isinstance(schema, bool):
            return yes if schema else no
        inner = node.enter(schema)
        return unsure if inner is None else self._later(inner)

    def _later(self, node: Node) -> Check:
        made: Check | None = None

        def check(value: Any) -> bool | None:
            nonlocal made
            if made is None:
                made = self._check(node)
            return made(value)

        return check

    def _referred(self, node: Node, ref: Json) -> Check:
        if not isinstance(ref, str):
            return unsure
        try:
            target = self._library.resolve(node, ref)
        except (KeyError, IndexError, ValueError, TypeError):
            return unsure
        return unsure if target is None else self._check(target)

    def _chosen(self, node: Node) -> Check:
        """`if`: where nobody knows whether it holds, both of the others must."""
        condition = self._of(node, node.schema["if"])
        then = self._of(node, node.schema.get("then", True))
        otherwise = self._of(node, node.schema.get("else", True))
        both = every([then, otherwise])

        def check(value: Any) -> bool | None:
            holds = condition(value)
            if holds is None:
                return both(value) or None
            return then(value) if holds else otherwise(value)

        return check

    def _members(self, node: Node) -> Check:
        """`properties`, `required` and `additionalProperties`, in one walk."""
        schema = node.schema
        properties, required = schema.get("properties", {}), schema.get("required", [])
        if not isinstance(properties, dict) or not isinstance(required, list):
            return unsure
        others = self._of(node, schema.get("additionalProperties", True))
        if not all(isinstance(name, str) for name in required):
            return unsure
        needed = frozenset(required)
        made: dict[str, Check] = {}
        few = others is yes and len(properties) <= _FEW

        def check(value: Any) -> bool | None:
            if type(value) is not dict:
                return True if isinstance(value, _NO_MAPPINGS) or value is None else None
            if not needed <= value.keys():
                return False
            for key in properties if few else value:
                if few and key not in value:
                    continue
                one = made.get(key)
                if one is None:
                    one = self._member(node, properties, key, made) if key in properties else others
                if one is not yes:
                    verdict = one(value[key])
                    if verdict is not True:
                        return verdict
            return True

        return check

    def _member(self, node: Node, properties: Schema, key: str, made: dict[str, Check]) -> Check:
        """The check of a known key, which is made when a value first has it."""
        schema = properties[key]
        inner = node.enter(schema)
        made[key] = self._of(node, schema) if inner is None else self._check(inner)
        return made[key]


_FEW = 6
_NO_MAPPINGS = (str, int, float, list)


def _items(item: Check) -> Check:
    def check(value: Any) -> bool | None:
        if type(value) is not list:
            return True if isinstance(value, (str, int, float, dict)) or value is None else None
        for one in value:
            verdict = item(one)
            if verdict is not True:
                return verdict
        return True

    return check


def _negated(inner: Check) -> Check:
    def check(value: Any) -> bool | None:
        verdict = inner(value)
        return None if verdict is None else not verdict

    return check


def _any_of(branches: list[Check]) -> Check:
    def check(value: Any) -> bool | None:
        unknown = False
        for branch in branches:
            verdict = branch(value)
            if verdict:
                return True
            unknown = unknown or verdict is None
        return None if unknown else False

    return check


def _one_of(branches: list[Check]) -> Check:
    def check(value: Any) -> bool | None:
        verdicts = [branch(value) for branch in branches]
        if verdicts.count(True) > 1:
            return False
        return None if None in verdicts else True in verdicts

    return check
