"""The worked example: the 2022 decree as data, entered into the blank books."""
