"""Dates and times as a book stores them: days since an epoch, or ISO 8601."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

Moment = datetime | date | time | timedelta

EPOCH = datetime(1899, 12, 30)
EPOCH_1904 = datetime(1904, 1, 1)
_DAY = 86_400_000
"""Milliseconds, which is as exact as Excel is."""


def from_serial(days: float, epoch: datetime) -> datetime | time:
    """Return the moment so many days after the epoch, a bare time within its first day.

    Raises ValueError and OverflowError outside of what a date can say. Excel takes 1900 for a
    leap year, so that the serial numbers before 1 March 1900 are one too low.
    """
    day, fraction = divmod(days, 1)
    within = timedelta(milliseconds=round(fraction * _DAY))
    if 0 <= days < 1 and within.days == 0:
        return (datetime.min + within).time()
    if 0 < days < 60 and epoch == EPOCH:
        day += 1
    return epoch + timedelta(days=day) + within


def duration(days: float) -> timedelta:
    """Return so many days to the millisecond; raise as `from_serial` does."""
    exact = timedelta(days=days)
    if not exact.microseconds:
        return exact
    whole = exact.total_seconds() // 1
    return timedelta(seconds=whole, microseconds=round(exact.microseconds, -3))


_ISO = re.compile(
    r"(?:(\d{4})-(\d{2})-(\d{2}))?T?((\d{2}):(\d{2})(?::(\d{2})(\.\d{1,3})?)?)?", re.ASCII
)
_ISO_DURATION = re.compile(r"PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,3})?)S)?", re.ASCII)


def from_iso(text: str) -> Moment:
    """Return what a date, a time, both or a duration ("PT8H30M") says; else raise ValueError."""
    match = _ISO.match(text)
    if match and match[0].strip("T"):
        year, month, day, clock, *parts, fraction = match.groups()
        hour, minute, second = (int(part or 0) for part in parts)
        at = time(hour, minute, second, int(float(fraction or 0) * 1_000_000))
        if not year:
            return at
        on = date(int(year), int(month), int(day))
        return datetime.combine(on, at) if clock else on
    span = _ISO_DURATION.match(text)
    if span and any(span.groups()):
        hours, minutes, seconds = (float(part or 0) for part in span.groups())
        return timedelta(hours=hours, minutes=minutes, seconds=seconds)
    raise ValueError(text)
