"""The findings as a page: what it shows, and that it obeys nothing that people typed."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic, Waived, finding
from generator.findings.gathering import gathered
from generator.values import Place
from generator.worklist.grouping import worklist
from generator.worklist.page import findings_page

HERE = Place("eselon-3.xlsx", "Program", 4, "F", "Target")


def page(*findings: Diagnostic, waived: tuple[Waived, ...] = (), typed: str = "83") -> str:
    work = worklist(findings, waived)
    return findings_page(work, lambda place: typed, "SK 2026", "Temuan: 1 Salah.")


class Reader(HTMLParser):
    """Reads a page: its words in their order, its links, and what tags it has."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.words += [" ".join(data.split())] if data.strip() else []


def test_an_item_shows_place_value_finding_and_cure() -> None:
    one = finding("satuan-kosong", HERE, target="83")
    words = Reader(page(one)).words
    at = words.index("F4")
    assert words[at - 6] == "eselon-3.xlsx › Program"
    assert words[at : at + 5] == [
        "F4",
        "Target",
        "83",
        "Target 83 tidak mempunyai satuan.",
        "Periksa PHN-52: Target tanpa satuan",
    ]
    assert words[at + 5].startswith("Pilih Satuan")


def test_a_certain_cure_shows_what_becomes_of_which_piece() -> None:
    edit = Edit(HERE, 5, 11, "di mana", "yang dimana")
    source = page(finding("salah-eja", HERE, edits=[edit], isi="dimana", baku="di mana"))
    assert "<del>dimana</del> → <ins>di mana</ins>" in source
    assert "Salah tulis [PHN-70]" in Reader(source).words


def test_the_groups_are_linked_from_the_top_and_counted() -> None:
    source = page(finding("satuan-kosong", HERE, target="1"), finding("target-kosong", HERE))
    words = Reader(source).words
    for title in ("Harus dibetulkan (1)", "Perlu diputuskan (1)"):
        assert words.count(title) == 2
    assert 'href="#harus-dibetulkan"' in source
    assert 'id="harus-dibetulkan"' in source


def test_the_law_is_named_once_and_only_where_a_butir_is() -> None:
    plain = finding("satuan-kosong", HERE, target="1")
    cited = replace(plain, rule=replace(plain.rule, butir="43"))
    assert "Lampiran II" not in page(plain)
    assert page(plain, cited).count("Lampiran II UU Nomor 12 Tahun 2011") == 1


PLACES = [Place("eselon-4.xlsx", "Sub Kegiatan", row, "G", "Target") for row in range(2, 40)]


def test_cells_that_say_the_same_are_told_of_once_with_what_stands_there() -> None:
    (one,) = gathered(finding("target-kosong", place) for place in PLACES)
    words = Reader(page(one, typed="")).words
    at = words.index("G2–G39")
    assert words[at : at + 3] == ["G2–G39", "Target", "kosong"]


def test_of_many_cells_that_say_other_things_the_first_are_shown() -> None:
    (one,) = gathered(finding("target-kosong", place) for place in PLACES)
    source = findings_page(worklist([one]), lambda place: f"isi {place.row}", "SK", "")
    words = Reader(source).words
    assert "isi 21" in words
    assert "isi 22" not in words
    assert "dan 18 sel lainnya" in words


def test_a_long_value_is_cut() -> None:
    assert f"{'x' * 240} …" in page(finding("satuan-kosong", HERE, target="1"), typed="x" * 900)


HOSTILE = '</td></table><script>alert(1)</script><img src="http://x/y" onerror=a> "&amp;" {{ 7*7 }}'


def test_what_people_typed_is_text_wherever_it_stands() -> None:
    place = Place(HOSTILE, HOSTILE, 4, "F", HOSTILE)
    edit = Edit(place, 0, len(HOSTILE), HOSTILE, HOSTILE)
    found = [
        finding("satuan-kosong", place, target=HOSTILE),
        finding("salah-eja", place, edits=[edit], isi=HOSTILE, baku=HOSTILE),
    ]
    let = Waived(finding("nomor-kosong", place), HOSTILE)
    work = worklist(found, [let])
    reader = Reader(findings_page(work, lambda one: HOSTILE, HOSTILE, "Temuan: 2 Periksa."))
    assert {"script", "img"} & set(reader.tags) == set()
    assert sum(HOSTILE in " ".join(words.split()) for words in reader.words) > 8


def test_nothing_comes_from_outside_and_nothing_runs() -> None:
    reader = Reader(page(finding("satuan-kosong", HERE, target="1")))
    assert {"script", "link", "img", "iframe", "object"} & set(reader.tags) == set()
    goals = [value for name, value in reader.attributes if name in ("href", "src", "action")]
    assert [one for one in goals if not one.startswith("#")] == []
    assert [name for name, _ in reader.attributes if name.startswith("on")] == []


def test_the_keyboard_reaches_all_in_the_order_of_the_page() -> None:
    reader = Reader(page(finding("satuan-kosong", HERE, target="1")))
    assert {value for name, value in reader.attributes if name == "tabindex"} == {"-1"}
    assert ("href", "#isi") in reader.attributes
    assert ("aria-label", "Sudah: F4, PHN-52") in reader.attributes


@pytest.mark.parametrize("sign", ["\x00", "\x1b[2J", "\u202e", "\x9b"])
def test_what_a_screen_obeys_is_shown_as_a_sign(sign: str) -> None:
    source = page(finding("satuan-kosong", HERE, target=f"a{sign}b"), typed=f"c{sign}\nd")
    assert sign[0] not in source
    assert re.search("c\ufffd.*\nd", source)


def test_what_is_let_stand_is_listed_with_its_reason() -> None:
    let = Waived(finding("nomor-kosong", HERE), "Nomor menyusul.")
    words = Reader(page(waived=(let,))).words
    assert words.count("Dikecualikan (1)") == 2
    assert words[-1] == "Nomor menyusul."


def test_the_same_findings_give_the_same_page() -> None:
    assert page(finding("target-kosong", HERE)) == page(finding("target-kosong", HERE))
