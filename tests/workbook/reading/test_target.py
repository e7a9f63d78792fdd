"""The target grammar, cell by cell: value, number format and Satuan in, printed text out."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bahasa.numbers import format_number, read_number
from generator.schema.kinerja import SATUAN
from generator.values import Place
from generator.workbook.reading.target import (
    CellFault,
    CellValue,
    TargetText,
    read_code,
    read_pagu,
    read_target,
)

UNITS = frozenset({*SATUAN, "Naskah"})
PLACE = Place("eselon-3.xlsx", "Program", 4, "F", "Target")


def target(value: CellValue, code: str = "General", satuan: str | None = None) -> TargetText:
    read = read_target(value, code, satuan, UNITS)
    assert isinstance(read, TargetText), read
    return read


def fault(value: CellValue, code: str = "General", satuan: str | None = None) -> str:
    """Return code and message of the finding, which proves the facts fit the rule's texts."""
    read = read_target(value, code, satuan, UNITS)
    assert isinstance(read, CellFault), read
    found = read.at(PLACE)
    return f"{found.rule.name}: {found.message} {found.cure}"


class TestNumberCell:
    @pytest.mark.parametrize(
        ("value", "code", "satuan", "printed", "nilai"),
        [
            (83, "General", None, "83", "83"),
            (1250, "General", "Orang", "1.250 Orang", "1250"),
            (120, "0", "Orang", "120 Orang", "120"),
            (8.2, "General", "%", "8,2%", "8.2"),
            (0.082, "0.0%", None, "8,2%", "8.2"),
            (0.0129, "0.00%", "%", "1,29%", "1.29"),
            (0.012899999999999998, "0.00%", None, "1,29%", "1.29"),
            (0.559, "0.0%", None, "55,9%", "55.9"),
            (0.68, "0.00%", None, "68%", "68"),
            (0.685, "0%", None, "69%", "69"),
            (8.2, '0.0"%"', None, "8,2%", "8.2"),
            (8.2, '0.0"%"', "%", "8,2%", "8.2"),
            (8.2, r"0.0\%", "%", "8,2%", "8.2"),
            (8.2, "0.0 %", None, "820%", "820"),
            (2.5, "0", "Dokumen", "3 Dokumen", "3"),
            (1.005, "0.00", None, "1,01", "1.01"),
            (0.1 + 0.2, "General", None, "0,3", "0.3"),
            (72.5, "#,##0.00", "Indeks", "72,5 Indeks", "72.5"),
            (1250, "[Red][$-421]#,##0;(#,##0)", None, "1.250", "1250"),
            (-5, "#,##0;[Red](#,##0)", None, "-5", "-5"),
            (0, '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', None, "0", "0"),
            (120, '0" Orang"', None, "120 Orang", "120"),
            (120, '0" Orang"', "orang", "120 Orang", "120"),
            (1250000, "General", "Rp", "Rp1.250.000", "1250000"),
            (1250000, "[$Rp-421]#,##0", None, "Rp1.250.000", "1250000"),
            (1250000, '_("Rp"* #,##0_)', "Rp", "Rp1.250.000", "1250000"),
            (1250000, "#,##0,", None, "1.250", "1250"),
            (80, '"≥ "0', "%", "≥ 80%", "80"),
            (0.5, "# ?/?", None, "0,5", "0.5"),
            (12345678, "0.00E+00", None, "12.345.678", "12345678"),
            (5, "@", None, "5", "5"),
            (5, ";;;", None, "5", "5"),
        ],
    )
    def test_prints_what_the_reader_sees(
        self, value: float, code: str, satuan: str | None, printed: str, nilai: str
    ) -> None:
        read = target(value, code, satuan)
        assert (read.text, read.nilai) == (printed, Decimal(nilai))

    @pytest.mark.parametrize(
        ("value", "code", "printed"),
        [
            (2024, "General", "2024"),
            (1250, "#,##0", "1.250"),
            (8.2, "0.00", "8,20"),
            (0.082, "0.0%", "8,2%"),
        ],
    )
    def test_prints_as_typed_with_satuan_teks(self, value: float, code: str, printed: str) -> None:
        assert target(value, code, "(teks)") == TargetText(printed)

    def test_asks_about_a_fraction_with_satuan_percent(self) -> None:
        read = target(0.082, "General", "%")
        assert read.text == "0,082%"
        assert read.doubt == CellFault("persen-kecil", {"cetak": "0,082%", "mungkin": "8,2"})

    @pytest.mark.parametrize(("value", "code"), [(0.005, "0.0%"), (0, "General"), (1, "General")])
    def test_does_not_ask_about_other_percentages(self, value: float, code: str) -> None:
        assert target(value, code, "%").doubt is None

    @given(st.floats(-1e15, 1e15), st.sampled_from(["General", "0", "0.00", "#,##0.0", "0.0%"]))
    def test_every_printed_number_is_read_back(self, value: float, code: str) -> None:
        read = target(value, code)
        assert read_number(read.text.removesuffix("%")) == read.nilai

    @given(
        st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False),
        st.sampled_from(sorted(UNITS - {"(teks)"})),
    )
    def test_a_printed_target_typed_as_text_is_the_same_target(
        self, number: Decimal, satuan: str
    ) -> None:
        printed = target(float(number), "General", satuan)
        if satuan == "Rp" or ("," not in printed.text and printed.text.count(".") == 1):
            return  # "Rp5" is text and "1.250" has two meanings
        typed = target(printed.text)
        assert (typed.text, typed.nilai, fold_unit(typed)) == (
            printed.text,
            printed.nilai,
            fold_unit(printed),
        )

    @given(st.text(max_size=20), st.floats(allow_nan=False, allow_infinity=False))
    def test_any_number_format_gives_a_target_or_a_fault(self, code: str, value: float) -> None:
        assert isinstance(read_target(value, code, None, UNITS), TargetText | CellFault)


