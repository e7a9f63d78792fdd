"""perbarui --asal: a document that lost its part, merged by text against the one it was made of."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from generator.app.buat import make
from generator.app.outcome import DONE, MEND, Outcome
from generator.app.perbarui import update_document
from generator.opc.parts import read_parts, to_bytes
from generator.revision.stamp import Stamp, read_stamp, without_stamp
from generator.word.wordml import drop
from tests.revision.hands import OURS
from tests.revision.offices import Office
from tests.support.sheets import write_folder
from tests.support.tracked import accept, body, lines, reject

LAWS = [f"Undang-Undang tentang {name};" for name in ("Aparatur", "Daerah", "Desa")]


class Desk:
    """A folder, the decree as it was made, and what an online editor made of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.office = Office(mengingat=LAWS)
        write_folder(folder, self.office.sheets())
        make(folder, folder / "hasil")
        self.original = next((folder / "hasil").glob("*.docx"))
        self.edited = folder / "dari-daring.docx"
        parts = without_stamp(read_parts(self.original))
        document = docx.Document(BytesIO(to_bytes(parts)))
        for mark in list(document.element.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
            drop(mark)
        for text in document.element.body.iter(qn("w:t")):
            text.text = (text.text or "").replace("tentang Daerah", "tentang Pemerintahan Daerah")
        document.save(str(self.edited))

    def update(self, original: Path | None) -> Outcome:
        write_folder(self.folder, self.office.sheets())
        output = self.folder / "baru.docx"
        return update_document(
            self.edited, self.folder, output, force=False, day=None, original=original
        )

    @property
    def result(self) -> Path:
        return self.folder / "baru.docx"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_without_the_original_nothing_is_known_of_it(desk: Desk) -> None:
    outcome = desk.update(None)
    assert outcome.exit_code == MEND
    assert outcome.findings[-1].rule.name == "keputusan-tanpa-stempel"


def test_data_and_edits_meet_by_text(desk: Desk) -> None:
    desk.office.kegiatan[0][3] = "77"
    desk.office.mengingat = [*LAWS, "Undang-Undang tentang Kota;"]
    assert desk.update(desk.original).exit_code == DONE
    accepted = lines(accept(body(desk.result), OURS))
    assert [one for one in accepted if one.startswith("Undang-Undang")] == [
        LAWS[0],
        "Undang-Undang tentang Pemerintahan Daerah;",
        LAWS[2],
        "Undang-Undang tentang Kota;",
    ]
    assert "77 Bulan" in accepted
    assert "10 Bulan" not in accepted
    assert lines(reject(body(desk.result), OURS)) == lines(body(desk.edited))


def test_the_result_knows_what_it_is_of(desk: Desk) -> None:
    desk.update(desk.original)
    assert isinstance(read_stamp(desk.result), Stamp)


def test_an_original_that_is_none_is_told_by_its_name(desk: Desk) -> None:
    outcome = desk.update(desk.edited)
    assert outcome.exit_code == MEND
    assert outcome.findings[-1].place.book == desk.edited.name
