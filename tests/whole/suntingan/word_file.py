"""A Word file as edits find their way about in it: by block and by part of the decree."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from random import Random
from typing import Any

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.table import Table
from docx.text.paragraph import Paragraph

HEADINGS = ("Ikhtisar pohon", "Pohon kinerja:")
"""How the paragraphs begin that stand above the sheets of a pohon."""


class NotHereError(Exception):
    """The file has no place for an edit: a sheet in a decree that has a matrix only."""


@dataclass
class WordFile:
    """The file, what decides by chance, and a word that nobody else types."""

    document: Document
    chance: Random
    word: str

    @property
    def body(self) -> Any:
        return self.document.element.body

    def paragraphs(self) -> list[Paragraph]:
        """Return all paragraphs of the body that have text, in tables or not."""
        every = (Paragraph(one, self.document._body) for one in self.body.iter(qn("w:p")))
        return [one for one in every if text_of(one._p).strip()]

    def top(self) -> list[Paragraph]:
        """Return the paragraphs with text that stand in no table."""
        return [one for one in self.document.paragraphs if text_of(one._p).strip()]

    def items(self, name: str) -> list[Paragraph]:
        """Return the items of Menimbang, Mengingat or Tembusan, or the texts of the diktum."""
        if name == "Tembusan":
            every = self.document.paragraphs
            start = next(n for n, one in enumerate(every) if one.text.startswith("Tembusan"))
            following = (one for one in every[start + 1 :])
            found = []
            for one in following:
                if not one.text.strip():
                    break
                found.append(one)
            return found
        if name == "Diktum":
            return [self.cell(row, -1)[0] for row in self.diktum_rows()]
        row = next(
            row for row in self.table_of("Menimbang").rows if row.cells[0].text.strip() == name
        )
        return [one for one in row.cells[-1].paragraphs if one.text.strip()]

    def item(self, name: str | None = None) -> Paragraph:
        """Return any item that is not the first, so that edits of it move nothing else."""
        chosen = name or self.chance.choice(["Menimbang", "Mengingat", "Diktum", "Tembusan"])
        return self.chance.choice(self.items(chosen))

    def table_of(self, text: str) -> Table:
        """Return the table whose first cell says so."""
        for table in self.document.tables:
            if table.rows and table.rows[0].cells[0].text.strip() == text:
                return table
        raise NotHereError(text)

    def diktum_rows(self) -> list[Any]:
        return [row for row in self.table_of("Menetapkan").rows[1:] if len(row.cells) >= 3]

    @staticmethod
    def cell(row: Any, nth: int) -> list[Paragraph]:
        return list(row.cells[nth].paragraphs)

    def sheet_headings(self) -> list[Paragraph]:
        """Return the paragraphs above the sheets of the pohon, the overview first."""
        found = [one for one in self.document.paragraphs if one.text.startswith(HEADINGS)]
        if not found:
            raise NotHereError("lembar")
        return found

    def sheets(self) -> list[Any]:
        """Return the tables that are sheets of the pohon, the overview first."""
        return [next(one._p.itersiblings(qn("w:tbl"))) for one in self.sheet_headings()]

    def boxed(self, which: Callable[[str], bool] = bool) -> list[Paragraph]:
        """Return the paragraphs with text in sheets but the overview."""
        return [one for sheet in self.sheets()[1:] for one in self.inside(sheet) if which(one.text)]

    def inside(self, element: Any) -> list[Paragraph]:
        """Return the paragraphs with text in a table or row of the body."""
        return [Paragraph(one._p, self.document._body) for one in filled(element)]

    def box(self) -> Paragraph:
        """Return any text of a box that comes from the books."""
        return self.chance.choice(self.boxed(is_data))

    def matrix(self) -> Table:
        """Return the matrix."""
        sheets = {id(one) for one in self.sheets()} if self.has_sheets else set()
        tables = [one for one in self.document.tables if id(one._tbl) not in sheets]
        if len(tables) < 3:
            raise NotHereError("matriks")
        return tables[-1]

    @property
    def has_sheets(self) -> bool:
        return any(one.text.startswith(HEADINGS) for one in self.document.paragraphs)

    def matrix_rows(self) -> list[Any]:
        """Return the rows of the matrix below its head."""
        rows = self.matrix()._tbl.tr_lst
        return [row for row in rows if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None]

    def annex_text(self) -> Paragraph:
        """Return any text of the annex that comes from the books, in a sheet or the matrix."""
        found = self.boxed(is_data) if self.has_sheets else []
        if len(self.document.tables) - (len(self.sheets()) if self.has_sheets else 0) > 2:
            found += [
                one for row in self.matrix_rows() for one in self.inside(row) if is_data(one.text)
            ]
        return self.chance.choice(found)

    def anywhere(self) -> Paragraph:
        """Return a paragraph of any part, each part as likely as any other."""
        ways: list[Callable[[], Paragraph]] = [
            lambda: self.chance.choice(self.top()),
            *((lambda name=name: self.item(name)) for name in ITEMS),
            self.annex_text,
        ]
        return self.chance.choice(ways)()

    def run_with_text(self, paragraph: Paragraph) -> Any:
        """Return the longest run of a paragraph."""
        runs = [run for run in paragraph.runs if run.text.strip()]
        if not runs:
            raise NotHereError("teks")
        return max(runs, key=lambda run: len(run.text))

    def starting(self, *starts: str) -> Paragraph:
        """Return the first paragraph that begins so."""
        for one in self.paragraphs():
            if one.text.startswith(starts):
                return one
        raise NotHereError(" ".join(starts))

    def signature(self, author: str = "Bagian Hukum") -> str:
        number = self.chance.randrange(10**6, 10**7)
        return f'w:id="{number}" w:author="{author}" w:date="2024-02-01T08:00:00Z"'

    def number(self) -> int:
        """Return an id that nothing in the file has."""
        return self.chance.randrange(10**7, 10**8)


ITEMS = ("Menimbang", "Mengingat", "Diktum", "Tembusan")


def open_file(data: bytes, chance: Random, word: str) -> WordFile:
    return WordFile(docx.Document(BytesIO(data)), chance, word)


def saved(file: WordFile) -> bytes:
    buffer = BytesIO()
    file.document.save(buffer)
    return buffer.getvalue()


def text_of(element: Any) -> str:
    return "".join(one.text or "" for one in element.iter(qn("w:t")))


def filled(element: Any) -> list[Paragraph]:
    """Return the paragraphs with text in an element, which need not be in the file yet."""
    return [Paragraph(one, element) for one in element.iter(qn("w:p")) if text_of(one).strip()]


def is_data(text: str) -> bool:
    """Whether a text of the annex is no heading of a column and no label of a level."""
    return text.strip().lower() not in _HEADS and not text.startswith(
        ("ESELON", "BUPATI", "SASARAN", "(PENDUKUNG)")
    )


_HEADS = frozenset(("indikator", "target", "indikator utama", "sasaran"))


def xml(inner: str) -> Any:
    """Return the element that markup says, `w:`, `r:` and what pictures need being known."""
    end = inner.index(">") - (inner[inner.index(">") - 1] == "/")
    head = inner.index(" ") if " " in inner[:end] else end
    return parse_xml(f"{inner[:head]} {nsdecls('w', 'r', 'wp', 'a', 'pic')}{inner[head:]}")


def run_of(text: str, properties: str = "") -> str:
    """Return the markup of a run."""
    looks = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{text}</w:t></w:r>'


def with_word(text: str, word: str, at: int) -> str:
    """Return a text with a word more, before its nth one."""
    words = text.split(" ")
    words.insert(at % (len(words) + 1), word)
    return " ".join(words)


def drop(element: Any) -> None:
    element.getparent().remove(element)
