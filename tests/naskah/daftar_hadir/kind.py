"""A made-up kind of document: one page, one table, one book; all that is declared of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.findings.finding import Diagnostic, finding
from generator.naskah.kind import Document, Kind, Source
from generator.schema.types import Book, Column, Entry, Sheet
from generator.values import Blok, Isian, Place
from generator.word.names import MUNGKIN, TANDA, TEKS
from generator.word.template.form import TemplateForm

RAPAT = Sheet(
    "Rapat",
    "Acara rapat.",
    (
        Column("Acara", "acara", "Acara rapat.", required=True),
        Column("Tanggal", "tanggal", "Tanggal sebagai teks."),
    ),
)
PESERTA = Sheet(
    "Peserta",
    "Peserta rapat, satu baris satu orang.",
    (
        Column("Nama", "nama", "Nama peserta.", required=True),
        Column("Jabatan", "jabatan", "Jabatan peserta.", entry=Entry.TEKS),
    ),
)
BUKU = Book("daftar-hadir", "Buku Daftar Hadir", "Rapat.", (RAPAT, PESERTA), optional=True)


@dataclass(frozen=True, slots=True)
class DaftarHadir:
    """The list of one meeting."""

    acara: Isian
    tanggal: Isian | None
    peserta: tuple[tuple[Isian, Isian | None], ...]


def _build(source: Source) -> tuple[DaftarHadir | None, list[Diagnostic]]:
    rapat = source.lembar[BUKU.kind, RAPAT.name]
    if not rapat or "acara" not in rapat[0].cells:
        return None, [finding("lembar-tanpa-isi", Place(source.files[BUKU.kind], RAPAT.name))]
    cells = rapat[0].cells
    peserta = []
    for nth, row in enumerate(source.lembar[BUKU.kind, PESERTA.name], 1):
        named = {
            role: cell.named(BUKU.kind, PESERTA.name, str(nth), role)
            for role, cell in row.cells.items()
        }
        if "nama" in named:
            peserta.append((named["nama"], named.get("jabatan")))
    acara, tanggal = (
        cell and cell.named(BUKU.kind, RAPAT.name, "1", role)
        for role, cell in (("acara", cells["acara"]), ("tanggal", cells.get("tanggal")))
    )
    assert acara
    return DaftarHadir(acara, tanggal, tuple(peserta)), []


def _documents(daftar: DaftarHadir, source: Source) -> Sequence[Document]:
    def context(annexes: Sequence[Blok], logo: bool) -> Mapping[str, object]:
        return {
            "logo": logo,
            "acara": daftar.acara,
            "tanggal": daftar.tanggal,
            "peserta": [{"nama": nama, "jabatan": jabatan} for nama, jabatan in daftar.peserta],
        }

    tanggal = daftar.tanggal.text if daftar.tanggal else ""
    agency, tahun = source.isian["perangkat_daerah"], source.isian["tahun"]
    return (Document((), "Daftar Hadir", agency, tahun, tanggal, context),)


DAFTAR_HADIR = Kind(
    key="daftar-hadir",
    title="Daftar hadir",
    asked_by=BUKU,
    reads=(),
    form=TemplateForm(
        package=__package__ or "tests.naskah.daftar_hadir",
        stock="daftar-hadir",
        names={
            "logo": TANDA,
            "acara": TEKS,
            "tanggal": MUNGKIN,
            "peserta": ({"nama": TEKS, "jabatan": MUNGKIN},),
        },
        styles={},
    ),
    build=_build,
    documents=_documents,
    dated_by=(BUKU.kind, RAPAT.name, "1", "tanggal"),
)
