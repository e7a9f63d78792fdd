from __future__ import annotations

import unicodedata
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.bahasa.numbers import diktum_name, format_number, huruf, read_number, roman
from generator.bahasa.tanggal import format_tanggal, read_tanggal
from generator.bahasa.wording import clean, expand, fold, natural_key, nearest, short_pemerintah

ANY_TEXT = st.text(st.characters(), max_size=60)
XML_ILLEGAL = {*map(chr, range(32)), "\ufffe", "\uffff", *map(chr, range(0xD800, 0xE000))} - {
    "\n",
    "\t",
}


class TestClean:
    @pytest.mark.parametrize(
        ("typed", "said"),
        [
            ("  ASN\u00a0", "ASN"),
            ("dua  spasi", "dua  spasi"),
            ("baris\nkedua\tkolom", "baris\nkedua\tkolom"),
            ("a\r\nb\rc_x000D_\nd_x000D_e", "a\nb\nc\nd\ne"),
            ("a\x00b\x0b\x1f\x7f\x85c", "abc"),
            ("\ufeffa\u200bb", "ab"),
            ("\u200b  ASN", "ASN"),
            ("a\ud800b\uffff", "ab"),
            ("_x00\x010D_", ""),
            ("e\u0301", "é"),
        ],
    )
    def test_returns_what_the_cell_says(self, typed: str, said: str) -> None:
        assert clean(typed) == said

    @given(ANY_TEXT)
    def test_changes_nothing_the_second_time(self, text: str) -> None:
        assert clean(clean(text)) == clean(text)

    @given(ANY_TEXT)
    def test_leaves_nothing_that_xml_forbids(self, text: str) -> None:
        assert not XML_ILLEGAL & set(clean(text))

    @given(st.text(st.characters(categories=["L", "N", "P", "S"])).filter(lambda t: "_x" not in t))
    def test_leaves_visible_text_alone(self, text: str) -> None:
        assert clean(text) == unicodedata.normalize("NFC", text)


class TestFold:
    @pytest.mark.parametrize(
        "typed", ["kode induk", " KODE  INDUK", "Kode\u00a0Induk", "Kode\nInduk"]
    )
    def test_equals_when_only_case_and_spaces_differ(self, typed: str) -> None:
        assert fold(typed) == fold("Kode Induk")

    def test_keeps_words_apart(self) -> None:
        assert fold("SubKegiatan") != fold("Sub Kegiatan")


class TestNearest:
    @pytest.mark.parametrize(
        ("typed", "choices", "meant"),
        [
            ("Inidkator", ("Indikator", "Target"), "Indikator"),
            ("SUBKEGIATAN", ("Kegiatan", "Sub Kegiatan"), "Sub Kegiatan"),
            ("Pendukng", ("Utama", "Pendukung"), "Pendukung"),
            ("thn", ("tahun", "pemerintah"), "tahun"),
            ("Catatan Rapat", ("Kode", "Target"), None),
            ("Kode", (), None),
        ],
    )
    def test_finds_the_right_spelling(
        self, typed: str, choices: tuple[str, ...], meant: str | None
    ) -> None:
        assert nearest(typed, choices) == meant


def test_natural_key_orders_numbers_by_value_and_the_bare_name_first() -> None:
    names = ["eselon-4 bidang 10.xlsx", "eselon-4 Bidang 2.xlsx", "eselon-4.xlsx", "eselon-10.xlsx"]
    assert sorted(names, key=natural_key) == [
        "eselon-4.xlsx",
        "eselon-4 Bidang 2.xlsx",
        "eselon-4 bidang 10.xlsx",
        "eselon-10.xlsx",
    ]


VALUES = {"tahun": "2022", "PEMERINTAH": "{tahun}"}


