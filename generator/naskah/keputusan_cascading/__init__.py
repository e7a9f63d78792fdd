"""The decree on the performance cascade."""
