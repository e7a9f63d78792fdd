"""The decree: its model, and the Word file made of it."""
