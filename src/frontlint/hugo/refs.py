"""Which page a `ref` or `relref` means, as Hugo looks it up (hugolib/pagecollections.go)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from frontlint.hugo.config import Config
from frontlint.hugo.facts import RefCall
from frontlint.hugo.publication import Publication, SitePage


class Status(StrEnum):
    """How a lookup ends."""

    FOUND = "found"
    EMPTY = "empty"
    NOT_FOUND = "not-found"
    AMBIGUOUS = "ambiguous"
    NO_LANGUAGE = "no-language"
    NO_OUTPUT_FORMAT = "no-output-format"
    BAD_URL = "bad-url"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a ref means: `page` where found, `candidates` where several fit.

    EMPTY is a ref without a path (`#part`, `""`): Hugo looks nothing up. `hidden` are pages that would be
    meant, were they built: drafts, expired and future ones, and files that are no pages have none.
    """

    status: Status
    page: SitePage | None = None
    candidates: tuple[SitePage, ...] = ()
    hidden: tuple[SitePage, ...] = ()
    language: str = ""

    @property
    def ok(self) -> bool:
        """Hugo reports nothing."""
        return self.status in (Status.FOUND, Status.EMPTY)


class RefIndex:
    """The pages of a publication, ready to be looked up; one index a language, made when first asked for."""

    def __init__(self, publication: Publication, config: Config) -> None:
        self._publication = publication
        self._config = config

    def resolve(self, page: SitePage, path: str, lang: str = "", output_format: str = "") -> Resolution:
        """What `{{< ref "path" >}}` in the body of `page` means."""
        raise NotImplementedError

    def resolve_call(self, page: SitePage, call: RefCall) -> Resolution:
        """The same for a shortcode found by `shortcodes.scan`."""
        return self.resolve(page, call.path or "", call.lang, call.output_format)
