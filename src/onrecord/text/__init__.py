"""Pure functions on text: quotation marks."""
