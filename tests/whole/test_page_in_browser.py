"""The page of findings in a browser: nothing that keeps anybody from using it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.periksa import check
from generator.app.template import write_example
from generator.contoh.fill import BKPSDM_2022
from tests.support.browser import violations
from tests.support.sheets import write_folder


def page_of(folder: Path) -> Path:
    check(folder)
    return folder / "hasil-periksa" / "temuan.html"


@pytest.mark.requires("browser")
@pytest.mark.parametrize("width", [1200, 400])
def test_the_page_of_2022_violates_no_rule_of_accessibility(width: int, tmp_path: Path) -> None:
    write_example(tmp_path, BKPSDM_2022)
    assert violations(page_of(tmp_path), width) == []


@pytest.mark.requires("browser")
def test_nor_does_one_with_every_group_and_hostile_texts(tmp_path: Path) -> None:
    waivers = "| Kode | Alasan |\n| DOK-22 | <b>Nomor</b> diberikan kemudian. |"
    sheets = {
        "keputusan": {"Pengecualian": waivers},
        "eselon-3": {
            "Program": "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |\n"
            "| S9 | P1 | <script>x</script> | Meningkatnya dimana | Jumlah </td></table> | satu |"
        },
    }
    assert violations(page_of(write_folder(tmp_path, sheets))) == []


@pytest.mark.requires("browser")
def test_nor_does_one_that_has_next_to_nothing_to_say(tmp_path: Path) -> None:
    assert violations(page_of(write_folder(tmp_path))) == []
