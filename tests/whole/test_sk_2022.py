"""The yardstick: what `buat` makes of the example is the decree of 2022, word for word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
from docx.document import Document
from docx.text.paragraph import Paragraph

from generator.app.buat import make
from generator.lampiran.content.subjects import IKHTISAR
from tests.support.paths import ROOT
from tests.support.word_grid import Spot, box, spots
from tests.support.word_text import lines, open_word, squeeze

DATA = json.loads((ROOT / "tests/data/bkpsdm-2022.json").read_text(encoding="utf-8"))
REAL = (ROOT / "tests/data/sk-bkpsdm-2022.txt").read_text(encoding="utf-8")
NOT_PRINTED = {"sumber", "tanggal_iso", "jenis", "kode"}
SIGNER = "H. R. GATOT SUWARSO, SH., MM"


@pytest.fixture(scope="module")
def decree(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """The decree made from the example books."""
    folder = tmp_path_factory.mktemp("sk")
    outcome = make(ROOT / "input_templates/contoh-bkpsdm-2022", folder)
    assert outcome.exit_code == 0, outcome
    (path,) = folder.glob("*.docx")
    return open_word(path)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NOT_PRINTED:
                yield from _texts(one)


@pytest.fixture(scope="module")
def printed(decree: Document) -> list[str]:
    return lines(decree)


def test_every_text_of_the_data_stands_in_the_decree(printed: list[str]) -> None:
    text = squeeze(" ".join(printed))
    wanted = [one for one in _texts(DATA) if "{nomor}" not in one] + [
        _title(sasaran) for sasaran in DATA["lampiran"]["sasaran"]
    ]

    assert len(wanted) > 250
    assert [one for one in wanted if squeeze(one) not in text] == []


def _real_words() -> list[str]:
    """Return the words of the 2022 file up to the first signature, with the accepted changes.

    Its marks of extraction go; the letters and numbers that Word gives go; the fixed words
    stand as they are drafted by the book (colons, "pada tanggal").
    """
    text = REAL[: REAL.index(SIGNER) + len(SIGNER)]
    text = re.sub(r"\[http //([^\]]+)\]\(mailto:[^)]+\)", r"\1", text)
    text = re.sub(r"[<>]|\*\*", "", text)
    text = re.sub(r"^ ?- ", "", text, flags=re.MULTILINE)
    text = re.sub(r"^ ?(?:[ab]\.|[1-7]\.) ", "", text, flags=re.MULTILINE)
    text = text.replace("Menimbang :", "Menimbang : ").replace("Mengingat\n", "Mengingat :\n")
    text = text.replace("MEMUTUSKAN\n", "MEMUTUSKAN:\n").replace("Pada tanggal", "pada tanggal")
    return text.split()


def test_up_to_the_first_signature_the_words_stand_as_in_2022(printed: list[str]) -> None:
    words = " ".join(printed).split()
    real = _real_words()

    assert words[: len(real)] == real


def test_each_target_reads_as_in_2022_beside_its_own_indikator(printed: list[str]) -> None:
    pairs = [
        (one["indikator"], one["target"]) for one in _records(DATA["lampiran"]) if "target" in one
    ]
    beside = set(pairwise(printed))

    assert len(pairs) == 49
    assert [pair for pair in pairs if pair not in beside] == []


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _records(one)


def test_each_sasaran_has_one_sheet_that_holds_its_branch_and_nothing_else(
    decree: Document,
) -> None:
    sheets = _sheets(decree)
    branches = {
        _heading(sasaran): sorted(_branch(sasaran)) for sasaran in DATA["lampiran"]["sasaran"]
    }
    shown = {
        name: sorted(cell.text for cell in cells if cell.text and cell.text not in _heads())
        for name, cells in sheets.items()
        if name != IKHTISAR
    }

    assert shown == branches


def test_the_overview_names_each_sasaran_with_its_indikator_and_the_page_of_its_sheet(
    decree: Document,
) -> None:
    cells = _sheets(decree)[IKHTISAR]
    for page, sasaran in enumerate(DATA["lampiran"]["sasaran"], start=2):
        title = f"{_title(sasaran)} (halaman {page})"
        texts = [cell.text for cell in box(cells, title) if cell.text not in _heads()]
        assert texts == [title, sasaran["sasaran"], *_measures(sasaran)]


def test_each_box_holds_its_own_sasaran_indikator_and_target(decree: Document) -> None:
    sheets = _sheets(decree)
    seen = 0
    for sasaran in DATA["lampiran"]["sasaran"]:
        cells = sheets[_heading(sasaran)]
        for program in sasaran["program"]:
            for aim in program["sasaran"]:
                for kegiatan in aim["subkegiatan"]:
                    texts = [cell.text for cell in box(cells, kegiatan["nama"])]
                    (side,) = kegiatan["sasaran"]
                    assert [text for text in texts if text not in _heads()] == [
                        kegiatan["nama"],
                        side["sasaran"],
                        *_measures(side),
                    ]
                    seen += 1
    assert seen == 28


def test_each_box_hangs_in_the_columns_of_the_sasaran_program_it_belongs_to(
    decree: Document,
) -> None:
    sheets = _sheets(decree)
    for sasaran in DATA["lampiran"]["sasaran"]:
        cells = sheets[_heading(sasaran)]
        for program in sasaran["program"]:
            panel = box(cells, program["nama"])
            starts = [
                next(cell.first for cell in panel if cell.text == aim["sasaran"])
                for aim in program["sasaran"]
            ]
            for aim, (start, end) in zip(
                program["sasaran"], pairwise([*starts, panel[0].last]), strict=True
            ):
                for kegiatan in aim["subkegiatan"]:
                    hanging = box(cells, kegiatan["nama"])[0]
                    assert start <= hanging.first
                    assert hanging.last <= end


def _sheets(decree: Document) -> dict[str, list[Spot]]:
    """Return the cells of each drawn sheet by its heading."""
    found = {}
    heading = ""
    for block in decree.iter_inner_content():
        if isinstance(block, Paragraph):
            heading = block.text
        elif heading.startswith(("Pohon kinerja:", IKHTISAR)):
            found[heading] = spots(block)
    return found


def _heading(sasaran: dict[str, Any]) -> str:
    """Return the heading of a sasaran's sheet: all of them have one program."""
    (program,) = sasaran["program"]
    return f"Pohon kinerja: {_title(sasaran)} › {program['nama']}"


def _title(sasaran: dict[str, Any]) -> str:
    title: str = DATA["judul_kotak"][sasaran["jenis"].lower()]
    return title.replace("{nomor}", sasaran["kode"])


def _branch(sasaran: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of a sasaran's box and of all below it."""
    yield from (_title(sasaran), sasaran["sasaran"])
    yield from _measures(sasaran)
    for program in sasaran["program"]:
        yield program["nama"]
        for aim in program["sasaran"]:
            yield aim["sasaran"]
            yield from _measures(aim)
            for kegiatan in aim["subkegiatan"]:
                yield kegiatan["nama"]
                for side in kegiatan["sasaran"]:
                    yield side["sasaran"]
                    yield from _measures(side)


def _measures(node: dict[str, Any]) -> Iterator[str]:
    for one in node["indikator"]:
        yield from (one["indikator"], one["target"])


def _heads() -> set[str]:
    """Return the headings of levels, groups and columns."""
    columns = {head for heads in DATA["judul_kolom"].values() for head in heads}
    return {*columns, *DATA["jenjang"].values(), DATA["judul_kotak"]["kelompok_pendukung"]}
