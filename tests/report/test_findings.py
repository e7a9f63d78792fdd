"""Findings as people and programs see them."""

from __future__ import annotations

import io
import json
import re
import sys
from dataclasses import replace

import pytest

from generator.app.outcome import Outcome
from generator.findings.cures import Edit
from generator.findings.finding import Diagnostic, finding, tally
from generator.findings.gathering import gathered
from generator.report.json import to_json
from generator.report.terminal import encodable, print_findings, shown
from generator.values import Place


def _target(row: int, text: str = "8,2 persen kira-kira") -> Diagnostic:
    place = Place("eselon-3.xlsx", "Program", row, "F", "Target")
    return finding("target-bukan-angka", place, isi=text, contoh="8,2")


class Terminal(io.StringIO):
    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


def _printed(findings: list[Diagnostic], stream: io.StringIO, *, everything: bool = False) -> str:
    """Return what is printed, without colours of our own and spaces at the ends of lines."""
    print_findings(findings, stream, everything=everything)
    plain = re.sub(r"\x1b\[[0-9;]*m", "", stream.getvalue())
    return "".join(f"{line.rstrip()}\n" for line in plain.splitlines())


def test_a_pipe_gets_one_finding_a_line_with_code_level_place_and_cure() -> None:
    (line,) = _printed([_target(14)], io.StringIO()).splitlines()
    assert line.startswith(
        '[SEL-02] Salah: eselon-3.xlsx › lembar "Program" › sel F14 (kolom "Target"): '
        'Isi "8,2 persen kira-kira"'
    )
    assert line.endswith(_target(14).cure)


def test_a_line_break_in_a_cell_does_not_break_the_line() -> None:
    assert len(_printed([_target(14, "a\nb\r\nc")], io.StringIO()).splitlines()) == 1


@pytest.mark.parametrize("text", ["[merah]", "[/]", "[bold]x[/bold]", ":smile:", "a" * 500])
@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_text_of_users_is_never_markup(text: str, stream: type[io.StringIO]) -> None:
    assert text in "".join(_printed([_target(1, text)], stream()).split())


def test_a_terminal_says_once_what_is_said_of_several_cells_of_a_sheet() -> None:
    text = _printed([_target(14), _target(15)], Terminal())
    assert text.splitlines()[:2] == [
        "Harus dibetulkan (2): selama masih ada, naskahnya tidak dibuat",
        "  eselon-3.xlsx › Program",
    ]
    assert 'F14, F15 (Target)  [SEL-02] Isi "8,2 persen' in text
    assert text.count("[SEL-02]") == 1


def _spelling(row: int, old: str, new: str) -> Diagnostic:
    place = Place("keputusan.xlsx", "Menimbang", row, "A", "Isi")
    edit = Edit(place, 0, len(old), new, old)
    return finding("salah-eja", place, edits=[edit], isi=old, baku=new)


def test_a_terminal_gets_what_is_certain_in_one_line_a_rule() -> None:
    text = _printed(
        [_spelling(2, "dimana", "di mana"), _spelling(3, "di ubah", "diubah")], Terminal()
    )
    assert text.splitlines()[:2] == [
        "Pasti (2): dikerjakan periksa --usulkan",
        "   2  [PHN-70] Salah tulis: dimana → di mana; di ubah → diubah",
    ]


def test_all_that_is_certain_is_listed_on_request() -> None:
    text = _printed([_spelling(2, "dimana", "di mana")], Terminal(), everything=True)
    assert "keputusan.xlsx › Menimbang: A2  [PHN-70]" in text


def test_catatan_are_shown_on_request_only() -> None:
    note = finding("tanda-butir-dilepas", Place("keputusan.xlsx", "Menimbang", 2, "A"), tanda="a.")
    for stream in (io.StringIO, Terminal):
        assert _printed([note], stream()) == ""
        assert "A2" in _printed([note], stream(), everything=True)


def test_the_worst_comes_first_and_catatan_only_on_request() -> None:
    place = Place("keputusan.xlsx", "Identitas")
    note = finding("tanda-butir-dilepas", place, tanda="a.")
    look = finding("nomor-kosong", place)
    assert [one.rule.code for one in shown([note, look, _target(1)], False)] == ["SEL-02", "DOK-22"]
    assert shown([note, look, _target(1)], True)[-1] is note


