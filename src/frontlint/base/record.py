"""`NamedTuple` and `dataclass`, without what those of the standard library cost at each start.

They compile code for each class that they make, and `dataclasses` imports `inspect`: together a fourth of
the time in which frontlint checks one page. Here nothing is compiled. Checkers of types see the originals.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined] # how a field is looked up fastest
from types import FunctionType, MappingProxyType
from typing import TYPE_CHECKING, Any, Generic

_MISSING: Any = type("_Missing", (), {"__slots__": (), "__repr__": lambda self: "nothing"})()
_new = tuple.__new__

# One constructor for each number of fields: a record takes its code, with the names of its fields.
_CONSTRUCTORS: tuple[Any, ...] = (
    lambda _cls: _new(_cls, ()),
    lambda _cls, a: _new(_cls, (a,)),
    lambda _cls, a, b: _new(_cls, (a, b)),
    lambda _cls, a, b, c: _new(_cls, (a, b, c)),
    lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
    lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
    lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
    lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
    lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
    lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
    lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
)


class _Methods(tuple[Any, ...]):
    """The methods of `collections.namedtuple`, which are the same for all."""

    __slots__ = ()
    _fields: tuple[str, ...]

    @classmethod
    def _make(cls, iterable: Any) -> Any:
        made = _new(cls, iterable)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, /, **changes: Any) -> Any:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        return _shown(self, self._fields)

    def __reduce__(self) -> tuple[Any, ...]:
        """For pickle: with the constructor of tuples, which takes no function of Python's to read it back."""
        return _new, (type(self), tuple(self))


