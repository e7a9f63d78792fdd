"""What is known of regulations, what had become of them on a day, and an office's own rows."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.findings.finding import Diagnostic
from generator.peraturan.citation import Citation, RegulationKey
from generator.peraturan.contradictions import contradictions, lookalikes
from generator.peraturan.kinds import JENIS, Requirement, Terbitan, gazette_rule
from generator.peraturan.order import is_wrong_order, rank, right_order
from generator.peraturan.own import add_rows
from generator.peraturan.parser import parse
from generator.peraturan.register import (
    Evidence,
    Peraturan,
    Register,
    RelatedRegulation,
    register,
    status,
)
from generator.schema.keputusan import PERATURAN
from generator.values import Isian, Place, Row

DAERAH = "Kabupaten Tanjung Jabung Barat"


def cite(text: str) -> Citation:
    citation = parse(text).citation
    assert citation is not None
    return citation


def known(text: str) -> Peraturan:
    found = register().get(cite(text).kunci)
    assert found is not None
    return found


class TestFacts:
    def test_all_229_regulations_are_there(self) -> None:
        assert len(register().peraturan) == 229

    def test_no_regulation_is_there_twice(self) -> None:
        assert all(register().get(one.kunci) is one for one in register().peraturan)

    def test_a_row_keeps_every_fact_with_its_evidence(self) -> None:
        one = known("UU 23/2014")
        assert one.nama == "Pemerintahan Daerah"
        assert one.ditetapkan == date(2014, 9, 30)
        assert one.diundangkan == date(2014, 10, 2)
        assert (one.terbitan, one.tahun_lembaran, one.nomor_lembaran) == (
            Terbitan.LN,
            2014,
            "244",
        )
        assert one.tambahan == "5587"
        assert one.bukti is Evidence.NASKAH
        assert one.sumber == "data-peraturan uu/2014/23; kutipan 38x"

    def test_an_empty_field_is_unknown(self) -> None:
        one = known("Permendagri 5/2024")
        assert (one.nama, one.ditetapkan, one.terbitan, one.tahun_lembaran) == (
            "",
            None,
            None,
            None,
        )
        assert one.dari_ingatan

    def test_relation_carries_its_date(self) -> None:
        (amended,) = known("PP 18/2016").diubah_oleh
        assert (str(amended), amended.tanggal) == ("PP 72/2019", date(2019, 10, 15))

    def test_relation_from_memory_in_a_verified_row_says_so(self) -> None:
        memory = {str(one): one.dari_ingatan for one in known("UU 26/2007").diubah_oleh}
        assert memory == {"UU 11/2020": False, "UU 6/2023": True}

    def test_repeal_from_memory_does_not_colour_the_amendments(self) -> None:
        one = known("UU 11/2020")
        assert {str(other): other.dari_ingatan for other in one.dicabut_oleh} == {
            "Perppu 2/2022": True,
            "UU 6/2023": False,
        }
        assert [other.dari_ingatan for other in one.diubah_oleh] == [False]


class TestLookup:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("Permendagri Nomor 86 Tahun 2017", "Permendagri 86/2017"),
            ("Peraturan Menteri PAN dan RB Nomor 053 Tahun 2014", "PermenPANRB 53/2014"),
            (
                "Peraturan Menteri Negara PAN Nomor PER/09/M.PAN/5/2007",
                "PermenPAN PER/09/M.PAN/5/2007",
            ),
            (
                "Peraturan Menteri Negara PAN Nomor PER-9/M.PAN/5/2007 Tahun 2007",
                "PermenPAN PER/09/M.PAN/5/2007",
            ),
            ("Kepmendagri Nomor 050 - 3708 Tahun 2020", "Kepmendagri 050-3708/2020"),
        ],
    )
    def test_finds_a_regulation_however_its_number_is_written(self, text: str, found: str) -> None:
        assert str(known(text).kunci) == found

    @pytest.mark.parametrize("text", ["UU Nomor 999 Tahun 2014", "Perda Nomor 23 Tahun 2014"])
    def test_is_none_for_what_is_not_known(self, text: str) -> None:
        assert register().get(cite(text).kunci) is None

    def test_finds_by_kind_number_and_year(self) -> None:
        found = register().find("PP", "18", 2016)
        assert found is not None
        assert found.nama == "Perangkat Daerah"

    def test_finds_by_name_whatever_its_case_and_commas(self) -> None:
        name = "penyelenggara negara yang bersih dan bebas dari korupsi kolusi dan nepotisme"
        assert [str(one.kunci) for one in register().named(name)] == ["UU 28/1999"]


class TestStatus:
    PEMDA = "Undang-Undang Nomor 23 Tahun 2014 tentang Pemerintahan Daerah"

    @pytest.mark.parametrize(
        ("day", "amended"),
        [
            (date(2014, 10, 1), []),
            (date(2014, 10, 2), ["Perppu 2/2014"]),
            (date(2022, 1, 3), ["Perppu 2/2014", "UU 2/2015", "UU 9/2015", "UU 11/2020"]),
            (
                date(2022, 1, 5),
                ["Perppu 2/2014", "UU 2/2015", "UU 9/2015", "UU 11/2020", "UU 1/2022"],
            ),
        ],
    )
    def test_counts_what_was_promulgated_by_the_day(self, day: date, amended: list[str]) -> None:
        state = status(register(), cite(self.PEMDA), day)
        assert state is not None
        assert [str(one) for one in state.diubah_oleh] == amended

    def test_is_none_for_an_unknown_regulation(self) -> None:
        assert status(register(), cite("UU 999/2014"), date(2022, 1, 3)) is None

    def test_tells_a_repeal(self) -> None:
        state = status(register(), cite("PP 58/2005"), date(2022, 1, 3))
        assert state is not None
        assert [str(one) for one in state.dicabut_oleh] == ["PP 12/2019"]

    def test_is_silent_of_a_repeal_before_it_came(self) -> None:
        state = status(register(), cite("PP 58/2005"), date(2019, 3, 11))
        assert state is not None
        assert state.dicabut_oleh == ()

    def test_the_year_decides_where_the_date_is_not_known(self) -> None:
        state = status(register(), cite("PP 65/2005"), date(2019, 1, 1))
        assert state is not None
        assert [str(one) for one in state.dicabut_oleh] == ["PP 2/2018"]

    def test_is_silent_where_neither_date_nor_year_decides(self) -> None:
        state = status(register(), cite("PP 65/2005"), date(2018, 12, 31))
        assert state is not None
        assert [str(one) for one in state.peraturan.dicabut_oleh] == ["PP 2/2018"]
        assert state.dicabut_oleh == ()

    def test_an_amendment_known_only_from_its_own_row_counts(self) -> None:
        base = Peraturan(RegulationKey("PP", "1", 2000))
        later = Peraturan(
            RegulationKey("PP", "2", 2001),
            diundangkan=date(2001, 5, 1),
            mengubah=(RelatedRegulation(base.kunci),),
        )
        state = status(Register((base, later)), cite("PP 1/2000"), date(2002, 1, 1))
        assert state is not None
        assert [(str(one), one.tanggal) for one in state.diubah_oleh] == [
            ("PP 2/2001", date(2001, 5, 1))
        ]

    @pytest.mark.parametrize(
        ("chain", "uncited"),
        [
            ("", ["Perppu 2/2014", "UU 2/2015", "UU 9/2015", "UU 11/2020"]),
            (" sebagaimana telah diubah dengan UU Nomor 9 Tahun 2015", ["UU 11/2020"]),
            (" sebagaimana telah beberapa kali diubah terakhir dengan UU Nomor 11 Tahun 2020", []),
            (" sebagaimana telah diubah dengan UU Nomor 77 Tahun 2016", []),
        ],
    )
    def test_names_the_amendments_after_the_last_one_cited(
        self, chain: str, uncited: list[str]
    ) -> None:
        citation = cite(self.PEMDA + chain)
        state = status(register(), citation, date(2022, 1, 3))
        assert state is not None
        assert [str(one) for one in state.uncited(citation)] == uncited


class TestContradictions:
    def facts(self, text: str) -> list[tuple[str, str, str]]:
        return [
            (one.fakta, one.dikutip, one.diketahui)
            for one in contradictions(known(text), cite(text))
        ]

    def test_wrong_gazette_number(self) -> None:
        text = "UU 25/2004 tentang Sistem Perencanaan Pembangunan Nasional (LN Tahun 2004 No. 164)"
        assert self.facts(text) == [("nomor lembaran", "164", "104")]

    def test_wrong_gazette_year_and_supplement(self) -> None:
        text = "UU 17/2003 tentang Keuangan Negara (LN Tahun 2004 Nomor 47, TLN Nomor 4287)"
        assert self.facts(text) == [
            ("tahun lembaran", "2004", "2003"),
            ("nomor tambahan lembaran", "4287", "4286"),
        ]

    def test_wrong_gazette(self) -> None:
        assert self.facts("Permendagri 86/2017 (LN Tahun 2017 Nomor 1312)") == [
            ("lembaran", "Lembaran Negara", "Berita Negara")
        ]

    def test_wrong_name(self) -> None:
        text = "PP 94/2021 tentang Disiplin Aparatur Sipil Negara"
        assert self.facts(text) == [
            ("nama", "Disiplin Aparatur Sipil Negara", "Disiplin Pegawai Negeri Sipil")
        ]

    def test_the_unknown_is_no_contradiction(self) -> None:
        text = "PP 28/2018 tentang Kerja Sama Daerah (LN Tahun 2018 Nomor 97, TLN Nomor 6219)"
        assert self.facts(text) == []

    @pytest.mark.parametrize(
        ("text", "meant"),
        [
            ("UU 24/2004 tentang Sistem Perencanaan Pembangunan Nasional", ["UU 25/2004"]),
            ("UU 25/2005 tentang Sistem Perencanaan Pembangunan Nasional", ["UU 25/2004"]),
            ("UU 77/1990 tentang Sistem Perencanaan Pembangunan Nasional", []),
            ("UU 25/2004 tentang Sistem Perencanaan Pembangunan Nasional", []),
            ("PP 25/2004 tentang Sistem Perencanaan Pembangunan Nasional", ["UU 25/2004"]),
            ("Perda Kabupaten Contoh 12/2019 tentang Pengelolaan Keuangan Daerah", []),
        ],
    )
    def test_number_year_or_kind_of_another_of_this_name(self, text: str, meant: list[str]) -> None:
        assert [str(one.kunci) for one in lookalikes(register(), cite(text))] == meant


class TestGazetteRule:
    @pytest.mark.parametrize(
        ("kode", "tahun", "terbitan", "lembaran", "tambahan"),
        [
            ("UU", 2014, Terbitan.LN, Requirement.WAJIB, Requirement.WAJIB),
            ("UU", 1956, Terbitan.LN, Requirement.WAJIB, Requirement.BOLEH),
            ("PP", 2016, Terbitan.LN, Requirement.WAJIB, Requirement.WAJIB),
            ("Perpres", 2014, Terbitan.LN, Requirement.WAJIB, Requirement.TIDAK),
            ("Permen", 2017, Terbitan.BN, Requirement.LAZIM, Requirement.TIDAK),
            ("Permen", 2006, Terbitan.BN, Requirement.BOLEH, Requirement.TIDAK),
            ("Perda", 2016, Terbitan.LD, Requirement.WAJIB, Requirement.WAJIB),
            ("Perbup", 2016, Terbitan.BD, Requirement.BOLEH, Requirement.TIDAK),
            ("Kepmen", 2021, None, Requirement.TIDAK, Requirement.TIDAK),
            ("UUD", None, None, Requirement.TIDAK, Requirement.TIDAK),
        ],
    )
    def test_gazette_of_each_kind(
        self,
        kode: str,
        tahun: int | None,
        terbitan: Terbitan | None,
        lembaran: Requirement,
        tambahan: Requirement,
    ) -> None:
        rule = gazette_rule(JENIS[kode], tahun)
        assert (rule.terbitan, rule.lembaran, rule.tambahan) == (terbitan, lembaran, tambahan)

    def test_the_register_agrees(self) -> None:
        for one in register().peraturan:
            rule = gazette_rule(cite(f"{_kind(one.kunci)} Nomor 1 Tahun 2000").jenis, 2000)
            assert one.terbitan in (None, rule.terbitan), one.kunci


def _kind(kunci: RegulationKey) -> str:
    return kunci.jenis.replace("Permen", "Permen ").replace("Kepmen", "Kepmen ")


class TestOrder:
    SOUND = (
        "UUD 1945",
        "TAP MPR Nomor XVI/MPR/1998",
        "UU 25/2004",
        "UU 23/2014",
        "PP 12/2019",
        "Perpres 29/2014",
        "Keppres 80/2003",
        "PermenPANRB 53/2014",
        "Permendagri 86/2017",
        "Kepmendagri 050-5889/2021",
        "Perda Provinsi Jambi 7/2016",
        "Perda Kabupaten Garut 9/2016",
        "Pergub Jambi 41/2020",
        "Perbup Garut 27/2016",
    )

    def test_the_order_of_the_book_is_left_alone(self) -> None:
        citations = [cite(text) for text in self.SOUND]
        assert right_order(citations, register()) == tuple(range(len(citations)))

    @given(st.permutations([one.kunci for one in register().peraturan]).map(lambda all: all[:12]))
    def test_any_disorder_is_put_right(self, keys: list[RegulationKey]) -> None:
        citations = [cite(f"{_kind(one)} Nomor {one.nomor} Tahun {one.tahun}") for one in keys]
        order = right_order(citations, register())
        assert sorted(order) == list(range(len(keys)))
        assert not any(
            is_wrong_order(citations[one], citations[other], register())
            for one, other in combinations(order, 2)
        )

    def test_ranks_go_down(self) -> None:
        ranks = [rank(cite(text)) for text in self.SOUND]
        assert ranks == sorted(ranks)

    @pytest.mark.parametrize(
        ("first", "second", "wrong"),
        [
            ("Permendagri 86/2017", "Perpres 29/2014", True),
            ("Permendagri 86/2017", "PermenPANRB 53/2014", True),
            ("Perpres 29/2014", "Permendagri 86/2017", False),
            ("UU 30/2014", "UU 23/2014", True),  # 17 and 2 October 2014, by the register
            ("UU 23/2014", "UU 30/2014", False),
            ("Permendagri 90/2019", "Permendagri 70/2019", True),  # by number
            ("Perbup Garut 27/2016", "Perbup Ciamis 5/2016", False),  # of two makers
            ("UU 23/2014", "Perppu 2/2014", False),  # promulgated on one day
            ("Permendagri 90/2019", "PermenPANRB 15/2019", False),  # one date is not known
            ("Perpres 29/2014", "Keppres 80/2003", False),  # by kind
            ("Keppres 80/2003", "Perpres 29/2014", False),  # by time
            ("Keppres 80/2019", "Perpres 29/2014", True),  # neither
            ("Perda Nomor 6 Tahun 2016", "Perda Provinsi Jambi 7/2010", False),  # of which rank?
            ("Perda Kabupaten Garut 6/2010", "Perda Provinsi Jambi 7/2016", True),
            ("Perbup Garut 27/2016", "Perda Nomor 6 Tahun 2018", True),
            ("UU tentang Desa", "UU 25/2004", False),  # no year
        ],
    )
    def test_wrong_is_only_what_is_certainly_wrong(
        self, first: str, second: str, wrong: bool
    ) -> None:
        assert is_wrong_order(cite(first), cite(second), register()) is wrong

    def test_only_what_is_wrong_moves(self) -> None:
        texts = (
            "Permendagri 90/2019",
            "PermenPANRB 15/2019",
            "UU 30/2014",
            "UU 23/2014",
        )
        assert right_order([cite(text) for text in texts], register()) == (3, 2, 0, 1)


def row(number: int, **cells: str) -> Row:
    place = Place("keputusan.xlsx", "Peraturan", number)
    columns = {
        column.role: (chr(ord("A") + n), column.heading)
        for n, column in enumerate(PERATURAN.columns)
    }
    blank = Row(place, {}, columns)
    filled = {role: Isian(text, text, blank.at(role)) for role, text in cells.items()}
    return Row(place, filled, columns)


PERDA = {
    "jenis": "Perda",
    "nomor": "6",
    "tahun": "2016",
    "nama": "Pembentukan dan Susunan Perangkat Daerah",
}


def add(*rows: Row) -> tuple[Register, list[Diagnostic]]:
    return add_rows(register(), rows, DAERAH)


def codes(findings: list[Diagnostic]) -> list[tuple[str, str | None]]:
    return [(one.rule.code, one.place.cell) for one in findings]


class TestOwnRows:
    def test_a_row_is_found_by_its_full_citation(self) -> None:
        merged, findings = add(
            row(2, **PERDA, lembaran="LD", tahun_lembaran="2016", nomor_lembaran="6", tambahan="3")
        )
        assert findings == []
        found = merged.get(cite(f"Peraturan Daerah {DAERAH} Nomor 6 Tahun 2016").kunci)
        assert found is not None
        assert (found.terbitan, found.nomor_lembaran, found.tambahan, found.bukti) == (
            Terbitan.LD,
            "6",
            "3",
            Evidence.KANTOR,
        )
        assert found.place == Place("keputusan.xlsx", "Peraturan", 2)

    def test_the_perda_of_another_region_is_another(self) -> None:
        merged, _ = add(row(2, **PERDA))
        assert merged.get(cite("Perda Provinsi Jambi Nomor 6 Tahun 2016").kunci) is None

    def test_a_region_may_be_named_in_the_row(self) -> None:
        merged, findings = add(row(2, **(PERDA | {"jenis": "Peraturan Daerah Provinsi Jambi"})))
        assert findings == []
        assert merged.get(cite("Perda Provinsi Jambi Nomor 6 Tahun 2016").kunci)

    @pytest.mark.parametrize(
        ("jenis", "cited"),
        [
            ("Perbup", "Peraturan Bupati Tanjung Jabung Barat Nomor 6 Tahun 2016"),
            ("Peraturan Bupati", "Peraturan Bupati Tanjung Jabung Barat Nomor 6 Tahun 2016"),
            ("Pergub", "Peraturan Gubernur Jambi Nomor 6 Tahun 2016"),
            ("Permenkes", "Peraturan Menteri Kesehatan Nomor 6 Tahun 2016"),
            ("Peraturan BKN", "Peraturan Kepala Badan Kepegawaian Negara Nomor 6 Tahun 2016"),
        ],
    )
    def test_every_kind_can_be_entered(self, jenis: str, cited: str) -> None:
        merged, findings = add(row(2, **(PERDA | {"jenis": jenis})))
        assert findings == []
        assert merged.get(cite(cited).kunci)

    def test_amendments_are_known_from_either_row(self) -> None:
        other = PERDA | {"nomor": "6", "tahun": "2018", "nama": "Perubahan"}
        merged, findings = add(
            row(2, **PERDA, diubah_oleh="Perda 3/2020 (22 Juli 2020); Perda Nomor 9 Tahun 2021"),
            row(3, **other, mengubah="Perda 6/2016", tanggal_diundangkan="3 Mei 2018"),
        )
        assert findings == []
        state = status(merged, cite(f"Perda {DAERAH} 6/2016"), date(2022, 1, 3))
        assert state is not None
        assert [(one.kunci.nomor, one.tanggal) for one in state.diubah_oleh] == [
            ("6", date(2018, 5, 3)),
            ("3", date(2020, 7, 22)),
            ("9", None),
        ]

    def test_the_shipped_register_stays_as_it_is(self) -> None:
        add(row(2, **PERDA))
        assert register().find("Perda", "6", 2016, DAERAH) is None

    def test_unknown_kind(self) -> None:
        merged, findings = add(row(2, **(PERDA | {"jenis": "Peraturan Kab."})))
        assert codes(findings) == [("DOK-30", "A2")]
        assert len(merged.peraturan) == 229

    @pytest.mark.parametrize(
        ("role", "typed", "cell"),
        [
            ("nomor", "enam", "B2"),
            ("tahun", "16", "C2"),
            ("tanggal_ditetapkan", "Juli 2016", "E2"),
            ("tanggal_diundangkan", "31 Februari 2016", "F2"),
            ("lembaran", "Koran", "G2"),
            ("tahun_lembaran", "dua ribu", "H2"),
            ("nomor_lembaran", "?", "I2"),
            ("tambahan", "-", "J2"),
        ],
    )
    def test_unreadable_cell(self, role: str, typed: str, cell: str) -> None:
        _, findings = add(row(2, **(PERDA | {role: typed})))
        assert codes(findings) == [("DOK-31", cell)]
        assert typed in findings[0].message

    def test_an_unreadable_fact_leaves_the_others(self) -> None:
        merged, _ = add(row(2, **PERDA, lembaran="Koran", nomor_lembaran="6"))
        found = merged.find("Perda", "6", 2016, DAERAH)
        assert found is not None
        assert (found.terbitan, found.nomor_lembaran) == (None, "6")

    @pytest.mark.parametrize(
        "typed", ["Perda tahun 2018", "perubahan", "Perda 6/2018 (tahun lalu)", "Perda 6"]
    )
    def test_unreadable_relation(self, typed: str) -> None:
        _, findings = add(row(2, **PERDA, diubah_oleh=typed))
        assert codes(findings) == [("DOK-32", "L2")]

    def test_the_same_regulation_twice(self) -> None:
        merged, findings = add(row(2, **PERDA, tambahan="3"), row(5, **PERDA, tambahan="4"))
        assert codes(findings) == [("DOK-33", "B5")]
        found = merged.find("Perda", "6", 2016, DAERAH)
        assert found is not None
        assert found.tambahan == "3"

    def test_what_the_office_knows_better_counts_and_is_told(self) -> None:
        cells = {"jenis": "UU", "nomor": "25", "tahun": "2004", "nomor_lembaran": "164"}
        merged, findings = add(row(2, **cells))
        assert codes(findings) == [("DOK-34", "I2")]
        found = merged.find("UU", "25", 2004)
        assert found is not None
        assert (found.nomor_lembaran, found.tambahan) == ("164", "4421")
        assert len(merged.peraturan) == 229

    def test_a_row_without_its_key_is_left_to_the_reader(self) -> None:
        merged, findings = add(row(2, jenis="Perda", nama="Tanpa nomor"))
        assert findings == []
        assert merged.peraturan == register().peraturan
