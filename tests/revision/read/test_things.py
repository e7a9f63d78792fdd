"""How an edit is named that has no place any more: the words people typed can be found in it."""

from __future__ import annotations

from lxml import etree

from generator.revision.read.blocks import Block
from generator.revision.read.things import named
from generator.word.wordml import W

LONG = "bahwa penjabaran menjadi dasar perjanjian kinerja setiap pegawai;"
_COMMENT = '<w:r><w:commentReference w:id="1"/></w:r>'


def block(text: str, inside: str = "") -> Block:
    element = etree.fromstring(f'<w:p xmlns:w="{W}">{inside}</w:p>')
    return Block(element, text, (), ())


def test_a_long_text_is_shown_from_the_word_in_which_it_begins_to_differ() -> None:
    assert named(block(f"{LONG} sungguh"), LONG) == "…pegawai; sungguh"


def test_a_short_text_is_shown_whole() -> None:
    assert named(block("NIP. 1 orang"), "NIP. 1") == "NIP. 1 orang"


def test_each_cell_of_a_row_is_shown() -> None:
    assert named(block(f"{LONG}\x1f102 Berkas\x1f\x1fJumlah")).endswith("… | 102 Berkas | Jumlah")


def test_what_is_no_text_is_named() -> None:
    assert named(block("", _COMMENT)) == "[komentar]"
    assert named(block("Target", _COMMENT)) == "Target [komentar]"


def test_what_reads_in_a_text_box_is_named() -> None:
    inside = "<w:p><w:r><w:t>Belum final</w:t></w:r></w:p>"
    box = f"<w:r><w:pict><w:txbxContent>{inside}</w:txbxContent></w:pict></w:r>"
    assert named(block("Target", box)) == 'Target [kotak teks, "Belum final"]'


def test_nothing_has_no_name() -> None:
    assert named(block("\x1f ")) == ""
