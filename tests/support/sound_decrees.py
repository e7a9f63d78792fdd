"""Decrees drafted by the rules, as many as wanted: no two offices, trees or wordings alike.

A number makes a decree. What they are made of stands in `data/naskah-baik.toml`; how they are
worded follows the drafting rules of UU 12/2011 and good planning practice, not the checks.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT
from tests.support.sheets import workbook
from tests.support.sound_trees import make_tree

_DATA = ROOT / "tests/data" / "naskah-baik.toml"
VOCABULARY: dict[str, Any] = tomllib.loads(_DATA.read_text(encoding="utf-8"))

BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli"),
    *("Agustus", "September", "Oktober", "November", "Desember"),
)
_DAERAH = {"K": ("Kabupaten", "Bupati"), "Q": ("Kota", "Wali Kota"), "P": ("Provinsi", "Gubernur")}
_WITH_SUPPLEMENT = ("Undang-Undang", "Peraturan Pemerintah")


def write_sound_folder(folder: Path, number: int) -> Path:
    """Write the books of the decree with this number into `folder`."""
    naskah = make_naskah(random.Random(number))
    kantor = naskah.kantor
    tree = make_tree(naskah.rng, VOCABULARY["pohon"], kantor.jenis_daerah, kantor.kepala)
    sheets = {
        "Identitas": naskah.identitas(),
        "Menimbang": column(naskah.menimbang()),
        "Mengingat": column(naskah.mengingat()),
        "Diktum": column(naskah.diktum()),
        "Tembusan": column(naskah.tembusan()),
        "Jenjang": tree.jenjang(kantor.kepala_daerah),
    }
    for kind, tables in {"keputusan": sheets, **tree.sheets()}.items():
        workbook(kind, tables).save(folder / f"{kind}.xlsx")
    return folder


@dataclass(frozen=True)
class Kantor:
    """The office: its region, what it is called, who heads it."""

    jenis_daerah: str
    nama_daerah: str
    kepala_daerah: str
    tempat: str
    nama: str
    kepala: str

    @property
    def daerah(self) -> str:
        return f"{self.jenis_daerah} {self.nama_daerah}"


@dataclass(frozen=True)
class Naskah:
    """One decree being worded. `perihal` is what KESATU sets, `judul` what the decree is about."""

    rng: random.Random
    kantor: Kantor
    tahun: int
    hari: date
    perihal: str
    judul: str

    def identitas(self) -> str:
        """Return sheet Identitas, with lines broken or not, names typed or as placeholders."""
        rng, kantor = self.rng, self.kantor
        line = rng.choice(("\\n", " "))
        kepala, daerah, judul = kantor.kepala.upper(), kantor.daerah.upper(), self.judul.upper()
        nomor = rng.choice(("188.4/{}/{}", "100.3.3/{}/SEKRE/{}", "{} TAHUN {}", "{}/KPTS/{}"))
        keys = {
            "Pemerintah": f"PEMERINTAH {daerah}",
            "Perangkat Daerah": kantor.nama,
            "Kop": kantor.nama.upper(),
            "Alamat": "Jalan Melati Nomor 9",
            "Jabatan pada Judul": f"{kepala}{line}{daerah}",
            "Nomor": nomor.format(rng.randrange(1, 400), self.hari.year),
            "Tentang": f"{judul}{line}TAHUN {{tahun}}",
            "Tahun": str(self.tahun),
            "Jabatan Pembuka": f"{kepala}{line}{daerah},",
            "Menetapkan": f"KEPUTUSAN {kepala} TENTANG {judul} TAHUN {{tahun}}.",
            "Tempat": kantor.tempat,
            "Tanggal": f"{self.hari.day} {BULAN[self.hari.month - 1]} {self.hari.year}",
            "Jabatan Penandatangan": f"{rng.choice(('', 'Plt. '))}{kepala}{line}{daerah},",
            "Nama Penandatangan": "NAMA PEJABAT",
            "Nama Tanpa Gelar": "NAMA PEJABAT",
            "Gelar pada Nama": rng.choice(("Ya", "Tidak")),
            "Pangkat dan NIP": "Tidak",
            "Lampiran": rng.choice(("pohon", "matriks", "keduanya")),
        }
        if rng.random() < 0.5:
            names = ("{PERANGKAT_DAERAH}", "{PEMERINTAH}")
            for key in ("Tentang", "Menetapkan"):
                keys[key] = (
                    keys[key].replace(kantor.nama.upper(), names[0]).replace(daerah, names[1])
                )
        return "\n".join(("| Isian | Isi |", *(f"| {key} | {isi} |" for key, isi in keys.items())))

    def menimbang(self) -> list[str]:
        """Return one to three considerations and the standard closing one (butir 23)."""
        nama = self.kantor.nama
        reasons = self.rng.sample(
            (
                "bahwa dalam rangka mewujudkan akuntabilitas kinerja instansi pemerintah, kinerja "
                "perlu dijabarkan secara berjenjang;",
                "bahwa untuk menjamin keselarasan antara sasaran strategis, program, kegiatan, "
                f"dan sub kegiatan pada {nama}, perlu disusun pohon kinerja;",
                "bahwa untuk melaksanakan Rencana Strategis Perangkat Daerah Tahun 2021-2026, "
                "perlu ditetapkan indikator kinerja setiap jenjang jabatan;",
                "bahwa berdasarkan Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem "
                "Akuntabilitas Kinerja Instansi Pemerintah, setiap pimpinan menyusun perjanjian "
                "kinerja;",
                f"bahwa kinerja {nama} harus mendukung pencapaian kinerja {{pemerintah}};",
            ),
            self.rng.randint(1, 3),
        )
        letters = [f"huruf {letter}" for letter in "abc"[: len(reasons)]]
        cited = {1: "{}", 2: "{} dan {}", 3: "{}, {}, dan {}"}[len(letters)].format(*letters)
        office = self.kantor.kepala + self.rng.choice(("", f" {self.kantor.daerah}"))
        return [
            *reasons,
            f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {cited}, perlu "
            f"menetapkan Keputusan {office} tentang {self.judul} Tahun {{tahun}};",
        ]

    def mengingat(self) -> list[str]:
        """Return regulations in order of rank, date and number, amended as of the decree's day."""
        usable = [one for one in VOCABULARY["peraturan"] if _may_be_cited(one, self.hari)]
        chosen = self.rng.sample(usable, self.rng.randint(4, min(16, len(usable))))
        chosen.sort(key=lambda one: (one[0], one[4], one[2]))
        return [*(_worded(one, self.hari) for one in chosen), *self._regional()]

    def _regional(self) -> list[str]:
        rng, kantor = self.rng, self.kantor
        perda = f"Peraturan Daerah {kantor.daerah}"
        perkada = f"Peraturan {kantor.kepala_daerah} {kantor.nama_daerah}"
        first, later = rng.randint(2, 9), rng.randint(2, 9)
        susunan = f"Nomor {first} Tahun 2016 tentang Pembentukan dan Susunan Perangkat Daerah"
        texts = [f"{perda} {susunan} {_ld(kantor.daerah, 2016, first)}"]
        if rng.random() < 0.6:
            texts[0] += (
                f" sebagaimana telah diubah dengan {perda} Nomor {later} Tahun 2020 tentang "
                f"Perubahan atas {perda} {susunan} {_ld(kantor.daerah, 2020, later)}"
            )
        if rng.random() < 0.7:
            texts.append(
                f"{perda} Nomor {later} Tahun 2021 tentang Rencana Pembangunan Jangka Menengah "
                f"Daerah {kantor.daerah} Tahun 2021-2026 {_ld(kantor.daerah, 2021, later)}"
            )
        for number, year, name in (
            (
                rng.randint(20, 80),
                2019,
                f"Kedudukan, Susunan Organisasi, dan Tata Kerja {kantor.nama}",
            ),
            (
                rng.randint(10, 40),
                self.tahun - 1,
                f"Rencana Kerja Pemerintah Daerah {kantor.daerah} Tahun {self.tahun}",
            ),
        ):
            texts.append(
                f"{perkada} Nomor {number} Tahun {year} tentang {name} "
                f"(Berita Daerah {kantor.daerah} Tahun {year} Nomor {number})"
            )
        if kantor.jenis_daerah != "Provinsi" and rng.random() < 0.3:
            provinsi = "Provinsi Nusa Kencana"
            texts.insert(
                0,
                f"Peraturan Daerah {provinsi} Nomor 3 Tahun 2019 tentang Rencana Tata Ruang "
                f"Wilayah {provinsi} Tahun 2019-2039 {_ld(provinsi, 2019, 3)}",
            )
        return [f"{text};" for text in texts]

    def diktum(self) -> list[str]:
        """Return the operative part, every item ending "." or all but the last ";"."""
        rng, nama = self.rng, self.kantor.nama
        set_by = rng.choice(("", "Menetapkan "))
        annex = rng.choice(("bagian tidak terpisahkan", "bagian yang tidak terpisahkan"))
        named = rng.choice(("Diktum KESATU", "diktum KESATU", "DIKTUM KESATU"))
        between = rng.sample(
            (
                f"Pohon Kinerja sebagaimana dimaksud dalam {named} menjadi pedoman dalam menyusun "
                "perjanjian kinerja dan sasaran kinerja pegawai",
                f"Setiap pejabat di lingkungan {nama} bertanggung jawab atas pencapaian target "
                "kinerjanya",
                "Biaya yang timbul akibat ditetapkannya Keputusan ini dibebankan pada Anggaran "
                "Pendapatan dan Belanja Daerah {pemerintah} Tahun Anggaran {tahun}",
                "Pada saat Keputusan ini mulai berlaku, Keputusan "
                f"{self.kantor.kepala} Nomor 7 Tahun {self.tahun - 1} tentang {self.judul} Tahun "
                f"{self.tahun - 1} dicabut dan dinyatakan tidak berlaku",
            ),
            rng.randint(1, 3),
        )
        items = [
            f"{set_by}{self.perihal} Tahun {{tahun}} sebagaimana tercantum dalam {{lampiran}} "
            f"yang merupakan {annex} dari Keputusan ini",
            *between,
            "Keputusan ini mulai berlaku pada tanggal ditetapkan",
        ]
        mark = rng.choice((".", ";"))
        return [*(item + mark for item in items[:-1]), items[-1] + "."]

    def tembusan(self) -> list[str]:
        kantor = self.kantor
        recipients = [
            f"{kantor.kepala_daerah} {kantor.nama_daerah};",
            "Inspektur Daerah {pemerintah};",
            "Arsip.",
        ]
        return self.rng.choice((recipients, []))


