"""Printers of findings and events; no sentence is made anywhere else."""
