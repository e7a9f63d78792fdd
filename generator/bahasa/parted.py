"""A printed text parted into what is fixed and the values between, without trying every way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Span = tuple[int, int]

_PATIENCE = 1_000_000
"""Letters that may be looked at in vain, where a value that prints twice has to be found out."""


def parted(
    text: str, fixed: Sequence[str], names: Sequence[str], *, greedy: bool = False
) -> list[Span] | None:
    """Return where the values stand between the fixed pieces, one more of these than of values.

    No value is empty, and values of one name are the same. The first is as short as can be, or as
    long when `greedy`. None where there is no such way, or where it takes long to find one;
    without names that repeat, time is linear.
    """
    latest = _latest(text, fixed)
    if latest is None:
        return None
    first = {name: nth for nth, name in reversed([*enumerate(names)])}
    found: list[Span] = []
    tries: list[Iterator[Span]] = []
    looked = 0
    while len(found) < len(names):
        if len(tries) == len(found):
            nth = len(found)
            at = found[-1][1] + len(fixed[nth]) if found else len(fixed[0])
            before = first[names[nth]]
            same = text[slice(*found[before])] if before < nth else None
            last = nth == len(names) - 1
            ends = range(latest[nth] if last else at + 1, latest[nth] + 1)
            tries.append(_spans(text, at, ends, fixed[nth + 1], same, greedy=greedy))
        span = next(tries[-1], None)
        if span:
            found.append(span)
            continue
        looked += len(text)
        if not found or looked > _PATIENCE:
            return None
        tries.pop()
        found.pop()
    return found


def _latest(text: str, fixed: Sequence[str]) -> list[int] | None:
    """Return where each value ends at the latest for all that follows to find room behind it."""
    first, *between, last = fixed if len(fixed) > 1 else ("", *fixed)
    if len(fixed) == 1:
        return [] if text == last else None
    stops = [len(text) - len(last)]
    for piece in reversed(between):
        stops.append(text.rfind(piece, 0, max(stops[-1] - 1, 0)))
    fits = text.startswith(first) and text.endswith(last) and len(first) < min(stops)
    return stops[::-1] if fits else None


def _spans(
    text: str, at: int, ends: range, behind: str, same: str | None, *, greedy: bool
) -> Iterator[Span]:
    """Yield where a value from `at` may stand, with the piece behind it, if it has to be `same`."""
    if same is not None:
        end = at + len(same)
        if end in ends and text.startswith(same, at) and text.startswith(behind, end):
            yield at, end
        return
    low, high = ends.start, ends.stop - 1 + len(behind)
    end = text.rfind(behind, low, high) if greedy else text.find(behind, low, high)
    while end >= 0:
        yield at, end
        if greedy:
            end = text.rfind(behind, low, end + len(behind) - 1)
        else:
            end = text.find(behind, end + 1, high)
