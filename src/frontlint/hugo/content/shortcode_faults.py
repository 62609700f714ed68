"""What to say of a shortcode at which Hugo stops: the problem of a `Fault`, in the author's words."""

from __future__ import annotations

from unicodedata import category

from frontlint.base.pattern import lazy_pattern
from frontlint.base.phrases import shorten
from frontlint.base.record import NamedTuple
from frontlint.base.span import Span
from frontlint.hugo.content.shortcode_lexer import Fault, Stop, first_fault

_BLANK = lazy_pattern(r"\s")
_WRONG_END = lazy_pattern(r"[>%]?\}\}|[>%]\s?\}\s?\}")
_PART_OF_END = lazy_pattern(r"[>%]?\s?\}{0,2}")
_OTHER_QUOTES = "'\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb"
_STOPS = ", so Hugo's build stops"


class Problem(NamedTuple):
    """What is wrong at a span of the page's text, and what to write.

    `other` is the second place, if it is on another line: where the shortcode begins, or where Hugo stops.
    """

    span: Span
    message: str
    help: str
    other: Span | None = None
    label: str = ""


def shortcode_problem(text: str, start: int = 0) -> Problem | None:
    """The problem of the first shortcode at which Hugo's build stops, from `start` on; None without any.

    Hugo stops there whatever the page is: a draft, a resource, without a layout; and in code blocks and
    HTML comments, too.
    """
    fault = first_fault(text, start)
    return None if fault is None else _problem(text, fault)


def _problem(text: str, fault: Fault) -> Problem:
    opening = Span(fault.opening, fault.opening + 3)
    if fault.stop in _WHOLE:
        return Problem(opening, *_WHOLE[fault.stop](text, fault))
    if not _is_closed(text, fault):
        message, fix = _swallowed(text, fault) if fault.swallowed >= 0 else _never_closed(text, fault)
        return _with_other(text, Problem(opening, message, fix), _at(text, fault), "Hugo stops here")
    message, fix = _AT[fault.stop](text, fault)
    return _with_other(text, Problem(_at(text, fault), message, fix), opening, "the shortcode begins here")


def _with_other(text: str, problem: Problem, other: Span, label: str) -> Problem:
    first, last = sorted((problem.span.start, other.start))
    on_one_line = text.find("\n", first, last) < 0
    return problem if on_one_line else problem._replace(other=other, label=label)


def _at(text: str, fault: Fault) -> Span:
    """The place that Hugo names: one character, none at the end of the text."""
    return Span(fault.at, min(fault.at + 1, len(text)))


def _is_closed(text: str, fault: Fault) -> bool:
    """Whether a delimiter after Hugo's place closes the shortcode, before another begins."""
    if fault.stop is Stop.NEVER_CLOSED:
        return False
    if fault.stop is Stop.CHARACTER and _WRONG_END.match(text, fault.at):
        return False
    at = max(fault.at, fault.opening + 3)
    end = text.find(_closing(text, fault), at)
    return end >= 0 and text.find("{{<", at, end) < 0 and text.find("{{%", at, end) < 0


def _opening(text: str, fault: Fault) -> str:
    return text[fault.opening : fault.opening + 3]


def _closing(text: str, fault: Fault) -> str:
    return ">}}" if text[fault.opening + 2] == "<" else "%}}"


def _who(fault: Fault) -> str:
    return f"the shortcode `{shorten(fault.name, 20)}`" if fault.name else "this shortcode"


def _word_at(text: str, at: int) -> str:
    """The word around a place, up to blanks and to the end of the shortcode."""
    start = at
    while start > 0 and not text[start - 1].isspace() and text[start - 1] not in "<%" and at - start < 80:
        start -= 1
    blank = _BLANK.search(text, at)
    end = min(blank.start() if blank else len(text), at + 80)
    for closing in (">}}", "%}}"):
        found = text.find(closing, at, end)
        end = found if found >= 0 else end
    return text[start:end]


def _never_closed(text: str, fault: Fault) -> tuple[str, str]:
    closing = _closing(text, fault)
    wrong = _PART_OF_END.match(text, fault.at) if fault.stop is Stop.CHARACTER else None
    if wrong and wrong.group().strip() and text.find("\n", fault.opening, fault.at) < 0:
        said = " ".join(wrong.group().split())
        message = f"`{said}` does not close {_who(fault)}{_STOPS}"
        return message, f"write `{closing}` instead of `{said}`"
    return f"{_who(fault)} is never closed{_STOPS}", f"write `{closing}` after its last parameter"


def _swallowed(text: str, fault: Fault) -> tuple[str, str]:
    """A value that took the closing delimiter along."""
    char, closing = text[fault.swallowed], _closing(text, fault)
    if char == "`":
        return _raw(text, fault)
    if char == '"':
        return _quote(text, fault)
    value = _word_at(text, fault.swallowed).rpartition("=")[2]
    message = f"`{closing}` follows a value without a space, so Hugo takes it for a part of the value"
    return message, f'write `"{shorten(value)}" {closing}`' if value else f"write a value before `{closing}`"


