"""Occasions: to whom something was said, and where."""
