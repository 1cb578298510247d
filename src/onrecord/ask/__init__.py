"""Typed answers from the record: what it holds, with receipts, and nothing else."""