def _quote(text: str, fault: Fault) -> tuple[str, str]:
    start = fault.swallowed if fault.swallowed >= 0 else fault.at
    rest = text[start:].partition("\n")[0].partition(_closing(text, fault))[0]
    value = shorten(rest.strip().strip('"\\').strip())
    message = f"the closing quote of a value in {_who(fault)} is missing{_STOPS}"
    return message, f'write `"{value}"`: a value in `"` must end on its line'


def _raw(_text: str, fault: Fault) -> tuple[str, str]:
    message = f"the closing backtick of a value in {_who(fault)} is missing{_STOPS}"
    return message, "write a backtick after the value"


def _character(text: str, fault: Fault) -> tuple[str, str]:
    char, word = text[fault.at], _word_at(text, fault.at)
    shown = f"`{char}`" if category(char)[0] not in "CMZ" else f"U+{ord(char):04X}"
    message = f"{shown} must be in straight quotes in {_who(fault)}{_STOPS}"
    if char == ",":
        return f"{shown} cannot separate parameters in {_who(fault)}{_STOPS}", "write a space instead"
    if not fault.name:
        name = f"{shown} cannot begin the name of a shortcode{_STOPS}"
        return name, "write the name of the shortcode first, or `{{</* … */>}}` to show it as text"
    if char.isspace() or not char.isprintable():
        return f"{shown} is not a space for Hugo in {_who(fault)}{_STOPS}", "write a plain space instead"
    if char in _OTHER_QUOTES:
        return message, f'write `"` instead of `{char}`'
    if '"' in word or "`" in word:
        return message, f'write `"` around the whole value with `{char}`'
    return message, f'write `"{shorten(word)}"`'


def _mixed(text: str, fault: Fault) -> tuple[str, str]:
    message = f"{_who(fault)} has parameters with and without names{_STOPS}"
    return message, "give all of its parameters a name, or none"


def _escape(_text: str, fault: Fault) -> tuple[str, str]:
    message = f"`\\` cannot precede a backtick in {_who(fault)}{_STOPS}"
    return message, "delete the `\\`"


def _path(text: str, fault: Fault) -> tuple[str, str] | None:
    """A path without quotes, such as `/blog/a.md`: Hugo takes its slash for a closing one."""
    if not fault.name or not text.startswith("/", fault.at - 1):
        return None
    if text[fault.opening + 3 : fault.at].strip() == "/":
        return None
    word = shorten(_word_at(text, fault.at), 24)
    return f"`{word}` must be in straight quotes in {_who(fault)}{_STOPS}", f'write `"{word}"`'


def _period(text: str, fault: Fault) -> tuple[str, str]:
    if path := _path(text, fault):
        return path
    message = f"the name of {_who(fault)} contains a period{_STOPS}"
    return message, f"write `{shorten(fault.name)}` without what follows it"


def _trailing(text: str, fault: Fault) -> tuple[str, str]:
    message = f"nothing can follow the name in a closing tag of {_who(fault)}{_STOPS}"
    return message, f"write `{_opening(text, fault)} /{fault.name} {_closing(text, fault)}`"


def _no_name(text: str, fault: Fault) -> tuple[str, str]:
    return f"this shortcode has no name{_STOPS}", "write its name, or delete it"


def _none_open(text: str, fault: Fault) -> tuple[str, str]:
    message = f"this tag closes a shortcode, but none is open{_STOPS}"
    return message, "delete it, or open the shortcode before it"


def _other_open(text: str, fault: Fault) -> tuple[str, str]:
    if path := _path(text, fault):
        return path
    name = shorten(_word_at(text, fault.at).strip("/"))
    message = f"this tag closes the shortcode `{name}`, which is not open{_STOPS}"
    return message, f"write `{_opening(text, fault)} {name} {_closing(text, fault)}` before it"


def _comment(text: str, fault: Fault) -> tuple[str, str]:
    closing = _closing(text, fault)
    message = f"`{_opening(text, fault)}/*` is never closed{_STOPS}"
    return message, f"write `*/{closing}` at its end"


def _nested(text: str, fault: Fault) -> tuple[str, str]:
    message = f"an inline shortcode cannot contain another{_STOPS}"
    return message, "close the inline shortcode before this one, such as `{{< /name.inline >}}`"


_WHOLE = {
    Stop.NO_NAME: _no_name,
    Stop.NONE_OPEN: _none_open,
    Stop.COMMENT: _comment,
    Stop.NESTED: _nested,
}
_AT = {
    Stop.CHARACTER: _character,
    Stop.QUOTE: _quote,
    Stop.RAW: _raw,
    Stop.ESCAPE: _escape,
    Stop.MIXED: _mixed,
    Stop.PERIOD: _period,
    Stop.OTHER_OPEN: _other_open,
    Stop.TRAILING: _trailing,
}
