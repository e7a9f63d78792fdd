"""`terima`: copies take the places of their books, and nothing that anybody typed is ever lost."""

from __future__ import annotations

import shutil
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.app.outcome import DONE, MEND, MISUSE
from generator.app.periksa import accept, check
from generator.workbook.changing.parcel import Parcel
from generator.workbook.changing.save import CopySource, seal
from generator.workbook.copies.marks import HEAD
from tests.support.killed import kill_at_each_event
from tests.support.outcomes import summary
from tests.support.sheets import change_parts, parts_of, write_folder

SASARAN = (
    "| Kode | Jenis | Sasaran | Indikator | Target | Satuan |\n"
    "| S1 | Utama | Meningkatnya dimana A | Persentase A | 8 | % |"
)
PROGRAM = (
    "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |\n"
    "| S1 | P1 | Program A | Meningkatnya B dimana | Persentase B | 8 | % |"
)
COPY = "hasil-periksa/eselon-2 (usulan).xlsx"
COPY_3 = "hasil-periksa/eselon-3 (usulan).xlsx"
KEPT = "hasil-periksa/cadangan"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A working folder with a slip in two books, and the copies that propose to cure them."""
    work = tmp_path / "kerja"
    work.mkdir()
    write_folder(work, {"eselon-2": {"Sasaran": SASARAN}, "eselon-3": {"Program": PROGRAM}})
    check(work, usulkan=True)
    return work


def contents(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def retype(path: Path, sheet: str, address: str, text: str) -> None:
    """Type into a cell as a clerk does, and save."""
    book = load_workbook(path)
    book[sheet][address] = text
    book.save(path)


def cell(path: Path, sheet: str, address: str) -> object:
    return load_workbook(path)[sheet][address].value


def refused(folder: Path) -> list[str]:
    """Return the rules by which `terima` refuses to do anything at all."""
    before = contents(folder)
    outcome = accept(folder)
    assert outcome.exit_code == MEND
    assert contents(folder) == before
    return [one.rule.name for one in outcome.findings]


def test_the_copies_take_the_places_of_their_books_and_these_are_kept(folder: Path) -> None:
    before = contents(folder)
    outcome = accept(folder)
    after = contents(folder)
    assert outcome.exit_code == DONE
    assert cell(folder / "eselon-2.xlsx", "Sasaran", "C2") == "Meningkatnya di mana A"
    for name in ("eselon-2", "eselon-3"):
        assert after[f"{KEPT}/{name}.xlsx"] == before[f"{name}.xlsx"]
        assert (
            after[f"{KEPT}/{name} (usulan).xlsx"] == before[f"hasil-periksa/{name} (usulan).xlsx"]
        )
    assert not (folder / COPY).exists()
    assert after["keputusan.xlsx"] == before["keputusan.xlsx"]
    assert summary(outcome) == (
        f"{folder}/eselon-2.xlsx: diganti dengan salinannya; yang lama ada di "
        "hasil-periksa/cadangan.",
        f"{folder}/eselon-3.xlsx: diganti dengan salinannya; yang lama ada di "
        "hasil-periksa/cadangan.",
        "Periksa lagi untuk melihat yang tersisa.",
    )


def test_the_book_has_no_marks_and_no_list(folder: Path) -> None:
    accept(folder)
    book = load_workbook(folder / "eselon-2.xlsx")
    assert "Pemeriksaan" not in book.sheetnames
    comments = [
        one.comment.text for row in book["Sasaran"].iter_rows() for one in row if one.comment
    ]
    assert [text for text in comments if HEAD in text] == []


def test_a_second_run_finds_nothing_to_do(folder: Path) -> None:
    accept(folder)
    before = contents(folder)
    outcome = accept(folder)
    assert summary(outcome) == ("Tidak ada salinan usulan yang menunggu di hasil-periksa.",)
    assert (outcome.exit_code, contents(folder)) == (DONE, before)


def test_a_book_changed_since_is_not_replaced_and_then_none_is(folder: Path) -> None:
    retype(folder / "eselon-3.xlsx", "Program", "E2", "Persentase C")
    assert refused(folder) == ["salinan-usang"]


def test_a_book_that_is_gone_is_not_made_anew(folder: Path) -> None:
    (folder / "eselon-3.xlsx").rename(folder / "bab-3.xlsx")
    assert refused(folder) == ["salinan-usang"]


@pytest.mark.parametrize("lock", ["~$eselon-2.xlsx", ".~lock.eselon-2.xlsx#"])
def test_a_book_that_is_open_is_not_replaced(lock: str, folder: Path) -> None:
    (folder / lock).touch()
    assert refused(folder) == ["berkas-sedang-dibuka"]


def test_a_copy_that_is_open_is_not_taken(folder: Path) -> None:
    (folder / "hasil-periksa" / "~$eselon-2 (usulan).xlsx").touch()
    assert refused(folder) == ["berkas-sedang-dibuka"]


def test_what_is_kept_already_stays_under_its_name(folder: Path) -> None:
    (folder / KEPT).mkdir()
    (folder / KEPT / "eselon-2.xlsx").write_text("buku tahun lalu")
    former = (folder / "eselon-2.xlsx").read_bytes()
    assert accept(folder).exit_code == DONE
    assert (folder / KEPT / "eselon-2.xlsx").read_text() == "buku tahun lalu"
    assert (folder / KEPT / "eselon-2 (2).xlsx").read_bytes() == former


def test_what_the_clerk_typed_into_the_copy_arrives(folder: Path) -> None:
    retype(folder / COPY, "Sasaran", "D2", "Persentase Z")
    assert accept(folder).exit_code == DONE
    assert cell(folder / "eselon-2.xlsx", "Sasaran", "D2") == "Persentase Z"
    assert cell(folder / "eselon-2.xlsx", "Sasaran", "C2") == "Meningkatnya di mana A"


def test_a_marked_copy_is_taken_only_where_somebody_worked_in_it(folder: Path) -> None:
    shutil.rmtree(folder / "hasil-periksa")
    check(folder, tandai=True)
    assert "menunggu" in summary(accept(folder))[0]
    marked = folder / "hasil-periksa" / "eselon-2 (ditandai).xlsx"
    retype(marked, "Sasaran", "B2", "Pendukung")
    assert accept(folder).exit_code == DONE
    assert cell(folder / "eselon-2.xlsx", "Sasaran", "B2") == "Pendukung"


def test_of_two_copies_of_one_book_none_is_taken(folder: Path) -> None:
    retype(folder / COPY, "Sasaran", "D2", "Persentase Z")
    check(folder, usulkan=True)
    assert (folder / "hasil-periksa" / "eselon-2 (usulan) (2).xlsx").exists()
    assert refused(folder) == ["salinan-bersaing"]


def test_a_copy_that_lost_its_origin_is_not_taken(folder: Path) -> None:
    custom = parts_of(folder / COPY)["docProps/custom.xml"]
    change_parts(folder / COPY, {"docProps/custom.xml": custom.replace(b"sk-cascading-asal", b"x")})
    assert refused(folder) == ["salinan-tanpa-asal"]


def test_a_damaged_copy_is_not_taken(folder: Path) -> None:
    (folder / COPY).write_bytes((folder / COPY).read_bytes()[:900])
    assert refused(folder) == ["salinan-rusak"]


def test_other_files_in_the_folder_of_copies_are_let_alone(folder: Path) -> None:
    for name in ("catatan.xlsx", "eselon-2 (usulan).txt", "gambar.png"):
        (folder / "hasil-periksa" / name).write_text("milik saya")
    assert accept(folder).exit_code == DONE
    assert (folder / "hasil-periksa" / "catatan.xlsx").read_text() == "milik saya"


def test_a_book_of_another_format_gives_way_to_an_xlsx(folder: Path) -> None:
    book, copy = folder / "eselon-2.ods", folder / COPY
    (folder / "eselon-2.xlsx").unlink()
    book.write_bytes(b"sebuah ods")
    source = CopySource(book.name, sha256(b"sebuah ods").hexdigest())
    copy.write_bytes(seal(Parcel(parts_of(copy)), source))
    assert accept(folder).exit_code == DONE
    assert not book.exists()
    assert (folder / KEPT / "eselon-2.ods").read_bytes() == b"sebuah ods"
    assert cell(folder / "eselon-2.xlsx", "Sasaran", "C2") == "Meningkatnya di mana A"


def test_a_wrong_folder_is_wrong_use(tmp_path: Path) -> None:
    outcome = accept(tmp_path / "tidak-ada")
    assert outcome.exit_code == MISUSE
    assert [one.rule.name for one in outcome.findings] == ["folder-tidak-ada"]


def test_killed_at_each_thing_it_does_it_loses_nothing(folder: Path, tmp_path: Path) -> None:
    work = tmp_path / "uji"

    def begin() -> tuple[Path]:
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(folder, work)
        return (work,)

    begin()
    before = set(contents(work).values())
    accept(work)
    after = contents(work)
    kills = 0
    for _ in kill_at_each_event(lambda: accept(work), begin):
        kills += 1
        now = contents(work)
        assert before <= set(now.values())
        books = {name: now[name] for name in now if name.startswith("eselon")}
        assert all(one in before or one == after[name] for name, one in books.items())
        assert accept(work).exit_code == DONE
        again = contents(work)
        assert {name: one for name, one in again.items() if not name.endswith(".tmp")} == after
    assert kills > 10
