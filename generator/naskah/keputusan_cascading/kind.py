"""The decree as a kind of document."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.cascade.model import Cascade
from generator.files.output import file_name
from generator.findings.finding import Diagnostic
from generator.lampiran import word as pohon
from generator.lampiran.content.answering import all_answering
from generator.lampiran.matriks import table as matriks
from generator.lampiran.matriks.plan import with_plan
from generator.lampiran.sheet import PageGeometry
from generator.naskah.keputusan_cascading.build import build_decree
from generator.naskah.keputusan_cascading.checks.diktum import check_named_annexes
from generator.naskah.keputusan_cascading.checks.run import check_decree
from generator.naskah.keputusan_cascading.context import make_context
from generator.naskah.keputusan_cascading.form import FORM
from generator.naskah.keputusan_cascading.model import Bentuk, Decree
from generator.naskah.kind import Document, Drawer, Kind, Source
from generator.schema.keputusan import IDENTITAS, KEPUTUSAN, PERATURAN, TANGGAL
from generator.schema.kinerja import ESELON
from generator.values import Blok

_DRAWN: Mapping[Bentuk, tuple[Callable[[Cascade, PageGeometry, bool], Blok], ...]] = {
    Bentuk.POHON: (pohon.draw,),
    Bentuk.MATRIKS: (matriks.draw,),
    Bentuk.KEDUANYA: (pohon.draw, matriks.draw),
}
"""What draws each annex, in order."""
_TITLE = "Keputusan Penetapan Cascading dan Pohon Kinerja"
_TANGGAL = (KEPUTUSAN.kind, IDENTITAS.name, TANGGAL.name, "0")


def _build(source: Source) -> tuple[Decree | None, list[Diagnostic]]:
    decree, findings = build_decree(source.lembar, source.files[KEPUTUSAN.kind])
    if decree:
        findings += check_named_annexes(decree)
        findings += check_decree(decree, source.lembar[KEPUTUSAN.kind, PERATURAN.name])
    return decree, findings


def _documents(decree: Decree, source: Source) -> Sequence[Document]:
    identitas = decree.identitas

    def drawer(draw: Callable[[Cascade, PageGeometry, bool], Blok]) -> Drawer:
        cascade = source.cascade
        if draw is pohon.draw and identitas.penanggung_jawab_di_kotak:
            cascade = all_answering(cascade)
        if draw is matriks.draw and identitas.target_renstra_di_matriks:
            cascade = with_plan(cascade)
        return lambda page: draw(cascade, page, identitas.warna_lampiran)

    return (
        Document(
            key=(),
            name=file_name(f"SK Cascading {identitas.tahun} {identitas.perangkat_daerah}"),
            perangkat_daerah=identitas.perangkat_daerah.text,
            tahun=identitas.tahun.text,
            tanggal=identitas.tanggal.text,
            context=lambda annexes, logo: make_context(decree, annexes, logo),
            annexes=tuple(map(drawer, _DRAWN[identitas.bentuk])),
            title=f"{_TITLE} {identitas.perangkat_daerah} Tahun {identitas.tahun}",
        ),
    )


KEPUTUSAN_CASCADING = Kind(
    key="keputusan",
    title="Keputusan",
    asked_by=KEPUTUSAN,
    reads=ESELON,
    form=FORM,
    build=_build,
    documents=_documents,
    dated_by=_TANGGAL,
)
