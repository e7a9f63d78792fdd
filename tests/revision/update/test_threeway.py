"""What becomes of a line that people and the data changed."""

from __future__ import annotations

import pytest

from generator.revision.read.blocks import Segment
from generator.revision.update.threeway import Fate, Judge
from generator.values import Place
from generator.word.render import Anchor
from tests.revision.hands import OURS, edited, made, result, retype
from tests.revision.offices import Office
from tests.support.tracked import accept, body, lines

YEARLY = ("keputusan", "Identitas", "Nomor", "0")


def judged(
    base: list[str], theirs: str, new: list[str], stale: frozenset[tuple[str, ...]] = frozenset()
) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Return what a line reads once all is accepted, what is deleted, and the conflicts.

    Every second piece is a value, the first one fixed text.
    """
    names = [YEARLY, *((*YEARLY[:3], str(nth)) for nth in range(1, 9))]

    def printed(pieces: list[str]) -> list[Segment]:
        return [Segment(f"_sk_{n // 2}_0" if n % 2 else None, p) for n, p in enumerate(pieces)]

    def anchors(pieces: list[str]) -> dict[str, Anchor]:
        found = enumerate(pieces[1::2])
        return {f"_sk_{n}_0": Anchor(f"_sk_{n}_0", names[n], 0, Place("b"), p, p) for n, p in found}

    judge = Judge(anchors(base), anchors(new), stale)
    verdicts = judge.line(printed(base), theirs, printed(new))
    rewordings = [one for verdict in verdicts for one in verdict.rewordings]
    return (
        "".join(verdict.reworded for verdict in verdicts),
        [theirs[one.start : one.stop] for one in rewordings if one.start < one.stop],
        [(one.theirs, one.new) for one in verdicts if one.fate is Fate.CONFLICT],
    )


@pytest.mark.parametrize(
    ("base", "theirs", "new", "wanted"),
    [
        (["", "8,2%"], "8,8%", ["", "9%"], "8,8% 9%"),
        (["", "8,2%"], "8,8% ", ["", "9%"], "8,8% 9%"),
        (["di ", "Kuala Tungkal"], "di Kota Tungkal", ["di ", "Jambi"], "di Kota Tungkal Jambi"),
        (["", "A", " ", "B"], " B", ["", "C", " ", "B"], "C B"),
        (["(", "2", ")"], "()", ["(", "3", ")"], "(3)"),
    ],
)
def test_in_a_conflict_theirs_stays_whole_and_the_new_value_stands_beside_it(
    base: list[str], theirs: str, new: list[str], wanted: str
) -> None:
    line, deleted, conflicts = judged(base, theirs, new)
    assert line == wanted
    assert deleted == []
    assert [value for _, value in conflicts] == [new[1]]


def test_a_nomor_that_people_typed_is_deleted_whole_in_another_year() -> None:
    line, deleted, _ = judged(
        ["NOMOR : ", "…………"],
        "NOMOR : 188.44 / 31 / BKPSDM / 2022",
        ["NOMOR : ", "188.44 / … / BKPSDM / 2023"],
        frozenset([YEARLY]),
    )
    assert line == "NOMOR : 188.44 / … / BKPSDM / 2023"
    assert deleted == ["188.44 / 31 / BKPSDM / 2022"]


def test_in_a_later_conflict_the_newest_value_takes_the_place_of_the_one_before() -> None:
    decree = edited(made(Office()), retype("10 Bulan", "11 Bulan"))
    for target in ("12", "13"):
        office = Office()
        office.kegiatan[0][3] = target
        decree = result(decree, office)
    assert "11 Bulan 13 Bulan" in lines(accept(body(decree), OURS))
