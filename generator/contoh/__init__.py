"""Worked examples as data: the decree of 2022, and one drafted by the book."""