def make_naskah(rng: random.Random) -> Naskah:
    """Choose office, year, day and title."""
    nama, kepala, kinds = rng.choice(VOCABULARY["kantor"]["perangkat_daerah"])
    kind = rng.choice(kinds)
    nama_daerah, tempat = rng.choice(VOCABULARY["kantor"][kind])
    kantor = Kantor(_DAERAH[kind][0], nama_daerah, _DAERAH[kind][1], tempat, nama, kepala)
    tahun = rng.choice((2022, 2023, 2024, 2025))
    perihal = rng.choice(("Cascading dan Pohon Kinerja", "Pohon Kinerja dan Cascading Kinerja"))
    lingkup = rng.choice((f"{nama} {kantor.daerah}", nama, f"di Lingkungan {nama}"))
    return Naskah(
        rng=rng,
        kantor=kantor,
        tahun=tahun,
        hari=_day_of_signing(rng, tahun),
        perihal=f"{perihal} {lingkup}",
        judul=f"{rng.choice(('Penetapan ', ''))}{perihal} {lingkup}",
    )


def _day_of_signing(rng: random.Random, tahun: int) -> date:
    """Return a day on which such decrees are signed: mostly in January, some before, some late."""
    first, days = rng.choice(
        (
            (date(tahun, 1, 2), 3),
            (date(tahun, 1, 5), 26),
            (date(tahun - 1, 12, 15), 16),
            (date(tahun, 7, 1), 90),
        )
    )
    return first + timedelta(rng.randrange(days))


