"""Whether a text is English."""

from __future__ import annotations

import pytest

from frontlint.prose.english import reads_english


@pytest.mark.parametrize(
    "text",
    [
        "Scrum is a a social technology",
        "Use this tag for the works of Jean de la Fontaine and El Greco.",
        "How teams of naïve cooks handle crème brûlée in the café",
    ],
)
def test_english(text: str) -> None:
    assert reads_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "Das ist die Mannschaft, die die Arbeit in der Stadt verteilt, und das an jedem Tag.",
        "C'est une équipe qui a la volonté de faire mieux, pour nous nous.",
        "De ploeg is van de stad, en wat er is is niet veel.",
        "Det er for for få på holdet, og det er ikke let at se.",
        "El equipo a la vez que la empresa, y no los demás",
        "O time que não é para os demais, com a sua empresa",
        "La squadra che non è di Roma, per la città",
        "To to samo, co jest na stole i czy się je je",
        "Команда is a а",
        "这是 a a 团队的工作方式",
        "Kopf Hand Fuß",
        "",
    ],
)
def test_others(text: str) -> None:
    assert not reads_english(text)
