"""From the plain rows of keputusan.xlsx to the Decree."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from generator.bahasa.nip import nip_fault
from generator.bahasa.numbers import diktum_name, huruf
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.model import Decree, Identitas
from generator.naskah.keys import Entries, resolve
from generator.schema.keputusan import (
    DIKTUM,
    IDENTITAS,
    KEPUTUSAN,
    KODE_POS,
    MENGINGAT,
    MENIMBANG,
    NAMA_TANPA_GELAR,
    NIP,
    TAHUN,
    TEMBUSAN,
)
from generator.values import Isian, Place, Row

_MARKS: Mapping[str, Callable[[int], str]] = {
    MENIMBANG.name: lambda nth: rf"{huruf(nth)}\.\s+",
    MENGINGAT.name: lambda nth: rf"{nth}\.\s+",
    DIKTUM.name: lambda nth: rf"{diktum_name(nth)}\s*:\s*",
    TEMBUSAN.name: lambda nth: rf"{nth}\.\s+",
}
"""The pattern of the mark that Word or the template gives the nth item of a sheet."""
_KODE_POS = re.compile(r"[0-9]{5}")
_YEAR = re.compile("[12][0-9]{3}")


def build_decree(
    lembar: Mapping[tuple[str, str], Sequence[Row]], book: str, kind: str = KEPUTUSAN.kind
) -> tuple[Decree | None, list[Diagnostic]]:
    """Build the Decree of the sheets of keputusan.xlsx (`Tables.lembar`).

    `book` is that book's file name, for findings about what is not there; its `kind` is part
    of every value's lasting name. Without its required parts there is no Decree.
    """
    entries, findings = resolve(IDENTITAS, lembar[kind, IDENTITAS.name], kind, book)
    decree, found = decree_saying(entries, lembar, book, kind)
    return decree, [*findings, *found]


def decree_saying(
    entries: Entries, lembar: Mapping[tuple[str, str], Sequence[Row]], book: str, kind: str
) -> tuple[Decree | None, list[Diagnostic]]:
    """Build a decree of what its keys say and of its sheets of items."""
    identitas, findings = _identitas(entries)
    items: dict[str, tuple[Isian, ...]] = {}
    for sheet in (MENIMBANG, MENGINGAT, DIKTUM, TEMBUSAN):
        items[sheet.name], found = _items(sheet.name, lembar[kind, sheet.name], kind)
        findings += found
        if not items[sheet.name] and not sheet.optional:
            findings.append(finding("lembar-tanpa-isi", Place(book, sheet.name)))
    if identitas is None:
        return None, findings
    return (
        Decree(
            identitas,
            items[MENIMBANG.name],
            items[MENGINGAT.name],
            items[DIKTUM.name],
            items[TEMBUSAN.name],
        ),
        findings,
    )


def _items(
    sheet: str, rows: Sequence[Row], kind: str
) -> tuple[tuple[Isian, ...], list[Diagnostic]]:
    """Return the items of a one-column sheet, each without a mark that its place gives anyway."""
    items: list[Isian] = []
    findings: list[Diagnostic] = []
    for cell in (row.cells["isi"] for row in rows if row.cells.get("isi")):
        nth = len(items) + 1
        item = cell.named(kind, sheet, str(nth), "isi")
        if mark := re.match(_MARKS[sheet](nth), item.text):
            findings.append(finding("tanda-butir-dilepas", cell.place, tanda=mark[0].strip()))
            item = replace(item, text=item.text[mark.end() :])
        items.append(item)
    return tuple(items), findings


def _identitas(entries: Entries) -> tuple[Identitas | None, list[Diagnostic]]:
    """Return the sheet, or None when a required key is empty or says no year, or the name is."""
    identitas = Identitas(entries)
    nama = identitas.nama_tercetak
    findings = []
    if nama is NAMA_TANPA_GELAR and not entries.all(nama):
        findings.append(finding("nama-tanpa-gelar-kosong", entries.places[nama.role]))
    findings += [
        finding("tahun-tidak-sah", tahun.place, isi=tahun)
        for tahun in entries.all(TAHUN)
        if not _YEAR.fullmatch(tahun.text)
    ]
    doubts = [*_numbers(entries)]
    return (None if entries.missing or findings else identitas), [*findings, *doubts]


def _numbers(entries: Entries) -> Iterator[Diagnostic]:
    """Yield a NIP and a Kode Pos that are none; blanks to be filled in later are."""
    for nip in entries.all(NIP):
        if any(map(str.isdigit, nip.text)) and (sebab := nip_fault(nip.text)):
            yield finding("nip-tidak-sah", nip.place, isi=nip, sebab=sebab)
    for kode in entries.all(KODE_POS):
        if any(map(str.isdigit, kode.text)) and not _KODE_POS.fullmatch(kode.text.strip()):
            yield finding("kode-pos-tidak-sah", kode.place, isi=kode)