def _may_be_cited(one: list[Any], hari: date) -> bool:
    *_, first, last = one
    return one[4] <= hari and (not first or first <= hari) and (not last or hari <= last)


def _worded(one: list[Any], hari: date) -> str:
    """Return the citation with its gazette and what amended it up to that day."""
    _, kind, number, year, _, name, gazette_year, gazette, supplement, *_ = one
    paper = "Berita" if kind.startswith("Peraturan Menteri") else "Lembaran"
    text = (
        f"{kind} Nomor {number} Tahun {year} tentang {name} "
        f"({paper} Negara Republik Indonesia Tahun {gazette_year} Nomor {gazette}"
    )
    if kind in _WITH_SUPPLEMENT:
        text += f", Tambahan Lembaran Negara Republik Indonesia Nomor {supplement}"
    text += ")"
    all_changes = VOCABULARY["perubahan"].get(f"{kind} {number}/{year}", [])
    changes = [words for since, words in all_changes if since <= hari]
    if len(changes) > 1:
        text += f" sebagaimana telah beberapa kali diubah terakhir dengan {changes[-1]}"
    elif changes:
        text += f" sebagaimana telah diubah dengan {changes[0]}"
    return f"{text};"


def _ld(daerah: str, year: int, number: int) -> str:
    return (
        f"(Lembaran Daerah {daerah} Tahun {year} Nomor {number}, "
        f"Tambahan Lembaran Daerah {daerah} Nomor {year % 100 * 9 + number})"
    )


def cited(name: str, hari: date) -> str:
    """Return the citation, as of a day, of a regulation as "Peraturan Pemerintah 12/2019"."""
    (one,) = (
        one
        for one in VOCABULARY["peraturan"]
        if f"{one[1]} {one[2]}/{one[3]}" == name and _may_be_cited(one, hari)
    )
    return _worded(one, hari)


def column(items: Iterable[str]) -> str:
    """Return a sheet that is a list."""
    return "\n".join(("| Isi |", *(f"| {item} |" for item in items)))
