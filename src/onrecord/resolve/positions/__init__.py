"""Positions: where somebody stands on something, with the words that prove it."""
