"""Slips that printed wrong without a word: what each is called, and its cure where it is certain.

The table in docs/salah-isi.md says the same to people; its rows are those of `SLIPS`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from generator.app.berkas import read_folder
from generator.findings.cures import Edit, apply
from generator.findings.rule import Severity
from tests.support.paths import ROOT
from tests.support.sheets import IDENTITAS, Sheets, said, write_folder

PAGE = ROOT / "docs" / "salah-isi.md"


@dataclass(frozen=True)
class Slip:
    """Sheets as a clerk filled them, all that is Salah or Periksa of them, cells as cured."""

    kode: str
    books: Mapping[str, Sheets]
    found: list[str]
    cured: Mapping[str, str] = field(default_factory=dict)


def program(*rows: str, more: str = "") -> Mapping[str, Sheets]:
    head = f"| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |{more}"
    return {"eselon-3": {"Program": "\n".join((head, *rows))}}


def sub(*rows: str, more: str = "") -> Mapping[str, Sheets]:
    head = f"| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |{more}"
    return {"eselon-4": {"Sub Kegiatan": "\n".join((head, *rows))}}


def identitas(*rows: str) -> Mapping[str, Sheets]:
    return {"keputusan": {"Identitas": IDENTITAS.rstrip() + "\n" + "\n".join(rows)}}


P, S, K = "eselon-3.xlsx Program", "eselon-2.xlsx Sasaran", "eselon-4.xlsx Sub Kegiatan"
LURUS = "| S1 | P1 | Program A | Meningkatnya B | Jumlah pegawai | 120 | Orang |"

SLIPS: Mapping[str, Slip] = {
    "Lembar diurutkan": Slip(
        "LBR-40",
        {
            "eselon-2": {
                "Sasaran": """
                | Kode | Jenis | Sasaran        | Indikator  | Target | Satuan | Urutan Baris |
                | S1   | Utama | MENINGKATNYA A | Persentase | 68     | %      | `3`    |
                | S2   | Utama | MENINGKATNYA D | Jumlah     | 3      | Orang  | `1`    |
                |      |       |                | Nilai      | 4      | Nilai  | `2`    |
                |      |       |                | Indeks     | 70     | Indeks | `4`    |
                """
            }
        },
        [f"baris-tercerai: {S} A5"],
        {"A2": "S2", "A3": "", "D3": "Nilai", "A4": "S1"},
    ),
    "Lembar diurutkan, tanpa kolom Urutan Baris": Slip(
        "LBR-41",
        program(
            LURUS,
            "| S1 | P2 | Program B | Meningkatnya E | Jumlah dokumen | 2 | Dokumen |",
            "| S1 | P3 | Program C | Meningkatnya D | Jumlah laporan | 3 | Laporan |",
            "|    |    |           |                | Jumlah peserta | 4 | Orang   |",
            "|    |    |           |                | Jumlah surat   | 5 | Berkas  |",
        ),
        [f"lembar-diurutkan: {P}"],
    ),
    'Tanda ulang (idem, s.d.a., ")': Slip(
        "SEL-60",
        program(
            LURUS,
            "| S1 | P2 | Program B | Meningkatnya C | Jumlah peserta | 2 | s.d.a. |",
        ),
        [f"tanda-ulang: {P} G3"],
        {"G3": "Orang"},
    ),
    "Isi sementara (belum ditetapkan)": Slip(
        "SEL-61",
        program(LURUS.replace("120", "belum ditetapkan")),
        [f"isi-sementara: {P} F2"],
    ),
    "Beberapa indikator dalam satu sel": Slip(
        "SEL-62",
        program(
            r"| S1 | P1 | Program A | Meningkatnya B | Jumlah pegawai\nJumlah dokumen "
            r"| 120\n12 | |"
        ),
        [f"dua-indikator: {P} E2"],
    ),
    "Beberapa target dalam satu sel": Slip(
        "SEL-63",
        program(LURUS.replace("120", "96 95,5")),
        [f"dua-target: {P} F2"],
    ),
    "Indikator berupa target (0 Unit)": Slip(
        "SEL-64",
        program(LURUS.replace("Jumlah pegawai", "0 Unit")),
        [f"indikator-berupa-target: {P} E2"],
    ),
    "Target dan Satuan tertukar": Slip(
        "SEL-65",
        program(
            LURUS,
            "| S1 | P2 | Program B | Meningkatnya C | Jumlah peserta | Orang   | 12 |",
            "| S1 | P3 | Program C | Meningkatnya D | Jumlah dokumen | Dokumen | 4  |",
        ),
        [f"target-satuan-tertukar: {P} F3"],
        {"F3": "12", "G3": "Orang", "F4": "4", "G4": "Dokumen"},
    ),
    "Baris terputus dari PDF": Slip(
        "SEL-67",
        program(
            LURUS,
            r"| S1 | P2 | Pemeliharaan/Rehabilita\nsi Gedung | Meningkatnya mutu\nlayanan "
            r"| Jumlah pelak-\nsanaan | 2 | Orang/Bul\nan |",
        ),
        [f"baris-terputus: {P} C3"],
        {
            "C3": "Pemeliharaan/Rehabilitasi Gedung",
            "D3": "Meningkatnya mutu layanan",
            "E3": "Jumlah pelaksanaan",
            "G3": "Orang/Bulan",
        },
    ),
    "Pecahan dari benda (2.155 di Excel berbahasa Inggris)": Slip(
        "PHN-82",
        program(LURUS.replace("120", "`2.155`")),
        [f"pecahan-benda: {P} F2"],
    ),
    "Target 0 dengan Pagu 0": Slip(
        "PHN-83",
        program(LURUS.replace("120", "`0`") + " `0` |", more=" Pagu |"),
        [f"target-nol: {P} F2"],
    ),
    "Sasaran sama dengan indikator atau namanya": Slip(
        "PHN-84",
        program(LURUS.replace("Meningkatnya B", "Program A")),
        [f"sasaran-sama-isinya: {P} D2"],
    ),
    "Kode dan Kode Induk tertukar": Slip(
        "PHN-80",
        program("| P1 | S1 | Program A | Meningkatnya B | Jumlah pegawai | 120 | Orang |"),
        [f"kode-tertukar: {P} B2"],
        {"A2": "S1", "B2": "P1"},
    ),
    "Kode terulang pada baris berikutnya": Slip(
        "PHN-05",
        program(
            LURUS,
            "| S1 | P1 | Program B | Meningkatnya C | Jumlah peserta | 2 | Orang |",
        ),
        [f"kode-berubah-isi: {P} C3"],
    ),
    "Isian baru tanpa Kode": Slip(
        "PHN-03",
        program(
            LURUS,
            "| S1 |    | Program B | Meningkatnya C | Jumlah peserta | 2 | Orang |",
        ),
        [f"isian-tanpa-kode: {P} C3"],
    ),
    "Baris judul terhapus": Slip(
        "LBR-07",
        {
            "eselon-4": {
                "Sub Kegiatan": """
                | P1 | K1 | Sub Kegiatan | Penyusunan A | Tersusunnya A | Jumlah A | 1 | Dokumen |
                | P1 | K2 | Sub Kegiatan | Penyusunan B | Tersusunnya B | Jumlah B | 2 | Dokumen |
                """
            }
        },
        ["baris-judul-tidak-ada: eselon-4.xlsx Sub Kegiatan"],
    ),
    "Sasaran sub kegiatan kosong": Slip(
        "PHN-81",
        sub(
            "| P1 | K1 | Sub Kegiatan | Penyusunan A |  | Jumlah dokumen A | 1 | Dokumen |",
            "| P1 | K2 | Sub Kegiatan | Penyusunan B |  | Jumlah dokumen B | 2 | Dokumen |",
            "| P1 | K3 | Sub Kegiatan | Penyusunan C |  | Jumlah dokumen C | 3 | Dokumen |",
        ),
        [f"sasaran-kegiatan-kosong: {K} E2"],
    ),
    "NIP yang tidak mungkin": Slip(
        "DOK-93",
        identitas("| NIP | 19720230 199803 1 004 |"),
        ["nip-tidak-sah: keputusan.xlsx Identitas B13"],
    ),
    "Kode Pos bukan lima angka": Slip(
        "DOK-94",
        identitas("| Kode Pos | 3651 |"),
        ["kode-pos-tidak-sah: keputusan.xlsx Identitas B13"],
    ),
    "Tahun bukan tahun": Slip(
        "DOK-91",
        {"keputusan": {"Identitas": IDENTITAS.replace("| 2022  ", "| 22    ")}},
        ["tahun-tidak-sah: keputusan.xlsx Identitas B7"],
    ),
    "Salinan lembar (Sub Kegiatan (2))": Slip(
        "LBR-43",
        {
            "eselon-4": {
                "Sub Kegiatan (2)": """
                | Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |
                | P1 | K2 | Sub Kegiatan | Penyusunan B | Tersusunnya B | Jumlah B | 2 | Dokumen |
                """
            }
        },
        ["lembar-salinan: eselon-4.xlsx Sub Kegiatan (2)"],
    ),
}
ALONG = {"tanpa-turunan"}
"""What a sheet brings along that replaces the good one: programs without anything below."""


def seen(folder: Path) -> list[str]:
    """Return what is Salah or Periksa, but for what the good folder says of its short decree."""
    findings = read_folder(folder).findings
    return [
        line
        for one, line in zip(findings, said(findings), strict=True)
        if one.severity is not Severity.CATATAN
        and one.rule.name not in ALONG
        and line not in good_folder()
    ]


@cache
def good_folder() -> frozenset[str]:
    with TemporaryDirectory() as folder:
        return frozenset(said(read_folder(write_folder(Path(folder))).findings))


@pytest.mark.parametrize("slip", SLIPS.values(), ids=SLIPS)
def test_a_slip_is_one_finding(slip: Slip, tmp_path: Path) -> None:
    assert seen(write_folder(tmp_path, slip.books)) == slip.found


@pytest.mark.parametrize("slip", [one for one in SLIPS.values() if one.cured])
def test_its_cure_is_certain(slip: Slip, tmp_path: Path) -> None:
    findings = read_folder(write_folder(tmp_path, slip.books)).findings
    name = slip.found[0].partition(":")[0]
    (one,) = [one for one in findings if one.rule.name == name]
    cells: dict[str, list[Edit]] = {}
    cured: dict[str, str] = {}
    for edit in one.edits:
        if isinstance(edit, Edit):
            cells.setdefault(str(edit.place.cell), []).append(edit)
        else:
            cured[str(edit.place.cell)] = edit.new
    cured |= {cell: apply(edits[0].text, edits) for cell, edits in cells.items()}
    assert {cell: cured.get(cell) for cell in slip.cured} == slip.cured


def test_the_page_has_a_row_for_each_slip() -> None:
    rows = re.findall(r"^\| (.+?) \| \[([A-Z]+-\d+)\]", PAGE.read_text("utf-8"), re.MULTILINE)
    assert {(slip, kode) for slip, kode in rows} >= {
        (name, one.kode) for name, one in SLIPS.items()
    }
