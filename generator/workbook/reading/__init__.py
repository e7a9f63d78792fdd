"""A folder of books becomes one frame and plain rows, every cell with its place."""
