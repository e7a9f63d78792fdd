"""The annex: the cascade drawn as sheets, as a matrix, in Word and as a picture."""
