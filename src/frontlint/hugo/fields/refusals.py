"""Why Hugo refuses a page that it can read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from frontlint.doc.document import Value
from frontlint.doc.route import Route
from frontlint.hugo.config import Config


class RefusalKind(StrEnum):
    """What a refusal is about; dates and aliases have rules of their own."""

    DATE = "date"
    ALIAS = "alias"
    URL = "url"
    BUILD = "build"
    CASCADE = "cascade"
    PARAMS = "params"
    OUTPUTS = "outputs"
    MARKUP = "markup"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason: at which route of `front`, and what to say."""

    kind: RefusalKind
    route: Route
    message: str
    help: str = ""


def refusals(front: Mapping[str, Value], config: Config, path: str) -> list[Refusal]:
    """Every reason for which Hugo's build ends with an error at this page, other than syntax."""
    raise NotImplementedError
