"""Agreements on paper, as LibreOffice prints them."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.utils.cell import coordinate_from_string

from tests.support.perjanjian import agreements, cells_of, type_over, with_officials
from tests.support.soffice import convert, pdf_text

pytestmark = pytest.mark.requires("soffice", "poppler")

SHEET = "Sub Kegiatan"
LAST = "Pengadministrasi Keuangan"
"""Who answers for the last node of that sheet."""
LONG_OFFICE = (
    "Kepala Bidang Pencegahan, Pengendalian Penyakit, Penyehatan Lingkungan, Kesehatan Kerja, dan "
    "Olahraga pada Dinas Kesehatan Kabupaten Lembah Sagara"
)
LONG_SASARAN = " ".join(["Meningkatnya mutu pelayanan kesehatan ibu dan anak di puskesmas"] * 8)


def pages(paths: list[Path], folder: Path) -> dict[str, list[str]]:
    """Return the text of each page of each paper."""
    made = convert(paths, "pdf", folder)
    return {path.stem: pdf_text(path).split("\f")[:-1] for path in made}


def test_each_is_a_statement_and_an_annex_whose_signature_stands_below_a_table(
    tmp_path: Path,
) -> None:
    papers = agreements(with_officials(tmp_path / "berkas"), tmp_path / "hasil")
    printed = pages(list(papers.values()), tmp_path)
    assert {name: len(one) for name, one in printed.items() if not 2 <= len(one) <= 3} == {}
    assert {name for name, one in printed.items() if "JUMLAH" not in one[-1]} == set()
    assert {name for name, one in printed.items() if "Pihak Pertama," not in one[0]} == set()


@pytest.mark.parametrize("count", [1, 5, 8, 12, 30])
def test_no_signature_is_left_alone_however_much_there_is_to_agree(
    count: int, tmp_path: Path
) -> None:
    folder = with_officials(
        tmp_path / "berkas",
        {("pejabat", "Pejabat", "F3"): LONG_OFFICE, ("pejabat", "Pejabat", "F2"): LONG_OFFICE},
    )
    more_indikator(folder, count)
    papers = agreements(folder, tmp_path / "hasil")
    (printed,) = pages([papers[LAST]], tmp_path).values()
    assert "JUMLAH" in printed[-1]
    assert "Pihak Pertama," in printed[0]


def more_indikator(folder: Path, count: int) -> None:
    """Give the last node of its sheet a long sasaran and `count` indikator."""
    last = cells_of("K7B")
    typed: dict[tuple[str, str, str], str | int] = {
        ("eselon-4", SHEET, last["Sasaran"]): LONG_SASARAN,
    }
    for nth in range(count):
        for head, value in (
            ("Indikator", f"Jumlah Laporan Ke-{nth}"),
            ("Target", nth + 1),
            ("Satuan", "Laporan"),
        ):
            column, row = coordinate_from_string(last[head])
            typed["eselon-4", SHEET, f"{column}{row + nth}"] = value
    type_over(folder, typed)
