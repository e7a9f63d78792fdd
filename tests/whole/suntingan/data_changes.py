"""The ways in which the data of an office change from one year, or one day, to the next."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from tests.whole.suntingan.objects import DOT
from tests.whole.suntingan.office import Baris, Kantor, Ukuran

Change = Callable[[Kantor], None]
CHANGES: dict[str, Change] = {}
"""Every way by its name."""


def change(function: Change) -> Change:
    CHANGES[function.__name__] = function
    return function


def _node(rows: list[Baris], kode: str) -> Baris:
    return next(one for one in rows if one.kode == kode)


@change
def nothing(kantor: Kantor) -> None:
    """The books are as they were."""


_LEVELS: dict[str, Callable[[Kantor], Baris]] = {
    "sasaran": lambda kantor: _node(kantor.sasaran, "S1"),
    "supporting_sasaran": lambda kantor: _node(kantor.sasaran, "SP"),
    "program": lambda kantor: _node(kantor.program, "P1"),
    "sub_kegiatan": lambda kantor: _node(kantor.kegiatan, "K3"),
}


def _target(kantor: Kantor, level: str) -> None:
    _LEVELS[level](kantor).ukuran[0].target = "772"


def _satuan(kantor: Kantor, level: str) -> None:
    _LEVELS[level](kantor).ukuran[0].satuan = "Dokumen"


def _indikator(kantor: Kantor, level: str) -> None:
    _LEVELS[level](kantor).ukuran[0].indikator = "Rasio Barumurni"


def _name(kantor: Kantor, level: str) -> None:
    node = _LEVELS[level](kantor)
    if node.nama:
        node.nama = f"{node.nama} Terpadu"
    node.sasaran = f"{node.sasaran} TERPADU"


def _indikator_added(kantor: Kantor, level: str) -> None:
    _LEVELS[level](kantor).ukuran.append(Ukuran("Indeks Tambahan", "773", "Poin"))


for _level in _LEVELS:
    CHANGES[f"target_of_{_level}"] = partial(_target, level=_level)
    CHANGES[f"satuan_of_{_level}"] = partial(_satuan, level=_level)
    CHANGES[f"indikator_of_{_level}"] = partial(_indikator, level=_level)
    CHANGES[f"name_of_{_level}"] = partial(_name, level=_level)
    CHANGES[f"indikator_added_to_{_level}"] = partial(_indikator_added, level=_level)


@change
def indikator_removed(kantor: Kantor) -> None:
    del _node(kantor.program, "P1").ukuran[1]


@change
def first_indikator_removed(kantor: Kantor) -> None:
    del _node(kantor.kegiatan, "K3").ukuran[0]


@change
def indikator_reordered(kantor: Kantor) -> None:
    _node(kantor.program, "P1").ukuran.reverse()


@change
def indikator_moved(kantor: Kantor) -> None:
    _node(kantor.program, "P2").ukuran.append(_node(kantor.program, "P1").ukuran.pop())


@change
def sub_kegiatan_added(kantor: Kantor) -> None:
    kantor.kegiatan.insert(
        3,
        Baris(
            *("P1", "KBARU", "Sub Kegiatan", "Pengelolaan Magang", "Tertatanya magang"),
            [Ukuran("Jumlah Magang Selesai", "777", "Berkas")],
        ),
    )


@change
def sub_kegiatan_removed(kantor: Kantor) -> None:
    kantor.kegiatan.remove(_node(kantor.kegiatan, "K1"))


@change
def sub_kegiatan_moved(kantor: Kantor) -> None:
    _node(kantor.kegiatan, "K2").induk = "P2"
    kantor.kegiatan.sort(key=lambda one: one.induk)


@change
def sub_kegiatan_reordered(kantor: Kantor) -> None:
    kantor.kegiatan[0:3] = reversed(kantor.kegiatan[0:3])


@change
def sub_kegiatan_under_a_kegiatan(kantor: Kantor) -> None:
    kantor.kegiatan.insert(
        0,
        Baris(
            *("P1", "KG", "Kegiatan", "Penataan Jabatan", "Tertatanya jabatan"),
            [Ukuran("Persentase Jabatan Terisi", "91", "%")],
        ),
    )
    for kode in ("K0", "K1"):
        _node(kantor.kegiatan, kode).induk = "KG"


@change
def program_added(kantor: Kantor) -> None:
    kantor.program.insert(
        2,
        Baris(
            *("S1", "PBARU", "", "Program Inovasi", "Meningkatnya inovasi"),
            [Ukuran("Persentase Inovasi", "774", "Paket")],
        ),
    )
    kantor.kegiatan.append(
        Baris(
            *("PBARU", "KINOV", "Sub Kegiatan", "Pengelolaan Inovasi", "Tertatanya inovasi"),
            [Ukuran("Jumlah Inovasi Selesai", "775", "Berkas")],
        )
    )


@change
def program_removed(kantor: Kantor) -> None:
    kantor.program.remove(_node(kantor.program, "P2"))
    kantor.kegiatan = [one for one in kantor.kegiatan if one.induk != "P2"]


@change
def program_moved(kantor: Kantor) -> None:
    _node(kantor.program, "P2").induk = "S2"
    kantor.program.sort(key=lambda one: one.induk)


@change
def sasaran_added(kantor: Kantor) -> None:
    kantor.sasaran.insert(
        2,
        Baris("", "SBARU", "Utama", "", "MENINGKATNYA KERJA SAMA", [Ukuran("Nilai Mitra", "776")]),
    )
    kantor.program.append(
        Baris(
            *("SBARU", "PMITRA", "", "Program Kemitraan", "Meningkatnya mitra"),
            [Ukuran("Persentase Mitra", "778", "Paket")],
        )
    )
    kantor.kegiatan.append(
        Baris(
            *("PMITRA", "KMITRA", "Sub Kegiatan", "Pengelolaan Mitra", "Tertatanya mitra"),
            [Ukuran("Jumlah Mitra Selesai", "779", "Berkas")],
        )
    )


@change
def sasaran_removed(kantor: Kantor) -> None:
    kantor.sasaran.remove(_node(kantor.sasaran, "S2"))
    kantor.program.remove(_node(kantor.program, "P3"))
    kantor.kegiatan = [one for one in kantor.kegiatan if one.induk != "P3"]


@change
def supporting_sasaran_removed(kantor: Kantor) -> None:
    kantor.sasaran.remove(_node(kantor.sasaran, "SP"))
    kantor.program.remove(_node(kantor.program, "P4"))
    kantor.kegiatan = [one for one in kantor.kegiatan if one.induk != "P4"]


@change
def sasaran_reordered(kantor: Kantor) -> None:
    kantor.sasaran[0:2] = reversed(kantor.sasaran[0:2])


@change
def all_targets(kantor: Kantor) -> None:
    for nth, one in enumerate((*kantor.sasaran, *kantor.program, *kantor.kegiatan)):
        for ukuran in one.ukuran:
            ukuran.target = str(500 + nth)


@change
def penanggung_jawab(kantor: Kantor) -> None:
    for one in kantor.kegiatan[:4]:
        one.penanggung_jawab = "Bidang Umum"


@change
def pagu(kantor: Kantor) -> None:
    for one in kantor.kegiatan[:4]:
        one.pagu = "7500000"


@change
def own_column(kantor: Kantor) -> None:
    kantor.kolom = {one.kode: f"catatan {one.kode}" for one in kantor.kegiatan}


_KODE = {f"K{nth}": f"5.03.02.2.{nth + 1:02}.0001" for nth in range(10)}


@change
def optional_column_filled(kantor: Kantor) -> None:
    """The matrix gets a column more."""
    kantor.kolom, kantor.nama_kolom = _KODE, "Kode Rekening"


@change
def optional_column_filled_once(kantor: Kantor) -> None:
    kantor.kolom, kantor.nama_kolom = {"K3": _KODE["K3"]}, "Kode Rekening"


@change
def optional_column_emptied(kantor: Kantor) -> None:
    """The matrix loses a column."""
    for one in (*kantor.sasaran, *kantor.program, *kantor.kegiatan):
        one.penanggung_jawab = ""


_ITEMS: dict[str, Callable[[Kantor], list[str]]] = {
    "menimbang": lambda kantor: kantor.menimbang,
    "mengingat": lambda kantor: kantor.mengingat,
    "diktum": lambda kantor: kantor.diktum,
    "tembusan": lambda kantor: kantor.tembusan,
}


def _item_added(kantor: Kantor, sheet: str) -> None:
    _ITEMS[sheet](kantor).insert(1, "Ketentuan baru disisipkan dari buku;")


def _item_deleted(kantor: Kantor, sheet: str) -> None:
    del _ITEMS[sheet](kantor)[1]


def _item_changed(kantor: Kantor, sheet: str) -> None:
    items = _ITEMS[sheet](kantor)
    items[1] = items[1].replace(" ", " sungguh ", 1)


def _items_swapped(kantor: Kantor, sheet: str) -> None:
    items = _ITEMS[sheet](kantor)
    items[1:3] = reversed(items[1:3])


for _sheet in _ITEMS:
    CHANGES[f"{_sheet}_added"] = partial(_item_added, sheet=_sheet)
    CHANGES[f"{_sheet}_deleted"] = partial(_item_deleted, sheet=_sheet)
    CHANGES[f"{_sheet}_changed"] = partial(_item_changed, sheet=_sheet)
    CHANGES[f"{_sheet}_swapped"] = partial(_items_swapped, sheet=_sheet)


@change
def tembusan_gone(kantor: Kantor) -> None:
    kantor.tembusan = []


_KEYS = {
    "Kop": "DINAS CONTOH BARU",
    "Alamat": "Jalan Kenanga Nomor 12",
    "Nomor": "100.3/77/2024",
    "Tanggal": "7 Mei 2024",
    "Tempat": "Sagaramulya",
    "Nama Penandatangan": "NAMA PENGGANTI DINAS",
    "Pangkat": "Pembina Tingkat I",
    "NIP": "888888888888888888",
    "Jabatan pada Judul": "BUPATI CONTOH RAYA",
    "Jabatan Penandatangan": "Plt. KEPALA DINAS CONTOH,",
    "Tentang": "PENETAPAN POHON KINERJA PERANGKAT\\nTAHUN {tahun}",
    "Menetapkan": "KEPUTUSAN TENTANG POHON KINERJA PERANGKAT TAHUN {tahun}.",
    "Pangkat dan NIP": "Keduanya",
    "Warna Lampiran": "Tidak",
}


def _key(kantor: Kantor, key: str) -> None:
    kantor.identitas[key] = _KEYS[key]


for _one in _KEYS:
    CHANGES[f"identitas_{_one.lower().replace(' ', '_')}"] = partial(_key, key=_one)


@change
def office_renamed(kantor: Kantor) -> None:
    for key, text in kantor.identitas.items():
        kantor.identitas[key] = text.replace("CONTOH", "TELADAN").replace(
            "Dinas Contoh", "Dinas Teladan"
        )


@change
def next_year(kantor: Kantor) -> None:
    kantor.identitas["Tahun"] = "2025"


@change
def next_year_with_all_targets(kantor: Kantor) -> None:
    next_year(kantor)
    all_targets(kantor)
    kantor.identitas["Nomor"], kantor.identitas["Tanggal"] = "100.3/1/2025", "2 Januari 2025"


@change
def as_pohon(kantor: Kantor) -> None:
    kantor.identitas["Lampiran"] = "pohon"


@change
def as_matriks(kantor: Kantor) -> None:
    kantor.identitas["Lampiran"] = "matriks"


@change
def as_keduanya(kantor: Kantor) -> None:
    kantor.identitas["Lampiran"] = "keduanya"


@change
def logo_added(kantor: Kantor) -> None:
    kantor.logo = DOT


@change
def many_at_once(kantor: Kantor) -> None:
    next_year(kantor)
    sub_kegiatan_added(kantor)
    indikator_removed(kantor)
    program_moved(kantor)
    _item_added(kantor, "menimbang")
    _items_swapped(kantor, "mengingat")
    _item_deleted(kantor, "tembusan")
    _target(kantor, "sub_kegiatan")
    _key(kantor, "Nama Penandatangan")
