"""Amendment chains: the regulation behind "diubah dengan" amends the one before it."""

from __future__ import annotations

import pytest

from tests.support.decrees import UU_23_2014, told

PP_18_2016 = (
    "Peraturan Pemerintah Nomor 18 Tahun 2016 tentang Perangkat Daerah (Lembaran Negara Republik "
    "Indonesia Tahun 2016 Nomor 114, Tambahan Lembaran Negara Republik Indonesia Nomor 5887) "
    "sebagaimana telah diubah dengan "
)
PP_72_2019 = (
    "Peraturan Pemerintah Nomor 72 Tahun 2019 tentang Perubahan atas Peraturan Pemerintah Nomor 18 "
    "Tahun 2016 tentang Perangkat Daerah (Lembaran Negara Republik Indonesia Tahun 2019 Nomor 187, "
    "Tambahan Lembaran Negara Republik Indonesia Nomor 6402);"
)
PP_17_2020 = (
    "Peraturan Pemerintah Nomor 17 Tahun 2020 tentang Perubahan atas Peraturan Pemerintah Nomor 11 "
    "Tahun 2017 tentang Manajemen Pegawai Negeri Sipil (Lembaran Negara Republik Indonesia Tahun "
    "2020 Nomor 68, Tambahan Lembaran Negara Republik Indonesia Nomor 6477);"
)


def test_the_amendment_of_another_regulation() -> None:
    assert told(mengingat=[PP_18_2016 + PP_17_2020]) == ["perubahan-atas-yang-lain: Mengingat A2"]


@pytest.mark.parametrize("item", [PP_18_2016 + PP_72_2019, UU_23_2014])
def test_an_amendment_of_this_one_or_of_several_laws(item: str) -> None:
    assert told(mengingat=[item]) == []
