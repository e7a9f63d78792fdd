"""What holds of any tree whose nodes have owners: sums, superiors, and whose indikator is whose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from generator.cascade.model import Cascade, FurtherCell, Jenis, Simpul
from generator.naskah.perjanjian.model import Pejabat
from generator.naskah.perjanjian.money import SumberDana, budget, level_below
from generator.naskah.perjanjian.owners import Pembagian, share_out, superiors
from generator.schema.kinerja import PAGU, PENANGGUNG_JAWAB
from generator.values import Row
from tests.support.trees import PLACE, isian, jenjang, numbered, simpul

SUMBER = SumberDana({}, isian("APBD"))


def node(kode: str, jenis: Jenis, owner: str, below: list[Simpul], pagu: int | None) -> Simpul:
    made = simpul(jenis, f"Sasaran {kode}", [(f"Indikator {kode}", "1")], below, f"Nama {kode}")
    further = [FurtherCell(PENANGGUNG_JAWAB, isian(owner))] if owner else []
    if pagu is not None:
        further.append(FurtherCell(PAGU, isian(str(pagu))))
    nilai = None if pagu is None else Decimal(pagu)
    return replace(made, kode=kode, tambahan=tuple(further), nilai_pagu=nilai)


@st.composite
def trees(draw: st.DrawFn) -> Cascade:
    """Sasaran of the head; programs of one to three heads of division; sub kegiatan of staff."""
    programs: list[list[Simpul]] = [[] for _ in range(draw(st.integers(1, 3)))]
    for nth in range(draw(st.integers(1, 6))):
        division = draw(st.integers(1, 3))
        subs = [
            node(
                f"K{nth}.{one}",
                Jenis.SUB_KEGIATAN,
                f"Staf {division}.{draw(st.integers(1, 2))}",
                [],
                draw(st.integers(1, 10**9)),
            )
            for one in range(draw(st.integers(1, 4)))
        ]
        program = node(f"P{nth}", Jenis.PROGRAM, f"Kepala Bidang {division}", subs, None)
        programs[draw(st.integers(0, len(programs) - 1))].append(program)
    roots = [
        node(f"S{nth}", Jenis.UTAMA, draw(st.sampled_from(("Kepala Dinas", ""))), below, None)
        for nth, below in enumerate(programs)
    ]
    if not any(one.penanggung_jawab for one in roots):
        roots[0] = node("S0", Jenis.UTAMA, "Kepala Dinas", list(roots[0].anak), None)
    return Cascade(jenjang(), (), numbered(roots))


def officials(cascade: Cascade) -> list[Pejabat]:
    names = dict.fromkeys(
        str(one.penanggung_jawab) for one in cascade.walk() if one.penanggung_jawab
    )
    return [
        Pejabat(Row(PLACE), isian(jabatan), isian(f"NAMA {jabatan}"), {})
        for jabatan in ("Bupati Lembah Sagara", *names)
    ]


def total(shared: Pembagian, key: str) -> Decimal:
    return budget(shared.owned[key], "", shared.parents, SUMBER).jumlah or Decimal()


def level(shared: Pembagian, jenis: Jenis) -> Iterator[str]:
    return (key for key, own in shared.owned.items() if own[0].jenis is jenis)


@given(trees())
def test_what_the_divisions_spend_is_what_the_head_spends(cascade: Cascade) -> None:
    shared = share_out(cascade, officials(cascade))
    divisions = sum(total(shared, key) for key in level(shared, Jenis.PROGRAM))
    staff = sum(total(shared, key) for key in level(shared, Jenis.SUB_KEGIATAN))
    assert total(shared, "kepala dinas") == divisions == staff


@given(trees())
def test_every_indikator_is_in_the_papers_of_its_owners_alone(cascade: Cascade) -> None:
    shared = share_out(cascade, officials(cascade))
    owned = [(key, one.kode) for key, nodes in shared.owned.items() for one in nodes]
    said = [
        (str(one.penanggung_jawab or "Kepala Dinas").casefold(), one.kode) for one in cascade.walk()
    ]
    assert sorted(owned) == sorted(said)


@given(trees())
def test_everyone_has_a_superior_with_a_row(cascade: Cascade) -> None:
    shared = share_out(cascade, officials(cascade))
    above, findings = superiors(shared)
    assert above["kepala dinas"].key == "bupati lembah sagara"
    unclear = {one.facts["isi"].casefold() for one in findings}
    assert set(shared.owned) - unclear == set(above)
    assert {key for key in unclear if len(shared.above(key)) == 1} == set()


@given(trees())
def test_the_budget_is_one_level_below(cascade: Cascade) -> None:
    shared = share_out(cascade, officials(cascade))
    below = {Jenis.UTAMA: Jenis.PROGRAM, Jenis.PROGRAM: Jenis.SUB_KEGIATAN}
    for own in shared.owned.values():
        assert level_below(own) is below.get(own[0].jenis, Jenis.SUB_KEGIATAN)


def test_who_owns_below_a_chosen_level_has_his_part_of_it() -> None:
    subs = [node(f"K{nth}", Jenis.SUB_KEGIATAN, "Staf", [], nth) for nth in (1, 2)]
    others = [node("K9", Jenis.SUB_KEGIATAN, "Lain", [], 100)]
    program = node("P1", Jenis.PROGRAM, "Kepala Bidang", [*subs, *others], None)
    root = node("S1", Jenis.UTAMA, "Kepala Dinas", [program], None)
    shared = share_out(cascade := Cascade(jenjang(), (), (root,)), officials(cascade))
    (row,) = budget(shared.owned["staf"], "Program", shared.parents, SUMBER).baris
    assert (str(row.nama), row.pagu) == ("Nama P1", Decimal(3))


def test_one_node_of_several_owners_is_in_the_paper_of_each() -> None:
    shared_node = node("P1", Jenis.PROGRAM, "Kepala Bidang A; Kepala Bidang B", [], 5)
    root = node("S1", Jenis.UTAMA, "Kepala Dinas", [shared_node], None)
    both = [
        Pejabat(Row(PLACE), isian(one), isian("N"), {})
        for one in ("Kepala Dinas", "Kepala Bidang A", "Kepala Bidang B")
    ]
    shared = share_out(Cascade(jenjang(), (), (root,)), both)
    assert [key for key, own in shared.owned.items() if shared_node in own] == [
        "kepala bidang a",
        "kepala bidang b",
    ]


def test_money_from_elsewhere_holds_for_what_is_below() -> None:
    subs = [node(f"K{nth}", Jenis.SUB_KEGIATAN, "Staf", [], nth) for nth in (1, 2)]
    program = node("P1", Jenis.PROGRAM, "Kepala Bidang", subs, None)
    root = node("S1", Jenis.UTAMA, "Kepala Dinas", [program], None)
    shared = share_out(cascade := Cascade(jenjang(), (), (root,)), officials(cascade))
    sumber = SumberDana({"P1": isian("DAK"), "K2": isian("PAD")}, isian("APBD"))
    rows = budget(shared.owned["kepala bidang"], "", shared.parents, sumber).baris
    assert [str(row.keterangan) for row in rows] == ["DAK", "PAD"]
    (row,) = budget(shared.owned["kepala dinas"], "", shared.parents, sumber).baris
    assert str(row.keterangan) == "DAK"
