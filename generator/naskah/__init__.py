"""The kinds of document, one folder each, and what they have in common."""
