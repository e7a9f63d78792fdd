"""The decree on key performance indicators (IKU): the decree's engine, with the tree as annex."""
