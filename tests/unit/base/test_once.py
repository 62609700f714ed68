"""An attribute that is found out once."""

from __future__ import annotations

from frontlint.base.once import once


class _Counted:
    def __init__(self) -> None:
        self.asked = 0

    @once
    def value(self) -> int:
        """The answer."""
        self.asked += 1
        return self.asked


def test_it_is_asked_once_for_each_instance() -> None:
    one, other = _Counted(), _Counted()

    assert [one.value, one.value, other.value] == [1, 1, 1]
    assert (one.asked, other.asked) == (1, 1)
    assert vars(one) == {"asked": 1, "value": 1}


def test_the_class_shows_what_it_is_about() -> None:
    assert vars(_Counted)["value"].__doc__ == "The answer."
    assert _Counted.value is vars(_Counted)["value"]
