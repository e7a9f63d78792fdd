"""From rows to the tree: pandas fills and joins, then the nodes are frozen from the leaves up.

Faults of the tree are findings with their place; a node that cannot be placed is left out
of the tree, and its finding stops the decree.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from generator.cascade.fill import each, fill_down
from generator.cascade.jenjang import build_jenjang
from generator.cascade.link import link_nodes
from generator.cascade.model import Cascade, Indikator, Jenis, Simpul, Tambahan
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import TREE_SHEETS, further
from generator.values import Isian, Row, Target

_KIND = {sheet.name: kind for kind, sheet in TREE_SHEETS}
_SHEETS = {sheet.name: sheet for _, sheet in TREE_SHEETS}


def build_cascade(
    baris: pd.DataFrame, jenjang_rows: Sequence[Row]
) -> tuple[Cascade, list[Diagnostic]]:
    """Build the tree of the rows (`Tables.baris`) under the levels of sheet Jenjang."""
    jenjang, findings = build_jenjang(jenjang_rows)
    if baris.empty:
        return Cascade(jenjang, (), ()), findings
    rows, nodes, fill_findings = fill_down(baris)
    nodes, link_findings = link_nodes(nodes, jenjang)
    indikator = _indikator(rows, nodes)
    findings += fill_findings
    findings += link_findings
    findings += _incomplete(rows, nodes, indikator)
    top, roots = _assemble(nodes, indikator, _box_cells(rows))
    return Cascade(jenjang, top, roots), findings


def _indikator(rows: pd.DataFrame, nodes: pd.DataFrame) -> dict[int, tuple[Indikator, ...]]:
    """Return the indikator of each node, in row order; rows without one give none."""
    found: dict[int, list[Indikator]] = {}
    ordered = rows.assign(
        urutan=rows.groupby("simpul").cumcount(), kode=rows["simpul"].map(nodes["kode"])
    )
    for sheet, number, kode, nth, row, target, last in each(
        ordered, "lembar", "simpul", "kode", "urutan", "row", "target", "target_tahun_lalu"
    ):
        text = row.cells.get("indikator")
        if not text or not isinstance(target, Target):
            continue
        identity = (_KIND[sheet], sheet, str(kode), str(nth))
        found.setdefault(number, []).append(
            Indikator(
                teks=text.named(*identity, "indikator"),
                target=replace(target, isian=target.isian.named(*identity, "target")),
                place=row.place,
                target_tahun_lalu=last if isinstance(last, Target) else None,
                tambahan=_tambahan(sheet, row.cells, identity, per_simpul=False),
            )
        )
    return {number: tuple(items) for number, items in found.items()}


def _tambahan(
    sheet: str, cells: Mapping[str, object], identity: tuple[str, ...], *, per_simpul: bool
) -> tuple[Tambahan, ...]:
    """Return the filled ones among the further cells of a node, or of one of its indikator."""
    return tuple(
        Tambahan(column, cell.named(*identity, column.role))
        for column in further(_SHEETS[sheet])
        if column.per_simpul is per_simpul
        for cell in [cells.get(column.role)]
        if isinstance(cell, Isian) and cell
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
    touched = set(rows.loc[rows["rusak"].astype(bool), "simpul"])
    for number, row, jenis, sasaran, kode in each(
        nodes, "simpul", "row", "jenis", "sasaran", "kode"
    ):
        optional = jenis is Jenis.KEGIATAN and number in parents
        if number in touched or (optional and not isinstance(sasaran, str)):
            continue
        if not isinstance(sasaran, str):
            yield finding("isian-kosong", row.at("sasaran"), judul=row.columns["sasaran"][1])
        if number not in indikator and not optional and "indikator" not in row.cells:
            yield finding("simpul-tanpa-indikator", row.at("indikator"), kode=kode)
    rows = rows.assign(kode_simpul=rows["simpul"].map(nodes["kode"]))
    for role in _per_simpul():
        given = rows[rows[role].notna()]
        first = given.groupby("simpul")[role].transform("first")
        for row, kode in each(given[given[role] != first], "row", "kode_simpul"):
            heading = row.columns[role][1]
            yield finding("isian-kotak-berbeda", row.at(role), kode=kode, judul=heading)


def _box_cells(rows: pd.DataFrame) -> pd.DataFrame:
    """Return per node the first filled cell of each per-node column, and the money as a number."""
    cells = pd.DataFrame({"simpul": rows["simpul"], "nilai_pagu": rows["pagu"]})
    for role in _per_simpul():
        cells[role] = [row.cells.get(role) for (row,) in each(rows, "row")]
    return cells.groupby("simpul").first()


def _assemble(
    nodes: pd.DataFrame,
    indikator: dict[int, tuple[Indikator, ...]],
    boxes: pd.DataFrame,
) -> tuple[tuple[Simpul, ...], tuple[Simpul, ...]]:
    """Return (nodes of the top box, roots of the tree); a circle hangs nowhere and is left out."""
    records: dict[Any, dict[Any, Any]] = nodes.to_dict("index")
    extras: dict[Any, dict[Any, Any]] = boxes.to_dict("index")
    top: list[int] = []
    roots: list[int] = []
    below: dict[int, list[int]] = {}
    for number, record in records.items():
        if record["jenis"] is Jenis.KEPALA_DAERAH:
            top.append(number)
        elif pd.isna(record["induk"]) or record["jenis_induk"] is Jenis.KEPALA_DAERAH:
            roots.append(number)
        else:
            below.setdefault(int(record["induk"]), []).append(number)

    depth = dict.fromkeys(roots, 1)
    order = list(roots)
    for number in order:
        for child in below.get(number, ()):
            depth[child] = depth[number] + 1
            order.append(child)

    built: dict[int, Simpul] = {}
    for number in (*top, *reversed(order)):
        record = records[number]
        if record["jenis"] is None:
            continue
        children = [built[child] for child in below.get(number, ()) if child in built]
        built[number] = _node(
            record,
            indikator.get(number, ()),
            _numbered(children),
            depth[number] if record["jenis"].is_sasaran else 0,
            extras.get(number, {}),
        )
    return (
        _numbered([built[number] for number in top]),
        _numbered([built[number] for number in roots if number in built]),
    )


def _numbered(nodes: list[Simpul]) -> tuple[Simpul, ...]:
    """Number siblings within their Jenis, in print order."""
    counts: dict[Jenis, int] = {}
    numbered = []
    for node in nodes:
        counts[node.jenis] = counts.get(node.jenis, 0) + 1
        numbered.append(replace(node, nomor=counts[node.jenis]))
    return tuple(numbered)


def _node(
    record: dict[str, Any],
    indikator: tuple[Indikator, ...],
    anak: tuple[Simpul, ...],
    kedalaman: int,
    extra: dict[str, Any],
) -> Simpul:
    sheet = record["lembar"]
    identity = (_KIND[sheet], sheet, str(record["kode"]))

    def cell(value: object, role: str) -> Isian | None:
        return value.named(*identity, role) if isinstance(value, Isian) and value else None

    pagu = extra.get("nilai_pagu")
    return Simpul(
        kode=str(record["kode"]),
        jenis=record["jenis"],
        nomor=0,
        kedalaman=kedalaman,
        place=record["row"].place,
        nama=cell(record["isi_nama"], "nama"),
        sasaran=cell(record["isi_sasaran"], "sasaran"),
        indikator=indikator,
        anak=anak,
        tambahan=_tambahan(sheet, extra, identity, per_simpul=True),
        nilai_pagu=None if pagu is None or pd.isna(pagu) else pagu,
    )
