"""Spelling: what is a slip, what only looks like one, and that a cure is one."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bahasa import ejaan
from generator.bahasa.ejaan import misspellings
from generator.peraturan.register import register

# fmt: off
SLIPS = [
    ("rencana yang di susun", "rencana yang disusun"),
    ("desa yang di dampingi", "desa yang didampingi"),
    ("telah di tindak lanjuti", "telah ditindaklanjuti"),
    ("harus di  tindak", "harus ditindak"),
    ("mengikut sertakan warga", "mengikutsertakan warga"),
    ("telah di rubah dengan", "telah diubah dengan"),
    ("DI SUSUN OLEH", "DISUSUN OLEH"),
    ("Dokumen Di Susun", "Dokumen Disusun"),
    ("aparatur yang mengikut diklat", "aparatur yang mengikuti diklat"),
    ("Prosentase lulusan", "Persentase lulusan"),
    ("level diatasnya", "level di atasnya"),
    ("Dimana letaknya", "Di mana letaknya"),
    ("ASN Dilingkungan Pemerintah", "ASN di Lingkungan Pemerintah"),
    ("DIBAWAH", "DI BAWAH"),
    ("kerjasama daerah", "kerja sama daerah"),
    ("Terlaksananya Kerjasama Daerah", "Terlaksananya Kerja Sama Daerah"),
    ("Kerjasama yang terlaksana", "Kerja sama yang terlaksana"),
    ("pertanggung jawaban", "pertanggungjawaban"),
    ("Undang undang", "Undang-undang"),
    ("Jumlah izin yang diProses", "Jumlah izin yang diproses"),
    ("MEningkatnya kUalitas", "Meningkatnya kualitas"),
    ("Kabupaten/ Kota", "Kabupaten/Kota"),
    ("KARIS/ KARSU/  KARPEG", "KARIS/KARSU/KARPEG"),
    ("satu  dua   tiga", "satu dua tiga"),
    ("yang di  susun", "yang disusun"),
    ("yang mengikut  diklat", "yang mengikuti diklat"),
    ("satu , dua ;", "satu, dua;"),
    ("pekerjaan yang Beresiko", "pekerjaan yang Berisiko"),
    ("mentargetkan dan mensinkronkan", "menargetkan dan menyinkronkan"),
    ("MENSEJAHTERAKAN RAKYAT", "MENYEJAHTERAKAN RAKYAT"),
    ("Rekruitmen Nara Sumber", "Rekrutmen Narasumber"),
    ("sampai 3 Pebruari 2022", "sampai 3 Februari 2022"),
    ("sampai 3 pebruari 2022", "sampai 3 Februari 2022"),
    ("diijinkan setiap kwartal", "diizinkan setiap kuartal"),
]
SOUND = [
    "di atas meja", "di Bina Marga", "di Susun", "di tempat", "kepada", "keluar",
    "mengikutsertakan",
    "e-Government", "SiAP", "RMD", "BUMDes", "KemenPANRB", "SDGs", "ASNnya", "WhatsApp",
    "Undang-Undang", "PERSENTASE", "Persentase", "Pelelangan", "Up to date", "Non Formal",
    "28 / BKPSDM / 2022", "dan/atau", "s.d.", "http://contoh.go.id/ini", "1 : 20", "dua, tiga;",
    "{perangkat_daerah}", "Baris satu\n  baris dua", "",
]
# fmt: on


def cured(text: str, *, longest_first: bool = False) -> str:
    """Mend a text as a cell is mended: piece by piece, each wherever it stands."""
    slips = list(misspellings(text))
    for slip in sorted(slips, key=lambda slip: -len(slip.found)) if longest_first else slips:
        text = text.replace(slip.found, slip.right)
    return text


@pytest.mark.parametrize(("text", "right"), SLIPS)
def test_a_slip_has_one_right_form(text: str, right: str) -> None:
    assert cured(text) == right


def test_every_entry_of_the_list_is_cured_in_one_go() -> None:
    lists = tomllib.loads((Path(ejaan.__file__).parent / "ejaan.toml").read_text(encoding="utf-8"))
    expected = {
        **lists["kata"],
        **{f"di {word}": f"di{word}" for word in lists["pasif"].split()},
        **{f"di{word}": f"di {word}" for word in lists["tempat"].split()},
    }
    assert {wrong: cured(wrong) for wrong in expected} == expected
    assert [right for right in expected.values() if list(misspellings(right))] == []


@pytest.mark.parametrize("text", SOUND)
def test_names_abbreviations_and_good_spelling_pass(text: str) -> None:
    assert list(misspellings(text)) == []


def test_official_names_of_regulations_pass() -> None:
    names = [one.nama for one in register().peraturan]
    assert [name for name in names if list(misspellings(name))] == []


@pytest.mark.parametrize(
    "name",
    [
        "Institut Teknologi Sepuluh Nopember",
        "Kewenangan Propinsi sebagai Daerah Otonom",
        "Ketentuan dan Tata Cara Pemberian Izin Apotik",
        "Kwartir Cabang Gerakan Pramuka",
        "Kecamatan Mesjid Raya",
        "Penertiban dan Pendayagunaan Tanah Terlantar",
        "Praktik Kedokteran",
    ],
)
def test_official_names_with_an_old_spelling_pass(name: str) -> None:
    assert list(misspellings(name)) == []


def test_a_slip_says_where_it_stands() -> None:
    text = "sistem yang di susun sejak 2022"
    (slip,) = misspellings(text)
    assert (text[slip.start : slip.stop], slip.found, slip.right) == (
        *("di susun", "di susun"),
        "disusun",
    )


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("di susun menurut susunan di susunan", "disusun menurut susunan di susunan"),
        ("mengikut, mengikuti, mengikut", "mengikuti, mengikuti, mengikuti"),
        ("mengikut dan mengikut", "mengikuti dan mengikuti"),
        ("mengikut  lomba, mengikut lomba", "mengikuti lomba, mengikuti lomba"),
    ],
)
def test_a_cure_changes_the_slip_wherever_it_stands_and_nothing_else(text: str, right: str) -> None:
    assert cured(text) == right


def test_equal_slips_are_named_once() -> None:
    text = "di rubah, di susun, lalu di susun lagi"
    assert [slip.start for slip in misspellings(text)] == [0, text.index("di susun")]


def test_slips_in_one_word_are_one() -> None:
    assert [slip.right for slip in misspellings("Data/ Informasi/ Berkas  baru")] == [
        "Data/Informasi/Berkas baru"
    ]


SMALL = [pair for pair in SLIPS if pair[0].islower()]
LOOKALIKES = [("susunan",) * 2, ("di susunan",) * 2, ("mengikuti",) * 2, ("{tahun}",) * 2]


@given(st.lists(st.sampled_from([*SMALL, *LOOKALIKES]), max_size=8))
def test_every_slip_of_a_text_is_cured_and_nothing_else_is_touched(
    parts: list[tuple[str, str]],
) -> None:
    wrong, right = (
        (" dan ".join(texts) for texts in zip(*parts, strict=True)) if parts else ("", "")
    )
    assert cured(wrong) == cured(wrong, longest_first=True) == right


PIECES = st.sampled_from(
    [*{word for text, _ in SLIPS for word in text.split()}, "susunan", "di", "A", "{tahun}"]
)
JOINTS = st.sampled_from([" ", "  ", "   ", "/ ", " / ", ", ", " , ", " ; ", "\n", "-"])


@given(st.lists(st.tuples(PIECES, JOINTS), max_size=12))
def test_a_cured_text_has_no_slips(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + joint for word, joint in parts).strip()
    assert list(misspellings(cured(text))) == []


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    for slip in misspellings(text):
        assert text[slip.start : slip.stop] == slip.found != slip.right
