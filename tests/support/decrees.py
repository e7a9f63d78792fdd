"""Decrees made of plain texts, so that what a test reads stands in the test.

`SOUND` is drafted by the book for an invented office; a test says what differs from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from generator.bahasa.wording import expand, short_pemerintah
from generator.findings.finding import Diagnostic
from generator.findings.pieces import proposals
from generator.naskah.keputusan_cascading.build import build_decree
from generator.naskah.keputusan_cascading.checks.run import check_decree
from generator.naskah.keputusan_cascading.model import Decree
from generator.schema.keputusan import KEPUTUSAN, PERATURAN
from generator.values import Isian, Place, Row

BOOK = "keputusan.xlsx"
IDENTITAS = {
    "Pemerintah": "PEMERINTAH KABUPATEN CONTOH RAYA",
    "Perangkat Daerah": "Dinas Perikanan dan Peternakan",
    "Kop": "DINAS PERIKANAN DAN PETERNAKAN",
    "Jabatan pada Judul": "KEPALA DINAS PERIKANAN DAN PETERNAKAN\nKABUPATEN CONTOH RAYA",
    "Nomor": "100/12/DISKANNAK/2022",
    "Tentang": (
        "PENETAPAN CASCADING DAN POHON KINERJA\nDINAS PERIKANAN DAN PETERNAKAN\n"
        "KABUPATEN CONTOH RAYA\nTAHUN {tahun}"
    ),
    "Tahun": "2022",
    "Jabatan Pembuka": "KEPALA DINAS PERIKANAN DAN PETERNAKAN\nKABUPATEN CONTOH RAYA,",
    "Menetapkan": (
        "KEPUTUSAN KEPALA {PERANGKAT_DAERAH} TENTANG PENETAPAN CASCADING DAN POHON KINERJA "
        "{PERANGKAT_DAERAH} TAHUN {tahun}."
    ),
    "Tempat": "Contoh",
    "Tanggal": "3 Januari 2022",
    "Jabatan Penandatangan": "KEPALA DINAS PERIKANAN DAN PETERNAKAN,",
    "Nama Penandatangan": "NAMA PEJABAT, S.Pi., M.Si.",
    "Nama Tanpa Gelar": "NAMA PEJABAT",
    "Pangkat": "Pembina Utama Muda",
    "NIP": "999999999999999999",
    "Gelar pada Nama": "Tidak",
    "Pangkat dan NIP": "Tidak",
}
UU_25_2004 = (
    "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional (Lembaran "
    "Negara Republik Indonesia Tahun 2004 Nomor 104, Tambahan Lembaran Negara Republik Indonesia "
    "Nomor 4421);"
)
UU_23_2014 = (
    "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2014 Nomor 244, Tambahan Lembaran Negara Republik Indonesia Nomor 5587) "
    "sebagaimana telah beberapa kali diubah terakhir dengan Undang-Undang Nomor 11 Tahun 2020 "
    "tentang Cipta Kerja (Lembaran Negara Republik Indonesia Tahun 2020 Nomor 245, Tambahan "
    "Lembaran Negara Republik Indonesia Nomor 6573);"
)
PP_12_2019 = (
    "Peraturan Pemerintah Nomor 12 Tahun 2019 tentang Pengelolaan Keuangan Daerah (Lembaran Negara "
    "Republik Indonesia Tahun 2019 Nomor 42, Tambahan Lembaran Negara Republik Indonesia Nomor "
    "6322);"
)
PERPRES_29_2014 = (
    "Peraturan Presiden Nomor 29 Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi "
    "Pemerintah (Lembaran Negara Republik Indonesia Tahun 2014 Nomor 80);"
)
PERMENPANRB_53_2014 = (
    "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 "
    "tentang Petunjuk Teknis Perjanjian Kinerja, Pelaporan Kinerja dan Tata Cara Reviu atas "
    "Laporan Kinerja Instansi Pemerintah (Berita Negara Republik Indonesia Tahun 2014 Nomor 1842);"
)
PERDA_6_2016 = (
    "Peraturan Daerah Kabupaten Contoh Raya Nomor 6 Tahun 2016 tentang Pembentukan dan Susunan "
    "Perangkat Daerah (Lembaran Daerah Kabupaten Contoh Raya Tahun 2016 Nomor 6, Tambahan Lembaran "
    "Daerah Kabupaten Contoh Raya Nomor 6);"
)
PERBUP_70_2016 = (
    "Peraturan Bupati Contoh Raya Nomor 70 Tahun 2016 tentang Susunan Organisasi dan Tata Kerja "
    "Dinas Perikanan dan Peternakan (Berita Daerah Kabupaten Contoh Raya Tahun 2016 Nomor 70);"
)
MENIMBANG = (
    "bahwa kinerja perangkat daerah disusun secara berjenjang untuk mendukung kinerja daerah;",
    "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam huruf a, perlu menetapkan Keputusan "
    "Kepala {perangkat_daerah} tentang Penetapan Cascading dan Pohon Kinerja;",
)
MENGINGAT = (
    *(UU_25_2004, UU_23_2014, PP_12_2019, PERPRES_29_2014, PERMENPANRB_53_2014),
    *(PERDA_6_2016, PERBUP_70_2016),
)
DIKTUM = (
    "Cascading dan Pohon Kinerja {perangkat_daerah} {pemerintah} Tahun {tahun} sebagaimana "
    "tercantum dalam {lampiran} yang merupakan bagian tidak terpisahkan dari Keputusan ini;",
    "Cascading dan Pohon Kinerja sebagaimana dimaksud dalam Diktum KESATU digunakan sebagai "
    "pedoman dalam menyusun Perjanjian Kinerja;",
    "Keputusan ini mulai berlaku pada tanggal ditetapkan.",
)

Items = Sequence[str]


def decree(
    identitas: Mapping[str, str] = IDENTITAS,
    menimbang: Items = MENIMBANG,
    mengingat: Items = MENGINGAT,
    diktum: Items = DIKTUM,
    tembusan: Items = (),
) -> Decree:
    """Build a decree; keys of `identitas` stand in rows from 2 on, items in column A."""
    keys = {**IDENTITAS, **identitas}
    region = short_pemerintah(keys["Pemerintah"])
    office = keys["Perangkat Daerah"]
    values = {
        "tahun": keys["Tahun"],
        "pemerintah": region,
        "PEMERINTAH": region.upper(),
        "perangkat_daerah": office,
        "PERANGKAT_DAERAH": office.upper(),
        "lampiran": "Lampiran",
    }

    def cell(sheet: str, row: int, column: str, raw: str) -> Isian:
        return Isian(expand(raw, values)[0], raw, Place(BOOK, sheet, row, column))

    def items(sheet: str, texts: Items) -> list[Row]:
        return [
            Row(Place(BOOK, sheet, row), {"isi": cell(sheet, row, "A", text)})
            for row, text in enumerate(texts, start=2)
        ]

    lembar: dict[str, list[Row]] = {sheet.name: [] for sheet in KEPUTUSAN.sheets} | {
        "Identitas": [
            Row(
                Place(BOOK, "Identitas", row),
                {
                    "isian": cell("Identitas", row, "A", key),
                    "isi": cell("Identitas", row, "B", text),
                },
            )
            for row, (key, text) in enumerate(keys.items(), start=2)
            if text
        ],
        "Menimbang": items("Menimbang", menimbang),
        "Mengingat": items("Mengingat", mengingat),
        "Diktum": items("Diktum", diktum),
        "Tembusan": items("Tembusan", tembusan),
    }
    built, _ = build_decree({("keputusan", name): rows for name, rows in lembar.items()}, BOOK)
    assert built is not None
    return built


def row(**cells: str) -> Row:
    """Return a row of sheet Peraturan: `row(jenis="Perda", nomor="6", …)`."""
    letters = {column.role: chr(ord("A") + n) for n, column in enumerate(PERATURAN.columns)}
    return Row(
        Place(BOOK, PERATURAN.name, 2),
        {
            role: Isian(text, text, Place(BOOK, PERATURAN.name, 2, letters[role]))
            for role, text in cells.items()
        },
        {role: (letter, role) for role, letter in letters.items()},
    )


def remarks(peraturan: Iterable[Row] = (), /, **changes: object) -> list[Diagnostic]:
    """Check a decree that differs from the sound one in these parts."""
    return check_decree(decree(**changes), peraturan)  # type: ignore[arg-type]


def told(peraturan: Iterable[Row] = (), /, **changes: object) -> list[str]:
    """Return the findings as short lines: "dasar-hukum-ganda: Mengingat A4"."""
    found = remarks(peraturan, **changes)
    return [f"{one.rule.name}: {one.place.sheet} {one.place.cell}" for one in found]


def edits(found: Iterable[Diagnostic]) -> list[tuple[str | None, str, str]]:
    """Return what the edits make of each cell: (cell, piece, what it becomes)."""
    return [(place.cell, old, new) for place, old, new in chain(*proposals(found))]


def at(key: str) -> str:
    """Return the cell of a key of sheet Identitas, as `told` names it."""
    return f"Identitas B{[*IDENTITAS].index(key) + 2}"
