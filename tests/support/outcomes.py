"""What a command did, taken out of its outcome."""

from __future__ import annotations

from generator.app.berkas import Berkas, Naskah
from generator.app.cetak import render_document
from generator.app.outcome import Compared, Entered, Outcome
from generator.naskah.keputusan_cascading.kind import KEPUTUSAN_CASCADING
from generator.naskah.keputusan_cascading.model import Decree
from generator.report.sentences import sentences
from generator.revision.compare.years import Line
from generator.revision.stamp import Origin
from generator.word.render import Package


def summary(outcome: Outcome) -> tuple[str, ...]:
    """Return the closing lines of a command, as a user reads them."""
    return sentences(outcome.events)


def compared(outcome: Outcome) -> tuple[Line, ...]:
    """Return the lines of a comparison, none where nothing was compared."""
    return tuple(line for one in outcome.events if isinstance(one, Compared) for line in one.lines)


def entered(outcome: Outcome) -> Entered:
    """Return what an update carried and entered."""
    (event,) = (one for one in outcome.events if isinstance(one, Entered))
    return event


def naskah_of(berkas: Berkas) -> Naskah[Decree]:
    """Return the sound decree of a folder."""
    naskah = berkas.of(KEPUTUSAN_CASCADING)
    assert naskah is not None, [str(one.place) for one in berkas.findings]
    return naskah


def decree_of(berkas: Berkas) -> Decree:
    """Return what a folder's decree says."""
    return naskah_of(berkas).model


def rendered(berkas: Berkas) -> tuple[Package, Origin]:
    """Return the decree of a folder before it is stamped, and what it was made from."""
    naskah = naskah_of(berkas)
    made = render_document(berkas, naskah, naskah.documents[0])
    assert isinstance(made, tuple)
    return made