class _Record(type):
    """Turns a class statement into a named tuple: its fields, their defaults, then its methods."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> type:
        if bases not in ((NamedTuple,), (NamedTuple, Generic)):
            raise TypeError(f"{name}: a record with a second base takes NamedTuple of typing")
        fields = tuple(namespace.get("__annotations__", {}))
        preset = {field: namespace.pop(field) for field in fields if field in namespace}
        if tuple(preset) != fields[len(fields) - len(preset) :]:
            raise TypeError(f"{name}: a field without a default follows one with a default")
        getters = {field: _tuplegetter(at, None) for at, field in enumerate(fields)}
        made = {**getters, **namespace, "__slots__": (), "_fields": fields, "__match_args__": fields}
        made["_field_defaults"] = preset
        made["__new__"] = _constructor(name, fields, tuple(preset.values()))
        return type.__new__(type, name, (_Methods,), made)


def _constructor(name: str, fields: tuple[str, ...], defaults: tuple[Any, ...]) -> FunctionType:
    if len(fields) < len(_CONSTRUCTORS):
        model = _CONSTRUCTORS[len(fields)]
    else:  # few records have so many
        letters = ", ".join(f"_{at}" for at in range(len(fields)))
        model = eval(f"lambda _cls, {letters}: _new(_cls, ({letters}))", {"_new": _new})
    code = model.__code__.replace(co_varnames=("_cls", *fields), co_name="__new__")
    return FunctionType(code, {"_new": _new}, f"{name}.__new__", defaults)


class _Field:
    """A field of a dataclass. `_field_type` is there for `dataclasses.replace`, which tests call."""

    __slots__ = ("_field_type", "compare", "default", "default_factory", "init", "metadata", "name", "repr")

    def __init__(
        self,
        *,
        default: Any = _MISSING,
        default_factory: Any = None,
        init: bool = True,
        repr: bool = True,  # noqa: A002 - its name in the standard library
        compare: bool = True,
        metadata: Any = None,
    ) -> None:
        self.name = ""
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.compare = compare
        self.metadata = MappingProxyType(metadata or {})
        self._field_type = None

    def preset(self, owner: str) -> Any:
        """The value where none is given. Raises TypeError where one must be."""
        if self.default_factory is not None:
            return self.default_factory()
        if self.default is _MISSING:
            raise TypeError(f"{owner}() misses an argument: {self.name!r}")
        return self.default


def _dataclass(*, frozen: bool = False, slots: bool = False) -> Any:
    """As `dataclasses.dataclass`, for classes without a base."""

    def decorate(cls: type) -> type:
        if cls.__bases__ != (object,):
            raise TypeError(f"{cls.__name__}: a dataclass with a base takes that of dataclasses")
        fields = {name: _field_of(name, vars(cls).get(name, _MISSING)) for name in cls.__annotations__}
        names = tuple(name for name, item in fields.items() if item.init)
        namespace = {
            key: value for key, value in vars(cls).items() if key not in _OF_EACH and key not in fields
        }
        if not slots:
            namespace |= {name: item.default for name, item in fields.items() if item.default is not _MISSING}
        own = _methods(cls.__name__, fields, names, frozen)
        own |= {"__dataclass_fields__": fields, "__match_args__": names}
        own |= {"__slots__": tuple(fields)} if slots else {}
        made = type(cls.__name__, (), {**own, **namespace})
        made.__qualname__ = cls.__qualname__
        return made

    return decorate


_OF_EACH = frozenset(("__dict__", "__weakref__"))


def _field_of(name: str, value: Any) -> _Field:
    if isinstance(value, list | dict | set):
        raise ValueError(f"{name}: a default that can change is shared by all: use default_factory")
    found = value if isinstance(value, _Field) else _Field(default=value)
    found.name = name
    return found


def _methods(owner: str, fields: dict[str, _Field], names: tuple[str, ...], frozen: bool) -> dict[str, Any]:
    """The methods of a dataclass. What a class has itself goes before them."""
    compared = tuple(name for name, item in fields.items() if item.compare)
    printed = tuple(name for name, item in fields.items() if item.repr)
    put = object.__setattr__

    def init(self: Any, *values: Any, **named: Any) -> None:
        if len(values) > len(names):
            raise TypeError(f"{owner}() takes {len(names)} arguments, and there are {len(values)}")
        given = dict(zip(names, values, strict=False))
        if not named.keys().isdisjoint(given) or not named.keys() <= set(names):
            raise TypeError(f"{owner}() takes no such argument, or has it already: {', '.join(named)}")
        given |= named
        for name, item in fields.items():
            if name in given:
                put(self, name, given[name])
            elif item.init or item.default_factory is not None or item.default is not _MISSING:
                put(self, name, item.preset(owner))
        if hasattr(self, "__post_init__"):
            self.__post_init__()

    def equal(self: Any, other: object) -> Any:
        if type(other) is not type(self):
            return NotImplemented
        return _values(self, compared) == _values(other, compared)

    def state(self: Any) -> dict[str, Any]:
        kept = {name: getattr(self, name) for name in fields if hasattr(self, name)}
        return {**getattr(self, "__dict__", {}), **kept}

    def restore(self: Any, kept: dict[str, Any]) -> None:
        for name, value in kept.items():
            put(self, name, value)

    made: dict[str, Any] = {"__init__": init, "__eq__": equal, "__repr__": lambda self: _shown(self, printed)}
    made |= {"__getstate__": state, "__setstate__": restore, "__hash__": None}
    if frozen:
        made["__hash__"] = lambda self: hash(_values(self, compared))
        made["__setattr__"] = made["__delattr__"] = _refuse
    return made


def _values(thing: Any, names: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple([getattr(thing, name) for name in names])


def _shown(thing: Any, names: tuple[str, ...]) -> str:
    return f"{type(thing).__qualname__}({', '.join(f'{name}={getattr(thing, name)!r}' for name in names)})"


def _refuse(self: object, name: str, *_: object) -> None:
    raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be changed")


def _fields_of(thing: Any) -> tuple[_Field, ...]:
    return tuple(thing.__dataclass_fields__.values())


def _is_dataclass(thing: object) -> bool:
    return hasattr(thing, "__dataclass_fields__")


def _replaced(thing: Any, /, **changes: Any) -> Any:
    for item in _fields_of(thing):
        if item.init:
            changes.setdefault(item.name, getattr(thing, item.name))
        elif item.name in changes:
            raise ValueError(f"{item.name!r} follows from the others and cannot be replaced")
    return type(thing)(**changes)


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import fields as fields
    from dataclasses import is_dataclass as is_dataclass
    from dataclasses import replace as replace
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = type.__new__(_Record, "NamedTuple", (), {"__doc__": "A tuple with named fields."})
    dataclass, field, fields, is_dataclass, replace = _dataclass, _Field, _fields_of, _is_dataclass, _replaced
