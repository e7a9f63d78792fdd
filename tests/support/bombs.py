"""Files under 20 MB that swell, nest or repeat without end when they are read.

Each is made from a good file by one change. `BOMBS` says where each is laid: a book of the folder,
its logo, its own template, a copy in hasil-periksa, or a decree given to a command.
"""

from __future__ import annotations

import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from generator.app.buat import make
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from tests.support.packages import package
from tests.support.sheets import write_folder

Parts = dict[str, bytes]

BOOK, SHEET = "eselon-4.xlsx", "xl/worksheets/sheet1.xml"
LOGO, TEMPLATE, COPY, DECREE = (
    *("logo.png", "templat-keputusan.docx"),
    *("hasil-periksa/eselon-4 (ditandai).xlsx", "naskah.docx"),
)
_WORKBOOK, _STYLES, _TEXTS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
_RELATIONS = "xl/_rels/workbook.xml.rels"
_DOCUMENT, _WORD_STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"
MILLION, LAST_ROW = 1_000_000, 1_048_576


@dataclass(frozen=True)
class Bomb:
    """One hostile file: its name, where it is laid, and how it is made of the good one there."""

    name: str
    place: str
    make: Callable[[bytes], bytes]


def packed(parts: Mapping[str, bytes] | Iterable[tuple[str, bytes]], method: int = 8) -> bytes:
    """Zip parts, also such as have one name."""
    buffer = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, part in parts.items() if isinstance(parts, Mapping) else parts:
            archive.writestr(zipfile.ZipInfo(name), part, method, None if method != 8 else 4)
    return buffer.getvalue()


