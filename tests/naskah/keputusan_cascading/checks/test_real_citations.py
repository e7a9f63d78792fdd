"""The 148 real citations of `kutipan-nyata.tsv`, each through the certain edits."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

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


# matches "DOK-44: salah alarm", not "DOK-44"
JUDGEMENT = re.compile(r"([A-Z]+-[0-9]+): ([a-z ]+)")
LEFT_OUT = {
    (33, "DOK-44"): "read in part: nothing is known to be missing",
    (69, "DOK-44"): 'read in part, for "2019Nomor"',
    (99, "DOK-44"): 'read in part, for "dan perubahannya"',
    (119, "DOK-44"): 'read in part, for "(Perpres)"',
    (229, "DOK-36"): '"Indonesoa" is read now, and told as a slip with its cure',
    (231, "DOK-36"): '"lndonesia" is read now, and told as a slip with its cure',
}
STILL_TOLD = {
    (27, "DOK-41"): 'the cure is right now: "Nomo" becomes "Nomor"',
    (243, "DOK-41"): "no cure now; the year of the supplement is told",
}


def judged(nomor: int, *kinds: str) -> Counter[str]:
    return Counter(code for code, kind in JUDGEMENT.findall(JUDGED[nomor]) if kind in kinds)


def told(nomor: int) -> Counter[str]:
    return Counter(one.rule.code for one in found_in(CITATIONS[nomor]))


def test_what_was_right_is_told_still() -> None:
    lost = {
        (nomor, code)
        for nomor in CITATIONS
        for code, count in judged(nomor, "benar").items()
        if told(nomor)[code] < count
    }
    assert lost == LEFT_OUT.keys()


def test_false_alarms_and_wrong_cures_are_gone() -> None:
    left = {
        (nomor, code)
        for nomor in CITATIONS
        for code in judged(nomor, "salah alarm", "obat salah")
        if told(nomor)[code] > judged(nomor, "benar", "dapat diperdebatkan")[code]
    }
    assert left == STILL_TOLD.keys()


KINDS = ("benar", "dapat diperdebatkan", "salah alarm", "obat salah")
OF_ITS_REGION = "DOK-85"
"""What is told only because these citations stand in the decree of another region."""
PAGE = """\
# Kutipan nyata

148 kutipan dari Renstra 20 perangkat daerah, sebagaimana diketik orang, pernah diperiksa program
ini dan setiap temuannya dinilai pembaca. Tabel ini membandingkan penilaian itu dengan temuan
sekarang, untuk keputusan tanggal 2 Januari 2026. Ujinya `test_real_citations.py`; kutipannya
`tests/data/kutipan-nyata.tsv`.

| Penilaian | Temuan dahulu | Masih disebut |
|---|---|---|
{kinds}

Yang benar dan tidak disebut lagi ada pada butir yang hanya terbaca sebagian (di situ tidak ada yang
dikatakan kurang), atau kini terbaca dan disebut sebagai salah tulis dengan obatnya. Obat yang salah
tidak ada lagi: yang masih disebut mendapat obat yang benar, atau tanpa obat. Dengan `--usulkan`
semua kutipan tetap menyebut peraturan yang sama, masing-masing satu kali dengan paling banyak satu
lembaran, dan pemeriksaan kedua tidak mengusulkan apa pun.

| Temuan | Dahulu | Kini | Di antaranya baru |
|---|---|---|---|
{codes}
"""


def test_page_shows_the_judgements_before_and_after(golden: Callable[[Path, str], None]) -> None:
    before: Counter[str] = Counter()
    still: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    after: Counter[str] = Counter()
    new: Counter[str] = Counter()
    for nomor in CITATIONS:
        left = told(nomor)
        after += left
        for kind in KINDS:
            found = judged(nomor, kind)
            before[kind] += found.total()
            still[kind] += (found & left).total()
            codes += found
            left -= found
        new += left
    kinds = [f"| {kind} | {before[kind]} | {still[kind]} |" for kind in KINDS]
    rows = [
        f"| {code} | {codes[code]} | {after[code]} | {new[code]} |"
        for code in sorted({*codes, *after} - {OF_ITS_REGION})
    ]
    golden(
        ROOT / "docs/kutipan-nyata.md", PAGE.format(kinds="\n".join(kinds), codes="\n".join(rows))
    )


def test_the_slip_in_nomor_is_cured_in_its_place() -> None:
    assert "Negeri Nomor 2 Tahun 2025" in mended(CITATIONS[27])
