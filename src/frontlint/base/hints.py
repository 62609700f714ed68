"""The names of `typing` that hints are made of, without the import of `typing`, a twentieth of a short run.

Checkers of types see the originals. At run time a name stands for nothing: only `lint/option.py` and Typer
ask what a hint means, and they import `typing`.
"""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any as Any
    from typing import AnyStr as AnyStr
    from typing import BinaryIO as BinaryIO
    from typing import ClassVar as ClassVar
    from typing import Final as Final
    from typing import Generic as Generic
    from typing import ParamSpec as ParamSpec
    from typing import Protocol as Protocol
    from typing import TextIO as TextIO
    from typing import TypeAlias as TypeAlias
    from typing import TypeGuard as TypeGuard
    from typing import TypeVar as TypeVar
    from typing import cast as cast
else:

    class _Hint:
        """Any of them: it takes parts, is one of several, makes variables, and adds nothing to a class."""

        def __getitem__(self, _part):
            return self

        def __or__(self, _other):
            return self

        __ror__ = __or__

        def __call__(self, *_names, **_bounds):
            return self

        def __mro_entries__(self, _bases):
            return ()

    Any = AnyStr = BinaryIO = ClassVar = Final = Generic = ParamSpec = Protocol = TextIO = TypeAlias = _Hint()
    TypeGuard = TypeVar = Any

    def cast(_kind, value):
        """The value."""
        return value
