from pathlib import Path

import pytest

from generator.opc.parts import DOCTYPE, BadPackageError
from generator.opc.xml import integer, parse, stream, to_xml

DECLARED = '<!DOCTYPE a [<!ENTITY isi "x">]><a><b/></a>'
TEN_MILLION = 10_000_001


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_part_that_declares_entities_is_refused(encoding: str) -> None:
    with pytest.raises(BadPackageError) as refused:
        parse(DECLARED.encode(encoding))
    assert refused.value.why == DOCTYPE
    with pytest.raises(BadPackageError):
        list(stream(DECLARED.encode(encoding), "b"))


def test_entities_that_swell_are_refused_at_once_in_huge_parts_too() -> None:
    nested = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 20))

    with pytest.raises(BadPackageError):
        parse(f'<!DOCTYPE x [<!ENTITY a0 "isi">{nested}]><x y="&a19;"/>'.encode(), huge=True)


def test_no_file_is_fetched(tmp_path: Path) -> None:
    secret = tmp_path / "rahasia.txt"
    secret.write_text("RAHASIA")

    with pytest.raises(BadPackageError):
        parse(f'<!DOCTYPE a [<!ENTITY x SYSTEM "{secret.as_uri()}">]><a>&x;</a>'.encode())


@pytest.mark.parametrize("part", [b"", b"<a>", b"<a>&x;</a>", b'<?xml encoding="x"?><a/>'])
def test_damage_is_told_in_one_way(part: bytes) -> None:
    with pytest.raises(BadPackageError):
        parse(part)


def test_a_stream_may_be_damaged_behind_what_is_asked_for_only() -> None:
    found = stream(b"<a><b/><c>", "b")

    assert next(found).tag == "b"
    with pytest.raises(BadPackageError):
        next(found)


def test_comments_and_instructions_go_from_a_bare_part_alone() -> None:
    part = b"<a><!--c--><?p i?><b/></a>"

    assert to_xml(parse(part)).endswith(part)
    assert to_xml(parse(part, bare=True)).endswith(b"<a><b/></a>")


def test_a_text_of_ten_million_letters_is_read_where_it_is_expected() -> None:
    part = b"<a>" + b"x" * TEN_MILLION + b"</a>"

    assert len(parse(part, huge=True).text or "") == TEN_MILLION
    with pytest.raises(BadPackageError):
        parse(part)


@pytest.mark.parametrize(
    ("said", "number"),
    [
        *(("7", 7), ("-3", -3), ("+3", 3), (" 12 ", 12), ("2147483648", 2147483648)),
        *((None, None), ("", None), ("abc", None), ("1.5", None), ("1e9", None), ("--3", None)),
        *(("٣", None), ("²", None), ("1_000", None), ("9" * 11, None), ("9" * 5_000, None)),
    ],
)
def test_attribute_says_a_number_or_none(said: str | None, number: int | None) -> None:
    assert integer(said, None) == number
