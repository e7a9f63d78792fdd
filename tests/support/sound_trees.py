"""Cascades as a careful planner fills them in: of any shape, every level contributing."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

_ROWS = {
    "Kepala Daerah": "",
    "Sasaran Utama": "SASARAN {nomor}",
    "Sasaran Pendukung": "SASARAN (PENDUKUNG) {nomor}",
    "Program": "",
    "Kegiatan": "",
    "Sub Kegiatan": "",
}
_UKURAN = ("Indikator", "Target", "Satuan", "Target Tahun Lalu", "Arah", "Indikator Induk")
_KOTAK = ("Penanggung Jawab", "Pagu")
_SHEETS = {
    "Sasaran": ("eselon-2", ("Kode Induk", "Kode", "Jenis", "Sasaran")),
    "Program": ("eselon-3", ("Kode Induk", "Kode", "Program", "Sasaran Program")),
    "Sub Kegiatan": ("eselon-4", ("Kode Induk", "Kode", "Jenis", "Nama", "Sasaran")),
}
_DAERAH_SHEET = ("Kode", "Sasaran Daerah", "Indikator", "Target", "Satuan")


@dataclass
class Simpul:
    """One Kode: its texts by heading, its rows of measures, what stands below it."""

    sheet: str
    texts: dict[str, str]
    ukuran: list[dict[str, str]] = field(default_factory=list)
    anak: list[Simpul] = field(default_factory=list)
    pagu: int = 0

    @property
    def total(self) -> int:
        return self.pagu or sum(one.total for one in self.anak)

    def walk(self) -> Iterator[Simpul]:
        yield self
        for one in self.anak:
            yield from one.walk()


@dataclass
class Tree:
    """A whole cascade; `extra` are the optional columns this office fills in."""

    akar: list[Simpul]
    extra: tuple[str, ...]
    daerah: Sequence[tuple[str, ...]]
    labels: dict[str, str]

    def sheets(self) -> dict[str, dict[str, str]]:
        """Return the tables of the three eselon books."""
        books: dict[str, dict[str, str]] = {"eselon-2": {}, "eselon-3": {}, "eselon-4": {}}
        if self.daerah:
            books["eselon-2"]["Kinerja Daerah"] = _table(_DAERAH_SHEET, self.daerah)
        for name, (book, texts) in _SHEETS.items():
            headings = (*texts, *(one for one in (*_UKURAN, *_KOTAK) if self._uses(one)))
            rows = [
                tuple(row.get(heading, "") for heading in headings)
                for root in self.akar
                for node in root.walk()
                if node.sheet == name
                for row in self._rows(node)
            ]
            books[book][name] = _table(headings, rows)
        return books

    def jenjang(self, kepala_daerah: str) -> str:
        """Return sheet Jenjang, without the levels this tree does not use."""
        headings = ("Tingkat", "Label", "Judul Kotak", "Judul Indikator", "Judul Target")
        labels = {"Kepala Daerah": kepala_daerah.upper(), **self.labels}
        rows = [
            (tingkat, labels[tingkat], kotak, "Indikator", "Target")
            for tingkat, kotak in _ROWS.items()
            if tingkat in labels
        ]
        return _table(headings, rows)

    def _uses(self, heading: str) -> bool:
        return heading in ("Indikator", "Target", "Satuan", *self.extra)

    def _rows(self, node: Simpul) -> Iterator[dict[str, str]]:
        first = node.texts | {"Pagu": f"`{node.total}`"}
        for ukuran in node.ukuran or [{}]:
            yield first | ukuran
            first = {}


def make_tree(rng: random.Random, words: dict[str, Any], jenis_daerah: str, kepala: str) -> Tree:
    """Make a cascade of one to four sasaran, with or without the level Kegiatan."""
    return _Planner(rng, words, jenis_daerah, kepala).tree()


class _Planner:
    """Draws every text once, so that no two places of a tree say the same."""

    def __init__(
        self, rng: random.Random, words: dict[str, Any], jenis_daerah: str, kepala: str
    ) -> None:
        self.rng, self.words, self.kepala = rng, words, kepala
        self.daerah = jenis_daerah if jenis_daerah == "Provinsi" else "Kabupaten/Kota"
        self.hasil = iter(rng.sample(words["hasil"], len(words["hasil"])))
        measures = words["ukuran_hasil"] + words["ukuran_predikat"]
        self.ukuran = iter(rng.sample(measures, len(measures)))
        self.program = iter(rng.sample(words["program"], len(words["program"])))
        self.kegiatan = iter(rng.sample(words["kegiatan"], len(words["kegiatan"])))
        self.sub = iter(rng.sample(words["sub_kegiatan"], len(words["sub_kegiatan"])))
        self.with_kegiatan = rng.random() < 0.5
        self.measured_kegiatan = rng.random() < 0.7
        self.typed = rng.choice(("number", "text", "format"))
        self.capitals = rng.random() < 0.5
        self.numbers: dict[str, int] = {}
        groups = (("Target Tahun Lalu", "Arah"), ("Penanggung Jawab",), ("Pagu",))
        chosen = [heading for group in groups if rng.random() < 0.6 for heading in group]
        if (self.measured_kegiatan or not self.with_kegiatan) and rng.random() < 0.5:
            chosen.append("Indikator Induk")
        self.extra = tuple(chosen)

    def tree(self) -> Tree:
        rng = self.rng
        akar = [self._sasaran(nth) for nth in range(rng.randint(1, 4))]
        if rng.random() < 0.4:
            self._training(akar[0])
        labels = {
            "Sasaran Utama": "ESELON II",
            "Sasaran Pendukung": "ESELON II",
            "Program": "ESELON III",
            "Sub Kegiatan": "ESELON IV",
        }
        if self.with_kegiatan:
            labels["Kegiatan"] = "ESELON IV"
        daerah = []
        if rng.random() < 0.4 and "Indikator Induk" not in self.extra:
            measure = ("Indeks Tata Kelola Daerah", "`71.5`", "Poin")
            daerah = [("D1", "Terwujudnya pemerintahan daerah yang melayani", *measure)]
            for one in akar:
                one.texts["Kode Induk"] = "D1"
        return Tree(akar, self.extra, daerah, labels)

    def _node(self, sheet: str, letter: str, parent: Simpul | None, **texts: str) -> Simpul:
        self.numbers[letter] = self.numbers.get(letter, 0) + 1
        induk = parent.texts["Kode"] if parent else ""
        kode = f"{letter}{self.numbers[letter]}"
        node = Simpul(sheet, {"Kode Induk": induk, "Kode": kode, **texts})
        if parent:
            parent.anak.append(node)
        return node

    def _sasaran(self, nth: int) -> Simpul:
        rng = self.rng
        text = next(self.hasil)
        node = self._node(
            "Sasaran",
            "S",
            None,
            Jenis="Utama" if nth == 0 else rng.choice(("Utama", "Pendukung")),
            Sasaran=text.upper() if self.capitals else text,
            **{"Penanggung Jawab": self.kepala},
        )
        measures = 1 if "Indikator Induk" in self.extra else rng.randint(1, 2)
        node.ukuran = [self._outcome(None) for _ in range(measures)]
        for _ in range(rng.randint(1, 2)):
            self._program(node)
        return node

    def _program(self, parent: Simpul) -> None:
        node = self._node(
            "Program",
            "P",
            parent,
            Program=self._program_name(),
            **{
                "Sasaran Program": next(self.hasil),
                "Penanggung Jawab": self.rng.choice(self.words["atasan"]),
            },
        )
        node.ukuran = [self._outcome(parent)]
        if self.with_kegiatan:
            for _ in range(self.rng.randint(1, 2)):
                self._kegiatan(node)
        else:
            self._outputs(node, self.rng.randint(1, 4))

    def _program_name(self) -> str:
        name: str = next(self.program).replace("{daerah}", self.daerah)
        return name.upper() if self.capitals else name

    def _kegiatan(self, parent: Simpul) -> None:
        name = next(self.kegiatan).replace("{daerah}", self.daerah)
        texts = {"Jenis": "Kegiatan", "Nama": name}
        texts["Penanggung Jawab"] = self.rng.choice(self.words["tengah"])
        node = self._node("Sub Kegiatan", "K", parent, **texts)
        if self.measured_kegiatan:
            node.texts["Sasaran"] = next(self.hasil)
            node.ukuran = [self._outcome(parent)]
        self._outputs(node, self.rng.randint(1, 2))

    def _outputs(self, parent: Simpul, count: int) -> None:
        for _ in range(count):
            nama, sasaran, indikator, satuan, low, high = next(self.sub)
            target = self.rng.randint(max(2, low), max(2, high))
            self._output(parent, nama, sasaran, indikator, satuan, target)

    def _output(
        self, parent: Simpul, nama: str, sasaran: str, indikator: str, satuan: str, target: int
    ) -> None:
        texts = {"Jenis": "Sub Kegiatan", "Nama": nama, "Sasaran": sasaran}
        texts["Penanggung Jawab"] = self.rng.choice(self.words["bawah"])
        node = self._node("Sub Kegiatan", "K", parent, **texts)
        node.pagu = self.rng.randint(5, 400) * 2_500_000
        same_as_last_year = self.numbers["K"] % 3 == 0
        before = target if same_as_last_year else target - max(1, target // 8)
        node.ukuran = [
            {
                "Indikator": indikator,
                "Target": f"`{target}`",
                "Satuan": satuan,
                "Target Tahun Lalu": f"`{before}`",
                "Arah": "Naik",
                "Indikator Induk": _first_indikator(parent),
            }
        ]

    def _outcome(self, parent: Simpul | None) -> dict[str, str]:
        """Return a measure of a result, its target better than last year's."""
        induk = {"Indikator Induk": _first_indikator(parent)} if parent else {}
        indikator, low, high, *rest = next(self.ukuran)
        if not rest:
            words = {"Target": low, "Target Tahun Lalu": high}
            return {"Indikator": indikator, "Satuan": "(teks)", "Arah": "Naik", **words, **induk}
        decimals, satuan, arah = rest
        low, high = Decimal(str(low)), Decimal(str(high))
        step = (high - low) / 10
        steps = self.rng.randint(1, 10)
        now, before = low + step * steps, low + step * (steps - 1)
        if arah == "Turun":
            now, before = before, now
        target, unit = self._typed(now, decimals, satuan)
        last, _ = self._typed(before, decimals, satuan)
        measure = {"Target": target, "Satuan": unit, "Target Tahun Lalu": last, "Arah": arah}
        return {"Indikator": indikator, **measure, **induk}

    def _typed(self, value: Decimal, decimals: int, satuan: str) -> tuple[str, str]:
        """Return a target and its unit as this office enters them in Excel."""
        rounded = round(value, decimals)
        if satuan == "%" and self.typed == "format":
            number_format = f"0.{'0' * decimals}%" if decimals else "0%"
            return f"`{rounded / 100} as {number_format}`", ""
        if self.typed == "text":
            return f"{rounded}".replace(".", ","), satuan
        return f"`{rounded}`", satuan

    def _training(self, parent: Simpul) -> None:
        """Add a program whose counted people are the sum of those below it."""
        first, second = self.rng.randint(20, 60), self.rng.randint(10, 40)
        node = self._node(
            "Program",
            "P",
            parent,
            Program="Program Pengembangan Kompetensi Aparatur",
            **{"Sasaran Program": "Bertambahnya pegawai terlatih"},
        )
        node.texts["Penanggung Jawab"] = "Kepala Bidang Pengembangan"
        counted = "Jumlah Pegawai yang Mengikuti Pelatihan"
        last = {"Target Tahun Lalu": f"`{first + second - 5}`", "Arah": "Naik"}
        total = {"Target": f"`{first + second}`", "Satuan": "Orang", **last}
        node.ukuran = [{"Indikator": counted, "Indikator Induk": _first_indikator(parent), **total}]
        below = node
        if self.with_kegiatan:
            texts = {"Jenis": "Kegiatan", "Nama": "Pengembangan Kompetensi Aparatur"}
            texts["Penanggung Jawab"] = "Kepala Subbidang Pelatihan"
            below = self._node("Sub Kegiatan", "K", node, **texts)
            if self.measured_kegiatan:
                below.texts["Sasaran"] = "Terlaksananya pelatihan pegawai"
                passed = "Jumlah Pegawai yang Lulus Pelatihan"
                below.ukuran = [{"Indikator": passed, "Indikator Induk": counted, **total}]
        for name, target in (("Teknis", first), ("Manajerial", second)):
            self._output(
                below,
                f"Pelatihan {name}",
                f"Terlatihnya pegawai dalam kompetensi {name.lower()}",
                f"{_first_indikator(below) or counted} {name}",
                "Orang",
                target,
            )


def _first_indikator(node: Simpul) -> str:
    return node.ukuran[0]["Indikator"] if node.ukuran else ""


def _table(headings: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    return "\n".join("| " + " | ".join(row) + " |" for row in (headings, *rows))
