"""Perjanjian Kinerja: one file for each official, from the tree and the book of officials.

`officials` reads who holds which office, `owners` says whose performance is whose and who is above
whom, `money` what is to be spent on it; `build` joins them, `checks` remarks, `context` prints.
"""
