from lxml import etree

from generator.lampiran.layout.pages import lay_out
from generator.lampiran.svg import draw_svg
from tests.support.drawn_word import F4
from tests.support.trees import bkpsdm_2022, texts

SVG = "{http://www.w3.org/2000/svg}"


def test_the_drawing_holds_every_word_of_the_tree() -> None:
    root = etree.fromstring(draw_svg(lay_out(bkpsdm_2022(), F4), F4, "Pohon kinerja"))
    drawn = {word for text in root.iter(f"{SVG}text") for word in (text.text or "").split()}
    words = {word for text in texts(bkpsdm_2022()) for word in text.replace("-", "- ").split()}
    assert words <= drawn | {word for one in drawn for word in one.replace("-", "- ").split()}


def test_there_is_one_white_page_for_each_sheet() -> None:
    pohon = lay_out(bkpsdm_2022(), F4)
    svg = draw_svg(pohon, F4, "Pohon kinerja", colours=False)
    assert svg.count("<rect") == len(pohon.sheets)


def test_a_title_with_signs_is_escaped() -> None:
    root = etree.fromstring(draw_svg(lay_out(bkpsdm_2022(), F4), F4, "A & <B>"))
    assert root.findtext(f"{SVG}title") == "A & <B>"
