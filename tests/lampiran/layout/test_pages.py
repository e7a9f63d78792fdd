"""Where boxes and lines stand: golden sheets, and what holds for every cascade."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from generator.cascade.model import Cascade, Jenis, Simpul, boxes
from generator.lampiran.content.boxes import PageReference, plain
from generator.lampiran.layout.pages import lay_out
from generator.lampiran.sheet import MM, Cell, CellRole, Chart, Connector, PageGeometry, Pohon
from generator.lampiran.styles import BESAR, BIASA, RAPAT
from generator.word.story import MOST_COLUMNS
from tests.conftest import Golden
from tests.support.drawn_word import A3, A4, F4
from tests.support.paths import ROOT
from tests.support.real_office import KANTOR
from tests.support.trees import TREES, bkpsdm_2022, jenjang, many, numbered, one_program_60, simpul

GOLDEN = ROOT / "tests/lampiran/golden"
NAMES = tuple(TREES)


def dump(pohon: Pohon) -> str:
    """Return every box and line of all sheets in millimetres, one a line."""
    lines = []
    for sheet in pohon.sheets:
        lines.append(f"halaman {sheet.number}")
        for chart in sheet.charts:
            lines.append(f"  {plain(chart.heading)}  {_mm(chart.width, chart.height)}")
            lines += [
                f"    {_mm(cell.x, cell.y, cell.width, cell.height)}  "
                f"{cell.gaya.name}: {' / '.join(map(plain, cell.teks))}"
                for cell in chart.cells
            ]
            lines += [f"    garis {_mm(line.x, line.y, line.x2, line.y2)}" for line in chart.lines]
    return "\n".join(lines) + "\n"


def _mm(*twips: int) -> str:
    return " ".join(f"{one / MM:.1f}" for one in twips)


def charts(pohon: Pohon) -> list[Chart]:
    return [chart for sheet in pohon.sheets for chart in sheet.charts]


@pytest.mark.parametrize("name", ["bkpsdm-2022", "kecamatan", "kotak-bersama"])
def test_boxes_stand_where_they_stood(name: str, golden: Golden) -> None:
    golden(GOLDEN / f"{name}.txt", dump(lay_out(TREES[name](), F4)))


@pytest.mark.parametrize("page", [F4, A4, A3], ids=["F4", "A4", "A3"])
@pytest.mark.parametrize("name", NAMES)
def test_every_sheet_keeps_within_its_page(name: str, page: PageGeometry) -> None:
    for sheet in lay_out(TREES[name](), page).sheets:
        assert sum(chart.height for chart in sheet.charts) < page.inner_height
        assert all(chart.width <= page.inner_width for chart in sheet.charts)


@pytest.mark.parametrize("name", NAMES)
def test_boxes_do_not_overlap(name: str) -> None:
    for chart in charts(lay_out(TREES[name](), F4)):
        assert not [pair for pair in combinations(chart.cells, 2) if _overlap(*pair)]


@pytest.mark.parametrize("name", NAMES)
def test_a_table_has_no_more_columns_than_word_takes(name: str) -> None:
    for page in (F4, A4, A3):
        for chart in charts(lay_out(TREES[name](), page)):
            assert len(chart.xs) - 1 <= MOST_COLUMNS


@pytest.mark.parametrize("name", NAMES)
def test_connectors_meet_a_box_or_another_connector_at_both_ends(name: str) -> None:
    for chart in charts(lay_out(TREES[name](), F4)):
        for line in chart.lines:
            for x, y in ((line.x, line.y), (line.x2, line.y2)):
                others = (one for one in chart.lines if one is not line)
                touches_box = any(_on_edge(cell, x, y) for cell in chart.cells)
                assert touches_box or any(_on_line(one, x, y) for one in others)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_smaller_than_seven_points(name: str) -> None:
    cells = [cell for chart in charts(lay_out(TREES[name](), F4)) for cell in chart.cells]
    assert min(cell.gaya.size for cell in cells) >= 7


def test_thirteen_sub_kegiatan_stand_on_one_f4_page_in_four_columns() -> None:
    [sheet] = [
        sheet
        for sheet in lay_out(bkpsdm_2022(), F4).sheets
        if any("(PENDUKUNG) I › " in plain(chart.heading) for chart in sheet.charts)
    ]
    [chart] = sheet.charts
    titles = [cell for cell in chart.cells if cell.peran is CellRole.JUDUL and cell.gaya in _TITLES]
    leaves = titles[3:]  # below BUPATI, the sasaran (title and text) and the program
    leaves = [cell for cell in leaves if cell.y > titles[2].y + titles[2].height]
    assert len(leaves) - 1 == 13
    assert len({cell.x for cell in leaves[1:]}) == 4


def test_further_sheets_repeat_the_ancestors_and_say_so() -> None:
    first, *others = charts(lay_out(one_program_60(), F4))[1:]
    assert len(others) >= 2
    for nth, chart in enumerate(others, 2):
        texts = [plain(one) for cell in chart.cells for one in cell.teks]
        assert {"BUPATI", "SASARAN I"} <= set(texts)
        assert any(text.endswith("(lanjutan)") for text in texts)
        assert plain(chart.heading).endswith(f" (lembar {nth} dari {len(others) + 1})")
    program = "Program Penyelenggaraan Urusan Nomor 1"
    assert plain(first.heading) == (
        f"Pohon kinerja: SASARAN I › {program} (lembar 1 dari {len(others) + 1})"
    )


def test_the_overview_names_the_page_of_each_program_of_several_sheets() -> None:
    cascade = KANTOR["dinas-kesehatan"]()
    pohon = lay_out(cascade, F4)
    overview, *others = pohon.sheets
    listed = [
        (part[0], pohon.pages[part[2].bookmark])
        for chart in overview.charts
        for cell in chart.cells
        for part in cell.teks
        if len(part) == 4 and isinstance(part[2], PageReference)
    ]
    names = [one.nama for root in cascade.akar for one in boxes(root.anak)]
    programs = [(name, page) for name, page in listed if any(name is one for one in names)]
    assert len(programs) == len(names)
    for name, page in programs:
        (sheet,) = (one for one in others if one.number == page)
        shown = [part for c in sheet.charts for cell in c.cells for t in cell.teks for part in t]
        assert any(part is name for part in shown)


def test_a_sheet_of_one_program_names_it_in_its_heading() -> None:
    one = simpul(Jenis.PROGRAM, "Tertib", [("Nilai", "1")], [leaf()], "Program Satu")
    two = simpul(Jenis.PROGRAM, "Aman", [("Nilai", "1")], [leaf()], "Program Dua")
    bare = simpul(Jenis.PROGRAM, "Rapi", [("Nilai", "1")], (), "Program Tiga")
    rows = [("Nilai", "8")]
    goals = [simpul(Jenis.UTAMA, "AMAN", rows, some) for some in ([one], [one, two], [bare])]
    pohon = lay_out(Cascade(jenjang(), (), numbered(goals)), F4)
    assert [plain(chart.heading) for chart in charts(pohon)[1:]] == [
        "Pohon kinerja: SASARAN I › Program Satu",
        "Pohon kinerja: SASARAN II",
        "Pohon kinerja: SASARAN III › Program Tiga",
    ]


def test_a_sheet_with_a_lone_program_is_no_airier_than_usual() -> None:
    program = simpul(Jenis.PROGRAM, "Rapi", [("Nilai", "1")], (), "Program Tiga")
    goal = simpul(Jenis.UTAMA, "AMAN", [("Nilai", "8")], [program])
    pohon = lay_out(Cascade(jenjang(), (), (goal,)), replace(F4, first=F4.height // 2))
    assert sum(chart.height for chart in pohon.sheets[-1].charts) < F4.inner_height * 0.4


def test_no_two_sasaran_bear_one_number() -> None:
    pohon = lay_out(TREES["sekretariat-daerah"](), F4)
    headings = [plain(chart.heading) for chart in charts(pohon)]
    assert any(one.startswith("Pohon kinerja: SASARAN II.1") for one in headings)
    first = [one for one in headings if "lembar" not in one or "lembar 1 " in one]
    assert len(set(first)) == len(first)


def test_a_box_with_fewer_rows_than_its_neighbour_keeps_its_sasaran_on_further_sheets() -> None:
    few = simpul(Jenis.PROGRAM, "Tertib", [("Nilai", "1")], [leaf()], "Program Pendek")
    long = simpul(Jenis.PROGRAM, "Aman", [("Nilai", "1")] * 70, [leaf()], "Program Panjang")
    goal = simpul(Jenis.UTAMA, "AMAN", [("Nilai", "8")], [few, long])
    sheets = charts(lay_out(Cascade(jenjang(), (), (goal,)), F4))[1:]
    found = [{plain(one) for cell in chart.cells for one in cell.teks} for chart in sheets]
    further = [texts for texts in found if "Program Pendek (lanjutan)" in texts]
    assert further
    assert all("Tertib" in texts for texts in further)


def leaf() -> Simpul:
    return simpul(Jenis.SUB_KEGIATAN, "Rapi", [("Jumlah", "1")], nama="Penataan")


def test_further_sheets_are_filled_evenly() -> None:
    heights = [chart.height for chart in charts(lay_out(one_program_60(), F4))[1:]]
    assert min(heights) > F4.inner_height * 0.6


def test_the_first_sheet_leaves_room_for_the_title_of_the_annex() -> None:
    first = round(60 * MM)
    page = PageGeometry(F4.width, F4.height, F4.left, F4.right, F4.top, F4.bottom, first=first)
    sheet = lay_out(bkpsdm_2022(), page).sheets[0]
    assert sheet.number == 1
    assert sheet.charts[0].height < F4.inner_height - first


def test_the_last_sheet_leaves_room_to_sign() -> None:
    last = round(50 * MM)
    page = PageGeometry(F4.width, F4.height, F4.left, F4.right, F4.top, F4.bottom, last=last)
    sheet = lay_out(bkpsdm_2022(), page).sheets[-1]
    assert sum(chart.height for chart in sheet.charts) < F4.inner_height - last


def test_page_references_name_the_pages_of_the_sheets() -> None:
    pohon = lay_out(many(400), F4)
    for sheet in pohon.sheets:
        for chart in sheet.charts:
            for bookmark in chart.bookmarks:
                assert pohon.pages[bookmark] == sheet.number


_TITLES = (BESAR.judul, BIASA.judul, RAPAT.judul)


def _overlap(one: Cell, other: Cell) -> bool:
    return (
        one.x < other.x + other.width
        and other.x < one.x + one.width
        and one.y < other.y + other.height
        and other.y < one.y + one.height
    )


def _on_edge(cell: Cell, x: int, y: int) -> bool:
    return cell.x <= x <= cell.x + cell.width and y in (cell.y, cell.y + cell.height)


def _on_line(line: Connector, x: int, y: int) -> bool:
    return line.x <= x <= line.x2 and line.y <= y <= line.y2
