"""The other form of annex: the tree as an outline, one table of a row a node."""
