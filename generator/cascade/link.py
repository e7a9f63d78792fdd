"""Hang each node on its parent by code, and say what cannot hang there."""

from __future__ import annotations

from collections.abc import Iterator
from math import isnan

import pandas as pd

from generator.bahasa.wording import fold, nearest
from generator.cascade.fill import each
from generator.cascade.model import Jenis, Jenjang
from generator.findings.finding import Diagnostic, finding
from generator.findings.gathering import listed
from generator.schema.kinerja import KINERJA_DAERAH, PROGRAM
from generator.values import Place, Row

RANK = {
    Jenis.KEPALA_DAERAH: 0,
    Jenis.UTAMA: 1,
    Jenis.PENDUKUNG: 1,
    Jenis.PROGRAM: 2,
    Jenis.KEGIATAN: 3,
    Jenis.SUB_KEGIATAN: 4,
}
_RANK_NAME = {0: "Kinerja Daerah", 1: "Sasaran", 2: "Program", 3: "Kegiatan", 4: "Sub Kegiatan"}
_SHEET_JENIS = {KINERJA_DAERAH.name: Jenis.KEPALA_DAERAH, PROGRAM.name: Jenis.PROGRAM}


def link_nodes(nodes: pd.DataFrame, jenjang: Jenjang) -> tuple[pd.DataFrame, list[Diagnostic]]:
    """Return the nodes of `fill_down` with `jenis` as Jenis, `induk` and `jenis_induk`.

    `induk` is the parent's number (NaN: none found), `jenis_induk` its Jenis, `induk_lain` the
    numbers of further parents.
    """
    jenis = [
        _SHEET_JENIS.get(sheet) or (Jenis(text) if isinstance(text, str) else None)
        for sheet, text in each(nodes, "lembar", "jenis")
    ]
    nodes = nodes.assign(jenis=pd.Series(jenis, index=nodes.index, dtype=object))
    parents = nodes[["kunci", "simpul"]].drop_duplicates("kunci").set_index("kunci")["simpul"]
    nodes["kunci_induk"] = pd.Series(
        [*_parent_keys(nodes, frozenset(parents.index))], index=nodes.index, dtype=object
    )
    nodes["induk"] = nodes["kunci_induk"].map(parents).astype(float)
    nodes["jenis_induk"] = nodes["induk"].map(nodes["jenis"]).astype(object)
    others = [
        tuple(int(parents[key]) for key in keys if key in parents.index)
        for (keys,) in each(nodes, "kunci_lain")
    ]
    nodes["induk_lain"] = pd.Series(others, index=nodes.index, dtype=object)
    findings = [
        *_repeated_codes(nodes),
        *_unused_levels(nodes, jenjang),
        *_parent_findings(nodes, jenjang),
        *_further_parents(nodes),
        *_stale_choices(nodes),
        *_circles(nodes),
    ]
    return nodes, findings


_PARTED = (" - ", " — ", " – ", ": ", " :", " = ", ". ")
"""What people type between a code and the text that it stands for."""


def _parent_keys(nodes: pd.DataFrame, codes: frozenset[str]) -> Iterator[str | None]:
    """Yield the folded code of each parent, also of one named by code and text, or by text.

    A text names a parent only where just one node of another level says it.
    """
    named: dict[str, set[tuple[str, Jenis]]] = {}
    for key, jenis, *texts in each(nodes, "kunci", "jenis", "nama", "sasaran"):
        for text in texts:
            if isinstance(text, str) and isinstance(key, str) and jenis:
                named.setdefault(fold(text), set()).add((key, jenis))
    for key, jenis in each(nodes, "kunci_induk", "jenis"):
        if not isinstance(key, str) or key in codes or jenis is None:
            yield key if isinstance(key, str) else None
            continue
        parted = (key.partition(mark)[0].strip() for mark in _PARTED if mark in key)
        by_code = next((one for one in parted if one in codes), None)
        meant = {one for one, of in named.get(key, ()) if RANK[of] < RANK[jenis]}
        yield by_code or (meant.pop() if len(meant) == 1 else key)


