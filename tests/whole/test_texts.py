"""Any text in any cell prints as typed, or is refused with a finding; nothing is ever evaluated."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator.app import buat as pipeline
from generator.app.outcome import Outcome
from generator.bahasa.tempelan import is_nothing, list_mark
from generator.bahasa.wording import clean
from generator.findings.finding import has_salah
from generator.revision.stamp import Stamp, read_stamp
from tests.support.sheets import write_folder

CELLS = {
    ("eselon-2.xlsx", "Sasaran", "D2"): "sasaran",
    ("eselon-2.xlsx", "Sasaran", "E2"): "indikator",
    ("eselon-3.xlsx", "Program", "C2"): "nama",
    ("eselon-4.xlsx", "Sub Kegiatan", "F2"): "indikator",
    ("keputusan.xlsx", "Menimbang", "A2"): "isi",
    ("keputusan.xlsx", "Mengingat", "A2"): "isi",
    ("keputusan.xlsx", "Diktum", "A2"): "isi",
    ("keputusan.xlsx", "Jenjang", "B2"): "label",
}
NASTY = (
    *("{{ 7*7 }}", "{% for a in b %}", "{{ kop.pemerintah }}", "{# x #}", "{%p if x %}", "}}", "{"),
    *("<w:p/>", "</w:t>", "&amp;", "a < b & c > d", "]]>", "<!--", "\"'", "<?xml?>"),
    *("=CMD()", "=1+1", "+1", "-1", "@SUM(A1)", "'=A1", "=HYPERLINK(1)"),
    *(
        "[merah]",
        "[/]",
        "[bold]x",
        ":smile:",
        "%s %d",
        "{0}",
        "{tahun}",
        "{{tahun}}",
        "\\n",
        "{tahu}",
    ),
    *(
        "a\u200bb",
        "e\u0301",
        "\ufeffx",
        "a  b",
        "a\nb",
        "a\tb",
        "–…›≥",
        "字",
        "😀",
        "\u202ex",
        "x\x07y",
    ),
)
TEXT = st.sampled_from(NASTY) | st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40
)


def _make(texts: dict[tuple[str, str, str], str]) -> tuple[Outcome, dict[object, str]]:
    """Type the texts into the good folder and make its decree; return what stands in each cell."""
    with TemporaryDirectory() as name:
        folder = write_folder(Path(name))
        for (book, sheet, address), text in texts.items():
            workbook = load_workbook(folder / book)
            cell = workbook[sheet][address]
            cell.value, cell.data_type = text, "s"
            workbook.save(folder / book)
        outcome = pipeline.make(folder, folder / "hasil")
        printed: dict[object, str] = {}
        for path in folder.glob("hasil/*.docx"):
            stamp = read_stamp(path)
            assert isinstance(stamp, Stamp)
            for one in stamp.anchors:
                printed[one.place.book, one.place.sheet, one.place.cell] = one.text
        return outcome, printed


def _as_printed(text: str, role: str) -> str:
    """Return what must print: the placeholder outside doubled braces expanded, all else kept.

    Texts of boxes lose the mark of a list before them.
    """
    printed = re.sub(r"(?<![{$])\{tahun\}(?!\})", "2022", clean(text))
    mark = list_mark(printed) if role in ("sasaran", "indikator", "nama") else ""
    return printed[len(mark) :]


def _writable(text: str) -> bool:
    """Whether Excel itself could hold this text; the rest is refused by the writing library."""
    return all(char in "\t\n\r" or ord(char) >= 32 for char in text) and not (
        is_nothing(clean(text)) or not clean(text)
    )


@settings(max_examples=25, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(st.fixed_dictionaries({cell: TEXT.filter(_writable) for cell in CELLS}))
def test_any_text_prints_as_typed_or_is_refused(texts: dict[tuple[str, str, str], str]) -> None:
    outcome, printed = _make(texts)
    if outcome.exit_code:
        assert has_salah(outcome.findings)
        assert printed == {}
    else:
        for cell, text in texts.items():
            assert printed[cell] == _as_printed(text, CELLS[cell])


@pytest.mark.parametrize("text", [one for one in NASTY if _writable(one) and one != "{tahu}"])
def test_text_that_looks_like_a_program_prints_as_typed(text: str) -> None:
    cell = ("eselon-4.xlsx", "Sub Kegiatan", "D2")
    outcome, printed = _make({cell: text})
    assert outcome.exit_code == 0, outcome.findings
    assert printed[cell] == _as_printed(text, "nama")


def test_an_unknown_placeholder_is_refused_where_it_stands() -> None:
    outcome, printed = _make({("eselon-4.xlsx", "Sub Kegiatan", "F2"): "Jumlah {tahu}"})
    assert [
        str(one.place.cell) for one in outcome.findings if one.rule.name == "penanda-tidak-dikenal"
    ] == ["F2"]
    assert printed == {}
