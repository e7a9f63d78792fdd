"""Citations completed from the register: name, gazettes, amendments by a day; nothing repealed."""

from __future__ import annotations

from datetime import date

import pytest

from generator.peraturan.composing import composed
from generator.peraturan.parser import parse
from generator.peraturan.register import register

TODAY = date(2026, 1, 2)


def cited(text: str, as_of: date = TODAY) -> str | None:
    citation = composed(text, register(), as_of)
    return str(citation) if citation else None


def test_name_and_gazettes_are_filled_in() -> None:
    assert cited("Undang-Undang Nomor 25 Tahun 2004") == (
        "Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional "
        "(Lembaran Negara Republik Indonesia Tahun 2004 Nomor 104, Tambahan Lembaran Negara "
        "Republik Indonesia Nomor 4421)"
    )


def test_what_the_text_says_itself_stays() -> None:
    text = "Peraturan Menteri Dalam Negeri Nomor 90 Tahun 2019 tentang Klasifikasi"

    assert cited(text) == f"{text} (Berita Negara Republik Indonesia Tahun 2019 Nomor 1447)"


@pytest.mark.parametrize(
    ("as_of", "amended"),
    [
        (date(2015, 6, 1), "beberapa kali diubah terakhir dengan Undang-Undang Nomor 9 Tahun 2015"),
        (TODAY, "beberapa kali diubah terakhir dengan Undang-Undang Nomor 6 Tahun 2023"),
    ],
)
def test_the_last_amendment_by_that_day_is_named(as_of: date, amended: str) -> None:
    text = cited("Undang-Undang Nomor 23 Tahun 2014", as_of)

    assert text is not None
    assert f"sebagaimana telah {amended}" in text


def test_one_amendment_is_no_several_and_has_its_own_gazette() -> None:
    text = cited("Peraturan Pemerintah Nomor 18 Tahun 2016")

    assert text is not None
    assert "sebagaimana telah diubah dengan Peraturan Pemerintah Nomor 72 Tahun 2019" in text
    assert text.endswith("Tambahan Lembaran Negara Republik Indonesia Nomor 6402)")


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 32 Tahun 2004",
        "Undang-Undang Nomor 999 Tahun 2004",
        "bukan peraturan",
    ],
)
def test_what_is_repealed_or_not_known_is_not_cited(text: str) -> None:
    assert cited(text) is None


def test_what_is_composed_is_read_again_as_the_same() -> None:
    citation = composed("Undang-Undang Nomor 23 Tahun 2014", register(), TODAY)

    assert citation is not None
    assert parse(str(citation)).citation == citation
    assert parse(str(citation)).slips == ()
