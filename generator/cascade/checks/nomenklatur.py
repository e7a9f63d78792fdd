"""Checks against the official table: codes, the names that go with them, and near misses."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from generator.cascade.checks.subject import CascadeSubject, sheet_of
from generator.cascade.model import Simpul
from generator.cascade.official import JENIS_KODE, kode_of
from generator.findings.cures import Edit, replacement, retyped
from generator.findings.finding import Diagnostic, finding
from generator.findings.gathering import some
from generator.nomenklatur.butir import ButirNomenklatur, folded
from generator.nomenklatur.kode import JenisKode, above, bidang_of, jenis_of
from generator.nomenklatur.near import in_case_of, is_slip, near_name
from generator.values import Isian


def _coded(subject: CascadeSubject) -> Iterator[tuple[Simpul, Isian, str | None]]:
    """Yield (node, its Kode Rekening, the official code) where codes say anything."""
    if not subject.nomenklatur.names_only:
        for node in subject.nodes:
            if node.jenis in JENIS_KODE and node.kode_rekening:
                yield node, node.kode_rekening, kode_of(node)


def unknown_code(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A code that the table does not have, or no longer; a sheet of such codes is told once."""
    table = subject.nomenklatur
    sheets: dict[tuple[str, str | None], list[tuple[Isian, list[str]]]] = defaultdict(list)
    known = Counter[tuple[str, str | None]]()
    for node, cell, kode in _coded(subject):
        if kode and table.of(kode):
            known[sheet_of(node)] += 1
            continue
        successors = table.office(bidang_of(kode)).successors.get(kode, ()) if kode else ()
        if not successors:
            sheets[sheet_of(node)].append((cell, _codes_of_name(subject, node)))
            continue
        baru = " dan ".join(f"{one.kode} ({one.nama})" for one in successors)
        yield finding(
            "kode-diganti",
            cell.place,
            edits=_succeeded(node, cell, successors[0]) if len(successors) == 1 else (),
            kode=cell,
            tabel=table.title,
            baru=baru,
        )
    for sheet, cells in sheets.items():
        alike = len(cells) >= _MANY and len(cells) > known[sheet]
        for group in [cells] if alike else [[one] for one in cells]:
            yield _unknown(group, table.title)


_MANY = 5
"""So many codes of a sheet that the table lacks, more than it has, come from another table."""


def _unknown(cells: Sequence[tuple[Isian, list[str]]], title: str) -> Diagnostic:
    """Return the finding of codes that the table lacks, with those that bear the names instead."""
    first, *others = [cell.place for cell, _ in cells]
    return finding(
        "kode-tidak-ada",
        first,
        related=others,
        edits=[
            replacement(cell.place, cell.raw, codes[0]) for cell, codes in cells if len(codes) == 1
        ],
        kode=some(cell.text for cell, _ in cells),
        tabel=title,
        petunjuk=_hint(cells[0][1]) if not others else "",
    )


def _succeeded(node: Simpul, cell: Isian, line: ButirNomenklatur) -> list[Edit]:
    """Return the edits that put the code of a line, and its name for the former one."""
    edits = [replacement(cell.place, cell.raw, line.kode)]
    former = line.sebelumnya.partition(" ")[2]
    if node.nama and folded(node.nama.text) == folded(former) != folded(line.nama):
        edits += _renamed(node.nama, in_case_of(node.nama.text, line.nama))
    return edits


