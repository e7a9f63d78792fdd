"""From rows to the tree: pandas fills and joins, then the nodes are frozen from the leaves up.

Faults of the tree are findings with their place; a node that cannot be placed is left out
of the tree, and its finding stops the decree.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import chain
from math import isnan

import pandas as pd

from generator.cascade.causes import under_causes
from generator.cascade.fill import each, fill_down
from generator.cascade.jenjang import build_jenjang
from generator.cascade.link import RANK, link_nodes
from generator.cascade.model import Cascade, FurtherCell, Indikator, Jenis, Simpul
from generator.cascade.swapped import put_right
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import TREE_SHEETS, further
from generator.values import Isian, Place, Row, Target

_KIND = {sheet.name: kind for kind, sheet in TREE_SHEETS}
_SHEETS = {sheet.name: sheet for _, sheet in TREE_SHEETS}


def build_cascade(
    baris: pd.DataFrame, jenjang_rows: Sequence[Row]
) -> tuple[Cascade, list[Diagnostic]]:
    """Build the tree of the rows (`Tables.baris`) under the levels of sheet Jenjang."""
    jenjang, findings = build_jenjang(jenjang_rows)
    if baris.empty:
        return Cascade(jenjang, (), ()), findings
    baris, swap_findings = put_right(baris)
    findings += swap_findings
    rows, nodes, fill_findings = fill_down(baris)
    nodes, link_findings = link_nodes(nodes, jenjang)
    indikator = _indikator(rows, nodes)
    findings += fill_findings
    findings += link_findings
    findings += _incomplete(rows, nodes, indikator)
    top, roots = _assemble(nodes, indikator, _box_cells(rows))
    return Cascade(jenjang, top, roots), under_causes(findings)


def _indikator(rows: pd.DataFrame, nodes: pd.DataFrame) -> dict[int, tuple[Indikator, ...]]:
    """Return the indikator of each node, in row order; rows without one give none."""
    found: dict[int, list[Indikator]] = {}
    codes = dict(each(nodes, "simpul", "kode"))
    counts: Counter[int] = Counter()
    for sheet, number, row, target, last in each(
        rows, "lembar", "simpul", "row", "target", "target_tahun_lalu"
    ):
        nth = counts[number]
        counts[number] += 1
        text = row.cells.get("indikator")
        if not text or not isinstance(target, Target):
            continue
        identity = (_KIND[sheet], sheet, str(codes[number]), str(nth))
        named = target.isian.named(*identity, "target")
        found.setdefault(number, []).append(
            Indikator(
                text.named(*identity, "indikator"),
                Target(named, target.nilai, target.satuan),
                row.place,
                last if isinstance(last, Target) else None,
                _tambahan(sheet, row, identity, per_simpul=False),
            )
        )
    return {number: tuple(items) for number, items in found.items()}


def _tambahan(
    sheet: str, row: Row, identity: tuple[str, ...], *, per_simpul: bool
) -> tuple[FurtherCell, ...]:
    """Return the filled ones among the further cells of a node, or of one of its indikator."""
    return tuple(
        FurtherCell(column, cell.named(*identity, column.role), row.targets.get(column.role))
        for column in further(_SHEETS[sheet], row.cells)
        if column.per_simpul is per_simpul
        for cell in [row.cells.get(column.role)]
        if cell
    )


def _per_simpul() -> list[str]:
    """Return the roles of all columns that say something of a whole node."""
    columns = (column for sheet in _SHEETS.values() for column in further(sheet))
    return list(dict.fromkeys(column.role for column in columns if column.per_simpul))


def _incomplete(
    rows: pd.DataFrame, nodes: pd.DataFrame, indikator: dict[int, tuple[Indikator, ...]]
) -> Iterator[Diagnostic]:
    """Yield nodes without sasaran or indikator, and box cells that disagree within a node."""
    parents = set(nodes["induk"].dropna().astype(int))
    touched = {number for number, rusak in each(rows, "simpul", "rusak") if rusak}
    codes = {}
    for number, row, jenis, sasaran, kode in each(
        nodes, "simpul", "row", "jenis", "sasaran", "kode"
    ):
        codes[number] = kode
        optional = jenis is Jenis.KEGIATAN and number in parents
        if number in touched or (optional and not isinstance(sasaran, str)):
            continue
        if not isinstance(sasaran, str):
            name = "sasaran-kegiatan-kosong" if RANK.get(jenis, 0) > 2 else "isian-kosong"
            yield finding(name, row.at("sasaran"), judul=row.columns["sasaran"][1])
        if number not in indikator and not optional and "indikator" not in row.cells:
            yield finding("simpul-tanpa-indikator", row.at("indikator"), kode=kode)
    for role in _per_simpul():
        first: dict[int, object] = {}
        for number, row, given in each(rows, "simpul", "row", role):
            if isinstance(given, str | Decimal) and first.setdefault(number, given) != given:
                heading = row.columns[role][1]
                yield finding(
                    "isian-kotak-berbeda", row.at(role), kode=codes[number], judul=heading
                )


@dataclass(slots=True)
class _Box:
    """The first filled cell of each per-node column of a node, and the money as a number."""

    cells: dict[str, Isian] = field(default_factory=dict)
    nilai_pagu: Decimal | None = None


def _box_cells(rows: pd.DataFrame) -> dict[int, _Box]:
    """Return the box of each node."""
    boxes: dict[int, _Box] = {}
    roles = _per_simpul()
    for number, row, nilai in each(rows, "simpul", "row", "pagu"):
        box = boxes.setdefault(number, _Box())
        for role in roles:
            if cell := row.cells.get(role):
                box.cells.setdefault(role, cell)
        if box.nilai_pagu is None and isinstance(nilai, Decimal):
            box.nilai_pagu = nilai
    return boxes


@dataclass(frozen=True, slots=True)
class _Record:
    """A node before it is built: what `fill_down` and `link_nodes` found out."""

    kode: str
    jenis: Jenis
    sheet: str
    place: Place
    nama: object
    sasaran: object


def _assemble(
    nodes: pd.DataFrame, indikator: Mapping[int, tuple[Indikator, ...]], boxes: Mapping[int, _Box]
) -> tuple[tuple[Simpul, ...], tuple[Simpul, ...]]:
    """Return (nodes of the top box, roots of the tree); a circle hangs nowhere and is left out."""
    records: dict[int, _Record] = {}
    top: list[int] = []
    roots: list[int] = []
    below: dict[int, list[int]] = {}
    again: set[tuple[int, int]] = set()
    for number, jenis, induk, jenis_induk, others, kode, sheet, row, nama, sasaran in each(
        nodes,
        *("simpul", "jenis", "induk", "jenis_induk", "induk_lain", "kode", "lembar", "row"),
        *("isi_nama", "isi_sasaran"),
    ):
        if jenis:
            records[number] = _Record(str(kode), jenis, sheet, row.place, nama, sasaran)
        if jenis is Jenis.KEPALA_DAERAH:
            top.append(number)
        elif isnan(induk) or jenis_induk is Jenis.KEPALA_DAERAH:
            roots.append(number)
        else:
            below.setdefault(int(induk), []).append(number)
            for other in others:
                below.setdefault(other, []).append(number)
                again.add((other, number))

    depth = dict.fromkeys(roots, 1)
    order = list(roots)
    for number in order:
        for child in below.get(number, ()):
            if (number, child) not in again:
                depth[child] = depth[number] + 1
                order.append(child)
    nth: dict[int, int] = {}
    for siblings in (top, roots, *below.values()):
        nth.update(_numbered(siblings, records))

    shared = {number for _, number in again}
    built: dict[int, Simpul] = {}
    sasaran_last = [
        [number for number in reversed(order) if _is_sasaran(records, number) is last]
        for last in (False, True)
    ]
    for number in (*top, *chain.from_iterable(sasaran_last)):
        if record := records.get(number):
            built[number] = _node(
                record,
                nth[number],
                depth[number] if record.jenis.is_sasaran else 0,
                indikator.get(number, ()),
                tuple(
                    built[child].again() if (number, child) in again else built[child]
                    for child in below.get(number, ())
                    if child in built
                ),
                boxes[number],
                bersama=number in shared,
            )
    return (
        tuple(built[number] for number in top),
        tuple(built[number] for number in roots if number in built),
    )


def _is_sasaran(records: Mapping[int, _Record], number: int) -> bool:
    """Whether a node is a sasaran, on which nodes hang again that hang on another first."""
    return number in records and records[number].jenis.is_sasaran


def _numbered(siblings: Sequence[int], records: Mapping[int, _Record]) -> Iterator[tuple[int, int]]:
    """Number siblings within their Jenis, in print order; one without Jenis is left out."""
    counts: Counter[Jenis] = Counter()
    for number in siblings:
        if record := records.get(number):
            counts[record.jenis] += 1
            yield number, counts[record.jenis]


def _node(
    record: _Record,
    nomor: int,
    kedalaman: int,
    indikator: tuple[Indikator, ...],
    anak: tuple[Simpul, ...],
    box: _Box,
    *,
    bersama: bool,
) -> Simpul:
    identity = (_KIND[record.sheet], record.sheet, record.kode)

    def cell(value: object, role: str) -> Isian | None:
        return value.named(*identity, role) if isinstance(value, Isian) and value else None

    return Simpul(
        kode=record.kode,
        jenis=record.jenis,
        nomor=nomor,
        kedalaman=kedalaman,
        place=record.place,
        nama=cell(record.nama, "nama"),
        sasaran=cell(record.sasaran, "sasaran"),
        indikator=indikator,
        anak=anak,
        tambahan=_tambahan(record.sheet, Row(record.place, box.cells), identity, per_simpul=True),
        nilai_pagu=box.nilai_pagu,
        bersama=bersama,
    )
