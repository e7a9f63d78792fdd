"""Carrying out the certain cures leaves only findings without one, and no new ones."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files

import pytest

from generator.findings.cures import Edit, Move, apply
from generator.findings.finding import Diagnostic
from generator.values import Place
from tests.support.decrees import (
    IDENTITAS,
    PERPRES_29_2014,
    PP_12_2019,
    UU_23_2014,
    UU_25_2004,
    remarks,
)

EXAMPLE = tomllib.loads(
    files("generator.contoh").joinpath("bkpsdm-2022.toml").read_text(encoding="utf-8")
)["keputusan"]
SHEETS = ("Menimbang", "Mengingat", "Diktum")

Texts = Mapping[tuple[str, str], str]


def texts_of(identitas: Mapping[str, str], **sheets: Iterable[str]) -> dict[tuple[str, str], str]:
    """Return every text of keputusan.xlsx by sheet and cell, the keys of Identitas by name."""
    texts = {("Identitas", key): text.strip() for key, text in identitas.items()}
    for sheet, items in sheets.items():
        texts |= {(sheet, f"A{row}"): text for row, text in enumerate(items, start=2)}
    return texts


def check(texts: Texts) -> list[Diagnostic]:
    items = {
        name.lower(): [text for (sheet, _), text in texts.items() if sheet == name]
        for name in SHEETS
    }
    identitas = {key: text for (sheet, key), text in texts.items() if sheet == "Identitas"}
    return remarks(identitas={**dict.fromkeys(IDENTITAS, ""), **identitas}, **items)


def cured(texts: Texts, found: Iterable[Diagnostic]) -> dict[tuple[str, str], str]:
    """Carry out every edit: words first, then the rows that move."""
    keys = [*{**IDENTITAS, **{key: "" for sheet, key in texts if sheet == "Identitas"}}]

    def name(place: Place) -> tuple[str, str]:
        assert place.row
        is_key = place.sheet == "Identitas"
        return str(place.sheet), keys[place.row - 2] if is_key else str(place.cell)

    asked = [edit for one in found for edit in one.edits]
    for edit in asked:
        assert edit.text == texts[name(edit.place)]
    by_cell: dict[tuple[str, str], list[Edit]] = {cell: [] for cell in texts}
    for edit in asked:
        if isinstance(edit, Edit):
            by_cell[name(edit.place)].append(edit)
    mended = {cell: apply(text, by_cell[cell]) for cell, text in texts.items()}
    moves = {name(one.place): name(one.source) for one in asked if isinstance(one, Move)}
    return mended | {here: mended[there] for here, there in moves.items()}


def test_decree_of_2022() -> None:
    texts = texts_of(
        {key: text for key, text in EXAMPLE["Identitas"].items() if isinstance(text, str)},
        **{name: EXAMPLE[name] for name in SHEETS},
    )
    before = check(texts)
    after = check(cured(texts, before))
    certain = {one.rule.name for one in before if one.edits}
    assert len(certain) > 12
    assert [one.rule.name for one in after if one.edits] == []
    assert {one.rule.name for one in after} == {one.rule.name for one in before} - certain


@pytest.mark.parametrize(
    "items",
    [
        [PERPRES_29_2014.replace("Presiden Nomor", "Presiden Republik Indonesia No."), UU_25_2004],
        [UU_23_2014.replace("Undang-Undang Nomor", "Undang-undang Republik Indonesia Nomor")],
        [UU_25_2004.replace("Lembaran Negara Republik Indonesia", "Lembaran Negara")],
        ["Undang-undang No. 25 Tahun 2004 Tentang Sistem Perencanaan Pembangunan Nasional."],
        ["Undang-Undang Nomor 25 Tahun 2004 tentang Sistem Perencanaan Pembangunan Nasional"],
        ["UU No 25 Th 2004"],
        [
            "UU 25/2004 Tentang Sistem Perencanaan Pembangunan Nasional "
            "(LN Tahun 2004 No. 104, TLN No. 4421)"
        ],
        [UU_25_2004.replace("Lembaran Negara Republik Indonesia", "Lembaran Negara RI")],
    ],
)
def test_cures_that_meet_in_one_cell(items: list[str]) -> None:
    texts = texts_of(IDENTITAS, Mengingat=items, Menimbang=["bahwa A;"], Diktum=[
        "Cascading dan Pohon Kinerja tercantum dalam {lampiran} yang tidak terpisahkan."
    ])  # fmt: skip
    assert check(texts)
    assert [one.rule.name for one in check(cured(texts, check(texts)))] == []


def test_what_two_spellings_lack_at_one_spot_comes_in_the_order_of_the_text() -> None:
    item = PP_12_2019.replace("Tambahan Lembaran Negara Republik Indonesia", "Tambahan Lembaran")
    texts = texts_of(IDENTITAS, Mengingat=[item])
    assert cured(texts, check(texts))["Mengingat", "A2"] == PP_12_2019
