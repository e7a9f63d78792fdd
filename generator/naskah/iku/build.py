"""From the book of the decree on indicators, and the tree, to that decree."""

from __future__ import annotations

from collections.abc import Iterator

from generator.bahasa.wording import fold
from generator.cascade.model import Cascade, Jenis, Simpul
from generator.findings.finding import Diagnostic, finding
from generator.naskah.iku.model import BarisIku, KeputusanIku
from generator.naskah.keputusan_cascading.build import decree_saying
from generator.naskah.keputusan_cascading.checks.run import check_decree
from generator.naskah.keputusan_cascading.model import Bentuk
from generator.naskah.keys import Entries, resolve
from generator.naskah.kind import Source
from generator.schema.keputusan import IDENTITAS, KEPUTUSAN, LAMPIRAN, PERATURAN
from generator.schema.keputusan_iku import (
    CAKUPAN,
    IDENTITAS_IKU,
    KEPUTUSAN_IKU,
    PRINTED_KEYS,
    SASARAN_UTAMA,
    SEMUA_JENJANG,
)
from generator.schema.kinerja import FORMULASI, SUMBER_DATA
from generator.values import Isian


def build_decree_on_indicators(source: Source) -> tuple[KeputusanIku | None, list[Diagnostic]]:
    """Build the decree; what its book leaves empty, the decree's book says."""
    book = source.files[KEPUTUSAN_IKU.kind]
    rows = source.lembar[KEPUTUSAN_IKU.kind, IDENTITAS_IKU.name]
    own, findings = resolve(IDENTITAS_IKU, rows, KEPUTUSAN_IKU.kind, book)
    if KEPUTUSAN.kind not in source.files:
        return None, findings
    rows = source.lembar[KEPUTUSAN.kind, IDENTITAS.name]
    there, _ = resolve(IDENTITAS, rows, KEPUTUSAN.kind, source.files[KEPUTUSAN.kind])
    entries = _filled_up(own, there)
    decree, found = decree_saying(entries, source.lembar, book, KEPUTUSAN_IKU.kind)
    findings += [one for one in found if one.place.book == book]
    if decree is None:
        return None, findings
    remarks = check_decree(decree, source.lembar[KEPUTUSAN.kind, PERATURAN.name])
    findings += [one for one in remarks if one.place.book == book]
    baris = tuple(_rows(source.cascade, entries.one(CAKUPAN).text))
    findings += _remarks(baris, entries)
    return KeputusanIku(decree, baris), findings


def _filled_up(own: Entries, there: Entries) -> Entries:
    """Return the keys of one sheet, those that say nothing filled from another.

    The decree has one annex, which no key describes.
    """
    lines = {role: own.lines.get(role) or said for role, said in there.lines.items()}
    places = {
        role: own.places[role] if own.lines.get(role) else place
        for role, place in there.places.items()
    }
    alone = Isian(Bentuk.POHON.value, "", own.place)
    missing = (*own.missing, *(key for key in there.missing if not lines[key.role]))
    return Entries(
        PRINTED_KEYS,
        own.place,
        {**own.lines, **lines, LAMPIRAN.role: (alone,)},
        {**own.places, **places},
        missing,
    )


def _rows(cascade: Cascade, cakupan: str) -> Iterator[BarisIku]:
    """Yield the sasaran in the order of the tree; of all levels, by who answers for them."""
    nodes = [node for node in cascade.walk() if node.indikator]
    if cakupan != SEMUA_JENJANG:
        of_main = cakupan == SASARAN_UTAMA
        for node in nodes:
            if node.jenis is Jenis.UTAMA or (node.jenis.is_sasaran and not of_main):
                yield BarisIku(node)
        return
    groups: dict[str, list[Simpul]] = {}
    for node in nodes:
        groups.setdefault(fold(_answering(node)), []).append(node)
    for group in groups.values():
        kelompok = f"INDIKATOR KINERJA UTAMA {_answering(group[0])}".strip().upper()
        yield BarisIku(group[0], kelompok)
        yield from (BarisIku(node) for node in group[1:])


def _answering(node: Simpul) -> str:
    """Return who answers for a node below the sasaran, "" for these and where nobody is named."""
    return "" if node.jenis.is_sasaran else str(node.penanggung_jawab or "")


def _remarks(baris: tuple[BarisIku, ...], entries: Entries) -> Iterator[Diagnostic]:
    """Yield indikator of which it is not said how they are reckoned, or from what."""
    if not baris:
        yield finding("iku-tanpa-sasaran", entries.places[CAKUPAN.role])
    for indikator in (one for row in baris for one in row.simpul.indikator):
        for column, rule in (
            (FORMULASI, "iku-tanpa-formulasi"),
            (SUMBER_DATA, "iku-tanpa-sumber-data"),
        ):
            if not indikator.said(column):
                yield finding(rule, indikator.place, indikator=indikator.teks)
