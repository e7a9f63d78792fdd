"""Copies of books for the clerk: what was found, and what was cured, at its cell."""
