"""Every line of the official tables, entered with its code, is met with silence."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.berkas import read_folder
from generator.findings.rule import Severity
from generator.nomenklatur.butir import Pemda
from generator.schema.keputusan import KEPUTUSAN
from tests.support.official_books import edition, official_lines, write_official
from tests.support.sheets import said


@pytest.mark.parametrize(
    ("key", "pemda", "tahun"),
    [
        ("2023", Pemda.KABUPATEN_KOTA, "2025"),
        ("2027", Pemda.KABUPATEN_KOTA, "2027"),
        ("2027", Pemda.PROVINSI, "2027"),
    ],
    ids=["kabupaten-2023", "kabupaten-2027", "provinsi-2027"],
)
def test_nothing_is_to_be_looked_at_in_official_words(
    tmp_path: Path, key: str, pemda: Pemda, tahun: str
) -> None:
    lines = official_lines(edition(key), pemda)
    berkas = read_folder(write_official(tmp_path, lines, tahun, pemda))

    assert len(list(berkas.cascade.walk())) > len(lines) * 0.95
    assert [
        text
        for one in berkas.findings
        if one.severity is not Severity.CATATAN and one.place.book != KEPUTUSAN.filename
        for text in said([one])
    ] == []
