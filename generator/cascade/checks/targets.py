"""Checks of numbers: what a target can be, and what it was last year."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.bahasa.numbers import format_number
from generator.bahasa.wording import fold
from generator.cascade.checks.subject import CascadeSubject, sheet_of
from generator.cascade.checks.units import is_percent
from generator.cascade.model import Indikator
from generator.findings.finding import Diagnostic, finding
from generator.values import Isian, Target

# matches "laju pertumbuhan", not "persentase lulusan"
_MAY_EXCEED = re.compile(r"\b(peningkatan|pertumbuhan|kenaikan|pertambahan|laju|rasio|kasar)\b")


def more_than_all(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A percentage over 100, unless it measures growth, a ratio or a gross rate (APK)."""
    for indikator in subject.measures:
        target = indikator.target
        too_much = is_percent(target) and target.nilai is not None and target.nilai > 100
        if too_much and not _MAY_EXCEED.search(indikator.teks.text.casefold()):
            yield finding("persen-lebih-seratus", target.isian.place, target=target.isian)


_COUNTED = frozenset(
    (
        *("orang", "dokumen", "laporan", "kegiatan", "unit", "paket", "berkas", "kasus", "stel"),
        *("kali", "rekomendasi", "perangkat daerah", "opd", "kecamatan", "desa", "kelurahan"),
        *("sekolah", "rumah tangga", "kelompok", "lembaga", "lokasi", "buah", "set", "pegawai"),
        *("peserta", "keluarga", "kk", "puskesmas", "sertifikat", "sk", "surat", "aplikasi"),
    )
)
"""Units of things of which there is no half."""


def part_of_a_thing(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A fraction of what is only counted, as an English Excel makes one of "2.155"."""
    for indikator in subject.measures:
        target = indikator.target
        nilai = target.nilai
        if nilai is None or fold(target.satuan) not in _COUNTED:
            continue
        if nilai != nilai.to_integral_value() and not _MEAN.search(fold(indikator.teks.text)):
            places = -int(nilai.as_tuple().exponent)
            utuh = format_number(nilai.scaleb(3)) if places == _THOUSAND else ""
            mungkin = f" Mungkin maksudnya {utuh}." if utuh else ""
            yield finding("pecahan-benda", target.isian.place, target=target.isian, mungkin=mungkin)


_THOUSAND = 3
# matches "rata-rata lama sekolah", not "jumlah sekolah"
_MEAN = re.compile(r"\b(rata-rata|rerata|rasio|per|angka)\b")


# matches "angka kematian ibu", not "jumlah dokumen"
_UNWANTED = re.compile(
    r"\b(kematian|kasus|temuan|pelanggaran|keluhan|pengaduan|sengketa|kecelakaan|kebocoran|konflik"
    r"|tunggakan|korban|kebakaran|stunting|kumuh|miskin|kemiskinan|gangguan|penyakit|buta|putus"
    r"|kerugian|keterlambatan|kesalahan|bencana|gizi buruk|kekerasan|penyimpangan|penurunan|tanpa"
    r"|tidak|belum|nihil|defisit|selisih|utang|hutang)\b"
)


def nothing_as_target(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A target of 0 for what is wanted: nothing will be done, or the number is still missing."""
    for node in subject.nodes:
        pagu = " Pagunya juga 0." if node.nilai_pagu == 0 else ""
        for indikator in node.indikator:
            target, text = indikator.target, fold(indikator.teks.text)
            if target.nilai == 0 and indikator.arah != "Turun" and not _UNWANTED.search(text):
                yield finding("target-nol", target.isian.place, target=target.isian, pagu=pagu)


# matches "8,25 %", not "8, 25"
_WITH_COMMA = re.compile(r"[0-9],[0-9]")
# matches "8.25 %", not "8.250 orang"
_WITH_POINT = re.compile(r"(?<![0-9.])[0-9]+\.[0-9]{1,2}(?![0-9.])")


def two_decimal_marks(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """Targets with a decimal point in a book that writes others with a comma."""
    books: dict[str, list[Isian]] = defaultdict(list)
    for indikator in subject.measures:
        books[indikator.place.book].append(indikator.target.isian)
    for targets in books.values():
        if with_comma := next((one for one in targets if _WITH_COMMA.search(one.text)), None):
            for target in targets:
                if _WITH_POINT.search(target.text):
                    yield finding(
                        "desimal-campur",
                        target.place,
                        related=[with_comma.place],
                        target=target,
                        lain=with_comma,
                    )


def against_arah(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A target that falls where Arah says Naik, or rises where it says Turun."""
    for indikator, now, before in _with_last_year(subject):
        worse = now < before if indikator.arah == "Naik" else now > before
        if indikator.arah and worse:
            yield _compared("target-melawan-arah", indikator, indikator.arah)


def jump_over_tenfold(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A target more than ten times last year's, or less than a tenth of it."""
    for indikator, now, before in _with_last_year(subject):
        if 0 < min(now, before) * 10 < max(now, before):
            yield _compared("target-melompat", indikator)


def same_as_last_year(subject: CascadeSubject) -> Iterator[Diagnostic]:
    """A target equal to last year's that could be better; a sheet without any change is one."""
    sheets: dict[tuple[str, str | None], list[tuple[Indikator, bool, bool]]] = defaultdict(list)
    for indikator, now, before in _with_last_year(subject):
        best = 0 if indikator.arah == "Turun" else 100 if is_percent(indikator.target) else None
        sheets[sheet_of(indikator)].append((indikator, now == before, now == best))
    for group in sheets.values():
        unchanged = [indikator for indikator, same, at_best in group if same and not at_best]
        if len(group) > 2 and unchanged and all(same for _, same, _ in group):
            place = replace(group[0][0].target.isian.place, row=None)
            yield finding("target-semua-tetap", place, jumlah=len(group))
        else:
            for indikator in unchanged:
                yield _compared("target-tetap", indikator)


def _with_last_year(subject: CascadeSubject) -> Iterator[tuple[Indikator, Decimal, Decimal]]:
    """Yield (indikator, target, last year's) where both are numbers of one unit."""
    for indikator in subject.measures:
        now, before = indikator.target, indikator.target_tahun_lalu
        if before is None or now.nilai is None or before.nilai is None:
            continue
        if fold(now.satuan) == fold(before.satuan):
            yield indikator, now.nilai, before.nilai


def _compared(name: str, indikator: Indikator, arah: str = "") -> Diagnostic:
    before = indikator.target_tahun_lalu
    assert isinstance(before, Target)
    return finding(
        name,
        indikator.target.isian.place,
        related=[before.isian.place],
        target=indikator.target.isian,
        lalu=before.isian,
        arah=arah,
    )
