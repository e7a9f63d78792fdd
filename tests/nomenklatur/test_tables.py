"""Which table is in force, what it says of a code, and how little of it is opened for that."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from generator.nomenklatur import packed
from generator.nomenklatur.butir import ButirNomenklatur, Pemda
from generator.nomenklatur.kode import JenisKode
from generator.nomenklatur.tables import edition_of, nomenklatur_for, own_table
from tests.support.official_books import edition, official_lines
from tests.support.paths import ROOT

KABUPATEN = "Kabupaten Lembah Sagara"


@pytest.mark.parametrize(
    ("tahun", "pemerintah", "title", "names_only"),
    [
        ("2022", KABUPATEN, "2023", True),
        ("2024", KABUPATEN, "2023", False),
        ("2026", KABUPATEN, "2023", False),
        ("2027", KABUPATEN, "2027", False),
        ("2031", KABUPATEN, "2027", False),
        ("2025", "Provinsi Sagara", "2027", True),
        ("2027", "Provinsi Sagara", "2027", False),
        ("dua ribu", KABUPATEN, "2023", True),
    ],
)
def test_the_year_and_the_kind_of_government_decide_which_table_applies(
    tahun: str, pemerintah: str, title: str, *, names_only: bool
) -> None:
    table = nomenklatur_for(tahun, pemerintah)
    assert (table.title, table.names_only) == (edition(title).title, names_only)


@pytest.mark.parametrize(
    ("key", "pemda", "count"),
    [
        ("2023", Pemda.KABUPATEN_KOTA, 3395),
        ("2027", Pemda.KABUPATEN_KOTA, 3558),
        ("2027", Pemda.PROVINSI, 4207),
    ],
)
def test_every_sub_kegiatan_of_the_tables_is_there(key: str, pemda: Pemda, count: int) -> None:
    kinds = Counter(one.jenis for one in official_lines(edition(key), pemda))
    assert kinds[JenisKode.SUB_KEGIATAN] == count


def test_a_code_gives_all_that_the_table_says() -> None:
    assert nomenklatur_for("2027", KABUPATEN).of("1.02.02.2.02.0053") == ButirNomenklatur(
        pemda=Pemda.KABUPATEN_KOTA,
        kode="1.02.02.2.02.0053",
        nama="Pengambilan, Pemeriksaan dan Pengiriman Spesimen Penyakit Potensial KLB ke "
        "Laboratorium Rujukan/Nasional",
        kinerja="Terdistribusinya Spesimen Penyakit Potensial Kejadian Luar Biasa (KLB) ke "
        "Laboratorium Rujukan/Nasional",
        indikator="Jumlah Spesimen Penyakit Potensial Kejadian Luar Biasa (KLB) ke Laboratorium "
        "Rujukan/Nasional yang Didistribusikan",
        satuan="Paket",
        sebelumnya="1.02.02.2.02.0028 Pengambilan dan Pengiriman Spesimen Penyakit Potensial KLB "
        "ke Laboratorium Rujukan/Nasional",
    )


def test_what_serves_every_office_bears_the_code_of_the_office() -> None:
    line = nomenklatur_for("2025", KABUPATEN).of("1.02.01.2.06.0002")
    assert line is not None
    assert line.kode == "1.02.01.2.06.0002"
    assert line.nama == "Penyediaan Peralatan dan Perlengkapan Kantor"


def test_a_code_that_is_not_there_gives_nothing() -> None:
    table = nomenklatur_for("2025", KABUPATEN)
    assert table.of("1.02.02.2.99") is None
    assert table.of("9.99.02") is None


def test_a_replaced_code_leads_to_what_replaced_it() -> None:
    office = nomenklatur_for("2027", KABUPATEN).office("1.02")
    assert [one.kode for one in office.successors["1.02.02.2.02.0028"]] == ["1.02.02.2.02.0053"]


def test_a_table_of_the_office_is_asked_like_those_of_the_program() -> None:
    lines = [
        ButirNomenklatur(Pemda.KABUPATEN_KOTA, "5.03.02", "PROGRAM A"),
        ButirNomenklatur(Pemda.KABUPATEN_KOTA, "X.XX.01.2.01.0001", "Penyusunan B"),
    ]
    table = own_table(lines)
    assert table.of("5.03.01.2.01.0001") is not None
    assert [one.nama for one in table.heads] == ["PROGRAM A"]
    assert table.bidang == ("5.03", "X.XX")


def test_the_packed_files_are_what_packing_their_lines_gives() -> None:
    editions = {
        key: [one for pemda in edition(key).pemda for one in official_lines(edition(key), pemda)]
        for key in ("2023", "2027")
    }
    for name, content in packed.pack(editions).items():
        held = ROOT / "generator" / "nomenklatur" / "tabel" / name
        assert held.read_bytes() == content, name


OPENED = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from generator.__main__ import main
sys.argv = ["sk-cascading", *{words!r}]
try:
    main()
except SystemExit:
    pass
import json
print(json.dumps([one for one in opened if one.endswith(".xz")]), file=sys.stderr)
"""


def opened(folder: Path, *words: str) -> list[str]:
    """Return the names of the tables that a command opens."""
    code = OPENED.format(words=list(words))
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        check=True,
    )
    found: list[str] = json.loads(done.stderr.strip().split("\n")[-1])
    return [Path(one).name for one in found]


WORDS = "kata.xz"
"""What the official tables write, word by word: of spelling, whatever the bidang."""


def test_no_table_is_opened_before_it_is_needed(tmp_path: Path) -> None:
    assert opened(tmp_path, "--help") == []
    assert opened(tmp_path, "contoh", "contoh") == []
    assert opened(tmp_path, "template", "kosong") == []
    assert opened(tmp_path, "periksa", "kosong") == []


def test_a_folder_of_one_bidang_opens_its_table_and_that_of_all_offices(tmp_path: Path) -> None:
    folder = str(ROOT / "input_templates" / "contoh-bersih")
    tables = [one for one in opened(tmp_path, "periksa", folder) if one != WORDS]
    assert tables == ["1.02.xz", "X.XX.xz"]


@pytest.mark.parametrize("kode", ["1.02.02.1.01.0001", "1.02.01.1.01.0001"])
def test_one_code_opens_one_file(kode: str) -> None:
    packed.block.cache_clear()
    table = edition_of(edition("2027"), Pemda.PROVINSI)
    assert table.of(kode) is not None
    assert packed.block.cache_info().misses == 1
