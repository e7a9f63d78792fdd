"""Sound work is met with silence: decrees of every kind of authority, drafted by the rules."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from generator.app.berkas import read_folder
from generator.findings.rule import Severity
from tests.support.sheets import said
from tests.support.sound_authorities import DECREES as OF_AUTHORITIES
from tests.support.sound_authorities import write_decree
from tests.support.sound_decrees import VOCABULARY, make_naskah, write_sound_folder

DECREES = range(100)


@pytest.mark.parametrize("number", DECREES)
def test_a_decree_drafted_by_the_rules_has_nothing_to_look_at(number: int, tmp_path: Path) -> None:
    findings = read_folder(write_sound_folder(tmp_path, number)).findings

    assert said(one for one in findings if one.severity is not Severity.CATATAN) == []


@pytest.mark.parametrize("name", OF_AUTHORITIES)
def test_a_decree_of_any_authority_has_nothing_to_look_at(name: str, tmp_path: Path) -> None:
    findings = read_folder(write_decree(tmp_path, name)).findings

    assert said(one for one in findings if one.severity is not Severity.CATATAN) == []


def test_the_authorities_decree_forty_times() -> None:
    assert len(OF_AUTHORITIES) == 40


def test_the_decrees_are_of_every_kind_of_office_and_region() -> None:
    offices = [make_naskah(Random(number)).kantor for number in DECREES]

    assert {one.nama for one in offices} == {
        nama for nama, *_ in VOCABULARY["kantor"]["perangkat_daerah"]
    }
    assert {one.jenis_daerah for one in offices} == {"Kabupaten", "Kota", "Provinsi"}


def test_the_decrees_cite_every_regulation_of_the_vocabulary() -> None:
    cited = " ".join(text for number in DECREES for text in make_naskah(Random(number)).mengingat())
    missing = [
        f"{kind} {number}/{year}"
        for _, kind, number, year, *_ in VOCABULARY["peraturan"]
        if f"{kind} Nomor {number} Tahun {year} tentang" not in cited
    ]

    assert missing == []
