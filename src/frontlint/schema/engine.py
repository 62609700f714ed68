"""The two validation engines behind one small face: an error is a place in the data and one in the schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol

from frontlint.base.record import NamedTuple
from frontlint.frontmatter.document import Data
from frontlint.frontmatter.route import Route
from frontlint.schema.formats import unchecked_formats
from frontlint.schema.library import Library, Schema

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

_PANIC = "PanicException"
"""The name of the class of a panic; PyO3 has it in no module that could be imported."""


class RawError(NamedTuple):
    """What an engine says: the route in the data and the path of keywords in the schema.

    `unexpected` names the keys that `unevaluatedProperties` or `propertyNames` refuses: only the engine
    knows them.
    `branches` holds the errors of each branch of an `anyOf` or `oneOf`, none where several of them fit.
    """

    route: Route
    path: tuple[str | int, ...]
    unexpected: tuple[str, ...] = ()
    branches: tuple[tuple[RawError, ...], ...] = ()


class Engine(Protocol):
    """Checks data against one schema."""

    def is_valid(self, data: Data) -> bool:
        """Whether there is nothing to say; much faster than asking for the errors."""
        ...

    def errors(self, data: Data) -> Iterator[RawError]:
        """All errors, in no order."""
        ...

    @property
    def unchecked(self) -> tuple[str, ...]:
        """The formats of the schema that are not checked, because a package is missing."""
        ...


def engine_for(library: Library) -> Engine:
    """The fast engine where it is installed (it needs a wheel) and takes the schema, else the other."""
    try:
        return RustEngine(library)
    except Exception:  # noqa: BLE001 - not installed, or a dialect that it does not know
        return PythonEngine(library)


def is_sound(schema: Schema, library: Library) -> bool:
    """Whether the fast engine, which asks the metaschema, takes a schema; False where it is not sure.

    Nothing is fetched: what the library does not hold is not there.
    """
    try:
        import jsonschema_rs

        jsonschema_rs.validator_for(
            schema, validate_formats=True, retriever=lambda address: library.documents[address]
        )
    except Exception:  # noqa: BLE001 - whatever it says, the other engine says it better
        return False
    return True


class RustEngine:
    """jsonschema-rs. Data that is not JSON goes to the engine in Python.

    So do schemas whose expressions look ahead or back (ValueError): here those have no limit that holds, as a
    step may be a search through the whole text.
    """

    def __init__(self, library: Library) -> None:
        import jsonschema_rs
        from jsonschema_rs import RegexOptions  # an old one may not have it

        self._library = library
        self._validator = jsonschema_rs.validator_for(
            library.root.schema,
            validate_formats=True,
            base_uri=library.root.base,
            pattern_options=RegexOptions(),
            retriever=lambda address: library.documents[address],
        )

    def is_valid(self, data: Data) -> bool:
        """Whether there is nothing to say."""
        try:
            return bool(self._validator.is_valid(data))
        except BaseException as error:  # noqa: BLE001 - see _passes_on
            _passes_on(error)
            return PythonEngine(self._library).is_valid(data)

    def errors(self, data: Data) -> Iterator[RawError]:
        """All errors, in no order."""
        try:
            return iter([_from_rust(error) for error in self._validator.iter_errors(data)])
        except BaseException as error:  # noqa: BLE001 - see _passes_on
            _passes_on(error)
            return PythonEngine(self._library).errors(data)

    @property
    def unchecked(self) -> tuple[str, ...]:
        """None: it checks all formats by itself."""
        return ()


def _passes_on(error: BaseException) -> None:
    """Raises again what is none of the engine's; over all else the engine in Python is asked.

    That is data that is not JSON (half a surrogate pair, a number beyond all bounds), and a panic of Rust,
    which is not an Exception and would end the run. A signal that ends the run is not one either, and comes
    wherever it likes.
    """
    if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
        raise error


def _from_rust(error: Any) -> RawError:
    kind = error.kind
    unexpected: tuple[str, ...] = ()
    context: Iterable[Iterable[Any]] = ()
    if kind.name == "unevaluatedProperties":
        unexpected = tuple(kind.unexpected)
    elif kind.name == "propertyNames":
        unexpected = (str(kind.error.instance),)
    elif kind.name == "anyOf" or (kind.name == "oneOf" and _none_fits(kind.context)):
        context = kind.context
    return RawError(
        tuple(error.instance_path),
        tuple(error.evaluation_path),
        unexpected,
        tuple(tuple(_from_rust(inner) for inner in branch) for branch in context),
    )


def _none_fits(context: Iterable[Iterable[Any]]) -> bool:
    return all(any(True for _ in branch) for branch in context)


class PythonEngine:
    """python-jsonschema: the oracle of the tests, and the engine where jsonschema-rs has no wheel."""

    def __init__(self, library: Library) -> None:
        from jsonschema.validators import Draft202012Validator, validator_for
        from referencing import Registry
        from referencing.jsonschema import DRAFT202012

        from frontlint.schema.keywords import linear

        registry: Registry[Any] = Registry()
        for address, schema in library.documents.items():
            registry = registry.with_resource(address, DRAFT202012.create_resource(schema))
        root = library.root.schema
        cls = linear(validator_for(root, default=Draft202012Validator))
        checker = cls.FORMAT_CHECKER
        self.unchecked: tuple[str, ...] = unchecked_formats(library, checker.checkers)
        # A schema without an $id would resolve its references against nothing at all.
        addressed = root if "$id" in root else {**root, "$id": library.root.base}
        self._validator: Validator = cls(addressed, registry=registry, format_checker=checker)

    def is_valid(self, data: Data) -> bool:
        """Whether there is nothing to say."""
        return self._validator.is_valid(data)

    def errors(self, data: Data) -> Iterator[RawError]:
        """All errors, in no order."""
        return (_from_python(error) for error in self._validator.iter_errors(data))


def _from_python(error: ValidationError) -> RawError:
    path = tuple(error.absolute_schema_path)
    unexpected: tuple[str, ...] = ()
    if error.validator == "unevaluatedProperties" and isinstance(error.instance, dict):
        # Only the message has the keys.
        unexpected = tuple(key for key in error.instance if repr(key) in error.message)
    elif "propertyNames" in path:
        unexpected = (str(error.instance),)
    branches: tuple[tuple[RawError, ...], ...] = ()
    if error.validator in ("anyOf", "oneOf") and error.context:
        count = len(error.validator_value) if isinstance(error.validator_value, list) else 0
        branches = tuple(
            tuple(_from_python(inner) for inner in error.context if inner.relative_schema_path[0] == branch)
            for branch in range(count)
        )
    return RawError(tuple(error.absolute_path), path, unexpected, branches)
