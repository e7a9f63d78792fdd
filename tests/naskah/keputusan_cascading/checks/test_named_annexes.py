"""KESATU names as many annexes as will print."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.naskah.keputusan_cascading.build import build_decree
from generator.naskah.keputusan_cascading.checks.diktum import check_named_annexes
from tests.support.sheets import IDENTITAS, read_folder, said, write_folder


def found(folder: Path, bentuk: str, kesatu: str) -> list[str]:
    sheets = {
        "Identitas": f"{IDENTITAS.rstrip()}\n| Lampiran | {bentuk} |\n",
        "Diktum": f"| Isi |\n| {kesatu} |",
    }
    tables, _ = read_folder(write_folder(folder, {"keputusan": sheets}))
    decree, _ = build_decree(tables.lembar, "keputusan.xlsx")
    assert decree is not None
    return said(check_named_annexes(decree))


@pytest.mark.parametrize(
    ("bentuk", "kesatu"),
    [
        ("pohon", "Cascading tercantum dalam {lampiran} Keputusan ini;"),
        ("keduanya", "Cascading tercantum dalam {lampiran} Keputusan ini;"),
        ("matriks", "Cascading sebagaimana terlampir;"),
        ("keduanya", "Cascading tercantum dalam Lampiran I dan II Keputusan ini;"),
        ("keduanya", "Cascading tercantum dalam LAMPIRAN I serta Lampiran II;"),
        ("pohon", "Cascading tercantum dalam lampiran, yang tidak terpisahkan;"),
    ],
)
def test_the_annexes_that_print_are_named(tmp_path: Path, bentuk: str, kesatu: str) -> None:
    assert found(tmp_path, bentuk, kesatu) == []


@pytest.mark.parametrize(
    ("bentuk", "kesatu"),
    [
        ("keduanya", "Cascading tercantum dalam Lampiran Keputusan ini;"),
        ("pohon", "Cascading tercantum dalam Lampiran I dan Lampiran II;"),
        ("keduanya", "Cascading tercantum dalam Lampiran I, II, dan III;"),
    ],
)
def test_another_number_of_annexes_is_told(tmp_path: Path, bentuk: str, kesatu: str) -> None:
    assert found(tmp_path, bentuk, kesatu) == ["kesatu-lain-lampiran: keputusan.xlsx Diktum A2"]
