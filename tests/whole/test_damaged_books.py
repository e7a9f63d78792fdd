"""Two hundred damaged or odd workbooks: findings or a whole decree, never an exception.

Each is made from a good book by one change whose dice are seeded with its number.
"""

from __future__ import annotations

import random
import re
import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest

from generator.app.buat import make
from generator.findings.finding import Diagnostic, has_salah
from generator.revision.stamp import is_untouched
from tests.support.sheets import FOLDER, to_bytes, workbook, write_folder

Parts = dict[str, bytes]
Change = Callable[[Parts, random.Random], None]


def sheet_of(parts: Parts, dice: random.Random) -> str:
    return dice.choice([name for name in sorted(parts) if "worksheets/sheet" in name])


def flip_bytes(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(sorted(parts))
    content = bytearray(parts[name])
    for _ in range(dice.randint(1, 20)):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    parts[name] = bytes(content)


def drop_part(parts: Parts, dice: random.Random) -> None:
    del parts[dice.choice(sorted(parts))]


def empty_part(parts: Parts, dice: random.Random) -> None:
    parts[dice.choice(sorted(parts))] = b""


def cut_part(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(sorted(parts))
    parts[name] = parts[name][: dice.randrange(len(parts[name]))]


def swap_parts(parts: Parts, dice: random.Random) -> None:
    one, other = dice.sample(sorted(parts), 2)
    parts[one], parts[other] = parts[other], parts[one]


def shuffle_sheets(parts: Parts, dice: random.Random) -> None:
    names = re.findall(rb'<sheet [^>]*name="([^"]*)"', parts["xl/workbook.xml"])
    swapped = dice.sample(names, len(names))
    order = iter(swapped)
    parts["xl/workbook.xml"] = re.sub(
        rb'(<sheet [^>]*name=")[^"]*', lambda m: m[1] + next(order), parts["xl/workbook.xml"]
    )


def break_tag(parts: Parts, dice: random.Random) -> None:
    name = dice.choice(sorted(parts))
    tags = list(re.finditer(rb"<[^>]*>", parts[name]))
    tag = dice.choice(tags)
    broken = dice.choice([b"<", b">", b"<x>", b"</x>", b"", tag[0] + tag[0], b"&"])
    parts[name] = parts[name][: tag.start()] + broken + parts[name][tag.end() :]


CELL_TYPES = (b"s", b"n", b"b", b"d", b"e", b"str", b"inlineStr", b"x")
VALUES = (
    b"",
    b"-1",
    b"1E999",
    b"NaN",
    b"9" * 400,
    b"#REF!",
    b"TRUE",
    b"2022-13-45",
    b"0x1F",
    b"\xff",
)


def change_cell_types(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    parts[name] = re.sub(
        rb' t="\w+"', lambda _: b' t="' + dice.choice(CELL_TYPES) + b'"', parts[name]
    )


def change_values(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    parts[name] = re.sub(
        rb't="inlineStr"><is><t>[^<]*</t></is>',
        lambda _: b't="n"><v>' + dice.choice(VALUES) + b"</v>",
        parts[name],
    )


ADDRESSES = (b"A0", b"", b"ZZZZ9", b"A9999999999", b"1A", b"XFD1048576", b"$A$1", b"A1:B2", b"a1")


def change_addresses(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    parts[name] = re.sub(
        rb' r="\w+"',
        lambda m: b' r="' + dice.choice(ADDRESSES) + b'"' if dice.random() < 0.2 else m[0],
        parts[name],
    )


def change_styles(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    wrong = dice.choice([b"999999", b"-1", b"x", b""])
    parts["xl/styles.xml"] = re.sub(rb'numFmtId="\d+"', b'numFmtId="999"', parts["xl/styles.xml"])
    parts[name] = re.sub(rb"<c ", b'<c s="' + wrong + b'" ', parts[name])


MERGES = (b"A1:XFD1048576", b"A2:A1048576", b"B3:A1", b"A1", b":", b"A2:B2", b"ZZZZ1:A2")


def merge_oddly(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    refs = b"".join(b'<mergeCell ref="' + ref + b'"/>' for ref in dice.sample(MERGES, 3))
    parts[name] = parts[name].replace(
        b"</sheetData>", b"</sheetData><mergeCells>" + refs + b"</mergeCells>"
    )


def add_formulas(parts: Parts, dice: random.Random) -> None:
    name = sheet_of(parts, dice)
    formula = dice.choice([b"<f>A1</f>", b'<f t="shared" si="9"/>', b'<f t="array" ref="x">1</f>'])
    parts[name] = re.sub(rb"(<c [^>]*>)", lambda m: m[1] + formula, parts[name])


CHANGES: tuple[Change, ...] = (
    *(flip_bytes, drop_part, empty_part, cut_part, swap_parts, shuffle_sheets, break_tag),
    *(change_cell_types, change_values, change_addresses, change_styles, merge_oddly),
    add_formulas,
)


@cache
def good_books() -> dict[str, bytes]:
    return {kind: to_bytes(workbook(kind, sheets)) for kind, sheets in FOLDER.items()}


def damaged(number: int) -> tuple[str, bytes]:
    """Return the kind and the bytes of the damaged book with this number."""
    dice = random.Random(number)
    kind = dice.choice(sorted(FOLDER))
    if number % 10 == 0:
        content = bytearray(good_books()[kind])
        for _ in range(dice.randint(1, 40)):
            content[dice.randrange(len(content))] = dice.randrange(256)
        return kind, bytes(content[: dice.randrange(len(content))] if number % 20 else content)
    with zipfile.ZipFile(BytesIO(good_books()[kind])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    CHANGES[number % len(CHANGES)](parts, dice)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return kind, buffer.getvalue()


@pytest.mark.parametrize("number", range(200))
def test_a_damaged_book_gives_findings_or_a_whole_decree(tmp_path: Path, number: int) -> None:
    books, output = tmp_path / "kerja", tmp_path / "hasil"
    books.mkdir()
    write_folder(books)
    kind, content = damaged(number)
    (books / f"{kind}.xlsx").write_bytes(content)
    outcome = make(books, output)
    assert all(isinstance(one, Diagnostic) and one.message and one.cure for one in outcome.findings)
    written = list(output.iterdir()) if output.exists() else []
    if outcome.exit_code == 0:
        (decree,) = written
        assert is_untouched(decree)
    else:
        assert outcome.exit_code == 1
        assert has_salah(outcome.findings)
        assert written == []


def test_no_two_are_alike_but_by_chance() -> None:
    assert len({damaged(number)[1] for number in range(200)} - set(good_books().values())) > 170
