"""What the decree's book says before anybody has filled it in."""

from __future__ import annotations

from datetime import date

import pytest

from generator.bahasa.wording import expand
from generator.naskah.keputusan_cascading.awal import kinds_of_office, standard_rows
from generator.schema.keputusan import DIKTUM, IDENTITAS, JENJANG, MENGINGAT, MENIMBANG
from generator.schema.levels import TINGKAT, tingkat_of

TODAY = date(2026, 1, 2)


def test_texts_stand_under_keys_and_on_sheets_that_there_are() -> None:
    rows = standard_rows(TODAY)

    sheets = {IDENTITAS.name, MENIMBANG.name, MENGINGAT.name, DIKTUM.name, JENJANG.name}
    assert set(rows) == sheets
    assert {row["isian"] for row in rows[IDENTITAS.name]} <= {key.name for key in IDENTITAS.keys}


def test_braces_name_nothing_but_placeholders() -> None:
    known = dict.fromkeys(IDENTITAS.placeholders, "")
    texts = [row["isi"] for sheet in standard_rows(TODAY).values() for row in sheet]

    assert [text for text in texts if expand(text, known)[1]] == []


def test_the_law_is_that_of_the_day() -> None:
    def basis(as_of: date) -> str:
        return "\n".join(row["isi"] for row in standard_rows(as_of)[MENGINGAT.name])

    assert "terakhir dengan Undang-Undang Nomor 6 Tahun 2023" in basis(TODAY)
    assert "terakhir dengan Undang-Undang Nomor 9 Tahun 2015" in basis(date(2016, 12, 31))


def test_every_item_of_the_legal_basis_has_its_gazette() -> None:
    basis = [row["isi"] for row in standard_rows(TODAY)[MENGINGAT.name]]

    assert len(basis) == 11
    assert [text for text in basis if "Negara Republik Indonesia Tahun" not in text] == []


@pytest.mark.parametrize("office", kinds_of_office())
def test_a_kind_of_office_says_how_its_levels_are_called(office: str) -> None:
    rows = standard_rows(TODAY, office)[JENJANG.name]

    assert {row["tingkat"] for row in rows} >= set(TINGKAT)
    assert [row for row in rows if tingkat_of(row["tingkat"]) is None] == []
    assert "<" not in str(standard_rows(TODAY, office))