class TestExpand:
    @pytest.mark.parametrize(
        ("typed", "printed"),
        [
            ("TAHUN {tahun}", "TAHUN 2022"),
            ("{tahun}/{tahun}", "2022/2022"),
            ("{PEMERINTAH}", "{tahun}"),
        ],
    )
    def test_puts_each_value_in_once(self, typed: str, printed: str) -> None:
        assert expand(typed, VALUES) == (printed, ())

    @pytest.mark.parametrize(
        "typed",
        [
            "{{ 7*7 }}",
            "{{tahun}}",
            "{{ {tahun} }}",
            "{1}",
            "{ tahun }",
            "{}",
            "{%tahun%}",
            "{tahun",
        ],
    )
    def test_leaves_other_braces_as_typed(self, typed: str) -> None:
        assert expand(typed, VALUES) == (typed, ())

    def test_names_each_unknown_placeholder_once(self) -> None:
        typed = "{thn} {Tahun} {thn} {tahun}"
        assert expand(typed, VALUES) == ("{thn} {Tahun} {thn} 2022", ("thn", "Tahun"))

    @given(ANY_TEXT.filter(lambda text: "{" not in text))
    def test_leaves_text_without_braces_alone(self, text: str) -> None:
        assert expand(text, VALUES) == (text, ())

    @given(ANY_TEXT.map(lambda text: text.replace("{", "")), st.text("a}b", max_size=9))
    def test_leaves_the_text_around_a_placeholder_alone(self, before: str, after: str) -> None:
        before, after = before.rstrip("$"), after.lstrip("}")
        assert expand(f"{before}{{tahun}}{after}", VALUES)[0] == f"{before}2022{after}"

    @pytest.mark.parametrize("mark", ["${tahun}", "${nomor_naskah}", "${ttd_pengirim}"])
    def test_a_mark_of_another_program_is_left_alone(self, mark: str) -> None:
        assert expand(mark, VALUES) == (mark, ())


@pytest.mark.parametrize(
    ("kop", "region"),
    [
        ("PEMERINTAH KABUPATEN TANJUNG JABUNG BARAT", "Kabupaten Tanjung Jabung Barat"),
        ("PEMERINTAH PROVINSI DKI JAKARTA", "Provinsi DKI Jakarta"),
        ("Pemerintah Kota Bandung", "Kota Bandung"),
        ("PEMERINTAH D.I. YOGYAKARTA", "D.I. Yogyakarta"),
        ("PEMERINTAH DAERAH ISTIMEWA YOGYAKARTA", "Daerah Istimewa Yogyakarta"),
        ("PEMERINTAH DAERAH DAERAH ISTIMEWA YOGYAKARTA", "Daerah Istimewa Yogyakarta"),
        ("PEMERINTAH DAERAH KABUPATEN GARUT", "Kabupaten Garut"),
        (
            "PEMERINTAH  KABUPATEN\nPANGKAJENE DAN KEPULAUAN",
            "Kabupaten Pangkajene dan Kepulauan",
        ),
        ("PEMERINTAH KABUPATEN TOLI-TOLI", "Kabupaten Toli-Toli"),
        ("PEMERINTAH ACEH", "Aceh"),
        ("KOTA BINJAI", "Kota Binjai"),
    ],
)
def test_short_pemerintah(kop: str, region: str) -> None:
    assert short_pemerintah(kop) == region


@pytest.mark.parametrize(
    ("n", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (44, "XLIV"), (2022, "MMXXII")]
)
def test_roman(n: int, text: str) -> None:
    assert roman(n) == text


@pytest.mark.parametrize(("n", "text"), [(1, "a"), (26, "z"), (27, "aa"), (28, "bb"), (53, "aaa")])
def test_huruf_counts_as_word_does(n: int, text: str) -> None:
    assert huruf(n) == text


@pytest.mark.parametrize(
    ("n", "name"),
    [
        (1, "KESATU"),
        (2, "KEDUA"),
        (10, "KESEPULUH"),
        (11, "KESEBELAS"),
        (12, "KEDUA BELAS"),
        (19, "KESEMBILAN BELAS"),
        (20, "KEDUA PULUH"),
        (21, "KEDUA PULUH SATU"),
        (99, "KESEMBILAN PULUH SEMBILAN"),
        (100, "KESERATUS"),
        (111, "KESERATUS SEBELAS"),
        (2015, "KEDUA RIBU LIMA BELAS"),
    ],
)
def test_diktum_name(n: int, name: str) -> None:
    assert diktum_name(n) == name


NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12)


class TestFormatNumber:
    @pytest.mark.parametrize(
        ("value", "decimals", "text"),
        [
            (Decimal(1250), None, "1.250"),
            (Decimal("8.20"), None, "8,2"),
            (Decimal("55.9"), 1, "55,9"),
            (Decimal(83), 2, "83"),
            (Decimal("1234567.5"), None, "1.234.567,5"),
            (Decimal("0.25"), 1, "0,3"),
            (Decimal.from_float(1.005), 2, "1,01"),
            (Decimal("-8.2"), None, "-8,2"),
            (Decimal("-0.04"), 1, "0"),
            (Decimal("1E+3"), None, "1.000"),
            (Decimal(0), None, "0"),
            (Decimal(0.1 + 0.2), None, "0,3"),
            (Decimal("12345678901234567890"), None, "12.345.678.901.234.567.890"),
        ],
    )
    def test_prints_as_an_indonesian_reads(
        self, value: Decimal, decimals: int | None, text: str
    ) -> None:
        assert format_number(value, decimals) == text

    @given(st.integers(-(10**40), 10**40))
    def test_every_whole_number_is_read_back(self, number: int) -> None:
        assert read_number(format_number(Decimal(number))) == number

    @given(st.decimals(allow_nan=False, places=6, min_value=-(10**8), max_value=10**8))
    def test_every_number_excel_can_hold_is_read_back(self, number: Decimal) -> None:
        assert read_number(format_number(number)) == number

    @given(st.decimals(allow_nan=False, places=6, min_value=-(10**8), max_value=10**8))
    def test_a_float_prints_the_digits_it_was_typed_with(self, number: Decimal) -> None:
        assert read_number(format_number(Decimal(float(number)))) == number

    @given(
        st.decimals(allow_nan=False, places=6, min_value=-(10**8), max_value=10**8),
        st.integers(0, 5),
    )
    def test_the_rounded_number_is_read_back(self, number: Decimal, decimals: int) -> None:
        shown = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
        assert read_number(format_number(Decimal(float(number)), decimals)) == shown

    @given(NUMBERS)
    def test_prints_what_it_reads(self, number: Decimal) -> None:
        text = format_number(number)
        read = read_number(text)
        assert read is not None
        assert format_number(read) == text


class TestReadNumber:
    @pytest.mark.parametrize(
        ("text", "number"),
        [
            (" 1.250 ", "1250"),
            ("1250", "1250"),
            ("0,082", "0.082"),
            ("- 5", "-5"),
            ("−5,5", "-5.5"),
        ],
    )
    def test_reads_printed_numbers(self, text: str, number: str) -> None:
        assert read_number(text) == Decimal(number)

    @pytest.mark.parametrize(
        "text", ["", "-", "1.25", "0.250", "1,2,3", "1.2500", "8,2%", "8.2", "LEVEL 2", "²", "٣"]
    )
    def test_is_none_for_anything_else(self, text: str) -> None:
        assert read_number(text) is None


class TestTanggal:
    @pytest.mark.parametrize(
        "text", ["03 Januari 2022", "3 Januari 2022", "3  JANUARI\u00a02022", " 3 januari 2022"]
    )
    def test_reads_the_written_date(self, text: str) -> None:
        assert read_tanggal(text) == date(2022, 1, 3)

    def test_reads_old_spellings(self) -> None:
        assert read_tanggal("10 Nopember 2017") == date(2017, 11, 10)

    @pytest.mark.parametrize(
        "text", ["", "31 Februari 2022", "3 January 2022", "03-01-2022", "3 Januari", "0 Mei 0000"]
    )
    def test_is_none_for_anything_else(self, text: str) -> None:
        assert read_tanggal(text) is None

    @given(st.dates(min_value=date(1000, 1, 1)))
    def test_every_printed_date_is_read_back(self, day: date) -> None:
        assert read_tanggal(format_tanggal(day)) == day
