"""Official codes as typed, and what stands above them."""

from __future__ import annotations

import pytest

from generator.nomenklatur.kode import JenisKode, above, general, jenis_of, read_kode


@pytest.mark.parametrize(
    ("typed", "kode"),
    [
        ("5.03.02.2.01.0009", "5.03.02.2.01.0009"),
        ("5.03.02.2.01.09", "5.03.02.2.01.0009"),
        (" 5.3.2 ", "5.03.02"),
        ("5.03.02.2.01.0009 – Perumusan Bahan Kebijakan", "5.03.02.2.01.0009"),
        ("x.xx.01.2.06.0002", "X.XX.01.2.06.0002"),
        ("5.03.02.", "5.03.02"),
    ],
)
def test_a_code_is_read_as_people_type_it(typed: str, kode: str) -> None:
    assert read_kode(typed) == kode


@pytest.mark.parametrize(
    "typed",
    ["", ".", "P1", "5.03.02.2", "5.1.02.01.01.0024", "5.03.02.2.01.00009", "5..02", "٥.03"],
)
def test_anything_else_is_no_code(typed: str) -> None:
    assert read_kode(typed) is None


def test_each_code_names_the_one_above() -> None:
    chain = ["5.03.02.2.01.0009", "5.03.02.2.01", "5.03.02", "5.03", "5"]
    assert [above(kode) for kode in chain] == [*chain[1:], None]
    assert [jenis_of(kode) for kode in chain] == list(reversed(JenisKode))


def test_the_program_of_every_office_has_one_general_code() -> None:
    assert general("1.02.01.2.06.0002") == "X.XX.01.2.06.0002"
    assert general("1.02.02.2.01") == "1.02.02.2.01"