def fold_unit(read: TargetText) -> str:
    return read.satuan.casefold()


class TestTextCell:
    @pytest.mark.parametrize(
        ("typed", "satuan", "printed", "nilai"),
        [
            ("8,2%", None, "8,2%", "8.2"),
            ("8,2 %", None, "8,2%", "8.2"),
            ("8,2", "%", "8,2%", "8.2"),
            ("8,2%", "%", "8,2%", "8.2"),
            ("8,20", "%", "8,20%", "8.20"),
            ("120 Orang", None, "120 Orang", "120"),
            ("120 orang", "Orang", "120 orang", "120"),
            ("120", "Orang", "120 Orang", "120"),
            ("12 naskah", None, "12 naskah", "12"),
            ("1.250.000", None, "1.250.000", "1250000"),
            ("1.250,5", None, "1.250,5", "1250.5"),
            ("-5,2", "%", "-5,2%", "-5.2"),
            ("≥ 80", "%", "≥ 80%", "80"),
            ("< 5%", None, "< 5%", "5"),
            ("<= 5 Hari", None, "<= 5 Hari", "5"),
            ("± 3", None, "± 3", "3"),
            ("80-90", "%", "80-90%", None),
            ("80 – 90%", None, "80 – 90%", None),
            ("80% - 90%", None, "80% - 90%", None),
            ("3 s.d. 5", "Dokumen", "3 s.d. 5 Dokumen", None),
            ("3 sampai dengan 5 Dokumen", None, "3 sampai dengan 5 Dokumen", None),
        ],
    )
    def test_prints_numbers_as_typed_with_their_unit(
        self, typed: str, satuan: str | None, printed: str, nilai: str | None
    ) -> None:
        read = target(typed, satuan=satuan)
        assert (read.text, read.nilai) == (printed, Decimal(nilai) if nilai else None)

    @pytest.mark.parametrize(
        ("typed", "satuan"),
        [
            ("LEVEL 2", None),
            ("LEVEL 2", "Level"),
            ("BB", None),
            ("-", None),
            ("=CMD()", None),
            ("Rp 1.250.000", "Rp"),
            ("1:20", "(teks)"),
            ("3 (tiga) Dokumen", "(Teks)"),
            ("8,2 persen kira-kira", "(teks)"),
        ],
    )
    def test_prints_other_text_as_typed(self, typed: str, satuan: str | None) -> None:
        read = target(typed, satuan=satuan)
        assert (read.text, read.nilai, read.doubt) == (typed, None, None)

    def test_prints_the_satuan_of_a_text_target_and_asks(self) -> None:
        read = target("BB", satuan="Nilai")
        assert read.text == "BB Nilai"
        assert read.doubt is not None
        assert read.doubt.rule == "target-teks-bersatuan"

    def test_asks_about_a_fraction_with_satuan_percent(self) -> None:
        read = target("0,082", satuan="%")
        assert read.doubt is not None
        assert read.doubt.at(PLACE).rule.code == "SEL-47"

    def test_takes_a_fraction_typed_with_its_percent_sign(self) -> None:
        assert target("0,082%").doubt is None

    @given(st.text(min_size=1, max_size=30))
    def test_any_text_prints_as_typed_or_is_refused(self, typed: str) -> None:
        read = read_target(typed, "General", None, UNITS)
        if isinstance(read, TargetText):
            assert "".join(read.text.split()) == "".join(typed.split())

    @given(st.text("0123456789.,-–%<>≤≥± Orang", min_size=1, max_size=12))
    def test_text_like_numbers_prints_as_typed_or_is_refused(self, typed: str) -> None:
        read = read_target(typed, "General", "%", UNITS)
        if isinstance(read, TargetText):
            assert "".join(read.text.split()).removesuffix("%") in "".join(typed.split())


