"""Cascades for the tests: the decree of 2022 and made-up offices of every awkward size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from generator.cascade.model import (
    Cascade,
    FurtherCell,
    Indikator,
    Jenis,
    Jenjang,
    Simpul,
    Tingkat,
    boxes,
)
from generator.schema.keputusan import TINGKAT_DEFAULTS
from generator.schema.kinerja import PENANGGUNG_JAWAB
from generator.schema.types import Column
from generator.values import Isian, Place, Target
from tests.support.paths import ROOT

REFERENCE = ROOT / "tests/data" / "bkpsdm-2022.json"
PLACE = Place("contoh.xlsx", "Contoh", 2, "A", "Contoh")


def isian(text: str, *identity: str) -> Isian:
    return Isian(text, text, PLACE, identity or ("uji", text))


def jenjang(**labels: str) -> Jenjang:
    """The rows of a blank book; a label given as "" takes its level out of use."""
    rows = {}
    for nama, *texts in TINGKAT_DEFAULTS:
        values = [isian(text) if text else None for text in texts]
        label = labels.get(nama.lower().replace(" ", "_"))
        if label is not None:
            values[0] = isian(label) if label else None
        rows[nama] = Tingkat(nama, *values)
    return Jenjang(rows)


def indikator(text: str, target: str) -> Indikator:
    return Indikator(isian(text), Target(isian(target), None, ""), PLACE)


def simpul(
    jenis: Jenis,
    sasaran: str | None,
    rows: Iterable[tuple[str, str]] = (),
    anak: Iterable[Simpul] = (),
    nama: str | None = None,
    nomor: int = 1,
    kedalaman: int = 1,
) -> Simpul:
    return Simpul(
        kode="",
        jenis=jenis,
        nomor=nomor,
        kedalaman=kedalaman if jenis.is_sasaran else 0,
        place=PLACE,
        nama=isian(nama) if nama else None,
        sasaran=isian(sasaran) if sasaran else None,
        indikator=tuple(indikator(text, target) for text, target in rows),
        anak=numbered(anak),
    )


def numbered(nodes: Iterable[Simpul]) -> tuple[Simpul, ...]:
    counts: dict[Jenis, int] = {}
    result = []
    for node in nodes:
        counts[node.jenis] = counts.get(node.jenis, 0) + 1
        result.append(replace(node, nomor=counts[node.jenis]))
    return tuple(result)


def bkpsdm_2022() -> Cascade:
    data = json.loads(REFERENCE.read_text(encoding="utf-8"))

    def rows(entry: dict[str, Any]) -> list[tuple[str, str]]:
        return [(one["indikator"], one["target"]) for one in entry["indikator"]]

    roots = []
    for sasaran in data["lampiran"]["sasaran"]:
        programs = []
        for program in sasaran["program"]:
            for goal in program["sasaran"]:
                leaves = [
                    simpul(
                        Jenis.KEGIATAN if leaf["label"] == "Sasaran Keg" else Jenis.SUB_KEGIATAN,
                        aim["sasaran"],
                        rows(aim),
                        nama=leaf["nama"],
                    )
                    for leaf in goal["subkegiatan"]
                    for aim in leaf["sasaran"]
                ]
                programs.append(
                    simpul(Jenis.PROGRAM, goal["sasaran"], rows(goal), leaves, program["nama"])
                )
        roots.append(simpul(Jenis(sasaran["jenis"]), sasaran["sasaran"], rows(sasaran), programs))
    return Cascade(jenjang(), (), numbered(roots))


def _leaf(nth: int, rows: int = 1, jenis: Jenis = Jenis.SUB_KEGIATAN) -> Simpul:
    verbs = ("Penyediaan", "Pengelolaan", "Pemeliharaan", "Koordinasi", "Fasilitasi")
    things = (
        "Jasa Surat Menyurat",
        "Barang Milik Daerah pada Perangkat Daerah",
        "Peralatan dan Perlengkapan Kantor",
        "Pemberdayaan Masyarakat Desa dan Kelurahan",
        "Ketenteraman dan Ketertiban Umum",
        "Laporan Keuangan Akhir Tahun SKPD",
        "Data",
    )
    thing = things[nth * 3 % len(things)]
    return simpul(
        jenis,
        f"Meningkatnya pelayanan {thing.lower()} ke-{nth}",
        [
            (
                f"Jumlah dokumen {thing.lower()} nomor {nth}.{row} yang tersedia tepat waktu",
                f"{nth + row} Dokumen",
            )
            for row in range(1, rows + 1)
        ],
        nama=f"{verbs[nth % len(verbs)]} {thing} {nth}",
    )


def _program(nth: int, leaves: Iterable[Simpul], rows: int = 2, nama: str = "") -> Simpul:
    return simpul(
        Jenis.PROGRAM,
        f"Meningkatnya kualitas penyelenggaraan urusan ke-{nth}",
        [(f"Persentase capaian urusan {nth}.{row}", f"{60 + row}%") for row in range(rows)],
        leaves,
        nama or f"Program Penyelenggaraan Urusan Nomor {nth}",
    )


def _sasaran(
    nth: int,
    programs: Iterable[Simpul],
    jenis: Jenis = Jenis.UTAMA,
    rows: int = 2,
    kedalaman: int = 1,
) -> Simpul:
    return simpul(
        jenis,
        f"MENINGKATNYA KINERJA PELAYANAN BIDANG {nth}",
        [
            (f"Indeks kepuasan atas pelayanan bidang {nth}.{row}", f"{80 + row}")
            for row in range(rows)
        ],
        programs,
        kedalaman=kedalaman,
    )


def kecamatan() -> Cascade:
    """Two levels only: sasaran and program; sub kegiatan are not used."""
    levels = jenjang(kegiatan="", sub_kegiatan="")
    roots = [
        _sasaran(1, [_program(n, ()) for n in range(1, 5)]),
        _sasaran(2, [_program(n, ()) for n in range(5, 8)]),
        _sasaran(3, [_program(8, ())], Jenis.PENDUKUNG, 1),
    ]
    return Cascade(levels, (), numbered(roots))


def sekretariat_daerah() -> Cascade:
    """Four levels: sasaran below sasaran, program, kegiatan, sub kegiatan; a filled top box."""
    top = [
        simpul(
            Jenis.KEPALA_DAERAH,
            f"Meningkatnya tata kelola pemerintahan {nth}",
            [("Indeks Reformasi Birokrasi", "72,5"), ("Nilai SAKIP Kabupaten", "BB")][
                : nth % 2 + 1
            ],
        )
        for nth in range(1, 3)
    ]
    number = iter(range(1, 1000))

    def kegiatan(subs: int) -> Simpul:
        nth = next(number)
        return simpul(
            Jenis.KEGIATAN,
            None if nth % 2 else f"Terlaksananya kegiatan bagian {nth}",
            [] if nth % 2 else [(f"Persentase pelaksanaan kegiatan {nth}", "100%")],
            [_leaf(next(number)) for _ in range(subs)],
            f"Kegiatan Administrasi Bagian {nth}",
        )

    roots = []
    for bidang in range(1, 4):
        below = [
            _sasaran(
                bidang * 10 + nth,
                [_program(next(number), [kegiatan(3), kegiatan(2 + nth)]) for _ in range(2)],
                kedalaman=2,
            )
            for nth in range(1, 3)
        ]
        roots.append(_sasaran(bidang, below))
    return Cascade(jenjang(), numbered(top), numbered(roots))


def one_program_60() -> Cascade:
    leaves = [_leaf(nth, rows=1 + (nth % 7 == 0) * 2) for nth in range(1, 61)]
    return Cascade(jenjang(), (), numbered([_sasaran(1, [_program(1, leaves)])]))


def forty_sasaran() -> Cascade:
    roots = [
        _sasaran(
            nth,
            [_program(nth, [_leaf(nth), _leaf(nth + 1)])],
            Jenis.UTAMA if nth <= 25 else Jenis.PENDUKUNG,
        )
        for nth in range(1, 41)
    ]
    return Cascade(jenjang(), (), numbered(roots))


def many(indikator: int) -> Cascade:
    """About this many indikator, in sasaran of four programs with five boxes each."""
    leaves = iter(range(1, 10**7))
    roots = [
        _sasaran(
            nth,
            [
                _program(nth * 10 + p, [_leaf(next(leaves), rows=2) for _ in range(5)])
                for p in range(4)
            ],
        )
        for nth in range(1, indikator // 50 + 1)
    ]
    return Cascade(jenjang(), (), numbered(roots))


def long_words() -> Cascade:
    word = "Ketidakterpertanggungjawabankeuangandaerahkabupatenkotamadya"
    leaves = [
        _leaf(1),
        simpul(Jenis.SUB_KEGIATAN, word, [(word, "1 Dokumen")], nama=f"Penyusunan {word}"),
        _leaf(2),
        simpul(Jenis.SUB_KEGIATAN, "Sasaran", [(f"Jumlah {word} yang disusun", word)], nama="Nama"),
        _leaf(3),
    ]
    program = simpul(Jenis.PROGRAM, word, [(f"Persentase {word}", "1%")], leaves, f"Program {word}")
    return Cascade(jenjang(), (), numbered([_sasaran(1, [program])]))


def long_indikator() -> Cascade:
    sentence = (
        "Persentase dokumen perencanaan, penganggaran dan pelaporan kinerja perangkat daerah yang "
        "disusun tepat waktu sesuai ketentuan peraturan perundang-undangan "
    )
    text = (sentence * 5)[:600].strip()
    leaves = [
        simpul(
            Jenis.SUB_KEGIATAN, "Meningkatnya mutu", [(text, "100%")], nama="Penyusunan Dokumen"
        ),
        *(_leaf(nth) for nth in range(1, 6)),
        simpul(Jenis.SUB_KEGIATAN, text, [(text, "1"), ("Pendek", "2")], nama="Evaluasi"),
    ]
    program = simpul(Jenis.PROGRAM, "Meningkatnya mutu", [(text, "90%")], leaves, "Program Mutu")
    return Cascade(jenjang(), (), numbered([_sasaran(1, [program])]))


def many_rows() -> Cascade:
    """Boxes higher than a page: a sasaran, a program and a sub kegiatan of 70 indikator each."""
    leaves = [_leaf(1), _leaf(2, rows=70), _leaf(3)]
    return Cascade(jenjang(), (), numbered([_sasaran(1, [_program(1, leaves, rows=70)], rows=70)]))


def shared_boxes() -> Cascade:
    """Nodes of one name under one parent: programs and sub kegiatan with several sasaran."""
    name = "Penyusunan Dokumen Perencanaan"
    twins = [
        simpul(Jenis.SUB_KEGIATAN, f"Sasaran kembar {n}", [(f"Jumlah {n}", "1")], nama=name)
        for n in (1, 2, 3)
    ]
    programs = [
        _program(1, [*twins, _leaf(1)], nama="Program Bersama"),
        _program(2, [_leaf(2), _leaf(3)], nama="Program Bersama"),
        _program(3, [_leaf(4)], nama="Program Lain"),
        _program(4, [], nama="Program Tanpa Sub Kegiatan"),
    ]
    return Cascade(jenjang(), (), numbered([_sasaran(1, programs)]))


def no_top() -> Cascade:
    """The head of the region is not used, nor are sasaran grouped."""
    cascade = kecamatan()
    return Cascade(jenjang(kepala_daerah="", kegiatan="", sub_kegiatan=""), (), cascade.akar)


def with_further_columns() -> Cascade:
    """Every node and every indikator says more, in columns that boxes print."""
    place = Column("Lokasi", "lokasi", "", per_simpul=True)
    note = Column("Keterangan", "keterangan", "")

    def more(node: Simpul) -> Simpul:
        rows = tuple(
            replace(row, tambahan=(FurtherCell(note, isian(f"Catatan atas {row.teks}")),))
            for row in node.indikator
        )
        name = isian(f"Kelurahan di sekitar {node.sasaran or node.nama}")
        anak = tuple(map(more, node.anak))
        return replace(node, indikator=rows, anak=anak, tambahan=(FurtherCell(place, name),))

    cascade = sekretariat_daerah()
    return replace(cascade, akar=tuple(map(more, cascade.akar)))


def answered(node: Simpul, who: str) -> Simpul:
    """Return a node for which somebody answers."""
    return replace(node, tambahan=(FurtherCell(PENANGGUNG_JAWAB, isian(who)),))


def puskesmas() -> Cascade:
    """46 Puskesmas with the same sub kegiatan, told apart by who answers for them alone."""
    rows = [("Jumlah Dokumen Operasional Pelayanan Puskesmas", "12 Dokumen")]
    sub = simpul(
        Jenis.SUB_KEGIATAN,
        "Terlaksananya operasional pelayanan Puskesmas",
        rows,
        nama="Operasional Pelayanan Puskesmas",
    )
    subs = [
        replace(answered(sub, f"Kepala UPTD Puskesmas Wilayah {nth}"), kode=f"SK{nth}")
        for nth in range(1, 47)
    ]
    name = (
        "Penyediaan Fasilitas Pelayanan Kesehatan untuk UKM dan UKP Kewenangan Daerah "
        "Kabupaten/Kota"
    )
    kegiatan = simpul(Jenis.KEGIATAN, "Terlayani", rows, subs, name)
    health = "Meningkatnya derajat kesehatan masyarakat melalui pelayanan yang merata dan bermutu"
    program = simpul(
        Jenis.PROGRAM, health, rows, [kegiatan], "Program Pemenuhan Upaya Kesehatan Perorangan"
    )
    return Cascade(jenjang(), (), numbered([simpul(Jenis.UTAMA, health, rows, [program])]))


TREES: dict[str, Callable[[], Cascade]] = {
    "bkpsdm-2022": bkpsdm_2022,
    "kecamatan": kecamatan,
    "sekretariat-daerah": sekretariat_daerah,
    "satu-program-60": one_program_60,
    "empat-puluh-sasaran": forty_sasaran,
    "kata-60-huruf": long_words,
    "indikator-600-huruf": long_indikator,
    "kotak-lebih-dari-satu-halaman": many_rows,
    "kotak-bersama": shared_boxes,
    "tanpa-kepala-daerah": no_top,
    "kolom-tambahan": with_further_columns,
    "puskesmas": puskesmas,
}


def texts(cascade: Cascade) -> list[str]:
    """Return every text of the tree itself that the pohon prints at least once."""
    found = []
    for siblings in (cascade.kinerja_daerah, cascade.akar, *(n.anak for n in cascade.walk())):
        for kotak in boxes(siblings):
            found += [kotak.nama.text] if kotak.nama else []
            for node in kotak.simpul:
                found += [node.sasaran.text] if node.sasaran else []
                found += [one.isian.text for one in node.tambahan]
                for row in node.indikator:
                    found += [row.teks.text, row.target.isian.text]
                    found += [one.isian.text for one in row.tambahan]
    return found
