"""Edits of text: words typed and deleted, odd letters, changes tracked by people."""

from __future__ import annotations

from copy import deepcopy
from functools import partial
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from tests.whole.suntingan.registry import edit, edit_named
from tests.whole.suntingan.word_file import (
    ITEMS,
    NotHereError,
    WordFile,
    drop,
    run_of,
    text_of,
    with_word,
    xml,
)


def _block(file: WordFile, kind: str) -> Paragraph:
    match kind:
        case "kop":
            return file.top()[file.chance.randrange(2)]
        case "judul":
            return file.starting("PENETAPAN")
        case "pembuka":
            return file.starting("KEPALA DINAS CONTOH,")
        case "menetapkan":
            return file.cell(file.table_of("Menetapkan").rows[0], -1)[0]
        case "penetapan":
            return file.starting("Ditetapkan di")
        case "kepala_lampiran":
            return file.chance.choice([one for one in file.top() if "LAMPIRAN" in one.text])
        case "lampiran":
            return file.annex_text()
    return file.item(kind)


_PLACES = {"start": 0, "middle": 1, "end": -1}
_BLOCKS = ("kop", "judul", "pembuka", "menetapkan", "penetapan", "kepala_lampiran", "lampiran")


def _type(file: WordFile, kind: str, place: str) -> None:
    run = file.run_with_text(_block(file, kind))
    run.text = with_word(run.text, file.word, _PLACES[place])


for _kind in (*_BLOCKS, *ITEMS):
    for _place in _PLACES:
        edit_named(f"word_at_{_place}_of_{_kind.lower()}", partial(_type, kind=_kind, place=_place))


@edit
def word_deleted(file: WordFile) -> None:
    run = file.run_with_text(file.item(file.chance.choice(["Menimbang", "Mengingat", "Diktum"])))
    words = run.text.split(" ")
    del words[file.chance.randrange(1, len(words) - 1)]
    run.text = " ".join(words)