class TestTargetFault:
    @pytest.mark.parametrize(
        ("value", "satuan", "message"),
        [
            (
                "8,2 persen kira-kira",
                None,
                'target-bukan-angka: Isi "8,2 persen kira-kira" bukan angka. '
                'Tulis 8,2 dan pilih Satuan "%"; atau pilih Satuan "(teks)" '
                "bila harus tercetak persis seperti yang diketik.",
            ),
            (
                "1.250",
                "Orang",
                'target-ambigu: Isi "1.250" dapat dibaca sebagai 1250 dan sebagai 1,25. '
                "Tulis 1250 atau 1,25, mana yang dimaksud.",
            ),
            (
                "8.2%",
                None,
                'target-titik-desimal: Isi "8.2%" memakai titik sebagai tanda desimal. '
                'Tulis 8,2; atau pilih Satuan "(teks)" '
                "bila harus tercetak persis seperti yang diketik.",
            ),
            (
                "120 Orng",
                None,
                'satuan-tidak-dikenal: Satuan "Orng" pada isi "120 Orng" tidak ada dalam daftar '
                'satuan. Ganti satuannya menjadi "Orang" bila itu maksudnya. Bila '
                "satuan itu benar, tulis angkanya saja dan ketik satuannya pada kolom Satuan.",
            ),
            (
                "8,2%",
                "Orang",
                'satuan-berbeda: Isi "8,2%" sudah bersatuan, tetapi kolom Satuan berisi "Orang". '
                "Tulis angkanya saja pada Target, dan pilih satuan yang benar pada kolom Satuan.",
            ),
        ],
    )
    def test_says_what_is_wrong_and_how_to_mend_it(
        self, value: str, satuan: str | None, message: str
    ) -> None:
        assert fault(value, satuan=satuan) == message

    @pytest.mark.parametrize(
        ("value", "satuan", "rule"),
        [
            ("< lima", None, "target-bukan-angka"),
            ("1,2,3", None, "target-bukan-angka"),
            ("8,2%%", None, "target-bukan-angka"),
            ("1:20", None, "target-bukan-angka"),
            ("3 (tiga) Dokumen", None, "target-bukan-angka"),
            ("80% - 90", None, "target-bukan-angka"),
            ("> 80 - 90", None, "target-bukan-angka"),
            ("10-12-2022", None, "target-bukan-angka"),
            ("120 (teks)", None, "target-bukan-angka"),
            ("8,2 persen", "%", "target-bukan-angka"),
            ("80 - 1.250", None, "target-ambigu"),
            ("1.250 Orang", None, "target-ambigu"),
            ("0.250", None, "target-titik-desimal"),
            ("5 org", None, "satuan-tidak-dikenal"),
            ("5 Orng", "Orang", "satuan-berbeda"),
        ],
    )
    def test_refuses_text_that_is_nearly_a_number(
        self, value: str, satuan: str | None, rule: str
    ) -> None:
        assert fault(value, satuan=satuan).startswith(f"{rule}:")

    @pytest.mark.parametrize(
        ("value", "shown"),
        [
            (time(1, 10), "01:10"),
            (time(5, 3, 2), "05:03:02"),
            (date(2022, 1, 3), "3 Januari 2022"),
            (datetime(2022, 1, 3), "3 Januari 2022"),
            (datetime(2022, 1, 3, 8, 30), "3 Januari 2022 08:30"),
            (timedelta(hours=30), "1 day, 6:00:00"),
        ],
    )
    def test_refuses_dates_and_times(self, value: CellValue, shown: str) -> None:
        assert fault(value).startswith(
            f"target-tanggal: Sel ini berisi tanggal atau waktu ({shown}), bukan target."
        )

    def test_refuses_truth_values(self) -> None:
        assert fault(True).startswith("isi-benar-salah: Sel ini berisi nilai logika BENAR (TRUE)")

    def test_refuses_numbers_beyond_all_bounds(self) -> None:
        assert fault(float("inf")).startswith("target-bukan-angka")

    def test_refuses_a_percent_cell_with_another_satuan(self) -> None:
        assert fault(0.082, "0.0%", "Orang").startswith('satuan-berbeda: Isi "8,2%"')


