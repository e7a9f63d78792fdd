"""What is odd about officials: offices nobody has, performance that is nobody's, numbers, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from generator.bahasa.edits import edits_apart
from generator.bahasa.nip import nip_fault
from generator.bahasa.tanggal import read_tanggal
from generator.bahasa.wording import fold, nearest
from generator.findings.finding import Diagnostic, finding
from generator.naskah.keys import Entries
from generator.naskah.perjanjian.model import DaftarPerjanjian, Pejabat
from generator.naskah.perjanjian.owners import (
    HEADS_OF_REGION,
    Pembagian,
    offices_in,
    signing_office,
)
from generator.schema.keputusan import NAMA_PENANDATANGAN, NIP, PANGKAT
from generator.values import Place

_SHORT, _FEW = 4, 2
"""Letters of a word that is never misspelt here; letters that are mistyped in a longer one."""
_A_MONTH = timedelta(days=31)
_SIGNER = {"nama": NAMA_PENANDATANGAN, "pangkat": PANGKAT, "nip": NIP}


def check_agreements(
    daftar: DaftarPerjanjian, shared: Pembagian, above: Mapping[str, Pejabat], tahun: str
) -> list[Diagnostic]:
    """Return the remarks on all agreements of an office."""
    return [
        *_offices(shared),
        *_nobodys(shared),
        *_idle(shared, above),
        *_parties(daftar),
        *_numbers(shared),
        *_signer(shared, daftar.identitas),
        *_day(daftar, tahun),
    ]


def _offices(shared: Pembagian) -> Iterator[Diagnostic]:
    """Yield offices without a row that answer for something, all but misspelt ones at once."""
    missing: dict[str, tuple[str, Place]] = {}
    for node in shared.nodes:
        for jabatan in offices_in(node):
            if fold(jabatan) not in shared.officials:
                assert node.penanggung_jawab
                missing.setdefault(fold(jabatan), (jabatan, node.penanggung_jawab.place))
    without = []
    for jabatan, place in missing.values():
        if dekat := _misspelt(jabatan, shared):
            yield finding("jabatan-tak-dikenal", place, isi=jabatan, dekat=dekat)
        else:
            without.append((jabatan, place))
    if without:
        daftar = "; ".join(jabatan for jabatan, _ in without)
        place = without[0][1]
        yield finding("penanggung-jawab-tanpa-pejabat", place, jumlah=len(without), daftar=daftar)


def _misspelt(jabatan: str, shared: Pembagian) -> str | None:
    """Return the office that is meant: one that is nearly written so, or is near and owns nothing.

    "Bidang I" is not "Bidang II": a short word that differs is another word.
    """
    idle = []
    for key, pejabat in shared.officials.items():
        if _nearly(fold(jabatan), key):
            return pejabat.jabatan.text
        if key not in shared.owned and not key.startswith(HEADS_OF_REGION):
            idle.append(pejabat.jabatan.text)
    return nearest(jabatan, idle)


def _nearly(one: str, other: str) -> bool:
    words, others = one.split(), other.split()
    return len(words) == len(others) and all(
        word == there
        or (min(len(word), len(there)) > _SHORT and edits_apart(word, there, _FEW) is not None)
        for word, there in zip(words, others, strict=True)
    )


def _nobodys(shared: Pembagian) -> Iterator[Diagnostic]:
    """Yield performance that nobody answers for."""
    for node in shared.nodes:
        if node.indikator and not shared.owners(node):
            yield finding("kinerja-tanpa-penanggung-jawab", node.place, kode=node.kode)


def _idle(shared: Pembagian, above: Mapping[str, Pejabat]) -> Iterator[Diagnostic]:
    """Yield officials who answer for nothing and are above nobody."""
    superior = {one.key for one in above.values()}
    for key, pejabat in shared.officials.items():
        if key not in shared.owned and key not in superior:
            yield finding("pejabat-tanpa-kinerja", pejabat.jabatan.place, isi=pejabat.jabatan)


def _parties(daftar: DaftarPerjanjian) -> Iterator[Diagnostic]:
    """Yield agreements without money, and those that one person signs twice."""
    for one in daftar.perjanjian:
        if one.anggaran and one.anggaran.jumlah is None:
            place = one.pertama.row.at("rincian")
            yield finding("perjanjian-tanpa-pagu", place, isi=one.pertama.jabatan)
        numbers = [_digits(pejabat) for pejabat in (one.pertama, one.kedua)]
        if numbers[0] and numbers[0] == numbers[1] and one.pertama is not one.kedua:
            place = one.pertama.row.at("atasan")
            yield finding("pihak-sama", place, isi=one.pertama.jabatan, atasan=one.kedua.jabatan)


def _digits(pejabat: Pejabat) -> str:
    return "".join(filter(str.isdigit, str(pejabat.isian.get("nip", ""))))


def _numbers(shared: Pembagian) -> Iterator[Diagnostic]:
    for pejabat in shared.officials.values():
        nip = pejabat.isian.get("nip")
        if nip and _digits(pejabat) and (sebab := nip_fault(nip.text)):
            yield finding("nip-tidak-sah", nip.place, isi=nip, sebab=sebab)


def _signer(shared: Pembagian, identitas: Entries) -> Iterator[Diagnostic]:
    """Yield what is said otherwise here of the official who signs the decree."""
    jabatan = signing_office(identitas)
    for pejabat in shared.officials.values():
        if jabatan not in (pejabat.key, fold(pejabat.jabatan_lengkap.text)):
            continue
        said = {**pejabat.isian, "nama": pejabat.nama}
        for role, key in _SIGNER.items():
            here, there = said.get(role), identitas.maybe(key)
            if here and there and _plain(here.text) != _plain(there.text):
                yield finding(
                    "penandatangan-berbeda",
                    here.place,
                    judul=key.name,
                    jabatan=pejabat.jabatan,
                    isi=there,
                )


def _plain(text: str) -> str:
    return fold(text).replace(" ", "")


def _day(daftar: DaftarPerjanjian, tahun: str) -> Iterator[Diagnostic]:
    """Yield a day outside the year, or later than a month after it began."""
    day = read_tanggal(daftar.tanggal.text)
    if day is None or not tahun.isdecimal() or len(tahun) != 4:
        return
    begun = date(int(tahun), 1, 1)
    if not begun - timedelta(days=1) <= day <= date(begun.year, 12, 31):
        yield finding(
            "tanggal-di-luar-tahun", daftar.tanggal.place, isi=daftar.tanggal, tahun=tahun
        )
    elif day >= begun + _A_MONTH and not daftar.perubahan:
        yield finding("perjanjian-terlambat", daftar.tanggal.place, isi=daftar.tanggal)
