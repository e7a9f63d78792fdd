"""Fill down: rows that lean on the row above become whole rows that know their node.

The row rules of the books, in pandas: a blank Kode continues the node above; a row with a
Kode may leave Kode Induk, Jenis and Nama blank when they are as above.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pandas as pd

from generator.bahasa.wording import fold
from generator.findings.finding import Diagnostic, finding
from generator.schema.kinerja import KINERJA_DAERAH, SASARAN, SEVERAL, SUB_KEGIATAN

KEYS = ("kode_induk", "jenis", "nama", "sasaran")
"""What all rows of one node have in common, besides its Kode."""

_WITHOUT_INHERITED_PARENT = (KINERJA_DAERAH.name, SASARAN.name)


def fill_down(baris: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame, list[Diagnostic]]:
    """Return (rows, nodes, findings).

    `rows`: the rows of `baris` that belong to a node, with `simpul`, the node's number.
    `nodes`: one row a node, indexed by that number, `KEYS` filled, `kunci` and `kunci_induk`
    the folded codes, `kunci_lain` those of further parents; `isi_nama` and `isi_sasaran` the cells
    they come from; `rusak` where an earlier finding already speaks of it.
    """
    rows = baris.reset_index(drop=True)
    rows["berkas"] = [row.place.book for row in rows["row"]]
    rows["kunci"] = pd.Series(list(_keys(rows)), dtype=object)
    sheet = rows.groupby(["berkas", "lembar"], sort=False).ngroup()
    known = rows["kunci"].groupby(sheet, sort=False).ffill()
    above = known.groupby(sheet, sort=False).shift()
    first = rows["kunci"].notna() & (rows["kunci"] != above)
    rows["simpul"] = first.cumsum() - 1

    homeless = known.isna()
    findings = [finding("kode-kosong", row.at("kode")) for row in rows["row"][homeless]]
    if homeless.any():
        rows, first, sheet = rows[~homeless], first[~homeless], sheet[~homeless]
    nodes = _fill_nodes(rows[first].set_index("simpul", drop=False), sheet[first].to_numpy())
    findings.extend(_key_findings(nodes))
    findings.extend(_continuation_findings(rows, first.tolist(), nodes))
    return rows, nodes, findings


def _keys(rows: pd.DataFrame) -> Iterator[str | None]:
    """Yield the folded Kode of each row, None where it is blank.

    A Kode that could not be read ends the node above: nobody knows what follows it.
    """
    for number, (kode, rusak) in enumerate(each(rows, "kode", "rusak")):
        if isinstance(kode, str):
            yield fold(kode)
        else:
            yield f"\0{number}" if rusak else None


def _fill_nodes(nodes: pd.DataFrame, sheet: Any) -> pd.DataFrame:
    """Fill Jenis, Nama and Kode Induk of the nodes' first rows from the node above.

    `sheet` numbers the sheet of each; the nodes of one sheet stand together.
    """
    nodes = nodes.rename_axis(index=None)
    for role in ("nama", "sasaran"):
        cells = [row.cells.get(role) for row in nodes["row"]]
        nodes[f"isi_{role}"] = pd.Series(cells, index=nodes.index, dtype=object)
    in_sheet = nodes[["jenis", "kode_induk"]].groupby(sheet, sort=False).ffill()
    nodes["jenis"], nodes["induk_di_atas"] = in_sheet["jenis"], in_sheet["kode_induk"]
    jenis = nodes["jenis"].fillna("").to_numpy()
    goes_on = (jenis[1:] == jenis[:-1]) & (sheet[1:] == sheet[:-1])
    run = pd.Series([False, *~goes_on][: len(nodes)], index=nodes.index).cumsum()
    filled = ["nama", "isi_nama", "kode_induk"]
    in_run = nodes[filled].groupby(run, sort=False).ffill()
    nodes["nama"], nodes["isi_nama"] = in_run["nama"], in_run["isi_nama"]
    inherits = ~nodes["lembar"].isin(_WITHOUT_INHERITED_PARENT)
    nodes["kode_induk"] = nodes["kode_induk"].where(~inherits, in_run["kode_induk"])
    keys = [_parents(kode) if isinstance(kode, str) else (None,) for kode in nodes["kode_induk"]]
    nodes["kunci_induk"] = pd.Series([one[0] for one in keys], index=nodes.index, dtype=object)
    nodes["kunci_lain"] = pd.Series([one[1:] for one in keys], index=nodes.index, dtype=object)
    return nodes


_MOST_PARENTS = 10


def _parents(kode: str) -> tuple[str, ...]:
    """Return the folded codes of all parents that a Kode Induk names; too many are no codes."""
    keys = tuple(dict.fromkeys(map(fold, kode.split(SEVERAL))))
    return keys if len(keys) <= _MOST_PARENTS else (fold(kode),)


def _key_findings(nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield what is still blank after filling, and parents that nobody can know."""
    for role in ("jenis", "nama"):
        for row, rusak, filled in each(nodes, "row", "rusak", role):
            if not rusak and not isinstance(filled, str) and role in row.columns:
                yield finding("isian-kosong", row.at(role), judul=row.columns[role][1])
    for row, rusak, sheet, jenis, kode_induk, above in each(
        nodes, "row", "rusak", "lembar", "jenis", "kode_induk", "induk_di_atas"
    ):
        if rusak or sheet != SUB_KEGIATAN.name or isinstance(kode_induk, str):
            continue
        if isinstance(above, str):
            yield finding("induk-tidak-jelas", row.at("kode_induk"), jenis=jenis, induk=above)


def _continuation_findings(
    rows: pd.DataFrame, first: Sequence[bool], nodes: pd.DataFrame
) -> Iterator[Diagnostic]:
    """Yield rows that continue a node but say something else than the node does, once a row."""
    said = {number: cells for number, *cells in each(nodes, "simpul", "kode", *KEYS)}
    for begins, row, rusak, number, kode, *given in zip(
        first, *values(rows, "row", "rusak", "simpul", "kode", *KEYS), strict=True
    ):
        if begins or rusak:
            continue
        of_node, *expected = said[number]
        other = {
            role: text
            for role, text, before in zip(KEYS, given, expected, strict=True)
            if isinstance(text, str) and not _same(role, text, before)
        }
        if not other:
            continue
        if isinstance(kode, str):
            name = "kode-berubah-isi"
        else:
            name = "sasaran-tanpa-kode" if other.keys() == {"sasaran"} else "isian-tanpa-kode"
        role = next(iter(other))
        judul = _listed([row.columns[one][1] for one in other])
        yield finding(name, row.at(role), isi=other[role], kode=of_node, judul=judul, petunjuk="")


def _listed(names: Sequence[str]) -> str:
    """Return names as a sentence lists them: "A", "A dan B", "A, B, dan C"."""
    *most, last = names
    if not most:
        return last
    return f"{', '.join(most)}{',' if len(most) > 1 else ''} dan {last}"


def _same(role: str, given: str, expected: object) -> bool:
    if role in ("kode_induk", "jenis"):
        return isinstance(expected, str) and fold(given) == fold(expected)
    return given == expected


def each(frame: pd.DataFrame, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the values of these columns, row by row."""
    return zip(*values(frame, *columns), strict=True)


def values(frame: pd.DataFrame, *columns: str) -> list[list[Any]]:
    """Return the values of these columns, column by column."""
    return [frame[column].tolist() for column in columns]
