"""Findings in the order in which one works through them, for every printer, and as a page."""
