"""The 148 real citations of `kutipan-nyata.tsv`, each through the certain edits."""

from __future__ import annotations

import re

import pytest

from generator.findings.cures import Edit, apply
from generator.findings.finding import Diagnostic
from generator.peraturan.parser import parse
from generator.peraturan.register import norm
from tests.support.decrees import remarks
from tests.support.paths import ROOT

_, *LINES = (ROOT / "tests/data/kutipan-nyata.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES]
CITATIONS = {int(nomor): kutipan for nomor, kutipan, _ in ROWS}
JUDGED = {int(nomor): penilaian for nomor, _, penilaian in ROWS}
# matches "Lembaran Negera", not "Lembar Negara"
GAZETTE = re.compile(r"(tambahan )?(?:lembaran|berita) (?:neg|daer)", re.IGNORECASE)


def found_in(kutipan: str) -> list[Diagnostic]:
    keys = {"Tahun": "2026", "Nomor": "100/12/DISKANNAK/2026", "Tanggal": "2 Januari 2026"}
    found = remarks(identitas=keys, mengingat=[kutipan])
    return [one for one in found if one.place.sheet == "Mengingat"]


def mended(kutipan: str) -> str:
    return apply(
        kutipan, [e for one in found_in(kutipan) for e in one.edits if isinstance(e, Edit)]
    )


def regulations(kutipan: str) -> list[str]:
    citation = parse(kutipan).citation
    return [str(norm(one.kunci)) for one in citation.all()] if citation else []


def gazettes(kutipan: str) -> tuple[int, int]:
    """Return how many gazettes and how many supplements a text names."""
    supplements = [bool(one[1]) for one in GAZETTE.finditer(kutipan)]
    return supplements.count(False), supplements.count(True)


def test_all_are_there() -> None:
    assert len(CITATIONS) == 148


@pytest.mark.parametrize("kutipan", CITATIONS.values(), ids=map(str, CITATIONS))
def test_edits_keep_the_regulations(kutipan: str) -> None:
    assert regulations(mended(kutipan)) == regulations(kutipan)


@pytest.mark.parametrize("kutipan", CITATIONS.values(), ids=map(str, CITATIONS))
def test_edits_add_no_second_gazette(kutipan: str) -> None:
    after = mended(kutipan)
    most = len(regulations(kutipan))
    for before, count in zip(gazettes(kutipan), gazettes(after), strict=True):
        assert count <= max(before, most)
    assert not re.search(r"Republik \w+ Republik|Nomor? Nomor", after)


@pytest.mark.parametrize("kutipan", CITATIONS.values(), ids=map(str, CITATIONS))
def test_second_run_proposes_nothing(kutipan: str) -> None:
    assert [one.rule.name for one in found_in(mended(kutipan)) if one.edits] == []
