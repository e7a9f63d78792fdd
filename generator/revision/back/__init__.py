"""Edits made in Word, on their way back to the cells."""
