"""Quotations beside one another: what was changed, whether it matters, and who printed which part."""
