"""keputusan.xlsx → Decree: keys with their defaults, items without the marks that print anyway."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.findings.finding import Diagnostic
from generator.naskah.keputusan_cascading.build import build_decree
from generator.naskah.keputusan_cascading.model import Bentuk, Decree, PangkatDanNip
from tests.support.sheets import IDENTITAS, read_sheet, said

NUMBERED = f"{IDENTITAS.rstrip()}\n| Nomor | 28 |\n| Tanggal | 3 Januari 2022 |\n"


def build(folder: Path, **sheets: str) -> tuple[Decree | None, list[Diagnostic]]:
    """Build the decree of the good folder with one sheet replaced."""
    ((sheet, table),) = sheets.items()
    tables, _ = read_sheet(folder, "keputusan", sheet, table)
    return build_decree(tables.lembar, "keputusan.xlsx")


def built(folder: Path, **sheets: str) -> Decree:
    decree, _ = build(folder, **sheets)
    assert decree is not None
    return decree


def test_complete_sheet_has_no_findings(tmp_path: Path) -> None:
    _, findings = build(tmp_path, Identitas=NUMBERED)
    assert said(findings) == []


def test_empty_keys_take_their_defaults(tmp_path: Path) -> None:
    identitas = built(tmp_path, Identitas=NUMBERED).identitas
    assert identitas.jenis_keputusan.text == "KEPUTUSAN"
    assert identitas.gelar_pada_nama
    assert identitas.pangkat_dan_nip is PangkatDanNip.LAMPIRAN
    assert identitas.bentuk is Bentuk.POHON
    assert identitas.judul_lampiran == identitas.tentang
    assert identitas.isian.lines["alamat"] == ()


def test_lines_come_from_one_cell_or_from_a_repeated_key(tmp_path: Path) -> None:
    table = f"{NUMBERED}| Alamat | Jalan A\\nKelurahan B |\n| Alamat | Telepon C |\n"
    alamat = built(tmp_path, Identitas=table).identitas.isian.lines["alamat"]
    assert [line.text for line in alamat] == ["Jalan A", "Kelurahan B", "Telepon C"]


def test_choices_may_differ_in_case(tmp_path: Path) -> None:
    table = f"{NUMBERED}| Lampiran | MATRIKS |\n"
    assert built(tmp_path, Identitas=table).identitas.bentuk is Bentuk.MATRIKS


def test_required_key_that_is_empty(tmp_path: Path) -> None:
    decree, findings = build(tmp_path, Identitas=NUMBERED.replace("NAMA PEJABAT", "            "))
    assert decree is None
    assert said(findings) == ["identitas-kosong: keputusan.xlsx Identitas B12"]


def test_required_key_whose_row_is_gone(tmp_path: Path) -> None:
    table = "\n".join(line for line in NUMBERED.splitlines() if "| Tempat " not in line)
    _, findings = build(tmp_path, Identitas=table)
    assert said(findings) == ["identitas-kosong: keputusan.xlsx Identitas"]


@pytest.mark.parametrize(
    ("key", "place"),
    [("Nomor", "nomor-kosong: keputusan.xlsx"), ("Tanggal", "tanggal-kosong: keputusan.xlsx")],
)
def test_number_and_date_may_be_filled_in_later(tmp_path: Path, key: str, place: str) -> None:
    table = "\n".join(line for line in NUMBERED.splitlines() if f"| {key} |" not in line)
    decree, findings = build(tmp_path, Identitas=table)
    assert decree is not None
    assert said(findings) == [f"{place} Identitas"]


def test_missing_number_prints_dots(tmp_path: Path) -> None:
    assert built(tmp_path, Identitas=IDENTITAS).identitas.nomor.text == "…………………………"


def test_choice_that_is_none(tmp_path: Path) -> None:
    _, findings = build(tmp_path, Identitas=f"{NUMBERED}| Lampiran | tabel |\n")
    assert said(findings) == ["pilihan-isian-tidak-dikenal: keputusan.xlsx Identitas B15"]


def test_name_without_titles_is_asked_for(tmp_path: Path) -> None:
    decree, findings = build(tmp_path, Identitas=f"{NUMBERED}| Gelar pada Nama | Tidak |\n")
    assert decree is None
    assert said(findings) == ["nama-tanpa-gelar-kosong: keputusan.xlsx Identitas"]


def test_name_without_titles_signs(tmp_path: Path) -> None:
    table = f"{NUMBERED}| Gelar pada Nama | Tidak |\n| Nama Tanpa Gelar | NAMA |\n"
    assert built(tmp_path, Identitas=table).identitas.penandatangan.nama.text == "NAMA"


@pytest.mark.parametrize("sheet", ["Menimbang", "Mengingat", "Diktum"])
def test_sheet_without_items(tmp_path: Path, sheet: str) -> None:
    _, findings = build(tmp_path, **{sheet: "| Isi |"})
    assert f"lembar-tanpa-isi: keputusan.xlsx {sheet}" in said(findings)


def test_sheet_of_copies_may_be_empty(tmp_path: Path) -> None:
    assert built(tmp_path, Tembusan="| Isi |").tembusan == ()


@pytest.mark.parametrize(
    ("sheet", "typed"),
    [
        ("Menimbang", ("a. bahwa A;", "b. bahwa B;")),
        ("Mengingat", ("1. bahwa A;", "2.  bahwa B;")),
        ("Diktum", ("KESATU : bahwa A;", "KEDUA: bahwa B;")),
        ("Tembusan", ("1. bahwa A;", "2. bahwa B;")),
    ],
)
def test_mark_of_its_place_is_taken_off(tmp_path: Path, sheet: str, typed: tuple[str, str]) -> None:
    decree, findings = build(
        tmp_path, **{sheet: "\n".join(f"| {one} |" for one in ("Isi", *typed))}
    )
    assert decree is not None
    items = getattr(decree, sheet.lower())
    assert [item.text for item in items] == ["bahwa A;", "bahwa B;"]
    taken_off = [one for one in said(findings) if one.startswith("tanda-butir-dilepas")]
    assert taken_off == [
        f"tanda-butir-dilepas: keputusan.xlsx {sheet} A2",
        f"tanda-butir-dilepas: keputusan.xlsx {sheet} A3",
    ]


@pytest.mark.parametrize("typed", ["b. bahwa A;", "1. bahwa A;", "A. bahwa A;", "a.bahwa A;"])
def test_mark_of_another_place_prints_as_typed(tmp_path: Path, typed: str) -> None:
    items = built(tmp_path, Menimbang=f"| Isi |\n| {typed} |").menimbang
    assert [item.text for item in items] == [typed]


@pytest.mark.parametrize("tahun", ["x", "..", "2022/../x", "22", "2022/2023", "0022"])
def test_a_year_is_four_digits(tmp_path: Path, tahun: str) -> None:
    table = NUMBERED.replace("| 2022 ", f"| {tahun} ")
    assert table != NUMBERED
    decree, findings = build(tmp_path, Identitas=table)
    assert decree is None
    assert [one.rule.name for one in findings] == ["tahun-tidak-sah"]
    assert findings[0].place.cell
