"""The yardstick: what `buat` makes of the example is the decree of 2022, word for word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from generator.pipeline import make
from tests.word_text import lines, open_word, squeeze

ROOT = Path(__file__).parents[1]
DATA = json.loads((ROOT / "tests/data/bkpsdm-2022.json").read_text(encoding="utf-8"))
REAL = (ROOT / "tests/data/sk-bkpsdm-2022.txt").read_text(encoding="utf-8")
NOT_PRINTED = {"sumber", "tanggal_iso", "jenis", "kode"}
SIGNER = "H. R. GATOT SUWARSO, SH., MM"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The lines of the decree made from the example books."""
    folder = tmp_path_factory.mktemp("sk")
    outcome = make(ROOT / "input_templates/contoh-bkpsdm-2022", folder)
    assert outcome.exit_code == 0, outcome
    (path,) = folder.glob("*.docx")
    return lines(open_word(path))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            if key not in NOT_PRINTED:
                yield from _texts(one)


def _sasaran_titles() -> Iterator[str]:
    titles = DATA["judul_kotak"]
    for sasaran in DATA["lampiran"]["sasaran"]:
        yield titles[sasaran["jenis"].lower()].replace("{nomor}", sasaran["kode"])


def test_every_text_of_the_data_stands_in_the_decree(printed: list[str]) -> None:
    text = squeeze(" ".join(printed))
    wanted = [one for one in _texts(DATA) if "{nomor}" not in one] + list(_sasaran_titles())

    assert len(wanted) > 250
    assert [one for one in wanted if squeeze(one) not in text] == []


def _real_words() -> list[str]:
    """Return the words of the 2022 file up to the first signature, with the accepted changes.

    Its marks of extraction go; the letters and numbers that Word gives go; the fixed words
    stand as they are drafted by the book (colons, "pada tanggal").
    """
    text = REAL[: REAL.index(SIGNER) + len(SIGNER)]
    text = re.sub(r"\[http //([^\]]+)\]\(mailto:[^)]+\)", r"\1", text)
    text = re.sub(r"[<>]|\*\*", "", text)
    text = re.sub(r"^ ?- ", "", text, flags=re.MULTILINE)
    text = re.sub(r"^ ?(?:[ab]\.|[1-7]\.) ", "", text, flags=re.MULTILINE)
    text = text.replace("Menimbang :", "Menimbang : ").replace("Mengingat\n", "Mengingat :\n")
    text = text.replace("MEMUTUSKAN\n", "MEMUTUSKAN:\n").replace("Pada tanggal", "pada tanggal")
    return text.split()


def test_up_to_the_first_signature_the_words_stand_as_in_2022(printed: list[str]) -> None:
    words = " ".join(printed).split()
    real = _real_words()

    assert words[: len(real)] == real


def test_each_target_reads_as_in_2022_beside_its_own_indikator(printed: list[str]) -> None:
    pairs = [
        (one["indikator"], one["target"]) for one in _records(DATA["lampiran"]) if "target" in one
    ]
    beside = set(pairwise(printed))

    assert len(pairs) == 49
    assert [pair for pair in pairs if pair not in beside] == []


def _records(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _records(one)


def test_the_annex_is_the_tree_of_2022_each_text_under_its_parent(printed: list[str]) -> None:
    expected = [text for sasaran in DATA["lampiran"]["sasaran"] for text in _branch(sasaran)]
    start = max(nth for nth, line in enumerate(printed) if line == "BUPATI") + 1
    end = len(printed) - 1 - printed[::-1].index(DATA["penandatangan"]["jabatan"][0])

    assert [line for line in printed[start:end] if line not in _heads()] == expected


def _branch(sasaran: dict[str, Any]) -> Iterator[str]:
    """Yield a sasaran and all below it as the annex reads: box by box, row by row."""
    title = DATA["judul_kotak"][sasaran["jenis"].lower()]
    yield from (title.replace("{nomor}", sasaran["kode"]), sasaran["sasaran"])
    yield from _measures([sasaran])
    for program in sasaran["program"]:
        yield program["nama"]
        yield from _measures(program["sasaran"], named=True)
        for one in program["sasaran"]:
            for kegiatan in one["subkegiatan"]:
                yield kegiatan["nama"]
                yield from _measures(kegiatan["sasaran"], named=True)


def _measures(sides: list[dict[str, Any]], *, named: bool = False) -> Iterator[str]:
    for nth in range(max(len(side["indikator"]) for side in sides)):
        for side in sides:
            if named and nth == 0:
                yield side["sasaran"]
            for one in side["indikator"][nth : nth + 1]:
                yield from (one["indikator"], one["target"])


def _heads() -> set[str]:
    """Return the headings of levels, groups and columns."""
    columns = {head for heads in DATA["judul_kolom"].values() for head in heads}
    return {*columns, *DATA["jenjang"].values(), DATA["judul_kotak"]["kelompok_pendukung"]}
