"""`NamedTuple` of `typing`, without its price at each start: that one compiles every annotation once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import namedtuple

    _LEFT_OUT = frozenset(("__annotations__", "__module__"))

    class _Record(type):
        """Turns a class statement into a named tuple: its fields, their defaults, then its methods."""

        def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, object]) -> type:
            if bases != (NamedTuple,):
                raise TypeError(f"{name}: a record with a second base takes NamedTuple of typing")
            fields = namespace.get("__annotations__", {})
            defaults = [namespace[field] for field in fields if field in namespace]
            made = namedtuple(name, fields, defaults=defaults, module=namespace["__module__"])
            made.__annotations__ = fields
            for key, value in namespace.items():
                if key not in fields and key not in _LEFT_OUT:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Record, "NamedTuple", (), {"__doc__": "A tuple with named fields."})