def test_json_is_the_contract() -> None:
    assert json.loads(to_json(Outcome((_target(14),)))) == {
        "versi": 1,
        "dasar_butir": "Lampiran II UU Nomor 12 Tahun 2011",
        "temuan": [
            {
                "kode": "SEL-02",
                "tingkat": "Salah",
                "kelompok": "harus dibetulkan",
                "buku": "eselon-3.xlsx",
                "lembar": "Program",
                "sel": "F14",
                "judul": "Target",
                "sel_lain": [],
                "pesan": _target(14).message,
                "saran": _target(14).cure,
                "butir": None,
                "usulan": [],
            }
        ],
        "dikecualikan": [],
    }


def test_json_names_every_cell_of_what_was_gathered() -> None:
    (one,) = gathered(map(_target, range(2, 60)))
    (told,) = json.loads(to_json(Outcome((one,))))["temuan"]
    assert [place["sel"] for place in told["sel_lain"]] == [f"F{row}" for row in range(3, 60)]


def test_json_gives_the_certain_cure_as_pieces_of_text() -> None:
    place = Place("keputusan.xlsx", "Mengingat", 3, "A", "Isi")
    mended = replace(_target(1), edits=(Edit(place, 5, 13, "disusun", "yang di susun lagi;"),))
    (one,) = json.loads(to_json(Outcome((mended,))))["temuan"]
    assert one["usulan"] == [
        {
            "buku": "keputusan.xlsx",
            "lembar": "Mengingat",
            "sel": "A3",
            "lama": "di susun",
            "baru": "disusun",
        }
    ]


def test_a_finding_names_its_butir_wherever_people_read_it() -> None:
    rule = replace(_target(1).rule, butir="43", message="Urutannya terbalik.")
    found = replace(_target(1), rule=rule)
    for stream in (io.StringIO(), Terminal()):
        text = _printed([found, found], stream)
        assert "Urutannya terbalik (butir 43)." in text
        assert text.count("Lampiran II UU Nomor 12 Tahun 2011") == 1
    (one,) = json.loads(to_json(Outcome((found,))))["temuan"]
    assert (one["pesan"], one["butir"]) == ("Urutannya terbalik.", "43")


def test_a_long_text_stays_under_its_beginning() -> None:
    text = _printed([_target(14, "kata " * 60)], Terminal())
    lines = [line for line in text.splitlines() if "kata" in line]
    assert len(lines) > 1
    assert all(line.startswith("  ") for line in lines)


def test_a_poor_console_gets_plain_characters() -> None:
    console = io.TextIOWrapper(io.BytesIO(), encoding="cp437")
    assert encodable("a › b – c ≥ d 字", console) == "a > b - c >= d ?"
    assert encodable("a › b", sys.__stdout__ or io.StringIO()) is not None


CLEARS = "a\x1b[2J\x9b31m\x07\x7f\u202egpj\u2066x\u200f"
"""Clears a screen, colours it, rings, and turns the reading of a line."""


@pytest.mark.parametrize("stream", [io.StringIO, Terminal])
def test_a_terminal_obeys_nothing_in_a_text(stream: type[io.StringIO]) -> None:
    found = [_target(1, CLEARS), finding("logo-rusak", Place(CLEARS), sebab="x")]
    text = _printed(found, stream())

    assert [one for one in text if one != "\n" and not one.isprintable()] == []
    assert "a�[2J�31m��" in text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("baris\nlain\tkolom", "baris lain kolom"),
        ("\x1b]0;judul\x07", "�]0;judul�"),
        ("naik \u202e%5\u202c", "naik �%5�"),
        ("é – “x” \u00a0 ﷺ", "é – “x” \u00a0 ﷺ"),
    ],
)
def test_a_command_becomes_a_sign(typed: str, shown: str) -> None:
    assert encodable(typed, io.StringIO()) == shown


def test_json_holds_commands_as_it_writes_them() -> None:
    text = to_json(Outcome((_target(1, CLEARS),), (), 1))

    assert [one for one in text if one != "\n" and not one.isprintable()] == []
    assert CLEARS in json.loads(text)["temuan"][0]["pesan"]


def test_the_tally_counts_each_severity() -> None:
    assert tally([_target(1), _target(2)]) == "Temuan: 2 Salah, 0 Periksa, 0 Catatan."
