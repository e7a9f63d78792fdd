"""The performance agreement as a kind of document: one file for each official."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from generator.bahasa.wording import fold
from generator.files.output import file_name
from generator.naskah.kind import Document, Kind, Source
from generator.naskah.perjanjian.build import build_agreements
from generator.naskah.perjanjian.context import make_context
from generator.naskah.perjanjian.form import FORM
from generator.naskah.perjanjian.model import DaftarPerjanjian, Perjanjian
from generator.naskah.perjanjian.prefill import prefill
from generator.schema.keputusan import KEPUTUSAN
from generator.schema.kinerja import ESELON
from generator.schema.pejabat import PEJABAT, PERJANJIAN_SHEET, TANGGAL_PERJANJIAN
from generator.values import Blok

_TANGGAL = (PEJABAT.kind, PERJANJIAN_SHEET.name, TANGGAL_PERJANJIAN.name, "0")


def _documents(daftar: DaftarPerjanjian, source: Source) -> Sequence[Document]:
    agency, tahun = source.isian["perangkat_daerah"], source.isian["tahun"]
    folder = file_name(f"Perjanjian Kinerja {tahun} {agency}")
    short = "PK Perubahan" if daftar.perubahan else "PK"
    names = _apart(
        [file_name(f"{short} {tahun} {one.pertama.jabatan}") for one in daftar.perjanjian]
    )
    return [
        Document(
            key=(one.pertama.jabatan.text,),
            name=f"{folder}/{name}",
            perangkat_daerah=agency,
            tahun=tahun,
            tanggal=daftar.tanggal.text,
            context=_context(daftar, one),
            title=f"Perjanjian Kinerja {one.pertama.jabatan} Tahun {tahun}",
        )
        for one, name in zip(daftar.perjanjian, names, strict=True)
    ]


def _apart(names: Sequence[str]) -> list[str]:
    """Return names of files of which no two are alike: "A/B" and "A B" are so, of offices."""
    seen: Counter[str] = Counter()
    apart = []
    for name in names:
        seen[fold(name)] += 1
        apart.append(name if seen[fold(name)] == 1 else f"{name} ke-{seen[fold(name)]}")
    return apart


def _context(
    daftar: DaftarPerjanjian, one: Perjanjian
) -> Callable[[Sequence[Blok], bool], Mapping[str, object]]:
    return lambda _, logo: make_context(daftar, one, logo)


PERJANJIAN = Kind(
    key="perjanjian",
    title="Perjanjian kinerja",
    asked_by=PEJABAT,
    reads=(KEPUTUSAN, *ESELON),
    form=FORM,
    build=build_agreements,
    documents=_documents,
    dated_by=_TANGGAL,
    prefill=prefill,
)
