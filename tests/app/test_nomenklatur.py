"""nomenklatur: official lines by code or by words, as a person and as a program reads them."""

from __future__ import annotations

import json

import pytest

from generator.app.nomenklatur import find
from generator.app.outcome import DONE, MEND
from generator.report.json import to_json
from generator.report.sentences import sentences
from tests.app.test_cli import run


def test_a_code_is_told_with_what_the_table_sets_for_it() -> None:
    outcome = find(["5.03.01.2.06.0002"], ["5.03"], "2025")

    assert outcome.exit_code == DONE
    assert sentences(outcome.events) == (
        "5.03.01.2.06.0002  Penyediaan Peralatan dan Perlengkapan Kantor (sub kegiatan)",
        "    Indikator: Jumlah Paket Peralatan dan Perlengkapan Kantor yang Disediakan (Paket)",
        "1 baris cocok. Sumber: Kepmendagri Nomor 900.1.15.5-1317 Tahun 2023.",
    )


def test_what_another_replaced_is_told() -> None:
    said = sentences(find(["1.02.02.2.02.0053"], tahun="2027").events)

    assert said[2].startswith("    Menggantikan: 1.02.02.2.02.0028 Pengambilan dan Pengiriman")


def test_of_many_lines_the_first_twenty_are_told() -> None:
    *lines, last = sentences(find(["penyusunan"]).events)

    assert sum(not line.startswith("    ") for line in lines) == 20
    assert "20 yang pertama ditampilkan" in last


def test_nothing_found_is_told() -> None:
    outcome = find(["antariksa"], ["1.02"])

    assert outcome.exit_code == MEND
    assert sentences(outcome.events)[0].startswith("Tidak ada yang cocok dalam tabel Kementerian")


def test_a_province_has_a_table_of_its_own() -> None:
    (line,) = json.loads(to_json(find(["5.02.02.1.02.0005"], provinsi=True)))["nomenklatur"]

    assert line["nama"] == "Asistensi Pengelolaan Keuangan Kabupaten/Kota"


def test_a_program_reads_every_column() -> None:
    done = run("nomenklatur", "gaji", "tunjangn", "--bidang", "1.02", "--json")

    assert done.returncode == 0
    assert json.loads(done.stdout)["nomenklatur"][0] == {
        "kode": "1.02.01.2.02.0001",
        "jenis": "sub kegiatan",
        "nama": "Penyediaan Gaji dan Tunjangan ASN",
        "kinerja": "Tersedianya Gaji dan Tunjangan ASN",
        "indikator": "Jumlah Orang yang Menerima Gaji dan Tunjangan ASN",
        "satuan": "Orang/bulan",
        "sebelumnya": "",
    }


@pytest.mark.parametrize("bidang", ["5", "X.XX", "9.99", "kesehatan", "../5.03"])
def test_what_is_no_bidang_is_refused(bidang: str) -> None:
    done = run("nomenklatur", "gaji", "--bidang", bidang)

    assert done.returncode == 2
    assert f"{bidang} bukan kode bidang" in done.stderr
