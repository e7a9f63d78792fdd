"""Checks of what an evaluator asks of a measure: outcomes at the top, and how they are measured.

PermenPANRB 88/2021 and 89/2021 want a sasaran to be a state, an indikator to measure it, and the
head of an office to answer for outcomes rather than for what is done or handed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject
from generator.cascade.model import Indikator
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian

_PROCESS = (
    r"(?:(?:kegiatan|pelaksanaan|penyelenggaraan) )?(?:rapat|sosialisasi|bimbingan teknis|bimtek"
    r"|pelatihan|diklat|workshop|lokakarya|seminar|koordinasi|konsultasi|monitoring|pertemuan"
    r"|kegiatan|kunjungan kerja|studi banding|penyuluhan|pendampingan|fasilitasi|verifikasi"
    r"|penyusunan|pengadaan|pemeliharaan|rehabilitasi)\b"
)
# matches "terlaksananya sosialisasi", not "terselenggaranya pemerintahan"
_DONE = re.compile(
    rf"(?:(?:ter|di)(?:laksana|selenggara)(?:kan)?nya|(?:jumlah|banyaknya)) {_PROCESS}"
)
# matches "tersusunnya dokumen", not "terwujudnya"; "jumlah laporan", not "jumlah wisatawan"
_HANDED_OVER = re.compile(
    r"(?:terlaksananya|tersusunnya|tersedianya|terbitnya|tersampaikannya) "
    r"|(?:jumlah|banyaknya) (?:dokumen|laporan|berkas|naskah|surat|paket|peserta)\b"
)


def process_at_the_top(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran or indikator of Eselon II that says what is done, surely or perhaps."""
    for node in subject.nodes:
        if not node.jenis.is_sasaran:
            continue
        cells = [node.sasaran] if node.sasaran else []
        for cell in (*cells, *(one.teks for one in node.indikator)):
            text = fold(cell.text)
            if _DONE.match(text):
                yield finding("proses-di-eselon-dua", cell.place, isi=cell)
            elif _HANDED_OVER.match(text):
                yield finding("keluaran-di-eselon-dua", cell.place, isi=cell)


# matches "Tersedianya", not "Banyaknya" or "Tersedia"
_STATE = re.compile(r"(?:ter|me|ber)\w{3,}nya\b|(?:opti|maksi|mini)malnya\b", re.IGNORECASE)


def indikator_without_measure(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator worded as a sasaran: what is to come about, not how much of what."""
    for indikator in subject.measures:
        if match := _STATE.match(indikator.teks.text):
            yield finding("indikator-tanpa-ukuran", indikator.teks.place, kata=match[0])


# matches "Persentase Desa Mandiri", not "Nilai-nilai Luhur"
_MEASURE = re.compile(
    r"(?:persentase|prosentase|presentase|jumlah|indeks|rasio|skor|cakupan|rata-rata)\s",
    re.IGNORECASE,
)


def sasaran_as_indikator(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A sasaran worded as an indikator, but for one that repeats its own: that is told so."""
    for node in subject.nodes:
        sasaran = node.sasaran
        own = {fold(one.teks.text) for one in node.indikator}
        if sasaran and (match := _MEASURE.match(sasaran.text)) and fold(sasaran.text) not in own:
            yield finding("sasaran-berupa-indikator", sasaran.place, kata=match[0].strip())


_KINDS = (
    frozenset(("dokumen", "laporan", "buku", "berkas", "naskah", "eksemplar", "lembar")),
    frozenset(("orang", "peserta", "pegawai", "jiwa")),
    frozenset(("paket", "unit", "buah", "set")),
)
"""Words for what is counted that may stand for each other; those of two kinds may not."""
# matches "jumlah unit yang", not "jumlah unit kerja"
_COUNTED = re.compile(r"(?:jumlah|banyaknya) (?!unit (?:kerja|pelaksana|usaha|organisasi))(\w+)")


def unit_of_other_things(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """An indikator "Jumlah Laporan …" that is counted in parcels."""
    for indikator in subject.measures:
        text = fold(indikator.teks.text)
        match = _COUNTED.match(text)
        units = re.findall(r"\w+", fold(indikator.target.satuan))
        if match and units and _are_other_things(match[1], units, text):
            yield finding(
                "benda-beda-satuan",
                _unit_cell(subject, indikator).place,
                related=[indikator.teks.place],
                benda=match[1].capitalize(),
                satuan=indikator.target.satuan,
            )


def _are_other_things(counted: str, units: list[str], text: str) -> bool:
    """Whether the words of a unit all mean things of another kind than what is counted."""
    kind = _kind(counted)
    others = [_kind(unit) for unit in units]
    named = re.findall(r"\w+", text)
    return bool(
        kind
        and all(other and other is not kind for other in others)
        and not any(unit in named for unit in units)
    )


def _kind(word: str) -> frozenset[str] | None:
    return next((kind for kind in _KINDS if word in kind), None)


def _unit_cell(subject: CascadeSubject, indikator: Indikator) -> Isian:
    return subject.cell(indikator, "satuan") or indikator.target.isian


# matches "lihat laporan", not "jumlah yang dilihat"
_NO_FORMULA = re.compile(
    r"(?:lihat|cek|terlampir|cukup jelas|sudah jelas|ada|manual|otomatis|dihitung"
    r"|(?:berdasarkan|sesuai|dari|sumber:?) (?:data|laporan|dokumen|aplikasi))\b"
)
# matches "a / b x 100", "jumlah a", not "lihat laporan"
_RECKONED = re.compile(
    r"[×x*:/+÷=%]|\b(?:jumlah|dibagi|dikali|rata-rata|nilai|hasil|perbandingan|selisih|total)\b"
)


def formula_that_is_none(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A Formulasi that sends the reader elsewhere instead of saying how it is reckoned."""
    for row in subject.rows:
        cell = row.cells.get("formulasi")
        if cell is None or cell.place.row != row.place.row:
            continue
        text = cell.text.casefold()
        if _NO_FORMULA.match(text) and not _RECKONED.search(text):
            yield finding("formulasi-bukan-cara-hitung", cell.place, isi=cell)