def _repeated_codes(nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield a node whose Kode stands elsewhere already."""
    first: dict[str, Row] = {}
    for row, key, kode in each(nodes, "row", "kunci", "kode"):
        if key in first:
            place = first[key].at("kode")
            yield finding(
                "kode-ganda",
                row.at("kode"),
                kode=kode,
                lain=place,
                petunjuk="",
                related=(place,),
            )
        first.setdefault(key, row)


def _unused_levels(nodes: pd.DataFrame, jenjang: Jenjang) -> Iterator[Diagnostic]:
    """Yield one finding for each level that has rows although sheet Jenjang does not use it."""
    told: set[Jenis] = set()
    for row, jenis in each(nodes, "row", "jenis"):
        if jenis and jenis not in told and not jenjang.uses(jenis):
            yield finding("jenjang-tidak-dipakai", row.at("kode"), jenjang=jenis.tingkat)
        told.add(jenis)


def _allowed_parents(rank: int, used: frozenset[int]) -> tuple[int, ...]:
    """Return the ranks a node may hang on, nearest first; 0 stands for the top box."""
    above = max((one for one in used if one < min(rank, 3)), default=0)
    if rank == 1:
        return (1, 0)
    return (3, above) if rank == 4 and 3 in used else (above,)


def _parent_findings(nodes: pd.DataFrame, jenjang: Jenjang) -> Iterator[Diagnostic]:
    """Yield parents that are missing, unknown, a level too high, or not above at all."""
    used = frozenset(RANK[jenis] for jenis in Jenis if jenjang.uses(jenis))
    allowed_for = {rank: _allowed_parents(rank, used) for rank in RANK.values()}
    filled = frozenset(RANK[jenis] for (jenis,) in each(nodes, "jenis") if jenis)
    codes = [kode for (kode,) in each(nodes, "kode") if isinstance(kode, str)]
    orphans: dict[str, list[tuple[Place, str]]] = {}
    induk_of = ("kode_induk", "induk", "jenis_induk", "induk_di_atas")
    for row, rusak, kode, jenis, kode_induk, induk, jenis_induk, above in each(
        nodes, "row", "rusak", "kode", "jenis", *induk_of
    ):
        rank = 0 if rusak or jenis is None else RANK[jenis]
        if rank == 0:
            continue
        allowed = allowed_for[rank]
        if not isinstance(kode_induk, str):
            unclear = rank >= 3 and isinstance(above, str)
            if 0 not in allowed and not unclear:
                yield finding(
                    "induk-kosong", row.at("kode_induk"), kode=kode, atas=_RANK_NAME[allowed[0]]
                )
        elif isnan(induk):
            if filled & set(allowed) or allowed == (0,):
                orphans.setdefault(fold(kode_induk), []).append((row.at("kode_induk"), kode_induk))
        elif not isinstance(jenis_induk, Jenis) or RANK[jenis_induk] in allowed:
            continue
        elif RANK[jenis_induk] < min(allowed):
            yield finding(
                "jenjang-terlewati",
                row.at("kode_induk"),
                isi=kode_induk,
                jenis=_RANK_NAME[RANK[jenis_induk]],
                atas=_RANK_NAME[allowed[0]],
            )
        else:
            yield finding(
                "induk-salah-jenjang",
                row.at("kode_induk"),
                isi=kode_induk,
                jenis=_RANK_NAME[RANK[jenis_induk]],
                atas=_RANK_NAME[allowed[0]],
                anak=_RANK_NAME[rank],
            )
    for found in orphans.values():
        (place, isi), *others = found
        near = nearest(isi, codes)
        hint = f' Mungkin maksudnya "{near}".' if near else ""
        places = [one for one, _ in others]
        if places:
            hint += f" Begitu juga di {listed(places, place)}."
        yield finding("induk-tidak-ditemukan", place, related=places, isi=isi, petunjuk=hint)


def _further_parents(nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield a further parent that is not there, or is none that the first one is a sibling of."""
    known = dict(each(nodes, "kunci", "jenis"))
    for row, keys, first in each(nodes, "row", "kunci_lain", "jenis_induk"):
        for key in keys:
            jenis = known.get(key)
            if jenis is None or (isinstance(first, Jenis) and RANK[jenis] != RANK[first]):
                yield finding(
                    "induk-tidak-ditemukan",
                    row.at("kode_induk"),
                    isi=key.upper(),
                    petunjuk=" Induk yang lain harus sejenjang dengan induk yang pertama.",
                )


def _stale_choices(nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield a Kode Induk chosen as "S1 – text" whose text is no longer that parent's."""
    said = {number: shown for number, *shown in each(nodes, "simpul", "sasaran", "nama")}
    for row, induk, others in each(nodes, "row", "induk", "kunci_lain"):
        cell = row.cells.get("kode_induk")
        _, dash, shown = (cell.raw if cell else "").partition(" – ")
        if not dash or isnan(induk) or others:
            continue
        text, name = said[int(induk)]
        shown = fold(shown).rstrip("…").rstrip()
        current = [fold(one) for one in (text, name) if isinstance(one, str)]
        if current and not any(one.startswith(shown) for one in current):
            yield finding("buku-berselisih", row.at("kode_induk"), isi=cell.raw, kini=text)


def _circles(nodes: pd.DataFrame) -> Iterator[Diagnostic]:
    """Yield each circle of parents once, at the node that stands first in the books."""
    parent = {child: int(one) for child, one in each(nodes, "simpul", "induk") if not isnan(one)}
    done: set[int] = set()
    for start in parent:
        path: dict[int, None] = {}
        number = start
        while number in parent and number not in done and number not in path:
            path[number] = None
            number = parent[number]
        if number in path:
            circle = list(path)[list(path).index(number) :]
            rows = nodes.loc[circle, "row"].tolist()
            codes = nodes.loc[[*circle, number], "kode"].tolist()
            yield finding(
                "induk-melingkar",
                rows[0].at("kode_induk"),
                rantai=" → ".join(codes),
                related=[row.at("kode_induk") for row in rows[1:]],
            )
        done.update(path)