def code_against_level(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A code of another level than its row."""
    for node, cell, kode in _coded(subject):
        jenis = JENIS_KODE[node.jenis]
        if kode and jenis_of(kode) is not jenis and subject.nomenklatur.of(kode):
            yield finding(
                "jenis-lain-dari-kode",
                cell.place,
                kode=kode,
                resmi=jenis_of(kode).nama,
                jenis=jenis.nama,
            )


def code_against_parent(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """Codes that do not begin with that of the nearest node above which has one.

    All that belong elsewhere alike are told at once: the one above may be the wrong one.
    """
    astray: dict[tuple[str, str], list[Isian]] = defaultdict(list)
    for node, cell, kode in _coded(subject):
        induk = next(filter(None, map(kode_of, subject.above(node))), None)
        if not kode or not induk or jenis_of(kode) is not JENIS_KODE[node.jenis]:
            continue
        if not kode.startswith(f"{induk}."):
            of_program = jenis_of(induk) is JenisKode.PROGRAM
            resmi = ".".join(kode.split(".")[:3]) if of_program else str(above(kode))
            astray[induk, resmi].append(cell)
    for (induk, resmi), cells in astray.items():
        first, *others = [cell.place for cell in cells]
        kode = some(cell.text for cell in cells)
        yield finding(
            "induk-lain-dari-kode", first, related=others, kode=kode, resmi=resmi, induk=induk
        )


def code_against_name(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A name that is not that of its code."""
    for node, _, kode in _coded(subject):
        line = subject.nomenklatur.of(kode) if kode else None
        if line is None or line.jenis is not JENIS_KODE[node.jenis] or not node.nama:
            continue
        nama = node.nama.text
        if folded(nama) == folded(line.nama):
            continue
        others = _codes_of_name(subject, node)
        baku = in_case_of(nama, line.nama)
        yield finding(
            "nama-lain-dari-kode",
            node.nama.place,
            edits=_renamed(node.nama, baku) if not others and is_slip(nama, line.nama) else (),
            isi=nama,
            kode=kode,
            resmi=baku,
            petunjuk=_hint(others),
        )


def _codes_of_name(subject: CascadeSubject, node: Simpul) -> list[str]:
    """Return the codes under which the office's tables have the name of a node."""
    name, jenis = folded(str(node.nama or "")), JENIS_KODE[node.jenis]
    named = (one for office in subject.official.offices for one in office.by_name.get(name, ()))
    return [one.kode for one in named if one.jenis is jenis]


def _hint(codes: list[str]) -> str:
    return f" Nama itu berkode {' atau '.join(codes)}." if codes else ""


def code_against_measure(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sub kegiatan without its official indikator, or with it in another unit."""
    for node, _, kode in _coded(subject):
        line = subject.nomenklatur.of(kode) if kode else None
        if not line or not line.indikator or not node.indikator:
            continue
        same = [one for one in node.indikator if folded(one.teks.text) == folded(line.indikator)]
        if not same:
            yield finding(
                "indikator-lain-dari-kode",
                node.indikator[0].teks.place,
                kode=kode,
                resmi=line.indikator,
                satuan=line.satuan,
            )
        for one in same:
            unit = one.target.satuan
            if line.satuan and unit and folded(unit) != folded(line.satuan):
                cell = subject.cell(one, "satuan")
                yield finding(
                    "satuan-lain-dari-kode",
                    cell.place if cell else one.target.isian.place,
                    isi=unit,
                    resmi=line.satuan,
                )


def nearly_official(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A name without a code that is a slip of an official one."""
    old = subject.nomenklatur.names_only
    told = set()
    for row, node in subject.node_rows:
        cell = row.cells.get("nama")
        if not cell or node.jenis not in JENIS_KODE or cell.place in told:
            continue
        if (kode_of(node) and not old) or subject.official.of(node):
            continue
        told.add(cell.place)
        line = _near(subject, node, cell)
        if line is None:
            continue
        baku = in_case_of(cell.text, line.nama)
        if old:
            yield finding(
                "nama-hampir-resmi-kemudian",
                cell.place,
                isi=cell,
                resmi=baku,
                tabel=subject.nomenklatur.title,
            )
        else:
            yield finding(
                "nama-hampir-resmi",
                cell.place,
                edits=_renamed(cell, baku),
                isi=cell,
                kode=line.kode,
                resmi=baku,
            )


def _near(subject: CascadeSubject, node: Simpul, cell: Isian) -> ButirNomenklatur | None:
    jenis = JENIS_KODE[node.jenis]
    near = (near_name(cell.text, jenis, office) for office in subject.official.offices)
    return next(filter(None, near), None)


def _renamed(cell: Isian, baku: str) -> tuple[Edit, ...]:
    return retyped(cell, 0, len(cell.raw), baku) if cell.raw == cell.text else ()
