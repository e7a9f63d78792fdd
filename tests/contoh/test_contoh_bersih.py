"""The clean example: an office of another shape than that of 2022, and nothing to object to."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from generator.app.berkas import Berkas, read_folder
from generator.cascade.model import Cascade, Jenis, Simpul
from generator.contoh.fill import BERSIH, contoh_books
from generator.files.placed import Placement
from generator.naskah.keputusan_cascading.model import Bentuk, Decree
from generator.schema.books import BOOKS
from generator.workbook.renewing.folder import write_blank_books
from tests.support.canonical import differing_parts
from tests.support.outcomes import decree_of
from tests.support.paths import ROOT
from tests.support.sheets import said

COMMITTED = ROOT / "input_templates" / "contoh-bersih"


@cache
def reading() -> Berkas:
    return read_folder(COMMITTED)


def cascade() -> Cascade:
    return reading().cascade


def decree() -> Decree:
    return decree_of(reading())


def nodes() -> list[Simpul]:
    return list(cascade().walk())


@pytest.mark.parametrize("name", [book.filename for book in BOOKS])
def test_the_committed_books_are_those_the_example_makes(name: str) -> None:
    committed = (COMMITTED / name).read_bytes()

    assert differing_parts(committed, contoh_books(BERSIH)[name]) == [], (
        "input_templates/ is older than generator/contoh: run make generated"
    )


def test_nothing_is_found_in_it_not_even_a_catatan() -> None:
    assert said(reading().findings) == []


def test_the_dropdowns_are_those_that_template_would_write(tmp_path: Path) -> None:
    for name, content in contoh_books(BERSIH).items():
        (tmp_path / name).write_bytes(content)

    written, findings = write_blank_books(tmp_path)

    assert findings == []
    assert {one.placement for one in written if one.path.suffix == ".xlsx"} == {Placement.ADA}


def test_its_tree_has_the_levels_that_the_decree_of_2022_lacks() -> None:
    kegiatan = [node for node in nodes() if node.jenis is Jenis.KEGIATAN]

    assert cascade().kinerja_daerah
    assert kegiatan
    assert {child.jenis for node in kegiatan for child in node.anak} == {Jenis.SUB_KEGIATAN}
    assert sum(len(node.indikator) for node in nodes()) >= 30


def test_its_decree_cites_ten_regulations_and_three_that_were_amended() -> None:
    amended = [item for item in decree().mengingat if "diubah" in item.text]

    assert len(decree().mengingat) >= 10
    assert len(amended) == 3


def test_every_box_says_who_answers_for_it_and_what_it_costs() -> None:
    assert [node.kode for node in nodes() if not node.penanggung_jawab] == []
    assert [node.kode for node in nodes() if not node.nilai_pagu] == []


def test_the_pagu_of_every_parent_is_the_sum_below_it() -> None:
    parents = [node for node in nodes() if node.anak]
    wrong = [
        node.kode
        for node in parents
        if node.nilai_pagu != sum((child.nilai_pagu or 0 for child in node.anak), Decimal())
    ]

    assert len(parents) > 10
    assert wrong == []


def test_every_target_is_better_than_that_of_last_year() -> None:
    compared = [
        (one.teks.text, one.target.nilai, one.target_tahun_lalu.nilai, one.arah)
        for node in nodes()
        for one in node.indikator
        if one.target_tahun_lalu
    ]
    worse = [
        teks
        for teks, now, before, arah in compared
        if now is None or before is None or (now > before) is not (arah == "Naik")
    ]

    assert len(compared) >= 30
    assert worse == []


def test_it_prints_both_annexes_and_names_them_in_its_first_diktum() -> None:
    assert decree().identitas.bentuk is Bentuk.KEDUANYA
    assert "dalam Lampiran I dan Lampiran II yang merupakan bagian" in decree().diktum[0].text
