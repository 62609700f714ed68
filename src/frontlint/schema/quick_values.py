"""The checks of `quick` for keywords that compare a value with what the schema writes, each three-valued."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import isfinite
from typing import Any, TypeAlias

Check: TypeAlias = Callable[[Any], bool | None]
"""True: the value is valid; False: it is not; None: nobody knows here."""

_Sized: TypeAlias = str | list[Any] | dict[str, Any]
_JSON = frozenset((str, int, float, bool, list, dict, type(None)))
_KINDS: dict[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "null": (type(None),),
    "array": (list,),
    "object": (dict,),
}
_MOST = 2**53
"""From here on an engine may take another number for the same."""


def yes(value: Any) -> bool | None:
    """Nothing is asked."""
    return True


def no(value: Any) -> bool | None:
    """Nothing is valid."""
    return False


def unsure(value: Any) -> bool | None:
    """The engine has to be asked."""
    return None


def every(checks: Sequence[Check]) -> Check:
    """All of these."""
    if len(checks) < 2:
        return checks[0] if checks else yes

    def check(value: Any) -> bool | None:
        for one in checks:
            verdict = one(value)
            if verdict is not True:
                return verdict
        return True

    return check


def type_of(wanted: Any) -> Check:
    """`type`. A float is not surely an integer, because some count 1.0 as one."""
    names = wanted if isinstance(wanted, list) else [wanted]
    if not all(isinstance(name, str) and name in _KINDS for name in names):
        return unsure
    allowed = frozenset(kind for name in names for kind in _KINDS[name])

    def check(value: Any) -> bool | None:
        kind = type(value)
        if kind in allowed:
            return True if kind is not float or isfinite(value) else None
        return None if kind not in _JSON or (kind is float and int in allowed) else False

    return check


def enum(wanted: Any) -> Check:
    """`enum`, and `const` with one value. Numbers that are not both whole are for the engine."""
    if not isinstance(wanted, list):
        return unsure
    strings = frozenset(item for item in wanted if type(item) is str)
    whole = frozenset(item for item in wanted if type(item) is int)
    words = tuple(item for item in wanted if item is None or type(item) is bool)
    floats = any(type(item) is float for item in wanted)

    def check(value: Any) -> bool | None:
        kind = type(value)
        if kind is str:
            return value in strings
        if value is None or kind is bool:
            return any(value is word for word in words)
        if kind is int:
            return True if value in whole else None if floats else False
        return None if kind is not float or floats or not isfinite(value) or value.is_integer() else False

    return check


def not_shorter(kind: type[_Sized], least: Any) -> Check:
    """The least length of texts (in code points), lists or mappings."""
    if type(least) is not int:
        return unsure

    def check(value: Any) -> bool | None:
        if type(value) is kind:
            return len(value) >= least
        return True if type(value) in _JSON else None

    return check


def not_longer(kind: type[_Sized], most: Any) -> Check:
    """The greatest length of texts (in code points), lists or mappings."""
    if type(most) is not int:
        return unsure

    def check(value: Any) -> bool | None:
        if type(value) is kind:
            return len(value) <= most
        return True if type(value) in _JSON else None

    return check


def at_least(limit: Any, *, itself: bool = True) -> Check:
    """`minimum`, or `exclusiveMinimum` without the limit itself."""
    return _number(limit, lambda value: value >= limit if itself else value > limit)


def at_most(limit: Any, *, itself: bool = True) -> Check:
    """`maximum`, or `exclusiveMaximum` without the limit itself."""
    return _number(limit, lambda value: value <= limit if itself else value < limit)


def multiple_of(step: Any) -> Check:
    """`multipleOf`, for whole numbers."""
    if type(step) is not int or step <= 0:
        return unsure
    whole = _number(step, lambda value: value % step == 0)
    return lambda value: None if type(value) is float else whole(value)


def _number(limit: Any, holds: Callable[[Any], bool]) -> Check:
    if type(limit) not in (int, float) or not -_MOST < limit < _MOST:
        return unsure

    def check(value: Any) -> bool | None:
        kind = type(value)
        if kind is int or kind is float:
            return holds(value) if -_MOST < value < _MOST else None
        return True if kind in _JSON else None

    return check


def unique(wanted: Any) -> Check:
    """`uniqueItems`, of texts."""
    if wanted is False:
        return yes
    if wanted is not True:
        return unsure

    def check(value: Any) -> bool | None:
        if type(value) is not list:
            return True if type(value) in _JSON else None
        if any(type(item) is not str for item in value):
            return True if len(value) < 2 else None
        return len(set(value)) == len(value)

    return check


def format_of(_: Any) -> Check:
    """`format`, which the engine knows."""
    return of_text(lambda text: None)


def of_text(holds: Callable[[str], bool | None]) -> Check:
    """A check of texts only: anything else passes."""

    def check(value: Any) -> bool | None:
        if type(value) is str:
            return holds(value)
        return True if type(value) in _JSON else None

    return check
