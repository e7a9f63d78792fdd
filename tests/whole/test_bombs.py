"""Hostile files: each is answered by a document or a finding that says what and where.

`make bom` measures time and memory of each, with every command that reads it.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.app.buat import make
from generator.app.info import describe
from generator.app.outcome import Outcome
from generator.app.periksa import check
from tests.support.bombs import BOMBS, BOOK, COPY, DECREE, LOGO, TEMPLATE, Bomb, lay
from tests.support.paths import ROOT

HARMLESS = ""
"""What is read, and nothing said of it."""


def name_of(bomb: Bomb) -> str:
    return bomb.name


def answer(bomb: Bomb, folder: Path) -> Outcome:
    """Lay a bomb, and run the command that reads most of what is laid there."""
    lay(bomb, folder)
    if bomb.place == DECREE:
        target = folder / DECREE
        shutil.move(folder / "bom", target)
        return describe(target)
    target = folder / "kerja" / bomb.place
    target.parent.mkdir(exist_ok=True)
    shutil.move(folder / "bom", target)
    if bomb.place in (LOGO, TEMPLATE):
        return make(folder / "kerja", folder / "hasil")
    return check(folder / "kerja", tandai=bomb.place == COPY, usulkan=bomb.place == BOOK)


def told(outcome: Outcome, bomb: Bomb) -> str:
    """Return what the worst finding says of the file with the bomb."""
    name = Path(bomb.place).name
    said = [one for one in outcome.findings if Path(one.place.book).name == name]
    for one in said:
        if one.rule.name == "buku-terlalu-besar":
            return f"{one.facts['batas']} {one.facts['apa']}"
    return next((one.rule.name for one in said if one.severity.value == "Salah"), HARMLESS)


_TOLD: dict[str, str] = {
    "32.767 huruf di satu sel": """
        28 teks bersama @ 8 MB
    """,
    "255 lembar": """
        9.900 lembar
        100.000 lembar, satu bagian
    """,
    "": """
        1.048.576 baris berformat
        1.048.576 baris × 4 sel berformat
        isi di XFD1048576
        60.000 gaya sel
        30.000 format bersyarat
        9.000 bagian kosong
        nama bagian berulang
        nama bagian absolut
        1.000.000 atribut di lembar
        1.000.000 teks bersama
        1.500 gambar
        logo 1.000.000 potong
        19.000 paragraf (templat)
        19.000 potong dalam satu paragraf (templat)
        paragraf sepanjang 9 MB (templat)
        kendali isi sedalam 100 (templat)
        gaya melingkar (templat)
        19.000 paragraf (naskah)
        19.000 potong dalam satu paragraf (naskah)
        paragraf sepanjang 9 MB (naskah)
        tabel sedalam 60 (naskah)
        kendali isi sedalam 100 (naskah)
        gaya melingkar (naskah)
        100.000 gaya (naskah)
        100.000 penomoran (naskah)
        salinan bzip2
        salinan lzma
        salinan bzip2 rusak
        salinan lzma rusak
        salinan 10 GB nol
        salinan 500 MB nol
        salinan bertumpuk
        salinan 100.000 bagian
        salinan bersarang
    """,
    "50.000 baris terisi": """
        1.048.576 baris terisi
    """,
    "8 MB di satu bagian yang mengembang ratusan kali bila dibuka": """
        16.384 kolom × 300 baris terisi
        stempel dasar 10 GB
    """,
    "isian-tanpa-kode": """
        49.000 baris terisi
    """,
    "gabungan-melintang": """
        90.000 gabungan
    """,
    "bukan-excel": """
        zip bersarang
    """,
    "256 MB isi bila dibuka": """
        satu bagian 10 GB nol
    """,
    "buku-rusak": """
        ukuran bagian yang bohong
        kedalaman 100.000 di lembar
        kedalaman 100.000 di gaya
        entitas di lembar
        entitas di gaya (UTF-16)
    """,
    "10.000 bagian di dalam zip-nya": """
        100.000 bagian
        bagian bertumpuk
        100.000 bagian naskah (templat)
        100.000 bagian naskah (naskah)
    """,
    "2.000.000 unsur XML di satu bagian": """
        1.000.000 atribut di gaya
        1.000.000 cellXfs
        1.000.000 nama
        1.000.000 jenis isi
        1.000.000 hubungan
        1.000.000 paragraf (naskah)
        1.000.000 potong dalam satu paragraf (naskah)
        1.000.000 atribut di naskah (naskah)
        1.000.000 bookmark (naskah)
    """,
    "200.000 keterangan di luar sel (kolom, gabungan, validasi, format bersyarat)": """
        1.000.000 gabungan
        1.000.000 format bersyarat
        1.000.000 validasi
        1.000.000 kolom
    """,
    "16 MB di satu baris, kolom, atau teks": """
        1.000.000 potong dalam satu teks
    """,
    "64.000.000 piksel": """
        logo 2.000.000.000 piksel lebar
        logo 60.000 × 60.000
    """,
    "logo-rusak": """
        logo yang mengembang 10 GB
        logo IHDR pendek
    """,
    "300.000 unsur XML di satu bagian": """
        1.000.000 paragraf (templat)
        150.000 paragraf (templat)
        150.000 potong dalam satu paragraf (templat)
        1.000.000 potong dalam satu paragraf (templat)
        100.000 gaya (templat)
        100.000 penomoran (templat)
        1.000.000 atribut di naskah (templat)
        1.000.000 bookmark (templat)
    """,
    "templat-bukan-word": """
        tabel sedalam 10.000 (templat)
        kendali isi sedalam 10.000 (templat)
        entitas di naskah (templat)
    """,
    "templat-hasil-rusak": """
        tabel sedalam 60 (templat)
    """,
    "128 MB isi bila dibuka": """
        satu bagian 10 GB nol, naskah (templat)
        satu bagian 10 GB nol, naskah (naskah)
    """,
    "20.000 paragraf, baris, atau potong teks yang berurutan": """
        150.000 paragraf (naskah)
        150.000 potong dalam satu paragraf (naskah)
    """,
    "bukan-dokumen-word": """
        tabel sedalam 10.000 (naskah)
        kendali isi sedalam 10.000 (naskah)
        entitas di naskah (naskah)
    """,
    "1.000.000 nilai di stempelnya": """
        stempel 90 KB → 60 MB daftar
        stempel 10.000.000 nilai
    """,
    "stempel-rusak": """
        stempel mengembang 10 GB
        stempel angka 5.000 digit
        stempel sedalam 100.000
        stempel dasar 1.000.000 paragraf
    """,
}
"""What is told, and of which bombs; nothing is said of what can be read all the same."""
ANSWERS = {
    name.strip(): said for said, names in _TOLD.items() for name in names.strip().splitlines()
}


@pytest.mark.parametrize("bomb", BOMBS, ids=name_of)
def test_a_bomb_is_answered(bomb: Bomb, tmp_path: Path) -> None:
    outcome = answer(bomb, tmp_path)

    assert told(outcome, bomb) == ANSWERS[bomb.name]


def _allow() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


MEMORY = 3 << 29
"""1.5 GB."""
TIGHT = {
    "28 teks bersama @ 8 MB": ("periksa",),
    "1.048.576 baris × 4 sel berformat": ("tahun-baru", "2023"),
    "1.048.576 baris terisi": ("buat",),
    "49.000 baris terisi": ("periksa", "--tandai"),
    "1.000.000 format bersyarat": ("periksa", "--usulkan"),
    "salinan 500 MB nol": ("periksa",),
}


@pytest.mark.parametrize("bomb", [one for one in BOMBS if one.name in TIGHT], ids=name_of)
def test_a_bomb_is_answered_within_little_memory(bomb: Bomb, tmp_path: Path) -> None:
    lay(bomb, tmp_path)
    target = tmp_path / "kerja" / bomb.place
    target.parent.mkdir(exist_ok=True)
    shutil.move(tmp_path / "bom", target)
    command, *more = TIGHT[bomb.name]

    run = subprocess.run(
        [sys.executable, "-m", "generator", command, str(tmp_path / "kerja"), *more],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        preexec_fn=_allow,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert "Traceback" not in run.stderr
    assert "MemoryError" not in run.stderr
    assert run.returncode in (0, 1)
    assert "BRK-10" not in run.stdout, "memory ran out, which reads as damage"
