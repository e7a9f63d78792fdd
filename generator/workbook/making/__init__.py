"""Blank books, made from the schema alone."""
