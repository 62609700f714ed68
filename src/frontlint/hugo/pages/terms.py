"""Terms: where the page of a term is."""

from __future__ import annotations

from frontlint.hugo.config import Taxonomy
from frontlint.hugo.values.gopath import normalize


def term_path(taxonomy: Taxonomy, term: str) -> str:
    """The logical path of a term's page: `a b` is `/tags/a-b` (content_map_page_assembler.go)."""
    return normalize(f"/{taxonomy.plural}/{term}").rstrip("/")
