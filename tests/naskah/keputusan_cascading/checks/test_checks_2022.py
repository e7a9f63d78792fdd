"""The decree of 2022: what a careful reader finds in its text, each with its cell."""

from __future__ import annotations

import pytest

from generator.app.berkas import read_folder
from generator.findings.cures import Move
from generator.findings.finding import Diagnostic
from generator.findings.rule import Severity
from tests.support.decrees import edits
from tests.support.paths import ROOT

EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"

REMARKS = {
    # 1: Permendagri 86/2017 before the higher Perpres 29/2014 and the older PermenPANRB 53/2014
    "mengingat-salah-urutan": ["Mengingat A4"],
    # 2: a ministerial regulation in the Lembaran Negara
    "lembaran-bukan-jenisnya": ["Mengingat A4"],
    # 3: UU 23/2014 "terakhir dengan UU 9/2015", stale since UU 11/2020
    "peraturan-sudah-diubah": ["Mengingat A3"],
    # 4: "Republik Indonesia" in names; "Undang-undang"; the capital of "Tentang"
    "republik-indonesia-pada-kutipan": ["Mengingat A3", "Mengingat A5", "Mengingat A6"],
    "jenis-peraturan-tanpa-kapital": ["Mengingat A3"],
    "kutipan-tak-baku": ["Mengingat A4"],
    # 5: Perda 6/2016 without supplement, its amendment without any gazette
    "lembaran-daerah-kurang": ["Mengingat A7", "Mengingat A7"],
    # 6: Menetapkan neither in capitals nor as the title
    "menetapkan-tidak-kapital": ["Identitas B16"],
    "menetapkan-beda-judul": ["Identitas B16"],
    # 7: no standard closing; "pertimbangan huruf a"
    "menimbang-penutup-tak-baku": ["Menimbang A3"],
    "rujukan-huruf-tak-baku": ["Menimbang A3"],
    # 8: no comma after the office, before Menimbang and at the signature
    "jabatan-pembuka-tanpa-koma": ["Identitas B15"],
    "jabatan-penandatangan-tanpa-koma": ["Identitas B19"],
    # 9: the leading zero
    "tanggal-nol-di-depan": ["Identitas B18"],
    # 10: the annex is not called inseparable
    "lampiran-terpisahkan": ["Diktum A2"],
    # 11: "di susun", "dimana", "di rubah"; titles without points
    "salah-eja": ["Menimbang A2", "Menimbang A2", "Mengingat A7"],
    "gelar-tak-baku": ["Identitas B20"],
    # 12: "berlaku mulai sejak"; a comma between subject and predicate
    "mulai-sejak": ["Diktum A4"],
    "koma-sebelum-predikat": ["Diktum A3"],
    # 13: "PENGEMBANGAN SDM DAERAH" at the signature
    "nama-kantor-berbeda": ["Identitas B19"],
    # settings of the house
    "gelar-tercetak": ["Identitas B20"],
    "pangkat-nip-tercetak": ["Identitas B22"],
}


@pytest.fixture(scope="module")
def found() -> list[Diagnostic]:
    return [one for one in read_folder(EXAMPLE).findings if one.place.book == "keputusan.xlsx"]


@pytest.mark.parametrize("rule", REMARKS)
def test_remark(found: list[Diagnostic], rule: str) -> None:
    places = [one.place for one in found if one.rule.name == rule]
    assert [f"{place.sheet} {place.cell}" for place in places] == REMARKS[rule]


def test_nothing_else_is_remarked(found: list[Diagnostic]) -> None:
    assert {one.rule.name for one in found} - REMARKS.keys() == set()


def test_nothing_stops_the_decree(found: list[Diagnostic]) -> None:
    assert [one for one in found if one.severity is Severity.SALAH] == []


def test_order_is_cured_by_moving_three_rows(found: list[Diagnostic]) -> None:
    (order,) = (one for one in found if one.rule.name == "mengingat-salah-urutan")
    moved = {one.place.cell: one.source.cell for one in order.edits if isinstance(one, Move)}
    assert moved == {"A4": "A5", "A5": "A6", "A6": "A4"}


@pytest.mark.parametrize(
    "cure",
    [
        ("A3", "Undang-Undang Republik Indonesia", "Undang-Undang"),
        ("A3", "Undang-undang", "Undang-Undang"),
        ("A4", "(Lembaran", "(Berita"),
        ("A5", "Presiden Republik Indonesia", "Presiden"),
        ("A6", "Birokrasi Republik Indonesia", "Birokrasi"),
        ("A7", "di rubah", "diubah"),
        ("A2", "di susun", "disusun"),
        ("B18", "03", "3"),
        ("A4", "berlaku mulai sejak", "mulai berlaku pada"),
        ("A3", "KESATU,", "KESATU"),
        ("B15", "BARAT", "BARAT,"),
        ("B20", "SH., MM", "S.H., M.M."),
    ],
)
def test_certain_cure(found: list[Diagnostic], cure: tuple[str, str, str]) -> None:
    assert cure in edits(found)
