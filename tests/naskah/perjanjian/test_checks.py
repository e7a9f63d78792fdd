"""Every remark on officials, each seeded into the clean example; nothing else is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.periksa import check
from generator.findings.rule import rules
from tests.support.perjanjian import Cells, cells_of, with_officials
from tests.support.perjanjian import rules as found_rules

P, T = ("pejabat", "Pejabat"), ("pejabat", "Perjanjian")
GIZI = cells_of("K1D")
SUB = ("eselon-4", "Sub Kegiatan")

FAULTS: dict[str, tuple[str, Cells, str]] = {
    "an office misspelt in the tree": (
        "jabatan-tak-dikenal",
        {(*SUB, GIZI["Penanggung Jawab"]): "Pengelola Gizzi"},
        GIZI["Penanggung Jawab"],
    ),
    "an office twice": ("jabatan-ganda", {(*P, "A25"): "Bendahara Gaji", (*P, "B25"): "N"}, "A25"),
    "an office without performance": (
        "pejabat-tanpa-kinerja",
        {(*P, "A25"): "Arsiparis", (*P, "B25"): "NAMA ARSIPARIS"},
        "A25",
    ),
    "a superior that is not there": ("atasan-tidak-ada", {(*P, "G8"): "Kadis"}, "G8"),
    "a superior other than the tree's": (
        "atasan-lain-dari-pohon",
        {(*P, "G8"): "Sekretaris Dinas"},
        "G8",
    ),
    "a circle of superiors": ("atasan-melingkar", {(*P, "G3"): "Kepala Dinas"}, "G3"),
    "no head of region among several": (
        "atasan-tidak-jelas",
        {(*P, "A2"): "Sekretaris Daerah", (*P, "A25"): "Asisten", (*P, "B25"): "N"},
        "G3",
    ),
    "no money": ("perjanjian-tanpa-pagu", {(*SUB, GIZI["Pagu"]): None}, "H8"),
    "a number that is none": ("nip-tidak-sah", {(*P, "D8"): "19800505 200503 2"}, "D8"),
    "one person twice": ("pihak-sama", {(*P, "D3"): "19720404 199803 1 004"}, "G18"),
    "the signer of the decree under another name": (
        "penandatangan-berbeda",
        {
            (*P, "F3"): "Kepala Dinas Kesehatan Kabupaten Lembah Sagara",
            (*P, "C3"): "Pembina Utama Muda",
        },
        "B3",
    ),
    "a day long after the year began": (
        "perjanjian-terlambat",
        {(*T, "B4"): "20 Maret 2024"},
        "B4",
    ),
    "a day of last year": ("tanggal-di-luar-tahun", {(*T, "B4"): "15 Januari 2023"}, "B4"),
    "money of a node that is not there": (
        "sumber-dana-tanpa-kinerja",
        {("pejabat", "Sumber Dana", "A2"): "K99", ("pejabat", "Sumber Dana", "B2"): "DAK"},
        "A2",
    ),
}
ALONG = {
    "an office misspelt in the tree": {"pejabat-tanpa-kinerja"},
    "a circle of superiors": {"pejabat-tanpa-kinerja"},
    "no head of region among several": {"pejabat-tanpa-kinerja"},
    "the signer of the decree under another name": {"penandatangan-berbeda"},
    "no money": {"pagu-kosong"},
}
SOUND: dict[str, Cells] = {
    "as it is": {},
    "another superior who is that of the tree": {(*P, "G8"): "Kepala Seksi Kesehatan Keluarga"},
    "the day before the year": {(*T, "B4"): "31 Desember 2023"},
    "a later day of one that replaces another": {
        (*T, "B4"): "20 Maret 2024",
        (*T, "B2"): "Perubahan",
    },
    "no budget wanted": {(*P, "H8"): "Tidak"},
    "money from elsewhere": {
        ("pejabat", "Sumber Dana", "A2"): "K1D",
        ("pejabat", "Sumber Dana", "B2"): "DAK Nonfisik",
    },
}


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_found_at_its_cell(name: str, tmp_path: Path) -> None:
    rule, cells, cell = FAULTS[name]
    findings = check(with_officials(tmp_path, cells)).findings

    assert cell in [one.place.cell for one in findings if one.rule.name == rule]
    assert {one.rule.name for one in findings} - {rule} <= ALONG.get(name, set())


@pytest.mark.parametrize("name", SOUND)
def test_nothing_is_said_of_what_is_sound(name: str, tmp_path: Path) -> None:
    assert found_rules(check(with_officials(tmp_path, SOUND[name]))) == []


def test_what_nobody_answers_for_is_told(tmp_path: Path) -> None:
    cells: Cells = {(*SUB, GIZI["Penanggung Jawab"]): None}
    findings = check(with_officials(tmp_path, cells)).findings
    assert {
        (one.rule.name, one.place.row)
        for one in findings
        if one.rule.name == "kinerja-tanpa-penanggung-jawab"
    } == {("kinerja-tanpa-penanggung-jawab", int(GIZI["Kode"].lstrip("ABC")))}


def test_offices_without_a_row_are_one_remark(tmp_path: Path) -> None:
    cells: Cells = {(*P, "A7"): "Arsiparis", (*P, "A10"): "Pustakawan"}
    findings = check(with_officials(tmp_path, cells)).findings
    (one,) = [one for one in findings if one.rule.name == "penanggung-jawab-tanpa-pejabat"]
    assert one.message.startswith("2 jabatan tidak mendapat perjanjian kinerja: ")


def test_every_remark_on_officials_has_its_fault() -> None:
    tried = {rule for rule, _, _ in FAULTS.values()} | {
        "kinerja-tanpa-penanggung-jawab",
        "penanggung-jawab-tanpa-pejabat",
    }
    own = {name for name, rule in rules().items() if rule.code.startswith("PJK")}
    assert own <= tried
