"""From the tree and the book of officials to the agreements."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.bahasa.wording import fold
from generator.cascade.model import Jenis, Simpul
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keys import resolve
from generator.naskah.kind import Source
from generator.naskah.perjanjian.checks import check_agreements
from generator.naskah.perjanjian.model import (
    BarisSasaran,
    DaftarPerjanjian,
    Pejabat,
    Perjanjian,
)
from generator.naskah.perjanjian.money import SumberDana, budget
from generator.naskah.perjanjian.officials import read_officials
from generator.naskah.perjanjian.owners import Pembagian, share_out, superiors
from generator.schema.keputusan import IDENTITAS, KEPUTUSAN
from generator.schema.pejabat import (
    KETERANGAN_ANGGARAN,
    PEJABAT,
    PEJABAT_SHEET,
    PERJANJIAN_SHEET,
    RINCIAN_TIDAK,
    SUMBER_DANA,
)
from generator.values import Isian, Place


def build_agreements(source: Source) -> tuple[DaftarPerjanjian | None, list[Diagnostic]]:
    """Build the agreement of every official who answers for something in the tree."""
    book = source.files[PEJABAT.kind]
    rows = source.lembar[PEJABAT.kind, PERJANJIAN_SHEET.name]
    isian, findings = resolve(PERJANJIAN_SHEET, rows, PEJABAT.kind, book)
    if KEPUTUSAN.kind not in source.files:
        return None, findings
    rows = source.lembar[KEPUTUSAN.kind, IDENTITAS.name]
    identitas, _ = resolve(IDENTITAS, rows, KEPUTUSAN.kind, source.files[KEPUTUSAN.kind])
    officials, found = read_officials(source.lembar[PEJABAT.kind, PEJABAT_SHEET.name])
    findings += found
    if not officials:
        findings.append(finding("lembar-tanpa-isi", Place(book, PEJABAT_SHEET.name)))
        return None, findings
    shared = share_out(source.cascade, officials)
    above, found = superiors(shared)
    findings += found
    sumber, found = _sources(source, isian.one(KETERANGAN_ANGGARAN))
    findings += found
    daftar = DaftarPerjanjian(
        isian,
        identitas,
        tuple(
            _agreement(shared, shared.officials[key], above[key], sumber)
            for key in shared.owned
            if key in above
        ),
    )
    findings += check_agreements(daftar, shared, above, source.isian["tahun"])
    return None if identitas.missing else daftar, findings


def _agreement(
    shared: Pembagian, pertama: Pejabat, kedua: Pejabat, sumber: SumberDana
) -> Perjanjian:
    own = shared.owned[pertama.key]
    without = pertama.rincian == RINCIAN_TIDAK
    return Perjanjian(
        pertama,
        kedua,
        min((node.jenis for node in own), key=tuple(Jenis).index),
        tuple(_sasaran(own)),
        None if without else budget(own, pertama.rincian, shared.parents, sumber),
    )


def _sasaran(own: Sequence[Simpul]) -> Iterator[BarisSasaran]:
    """Yield the sasaran of nodes with indikator; neighbours that are worded alike are one."""
    alike: list[Simpul] = []
    for node in own:
        if not node.indikator:
            continue
        if alike and fold(str(_teks(node))) != fold(str(_teks(alike[0]))):
            yield BarisSasaran(_teks(alike[0]), tuple(alike))
            alike = []
        alike.append(node)
    if alike:
        yield BarisSasaran(_teks(alike[0]), tuple(alike))


def _teks(node: Simpul) -> Isian | str:
    return node.sasaran or node.nama or node.kode


def _sources(source: Source, usual: Isian) -> tuple[SumberDana, list[Diagnostic]]:
    """Return sheet Sumber Dana by kode; one that no node has is told."""
    kodes = {node.kode for node in source.cascade.walk()}
    by_kode: dict[str, Isian] = {}
    findings = []
    for row in source.lembar[PEJABAT.kind, SUMBER_DANA.name]:
        kode, keterangan = row.cells.get("kode"), row.cells.get("keterangan")
        if not kode or not keterangan:
            continue
        if kode.text not in kodes:
            findings.append(finding("sumber-dana-tanpa-kinerja", kode.place, isi=kode))
        by_kode[kode.text] = keterangan.named(
            PEJABAT.kind, SUMBER_DANA.name, kode.text, "keterangan"
        )
    return SumberDana(by_kode, usual), findings
