"""The decree on key performance indicators as a kind of document."""

from __future__ import annotations

from collections.abc import Sequence

from generator.files.output import file_name
from generator.naskah.iku.build import build_decree_on_indicators
from generator.naskah.iku.context import make_context
from generator.naskah.iku.form import FORM
from generator.naskah.iku.model import KeputusanIku
from generator.naskah.iku.prefill import prefill
from generator.naskah.kind import Document, Kind, Source
from generator.schema.keputusan import KEPUTUSAN, TANGGAL
from generator.schema.keputusan_iku import IDENTITAS_IKU, KEPUTUSAN_IKU
from generator.schema.kinerja import ESELON


def _documents(keputusan: KeputusanIku, source: Source) -> Sequence[Document]:
    agency, tahun = source.isian["perangkat_daerah"], source.isian["tahun"]
    return (
        Document(
            key=(),
            name=file_name(f"SK IKU {tahun} {agency}"),
            perangkat_daerah=agency,
            tahun=tahun,
            tanggal=keputusan.decree.identitas.tanggal.text,
            context=lambda _, logo: make_context(keputusan, logo),
            title=f"Keputusan Indikator Kinerja Utama {agency} Tahun {tahun}",
        ),
    )


IKU = Kind(
    key="iku",
    title="Keputusan IKU",
    asked_by=KEPUTUSAN_IKU,
    reads=(KEPUTUSAN, *ESELON),
    form=FORM,
    build=build_decree_on_indicators,
    documents=_documents,
    dated_by=(KEPUTUSAN_IKU.kind, IDENTITAS_IKU.name, TANGGAL.name, "0"),
    prefill=prefill,
)
