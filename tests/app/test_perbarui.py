"""`perbarui` as a command: what it refuses, what it tells, and what it never touches."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from generator.app.buat import make
from generator.app.outcome import DONE, MEND, Outcome
from generator.app.perbarui import update_document
from generator.findings.rule import Stage
from generator.opc.parts import read_parts, to_bytes
from generator.report.json import to_json
from generator.report.sentences import sentences
from generator.revision.update.whole import update
from generator.word.wordml import drop
from tests.revision.offices import Office
from tests.support.outcomes import entered
from tests.support.sheets import SASARAN, write_folder
from tests.support.tracked import accept, body, lines, reject

OURS = "Generator SK"


class Desk:
    """A folder of books and the decree made of it, in a folder of its own."""

    def __init__(self, root: Path) -> None:
        self.office = Office()
        self.folder = root / "buku"
        self.folder.mkdir()
        write_folder(self.folder, self.office.sheets())
        make(self.folder, root)
        self.decree = next(root.glob("*.docx"))

    def edit(self, edit: Callable[[Document], None]) -> None:
        document = docx.Document(str(self.decree))
        edit(document)
        document.save(str(self.decree))

    def update(self, *, force: bool = False) -> Outcome:
        write_folder(self.folder, self.office.sheets())
        return update_document(self.decree, self.folder, None, force=force, day=None)

    @property
    def result(self) -> Path:
        return self.decree.with_name(f"{self.decree.stem} (diperbarui).docx")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def told(update: Outcome) -> list[str]:
    return [one.rule.name for one in update.findings if one.rule.stage is Stage.REVISI]


def paragraph(document: Document, text: str) -> Paragraph:
    found = [
        one for one in document.element.body.iter(qn("w:p")) if text in "".join(one.itertext())
    ]
    return Paragraph(found[0], document._body)


def sheet_with(document: Document, text: str) -> Table:
    return next(table for table in document.tables if any(text in c.text for c in table._cells))


def test_what_people_brought_in_that_works_of_itself_is_told(desk: Desk) -> None:
    def link_a_picture(document: Document) -> None:
        document.part.relate_to(
            "https://contoh.example/cap.png", RELATIONSHIP_TYPE.IMAGE, is_external=True
        )
        document.part.relate_to(
            "https://contoh.example", RELATIONSHIP_TYPE.HYPERLINK, is_external=True
        )

    desk.edit(link_a_picture)
    outcome = desk.update()

    assert outcome.exit_code == DONE
    (finding,) = [one for one in outcome.findings if one.rule.name == "naskah-isi-berbahaya"]
    assert finding.message == (
        "Bagian word/document.xml dari naskah ini memuat isi yang diambil dari luar berkas "
        "(https://contoh.example/cap.png), yang ikut ke hasilnya."
    )


def test_part_that_stands_in_the_place_of_the_styles_is_left_alone(desk: Desk) -> None:
    parts = dict(read_parts(desk.decree))
    header = next(name for name in parts if name.startswith("word/header"))
    parts["word/styles.xml"], parts[header] = parts[header], parts["word/styles.xml"]
    desk.decree.write_bytes(to_bytes(parts))
    desk.office.kegiatan[0][3] = "77"

    assert desk.update(force=True).exit_code == DONE
    assert read_parts(desk.result)["word/styles.xml"].count(b"w:styleId") == 0


def test_result_stands_beside_and_the_edited_file_is_never_touched(desk: Desk) -> None:
    desk.office.kegiatan[0][3] = "77"
    before = desk.decree.read_bytes()
    assert desk.update().exit_code == DONE
    assert desk.decree.read_bytes() == before
    assert "77 Bulan" in lines(accept(body(desk.result), OURS))
    assert lines(reject(body(desk.result), OURS)) == lines(body(desk.decree))


def test_earlier_result_is_kept_and_the_new_one_numbered(desk: Desk) -> None:
    desk.update()
    first = desk.result.read_bytes()
    update = desk.update()
    assert "nama-sudah-dipakai" in [one.rule.name for one in update.findings]
    assert desk.result.read_bytes() == first
    assert desk.result.with_name(f"{desk.result.stem} (2).docx").exists()


def test_row_added_to_a_sheet_that_is_drawn_anew_stops_the_update(desk: Desk) -> None:
    def add_row(document: Document) -> None:
        row: Any = sheet_with(document, "Kegiatan Mutasi").add_row()  # type: ignore[no-untyped-call]
        row.cells[0].text = "Catatan orang"

    desk.edit(add_row)
    desk.office.kegiatan.pop()
    update = desk.update()
    assert update.exit_code == MEND
    assert told(update) == ["suntingan-tidak-dapat-dibawa"]
    assert "Catatan orang" in update.findings[-1].message
    assert not desk.result.exists()

    forced = desk.update(force=True)
    assert forced.exit_code == DONE
    assert told(forced) == ["suntingan-ditinggalkan"]
    assert "Catatan orang" not in "\n".join(lines(accept(body(desk.result), OURS)))
    assert "Catatan orang" in "\n".join(lines(reject(body(desk.result), OURS)))


def test_paragraph_added_in_a_box_goes_along_to_the_new_sheet(desk: Desk) -> None:
    def add_paragraph(document: Document) -> None:
        paragraph(document, "Tercapainya Kegiatan Mutasi").insert_paragraph_before("Catatan orang")

    desk.edit(add_paragraph)
    desk.office.kegiatan.pop()
    assert told(desk.update()) == []
    accepted = lines(accept(body(desk.result), OURS))
    assert accepted.count("Catatan orang") == 1
    assert accepted[accepted.index("Catatan orang") + 1] == "Tercapainya Kegiatan Mutasi"


def test_look_of_a_text_goes_along_to_the_new_sheet(desk: Desk) -> None:
    def embolden(document: Document) -> None:
        paragraph(document, "Tercapainya Kegiatan Mutasi").runs[0].italic = True

    desk.edit(embolden)
    desk.office.kegiatan.pop()
    assert told(desk.update()) == []
    document = docx.Document(str(desk.result))
    drawn = [
        run
        for run in document.element.body.iter(qn("w:r"))
        if "Tercapainya Kegiatan Mutasi" in "".join(run.itertext())
    ]
    assert [run.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None for run in drawn] == [True, True]


def test_look_of_half_a_text_goes_along_to_the_new_sheet(desk: Desk) -> None:
    def embolden(document: Document) -> None:
        run = paragraph(document, "Tercapainya Kegiatan Mutasi").runs[0]
        run.text, rest = "Tercapainya ", "Kegiatan Mutasi"
        again = paragraph(document, "Tercapainya ").add_run(rest)
        again.italic = True
        run._r.addnext(again._r)

    desk.edit(embolden)
    desk.office.kegiatan.pop()
    assert told(desk.update()) == []
    runs = accept(body(desk.result), OURS).iter(qn("w:r"))
    italic = [one for one in runs if one.find(f"{qn('w:rPr')}/{qn('w:i')}") is not None]
    assert ["".join(map(str, one.itertext())) for one in italic] == ["Kegiatan Mutasi"]


def test_edit_of_what_the_data_removed_goes_and_is_told(desk: Desk) -> None:
    def reword(document: Document) -> None:
        paragraph(document, "Undang-Undang tentang Daerah").runs[0].text = "Undang-Undang X;"

    desk.edit(reword)
    del desk.office.mengingat[1]
    update = desk.update()
    assert told(update) == ["suntingan-ditinggalkan"]
    assert ("Undang-Undang X;", "") in [(one.old, one.new) for one in entered(update).entered]
    assert "Undang-Undang X;" not in lines(accept(body(desk.result), OURS))


def test_value_that_both_changed_stands_there_twice(desk: Desk) -> None:
    def mend(document: Document) -> None:
        paragraph(document, "10 Bulan").runs[0].text = "11 Bulan"

    desk.edit(mend)
    desk.office.kegiatan[0][3] = "12"
    update = desk.update()
    assert told(update) == ["nilai-bentrok"]
    assert "11 Bulan 12 Bulan" in lines(accept(body(desk.result), OURS))


def test_value_written_differently_in_two_places_is_told(desk: Desk) -> None:
    def mend(document: Document) -> None:
        for nth, one in enumerate(document.element.body.iter(qn("w:t"))):
            if one.text == "PENETAPAN CASCADING":
                one.text = f"PENETAPAN KE-{nth}"

    desk.edit(mend)
    assert set(told(desk.update())) == {"isi-berbeda-di-naskah"}


def test_what_people_deleted_comes_back_with_a_comment_only_when_the_data_changed(
    desk: Desk,
) -> None:
    def delete(document: Document) -> None:
        for text in ("tentang Aparatur", "tentang Desa"):
            drop(paragraph(document, text)._p)

    desk.edit(delete)
    desk.office.mengingat[0] = "Undang-Undang tentang Aparatur Sipil Negara;"
    assert told(desk.update()) == ["nilai-bentrok"]
    accepted = lines(accept(body(desk.result), OURS))
    assert "Undang-Undang tentang Aparatur Sipil Negara;" in accepted
    assert "Undang-Undang tentang Desa;" not in accepted
    assert "dihapus di naskah" in next(iter(docx.Document(str(desk.result)).comments)).text


def test_what_people_moved_changes_where_they_put_it(desk: Desk) -> None:
    def move(document: Document) -> None:
        first, last = paragraph(document, "tentang Aparatur"), paragraph(document, "tentang Desa")
        last._p.addnext(first._p)

    desk.edit(move)
    desk.office.mengingat[0] = "Undang-Undang tentang Aparatur Sipil Negara;"
    assert told(desk.update()) == []
    accepted = lines(accept(body(desk.result), OURS))
    place = accepted.index("Undang-Undang tentang Desa;")
    assert accepted[place + 1] == "Undang-Undang tentang Aparatur Sipil Negara;"
    assert accepted.count("Undang-Undang tentang Aparatur Sipil Negara;") == 1


def test_sheet_that_people_deleted_stays_deleted_and_what_is_new_in_it_is_told(desk: Desk) -> None:
    def delete(document: Document) -> None:
        drop(sheet_with(document, "Kegiatan Mutasi")._tbl)
        drop(paragraph(document, "Pohon kinerja: SASARAN I")._p)

    desk.edit(delete)
    desk.office.kegiatan[0][3] = "77"
    outcome = desk.update()
    assert told(outcome) == ["bagian-tetap-terhapus"]
    assert "77 Bulan" in outcome.findings[-1].message
    assert lines(accept(body(desk.result), OURS)) == lines(body(desk.decree))
    assert lines(reject(body(desk.result), OURS)) == lines(body(desk.decree))


def test_only_the_year_changes_inside_a_text_that_people_mended(desk: Desk) -> None:
    def mend(document: Document) -> None:
        run = paragraph(document, "Cascading Tahun 2022 tercantum").runs[0]
        run.text = run.text.replace("tercantum dalam", "dimuat dalam")

    desk.edit(mend)
    desk.office.tahun = "2023"
    assert "nilai-bentrok" not in told(desk.update())
    accepted = lines(accept(body(desk.result), OURS))
    assert "Cascading Tahun 2023 dimuat dalam Lampiran;" in accepted


def test_dotted_number_that_people_filled_in_is_emptied_for_another_year(desk: Desk) -> None:
    def fill_in(document: Document) -> None:
        paragraph(document, "NOMOR").runs[-1].text = "12/SK/2022"

    desk.edit(fill_in)
    assert "nomor-tanggal-diganti" not in told(desk.update())
    assert "NOMOR : 12/SK/2022" in lines(accept(body(desk.result), OURS))
    desk.result.unlink()
    desk.office.tahun = "2023"
    assert "nomor-tanggal-diganti" in told(desk.update())
    assert "12/SK/2022" not in "\n".join(lines(accept(body(desk.result), OURS)))


@pytest.mark.parametrize(
    ("spoil", "rule"),
    [
        (lambda _: b"PK, but no zip", "bukan-dokumen-word"),
        (lambda decree: _without(decree, "customXml/"), "keputusan-tanpa-stempel"),
        (lambda decree: _replaced(decree, b"<head>", b"<head>@"), "stempel-rusak"),
        (lambda decree: _replaced(decree, b'format="1"', b'format="99"'), "stempel-lebih-baru"),
    ],
)
def test_file_that_is_no_decree_of_ours_is_told_apart(
    spoil: Callable[[bytes], bytes], rule: str, desk: Desk
) -> None:
    desk.decree.write_bytes(spoil(desk.decree.read_bytes()))
    update = desk.update()
    assert update.exit_code == MEND
    assert told(update) == [rule]
    assert not desk.result.exists()


def test_missing_file_is_told(desk: Desk) -> None:
    desk.decree.unlink()
    update = desk.update()
    assert [one.rule.name for one in update.findings][-1] == "berkas-tidak-terbuka"


def test_decree_of_another_office_is_told_apart(desk: Desk, tmp_path: Path) -> None:
    other = tmp_path / "lain"
    other.mkdir()
    sheets = desk.office.sheets()
    identitas = sheets["keputusan"]["Identitas"]
    sheets["keputusan"]["Identitas"] = identitas.replace("Badan Kepegawaian", "Dinas Kesehatan")
    write_folder(other, sheets)
    refused = update_document(desk.decree, other, None, force=False, day=None)
    assert (refused.exit_code, told(refused)) == (MEND, ["keputusan-kantor-lain"])
    assert not desk.result.exists()
    forced = update_document(desk.decree, other, None, force=True, day=None)
    assert forced.exit_code == DONE


def test_json_lists_what_was_carried_entered_and_in_conflict(desk: Desk) -> None:
    def mend(document: Document) -> None:
        paragraph(document, "10 Bulan").runs[0].text = "11 Bulan"

    desk.edit(mend)
    desk.office.kegiatan[0][3] = "12"
    desk.office.kegiatan[1][3] = "99"
    lists = json.loads(to_json(desk.update()))
    cell = 'eselon-4.xlsx › lembar "Sub Kegiatan" › sel {} (kolom "Target")'
    assert [(one["baru"], one["sel"]) for one in lists["terbawa"]] == [
        ("11 Bulan", cell.format("G2"))
    ]
    assert [(one["lama"], one["baru"]) for one in lists["dimasukkan"]] == [("11 Bulan", "99 Bulan")]
    assert [(one["lama"], one["baru"]) for one in lists["bentrok"]] == [("11 Bulan", "12 Bulan")]


def _without(decree: bytes, folder: str) -> bytes:
    parts = read_parts(decree)
    return to_bytes({k: v for k, v in parts.items() if not k.startswith(folder)})


def _replaced(decree: bytes, old: bytes, new: bytes) -> bytes:
    return to_bytes({k: v.replace(old, new) for k, v in read_parts(decree).items()})


def test_a_value_edited_in_one_place_names_the_others(desk: Desk) -> None:
    def mend(document: Document) -> None:
        next(
            one for one in document.element.body.iter(qn("w:t")) if one.text == "MENINGKATNYA A"
        ).text = "MENINGKATNYA B"

    desk.edit(mend)
    (found,) = [one for one in desk.update().findings if one.rule.name.startswith("isi-")]
    assert found.rule.name == "isi-lama-di-tempat-lain"
    assert 'tabel "Pohon kinerja: SASARAN I"' in found.message


def in_arial(document: Document) -> None:
    for element in document.element.body.iter(qn("w:p")):
        for run in Paragraph(element, document._body).runs:
            run.font.name = "Arial"


def test_what_was_done_alike_in_many_places_is_one_line(desk: Desk) -> None:
    desk.edit(in_arial)
    desk.office.kegiatan.pop()
    update = desk.update()
    said = sentences(update.events)
    number = len(entered(update).carried)
    assert number > 50
    head = said.index(f"Terbawa: {number} suntingan orang.")
    assert said[head + 1] == f'  {number} tempat, jenis huruf, bentuk diubah: "Arial" masuk'
    assert said[head + 2].startswith("Dimasukkan")


def test_where_a_sheet_is_drawn_anew_it_is_said_to_accept_in_word(desk: Desk) -> None:
    desk.office.kegiatan[0][3] = "12"
    assert "Word" not in " ".join(sentences(desk.update().events))
    desk.office.kegiatan.pop()
    assert "perubahannya di Word" in " ".join(sentences(desk.update().events))


def test_what_was_not_carried_is_not_called_carried(desk: Desk) -> None:
    def type_between_boxes(document: Document) -> None:
        table = sheet_with(document, "Kegiatan Mutasi")
        cell = next(one for row in table.rows for one in row.cells if not one.text)
        cell.paragraphs[0].add_run("ORANG")
        paragraph(document, "11 Bulan").runs[0].text = "21 Bulan"

    desk.edit(type_between_boxes)
    desk.office.kegiatan.pop()
    refused = desk.update()
    assert (refused.exit_code, told(refused)) == (MEND, ["suntingan-tidak-dapat-dibawa"])
    forced = desk.update(force=True)
    assert told(forced) == ["suntingan-ditinggalkan"]
    assert [(one.old, one.new) for one in entered(forced).carried] == [("11 Bulan", "21 Bulan")]


def test_a_typed_number_of_another_year_is_not_called_carried(desk: Desk) -> None:
    def fill_in(document: Document) -> None:
        paragraph(document, "NOMOR").runs[-1].text = "12/SK/2022"

    desk.edit(fill_in)
    desk.office.tahun = "2023"
    assert [one.new for one in entered(desk.update()).carried if "12/SK" in one.new] == []


def test_an_overview_that_people_deleted_is_told_and_stays_deleted(desk: Desk) -> None:
    def delete(document: Document) -> None:
        heading: Any = paragraph(document, "Ikhtisar pohon kinerja")._p
        drop(heading.getnext())
        drop(heading)

    desk.edit(delete)
    sasaran = {"Sasaran": SASARAN.replace("MENINGKATNYA A", "MENINGKATNYA MUTU")}
    write_folder(desk.folder, {**desk.office.sheets(), "eselon-2": sasaran})
    update = update_document(desk.decree, desk.folder, None, force=False, day=None)
    (found,) = [one for one in update.findings if one.rule.stage is Stage.REVISI]
    assert found.rule.name == "bagian-tetap-terhapus"
    assert "MENINGKATNYA MUTU" in found.message
    assert "Ikhtisar pohon kinerja" not in lines(accept(body(desk.result), OURS))


def test_the_shade_of_a_cell_between_boxes_is_told(desk: Desk) -> None:
    def shade(document: Document) -> None:
        table = sheet_with(document, "Kegiatan Mutasi")
        cell: Any = next(one for row in table.rows for one in row.cells if not one.text)
        fill = f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="FFFF00"/>'
        cell._tc.get_or_add_tcPr().append(parse_xml(fill))

    desk.edit(shade)
    desk.office.kegiatan.pop()
    assert told(desk.update()) == ["bentuk-tidak-terbawa"]


def test_a_result_that_word_would_not_open_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The naskah has no fault of its own; one is made while its data are entered."""

    def broken(*args: Any) -> Any:
        updated = update(*args)
        parts = dict(updated.package.parts)
        begin = b"<w:body>"
        mark = b'<w:bookmarkStart w:id="777777" w:name="x"/>'
        parts["word/document.xml"] = parts["word/document.xml"].replace(begin, begin + mark)
        return replace(updated, package=replace(updated.package, parts=parts))

    monkeypatch.setattr("generator.app.perbarui.update", broken)
    outcome = desk.update()

    assert outcome.exit_code == MEND
    assert told(outcome) == ["hasil-pembaruan-rusak"]
    assert "penanda 777777 tidak ditutup" in outcome.findings[-1].message
    assert not desk.result.exists()


def test_a_mark_that_goes_with_its_box_is_told_with_both_places(desk: Desk) -> None:
    def mark(document: Document) -> None:
        inner = paragraph(document, "Jumlah Kegiatan Mutasi")._p
        start, end = (
            OxmlElement(f"w:{tag}", attrs={qn("w:id"): "900"})
            for tag in ("bookmarkStart", "bookmarkEnd")
        )
        start.set(qn("w:name"), "_Ref77")
        inner.extend([start, end])

    desk.edit(mark)
    desk.office.kegiatan.append(["P1", "KB", "Kegiatan Baru", "5"])
    outcome = desk.update()
    (found,) = [one for one in outcome.findings if one.rule.name == "penanda-berpindah"]
    assert found.message.startswith('Penanda "_Ref77" ikut dengan isinya ke sini, dari tabel ')
    assert "Pohon kinerja" in str(found.place)
