"""Fill down: rows that lean on the row above become whole rows that know their node.

The row rules of the books, in pandas: a blank Kode continues the node above; a row with a
Kode may leave Kode Induk, Jenis and Nama blank when they are as above.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import KINERJA_DAERAH, SASARAN, SUB_KEGIATAN

KEYS = ("kode_induk", "jenis", "nama", "sasaran")
"""What all rows of one node have in common, besides its Kode."""

_WITHOUT_INHERITED_PARENT = (KINERJA_DAERAH.name, SASARAN.name)


def fill_down(baris: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, list[Diagnostic]]:
    """Return (rows, nodes, findings).

    `rows`: the rows of `baris` that belong to a node, with `simpul`, the node's number.
    `nodes`: one row a node, indexed by that number, `KEYS` filled, `kunci` and `kunci_induk`
    the folded codes; `isi_nama` and `isi_sasaran` the cells they come from; `rusak` where an
    earlier finding already speaks of it.
    """
    rows = baris.reset_index(drop=True)
    rows["berkas"] = [row.place.book for row in rows["row"]]
    # A Kode that could not be read ends the node above: nobody knows what follows it.
    unread = rows["kode"].isna() & rows["rusak"].astype(bool)
    rows["kunci"] = rows["kode"].map(fold, na_action="ignore").astype(object)
    rows.loc[unread, "kunci"] = [f"\0{number}" for number in rows.index[unread]]
    known = rows.groupby(["berkas", "lembar"], sort=False)["kunci"].ffill()
    above = known.groupby([rows["berkas"], rows["lembar"]], sort=False).shift()
    first = rows["kunci"].notna() & (rows["kunci"] != above)
    rows["simpul"] = first.cumsum() - 1

    homeless = known.isna()
    findings = [finding("kode-kosong", row.at("kode")) for (row,) in each(rows[homeless], "row")]
    rows = rows[~homeless]
    nodes = _fill_nodes(rows[first[~homeless]].set_index("simpul", drop=False))
    findings.extend(_key_findings(nodes))
    findings.extend(_continuation_findings(rows[~first[~homeless]], nodes))
    return rows, nodes, findings


def _fill_nodes(nodes: pd.DataFrame) -> pd.DataFrame:
    """Fill Jenis, Nama and Kode Induk of the nodes' first rows from the node above."""
    nodes = nodes.rename_axis(index=None)
    for role in ("nama", "sasaran"):
        nodes[f"isi_{role}"] = [row.cells.get(role) for row in nodes["row"]]
    sheet = [nodes["berkas"], nodes["lembar"]]
    nodes["jenis"] = nodes.groupby(sheet, sort=False)["jenis"].ffill()
    jenis = nodes["jenis"].fillna("")
    run = (jenis != jenis.groupby(sheet, sort=False).shift()).cumsum().rename("run")
    for role in ("nama", "isi_nama"):
        nodes[role] = nodes.groupby([*sheet, run], sort=False)[role].ffill()
    inherits = ~nodes["lembar"].isin(_WITHOUT_INHERITED_PARENT)
    inherited = nodes.groupby([*sheet, run], sort=False)["kode_induk"].ffill()
    nodes["induk_di_atas"] = nodes.groupby(sheet, sort=False)["kode_induk"].ffill()
    nodes["kode_induk"] = nodes["kode_induk"].where(~inherits, inherited)
    nodes["kunci_induk"] = nodes["kode_induk"].map(fold, na_action="ignore").astype(object)
    return nodes


def _key_findings(nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield what is still blank after filling, and parents that nobody can know."""
    sound = nodes[~nodes["rusak"].astype(bool)]
    for role in ("jenis", "nama"):
        for (row,) in each(sound[sound[role].isna()], "row"):
            if role in row.columns:
                yield finding("isian-kosong", row.at(role), judul=row.columns[role][1])
    unclear = sound[
        (sound["lembar"] == SUB_KEGIATAN.name)
        & sound["kode_induk"].isna()
        & sound["induk_di_atas"].notna()
    ]
    for row, jenis, induk in each(unclear, "row", "jenis", "induk_di_atas"):
        yield finding("induk-tidak-jelas", row.at("kode_induk"), jenis=jenis, induk=induk)


def _continuation_findings(rows: pd.DataFrame, nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield rows that continue a node but say something else than the node does."""
    rows = rows[~rows["rusak"].astype(bool)]
    rows = rows.assign(kode_di_atas=rows["simpul"].map(nodes["kode"]))
    for role in KEYS:
        expected = rows["simpul"].map(nodes[role])
        differs = rows[role].notna() & (rows[role] != expected)
        if role in ("kode_induk", "jenis"):
            differs &= rows[role].map(fold, na_action="ignore") != expected.map(
                fold, na_action="ignore"
            )
        for row, kode, above, given in each(rows[differs], "row", "kode", "kode_di_atas", role):
            if isinstance(kode, str):
                name = "kode-berubah-isi"
            elif role == "sasaran":
                name = "sasaran-tanpa-kode"
            else:
                name = "isian-tanpa-kode"
            heading = row.columns[role][1]
            yield finding(name, row.at(role), isi=given, kode=above, judul=heading)


def each(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the values of these columns, row by row."""
    return zip(*(frame[column].tolist() for column in columns), strict=True)
