"""NIP: eighteen digits that hold dates."""

from __future__ import annotations

import pytest

from generator.bahasa.nip import nip_fault


@pytest.mark.parametrize(
    "nip",
    [
        "19631017 199003 1 005",
        "196310171990031005",
        "NIP. 19631017 199003 1 005",
        "198702032021211001",
        "999999999999999999",
    ],
)
def test_a_nip(nip: str) -> None:
    assert nip_fault(nip) is None


@pytest.mark.parametrize(
    ("nip", "fault"),
    [
        ("19631017 199003 1 05", "terdiri atas 17 angka, bukan 18"),
        ("19630230 199003 1 005", "tanggal lahirnya (19630230) tidak ada"),
        ("19631017 199013 1 005", "bulan pengangkatannya (199013) tidak mungkin"),
        ("19631017 196003 1 005", "bulan pengangkatannya (196003) tidak mungkin"),
        ("19631017 199003 7 005", "angka kelima belasnya (7) bukan 1 atau 2"),
    ],
)
def test_what_is_none(nip: str, fault: str) -> None:
    assert nip_fault(nip) == fault