class TestCode:
    @pytest.mark.parametrize(
        ("value", "code", "text"),
        [
            ("5.03.02", "@", "5.03.02"),
            (36514, "General", "36514"),
            (36514.0, "#,##0", "36514"),
            (512, "00000", "00512"),
            (123456789012345, "0", "123456789012345"),
        ],
    )
    def test_reads_whole_numbers_and_text(self, value: CellValue, code: str, text: str) -> None:
        assert read_code(value, code) == text

    @pytest.mark.parametrize(
        ("value", "code", "found"),
        [
            (1.1, "General", CellFault("kode-pecahan", {"isi": "1,1"})),
            (1.1, "0.00", CellFault("kode-pecahan", {"isi": "1,10"})),
            (1, "0.00", CellFault("kode-pecahan", {"isi": "1,00"})),
            (
                196310171990031005,
                "0",
                CellFault("kode-terlalu-panjang", {"isi": "196310171990031005"}),
            ),
            (
                1.9631017199003e17,
                "0",
                CellFault("kode-terlalu-panjang", {"isi": "196310171990030000"}),
            ),
            (1e30, "0", CellFault("kode-terlalu-panjang", {"isi": "1" + "0" * 30})),
            (float("inf"), "0", CellFault("kode-pecahan", {"isi": "inf"})),
            (time(5, 3, 2), "h:mm:ss", CellFault("kode-tanggal", {"isi": "05:03:02"})),
            (False, "General", CellFault("isi-benar-salah", {"isi": "SALAH (FALSE)"})),
        ],
    )
    def test_refuses_what_excel_made_of_a_code(
        self, value: CellValue, code: str, found: CellFault
    ) -> None:
        assert read_code(value, code) == found
        assert found.at(PLACE).message


class TestPagu:
    @pytest.mark.parametrize(
        ("value", "rupiah"),
        [
            (125000000, "125000000"),
            (0.1 + 0.2, "0.3"),
            ("125.000.000", "125000000"),
            ("Rp 1.250.000,-", "1250000"),
            ("Rp. 1.250.000,50", "1250000.50"),
            ("1.250", "1250"),
        ],
    )
    def test_reads_rupiah(self, value: CellValue, rupiah: str) -> None:
        assert read_pagu(value) == Decimal(rupiah)

    @pytest.mark.parametrize(
        ("value", "isi"),
        [
            ("menyesuaikan", "menyesuaikan"),
            (-5, "-5"),
            ("", ""),
            (float("inf"), "inf"),
            (date(2022, 1, 3), "3 Januari 2022"),
        ],
    )
    def test_refuses_the_rest(self, value: CellValue, isi: str) -> None:
        found = read_pagu(value)
        assert found == CellFault("pagu-bukan-angka", {"isi": isi})
        assert isinstance(found, CellFault)
        assert isi in found.at(PLACE).message

    @given(st.decimals(min_value=0, max_value=10**12, places=2, allow_nan=False))
    def test_reads_what_is_printed(self, rupiah: Decimal) -> None:
        assert read_pagu(format_number(rupiah)) == rupiah
