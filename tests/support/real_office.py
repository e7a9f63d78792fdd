"""A folder of an office as large as real ones, its texts from the official nomenclature.

The same for the same seed. Programs, kegiatan and sub kegiatan with their sasaran and indikator
are those of Kepmendagri 900.1.15.5-1317 Tahun 2023 (`tests/data/nomenklatur-kabkot.tsv`: program
penunjang, kepegawaian, kesehatan, kecamatan); what the nomenclature does not say (sasaran of
programs, targets, pagu) is made up from its words. Posts are named, never persons.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cache, partial
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from openpyxl import load_workbook

from generator.app.berkas import read_folder
from generator.cascade.model import Cascade
from generator.contoh.fill import BERSIH, contoh_books
from generator.schema.books import BOOKS
from tests.support.paths import ROOT

_TABLE = ROOT / "tests/data/nomenklatur-kabkot.tsv"
_SHEETS = (("eselon-2", "Sasaran"), ("eselon-3", "Program"), ("eselon-4", "Sub Kegiatan"))


class Office(Enum):
    """What an office has: its bidang in the nomenclature, and about how many indikator."""

    KEPEGAWAIAN = ("5.03", 40)
    KECAMATAN = ("7.01", 79)
    KESEHATAN = ("1.02", 380)


Entries = list[dict[str, Any]]


@dataclass
class _Books:
    """Rows of the three sheets, each a dict by heading."""

    sasaran: Entries = field(default_factory=list)
    program: Entries = field(default_factory=list)
    sub_kegiatan: Entries = field(default_factory=list)


def write_office(folder: Path, office: Office, lampiran: str, seed: int = 1) -> Path:
    """Write the books of an office with annexes of that form."""
    folder.mkdir(parents=True)
    books = _books(office, Random(seed))
    for book in BOOKS:
        (folder / book.filename).write_bytes(contoh_books(BERSIH)[book.filename])
    workbook = load_workbook(folder / "keputusan.xlsx")
    identitas: Any = workbook["Identitas"]
    for label, value in identitas.iter_rows(min_row=2, max_col=2):
        if label.value == "Lampiran":
            value.value = lampiran
    workbook.save(folder / "keputusan.xlsx")
    rows = {
        "Sasaran": books.sasaran,
        "Program": books.program,
        "Sub Kegiatan": books.sub_kegiatan,
    }
    for kind, name in _SHEETS:
        workbook = load_workbook(folder / f"{kind}.xlsx")
        sheet: Any = workbook[name]
        heads = [str(cell.value) for cell in sheet[1]]
        sheet.delete_rows(2, sheet.max_row)
        for row, entry in enumerate(rows[name], start=2):
            for column, head in enumerate(heads, start=1):
                if head in entry:
                    sheet.cell(row, column).value = entry[head]
        workbook.save(folder / f"{kind}.xlsx")
    return folder


@cache
def cascade_of(office: Office) -> Cascade:
    """Return the tree of an office, read from its folder."""
    with TemporaryDirectory() as folder:
        return read_folder(write_office(Path(folder) / "buku", office, "pohon")).cascade


KANTOR: dict[str, Callable[[], Cascade]] = {
    "badan-kepegawaian": partial(cascade_of, Office.KEPEGAWAIAN),
    "kecamatan-nyata": partial(cascade_of, Office.KECAMATAN),
    "dinas-kesehatan": partial(cascade_of, Office.KESEHATAN),
}


def _books(office: Office, random: Random) -> _Books:
    bidang, wanted = office.value
    books = _Books()
    tree = [one for code in (bidang, "X.XX") for one in _programs(code)]
    share = wanted / _size(tree)
    second = 0.15 if share < 1 else 0.5
    kode = iter(range(1, 10_000))
    for nth, (program, below) in enumerate(tree, 1):
        _add_sasaran(books, nth, program, random)
        jabatan = f"Kepala Bidang {_capitals(program['nama']).removeprefix('Program ')}"
        _add(
            books.program,
            random,
            {
                "Kode Induk": f"S{nth}",
                "Kode": f"P{nth}",
                "Program": program["nama"],
                "Sasaran Program": f"Meningkatnya Kualitas {_capitals(program['nama'])}",
                "Penanggung Jawab": jabatan,
                "Kode Rekening": program["kode"],
                "Pagu": random.randrange(500, 90_000) * 1_000_000,
            },
            [f"Persentase Capaian {_capitals(program['nama'])}"],
            ["%"],
        )
        for kegiatan, leaves in below:
            kept = [one for one in leaves if random.random() < share]
            if not kept:
                continue
            own = f"G{next(kode)}"
            _add(
                books.sub_kegiatan,
                random,
                {
                    "Kode Induk": f"P{nth}",
                    "Kode": own,
                    "Jenis": "Kegiatan",
                    "Nama": kegiatan["nama"],
                    "Sasaran": f"Terlaksananya {kegiatan['nama']}",
                    "Penanggung Jawab": f"Kepala Subbidang {kegiatan['nama']}",
                    "Kode Rekening": kegiatan["kode"],
                    "Pagu": random.randrange(100, 20_000) * 1_000_000,
                },
                [f"Persentase {kegiatan['nama']} yang Terlaksana"],
                ["%"],
            )
            for leaf in kept:
                several = 1 + (random.random() < second)
                texts = [leaf["indikator"], f"Ketepatan Waktu {leaf['nama']}"][:several]
                _add(
                    books.sub_kegiatan,
                    random,
                    {
                        "Kode Induk": own,
                        "Kode": f"K{next(kode)}",
                        "Jenis": "Sub Kegiatan",
                        "Nama": leaf["nama"],
                        "Sasaran": leaf["kinerja"],
                        "Penanggung Jawab": "Pejabat Pelaksana Teknis Kegiatan",
                        "Kode Rekening": leaf["kode"],
                        "Pagu": random.randrange(10, 9_000) * 1_000_000,
                    },
                    texts,
                    [leaf["satuan"], "%"],
                )
    return books


def _add_sasaran(books: _Books, nth: int, program: Mapping[str, str], random: Random) -> None:
    text = _capitals(program["nama"]).removeprefix("Program ")
    _add(
        books.sasaran,
        random,
        {
            "Kode": f"S{nth}",
            "Jenis": "Utama" if nth == 1 else "Pendukung",
            "Sasaran": f"MENINGKATNYA KUALITAS {text.upper()}",
            "Penanggung Jawab": "Kepala Perangkat Daerah",
        },
        [f"Indeks Kualitas {text}", f"Indeks Kepuasan atas {text}"][: 1 + nth % 2],
        ["Indeks", "Indeks"],
    )


def _add(
    rows: Entries,
    random: Random,
    first: dict[str, Any],
    indikator: list[str],
    satuan: list[str],
) -> None:
    """Add a node: its first row says all of it, every further one an indikator."""
    for nth, (text, unit) in enumerate(zip(indikator, satuan, strict=False)):
        said = first if nth == 0 else {}
        rows.append({**said, "Indikator": text, "Target": random.randint(2, 98), "Satuan": unit})


Row = Mapping[str, str]
Kegiatan = tuple[Row, list[Row]]


def _programs(bidang: str) -> Iterator[tuple[Row, list[Kegiatan]]]:
    """Yield the programs of a bidang, each with its kegiatan and their sub kegiatan."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    rows = [one for one in rows if one["kode"].startswith(f"{bidang}.")]
    program: tuple[Row, list[Kegiatan]] | None = None
    for row in rows:
        if row["jenis"] == "program":
            if program:
                yield program
            program = (row, [])
        elif program and row["jenis"] == "kegiatan":
            program[1].append((row, []))
        elif program and row["jenis"] == "sub kegiatan":
            program[1][-1][1].append(row)
    if program:
        yield program


def _size(tree: list[tuple[Row, list[Kegiatan]]]) -> int:
    """Return how many indikator a tree gives: about 1.15 a sub kegiatan, one or two for others."""
    kegiatan = [one for _, below in tree for one in below]
    return round(2.5 * len(tree) + sum(1 + 1.15 * len(leaves) for _, leaves in kegiatan))


def _capitals(name: str) -> str:
    small = {"dan", "di", "pada", "untuk", "yang", "atas", "bagi"}
    words = name.lower().split()
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words)
