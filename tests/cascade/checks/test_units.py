"""Units: the wording of an indikator against the Satuan of its target."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic
from tests.cascade.checks.checked import check

UNITS = (
    "persentase-tanpa-persen",
    "bukan-persen",
    "dihitung-dengan-waktu",
    "satuan-kosong",
    "satuan-kosong-semua",
    "target-diawali-satuan",
    "satuan-beda-tulis",
)


def measured(folder: Path, *rows: tuple[str, str, str]) -> list[Diagnostic]:
    """Check a sheet Sasaran of these (indikator, target, satuan), from row 2 on."""
    table = ["| Kode Induk | Kode | Jenis | Sasaran | Indikator | Target | Satuan |"]
    for number, cells_of_row in enumerate(rows):
        node = " | | | " if number else " | S1 | Utama | MENINGKATNYA A"
        table.append(f"| {node} | {' | '.join(cells_of_row)} |")
    findings = check(folder, {"eselon-2": {"Sasaran": "\n".join(table)}})
    return [one for one in findings if one.rule.name in UNITS]


@pytest.mark.parametrize(
    ("indikator", "target", "satuan", "rule"),
    [
        ("Persentase ASN terlatih", "`85`", "", "persentase-tanpa-persen"),
        ("PERSENTASE ASN terlatih", "`12`", "Bulan", "persentase-tanpa-persen"),
        ("Persentase ASN terlatih", "`85`", "%", None),
        ("Persentase ASN terlatih", "`0.082 as 0.0%`", "", None),
        ("Persentase ASN terlatih", "85%", "", None),
        ("Persentase ASN terlatih", "`85`", "Persen", None),
        ("Persentase ASN terlatih", "seluruhnya", "", None),
        ("Indeks Profesionalitas ASN", "`0.68 as 0%`", "", "bukan-persen"),
        ("Nilai SAKIP", "`60`", "%", "bukan-persen"),
        ("Jumlah ASN terlatih", "`60`", "%", "bukan-persen"),
        ("Indeks Profesionalitas ASN", "`68`", "Indeks", None),
        ("Rasio Pejabat Fungsional", "`55.9`", "%", None),
        ("Tingkat Penurunan Pelanggaran", "25%", "", None),
        ("Jumlah Kebutuhan Alat Tulis", "`12`", "Bulan", "dihitung-dengan-waktu"),
        ("Jumlah Laporan", "`1`", "Tahun", "dihitung-dengan-waktu"),
        ("Jumlah bulan layanan", "`12`", "Bulan", None),
        ("Lama layanan", "`12`", "Bulan", None),
        ("Jumlah waktu tunggu", "`12`", "Hari", None),
        ("Jumlah Laporan", "`12`", "Laporan", None),
        ("Indeks Kepuasan Masyarakat", "`83`", "", "satuan-kosong"),
        ("Indeks Kepuasan Masyarakat", "80 - 83", "", "satuan-kosong"),
        ("Indeks Kepuasan Masyarakat", "80 - 83", "Poin", None),
        ("Indeks Kepuasan Masyarakat", "83", "(teks)", None),
        ("Rasio Guru terhadap Murid", "1:20", "(teks)", None),
        ("Opini BPK", "WTP", "", None),
        ("Maturitas SPIP", "LEVEL 2", "", "target-diawali-satuan"),
        ("Maturitas SPIP", "LEVEL 2", "(teks)", None),
        ("Maturitas SPIP", "Kelas 2", "", None),
    ],
)
def test_wording_and_unit(
    tmp_path: Path, indikator: str, target: str, satuan: str, rule: str | None
) -> None:
    findings = measured(tmp_path, (indikator, target, satuan), ("Jumlah orang", "3", "Orang"))
    assert [(one.rule.name, one.place.cell) for one in findings] == ([(rule, "F2")] if rule else [])


def test_a_percentage_without_unit_is_cured_by_the_percent_sign(tmp_path: Path) -> None:
    (found, _) = measured(tmp_path, ("Persentase A", "`85`", ""), ("Persentase B", "3", "Orang"))
    assert found.edits == (Edit(replace(found.place, column="G", heading="Satuan"), 0, 0, "%"),)


def test_a_percentage_in_another_unit_has_no_certain_cure(tmp_path: Path) -> None:
    (found,) = measured(tmp_path, ("Persentase A", "`12`", "Bulan"))
    assert found.edits == ()


def test_a_sheet_without_any_unit_is_one_finding(tmp_path: Path) -> None:
    (found,) = measured(
        tmp_path,
        ("Persentase A", "`85`", ""),
        ("Indeks B", "`83`", ""),
        ("Opini BPK", "WTP", ""),
    )
    assert (found.rule.name, found.place.column, found.place.cell) == (
        *("satuan-kosong-semua", "G"),
        None,
    )
    assert [(edit.place.cell, edit.new) for edit in found.edits] == [("G2", "%")]


def test_a_unit_spelt_two_ways_follows_the_list(tmp_path: Path) -> None:
    (first, second) = measured(
        tmp_path,
        ("Jumlah A", "`1`", "orang"),
        ("Jumlah B", "2 orang", ""),
        ("Jumlah C", "`3`", "Orang"),
    )
    assert first.edits == (Edit(first.place, 0, 5, "Orang", "orang"),)
    assert (first.place.cell, second.place.cell) == ("G2", "F3")


def test_persen_beside_the_percent_sign_is_one_unit_spelt_two_ways(tmp_path: Path) -> None:
    (found,) = measured(tmp_path, ("Persentase A", "`80`", "persen"), ("Persentase B", "`80`", "%"))
    assert (found.rule.name, found.edits[0].new) == ("satuan-beda-tulis", "%")


def test_a_unit_of_ones_own_follows_what_most_rows_say(tmp_path: Path) -> None:
    (found,) = measured(
        tmp_path,
        ("Jumlah A", "`1`", "Naskah"),
        ("Jumlah B", "`2`", "naskah"),
        ("Jumlah C", "`3`", "Naskah"),
    )
    assert (found.place.cell, found.edits[0].new) == ("G3", "Naskah")


def test_a_unit_spelt_one_way_throughout_is_the_offices_own(tmp_path: Path) -> None:
    rows = [("Jumlah A", "`1`", "naskah"), ("Jumlah B", "`2`", "naskah")]
    assert measured(tmp_path, *rows) == []
