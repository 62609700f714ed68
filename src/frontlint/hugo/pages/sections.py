"""The pages that Hugo makes without a file: home, taxonomies, and a section for every first folder."""

from __future__ import annotations

from collections.abc import Mapping

from frontlint.base.record import NamedTuple
from frontlint.hugo.config import Config, Language
from frontlint.hugo.content.paths import Location, taxonomy_at
from frontlint.hugo.pages.files import Selection
from frontlint.hugo.pages.node import Seed
from frontlint.hugo.values.gopath import lower


class SectionName(NamedTuple):
    """How a section is written: its path, and the name that Hugo makes its title of.

    `others` are the ways in which further languages write it: then it is chance which of them counts.
    """

    path: str
    name: str
    others: tuple[str, ...] = ()

    def in_language(self, language: Language) -> str | None:
        """The name, None where it is chance; letter case counts only where URLs keep it."""
        names = {self.name, *self.others}
        spellings = names if language.disable_path_to_lower else set(map(lower, names))
        return self.name if len(spellings) == 1 else None


def section_names(selection: Selection) -> dict[str, SectionName]:
    """How Hugo writes the sections that it makes: in all languages as the section's own file in one of them.

    Where none has a file, as the folder of the first page in it, again of all languages. [bin]
    """
    names: dict[str, SectionName] = {}
    first: dict[str, str] = {}
    for (_, path), location in sorted(selection.pages.items(), key=lambda item: (item[0][1], item[1].path)):
        section = location.section
        if section and first.setdefault(section, path) == path:
            name = _written_section(location, is_its_file=path == f"/{section}")
            one = names.setdefault(section, name)
            if name.name != one.name:
                names[section] = one._replace(others=(*one.others, name.name))
    return names


def _written_section(location: Location, *, is_its_file: bool) -> SectionName:
    if is_its_file:
        return SectionName(location.written_path, location.written_name)
    folder = location.raw_folder[1:].partition("/")[0]
    return SectionName(f"/{folder}", folder)


def missing_pages(
    seeds: Mapping[str, Seed], language: Language, sections: Mapping[str, SectionName], config: Config
) -> list[Seed]:
    """Home, the taxonomies, and a section for every first folder, whatever becomes of the pages in it.

    `sections` are those that may be made: all pages there, in any language, are branches. None is made for a
    taxonomy of any language.
    """
    made = [Seed(language, "/")]
    if not {"taxonomy", "term"} <= language.disabled_kinds:
        made += [Seed(language, taxonomy.path) for taxonomy in language.taxonomies]
    used: set[str] = set()
    for path, seed in seeds.items():
        section = seed.section
        asked = section in sections and section not in used
        if asked and not any(taxonomy_at(path, other) for other in config.languages):
            used.add(section)
    for section in sorted(used):
        name = sections[section].in_language(language)
        sure = name is not None or not language.disable_path_to_lower
        path = sections[section].path
        made.append(Seed(language, f"/{section}", raw_path=path, name=name, certain=sure))
    return made
