"""From the plain rows of keputusan.xlsx to the Decree."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from generator.bahasa.wording import diktum_name, fold, huruf
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keputusan_cascading.model import (
    Bentuk,
    Decree,
    Identitas,
    Kop,
    PangkatDanNip,
    Penandatangan,
)
from generator.schema.keputusan import (
    DIKTUM,
    IDENTITAS,
    IDENTITAS_KEYS,
    KEPUTUSAN,
    MENGINGAT,
    MENIMBANG,
    TEMBUSAN,
)
from generator.schema.types import Key
from generator.values import Isian, Place, Row

NOMOR_BLANK = "…………………………"
TANGGAL_BLANK = "…………………………"
_Choice = TypeVar("_Choice")

_MARKS: Mapping[str, Callable[[int], str]] = {
    MENIMBANG.name: lambda nth: rf"{huruf(nth)}\.\s+",
    MENGINGAT.name: lambda nth: rf"{nth}\.\s+",
    DIKTUM.name: lambda nth: rf"{diktum_name(nth)}\s*:\s*",
    TEMBUSAN.name: lambda nth: rf"{nth}\.\s+",
}
"""The pattern of the mark that Word or the template gives the nth item of a sheet."""


def build_decree(
    lembar: Mapping[tuple[str, str], Sequence[Row]], book: str
) -> tuple[Decree | None, list[Diagnostic]]:
    """Build the Decree of the sheets of keputusan.xlsx (`Tables.lembar`).

    `book` is that book's file name, for findings about what is not there. Without its
    required parts there is no Decree.
    """
    keys = _Keys(book, lembar[KEPUTUSAN.kind, IDENTITAS.name])
    identitas = keys.identitas()
    findings = keys.findings
    items: dict[str, tuple[Isian, ...]] = {}
    for sheet in (MENIMBANG, MENGINGAT, DIKTUM, TEMBUSAN):
        items[sheet.name], found = _items(sheet.name, lembar[KEPUTUSAN.kind, sheet.name])
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


def _items(sheet: str, rows: Sequence[Row]) -> tuple[tuple[Isian, ...], list[Diagnostic]]:
    """Return the items of a one-column sheet, each without a mark that its place gives anyway."""
    items: list[Isian] = []
    findings: list[Diagnostic] = []
    for cell in (row.cells["isi"] for row in rows if row.cells.get("isi")):
        nth = len(items) + 1
        item = cell.named(KEPUTUSAN.kind, sheet, str(nth), "isi")
        if mark := re.match(_MARKS[sheet](nth), item.text):
            findings.append(finding("tanda-butir-dilepas", cell.place, tanda=mark[0].strip()))
            item = replace(item, text=item.text[mark.end() :])
        items.append(item)
    return tuple(items), findings


@dataclass(frozen=True, slots=True)
class _Entry:
    """What stands under one key: its lines, and the cell to name in a finding."""

    lines: tuple[Isian, ...]
    place: Place


class _Keys:
    """Sheet Identitas being resolved: keys by role, with the findings met on the way."""

    def __init__(self, book: str, rows: Sequence[Row]) -> None:
        self.sheet = Place(book, IDENTITAS.name)
        self.findings: list[Diagnostic] = []
        self.entries = {key.role: self._entry(key, rows) for key in IDENTITAS_KEYS}

    def _entry(self, key: Key, rows: Sequence[Row]) -> _Entry:
        own = [
            row
            for row in rows
            if row.cells.get("isian") and fold(row.cells["isian"].text) == fold(key.name)
        ]
        cells = [row.cells["isi"] for row in own if row.cells.get("isi")]
        lines = [line for cell in cells for line in (_lines(cell) if key.lines else [cell])]
        named = [
            line.named(KEPUTUSAN.kind, IDENTITAS.name, key.name, str(nth))
            for nth, line in enumerate(lines)
        ]
        return _Entry(tuple(named), own[0].at("isi") if own else self.sheet)

    def lines(self, role: str) -> tuple[Isian, ...]:
        return self.entries[role].lines

    def one(self, role: str) -> Isian | None:
        lines = self.entries[role].lines
        return lines[0] if lines else None

    def _default(self, key: Key) -> Isian:
        """Return the default of an empty key, as if it stood in its cell."""
        place = self.entries[key.role].place
        return Isian(key.default, "", place, (KEPUTUSAN.kind, IDENTITAS.name, key.name, "0"))

    def _blank(self, role: str, name: str, dots: str) -> Isian:
        """Return what was typed, or dots that the legal section fills in, with a finding."""
        if typed := self.one(role):
            return typed
        place = self.entries[role].place
        self.findings.append(finding(f"{role}-kosong", place))
        return Isian(dots, "", place, (KEPUTUSAN.kind, IDENTITAS.name, name, "0"))

    def _chosen(self, role: str) -> str:
        """Return the choice typed under a key, in its declared spelling, or its default."""
        key = next(key for key in IDENTITAS_KEYS if key.role == role)
        typed = self.one(role)
        if typed is None:
            return key.default
        for choice in key.choices:
            if fold(choice) == fold(typed.text):
                return choice
        self.findings.append(
            finding(
                "pilihan-isian-tidak-dikenal",
                typed.place,
                isi=typed.text,
                judul=key.name,
                pilihan=", ".join(key.choices),
            )
        )
        return key.default

    def identitas(self) -> Identitas | None:
        """Return the resolved sheet, or None when a required key is empty."""
        missing = [key for key in IDENTITAS_KEYS if key.required and not self.lines(key.role)]
        self.findings += [
            finding("identitas-kosong", self.entries[key.role].place, judul=key.name)
            for key in missing
        ]
        nomor = self._blank("nomor", "Nomor", NOMOR_BLANK)
        tanggal = self._blank("tanggal", "Tanggal", TANGGAL_BLANK)
        gelar = self._chosen("gelar_pada_nama") == "Ya"
        pangkat_dan_nip = PangkatDanNip(self._chosen("pangkat_dan_nip"))
        bentuk = Bentuk(self._chosen("lampiran"))
        warna_lampiran = self._chosen("warna_lampiran") == "Ya"
        nama = self.one("nama_penandatangan" if gelar else "nama_tanpa_gelar")
        if nama is None and not gelar:
            place = self.entries["nama_tanpa_gelar"].place
            self.findings.append(finding("nama-tanpa-gelar-kosong", place))
        if missing or nama is None:
            return None
        jenis = next(key for key in IDENTITAS_KEYS if key.role == "jenis_keputusan")

        def required(role: str) -> Isian:
            return self.lines(role)[0]

        return Identitas(
            place=self.sheet,
            kop=Kop(
                pemerintah=required("pemerintah"),
                perangkat_daerah=self.lines("kop"),
                alamat=self.lines("alamat"),
                kota=self.one("kota_kop"),
                kode_pos=self.one("kode_pos"),
                laman=self.one("laman"),
                surel=self.one("surel"),
            ),
            jenis_keputusan=self.one("jenis_keputusan") or self._default(jenis),
            jabatan_judul=self.lines("jabatan_judul"),
            nomor=nomor,
            tentang=self.lines("tentang"),
            perangkat_daerah=required("perangkat_daerah"),
            tahun=required("tahun"),
            jabatan_pembuka=self.lines("jabatan_pembuka"),
            menetapkan=required("menetapkan"),
            tempat=required("tempat"),
            tanggal=tanggal,
            penandatangan=Penandatangan(
                jabatan=self.lines("jabatan_penandatangan"),
                nama=nama,
                pangkat=self.one("pangkat"),
                nip=self.one("nip"),
            ),
            gelar_pada_nama=gelar,
            pangkat_dan_nip=pangkat_dan_nip,
            bentuk=bentuk,
            warna_lampiran=warna_lampiran,
            judul_lampiran=self.lines("judul_lampiran") or self.lines("tentang"),
        )


def _lines(cell: Isian) -> list[Isian]:
    """Split a cell at its Alt+Enter breaks; blank lines are dropped."""
    lines: list[Isian] = []
    at = 0
    for text, raw in zip(cell.text.split("\n"), cell.raw.split("\n"), strict=True):
        start = at + len(raw) - len(raw.lstrip())
        at += len(raw) + 1
        if text.strip():
            own = replace(cell, text=text.strip(), raw=raw.strip())
            lines.append(replace(own, whole=cell.raw, start=start))
    return lines
