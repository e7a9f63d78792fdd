"""`periksa`: the page that it always writes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.app.outcome import DONE, MISUSE, FileWritten, What
from generator.app.periksa import check
from tests.support.outcomes import summary
from tests.support.sheets import write_folder


def page_in(folder: Path) -> Path:
    return folder / "hasil-periksa" / "temuan.html"


def test_the_page_is_written_each_time_and_told_of(tmp_path: Path) -> None:
    write_folder(tmp_path)
    for _ in range(2):
        outcome = check(tmp_path)
        assert FileWritten(What.TEMUAN, page_in(tmp_path)) in outcome.events
        assert f"Daftar temuan untuk dibaca di peramban dan dicetak: {page_in(tmp_path)}" in (
            summary(outcome)
        )
    assert [one.name for one in page_in(tmp_path).parent.iterdir()] == ["temuan.html"]


def test_a_cell_is_shown_with_what_stands_in_it(tmp_path: Path) -> None:
    rows = (
        "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target |\n"
        "| S1 | P1 | Nama | Meningkatnya B | Persentase B | 8,2 persen kira-kira |"
    )
    write_folder(tmp_path, {"eselon-3": {"Program": rows}})
    check(tmp_path)
    assert "8,2 persen kira-kira" in page_in(tmp_path).read_text(encoding="utf-8")


def test_a_page_that_somebody_changed_stays(tmp_path: Path) -> None:
    write_folder(tmp_path)
    check(tmp_path)
    mine = page_in(tmp_path).read_text(encoding="utf-8").replace("<h1>", "<h1>Saya: ")
    page_in(tmp_path).write_text(mine, encoding="utf-8")
    outcome = check(tmp_path)
    assert page_in(tmp_path).read_text(encoding="utf-8") == mine
    assert (page_in(tmp_path).parent / "temuan (2).html").exists()
    assert "berkas-disunting" in {one.rule.name for one in outcome.findings}


def test_the_same_books_give_the_same_page(tmp_path: Path) -> None:
    pages = []
    for _ in range(2):
        write_folder(tmp_path)
        check(tmp_path)
        pages.append(page_in(tmp_path).read_bytes())
    assert pages[0] == pages[1]


def test_where_no_page_can_be_written_the_findings_are_still_told(tmp_path: Path) -> None:
    write_folder(tmp_path)
    (tmp_path / "hasil-periksa").write_text("bukan folder")
    outcome = check(tmp_path)
    assert outcome.exit_code == DONE
    (one,) = (one for one in outcome.findings if one.rule.name == "temuan-tidak-tertulis")
    assert one.message.startswith("Daftar temuan ini tidak ditulis: ")
    assert "nomor-kosong" in {one.rule.name for one in outcome.findings}


def test_a_folder_without_books_gets_no_page(tmp_path: Path) -> None:
    assert check(tmp_path).exit_code == MISUSE
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["<b>SK & Co", "SK 'x' \"y\""])
def test_the_name_of_the_folder_is_text(name: str, tmp_path: Path) -> None:
    folder = tmp_path / name
    folder.mkdir()
    write_folder(folder)
    check(folder)
    assert f"<h1>Temuan {name}" not in page_in(folder).read_text(encoding="utf-8")
