"""Section breaks that come and go with an annex, also as LibreOffice writes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from lxml import etree

from generator.app.berkas import read_folder
from generator.opc.parts import read_parts, to_bytes
from generator.word.structure import check_structure
from tests.revision.offices import Office, Printed, first_year
from tests.revision.update.test_update_by_chance import brought_up_to_date, decided
from tests.support.outcomes import rendered
from tests.support.sheets import write_folder
from tests.support.soffice import convert
from tests.support.tracked import W, accept, body, line, lines, reject

DOCUMENT = "word/document.xml"
TEMBUSAN = "Inspektur Daerah;"
Save = Callable[[bytes], bytes]


def as_made(decree: bytes) -> bytes:
    return decree


def breaks_on_the_last_text(decree: bytes) -> bytes:
    """Return a decree in which sections end with their last text, as LibreOffice saves it."""
    parts = read_parts(decree)
    root = etree.fromstring(parts[DOCUMENT])
    for section in list(root.iter(W + "sectPr"))[:-1]:
        paragraph: Any = section.getparent().getparent()  # type: ignore[union-attr]
        before = paragraph.getprevious()
        before.find(W + "pPr").append(section)
        paragraph.getparent().remove(paragraph)
    return to_bytes({**parts, DOCUMENT: etree.tostring(root)})


saves = pytest.mark.parametrize("save", [as_made, breaks_on_the_last_text])
forms = pytest.mark.parametrize(
    ("before", "after"),
    [
        ("pohon", "keduanya"),
        ("keduanya", "pohon"),
        ("matriks", "keduanya"),
        ("keduanya", "matriks"),
    ],
)


def sections(root: etree._Element) -> list[list[str]]:
    """Return the texts that stand outside of tables, section by section."""
    found: list[list[str]] = [[]]
    for block in root.iterchildren(W + "p"):
        found[-1].append(line(block))
        if block.find(f"{W}pPr/{W}sectPr") is not None:
            found.append([])
    return [[text for text in texts if text] for texts in found]


def tail(root: etree._Element) -> list[str]:
    """Return the texts of the last three paragraphs, empty ones too."""
    return [line(one) for one in root.iterchildren(W + "p")][-3:]


@saves
@forms
def test_accepted_there_are_the_sections_of_the_new_decree(
    before: str, after: str, save: Save
) -> None:
    printed = Office(after).printed()
    updated = brought_up_to_date(save(first_year(before)), printed)
    accepted = accept(body(to_bytes(updated.package.parts)))
    wanted = body(to_bytes(printed[0].parts))
    assert sections(accepted) == sections(wanted)
    assert tail(accepted) == tail(wanted)


@saves
@forms
def test_rejected_there_are_the_sections_of_the_file(before: str, after: str, save: Save) -> None:
    edited = save(first_year(before))
    updated = brought_up_to_date(edited, Office(after).printed())
    rejected = reject(body(to_bytes(updated.package.parts)))
    assert sections(rejected) == sections(body(edited))
    assert tail(rejected) == tail(body(edited))


@saves
@forms
def test_the_file_is_sound(before: str, after: str, save: Save) -> None:
    updated = brought_up_to_date(save(first_year(before)), Office(after).printed())
    assert check_structure(updated.package) == []
    for decide in (accept, reject):
        assert check_structure(decided(updated.package, decide)) == []


def with_tembusan(*items: str) -> Printed:
    sheets = Office("pohon").sheets()
    tembusan = "\n".join(["| Isi |", *(f"| {text} |" for text in items)])
    changed = {**sheets, "keputusan": {**sheets["keputusan"], "Tembusan": tembusan}}
    with TemporaryDirectory() as name:
        return rendered(read_folder(write_folder(Path(name), changed)))


@saves
def test_what_comes_after_the_signature_stays_before_the_annex(save: Save) -> None:
    edited = save(first_year("pohon"))
    printed = with_tembusan(TEMBUSAN, "Kepala Badan Keuangan.")
    updated = brought_up_to_date(edited, printed)
    result = to_bytes(updated.package.parts)
    first, *_ = sections(accept(body(result)))
    assert TEMBUSAN in first
    assert sections(accept(body(result))) == sections(body(to_bytes(printed[0].parts)))
    assert sections(reject(body(result))) == sections(body(edited))
    assert check_structure(updated.package) == []


@pytest.mark.parametrize("items", [("Kepala Badan Keuangan.",), ("Inspektur.", "Camat.")])
@saves
def test_rejected_what_holds_the_end_of_a_section_is_shaped_as_before(
    items: tuple[str, ...], save: Save
) -> None:
    edited = save(first_year("pohon"))
    updated = brought_up_to_date(edited, with_tembusan(*items))
    rejected = reject(body(to_bytes(updated.package.parts)))
    assert shapes_before_the_annex(rejected) == shapes_before_the_annex(body(edited))


def shapes_before_the_annex(root: etree._Element) -> list[tuple[str, list[str]]]:
    """Return the paragraphs of the first section with the kinds of their properties."""
    found = []
    for one in root.iterchildren(W + "p"):
        properties = one.findall(f"{W}pPr/*")
        names = sorted(
            f"{etree.QName(each).localname} {each.get(W + 'val', '')}" for each in properties
        )
        found.append((line(one), names))
        if one.find(f"{W}pPr/{W}sectPr") is not None:
            break
    return found


@pytest.mark.requires("soffice")
def test_a_decree_that_libreoffice_saved_gets_its_second_annex(tmp_path: Path) -> None:
    path = tmp_path / "naskah.docx"
    path.write_bytes(first_year("pohon"))
    saved = convert(path, "docx", tmp_path / "disimpan").read_bytes()
    printed = Office("keduanya").printed()
    updated = brought_up_to_date(saved, printed)
    result = to_bytes(updated.package.parts)
    assert check_structure(updated.package) == []
    assert sections(accept(body(result))) == sections(body(to_bytes(printed[0].parts)))
    assert lines(reject(body(result))) == lines(body(saved))
