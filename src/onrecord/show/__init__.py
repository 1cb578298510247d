"""The record for people: lines for a terminal, and a page for a browser."""