def parts_of(data: bytes) -> Parts:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _part(name: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Return what changes one part of a package."""

    def make(data: bytes) -> bytes:
        parts = parts_of(data)
        return packed(parts | {name: change(parts.get(name, b""))})

    return make


def _before(mark: bytes, made: Callable[[], bytes]) -> Callable[[bytes], bytes]:
    """Return what puts markup before the last mark of a part."""

    def change(part: bytes) -> bytes:
        at = part.rindex(mark)
        return part[:at] + made() + part[at:]

    return change


def _after(mark: bytes, made: Callable[[], bytes]) -> Callable[[bytes], bytes]:
    def change(part: bytes) -> bytes:
        at = part.index(mark) + len(mark)
        return part[:at] + made() + part[at:]

    return change


def _many(pattern: str, count: int, start: int = 0) -> Callable[[], bytes]:
    """Return what repeats a pattern with a number ("<x n='%d'/>"), often once."""
    fields = pattern.count("%d")
    return lambda: "".join(
        pattern % ((number,) * fields) for number in range(start, start + count)
    ).encode()


# -- zips --------------------------------------------------------------------------------------


def raw_zip(members: Iterable[tuple[str, bytes, int, int | None]]) -> bytes:
    """Zip members as (name, deflated, said size, offset); a member with an offset overlaps."""
    body, listing, count = BytesIO(), BytesIO(), 0
    for name, deflated, size, offset in members:
        at = body.tell() if offset is None else offset
        big = struct.pack("<HHQ", 1, 8, size) if size >= 1 << 32 else b""
        said = min(size, 0xFFFFFFFF)
        common = struct.pack(
            *("<HHHHHIII", 45, 0, 8, 0, 33, 0, len(deflated), said),
        )
        if offset is None:
            local = struct.pack("<HH", len(name), len(big))
            body.write(b"PK\3\4" + common + local + name.encode() + big + deflated)
        tail = struct.pack("<HHHHHII", len(name), len(big), 0, 0, 0, 0, at)
        listing.write(b"PK\1\2\x2d\0" + common + tail + name.encode() + big)
        count += 1
    end = struct.pack(
        "<HHHHIIH", 0, 0, min(count, 65535), min(count, 65535), listing.tell(), body.tell(), 0
    )
    return body.getvalue() + listing.getvalue() + b"PK\5\6" + end


def zeros(size: int) -> bytes:
    """Deflate zeros without ever having them all."""
    block = 16 << 20
    packing = zlib.compressobj(9, wbits=-15)
    first = packing.compress(bytes(block)) + packing.flush(zlib.Z_FULL_FLUSH)
    return first * (size // block) + packing.flush()


def _ten_gigabytes(_: bytes) -> bytes:
    return raw_zip([("[Content_Types].xml", zeros(10 << 30), 10 << 30, None)])


def _lying(_: bytes) -> bytes:
    return raw_zip([("[Content_Types].xml", zeros(4 << 30), 100, None)])


def _overlapping(_: bytes) -> bytes:
    deflated = zeros(16 << 20)
    first = ("xl/workbook.xml", deflated, 16 << 20, None)
    return raw_zip([first, *((f"xl/a{n}.xml", deflated, 16 << 20, 0) for n in range(20_000))])


def _nested(data: bytes) -> bytes:
    for level in range(20):
        data = packed({f"{level}{number}.xlsx": data for number in range(2)})
    return data


def _repeated(data: bytes) -> bytes:
    parts = parts_of(data)
    return packed([*parts.items(), *((SHEET, parts[SHEET]) for _ in range(9_000))])


def _absolute(data: bytes) -> bytes:
    odd = {"/etc/passwd": b"x", "../../../x": b"x", "C:\\x": b"x", "xl/../../y": b"x"}
    return packed(parts_of(data) | odd)


def _members(count: int) -> Callable[[bytes], bytes]:
    return lambda data: packed(parts_of(data) | {f"xl/x{n}.bin": b"" for n in range(count)})


def _packed_by(method: int) -> Callable[[bytes], bytes]:
    return lambda data: packed(parts_of(data), method)


def _spoilt(method: int) -> Callable[[bytes], bytes]:
    """Return what packs by another method and spoils the packed bytes."""

    def make(data: bytes) -> bytes:
        content = bytearray(packed(parts_of(data), method))
        for at in range(60, 2_000, 7):
            content[at] ^= 0x5A
        return bytes(content)

    return make


# -- books -------------------------------------------------------------------------------------

_SHEET_DATA, _END_DATA = b"<sheetData>", b"</sheetData>"


def _sheet(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    return _part(SHEET, change)


def _rows(pattern: str, count: int = LAST_ROW - 2) -> Callable[[bytes], bytes]:
    """Return what adds rows behind those that are there."""
    return _sheet(_before(_END_DATA, _many(pattern, count, 3)))


def _words(size: int, seed: int) -> bytes:
    """Return a text of words in no order, so that it packs as texts do."""
    dice = random.Random(seed)
    words = ["".join(dice.choices("aeioubdgklmnprst", k=length)) for length in range(3, 11)]
    line = " ".join(dice.choices(words, k=130_000)).encode()
    return (line * (size // len(line) + 1))[:size]


def _long_texts(data: bytes) -> bytes:
    texts = b"".join(b"<si><t>" + _words(8 << 20, n) + b"</t></si>" for n in range(28))
    cells = "".join(
        f'<row r="{n + 3}"><c r="D{n + 3}" t="s"><v>{n}</v></c></row>' for n in range(28)
    )
    filled = _sheet(_before(_END_DATA, cells.encode))(data)
    return _texts(lambda: texts)(filled)


def _texts(made: Callable[[], bytes]) -> Callable[[bytes], bytes]:
    """Return what adds a table of shared strings."""

    def make(data: bytes) -> bytes:
        parts = parts_of(data)
        types = parts["[Content_Types].xml"].replace(b"</Types>", _TEXTS_TYPE + b"</Types>")
        table = f'<sst xmlns="{_MAIN}">'.encode() + made() + b"</sst>"
        return packed(parts | {_TEXTS: table, "[Content_Types].xml": types})

    return make


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TEXTS_TYPE = (
    b'<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-'
    b'officedocument.spreadsheetml.sharedStrings+xml"/>'
)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def _sheets(count: int, *, own: bool) -> Callable[[bytes], bytes]:
    """Return what adds sheets, each with a part of its own or all with one."""

    def make(data: bytes) -> bytes:
        parts = parts_of(data)
        listed = "".join(
            f'<sheet xmlns:r="{_REL}" name="L{n}" sheetId="{n + 100}" r:id="x{n if own else 0}"/>'
            for n in range(count)
        ).encode()
        targets = range(count if own else 1)
        related = "".join(
            f'<Relationship Id="x{n}" Type="{_REL}/worksheet" Target="worksheets/l{n}.xml"/>'
            for n in targets
        ).encode()
        changed = {
            _WORKBOOK: parts[_WORKBOOK].replace(b"</sheets>", listed + b"</sheets>"),
            _RELATIONS: parts[_RELATIONS].replace(b"</Rel", related + b"</Rel"),
        }
        return packed(parts | changed | {f"xl/worksheets/l{n}.xml": parts[SHEET] for n in targets})

    return make


def _behind(pattern: str, count: int, around: str = "") -> Callable[[bytes], bytes]:
    """Return what puts elements behind the cells, in an element of the name `around`."""
    many = _many(pattern, count)
    opened, closed = (f"<{around}>".encode(), f"</{around}>".encode()) if around else (b"", b"")
    return _sheet(_after(_END_DATA, lambda: opened + many() + closed))


_LAUGHS = b"".join(
    b'<!ENTITY l%d "%s">' % (n, b"&l%d;" % (n - 1) * 10 if n else b"ha" * 50) for n in range(12)
)


def _entities(part: bytes) -> bytes:
    head, _, rest = part.partition(b"?>")
    body = rest if head.startswith(b"<?xml") else part
    name = body.strip()[1:].split()[0].split(b">")[0]
    return b"<!DOCTYPE " + name + b" [" + _LAUGHS + b"]>" + body.replace(b"</", b"&l11;</", 1)


def _deep(name: bytes, depth: int) -> Callable[[], bytes]:
    return lambda: b"<%s>" % name * depth + b"</%s>" % name * depth


def _attributes(mark: bytes) -> Callable[[bytes], bytes]:
    return _after(mark, _many(' a%d="1"', MILLION))


def _drawings(data: bytes) -> bytes:
    parts = parts_of(data)
    related = "".join(
        f'<Relationship Id="d{n}" Type="{_REL}/drawing" Target="../drawings/d{n}.xml"/>'
        for n in range(5_000)
    )
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    listing = f'<Relationships xmlns="{space}">{related}</Relationships>'.encode()
    drawing = b"<wsDr>" + b"<anchor/>" * 1_000 + b"</wsDr>"
    drawings = {f"xl/drawings/d{n}.xml": drawing for n in range(1_500)}
    return packed(parts | drawings | {"xl/worksheets/_rels/sheet1.xml.rels": listing})


_FORMATTED = (
    '<row r="%d" ht="15" customHeight="1"><c r="A%d" s="1"/><c r="B%d" s="1"/><c r="C%d" s="1"/>'
    '<c r="D%d" s="1"/></row>'
)
_FORMAT = '<xf numFmtId="%d" fontId="0" fillId="0" borderId="0" xfId="0"/>'
_RULE = (
    '<conditionalFormatting sqref="A%d"><cfRule type="expression" priority="%d">'
    "<formula>1</formula></cfRule></conditionalFormatting>"
)
_VALIDATION = '<dataValidation type="whole" sqref="A%d"><formula1>1</formula1></dataValidation>'
_BOOKS: Mapping[str, Callable[[bytes], bytes]] = {
    "28 teks bersama @ 8 MB": _long_texts,
    "9.900 lembar": _sheets(9_900, own=True),
    "100.000 lembar, satu bagian": _sheets(100_000, own=False),
    "1.048.576 baris berformat": _rows('<row r="%d" s="1" customFormat="1" ht="15"/>'),
    "1.048.576 baris × 4 sel berformat": _rows(_FORMATTED),
    "1.048.576 baris terisi": _rows('<row r="%d"><c r="D%d"><v>1</v></c></row>'),
    "16.384 kolom × 300 baris terisi": _rows(
        '<row r="%d">' + "<c><v>1</v></c>" * 16_384 + "</row>", 300
    ),
    "isi di XFD1048576": _sheet(
        _before(_END_DATA, lambda: b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')
    ),
    "49.000 baris terisi": _rows('<row r="%d"><c r="D%d"><v>1</v></c></row>', 49_000),
    "60.000 gaya sel": _part(_STYLES, _before(b"</cellXfs>", _many(_FORMAT, 60_000))),
    "30.000 format bersyarat": _behind(_RULE, 30_000),
    "90.000 gabungan": _behind('<mergeCell ref="A%d:B%d"/>', 90_000, "mergeCells"),
    "zip bersarang": _nested,
    "satu bagian 10 GB nol": _ten_gigabytes,
    "ukuran bagian yang bohong": _lying,
    "100.000 bagian": _members(100_000),
    "9.000 bagian kosong": _members(9_000),
    "bagian bertumpuk": _overlapping,
    "nama bagian berulang": _repeated,
    "nama bagian absolut": _absolute,
    "kedalaman 100.000 di lembar": _sheet(_before(_END_DATA, _deep(b"a", 100_000))),
    "kedalaman 100.000 di gaya": _part(_STYLES, _before(b"</styleSheet>", _deep(b"a", 100_000))),
    "1.000.000 atribut di lembar": _sheet(_attributes(b"<sheetData")),
    "1.000.000 atribut di gaya": _part(_STYLES, _attributes(b"<cellXfs")),
    "entitas di lembar": _sheet(_entities),
    "entitas di gaya (UTF-16)": _part(
        _STYLES, lambda part: _entities(part).decode().encode("utf-16")
    ),
    "1.000.000 cellXfs": _part(_STYLES, _before(b"</cellXfs>", _many(_FORMAT, MILLION))),
    "1.000.000 gabungan": _behind('<mergeCell ref="A%d:B%d"/>', MILLION, "mergeCells"),
    "1.000.000 format bersyarat": _behind(_RULE, MILLION),
    "1.000.000 validasi": _behind(_VALIDATION, MILLION, "dataValidations"),
    "1.000.000 nama": _part(
        _WORKBOOK,
        _after(
            b"</sheets>",
            lambda: (
                b"<definedNames>"
                + _many('<definedName name="n%d">1</definedName>', MILLION)()
                + b"</definedNames>"
            ),
        ),
    ),
    "1.000.000 kolom": _sheet(
        lambda part: part.replace(
            _SHEET_DATA,
            b"<cols>"
            + _many('<col min="1" max="16384" hidden="1" width="%d"/>', MILLION)()
            + b"</cols><sheetData>",
        )
    ),
    "1.000.000 teks bersama": _texts(_many("<si><t>%d</t></si>", MILLION)),
    "1.000.000 potong dalam satu teks": _texts(
        lambda: b"<si>" + _many("<r><t>%d</t></r>", MILLION)() + b"</si>"
    ),
    "1.000.000 jenis isi": _part(
        "[Content_Types].xml",
        _before(b"</Types>", _many('<Override PartName="/x%d" ContentType="y"/>', MILLION)),
    ),
    "1.000.000 hubungan": _part(
        _RELATIONS,
        _before(b"</Rel", _many(f'<Relationship Id="y%d" Type="{_REL}/x" Target="z"/>', MILLION)),
    ),
    "1.500 gambar": _drawings,
}

# -- logo --------------------------------------------------------------------------------------

_PNG = b"\x89PNG\r\n\x1a\n"


def _chunk(kind: bytes, data: bytes) -> bytes:
    check = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + check


def png(width: int, height: int, pixels: bytes, *, between: bytes = b"") -> bytes:
    """Return a PNG in eight bits of grey whose packed pixels are given."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return _PNG + _chunk(b"IHDR", head) + between + _chunk(b"IDAT", pixels) + _chunk(b"IEND", b"")


def swelling(size: int) -> bytes:
    """Return zeros packed as zlib packs them, their sum left out."""
    return b"\x78\x9c" + zeros(size)


_LOGOS: Mapping[str, Callable[[bytes], bytes]] = {
    "logo 2.000.000.000 piksel lebar": lambda _: png(2_000_000_000, 1, zlib.compress(b"\0\0")),
    "logo 60.000 × 60.000": lambda _: png(60_000, 60_000, swelling(60_000 * 60_001)),
    "logo yang mengembang 10 GB": lambda _: png(10, 10, swelling(10 << 30)),
    "logo 1.000.000 potong": lambda _: png(
        10, 10, zlib.compress(bytes(110)), between=_chunk(b"tEXt", b"") * MILLION
    ),
    "logo IHDR pendek": lambda _: (
        _PNG + _chunk(b"IHDR", b"\1") + _chunk(b"IDAT", b"") + _chunk(b"IEND", b"")
    ),
}

# -- Word --------------------------------------------------------------------------------------

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_END_BODY = b"</w:body>"


def _body(made: Callable[[], bytes]) -> Callable[[bytes], bytes]:
    return _part(_DOCUMENT, _after(b"<w:body>", made))


def _nest(before: bytes, after: bytes, depth: int) -> Callable[[], bytes]:
    return lambda: before * depth + b"<w:p/>" + after * depth


_TABLE = (b"<w:tbl><w:tr><w:tc>", b"<w:p/></w:tc></w:tr></w:tbl>")
_CONTROL = (b"<w:sdt><w:sdtContent>", b"</w:sdtContent></w:sdt>")
_CIRCLE = (
    '<w:style w:type="paragraph" w:styleId="L%d"><w:name w:val="L%d"/>'
    '<w:basedOn w:val="L{}"/></w:style>'
)


def _circle() -> bytes:
    styles = "".join(_CIRCLE.format((n + 1) % 1_000) % (n, n) for n in range(1_000))
    return styles.encode()


_WORD: Mapping[str, Callable[[bytes], bytes]] = {
    "1.000.000 paragraf": _body(_many("<w:p><w:r><w:t>%d</w:t></w:r></w:p>", MILLION)),
    "150.000 paragraf": _body(_many("<w:p><w:r><w:t>%d</w:t></w:r></w:p>", 150_000)),
    "19.000 paragraf": _body(_many("<w:p><w:r><w:t>%d</w:t></w:r></w:p>", 19_000)),
    "19.000 potong dalam satu paragraf": _body(
        lambda: b"<w:p>" + _many("<w:r><w:t>%d</w:t></w:r>", 19_000)() + b"</w:p>"
    ),
    "150.000 potong dalam satu paragraf": _body(
        lambda: b"<w:p>" + _many("<w:r><w:t>%d</w:t></w:r>", 150_000)() + b"</w:p>"
    ),
    "paragraf sepanjang 9 MB": _body(
        lambda: b"<w:p><w:r><w:t>" + _words(9_000_000, 1) + b"</w:t></w:r></w:p>"
    ),
    "1.000.000 potong dalam satu paragraf": _body(
        lambda: b"<w:p>" + _many("<w:r><w:t>%d</w:t></w:r>", MILLION)() + b"</w:p>"
    ),
    "tabel sedalam 10.000": _body(_nest(*_TABLE, 10_000)),
    "tabel sedalam 60": _body(_nest(*_TABLE, 60)),
    "kendali isi sedalam 10.000": _body(_nest(*_CONTROL, 10_000)),
    "kendali isi sedalam 100": _body(_nest(*_CONTROL, 100)),
    "gaya melingkar": _part(_WORD_STYLES, _before(b"</w:styles>", _circle)),
    "100.000 gaya": _part(
        _WORD_STYLES,
        _before(
            b"</w:styles>",
            _many(
                '<w:style w:type="paragraph" w:styleId="X%d"><w:name w:val="X%d"/></w:style>',
                100_000,
            ),
        ),
    ),
    "100.000 penomoran": _part(
        _NUMBERING,
        _before(
            b"</w:numbering>",
            _many('<w:num w:numId="1%d"><w:abstractNumId w:val="0"/></w:num>', 100_000),
        ),
    ),
    "1.000.000 atribut di naskah": _part(_DOCUMENT, _after(b"<w:body", _many(' a%d="1"', MILLION))),
    "entitas di naskah": _part(_DOCUMENT, _entities),
    "1.000.000 bookmark": _body(
        lambda: (
            b"<w:p>"
            + _many(
                '<w:bookmarkStart w:id="9%d" w:name="b%d"/><w:bookmarkEnd w:id="9%d"/>', MILLION
            )()
            + b"</w:p>"
        )
    ),
    "100.000 bagian naskah": _members(100_000),
    "satu bagian 10 GB nol, naskah": _ten_gigabytes,
}

_MARK = "customXml/item1.xml"


def _stamped(change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Return what changes the part with the stamp."""

    def make(data: bytes) -> bytes:
        parts = parts_of(data)
        (name,) = (
            one
            for one in parts
            if b"urn:sk-cascading:stamp" in parts[one] and "item" in one and "Props" not in one
        )
        return packed(parts | {name: change(parts[name])})

    return make


def _in_stamp(name: str, made: Callable[[], bytes]) -> Callable[[bytes], bytes]:
    """Return what puts another packed text into an element of the stamp."""

    def change(part: bytes) -> bytes:
        from base64 import b64encode

        head, _, rest = part.partition(f"<{name}>".encode())
        tail = rest.partition(f"</{name}>".encode())[2]
        return head + f"<{name}>".encode() + b64encode(made()) + f"</{name}>".encode() + tail

    return _stamped(change)


def _json(text: bytes) -> Callable[[], bytes]:
    return lambda: zlib.compress(text, 9)


_ANCHOR_KEYS = (
    *("name", "identity", "occurrence", "book", "sheet", "row", "column", "heading", "text"),
    "raw",
)


def _columns(value: str, count: int) -> bytes:
    column = "[" + ",".join([value] * count) + "]"
    return ("{" + ",".join(f'"{key}":{column}' for key in _ANCHOR_KEYS) + "}").encode()


_STAMPS: Mapping[str, Callable[[bytes], bytes]] = {
    "stempel 90 KB → 60 MB daftar": _in_stamp(
        "anchors", _json(b"[" + b"[]," * 20_000_000 + b"[]]")
    ),
    "stempel 10.000.000 nilai": _in_stamp("anchors", _json(_columns('""', 1_000_000))),
    "stempel mengembang 10 GB": _in_stamp("anchors", lambda: swelling(10 << 30)),
    "stempel angka 5.000 digit": _in_stamp("head", _json(b'{"origin":' + b"9" * 5_000 + b"}")),
    "stempel sedalam 100.000": _in_stamp("head", _json(b"[" * 100_000)),
    "stempel dasar 10 GB": _in_stamp("base", lambda: _ten_gigabytes(b"")),
    "stempel dasar 1.000.000 paragraf": _in_stamp(
        "base", lambda: _WORD["1.000.000 paragraf"](_plain_decree())
    ),
}

_COPIES: Mapping[str, Callable[[bytes], bytes]] = {
    "salinan bzip2": _packed_by(zipfile.ZIP_BZIP2),
    "salinan lzma": _packed_by(zipfile.ZIP_LZMA),
    "salinan bzip2 rusak": _spoilt(zipfile.ZIP_BZIP2),
    "salinan lzma rusak": _spoilt(zipfile.ZIP_LZMA),
    "salinan 10 GB nol": _ten_gigabytes,
    "salinan 500 MB nol": lambda data: packed(
        parts_of(data) | {f"xl/{n}.bin": bytes(50 << 20) for n in range(10)}
    ),
    "salinan bertumpuk": _overlapping,
    "salinan 100.000 bagian": _members(100_000),
    "salinan bersarang": _nested,
}


def _plain_decree() -> bytes:
    """Return a document with a body, for the base of a stamp."""
    return packed(dict(package().parts))


def _of(
    place: str, makers: Mapping[str, Callable[[bytes], bytes]], tail: str = ""
) -> Iterator[Bomb]:
    for name, maker in makers.items():
        yield Bomb(f"{name}{tail}", place, maker)


BOMBS: tuple[Bomb, ...] = (
    *_of(BOOK, _BOOKS),
    *_of(LOGO, _LOGOS),
    *_of(TEMPLATE, _WORD, " (templat)"),
    *_of(DECREE, _WORD, " (naskah)"),
    *_of(DECREE, _STAMPS),
    *_of(COPY, _COPIES),
)


FAULTY = """
    | Kode Induk | Kode | Jenis        | Nama   | Sasaran          | Indikator | Target | Satuan |
    | P1         | K1   | Sub Kegiatan | Satu A | Mutu, kwalitas C | Jumlah    | 12     | Bulan  |
"""
"""A sheet in which something can be cured with certainty, so that every copy is written."""


def lay(bomb: Bomb, folder: Path) -> None:
    """Write a bomb as `bom` into a folder, beside a good working folder `kerja`."""
    work = folder / "kerja"
    work.mkdir()
    write_folder(work, {"eselon-4": {"Sub Kegiatan": FAULTY}})
    match bomb.place:
        case "templat-keputusan.docx":
            good = KEPUTUSAN_CASCADING.form.stock_file()
        case "naskah.docx":
            make(work, folder / "baik")
            (decree,) = (folder / "baik").iterdir()
            good = decree.read_bytes()
        case _:
            good = (work / BOOK).read_bytes()
    (folder / "bom").write_bytes(bomb.make(good))
