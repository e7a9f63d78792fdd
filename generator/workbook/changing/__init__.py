"""A clerk's own book opened to change a few of its cells; all else keeps its bytes."""
