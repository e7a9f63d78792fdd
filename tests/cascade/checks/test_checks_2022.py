"""The decree of 2022: what a careful planner remarks on its cascade, each with its cell."""

from __future__ import annotations

import pytest

from generator.app.periksa import check
from generator.findings.finding import Diagnostic
from generator.findings.rule import Stage
from tests.support.paths import ROOT

EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"

# fmt: off
REMARKS = {
    # 1: one name for several boxes, as if it were a key
    "nama-kotak-berulang": ["eselon-3 C2"],
    # 3: units
    "bukan-persen": ["eselon-2 F2"],
    "persentase-tanpa-persen": ["eselon-2 F9", "eselon-3 F10", "eselon-3 F11", "eselon-3 F12"],
    "satuan-kosong": ["eselon-2 F8", "eselon-2 F10"],
    "target-diawali-satuan": ["eselon-2 F11"],
    "dihitung-dengan-waktu": [
        f"eselon-4 G{row}" for row in (9, 12, 13, 15, 16, 17, 18, 19, 20, 21, 22, 26)
    ],
    # 4: three things in one indikator, three times
    "indikator-gabungan": ["eselon-3 E10", "eselon-3 E11", "eselon-3 E12"],
    "indikator-berulang": ["eselon-3 E10"],
    # 5: sasaran said twice, below one another and beside one another
    "sasaran-sama-dengan-atasan": ["eselon-3 D10"],
    "sasaran-berulang-seinduk": [f"eselon-4 E{row}" for row in (10, 12, 22, 25, 28)],
    # 7: spelling, but of official names
    "salah-eja": [
        "eselon-3 E2", "eselon-3 C10", "eselon-3 C11", "eselon-3 C12",
        "eselon-4 F9", "eselon-4 F10", "eselon-4 F11", "eselon-4 F18", "eselon-4 F22",
        "eselon-4 F23", "eselon-4 D25",
    ],
    # names that are slips of official ones; what this program has is of later years
    "nama-hampir-resmi-kemudian": [
        "eselon-3 C10", "eselon-3 C11", "eselon-3 C12",
        "eselon-4 D16", "eselon-4 D17", "eselon-4 D25",
    ],
    # 8: nobody responsible, no baseline, formula or budget; nothing in the top box
    "kolom-kosong": ["eselon-2 H", "eselon-2 J", "eselon-2 M", "eselon-2 O"],
    "kinerja-daerah-kosong": ["eselon-2 Kinerja Daerah"],
}
# fmt: on


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """Return where each rule of the cascade's checks speaks."""
    places: dict[str, list[str]] = {}
    for one in check(EXAMPLE).findings:
        if one.rule.stage is Stage.KEWAJARAN and one.place.book != "keputusan.xlsx":
            places.setdefault(one.rule.name, []).append(_where(one))
    return places


def _where(one: Diagnostic) -> str:
    place = one.place
    return f"{place.book.removesuffix('.xlsx')} {place.cell or place.column or place.sheet}"


@pytest.mark.parametrize("rule", REMARKS)
def test_remark(found: dict[str, list[str]], rule: str) -> None:
    assert found[rule] == REMARKS[rule]


def test_nothing_else_is_remarked(found: dict[str, list[str]]) -> None:
    assert found.keys() - REMARKS.keys() == set()
