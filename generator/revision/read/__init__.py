"""A Word file as people left it: blocks, texts, looks, and where they differ from the base."""
