"""An invented office of two years, and what chance does to its data and to its Word file.

Every text that the data change gets a word beginning with DATA, every one that people change a
word beginning with ORANG, so that afterwards each can be looked for.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from generator.app.berkas import read_folder
from generator.opc.parts import to_bytes
from generator.revision.stamp import Origin, stamp
from generator.word.render import Package
from generator.word.wordml import drop
from tests.support.outcomes import rendered
from tests.support.sheets import IDENTITAS, write_folder

KEGIATAN = ("Mutasi", "Diklat", "Promosi", "Sertifikasi", "Pensiun", "Magang")
Printed = tuple[Package, Origin]


@dataclass
class Office:
    """The data of one year, as lists that chance may change."""

    lampiran: str = "pohon"
    tahun: str = "2022"
    menimbang: list[str] = field(
        default_factory=lambda: [f"bahwa kinerja {word} perlu ditata;" for word in ("satu", "dua")]
    )
    mengingat: list[str] = field(
        default_factory=lambda: [
            f"Undang-Undang tentang {w};" for w in ("Aparatur", "Daerah", "Desa")
        ]
    )
    diktum: list[str] = field(
        default_factory=lambda: [
            "Cascading Tahun {tahun} tercantum dalam {lampiran};",
            "Cascading menjadi acuan seluruh bidang;",
            "Keputusan ini berlaku sejak ditetapkan.",
        ]
    )
    program: list[tuple[str, str]] = field(
        default_factory=lambda: [("P1", "Program Kepegawaian"), ("P2", "Program Pelatihan")]
    )
    kegiatan: list[list[str]] = field(
        default_factory=lambda: [
            [f"P{1 + nth % 2}", f"K{nth}", f"Kegiatan {word}", f"{10 + nth}"]
            for nth, word in enumerate(KEGIATAN)
        ]
    )
    indikator: dict[str, list[str]] = field(default_factory=lambda: {"P1": ["Indeks Mutu"]})
    """What a program or kegiatan has besides its first indikator, by kode."""
    penandatangan: str = "NAMA PEJABAT"
    nip: str = ""
    warna: str = "Ya"
    logo: bytes = b""

    def sheets(self) -> dict[str, dict[str, str]]:
        identitas = IDENTITAS.replace("2022  ", f"{self.tahun}  ").rstrip()
        identitas = identitas.replace("NAMA PEJABAT", self.penandatangan)
        if self.nip:
            identitas += f"\n | NIP | {self.nip} |\n | Pangkat dan NIP | Keduanya |"
        program = [
            line
            for k, n in self.program
            for line in (
                f"| S1 | {k} | {n} | Meningkatnya {n} | Jumlah {n} | 12 | Orang |",
                *(f"| | | | | {more} | 4 | Orang |" for more in self.indikator.get(k, ())),
            )
        ]
        kegiatan = [
            line
            for p, k, n, t in sorted(self.kegiatan, key=lambda row: row[0])
            for line in (
                f"| {p} | {k} | Sub Kegiatan | {n} | Tercapainya {n} | Jumlah {n} | {t} | Bulan |",
                *(f"| | | | | | {more} | 4 | Bulan |" for more in self.indikator.get(k, ())),
            )
        ]
        head = "| Kode Induk | Kode | Program | Sasaran Program | Indikator | Target | Satuan |"
        sub = "| Kode Induk | Kode | Jenis | Nama | Sasaran | Indikator | Target | Satuan |"
        return {
            "keputusan": {
                "Identitas": f"{identitas}\n | Lampiran | {self.lampiran} |"
                f"\n | Warna Lampiran | {self.warna} |",
                **{
                    name: "\n".join(["| Isi |", *(f"| {text} |" for text in items)])
                    for name, items in (
                        ("Menimbang", self.menimbang),
                        ("Mengingat", self.mengingat),
                        ("Diktum", self.diktum),
                    )
                },
            },
            "eselon-3": {"Program": "\n".join([head, *program])},
            "eselon-4": {"Sub Kegiatan": "\n".join([sub, *kegiatan])},
        }

    def printed(self) -> Printed:
        """Return the decree before it is stamped, and what it was made from."""
        with TemporaryDirectory() as name:
            folder = write_folder(Path(name), self.sheets())
            if self.logo:
                (folder / "logo.png").write_bytes(self.logo)
            reading = read_folder(folder)
            assert not reading.exit_code, [
                (str(one.place), one.message) for one in reading.findings
            ]
            return rendered(reading)


@cache
def first_year(lampiran: str) -> bytes:
    """Return the stamped decree of the office before anything changed."""
    return to_bytes(stamp(*Office(lampiran=lampiran).printed()).parts)


def change_data(office: Office, chance: Random, times: int) -> Office:
    """Return the office after so many changes of its data, each a chance one."""
    return _changed(office, chance, times, _DATA)


def change_rows(office: Office, chance: Random, times: int) -> Office:
    """Return the office after so many changes to the rows of its matrix."""
    return _changed(office, chance, times, _ROWS)


def _changed(
    office: Office, chance: Random, times: int, ways: list[Callable[[Office, Random, str], None]]
) -> Office:
    changed = copy.deepcopy(office)
    for nth in range(times):
        ways[chance.randrange(len(ways))](changed, chance, f"DATA{nth}")
    return changed


def _items(office: Office, chance: Random) -> list[str]:
    return chance.choice([office.menimbang, office.mengingat, office.diktum])


def _reword_item(office: Office, chance: Random, word: str) -> None:
    items = _items(office, chance)
    at = chance.randrange(len(items))
    items[at] = _with_word(items[at], word, chance)


def _add_item(office: Office, chance: Random, word: str) -> None:
    items = _items(office, chance)
    items.insert(chance.randrange(len(items) + 1), f"bahwa {word} ditambahkan;")


def _remove_item(office: Office, chance: Random, word: str) -> None:
    items = _items(office, chance)
    if len(items) > 1:
        del items[chance.randrange(len(items))]


def _move_item(office: Office, chance: Random, word: str) -> None:
    items = _items(office, chance)
    items.insert(chance.randrange(len(items)), items.pop(chance.randrange(len(items))))


def _new_target(office: Office, chance: Random, word: str) -> None:
    chance.choice(office.kegiatan)[3] = str(chance.randrange(20, 99))


def _rename(office: Office, chance: Random, word: str) -> None:
    row = chance.choice(office.kegiatan)
    row[2] = _with_word(row[2], word, chance)


def _add_kegiatan(office: Office, chance: Random, word: str) -> None:
    row = [chance.choice(["P1", "P2"]), f"K{word}", f"Kegiatan {word}", "7"]
    office.kegiatan.insert(chance.randrange(len(office.kegiatan) + 1), row)


def _remove_kegiatan(office: Office, chance: Random, word: str) -> None:
    office.kegiatan.pop(chance.randrange(len(office.kegiatan)))
    if len({row[0] for row in office.kegiatan}) < 2:
        office.kegiatan += [
            ["P1", f"K{word}", f"Kegiatan {word}", "1"],
            ["P2", f"L{word}", "Kegiatan Lain", "1"],
        ]


def _move_kegiatan(office: Office, chance: Random, word: str) -> None:
    row = chance.choice(office.kegiatan)
    if sum(other[0] == row[0] for other in office.kegiatan) > 1:
        row[0] = "P2" if row[0] == "P1" else "P1"


def _add_indikator(office: Office, chance: Random, word: str) -> None:
    kode = chance.choice(
        [*(row[0] for row in office.program), *(row[1] for row in office.kegiatan)]
    )
    more = office.indikator.setdefault(kode, [])
    more.insert(chance.randrange(len(more) + 1), f"Indeks {word}")


def _remove_indikator(office: Office, chance: Random, word: str) -> None:
    if more := _further(office, chance):
        del more[chance.randrange(len(more))]


def _move_indikator(office: Office, chance: Random, word: str) -> None:
    if more := _further(office, chance):
        more.insert(chance.randrange(len(more)), more.pop(chance.randrange(len(more))))


def _first_indikator_goes(office: Office, chance: Random, word: str) -> None:
    """Let a kegiatan be measured by what was its second indikator."""
    rows = [row for row in office.kegiatan if office.indikator.get(row[1])]
    if rows:
        row = chance.choice(rows)
        row[2] = office.indikator[row[1]].pop(0)


def _further(office: Office, chance: Random) -> list[str] | None:
    filled = [more for more in office.indikator.values() if more]
    return chance.choice(filled) if filled else None


def _next_year(office: Office, chance: Random, word: str) -> None:
    office.tahun = "2023"


_DATA: list[Callable[[Office, Random, str], None]] = [
    *(_reword_item, _add_item, _remove_item, _move_item),
    *(
        _new_target,
        _new_target,
        _rename,
        _add_kegiatan,
        _remove_kegiatan,
        _move_kegiatan,
        _next_year,
    ),
]
_ROWS: list[Callable[[Office, Random, str], None]] = [
    *(_add_indikator, _add_indikator, _remove_indikator, _move_indikator, _first_indikator_goes),
    *(_add_kegiatan, _remove_kegiatan, _move_kegiatan, _new_target),
]
"""What lets rows of a matrix come, go and move."""


def edit_by_hand(decree: bytes, chance: Random, times: int) -> bytes:
    """Return the Word file after so many edits by people, each a chance one."""
    return _edited(decree, chance, times, _HAND)


def edit_matrix(decree: bytes, chance: Random, times: int) -> bytes:
    """Return the Word file after so many edits by people in its last table."""
    return _edited(decree, chance, times, _MATRIX)


def _edited(
    decree: bytes, chance: Random, times: int, ways: list[Callable[[Document, Random, str], None]]
) -> bytes:
    document = docx.Document(BytesIO(decree))
    for nth in range(times):
        ways[chance.randrange(len(ways))](document, chance, f"ORANG{nth}")
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraph(document: Document, chance: Random) -> Paragraph:
    """Return any paragraph with text, in a table or not."""
    body = document.element.body
    filled = [one for one in body.iter(qn("w:p")) if _text(one).strip()]
    return Paragraph(chance.choice(filled), document._body)


def _text(paragraph: object) -> str:
    return "".join(one.text or "" for one in paragraph.iter(qn("w:t")))  # type: ignore[attr-defined]


def _reword(document: Document, chance: Random, word: str) -> None:
    runs = [run for run in _paragraph(document, chance).runs if run.text.strip()]
    if runs:
        run = chance.choice(runs)
        run.text = _with_word(run.text, word, chance)


def _insert_paragraph(document: Document, chance: Random, word: str) -> None:
    chance.choice(document.paragraphs).insert_paragraph_before(f"{word} disisipkan orang.")


def _insert_item(document: Document, chance: Random, word: str) -> None:
    cells = [row.cells[-1] for table in document.tables[:2] for row in table.rows]
    paragraph = chance.choice(chance.choice(cells).paragraphs)
    new = paragraph.insert_paragraph_before(f"butir {word} dari orang;", paragraph.style)
    if chance.random() < 0.5:
        paragraph._p.addnext(new._p)


def _delete_paragraph(document: Document, chance: Random, word: str) -> None:
    drop(chance.choice([one for one in document.paragraphs[:20] if one.text.strip()])._p)


def _move_paragraph(document: Document, chance: Random, word: str) -> None:
    items = document.tables[0].rows[1].cells[-1].paragraphs
    if len(items) > 1:
        moved, place = chance.sample(items, 2)
        place._p.addprevious(moved._p)


def _move_row(document: Document, chance: Random, word: str) -> None:
    moved, place = chance.sample(list(document.tables[1].rows), 2)
    place._tr.addprevious(moved._tr)


def _insert_row(document: Document, chance: Random, word: str) -> None:
    table = chance.choice(document.tables[:2])
    row: Any = table.add_row()  # type: ignore[no-untyped-call]
    row.cells[-1].text = f"baris {word} dari orang"
    chance.choice(table.rows)._tr.addprevious(row._tr)


def _delete_row(document: Document, chance: Random, word: str) -> None:
    table = document.tables[1]
    if len(table.rows) > 2:
        drop(chance.choice(table.rows)._tr)


def _add_column(document: Document, chance: Random, word: str) -> None:
    document.tables[1].add_column(Pt(40)).cells[0].text = f"kolom {word} dari orang"


def _format(document: Document, chance: Random, word: str) -> None:
    for run in _paragraph(document, chance).runs:
        run.italic, run.font.size = True, Pt(13)


def _set_margins(document: Document, chance: Random, word: str) -> None:
    document.sections[0].left_margin = Pt(chance.randrange(60, 120))


def _write_footer(document: Document, chance: Random, word: str) -> None:
    paragraph = document.sections[0].footer.paragraphs[0]
    paragraph.text, paragraph.style = f"kaki {word}", "Normal"


def _signature(chance: Random) -> str:
    number = chance.randrange(10**6, 10**7)
    return f'{nsdecls("w")} w:id="{number}" w:author="Bagian Hukum" w:date="2022-02-01T08:00:00Z"'


def _track_insertion(document: Document, chance: Random, word: str) -> None:
    run = f'<w:r><w:t xml:space="preserve"> {word}</w:t></w:r>'
    change = parse_xml(f"<w:ins {_signature(chance)}>{run}</w:ins>")
    _paragraph(document, chance)._p.append(change)


def _track_deletion(document: Document, chance: Random, word: str) -> None:
    for run in _paragraph(document, chance).runs:
        _delete_tracked(run._r, chance)


def _track_row_deletion(document: Document, chance: Random, word: str) -> None:
    row = chance.choice(document.tables[1].rows)._tr
    if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is None:
        row.get_or_add_trPr().append(parse_xml(f"<w:del {_signature(chance)}/>"))
        for run in list(row.iter(qn("w:r"))):
            _delete_tracked(run, chance)


def _delete_tracked(run: Any, chance: Random) -> None:
    if run.getparent().tag != qn("w:del"):
        change = parse_xml(f"<w:del {_signature(chance)}/>")
        run.addprevious(change)
        change.append(run)
        for text in run.findall(qn("w:t")):
            text.tag = qn("w:delText")


_HAND: list[Callable[[Document, Random, str], None]] = [
    *(_reword, _reword, _insert_paragraph, _insert_item, _delete_paragraph, _insert_row),
    *(
        _delete_row,
        _move_paragraph,
        _move_row,
        _add_column,
        _format,
        _format,
        _set_margins,
        _write_footer,
    ),
    *(_track_insertion, _track_deletion, _track_row_deletion),
]


def _matrix_rows(document: Document) -> list[Any]:
    """Return the rows of nodes and indikator."""
    return [row for row in document.tables[-1]._tbl.tr_lst[1:] if len(row.tc_lst) > 1]


def _reword_matrix(document: Document, chance: Random, word: str) -> None:
    table: Any = document.tables[-1]._tbl
    runs = [
        run
        for one in table.iter(qn("w:p"))
        for run in Paragraph(one, document._body).runs
        if run.text.strip()
    ]
    run = chance.choice(runs)
    run.text = _with_word(run.text, word, chance)


def _row_like_its_neighbour(document: Document, chance: Random, word: str) -> None:
    """Insert an empty row as Word does, formatted as the one above."""
    row = chance.choice(_matrix_rows(document))
    new: Any = copy.deepcopy(row)
    for paragraph in list(new.iter(qn("w:p"))):
        for one in [one for one in paragraph if one.tag != qn("w:pPr")]:
            paragraph.remove(one)
    Paragraph(new.tc_lst[-1].p_lst[0], document._body).add_run(f"baris {word} dari orang")
    row.addnext(new)


def _delete_matrix_row(document: Document, chance: Random, word: str) -> None:
    rows = _matrix_rows(document)
    if len(rows) > 2:
        drop(chance.choice(rows))


_MATRIX: list[Callable[[Document, Random, str], None]] = [
    *(_reword_matrix, _reword_matrix, _row_like_its_neighbour, _delete_matrix_row, _format),
]


def _with_word(text: str, word: str, chance: Random) -> str:
    words = text.split(" ")
    words.insert(chance.randrange(1, len(words) + 1), word)
    return " ".join(words)
