"""The list of checks: complete, never in the way of a decree, silent about a faulty tree."""

from __future__ import annotations

import inspect
from pathlib import Path
from types import ModuleType

import pytest

from generator.app import periksa
from generator.cascade import checks as package
from generator.cascade.checks import run as checks
from generator.cascade.model import Cascade, Jenjang
from generator.findings.rule import Severity, Stage, rules
from generator.nomenklatur.tables import nomenklatur_for
from tests.cascade.checks.checked import cells, check
from tests.support.sheets import IDENTITAS, SASARAN, write_folder

MODULES = [module for module in vars(package).values() if isinstance(module, ModuleType)]


def test_every_check_is_in_the_list_once() -> None:
    written = {
        function
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and list(inspect.signature(function).parameters) == ["subject"]
        and not name.startswith("_")
    }
    assert set(checks.CHECKS) == written
    assert len(checks.CHECKS) == len(written)


def test_no_remark_stops_a_decree() -> None:
    remarks = [rule for rule in rules().values() if rule.stage is Stage.KEWAJARAN]
    assert len(remarks) > 30
    assert [rule.name for rule in remarks if rule.severity is Severity.SALAH] == []


def test_remarks_come_in_the_order_of_the_books(tmp_path: Path) -> None:
    program = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator    | Target |
    | S1         | P1   | Program A | Meningkatnya B  | Persentase B | 12 Orang |
    | S1         | P2   | Program B | Meningkatnya C  | Persentase C | 12 Orang |
    """
    kegiatan = """
    | Kode Induk | Kode | Jenis        | Nama | Sasaran        | Indikator    | Target   |
    | P1         | K1   | Sub Kegiatan | A    | Meningkatnya D | Persentase D | 12 Orang |
    """
    books = {"eselon-3": {"Program": program}, "eselon-4": {"Sub Kegiatan": kegiatan}}
    assert cells(check(tmp_path, books), "persentase-tanpa-persen") == [
        "eselon-3 F2",
        "eselon-3 F3",
        "eselon-4 G2",
    ]


@pytest.mark.parametrize(("target", "remarked"), [("68", True), ("68 kira-kira", False)])
def test_a_folder_with_a_salah_gets_no_remarks(
    tmp_path: Path, target: str, *, remarked: bool
) -> None:
    sheet = SASARAN.replace("| 68     |", f"| {target} |")
    write_folder(tmp_path, {"eselon-2": {"Sasaran": sheet}})
    found = [one.rule.name for one in periksa.check(tmp_path).findings]
    assert ("kinerja-daerah-kosong" in found) is remarked


def test_each_row_is_looked_at_whatever_is_wrong_in_another(tmp_path: Path) -> None:
    program = """
    | Kode Induk | Kode | Program   | Sasaran Program | Indikator    | Target   |
    | S1         | P1   | Program A | Meningkatnya B  | Persentase B | 12 Orang |
    | S1         | P2   | Program B | Meningkatnya C  | Persentase C | 12 kira  |
    """
    write_folder(tmp_path, {"eselon-3": {"Program": program}})
    findings = list(periksa.check(tmp_path).findings)
    assert cells(findings, "target-bukan-angka") == ["eselon-3 F3"]
    assert cells(findings, "persentase-tanpa-persen") == ["eselon-3 F2"]


def test_a_fault_of_the_decree_leaves_the_tree_to_its_checks(tmp_path: Path) -> None:
    identitas = IDENTITAS.replace("| Kuala Tungkal  ", "| ")
    write_folder(tmp_path, {"keputusan": {"Identitas": identitas}})
    found = [one.rule.name for one in periksa.check(tmp_path).findings]
    assert {"identitas-kosong", "kinerja-daerah-kosong"} <= set(found)


def test_checks_of_rows_are_among_the_checks() -> None:
    assert set(checks.CHECKS) > checks.OF_ROWS


def test_an_empty_tree_gets_no_remarks() -> None:
    assert (
        checks.check_cascade(Cascade(Jenjang({}), (), ()), [], "2022", nomenklatur_for("2022", ""))
        == []
    )
