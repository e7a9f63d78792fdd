"""A folder with a Word template of the office's own, from the command's side."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.app.buat import make
from generator.app.outcome import DONE, MISUSE
from generator.app.periksa import check
from generator.app.template import write_word_template
from scripts.make_word_template import placeholder_png
from tests.support.paths import ROOT
from tests.support.templates import paragraph, write_template
from tests.support.word_text import lines, open_word

EXAMPLE = ROOT / "input_templates" / "contoh-bkpsdm-2022"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the worked example."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "kerja"))


def test_exported_template_gives_the_same_text_as_the_stock_one(
    folder: Path, tmp_path: Path
) -> None:
    make(folder, tmp_path / "stock")
    write_word_template(folder)
    outcome = make(folder, tmp_path / "own")

    assert outcome.exit_code == DONE
    (stock,), (own,) = ((tmp_path / one).glob("*.docx") for one in ("stock", "own"))
    assert lines(open_word(own)) == lines(open_word(stock))


def test_broken_template_stops_before_anything_is_written(folder: Path, tmp_path: Path) -> None:
    write_template(folder, paragraph("NOMOR") + paragraph("{{ judul.nomer }}"))
    outcome = make(folder, tmp_path / "out")

    assert outcome.exit_code == MISUSE
    assert not list(tmp_path.glob("out/*"))
    (finding,) = [one for one in outcome.findings if one.rule.code == "DOK-05"]
    assert str(finding.place) == (
        'templat-keputusan.docx › isi dokumen, paragraf 2 (dekat "NOMOR")'
    )
    assert check(folder).exit_code == MISUSE


def test_logo_without_a_place_for_it_is_to_be_looked_at(folder: Path, tmp_path: Path) -> None:
    write_template(folder, paragraph("{{ judul.nomor }}"))
    (folder / "logo.png").write_bytes(placeholder_png())
    outcome = make(folder, tmp_path / "out")

    assert outcome.exit_code == DONE
    assert "DOK-16" in {one.rule.code for one in outcome.findings}