@edit
def half_a_sentence_deleted(file: WordFile) -> None:
    run = file.run_with_text(file.item())
    words = run.text.split(" ")
    run.text = " ".join(words[: len(words) // 2])


@edit
def sentence_retyped(file: WordFile) -> None:
    file.run_with_text(file.item()).text = f"bahwa {file.word} ditulis ulang seluruhnya;"


@edit
def box_retyped(file: WordFile) -> None:
    file.run_with_text(file.annex_text()).text = f"Isi {file.word} sendiri"


@edit
def target_typed(file: WordFile) -> None:
    targets = [
        one
        for one in file.paragraphs()
        if one.text.strip() in ("102 Berkas", "103 Berkas", "57 Orang", "68 Orang")
    ]
    file.run_with_text(file.chance.choice(targets)).text = f"9{file.word} Berkas"


@edit
def nomor_typed(file: WordFile) -> None:
    file.run_with_text(file.starting("NOMOR")).text = f"100.3/{file.word}/2024"


@edit
def tanggal_typed(file: WordFile) -> None:
    run = file.starting("pada tanggal").runs[-1]
    run.text = f"3 Januari {file.word}"


@edit
def all_occurrences_replaced(file: WordFile) -> None:
    for paragraph in file.paragraphs():
        for run in paragraph.runs:
            if "Cascading" in run.text:
                run.text = run.text.replace("Cascading", f"Penjabaran{file.word}")


@edit
def replaced_in_the_annex(file: WordFile) -> None:
    for paragraph in file.paragraphs():
        for run in paragraph.runs:
            if "Pengelolaan" in run.text:
                run.text = run.text.replace("Pengelolaan", f"Pengurusan{file.word}")


@edit
def heading_of_a_sheet_typed(file: WordFile) -> None:
    run = file.chance.choice(file.sheet_headings()).runs[-1]
    run.text = f"{run.text} {file.word}"


@edit
def column_head_typed(file: WordFile) -> None:
    heads = [one for one in file.paragraphs() if one.text in ("Indikator", "Target", "INDIKATOR")]
    run = file.run_with_text(file.chance.choice(heads))
    run.text = f"{run.text} {file.word}"


def _of_several_values(file: WordFile) -> list[Any]:
    """Return the runs of a line in which two values of the books are printed."""
    lines = [one for one in file.top() if one.text.startswith(("TENTANG\t", "KEPUTUSAN "))]
    every = file.chance.choice(lines).runs
    runs = [run for run in every if run.text.strip() and "\t" not in run.text]
    if len(runs) != 2:
        raise NotHereError("dua isi")
    return runs


@edit
def one_of_two_values_typed(file: WordFile) -> None:
    file.chance.choice(_of_several_values(file)).text = f"ISI {file.word}"


@edit
def words_typed_across_two_values(file: WordFile) -> None:
    first, second = _of_several_values(file)
    first.text = " ".join(first.text.split(" ")[:-1])
    second.text = " ".join([str(file.word), *second.text.split(" ")[1:]])


@edit
def words_typed_around_two_values(file: WordFile) -> None:
    first, second = _of_several_values(file)
    first.text, second.text = f"{file.word} {first.text}", f"{second.text} {file.word}"


@edit
def box_title_typed(file: WordFile) -> None:
    titles = list(file.boxed(lambda text: text.startswith(("SASARAN", "(PENDUKUNG)"))))
    run = file.run_with_text(file.chance.choice(titles))
    run.text = f"{run.text} {file.word}"


@edit
def label_typed(file: WordFile) -> None:
    run = file.table_of("Menimbang").rows[0].cells[0].paragraphs[0].runs[0]
    run.text = f"Menimbang {file.word}"


def _after(file: WordFile, markup: str) -> None:
    """Put a run behind the longest one of a paragraph, and a word behind it."""
    run = file.run_with_text(file.anywhere())
    run._r.addnext(xml(markup))
    run._r.getnext().addnext(xml(run_of(file.word)))


@edit
def tab_typed(file: WordFile) -> None:
    _after(file, "<w:r><w:tab/></w:r>")


@edit
def line_break_typed(file: WordFile) -> None:
    _after(file, "<w:r><w:br/></w:r>")


@edit
def no_break_space_typed(file: WordFile) -> None:
    _after(file, run_of("\u00a0"))


@edit
def soft_hyphen_typed(file: WordFile) -> None:
    _after(file, "<w:r><w:softHyphen/></w:r>")


@edit
def no_break_hyphen_typed(file: WordFile) -> None:
    _after(file, "<w:r><w:noBreakHyphen/></w:r>")


@edit
def accents_typed(file: WordFile) -> None:
    run = file.run_with_text(file.anywhere())
    run.text = f"{run.text} é–“{file.word}” & <b>"


@edit
def runs_split_as_word_does(file: WordFile) -> None:
    """Word cuts runs wherever the cursor was, and marks what it thinks is misspelt."""
    for nth, paragraph in enumerate(file.paragraphs()):
        for run in list(paragraph.runs):
            if (
                len(run.text) > 6
                and run.text == text_of(run._r)
                and not run._r.findall(qn("w:tab"))
            ):
                rest: Any = deepcopy(run._r)
                middle = len(run.text) // 2
                text = run.text
                run.text = text[:middle]
                for one in rest.findall(qn("w:t"))[1:]:
                    drop(one)
                first = rest.find(qn("w:t"))
                first.text = text[middle:]
                first.set(qn("xml:space"), "preserve")
                rest.set(qn("w:rsidR"), f"00A{nth:05X}")
                run._r.addnext(rest)
                run._r.addnext(xml('<w:proofErr w:type="spellStart"/>'))
    run = file.run_with_text(file.item("Menimbang"))
    run.text = f"{run.text}{file.word}"


@edit
def all_bookmarks_gone(file: WordFile) -> None:
    """As a copy of all into a new file leaves it, or another office program."""
    for one in list(file.body.iter(qn("w:bookmarkStart"), qn("w:bookmarkEnd"))):
        drop(one)
    _type(file, "Mengingat", "middle")


def _tracked_insertion(file: WordFile, paragraph: Paragraph) -> Any:
    change = xml(f"<w:ins {file.signature()}>{run_of(' ' + file.word)}</w:ins>")
    file.run_with_text(paragraph)._r.addnext(change)
    return change


def _tracked_deletion(file: WordFile, paragraph: Paragraph) -> Any:
    run = file.run_with_text(paragraph)._r
    change = xml(f"<w:del {file.signature()}/>")
    run.addprevious(change)
    change.append(run)
    for text in run.findall(qn("w:t")):
        text.tag = qn("w:delText")
    return change


@edit
def insertion_tracked(file: WordFile) -> None:
    _tracked_insertion(file, file.anywhere())


@edit
def insertion_tracked_and_accepted(file: WordFile) -> None:
    change = _tracked_insertion(file, file.anywhere())
    change.addprevious(change[0])
    drop(change)


@edit
def insertion_tracked_and_rejected(file: WordFile) -> None:
    drop(_tracked_insertion(file, file.anywhere()))


@edit
def deletion_tracked(file: WordFile) -> None:
    _tracked_deletion(file, file.item())


@edit
def deletion_tracked_in_the_annex(file: WordFile) -> None:
    _tracked_deletion(file, file.annex_text())


@edit
def replacement_tracked(file: WordFile) -> None:
    change = _tracked_deletion(file, file.anywhere())
    change.addnext(xml(f"<w:ins {file.signature()}>{run_of('ganti ' + file.word)}</w:ins>"))


@edit
def half_a_word_tracked(file: WordFile) -> None:
    """Delete the second half of a text and type something else, all tracked."""
    run = file.run_with_text(file.anywhere())
    rest: Any = deepcopy(run._r)
    middle = len(run.text) // 2
    text = run.text
    run.text = text[:middle]
    for one in rest.findall(qn("w:t"))[1:]:
        drop(one)
    rest.find(qn("w:t")).text = text[middle:]
    rest.find(qn("w:t")).tag = qn("w:delText")
    for one in rest.findall(qn("w:tab")):
        drop(one)
    change = xml(f"<w:del {file.signature()}/>")
    change.append(rest)
    run._r.addnext(change)
    change.addnext(xml(f"<w:ins {file.signature()}>{run_of(file.word)}</w:ins>"))


@edit
def formatting_tracked(file: WordFile) -> None:
    run = file.run_with_text(file.anywhere())
    run.bold = True
    run._r.rPr.append(xml(f"<w:rPrChange {file.signature()}><w:rPr/></w:rPrChange>"))


@edit
def item_added_tracked(file: WordFile) -> None:
    item = file.item()
    new = deepcopy(item._p)
    for one in [one for one in new if one.tag != qn("w:pPr")]:
        new.remove(one)
    properties = new.get_or_add_pPr()
    properties.append(xml(f"<w:rPr><w:ins {file.signature()}/></w:rPr>"))
    new.append(xml(f"<w:ins {file.signature()}>{run_of('butir ' + file.word + ';')}</w:ins>"))
    item._p.addprevious(new)


@edit
def paragraph_deleted_tracked(file: WordFile) -> None:
    item = file.item("Mengingat")
    _tracked_deletion(file, item)
    item._p.get_or_add_pPr().append(xml(f"<w:rPr><w:del {file.signature()}/></w:rPr>"))
